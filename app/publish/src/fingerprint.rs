//! The fingerprint of a part: two editions with the same fingerprint show the same in that part, whatever else changed.
//!
//! It is computed from the data, not from the pages: footnote numbers and the design may change without a change of the
//! content. The day of the file's last change belongs to the page, not to a part.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use model::{Chart, Citation, Citations, Cited, Counted, Dashboard, Event, Figure, Origin, Prose};

use crate::part::Part;
use crate::{hash, social};

/// The fingerprints of all parts of a dashboard.
pub(crate) struct Fingerprints<'a> {
    dashboard: &'a Dashboard,
    /// The fingerprint of each piece of the data.
    pieces: BTreeMap<Piece<'a>, String>,
}

/// A piece of the data, from which the parts of the dashboard are composed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'a> {
    /// The head and foot of every part.
    Head,
    /// A figure, without its note and its corrections.
    Figure(&'a str),
    /// The name of a figure.
    Name(&'a str),
    /// The words of a figure that is shown alone.
    Remarks(&'a str),
    Event(&'a str),
    Place(&'a str),
    /// How many figures and events name places.
    Whereabouts,
    Source(&'a str),
    Chart(&'a str),
    /// The numbers that sentences count.
    Counts,
}

impl<'a> Fingerprints<'a> {
    pub(crate) fn of(dashboard: &'a Dashboard) -> Self {
        let mut pieces = BTreeMap::new();
        let head = (&dashboard.id, &dashboard.title, &dashboard.license);
        pieces.insert(Piece::Head, digest(&head));
        for figure in &dashboard.figures {
            let bare = (
                (&figure.id, &figure.label, &figure.short, &figure.unit, figure.value, &figure.origin),
                (&figure.as_of, &figure.since, &figure.said_by, &figure.speaker, figure.basis, &figure.status),
            );
            let corrections: Vec<_> = dashboard.corrections.iter().filter(|item| item.figure == figure.id).collect();
            pieces.insert(Piece::Figure(&figure.id), digest(&bare));
            pieces.insert(Piece::Name(&figure.id), digest(figure.name()));
            pieces.insert(Piece::Remarks(&figure.id), digest(&(&figure.note, corrections)));
        }
        pieces.extend(dashboard.events.iter().map(|event| (Piece::Event(&event.id), digest(event))));
        pieces.extend(dashboard.places.iter().map(|place| (Piece::Place(&place.id), digest(place))));
        let figures = dashboard.figures.iter().map(|figure| (figure.is_derived(), &figure.places));
        let events = dashboard.events.iter().map(|event| (false, &event.places));
        pieces.insert(Piece::Whereabouts, digest(&figures.chain(events).collect::<Vec<_>>()));
        pieces.extend(dashboard.sources.iter().map(|source| (Piece::Source(&source.id), digest(source))));
        pieces.extend(dashboard.charts.iter().map(|chart| (Piece::Chart(&chart.id), digest(chart))));
        pieces.insert(Piece::Counts, digest(&Counted::ALL.map(|(_, counted)| dashboard.count(counted))));
        Self { dashboard, pieces }
    }

    /// The fingerprint of a part; of an unknown part, that of nothing.
    pub(crate) fn part(&self, part: Part<'_>) -> String {
        let mut shown = Shown { of: self, pieces: BTreeSet::from([Piece::Head]) };
        match part {
            Part::Whole => return self.whole(),
            Part::Card => social::leading(self.dashboard).for_each(|figure| shown.figure(figure)),
            Part::Chart(id) => {
                if let Some(chart) = self.dashboard.chart(id) {
                    shown.chart(chart);
                }
            }
            Part::Figure(id) => {
                if let Some(figure) = self.dashboard.figure(id) {
                    shown.figure(figure);
                    shown.pieces.insert(Piece::Remarks(&figure.id));
                    shown.named_in(figure.note.as_ref());
                }
            }
        }
        let digests = shown.pieces.iter().filter_map(|piece| self.pieces.get(piece));
        hash::fingerprint(&digests.map(String::as_bytes).collect::<Vec<_>>())
    }

    /// The order of everything.
    fn whole(&self) -> String {
        let dashboard = self.dashboard;
        let order = digest(&(&dashboard.summary, &dashboard.sections, &dashboard.corrections));
        let ids = dashboard.figures.iter().map(|figure| &figure.id);
        let ids = ids.chain(dashboard.charts.iter().map(|chart| &chart.id));
        let ids = ids.chain(dashboard.events.iter().map(|event| &event.id)).map(String::as_bytes);
        let digests = self.pieces.values().chain([&order]).map(String::as_bytes);
        hash::fingerprint(&digests.chain(ids).collect::<Vec<_>>())
    }
}

/// The pieces of a part.
struct Shown<'s, 'a> {
    of: &'s Fingerprints<'a>,
    pieces: BTreeSet<Piece<'a>>,
}

impl<'a> Shown<'_, 'a> {
    fn chart(&mut self, chart: &'a Chart) {
        self.pieces.insert(Piece::Chart(&chart.id));
        self.named_in(Some(&chart.finding));
        chart.figures.iter().filter_map(|id| self.of.dashboard.figure(id)).for_each(|figure| self.figure(figure));
        chart.events.iter().filter_map(|id| self.of.dashboard.event(id)).for_each(|event| self.event(event));
        for place in chart.places.iter().filter_map(|id| self.of.dashboard.place(id)) {
            self.pieces.extend([Piece::Place(&place.id), Piece::Whereabouts]);
            self.cited(place.citations.iter().flat_map(Citations::iter));
        }
    }

    /// A figure with everything that it rests on.
    fn figure(&mut self, figure: &'a Figure) {
        let mut waiting = vec![figure];
        while let Some(figure) = waiting.pop() {
            if !self.pieces.insert(Piece::Figure(&figure.id)) {
                continue;
            }
            // The name and value of its newest successor are printed beside it.
            if let Some(newest) = self.of.dashboard.newest(figure) {
                waiting.push(newest);
            }
            match &figure.origin {
                Origin::Reported(citations) => self.cited(citations.iter()),
                Origin::Derived(formula) => {
                    waiting.extend(formula.operands.iter().filter_map(|id| self.of.dashboard.figure(id)));
                }
            }
        }
    }

    fn event(&mut self, event: &'a Event) {
        self.pieces.insert(Piece::Event(&event.id));
        self.cited(event.citations.iter());
        self.named_in(event.note.as_ref());
    }

    /// The figures in a sentence, and the numbers that it counts.
    fn named_in(&mut self, prose: Option<&'a Prose>) {
        if prose.is_some_and(Prose::counts) {
            self.pieces.insert(Piece::Counts);
        }
        for article in prose.into_iter().flat_map(Prose::articles).flat_map(Cited::ids) {
            self.pieces.extend(self.of.dashboard.source(article).map(|source| Piece::Source(&source.id)));
        }
        let named = prose.into_iter().flat_map(Prose::figures);
        named.filter_map(|id| self.of.dashboard.figure(id)).for_each(|figure| self.figure(figure));
    }

    /// The articles of these citations, and those that they repeat.
    fn cited(&mut self, citations: impl Iterator<Item = &'a Citation>) {
        let mut waiting: Vec<&str> = citations.map(|citation| citation.source.as_str()).collect();
        while let Some(id) = waiting.pop() {
            let Some(source) = self.of.dashboard.source(id) else { continue };
            if self.pieces.insert(Piece::Source(&source.id)) {
                waiting.extend(source.repeats.iter().map(String::as_str));
            }
        }
    }
}

/// A hash of a value as this program reads it. It is compared within one run only.
fn digest(value: &impl Debug) -> String {
    hash::fingerprint(&[format!("{value:?}").as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn real() -> String {
        editions::text("cambodia").unwrap()
    }

    /// The names of the parts that differ between two texts.
    fn changed(old: &str, new: &str) -> Vec<String> {
        let (old, new) = (Dashboard::parse(old).unwrap(), Dashboard::parse(new).unwrap());
        let (before, after) = (Fingerprints::of(&old), Fingerprints::of(&new));
        let parts = Part::all(&new).into_iter();
        parts.filter(|part| before.part(*part) != after.part(*part)).map(Part::name).collect()
    }

    fn edited(from: &str, to: &str) -> String {
        let text = real();
        assert_eq!(text.matches(from).count(), 1, "{from} is in the fixture once");
        text.replacen(from, to, 1)
    }

    #[test]
    fn a_new_value_changes_the_parts_that_show_it_and_no_others() {
        assert_eq!(
            changed(&real(), &edited("\"exactly\": 118", "\"exactly\": 119")),
            ["embed", "card", "chart/matrix", "figure/raids", "figure/arrests-per-location"]
        );
    }

    /// Figures `a`, `b` = `a` + `c`, `c` with a note that names `d`, and `d`.
    fn small(a: &str, d: &str) -> String {
        let reported = |id: &str, value: &str, more: &str| {
            format!(
                r#"{{"id":"{id}","label":{{"en":"{id}"}},"unit":"people","value":{value},"citations":[{{"source":"s","quote":"q"}}]{more}}}"#
            )
        };
        format!(
            r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
            "sources":[{{"id":"s","type":"article","container-title":"O"}}],
            "figures":[{},{{"id":"b","label":{{"en":"b"}},"unit":"people","derive":{{"sum":["a","c"]}}}},{},{}],
            "charts":[{{"id":"k","kind":"bars","title":{{"en":"K"}},"finding":{{"en":"F"}},"figures":["c"]}}],
            "sections":[{{"id":"x","charts":["k"],"title":{{"en":"X"}},"figures":["a","b","c","d"]}}]}}"#,
            reported("a", a, ""),
            reported("c", r#"{"exactly":7}"#, r#","note":{"en":"Of {d}."}"#),
            reported("d", d, ""),
        )
    }

    #[test]
    fn a_new_value_changes_what_is_computed_from_it_and_where_it_is_named_in_a_sentence() {
        let (three, four) = (r#"{"exactly":3}"#, r#"{"exactly":4}"#);
        let old = small(three, three);
        assert_eq!(changed(&old, &small(four, three)), ["embed", "card", "figure/a", "figure/b"]);
        // The words about an operand are not part of the sum.
        assert_eq!(changed(&old, &small(three, four)), ["embed", "figure/c", "figure/d"]);
    }

    #[test]
    fn the_day_of_the_file_changes_no_part() {
        let day = Dashboard::parse(&real()).unwrap().updated.to_string();
        let newer = edited(&format!("\"updated\": \"{day}\""), "\"updated\": \"2031-01-01\"");
        assert!(changed(&real(), &newer).is_empty());
    }

    #[test]
    fn an_article_that_is_corrected_changes_all_that_cite_it() {
        let text = real();
        let dashboard = Dashboard::parse(&text).unwrap();
        let title = dashboard.sources[0].title.clone().unwrap();
        let changed = changed(&text, &text.replacen(&title, "Another title", 1));
        for figure in &dashboard.figures {
            let cites = dashboard.supports(&dashboard.sources[0].id, &figure.id);
            // Figures may name others that cite it.
            assert!(!cites || changed.contains(&Part::Figure(&figure.id).name()), "{}", figure.id);
        }
        assert!(changed.len() < Part::all(&dashboard).len(), "some parts rest on other articles alone");
    }

    #[test]
    fn another_order_of_the_page_changes_the_whole_alone() {
        let text = real();
        let dashboard = Dashboard::parse(&text).unwrap();
        let section = dashboard.sections.iter().find(|section| section.charts.len() > 1).unwrap();
        let (first, second) = (&section.charts[0], &section.charts[1]);
        let newer = edited(&format!("\"{first}\", \"{second}\""), &format!("\"{second}\", \"{first}\""));
        assert_eq!(changed(&text, &newer), ["embed"]);
    }

    #[test]
    fn the_title_belongs_to_every_part() {
        let dashboard_text = real();
        let dashboard = Dashboard::parse(&dashboard_text).unwrap();
        let title = dashboard.title.in_language("en");
        let changed = changed(&real(), &edited(title, "Another title"));
        assert_eq!(changed.len(), Part::all(&dashboard).len());
    }
}
