//! Text fragments: the link to a quote scrolls to the quoted text and highlights it alone, in Chromium and in Firefox. The test
//! pages have all kinds of mark-up that articles use. The check either accepts the quote of a page or suggests a correction;
//! browsers must find the accepted or corrected quote.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Html;
use axum::routing::get;
use model::{Citation, Dashboard};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::task::AbortHandle;

use curate::article::Article;
use curate::normal::Plain;
use curate::{exact, fragment};
use visitor::browser::{Browser, in_each_browser};
use visitor::findings;

/// A page: its HTML, its text as copied from a browser, and a quote.
struct Page {
    html: &'static str,
    text: &'static str,
    quote: &'static str,
}

const fn page(html: &'static str, text: &'static str, quote: &'static str) -> Page {
    Page { html, text, quote }
}

/// Pages with quotes that pass the check.
const FOUND: [Page; 39] = [
    page("<p>It has raided 118 sites.</p>", "It has raided 118 sites.", "raided 118 sites"),
    page("<p>It has <b>raid</b>ed <a href=#>118 <i>si</i>tes</a>.</p>", "It has raided 118 sites.", "raided 118 sites"),
    page("<p>It has raided\n118&nbsp;sites.</p>", "It has raided 118\u{a0}sites.", "raided 118 sites"),
    page("<p>It has traf&shy;ficked 118.</p>", "It has traf\u{ad}ficked 118.", "trafficked 118"),
    page("<p>It has traf<wbr>fic&#8203;ked 118.</p>", "It has trafficked 118.", "trafficked 118"),
    page(
        "<p>It “raided” Cambodia’s 118 sites.</p>",
        "It “raided” Cambodia’s 118 sites.",
        "\"raided\" Cambodia's 118 sites",
    ),
    page("<p>It \"raided\" Cambodia's sites.</p>", "It \"raided\" Cambodia's sites.", "“raided” Cambodia’s sites"),
    page(
        "<p>It «raided» 7–20 sites… 118, re‑raided.</p>",
        "It «raided» 7–20 sites… 118, re‑raided.",
        "«raided» 7–20 sites… 118, re‑raided",
    ),
    page("<p>It raided—and left – 118 sites.</p>", "It raided—and left – 118 sites.", "raided—and left – 118 sites"),
    page("<p>It fell by −5 to 100\u{202f}000.</p>", "It fell by −5 to 100\u{202f}000.", "−5 to 100\u{202f}000"),
    page("<p>It raided&nbsp; 118 sites.</p>", "It raided\u{a0} 118 sites.", "raided\u{a0} 118 sites"),
    page(
        "<p>A&amp;B raided 53% of #1, at 5 + 2 = 7?</p>",
        "A&B raided 53% of #1, at 5 + 2 = 7?",
        "A&B raided 53% of #1, at 5 + 2 = 7?",
    ),
    page(
        "<p>x, 118-strong, [a] {b} |c| ^d \\e `f` &lt;g>, it says</p>",
        "x, 118-strong, [a] {b} |c| ^d \\e `f` <g>, it says",
        "118-strong, [a] {b} |c| ^d \\e `f` <g>, it says",
    ),
    page("<p>Made US$118m at 11:18.</p>", "Made US$118m at 11:18.", "$118m at 11:18"),
    page("<p>About 1,440 in cyber-scams.</p>", "About 1,440 in cyber-scams.", "1,440 in cyber"),
    page(
        "<p>The efﬁcacy of 118 km² at ½ price: №&nbsp;1.</p>",
        "The efﬁcacy of 118 km² at ½ price: №\u{a0}1.",
        "efﬁcacy of 118 km² at ½ price: №\u{a0}1",
    ),
    page(
        "<p style='text-transform:uppercase'>It has raided 118 sites.</p>",
        "IT HAS RAIDED 118 SITES.",
        "RAIDED 118 SITES",
    ),
    page("<p>It has raided<br>118 sites now.</p>", "It has raided\n118 sites now.", "has raided\n118 sites"),
    page("<p>It has raided<br><br>118 sites now.</p>", "It has raided\n\n118 sites now.", "It has raided\n118 sites"),
    page("<p>It has raided</p><p>118 sites now.</p>", "It has raided\n\n118 sites now.", "It has raided\n118 sites"),
    page("<h2>Raided</h2><p>118 sites now.</p>", "Raided\n118 sites now.", "Raided\n118 sites"),
    page(
        "<div>It has raided<div></div>118 sites now.</div>",
        "It has raided\n118 sites now.",
        "It has raided\n118 sites",
    ),
    page("<div>It has raided<hr>118 sites now.</div>", "It has raided\n\n118 sites now.", "It has raided\n118 sites"),
    page(
        "<ul><li>It has raided</li><li>118 sites</li><li>now</li></ul>",
        "It has raided\n118 sites\nnow",
        "has raided\n118 sites\nnow",
    ),
    page("<dl><dt>Raided</dt><dd>118 sites</dd></dl>", "Raided\n118 sites", "Raided\n118 sites"),
    page(
        "<table><tr><td>Raided</td><td>118</td><td>sites</td></tr></table>",
        "Raided\t118\tsites",
        "Raided\n118\nsites",
    ),
    page(
        "<p>They raided 9 of 118.</p><table><tr><th>Raided</th><td>118</td></tr></table>",
        "They raided 9 of 118.\n\nRaided\t118",
        "Raided\n118",
    ),
    page(
        "<table><tr><td>2024</td><td>45</td><td>118</td></tr><tr><td>2025</td><td>118</td></tr></table>",
        "2024\t45\t118\n2025\t118",
        "2025\n118",
    ),
    page("<pre>It has raided\n118 sites now.</pre>", "It has raided\n118 sites now.", "raided\n118 sites"),
    page(
        "<div style='display:flex'><span>It has raided</span><span>118 sites</span></div>",
        "It has raided\n118 sites",
        "It has raided\n118 sites",
    ),
    page(
        "<p>警方周三表示，在金边逮捕了１１８名嫌疑人，其中</p>",
        "警方周三表示，在金边逮捕了１１８名嫌疑人，其中",
        "在金边逮捕了118名嫌疑人",
    ),
    page("<p>警察はプノンペンで118人を逮捕した。</p>", "警察はプノンペンで118人を逮捕した。", "118人を逮捕した"),
    page(
        "<p>ตำรวจจับกุม ผู้ต้องสงสัย 118 คนในกรุงพนมเปญ เมื่อวันพุธ</p>",
        "ตำรวจจับกุม ผู้ต้องสงสัย 118 คนในกรุงพนมเปญ เมื่อวันพุธ",
        "ผู้ต้องสงสัย 118 คนในกรุงพนมเปญ",
    ),
    page(
        "<p>ឃាត់ខ្លួន។ ជន\u{200b}សង្ស័យ\u{200b}១១៨\u{200b}នាក់។ នៅ</p>",
        "ឃាត់ខ្លួន។ ជន\u{200b}សង្ស័យ\u{200b}១១៨\u{200b}នាក់។ នៅ",
        "ជនសង្ស័យ១១៨នាក់",
    ),
    page("<p>경찰은 용의자 118명을 체포했다.</p>", "경찰은 용의자 118명을 체포했다.", "용의자 118명을"),
    page(
        "<p dir=rtl>اعتقلت الشرطة رجالاً و118 امرأة في بنوم بنه</p>",
        "اعتقلت الشرطة رجالاً و118 امرأة في بنوم بنه",
        "و118 امرأة",
    ),
    page("<p>पुलिस ने 118 संदिग्धों को गिरफ्तार किया।</p>", "पुलिस ने 118 संदिग्धों को गिरफ्तार किया।", "118 संदिग्धों को गिरफ्तार"),
    page("<p>Cảnh sát bắt 118 nghi phạm ở Đà Nẵng.</p>", "Cảnh sát bắt 118 nghi phạm ở Đà Nẵng.", "bắt 118 nghi phạm"),
    page("<p>போலீஸ் 118 பேர் கைது.</p>", "போலீஸ் 118 பேர் கைது.", "118 பேர்"),
];

