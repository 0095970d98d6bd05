//! The edition in many scripts: no page is wider than the viewport, and bidirectional text keeps its order.

use anyhow::Result;

use visitor::findings;
use visitor::reader::Reader;

const WIDTHS: [u32; 4] = [320, 375, 768, 1280];

/// The tested pages: the whole page, and the excerpts with the longest words.
const PAGES: [&str; 9] = [
    "changes.html",
    "embed.html",
    "embed/who.html",
    "embed/days.html",
    "embed/figure/endless.html",
    "cite/dashboard.html",
    "cite/figure-endless.html",
    "share/chart-who.html",
    "standalone.html",
];

/// The horizontal overflow of the document in pixels, with all details open.
const OVER: &str = "document.querySelectorAll('details').forEach(details => details.open = true);
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth";

#[tokio::test]
async fn no_long_word_makes_a_page_wider_than_the_viewport() -> Result<()> {
    let Some(reader) = Reader::of_letters("long words in pages").await? else { return Ok(()) };
    reader.open("ready").await?;
    for page in [""].into_iter().chain(PAGES) {
        reader.session.goto(format!("{}{page}", reader.host.page())).await?;
        for width in WIDTHS {
            reader.width(width).await?;
            let over: i32 = reader.see(OVER).await?;
            assert!(over <= 0, "“{page}” is {over} px wider than {width} px");
        }
    }
    Ok(())
}

#[tokio::test]
async fn no_long_word_makes_the_evidence_or_the_summary_line_wider_than_the_viewport() -> Result<()> {
    let Some(reader) = Reader::of_letters("long words in windows").await? else { return Ok(()) };
    let within = "return [...document.querySelectorAll('#evidence, #following')].map(part => part.scrollWidth - part.clientWidth)";
    for width in WIDTHS {
        reader.width(width).await?;
        reader.open_with("?source=blatt", "ready").await?;
        reader.click("#figure-endless a[role=doc-noteref]").await?;
        reader.wait_until::<Vec<i32>>("evidence and line are there", within, |over| over.len() == 2).await?;
        let over: Vec<i32> = reader.see(within).await?;
        assert!(over.iter().all(|over| *over <= 0), "at {width} px: {over:?}");
        assert!(reader.see::<i32>(OVER).await? <= 0, "at {width} px");
    }
    Ok(())
}

/// Finds dates whose letters are not adjacent and in order within each line.
const TORN: &str = r"
    const texts = document.createTreeWalker(document.querySelector('#page'), NodeFilter.SHOW_TEXT);
    const torn = [];
    let seen = 0;
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const { 0: date, index } of text.data.matchAll(/\d+ (January|February) 2026/g)) {
            const boxes = [...date].map((_, at) => {
                const range = document.createRange();
                range.setStart(text, index + at);
                range.setEnd(text, index + at + 1);
                return range.getBoundingClientRect();
            }).filter(box => box.width > 0);
            seen += boxes.length > 0;
            const follows = (box, before) => box.top > before.top + 4 || Math.abs(box.left - before.right) < 1;
            if (!boxes.every((box, at) => at === 0 || follows(box, boxes[at - 1]))) {
                torn.push(text.parentElement.closest('p, li, th, td').textContent.slice(0, 80));
            }
        }
    }
    return [seen, torn]";

#[tokio::test]
async fn a_date_keeps_its_order_beside_right_to_left_names() -> Result<()> {
    let Some(reader) = Reader::of_letters("dates beside Arabic and Hebrew").await? else { return Ok(()) };
    reader.open("ready").await?;
    reader.see::<()>("document.querySelectorAll('details').forEach(details => details.open = true)").await?;
    let (seen, torn): (u32, Vec<String>) = reader.see(TORN).await?;
    assert!(seen > 20, "only {seen} dates are shown");
    findings::none(&torn, "dates that do not keep their order");
    // The order in a note is authors, title, outlet, date.
    let order = "const left = selector => document.querySelector('#note-jarida-1 .article').querySelectorAll(selector);
        const places = [...left('bdi')].filter(part => part.getClientRects().length > 0).map(part => [part.textContent, part.getBoundingClientRect()]);
        return places.every(([, box], at) => at === 0 || box.top > places[at - 1][1].top + 4 || box.left >= places[at - 1][1].right)
            && places.length";
    let parts: u32 = reader.see(order).await?;
    assert_eq!(parts, 4, "two authors, a title and an outlet, from left to right");
    Ok(())
}
