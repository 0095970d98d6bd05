//! What has changed since a dashboard was published, and whether the record of corrections says so.

use std::collections::BTreeMap;

use model::{Change, Correction, Dashboard, Day, Figure, Origin, Turn};

use crate::finding::Finding;
use crate::outline::Outline;
use crate::written::written;

/// The new version of a dashboard beside the published one.
pub struct Comparison {
    /// A line for each figure or event that changed: was → now.
    pub changes: Vec<String>,
    /// Changes that readers are not told of.
    pub findings: Vec<Finding>,
}

/// That "updated" is a day to come, which no reader can make sense of. Where it is night here, it is tomorrow elsewhere.
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
    /// Holds a version against the published one.
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
                        "the figure \"{}\" ({} {}) was published and is gone: put it back with the status \"withdrawn\" or \"superseded\"",
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
        // A second edit on one day leaves the day as it is. In other parts of the world it is yesterday or tomorrow.
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

    /// A published value changes with a correction of its own. The figure is as it was, as it is, and where it is now.
    fn corrected(
        &mut self,
        (was, now, place): (&Figure, &Figure, usize),
        old: &Dashboard,
        new: &Dashboard,
        outline: &Outline<'_>,
    ) {
        // What is computed changes with its operands, whose corrections say why; unless it is computed otherwise.
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
        // An entry that was made for this change, and says something else.
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

    /// Events have no corrections; their changes are listed.
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

    /// The record of corrections only grows.
    fn kept(&mut self, old: &Dashboard, new: &Dashboard, outline: &Outline<'_>) {
        for correction in old.corrections.iter().filter(|correction| !new.corrections.contains(correction)) {
            let message = format!(
                "the correction of \"{}\" of {} was published and is gone or changed: put it back as it was",
                correction.figure, correction.date
            );
            self.findings.push(Finding::error("corrections", message, outline));
        }
    }
}

/// A change in words.
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
        Change::Evidence(_) => format!("{id}: {}, other citations or formula", value(figure)),
        Change::Words(_) => format!("{id}: {}, other words, dates or status", value(figure)),
    }
}