/// Pages with quotes that the check corrects, and the corrections.
const CORRECTED: [(Page, &str); 15] = [
    (page("<p>It raided 7–20 sites.</p>", "It raided 7–20 sites.", "raided 7-20 sites"), "raided 7–20 sites"),
    (page("<p>It raided—and left.</p>", "It raided—and left.", "raided - and left"), "raided—and left"),
    (page("<p>It re‑raided sites.</p>", "It re‑raided sites.", "re-raided sites"), "re‑raided sites"),
    (page("<p>It raided… 118 sites.</p>", "It raided… 118 sites.", "raided... 118 sites"), "raided… 118 sites"),
    (page("<p>Es «plünderte» 118.</p>", "Es «plünderte» 118.", "\"plünderte\" 118"), "«plünderte» 118"),
    (
        page("<p>Hit 100\u{202f}000 sites.</p>", "Hit 100\u{202f}000 sites.", "Hit 100 000 sites"),
        "Hit 100\u{202f}000 sites",
    ),
    (
        page("<p>It raided&nbsp; 118 sites.</p>", "It raided\u{a0} 118 sites.", "raided 118 sites"),
        "raided\u{a0} 118 sites",
    ),
    (
        page("<p>It has raided</p><p>118 sites.</p>", "It has raided\n\n118 sites.", "has raided 118 sites"),
        "has raided\n118 sites",
    ),
    (page("<table><tr><td>Raided</td><td>118</td></tr></table>", "Raided\t118", "Raided 118"), "Raided\n118"),
    (page("<p>In Cambodia’s 118 sites</p>", "In Cambodia’s 118 sites", "In Cambodia"), "In Cambodia’s"),
    (
        page("<p>경찰은 용의자 118명을 체포했다.</p>", "경찰은 용의자 118명을 체포했다.", "용의자 118명"),
        "용의자 118명을",
    ),
    (page("<p dir=rtl>رجالاً و118 امرأة</p>", "رجالاً و118 امرأة", "118 امرأة"), "و118 امرأة"),
    (
        page("<p>警方在金边逮捕了118名嫌疑人，其中</p>", "警方在金边逮捕了118名嫌疑人，其中", "了118名嫌疑"),
        "警方在金边逮捕了118名嫌疑人",
    ),
    (page("<p>ได้ 118 ที่นี่ วันพุธ</p>", "ได้ 118 ที่นี่ วันพุธ", "118 ที่นี่"), "118 ที่นี่ วันพุธ"),
    (page("<p>သူ ၁၁၈ ဦး။ ကို</p>", "သူ ၁၁၈ ဦး။ ကို", "၁၁၈ ဦး"), "၁၁၈ ဦး။"),
];

