//! The embed dialog, and the page that replaces it without scripts.

use anyhow::Result;
use thirtyfour::Key;

use visitor::chromium::Chromium;
use visitor::dataset::Dataset;
use visitor::findings;
use visitor::host::Host;
use visitor::reader::Reader;

const OPEN: &str = "return document.querySelector('dialog.sharing')?.open ?? false";

async fn open(reader: &Reader, link: &str) -> Result<()> {
    // The embed link of a figure is in its details, which are closed.
    let unfold = "let details = document.querySelector(`a[href='share/${arguments[0]}.html']`).closest('details');
        for (; details; details = details.parentElement.closest('details')) details.open = true";
    reader.see_with::<()>(unfold, vec![link.into()]).await?;
    reader.focus(&format!("a[href='share/{link}.html']")).await?;
    reader.press(Key::Enter, 1).await?;
    reader.wait_until("the dialog is open", OPEN, |open: &bool| *open).await
}

/// The HTML to copy in the open part of the dialog.
const CODE: &str = "return document.querySelector('.snippet[open] textarea').value";

async fn set(reader: &Reader, name: &str, value: &str) -> Result<()> {
    let script = "const field = document.querySelector(`.choices [name=${arguments[0]}]`);
        field.value = arguments[1];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    reader.see_with(script, vec![name.into(), value.into()]).await
}

#[tokio::test]
async fn choices_change_the_html_and_the_preview() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    open(&reader, "chart-people").await?;
    assert!(reader.text("dialog h2").await?.contains("People: estimated, arrested, released"));
    let shown = "return document.querySelector('.snippet[open] .preview iframe')?.src ?? ''";
    let plain = format!("{}/embed/people.html", reader.host.origin());
    reader.wait_until("the preview is shown", shown, |shown: &String| *shown == plain).await?;
    set(&reader, "theme", "dark").await?;
    set(&reader, "width", "480").await?;
    let code: String = reader.see(CODE).await?;
    assert!(code.contains(&format!("src=\"{plain}?theme=dark\"")) && code.contains("width=\"480\""), "{code}");
    for part in [
        "title=\"People: estimated, arrested, released\"",
        "loading=\"lazy\"",
        "sandbox=\"allow-scripts allow-popups",
        "referrerpolicy=\"no-referrer\"",
    ] {
        assert!(code.contains(part), "{part} is not in {code}");
    }
    reader.wait_until("the preview is dark", shown, |shown: &String| shown.ends_with("?theme=dark")).await?;
    // Opening a part closes the one before.
    for kind in ["frozen", "picture", "sentence"] {
        reader.focus(&format!(".snippet[data-kind={kind}] summary")).await?;
        reader.press(Key::Enter, 1).await?;
        let opened =
            "return [...document.querySelectorAll('.snippet[open]')].map(snippet => snippet.dataset.kind).join()";
        reader.wait_until(&format!("only {kind} is open"), opened, |found: &String| found == kind).await?;
        let code: String = reader.see(CODE).await?;
        let wanted = match kind {
            "frozen" => "/v/",
            "picture" => ".svg#dark",
            _ => "<footnoted-figure figure=\"un-estimate\" unit ",
        };
        assert!(code.contains(wanted) && !code.contains('{'), "{kind}: {code}");
        let filled = "const preview = document.querySelector('.snippet[open] .preview');
            const image = preview.querySelector('img');
            return preview.querySelector('iframe')?.style.height !== undefined && preview.querySelector('iframe').style.height !== ''
                || (image?.naturalWidth ?? 0) > 0
                || [...preview.querySelectorAll('footnoted-figure')].some(figure => figure.shadowRoot)";
        reader.wait_until(&format!("{kind} is shown"), filled, |filled: &bool| *filled).await?;
    }
    Ok(())
}

/// Chooses a system. Returns what `seen_first` does.
async fn publish_in(reader: &Reader, system: &str) -> Result<(String, String, String)> {
    let choose = "const choice = document.querySelector('.choices [name=system]');
        choice.selectedIndex = [...choice.options].findIndex(option => option.text.includes(arguments[0]));
        choice.dispatchEvent(new Event('input', { bubbles: true }))";
    reader.see_with::<()>(choose, vec![system.into()]).await?;
    seen_first(reader).await
}

/// The kind of the first snippet if only it is open, the sentence on the system, and the text to copy.
async fn seen_first(reader: &Reader) -> Result<(String, String, String)> {
    let first = "const [first] = document.querySelectorAll('.snippet');
        const open = [...document.querySelectorAll('.snippet[open]')];
        return [open.length === 1 && open[0] === first ? first.dataset.kind : '', document.querySelector('.stays').textContent, first.querySelector('textarea').value]";
    reader.see(first).await
}

