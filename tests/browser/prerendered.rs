//! The printed page: it is complete without the program, and the program does not change it.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use visitor::dataset::{Dataset, Edit, edit};
use visitor::findings;
use visitor::host::Answer;
use visitor::reader::Reader;

/// Records all changes to the printed page.
const CHANGES: &str = "window.changes = [];
    document.addEventListener('DOMContentLoaded', () => {
        window.printed = document.getElementById('page');
        const note = ({ type, target, attributeName, addedNodes, removedNodes }) => [type, target.nodeName, target.className,
            ...(attributeName ? [attributeName, target.getAttribute(attributeName)] : []),
            ...[...addedNodes].map(node => `+${node.nodeName}`), ...[...removedNodes].map(node => `-${node.nodeName}`)].join(' ');
        // The layout of a deferred part does not change its content.
        const laidOut = ({ attributeName, target }) =>
            attributeName === 'style' && target.getAttribute('style') === 'content-visibility: visible;';
        new MutationObserver(records => changes.push(...records.filter(record => !laidOut(record)).map(note)))
            .observe(printed, { subtree: true, childList: true, attributes: true, characterData: true });
    })";

/// The expected changes: the script and the program enable the tools, make charts focusable, and add the button of the desk.
const OFFERED: &str = "const change = (element, name) =>
        ['attributes', element.nodeName, element.className, name, element.getAttribute(name)].join(' ');
    const tools = [...document.querySelectorAll(':is(.tools, .switch) :is(select, button, input)')].map(tool => change(tool, 'disabled'));
    // The program replaces the accessible name of a chart, which is its title at first.
    const named = frames => `attributes DIV frames aria-label ${frames.closest('figure').querySelector('figcaption').textContent}`;
    const charts = [...document.querySelectorAll('figure.chart .frames')]
        .flatMap(frames => [...['tabindex', 'role', 'aria-label'].map(name => change(frames, name)), named(frames)]);
    // The button of the desk, after the downloads.
    const desk = document.querySelector('#download .files > li:last-child > [data-do=desk]');
    return [...tools, ...charts, ...(desk ? ['childList UL files +LI', 'childList LI  +BUTTON'] : [])]";

/// Adds up the layout shifts of the page (Cumulative Layout Shift).
const SHIFTS: &str = "window.shifts = 0;
    new PerformanceObserver(list => list.getEntries().filter(shift => !shift.hadRecentInput).forEach(shift => window.shifts += shift.value))
        .observe({ type: 'layout-shift', buffered: true })";

/// The highest allowed layout shift.
const STEADY: f64 = 0.02;

/// The content of the page.
#[derive(Debug, Deserialize, PartialEq)]
struct Printed {
    state: String,
    figures: BTreeSet<String>,
    /// The charts, each with the numbers of its pictures and of the rows of its table.
    charts: Vec<(String, usize, usize)>,
    notes: usize,
    /// The date of the last change.
    updated: String,
}

const PRINTED: &str = "return {
    state: document.documentElement.dataset.state,
    figures: [...document.querySelectorAll('#page :is(.figure[data-figure], tr[id^=figure-])')]
        .filter(figure => figure.textContent.trim()).map(figure => figure.dataset.figure ?? figure.dataset.row),
    charts: [...document.querySelectorAll('#page figure[data-chart]')].map(chart =>
        [chart.dataset.chart, chart.querySelectorAll('svg[role=img]').length, chart.querySelectorAll('tbody tr').length]),
    notes: document.querySelectorAll('#page [role=doc-endnotes] [data-source]').length,
    updated: document.querySelector('#page .updated')?.textContent ?? '',
}";

impl Printed {
    #[track_caller]
    fn holds_all_of(&self, dataset: &Dataset) {
        let figures: BTreeSet<_> = dataset.ids("figures").into_iter().map(str::to_owned).collect();
        assert!(self.figures.is_superset(&figures), "missing: {:?}", figures.difference(&self.figures));
        let charts: BTreeSet<_> = self.charts.iter().map(|(id, ..)| id.as_str()).collect();
        assert_eq!(charts, dataset.ids("charts").into_iter().collect());
        for (id, pictures, rows) in &self.charts {
            assert!(*pictures > 0 && *rows > 0, "{id} has {pictures} pictures and {rows} rows");
        }
        assert_eq!(self.notes, dataset.list("sources").len());
        assert!(!self.updated.is_empty(), "the page has no date");
    }
}

/// The state of the page in a reader's browser.
#[derive(Debug, Deserialize)]
struct Doings {
    /// The indexes of the open `<details>`.
    open: Vec<usize>,
    focus: String,
    target: String,
    /// The element that begins nearest to the top of the viewport, and its distance from there in pixels.
    place: (String, f64),
    scrolled: f64,
}

