//! Tests of the edition in `data/`, which this repository publishes. No other test reads it, so an edit of the data cannot
//! break a test of the code.
//!
//! All tests but the last apply to any edition.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use model::{Dashboard, Footnotes, Status};

/// The id of the first dashboard of the project, and the ids of the figures that it was required to show.
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
fn it_has_no_mistakes() -> Result<()> {
    edition().map(drop)
}

#[test]
fn every_reported_figure_and_every_event_has_an_article_and_a_quote() -> Result<()> {
    let dashboard = edition()?;
    let figures = dashboard.figures.iter().filter(|figure| !figure.is_derived());
    let figures = figures.map(|figure| (&figure.id, figure.citations().collect::<Vec<_>>()));
    let events = dashboard.events.iter().map(|event| (&event.id, event.citations.iter().collect()));
    for (id, citations) in figures.chain(events) {
        assert!(!citations.is_empty(), "{id} has no citation");
        for citation in citations {
            assert!(dashboard.source(&citation.source).is_some(), "{id} cites an unknown article");
            assert!(!citation.quote.trim().is_empty(), "{id} has an empty quote");
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
    // A superseded or withdrawn figure that is not on the page has no note.
    let shown = dashboard.sections.iter().flat_map(|section| &section.figures);
    let drawn = dashboard.charts.iter().flat_map(|chart| chart.figures.iter().chain(&chart.events));
    for id in shown.chain(drawn) {
        let markers = footnotes.markers(id);
        assert!(!markers.is_empty(), "{id} has no marker");
        for marker in markers {
            assert!(passages.contains(&marker.anchor), "the marker {} of {id} leads to no passage", marker.anchor);
        }
    }
    Ok(())
}

#[test]
fn the_page_begins_with_a_section() -> Result<()> {
    let dashboard = edition()?;
    let leading = dashboard.sections.first().context("there is no section")?;
    assert!(
        !leading.figures.is_empty() || !leading.charts.is_empty(),
        "the first section has neither figures nor charts"
    );
    Ok(())
}

#[test]
fn the_five_required_figures_are_in_the_first_section() -> Result<()> {
    let dashboard = edition()?;
    let (id, figures) = ASKED_FOR;
    // The requirement is for this dashboard alone.
    if dashboard.id != id {
        return Ok(());
    }
    let leading = &dashboard.sections.first().context("there is no section")?.figures;
    for asked in figures {
        let mut newest = asked.to_owned();
        // A newer figure may have superseded it, and another one that one.
        for _ in &dashboard.figures {
            if let Some(Status::Superseded(next)) = dashboard.figure(&newest).map(|figure| &figure.status) {
                newest.clone_from(next);
            }
        }
        let leads = leading.iter().any(|figure| *figure == asked || *figure == newest);
        assert!(leads, "`{asked}` is not in the first section: add it, or the figure that supersedes it");
    }
    Ok(())
}
