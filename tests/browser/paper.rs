//! The printed page.

use anyhow::Result;

use visitor::dataset::Dataset;
use visitor::findings;
use visitor::reader::Reader;

#[tokio::test]
async fn the_printed_page_is_short_and_its_markers_are_superscripts_with_commas() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let pages = reader.printed_pages().await?;
    assert!(pages <= 9, "{pages} sheets of A4 for {} figures", Dataset::read()?.list("figures").len());
    reader.print().await?;
    let script = "return [...document.querySelectorAll('#page .noteref')].filter(marker => marker.getClientRects().length > 0).map(marker => {
        const style = getComputedStyle(marker);
        const numbers = [...marker.children].map((number, place) => (place ? getComputedStyle(number, '::before').content.replaceAll('\"', '') : '') + number.textContent);
        return [marker.getAttribute('href'), style.verticalAlign, style.backgroundColor, numbers.join('')];
    })";
    let markers: Vec<(String, String, String, String)> = reader.see(script).await?;
    assert!(!markers.is_empty());
    for (href, align, ground, numbers) in &markers {
        assert_eq!((align.as_str(), ground.as_str()), ("super", "rgba(0, 0, 0, 0)"), "{href}");
        assert!(
            numbers.split(',').all(|number| number.trim().parse::<usize>().is_ok()),
            "{href} is printed as {numbers}"
        );
    }
    assert!(markers.iter().any(|(.., numbers)| numbers.contains(',')), "no marker has several numbers");
    // Controls are not printed, and nothing is wider than the sheet.
    let script = "return [...document.querySelectorAll('.bar, .tools, .switch, .take, aside.rail, #download, button, select')].filter(part => part.getClientRects().length > 0).map(part => part.outerHTML.slice(0, 60))";
    findings::none(&reader.see::<Vec<String>>(script).await?, "printed");
    // The lines and axes of drawings are.
    let script = "const parts = [...document.querySelectorAll('.chart .frame svg :is(path, polyline, polygon, rect, circle, text), .tile svg :is(path, polyline, polygon, rect, circle)')];
        return parts.some(part => part.classList.contains('rail')) ? parts.filter(part => getComputedStyle(part).display === 'none').map(part => part.outerHTML.slice(0, 60)) : ['no line at all']";
    findings::none(&reader.see::<Vec<String>>(script).await?, "missing on paper");
    Ok(())
}