#[tokio::test]
async fn the_snippet_that_suits_the_system_comes_first_with_what_stays_of_it_there() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    open(&reader, "chart-people").await?;
    for (system, kind, stays, code) in [
        ("WordPress", "live", "Custom HTML", "<iframe"),
        ("Ghost", "live", "HTML card", "<iframe"),
        ("Drupal", "live", "Full HTML", "<iframe"),
        ("Wagtail", "live", "raw HTML", "<iframe"),
        ("MDX", "jsx", "Everything stays", "style={{"),
        ("wiki", "wiki", "wikis load no images", "'''about 100,000 people'''"),
        ("newsletter", "mail", "mail", "width=\"600\""),
        ("slides", "live", "slide", "<iframe"),
        ("Markdown", "markdown", "HTML is removed", "**about 100,000 people**"),
    ] {
        let (first, words, text) = publish_in(&reader, system).await?;
        assert_eq!(first, kind, "{system}");
        assert!(words.contains(stays), "{system}: {words}");
        assert!(text.contains(code) && !text.contains("{root}"), "{system}: {text}");
    }
    // The next dialog has the same choice.
    reader.press(Key::Escape, 1).await?;
    reader.wait_until("the dialog is closed", OPEN, |open: &bool| !*open).await?;
    open(&reader, "figure-raids").await?;
    let (first, _, text) = seen_first(&reader).await?;
    assert_eq!(first, "markdown");
    assert!(text.starts_with("**118 scam locations**") && text.contains("](https://www.jurist.org/"), "{text}");
    Ok(())
}

#[tokio::test]
async fn the_html_can_be_copied_by_keyboard_and_without_the_clipboard_interface() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.see::<()>("Object.defineProperty(navigator, 'clipboard', { value: undefined })").await?;
    open(&reader, "figure-arrests").await?;
    let code: String = reader.see(CODE).await?;
    reader.focus(".snippet[open] [data-do=copy-code]").await?;
    reader.press(Key::Enter, 1).await?;
    let said = "return document.querySelector('.share .said').textContent";
    reader.wait_until("the dialog confirms the copy", said, |said: &String| said == "Copied.").await?;
    reader.press(Key::Escape, 1).await?;
    reader.wait_until("the dialog is closed", OPEN, |open: &bool| !*open).await?;
    let focused: String = reader.see("return document.activeElement.getAttribute('href')").await?;
    assert_eq!(focused, "share/figure-arrests.html", "the focus is not back on the link");
    assert_eq!(reader.pasted().await?.replace("\r\n", "\n"), code);
    Ok(())
}

#[tokio::test]
async fn if_copying_is_denied_the_html_is_selected_and_the_keys_are_named() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.see::<()>("document.execCommand = () => false").await?;
    open(&reader, "dashboard").await?;
    reader.click(".snippet[open] [data-do=copy-code]").await?;
    let said = "return document.querySelector('.share .said').textContent";
    reader.wait_until("the keys are named", said, |said: &String| said.contains("Ctrl+C")).await?;
    let selected: bool = reader
        .see("const field = document.querySelector('.snippet[open] textarea');
            return document.activeElement === field && field.selectionEnd - field.selectionStart === field.value.length")
        .await?;
    assert!(selected, "the HTML is not selected");
    Ok(())
}

#[tokio::test]
async fn every_chart_and_figure_can_be_embedded_without_scripts_too() -> Result<()> {
    let host = Host::start("/").await?;
    let chromium = Chromium::start().await?;
    chromium.without_scripts().await?;
    chromium.session.goto(host.page()).await?;
    let links: Vec<String> = chromium
        .see("return [...document.querySelectorAll('a[href^=\"share/\"]')].map(link => link.getAttribute('href'))")
        .await?;
    let dataset = Dataset::read()?;
    let figures = dataset.ids("figures").into_iter().map(|id| format!("share/figure-{id}.html"));
    let printed = figures.chain(dataset.ids("charts").into_iter().map(|id| format!("share/chart-{id}.html")));
    let missing: Vec<String> = printed.filter(|link| !links.contains(link)).collect();
    findings::none(&missing, "missing links to embed pages");
    chromium.session.goto(format!("{}share/chart-people.html", host.page())).await?;
    let codes: Vec<String> =
        chromium.see("return [...document.querySelectorAll('textarea')].map(field => field.value)").await?;
    assert_eq!(codes.len(), 9);
    findings::none(
        &codes
            .into_iter()
            .filter(|code| {
                ["{root}", "{query}", "{width}"].iter().any(|name| code.contains(name)) || !code.contains("https://")
            })
            .collect::<Vec<_>>(),
        "snippets with placeholders or relative addresses",
    );
    Ok(())
}

#[tokio::test]
async fn the_standalone_page_has_no_links_to_embed_pages() -> Result<()> {
    let file = std::fs::read_to_string(visitor::place::dist().join("standalone.html"))?;
    assert!(!file.contains("share/") && !file.contains(">Embed<"), "the file has an embed link");
    Ok(())
}
