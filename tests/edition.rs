//! Tests of the edition in `data/`, which this repository publishes. No other test reads it, so an edit of the data cannot
//! break a test of the code.
//!
//! All tests but the last three apply to any edition.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use model::{Dashboard, Date, Day, Footnotes, Status};

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

/// The days from which on figures and events are known: made by hand from the dates of the articles, whose excerpts are dated
/// in the records in `seeds/`. JURIST has no day but "January 2026", which counts from its last day.
const KNOWN_FROM: [(&str, &[&str]); 15] = [
    ("2023-08-29", &["un-estimate"]),
    ("2024-05-27", &["annual-return", "gdp-share", "implied-gdp", "mekong-funds", "mekong-share"]),
    ("2025-05-25", &["return-2025", "gdp-share-2025"]),
    ("2025-07-19", &["raids-july-18", "arrests-july-18", "july-arrests"]),
    ("2025-10-17", &["raids-october", "arrests-october", "operations-begin"]),
    (
        "2026-01-21",
        &[
            "indonesians",
            "indonesian-share",
            "embassy-early",
            "embassy-one-day",
            "cases-2025",
            "cases-scam",
            "released",
            "left",
            "industry",
            "footage-compounds",
            "us-report",
            "sanctions",
            "extradition",
            "sihanoukville-photograph",
            "phnom-penh-photograph",
        ],
    ),
    ("2026-01-25", &["arrests-january-25", "deported-january", "deported-one-day"]),
    ("2026-01-28", &["at-embassy-26", "embassy-saturday", "recorded-compounds"]),
    (
        "2026-01-31",
        &[
            "at-embassy-30",
            "repatriated-indonesians",
            "repatriated-malaysians",
            "raids",
            "arrests",
            "arrests-per-location",
            "people-per-arrest",
            "visited",
            "investigation",
            "stranded",
            "punishment",
            "trafficked",
            "law",
            "rising",
            "commission",
            "investigation-ends",
            "minister",
            "amnesty-call",
        ],
    ),
    ("2026-02-01", &["bavet", "bavet-raid", "repatriated-arrested"]),
    ("2026-02-11", &["sealed", "senior-arrests", "deported-february-11"]),
    ("2026-02-19", &["shut-february", "cracked-down", "scam-cases", "deported-february-18", "voluntarily"]),
    ("2026-02-22", &["at-embassy-february", "returned-home", "returned-week"]),
    ("2026-03-11", &["shut-march", "targeted", "repatriated-march", "ringleaders-march", "awaiting"]),
    // Only in articles without a date.
    ("", &["raids-july-22", "arrests-july-22", "fraud-losses", "counts", "rescued-pursat", "tier", "chamkarmon"]),
];

#[test]
fn what_was_known_on_each_day_is_what_the_articles_published_by_then_report() -> Result<()> {
    let dashboard = edition()?;
    if dashboard.id != ASKED_FOR.0 {
        return Ok(());
    }
    for (when, items) in KNOWN_FROM {
        let first = Date::parse(when).map(|date| date.first());
        let never = Date::parse("2100-01-01").context("no day")?.first();
        let days = first.map_or(vec![(never, false)], |first| vec![(first - 1, false), (first, true), (never, true)]);
        for (day, is_known) in days {
            let day = Day::on(day);
            let known = dashboard.as_of(day);
            for item in items {
                assert!(dashboard.figure(item).is_some() || dashboard.event(item).is_some(), "there is no {item}");
                let found = known.figure(item).is_some() || known.event(item).is_some();
                assert_eq!(found, is_known, "{item} on {day}");
            }
        }
    }
    Ok(())
}

/// The readings that lead on each day: those asked for once JURIST's are known, and before that the newest ones.
#[test]
fn the_newest_reading_known_on_a_day_leads_until_the_pinned_one_is_known() -> Result<()> {
    let dashboard = edition()?;
    if dashboard.id != ASKED_FOR.0 {
        return Ok(());
    }
    for (when, leading, newest) in [
        ("2025-07-18", None, None),
        ("2025-07-19", Some("raids-july-18"), Some("raids-july-18")),
        ("2025-10-16", Some("raids-july-18"), Some("raids-july-18")),
        ("2025-10-17", Some("raids-october"), Some("raids-october")),
        ("2026-01-30", Some("raids-october"), Some("raids-october")),
        ("2026-01-31", Some("raids"), Some("raids")),
    ] {
        let Some(Date::Day(day)) = Date::parse(when) else { anyhow::bail!("{when} is no day") };
        let known = dashboard.as_of(day);
        let leads = known.leading().find(|figure| figure.measure.as_deref() == Some("raided"));
        assert_eq!(leads.map(|figure| figure.id.as_str()), leading, "{when}");
        assert_eq!(known.newest_reading("raided").map(|figure| figure.id.as_str()), newest, "{when}");
    }
    Ok(())
}
