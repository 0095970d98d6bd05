//! What is promised of the edition that is published from here, and of it alone. No other test reads it, so that an edit
//! of the data can break no test of the code.
//!
//! All but the last holds of any edition that may lie in `data/`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use model::{Dashboard, Footnotes, Status};

/// The dashboard that the project began with, and the figures that it was asked for by name.
const ASKED_FOR: (&str, [&str; 5]) =
    ("cambodia-scam-compounds", ["un-estimate", "raids", "arrests", "fraud-losses", "annual-return"]);

fn text() -> Result<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/dashboard.json");
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}

fn edition() -> Result<Dashboard> {
    Dashboard::parse(&text()?).map_err(|problems| anyhow::anyhow!("data/dashboard.json has mistakes:\n{problems}"))
}

#[test]
fn nothing_is_wrong_with_it() -> Result<()> {
    edition().map(drop)
}

#[test]
fn every_reported_figure_and_every_event_names_an_article_and_its_words() -> Result<()> {
    let dashboard = edition()?;
    let figures = dashboard.figures.iter().filter(|figure| !figure.is_derived());
    let figures = figures.map(|figure| (&figure.id, figure.citations().collect::<Vec<_>>()));
    let events = dashboard.events.iter().map(|event| (&event.id, event.citations.iter().collect()));
    for (id, citations) in figures.chain(events) {
        assert!(!citations.is_empty(), "{id} is not cited");
        for citation in citations {
            assert!(dashboard.source(&citation.source).is_some(), "{id} cites an unknown article");
            assert!(!citation.quote.trim().is_empty(), "{id} quotes no word");
        }
    }
    Ok(())
}

#[test]
fn every_figure_and_every_event_has_markers_that_lead_to_passages() -> Result<()> {
    let dashboard = edition()?;
    let footnotes = Footnotes::of(&dashboard);
    let notes = footnotes.notes().iter();
    let passages: BTreeSet<_> =
        notes.flat_map(|note| note.passages.iter().map(|passage| note.source.passage_anchor(passage.item))).collect();
    // What stands nowhere any more, since it was superseded or withdrawn, has no note to lead to.
    let shown = dashboard.sections.iter().flat_map(|section| &section.figures);
    let drawn = dashboard.charts.iter().flat_map(|chart| chart.figures.iter().chain(&chart.events));
    for id in shown.chain(drawn) {
        let markers = footnotes.markers(id);
        assert!(!markers.is_empty(), "{id} has no marker");
        for marker in markers {
            assert!(passages.contains(&marker.anchor), "the marker {} of {id} leads nowhere", marker.anchor);
        }
    }
    Ok(())
}

#[test]
fn a_section_leads_the_page() -> Result<()> {
    let dashboard = edition()?;
    let leading = dashboard.sections.first().context("there is no section")?;
    assert!(
        !leading.figures.is_empty() || !leading.charts.is_empty(),
        "the first section has neither figures nor charts"
    );
    Ok(())
}

#[test]
fn the_five_figures_the_project_was_asked_for_lead_the_page() -> Result<()> {
    let dashboard = edition()?;
    let (id, figures) = ASKED_FOR;
    // Another dashboard was asked for other figures.
    if dashboard.id != id {
        return Ok(());
    }
    let leading = &dashboard.sections.first().context("there is no section")?.figures;
    for asked in figures {
        let mut newest = asked.to_owned();
        // A newer figure may have taken its place, and another the place of that one.
        for _ in &dashboard.figures {
            if let Some(Status::Superseded(next)) = dashboard.figure(&newest).map(|figure| &figure.status) {
                newest.clone_from(next);
            }
        }
        let leads = leading.iter().any(|figure| *figure == asked || *figure == newest);
        assert!(leads, "`{asked}` does not lead the page: name it, or what supersedes it, in the first section");
    }
    Ok(())
}