/// The HTML around the text, which moves it out of the viewport and sets the colour of highlights.
const AROUND: [&str; 2] = [
    "<!doctype html><html lang=en><meta charset=utf-8><style>body { margin: 20px; font: 16px/1.5 sans-serif; color: #000 }
     ::target-text { background: rgb(0, 255, 0); color: rgb(0, 255, 0) } .far { height: 3000px }</style><div class=far>Far away</div><main>",
    "</main><div class=far>Far away</div>",
];

/// The box of each visible letter of the text in the viewport.
const LETTERS: &str = "const letters = [];
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (let at = 0, letter; at < text.data.length; at += letter.length) {
            letter = String.fromCodePoint(text.data.codePointAt(at));
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + letter.length);
            const box = range.getBoundingClientRect();
            if (box.width >= 1 && box.top >= 0 && box.bottom <= innerHeight) letters.push([letter, box.left, box.top, box.right, box.bottom]);
        }
    }
    return letters";

/// A server for the pages.
struct Paper {
    origin: String,
    task: AbortHandle,
}

impl Drop for Paper {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Paper {
    async fn of(pages: impl Iterator<Item = &'static str>) -> Result<Self> {
        let pages: BTreeMap<String, String> =
            (0..).map(|number: usize| number.to_string()).zip(pages.map(|html| AROUND.join(html))).collect();
        let serve = async |State(pages): State<Arc<BTreeMap<String, String>>>, Path(name): Path<String>| {
            Html(pages.get(&name).cloned().unwrap_or_default())
        };
        let router = Router::new().route("/{name}", get(serve)).with_state(Arc::new(pages));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let task = tokio::spawn(async { axum::serve(listener, router).await }).abort_handle();
        Ok(Self { origin, task })
    }
}

/// A citation of a page, and its link.
fn cited(address: &str, quote: &str) -> Result<(Citation, String)> {
    let text = |words: &str| json!({ "en": words });
    let dashboard = json!({
        "schema_version": 1, "id": "one", "title": text("One"), "summary": text("One."), "updated": "2026-01-21",
        "license": "CC-BY-4.0", "sources": [{ "id": "paper", "type": "webpage", "title": "A page", "URL": address }],
        "figures": [{ "id": "one", "label": text("found"), "value": { "exactly": 118 }, "unit": "sites",
            "citations": [{ "source": "paper", "quote": quote }] }],
        "charts": [{ "id": "all", "kind": "bars", "title": text("All"), "finding": text("Many."), "figures": ["one"] }],
        "sections": [{ "id": "all", "title": text("All"), "charts": ["all"] }]
    });
    let dashboard = Dashboard::parse(&dashboard.to_string()).map_err(|problems| anyhow::anyhow!("{problems}"))?;
    let citation = dashboard.figure("one").and_then(|figure| figure.citations().next()).context("no citation")?;
    let link = citation.link(dashboard.source("paper").context("no article")?).context("no link")?;
    Ok((citation.clone(), link))
}

/// The message of the check about a quote from a text.
fn fault(text: &str, citation: &Citation) -> Result<Option<String>> {
    let article = Article::of(text);
    let places = article.find(&citation.quote);
    ensure!(!places.is_empty(), "{:?} is not in {text:?}", citation.quote);
    Ok(fragment::fault(&article, citation, &places, |place| places.contains(&place)))
}

/// The highlighted letters in the viewport, without white space.
async fn highlighted(browser: &Browser) -> Result<String> {
    let letters: Vec<(String, f64, f64, f64, f64)> = browser.see(LETTERS).await?;
    let picture = browser.session.screenshot_as_png().await?;
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("a picture too large")?];
    let frame = reader.next_frame(&mut pixels)?;
    let (width, depth) = (frame.width as usize, frame.color_type.samples());
    // Sample the box in tenths of its width and height.
    let is_lit = |x: f64, y: f64| {
        let at = (y as usize * width + x as usize) * depth;
        pixels.get(at..at + 3) == Some(&[0, 255, 0])
    };
    let lit = |(_, left, top, right, bottom): &&(String, f64, f64, f64, f64)| {
        let tenth = |from: f64, to: f64, part: i32| from + (to - from) * f64::from(part) / 10.0;
        let places = (1..10).flat_map(|across| (1..10).map(move |down| (across, down)));
        places.filter(|(x, y)| is_lit(tenth(*left, *right, *x), tenth(*top, *bottom, *y))).count() > 40
    };
    let lit: String = letters.iter().filter(lit).map(|(letter, ..)| letter.as_str()).collect();
    Ok(lit.split_whitespace().collect())
}

