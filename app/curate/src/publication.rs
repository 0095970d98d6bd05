//! Lists the changes since a dashboard was published, and checks that its corrections explain them.

use std::collections::BTreeMap;

use model::{Change, Correction, Dashboard, Day, Figure, Origin, Turn};

use crate::finding::Finding;
use crate::outline::Outline;
use crate::written::written;

/// A dashboard compared with its published version.
pub struct Comparison {
    /// A line for each figure or event that changed: was → now.
    pub changes: Vec<String>,
    /// Errors for changes without a correction, and other findings.
    pub findings: Vec<Finding>,
}

/// An error if "updated" is in the future. Tomorrow is allowed, since it is tomorrow already in other time zones.
pub fn ahead(dashboard: &Dashboard, today: Option<i64>, outline: &Outline<'_>) -> Option<Finding> {
    let day = dashboard.updated;
    let is_ahead = today.is_some_and(|today| day.first() > today + 1);
    let message = || {
        format!(
            "{day} is yet to come: write the day on which you changed the figures, or set the clock of this computer right"
        )
    };
    is_ahead.then(|| Finding::error("updated", message(), outline))
}

impl Comparison {
    /// Compares a version with the published one.
    pub fn of(old: &Dashboard, new: &Dashboard, today: Option<i64>, outline: &Outline<'_>) -> Self {
        let mut comparison = Self { changes: Vec::new(), findings: Vec::new() };
        let index: BTreeMap<&str, usize> =
            new.figures.iter().enumerate().map(|(place, figure)| (figure.id.as_str(), place)).collect();
        for change in Change::between(old, new) {
            comparison.changes.push(line(&change));
            match change {
                Change::Value { was, now } => {
                    let place = index.get(now.id.as_str()).copied().unwrap_or_default();
                    comparison.corrected((was, now, place), old, new, outline);
                }
                Change::Removed(figure) => {
                    let message = format!(
                        "the figure \"{}\" ({} {}) was published and is missing now: put it back with the status \"withdrawn\" or \"superseded\"",
                        figure.id,
                        written(&figure.value),
                        figure.unit.key()
                    );
                    comparison.findings.push(Finding::error("figures", message, outline));
                }
                _ => {}
            }
        }
        comparison.changes.extend(Change::articles(old, new).into_iter().map(|(turn, article)| {
            let what = match turn {
                Turn::Added => "new",
                Turn::Removed => "gone",
                Turn::Changed => "other words, date, address or origin",
            };
            format!("article {}: {what}", article.id)
        }));
        comparison.events(old, new);
        comparison.kept(old, new, outline);
        // A second edit on the same day does not change the day. In other time zones it is yesterday or tomorrow.
        let is_today = |day: &Day| today.is_some_and(|today| (day.first() - today).abs() <= 1);
        let behind = new.updated.last() < old.updated.last();
        let same = new.updated.last() == old.updated.last() && !is_today(&new.updated);
        if !comparison.changes.is_empty() && (behind || same) {
            let message =
                format!("figures or events changed, and this still says {}: write the day of the change", new.updated);
            comparison.findings.push(Finding::warning("updated", message, outline));
        }
        comparison
    }

    /// Requires a correction for a changed value: the old and the new figure, and its index in the new version.
    fn corrected(
        &mut self,
        (was, now, place): (&Figure, &Figure, usize),
        old: &Dashboard,
        new: &Dashboard,
        outline: &Outline<'_>,
    ) {
        // A computed value changes with its operands, whose corrections explain it, unless its formula changed.
        let follows =
            matches!((&was.origin, &now.origin), (Origin::Derived(one), Origin::Derived(other)) if one == other);
        let is_of = |correction: &&Correction| correction.figure == was.id;
        let says_so = |correction: &&Correction| is_of(correction) && correction.was == was.value;
        let count = |dashboard: &Dashboard| dashboard.corrections.iter().filter(says_so).count();
        if (follows && was.unit == now.unit) || count(new) > count(old) {
            return;
        }
        let id = &was.id;
        let value = written(&was.value);
        // A new correction for this change, but with another old value.
        let added = new
            .corrections
            .iter()
            .enumerate()
            .find(|(_, correction)| is_of(correction) && !old.corrections.contains(correction));
        let (path, message) = match added {
            Some((place, _)) => (
                format!("corrections[{place}].was"),
                format!("the published value of \"{id}\" is {value}: write that as \"was\""),
            ),
            None => {
                let key = if now.is_derived() {
                    "derive"
                } else if was.value == now.value {
                    "unit"
                } else {
                    "value"
                };
                (
                    format!("figures[{place}].{key}"),
                    format!(
                        "\"{id}\" was published as {value} {}: add to \"corrections\" {{\"date\": \"…\", \"figure\": \"{id}\", \"was\": {value}, \"reason\": {{\"en\": \"…\"}}}}",
                        was.unit.key()
                    ),
                )
            }
        };
        self.findings.push(Finding::error(&path, message, outline));
    }

    /// Lists the changes of events, which have no corrections.
    fn events(&mut self, old: &Dashboard, new: &Dashboard) {
        for now in &new.events {
            match old.event(&now.id) {
                None => self.changes.push(format!("event {}: new, {}", now.id, now.date)),
                Some(was) if was.date != now.date => {
                    self.changes.push(format!("event {}: {} → {}", now.id, was.date, now.date));
                }
                Some(was) if was != now => self.changes.push(format!("event {}: words or citations changed", now.id)),
                Some(_) => {}
            }
        }
        for was in old.events.iter().filter(|was| new.event(&was.id).is_none()) {
            self.changes.push(format!("event {}: {} → gone", was.id, was.date));
        }
    }

    /// Published corrections must not be removed or changed.
    fn kept(&mut self, old: &Dashboard, new: &Dashboard, outline: &Outline<'_>) {
        for correction in old.corrections.iter().filter(|correction| !new.corrections.contains(correction)) {
            let message = format!(
                "the correction of \"{}\" of {} was published and is missing or changed now: put it back as it was",
                correction.figure, correction.date
            );
            self.findings.push(Finding::error("corrections", message, outline));
        }
    }
}

/// The line for a change.
fn line(change: &Change<'_>) -> String {
    let figure = change.figure();
    let id = &figure.id;
    let value = |figure: &Figure| format!("{} {}", written(&figure.value), figure.unit.key());
    match change {
        Change::Added(_) => format!("{id}: new, {}", value(figure)),
        Change::Removed(_) => format!("{id}: {} → gone", value(figure)),
        Change::Value { was, now } => {
            let derived = if now.is_derived() { " (computed)" } else { "" };
            format!("{id}: {} → {}{derived}", value(was), value(now))
        }
        Change::Citations(_) => format!("{id}: {}, other citations or formula", value(figure)),
        Change::Words(_) => format!("{id}: {}, other words, dates or status", value(figure)),
    }
}
