//! Whatever letters the data is written in: nothing is wider than its window, and nothing changes places.

use anyhow::Result;

use visitor::findings;
use visitor::reader::Reader;

const WIDTHS: [u32; 4] = [320, 375, 768, 1280];

/// What the press printed, of the whole and of what has the longest words.
const PAGES: [&str; 8] = [
    "embed.html",
    "embed/who.html",
    "embed/days.html",
    "embed/figure/endless.html",
    "cite/dashboard.html",
    "cite/figure-endless.html",
    "share/chart-who.html",
    "standalone.html",
];

/// By how much the document is wider than the window, with all that can be opened open.
const OVER: &str = "document.querySelectorAll('details').forEach(details => details.open = true);
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth";

#[tokio::test]
async fn no_word_makes_a_page_wider_than_its_window() -> Result<()> {
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
async fn no_word_makes_the_evidence_or_the_line_of_what_is_followed_wider_than_its_window() -> Result<()> {
    let Some(reader) = Reader::of_letters("long words in windows").await? else { return Ok(()) };
    let within = "return [...document.querySelectorAll('#evidence, #following')].map(part => part.scrollWidth - part.clientWidth)";
    for width in WIDTHS {
        reader.width(width).await?;
        reader.open_with("?source=blatt", "ready").await?;
        reader.click("#figure-endless a[role=doc-noteref]").await?;
        reader.wait_until::<Vec<i32>>("evidence and line fit", within, |over| over.len() == 2).await?;
        let over: Vec<i32> = reader.see(within).await?;
        assert!(over.iter().all(|over| *over <= 0), "at {width} px: {over:?}");
        assert!(reader.see::<i32>(OVER).await? <= 0, "at {width} px");
    }
    Ok(())
}

/// Dates in words whose letters do not stand side by side, in their order, in each line.
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
async fn a_date_stays_together_beside_names_that_run_from_right_to_left() -> Result<()> {
    let Some(reader) = Reader::of_letters("dates beside Arabic and Hebrew").await? else { return Ok(()) };
    reader.open("ready").await?;
    reader.see::<()>("document.querySelectorAll('details').forEach(details => details.open = true)").await?;
    let (seen, torn): (u32, Vec<String>) = reader.see(TORN).await?;
    assert!(seen > 20, "only {seen} dates are shown");
    findings::none(&torn, "dates that are torn apart");
    // In the note itself the day stands behind the outlet, which stands behind the title and the authors.
    let order = "const left = selector => document.querySelector('#note-jarida-1 .article').querySelectorAll(selector);
        const places = [...left('bdi')].filter(part => part.getClientRects().length > 0).map(part => [part.textContent, part.getBoundingClientRect()]);
        return places.every(([, box], at) => at === 0 || box.top > places[at - 1][1].top + 4 || box.left >= places[at - 1][1].right)
            && places.length";
    let parts: u32 = reader.see(order).await?;
    assert_eq!(parts, 4, "two authors, a title and an outlet, from left to right");
    Ok(())
}