/// Opens a link, and returns a message if it does not highlight the quote.
async fn opened(browser: &Browser, link: &str, quote: &str) -> Result<Option<String>> {
    // Leave the page first: a link to the open page would not load it again.
    browser.session.goto("about:blank").await?;
    browser.session.goto(link).await?;
    let down = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))))";
    if let Err(error) = browser.wait_until("the page has scrolled", down, |down: &f64| *down > 2000.0).await {
        return Ok(Some(format!("“{quote}” is not found by {link}: {error}")));
    }
    let lit = highlighted(browser).await?;
    Ok((!is_all_of(&lit, quote)).then(|| format!("“{lit}” is highlighted for “{quote}” by {link}")))
}

/// Whether the highlighted letters are those of a quote. Combining signs above and below letters may have no box.
fn is_all_of(lit: &str, quote: &str) -> bool {
    let (lit, quote) = (comparable(lit), comparable(quote));
    if quote.is_ascii() {
        return lit == quote;
    }
    let mut letters = quote.chars();
    lit.chars().all(|letter| letters.any(|other| other == letter)) && lit.chars().count() * 2 >= quote.chars().count()
}

fn comparable(text: &str) -> String {
    Plain::of(text).text.to_lowercase().split_whitespace().collect()
}

#[tokio::test]
async fn an_accepted_quote_is_found_and_highlighted_alone() -> Result<()> {
    let paper = Paper::of(FOUND.iter().map(|page| page.html)).await?;
    in_each_browser("links to quotes", async |browser| {
        let mut faults = Vec::new();
        for (number, page) in FOUND.iter().enumerate() {
            let (citation, link) = cited(&format!("{}/{number}", paper.origin), page.quote)?;
            faults.extend(fault(page.text, &citation)?.map(|fault| format!("“{}”: {fault}", page.quote)));
            faults.extend(opened(browser, &link, page.quote).await?);
        }
        findings::none(&faults, "quotes that pass the check");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_corrected_quote_is_found_and_highlighted_alone() -> Result<()> {
    let paper = Paper::of(CORRECTED.iter().map(|(page, _)| page.html)).await?;
    in_each_browser("links to corrected quotes", async |browser| {
        let mut faults = Vec::new();
        for (number, (page, corrected)) in CORRECTED.iter().enumerate() {
            let address = format!("{}/{number}", paper.origin);
            let (citation, _) = cited(&address, page.quote)?;
            let said = fault(page.text, &citation)?.with_context(|| format!("{} passes", page.quote))?;
            let advice = format!("write {}", exact::in_json(corrected));
            ensure!(said.contains(&advice), "the message about “{}” is {said}, without {advice}", page.quote);
            let (citation, link) = cited(&address, corrected)?;
            faults.extend(fault(page.text, &citation)?.map(|fault| format!("“{corrected}”: {fault}")));
            faults.extend(opened(browser, &link, corrected).await?);
        }
        findings::none(&faults, "corrected quotes");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_quote_of_two_paragraphs_with_a_picture_between_them_is_found() -> Result<()> {
    let html = "<p>It has raided</p><figure><figcaption>A photo</figcaption></figure><p>118 sites now.</p>";
    let paper = Paper::of([html].into_iter()).await?;
    in_each_browser("links to quotes around a picture", async |browser| {
        let (_, link) = cited(&format!("{}/0", paper.origin), "It has raided\n118 sites")?;
        let fault = opened(browser, &link, "It has raided A photo 118 sites").await?;
        findings::none(fault.as_slice(), "a quote around a picture");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_text_fragment_in_the_address_of_an_article_is_replaced_by_the_quote() -> Result<()> {
    let html = "<p>Others</p><p id=there>It has raided 118 sites.</p>";
    let paper = Paper::of([html].into_iter()).await?;
    in_each_browser("links to quotes from copied addresses", async |browser| {
        for copied in ["#:~:text=Others", "#there:~:text=Others&text=Far%20away", "#nowhere"] {
            let (_, link) = cited(&format!("{}/0{copied}", paper.origin), "raided 118 sites")?;
            assert_eq!(link.matches(":~:").count(), 1, "{link}");
            let fault = opened(browser, &link, "raided 118 sites").await?;
            findings::none(fault.as_slice(), copied);
        }
        Ok(())
    })
    .await
}