/// Goes to a note, opens a table, focuses a marker, and scrolls.
const DO: &str = "location.hash = document.querySelector('#page [role=doc-endnotes] [data-source]').id;
    document.querySelectorAll('#page details')[1].open = true;
    document.querySelectorAll('#page p a[role=doc-noteref]')[2].focus({ preventScroll: true });
    scrollTo(0, document.documentElement.scrollHeight / 2)";

const DOINGS: &str =
    "const near = [...document.querySelectorAll('#page [id]')].filter(part => part.getClientRects().length > 0)
        .map(part => [part.id, part.getBoundingClientRect().top])
        .sort((a, b) => Math.abs(a[1]) - Math.abs(b[1]))[0];
    const focus = document.activeElement;
    return {
        open: [...document.querySelectorAll('#page details')].flatMap((details, place) => details.open ? [place] : []),
        focus: [focus.nodeName, focus.closest('[id]')?.id, focus.getAttribute('href'), focus.textContent].join(' '),
        target: document.querySelector(':target')?.id ?? '',
        place: near,
        scrolled: scrollY,
    }";

impl Doings {
    /// Asserts that an update of the page has kept this state.
    #[track_caller]
    fn survived_as(&self, after: &Self) {
        assert_eq!(after.open, self.open, "open details");
        assert_eq!(after.focus, self.focus, "the focus");
        assert_eq!(after.target, self.target, "the target");
        assert!(
            after.place.0 == self.place.0 && (after.place.1 - self.place.1).abs() <= 2.0,
            "the reader was at {:?} and is at {:?}",
            self.place,
            after.place
        );
    }
}

/// Brings the page into such a state while the program waits for the data.
async fn in_use(reader: &Reader) -> Result<Doings> {
    reader.host.answer(Answer::Held);
    reader.open("static").await?;
    reader.see::<()>(DO).await?;
    let doings: Doings = reader.see(DOINGS).await?;
    assert!(doings.open == [1] && doings.focus.starts_with('A') && !doings.target.is_empty(), "{doings:?}");
    assert!(doings.scrolled > 800.0, "{doings:?}");
    Ok(doings)
}

