//! The page fits the viewport of a phone, a tablet and a desktop, and a sheet of paper.

use anyhow::Result;

use visitor::findings;
use visitor::reader::Reader;

const WIDTHS: [u32; 3] = [320, 768, 1280];

#[tokio::test]
async fn no_text_of_a_drawing_overlaps_another_or_is_cut_off() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in WIDTHS {
        reader.width(width).await?;
        let found: Vec<String> = reader.see(include_str!("probes/collisions.js")).await?;
        findings::none(&found, &format!("at {width} px"));
    }
    Ok(())
}

#[tokio::test]
async fn one_drawing_of_each_chart_is_shown_at_any_width() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "return [...document.querySelectorAll('figure[data-chart]')].map(chart =>
        [...chart.querySelectorAll('.frame')].filter(frame => frame.getClientRects().length > 0).map(frame => frame.dataset.frame).join())";
    for (width, frame) in [(320, "narrow"), (1280, "wide")] {
        reader.width(width).await?;
        let shown: Vec<String> = reader.see(script).await?;
        assert!(shown.iter().all(|shown| shown == frame), "at {width} px: {shown:?}");
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_wider_than_a_small_phone() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.width(320).await?;
    for opened in [false, true] {
        let script = format!(
            "document.querySelectorAll('details').forEach(details => details.open = {opened});
            return document.documentElement.scrollWidth"
        );
        let width: u32 = reader.see(&script).await?;
        assert!(width <= 320, "the page is {width} px wide, with its tables open: {opened}");
    }
    Ok(())
}

#[tokio::test]
async fn the_markers_of_drawings_are_large_enough_touch_targets() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in WIDTHS {
        reader.width(width).await?;
        let found: Vec<String> = reader.see(include_str!("probes/targets.js")).await?;
        findings::none(&found, &format!("at {width} px"));
    }
    Ok(())
}

#[tokio::test]
async fn printed_notes_have_the_addresses_of_their_articles() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.print().await?;
    let script = "return [...document.querySelectorAll('li[data-source]')].map(note => {
        const shown = link => link.innerText + getComputedStyle(link, '::after').content + getComputedStyle(link, '::before').content;
        const address = [...note.querySelectorAll('a[href^=http]')].map(link => link.getAttribute('href')).find(href => !href.includes('#'));
        const printed = note.innerText + [...note.querySelectorAll('a')].map(shown).join(' ');
        return [note.dataset.source, note.getClientRects().length > 0 && printed.replaceAll(/\\s/g, '').includes(address)];
    })";
    let printed: Vec<(String, bool)> = reader.see(script).await?;
    assert!(!printed.is_empty(), "no notes are printed");
    for (note, addressed) in printed {
        assert!(addressed, "the address of {note} is not printed");
    }
    Ok(())
}