/// The edited data, the id of the edited figure, and the words of its new value and date.
fn newer(dataset: &Dataset) -> Result<(String, String, [&'static str; 2])> {
    let Edit { position, id, value, words } = edit(dataset)?;
    let text = dataset.edited(|file| {
        file["figures"][position]["value"] = value;
        file["updated"] = json!("2031-05-17");
    });
    Ok((text, id, [words, "May 2031"]))
}

#[tokio::test]
async fn without_scripts_the_whole_page_can_be_read() -> Result<()> {
    let reader = Reader::new().await?;
    reader.without_scripts().await?;
    reader.open("static").await?;
    let printed: Printed = reader.see(PRINTED).await?;
    printed.holds_all_of(&Dataset::read()?);
    let asked: Vec<_> = reader.host.requests().into_iter().map(|request| request.path).collect();
    assert!(asked.iter().all(|path| !path.ends_with(".wasm")), "scripts ran: {asked:?}");
    Ok(())
}

#[tokio::test]
async fn without_scripts_the_page_has_no_message_about_scripts_or_loading() -> Result<()> {
    let reader = Reader::new().await?;
    reader.without_scripts().await?;
    reader.open("static").await?;
    let words = reader.text("body").await?.to_lowercase();
    let words: Vec<_> = words.split(|letter: char| !letter.is_alphanumeric()).collect();
    for word in ["script", "scripts", "javascript", "loading"] {
        assert!(!words.contains(&word), "the page contains “{word}”");
    }
    let waiting: usize =
        reader.see("return document.querySelectorAll('[role=alert], [role=status], [aria-busy=true]').length").await?;
    assert_eq!(waiting, 0, "the number of loading or error messages");
    Ok(())
}

#[tokio::test]
async fn with_the_same_data_the_program_does_not_change_the_printed_page() -> Result<()> {
    let reader = Reader::new().await?;
    reader.watch(CHANGES).await?;
    reader.open("ready").await?;
    assert!(reader.see::<bool>("return printed === document.getElementById('page')").await?, "the page was replaced");
    let changes: BTreeSet<String> = reader.see("return changes").await?;
    // Only the expected changes are allowed.
    let offered: BTreeSet<String> = reader.see(OFFERED).await?;
    assert!(offered.len() > 3, "there are no expected changes: {offered:?}");
    let more: Vec<_> = changes.difference(&offered).cloned().collect();
    findings::none(&more, "changed by the program");
    assert_eq!(changes, offered);
    Ok(())
}

#[tokio::test]
async fn outside_the_page_the_program_adds_only_the_announcer() -> Result<()> {
    let beside = "return [...document.body.children].filter(part => part.localName !== 'script').map(part => part.cloneNode().outerHTML + (part.id === 'page' ? '' : part.textContent))";
    let without = Reader::new().await?;
    without.without_scripts().await?;
    without.open("static").await?;
    let before: Vec<String> = without.see(beside).await?;
    drop(without);
    let reader = Reader::of_ready_page().await?;
    let after: Vec<String> = reader.see(beside).await?;
    let (last, others) = after.split_last().context("an empty page")?;
    assert_eq!(others, before);
    assert_eq!(last, "<p id=\"announcer\" role=\"status\"></p>");
    Ok(())
}

#[tokio::test]
async fn nothing_moves_while_the_page_loads_and_the_program_starts() -> Result<()> {
    for width in [320, 1280] {
        let reader = Reader::new().await?;
        reader.watch(SHIFTS).await?;
        reader.width(width).await?;
        reader.open("ready").await?;
        // Layout shifts are reported after the next paint.
        let painted = "return await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))";
        reader.see::<Value>(painted).await?;
        let shifts: f64 = reader.see("return shifts").await?;
        assert!(shifts <= STEADY, "at {width} px the page shifts by {shifts}");
        // Check the check: a real shift is noticed.
        let push =
            "const block = document.createElement('div'); block.style.height = '300px'; document.body.prepend(block)";
        reader.see::<()>(push).await?;
        reader.wait_until("a shift is noticed", "return shifts", |shifts: &f64| *shifts > STEADY).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_start_of_the_program_keeps_focus_scroll_position_and_open_details() -> Result<()> {
    let reader = Reader::new().await?;
    let before = in_use(&reader).await?;
    reader.host.answer(Answer::AsBuilt);
    reader.wait_for_state("ready").await?;
    before.survived_as(&reader.see(DOINGS).await?);
    Ok(())
}

#[tokio::test]
async fn newer_data_shows_and_keeps_focus_scroll_position_and_open_details() -> Result<()> {
    let dataset = Dataset::read()?;
    let (text, id, [value, date]) = newer(&dataset)?;
    let reader = Reader::new().await?;
    reader.watch(CHANGES).await?;
    let before = in_use(&reader).await?;
    reader.host.answer(Answer::Text(text));
    reader.wait_for_state("ready").await?;
    before.survived_as(&reader.see(DOINGS).await?);
    let shown = reader.text(&format!("section [data-figure='{id}']")).await?;
    assert!(shown.contains(value), "{id} is still {shown}");
    let updated = reader.text(".updated").await?;
    assert!(updated.contains(date), "the page does not have the date {date}: {updated}");
    let changed = "return changes.length > 0 || printed !== document.getElementById('page')";
    assert!(reader.see::<bool>(changed).await?, "no change of the page was recorded");
    Ok(())
}

#[tokio::test]
async fn newer_data_shows_in_charts_and_notes_too() -> Result<()> {
    let dataset = Dataset::read()?;
    let (text, ..) = newer(&dataset)?;
    let reader = Reader::new().await?;
    reader.host.answer(Answer::Text(text));
    reader.look_at("", "ready").await?;
    let printed: Printed = reader.see(PRINTED).await?;
    printed.holds_all_of(&dataset);
    Ok(())
}

#[tokio::test]
async fn while_the_data_is_loading_the_printed_figures_can_be_read() -> Result<()> {
    let reader = Reader::new().await?;
    reader.host.answer(Answer::Held);
    reader.open("static").await?;
    reader.wait_until_asked("data/dashboard.json").await?;
    let printed: Printed = reader.see(PRINTED).await?;
    printed.holds_all_of(&Dataset::read()?);
    assert_eq!(printed.state, "static");
    reader.host.answer(Answer::AsBuilt);
    reader.wait_for_state("ready").await
}

#[tokio::test]
async fn if_the_data_cannot_be_loaded_the_printed_figures_stay() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::new().await?;
    reader.watch(CHANGES).await?;
    for answer in [Answer::Missing, Answer::Dropped, Answer::Text("{".to_owned())] {
        reader.host.answer(answer);
        reader.open("error").await?;
        let printed: Printed = reader.see(PRINTED).await?;
        printed.holds_all_of(&dataset);
        // The tools are disabled again.
        let changed = "return changes.filter((change) => !/ (disabled|tabindex|role|aria-label)( |$)/.test(change))";
        findings::none(&reader.see::<Vec<String>>(changed).await?, "changed in the printed page");
        let offered = "return [...document.querySelectorAll('#page :is(button:enabled, select:enabled, .frames[tabindex=\"0\"])')].map(part => part.outerHTML.slice(0, 80))";
        findings::none(&reader.see::<Vec<String>>(offered).await?, "enabled without the program");
        let alarm = reader.text("[role=alert]").await?;
        let year = dataset.updated().split('-').next().context("no date")?.to_owned();
        assert!(alarm.contains(&year), "the message lacks the date of the figures: {alarm}");
    }
    Ok(())
}
