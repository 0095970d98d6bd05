//! The warnings for a valid file. They do not prevent publishing.

use std::collections::{BTreeMap, BTreeSet};

use model::{Dashboard, Date, Day};

use crate::brevity;
use crate::checked;
use crate::finding::Finding;
use crate::likeness::Likeness;
use crate::located;
use crate::mixed;
use crate::outline::Outline;

/// All warnings for a file without errors.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    stale(dashboard, outline, &mut warnings);
    unarchived(dashboard, outline, &mut warnings);
    untranslated(outline, &mut warnings);
    warnings.extend(checked::warnings(dashboard, outline));
    warnings.extend(mixed::warnings(dashboard, outline));
    warnings.extend(located::warnings(dashboard, outline));
    warnings.extend(brevity::warnings(dashboard, outline));
    lone_units(dashboard, outline, &mut warnings);
    warnings
}

/// "updated" must not be before any date in the file.
fn stale(dashboard: &Dashboard, outline: &Outline<'_>, warnings: &mut Vec<Finding>) {
    let updated = dashboard.updated;
    // A month counts from its first day, since the file may be updated within it.
    let begins = |day: &Day| day.first();
    let sources = dashboard.sources.iter().filter_map(|source| {
        Some((source.issued.as_ref()?.start()?, format!("the article \"{}\" is dated", source.id)))
    });
    let corrections = dashboard
        .corrections
        .iter()
        .map(|correction| (correction.date.start(), format!("a correction of \"{}\" is dated", correction.figure)));
    let events = dashboard.events.iter().flat_map(|event| {
        let dates =
            std::iter::once(&event.date).chain(event.citations.iter().filter_map(|citation| citation.date.as_ref()));
        dates.map(|date| (date.start(), format!("\"{}\" is dated", event.id)))
    });
    let figures = dashboard
        .figures
        .iter()
        .filter_map(|figure| Some((figure.as_of.as_ref().map(Date::start)?, format!("\"{}\" applies to", figure.id))));
    let newest = sources.chain(corrections).chain(events).chain(figures).max_by_key(|(day, _)| begins(day));
    if let Some((day, what)) = newest.filter(|(day, _)| begins(day) > updated.last()) {
        let message =
            format!("this file was last updated on {updated}, but {what} {day}: write the day of the last change");
        warnings.push(Finding::warning("updated", message, outline));
    }
}

/// Each article should have an archive copy, in case its page disappears.
fn unarchived(dashboard: &Dashboard, outline: &Outline<'_>, warnings: &mut Vec<Finding>) {
    for (place, source) in dashboard.sources.iter().enumerate() {
        if source.archive_url.is_none() {
            let message = format!(
                "\"{}\" has no copy in a web archive: save one, and write its address into \"archive_url\"",
                source.id
            );
            warnings.push(Finding::warning(&format!("sources[{place}].id"), message, outline));
        }
    }
}

/// Each text should have all languages of the file. A text is an object with the key "en".
fn untranslated(outline: &Outline<'_>, warnings: &mut Vec<Finding>) {
    let values = outline.values();
    let texts = values.iter().filter(|value| value.keys().any(|(key, words)| key == "en" && words.starts_with('"')));
    let texts: Vec<(&str, BTreeSet<&str>)> =
        texts.map(|text| (text.path(), text.keys().map(|(language, _)| language).collect())).collect();
    let all: BTreeSet<&str> = texts.iter().flat_map(|(_, languages)| languages).copied().collect();
    for (text, languages) in texts {
        let missing: Vec<String> = all.difference(&languages).map(|language| format!("\"{language}\"")).collect();
        if !missing.is_empty() {
            let message = format!(
                "this text has no {}, which other texts have: readers of it see English here",
                missing.join(" and ")
            );
            warnings.push(Finding::warning(text, message, outline));
        }
    }
}

/// A unit that only one figure has, and that is similar to another, may be mistyped.
fn lone_units(dashboard: &Dashboard, outline: &Outline<'_>, warnings: &mut Vec<Finding>) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for figure in &dashboard.figures {
        *counts.entry(figure.unit.key()).or_default() += 1;
    }
    let units = Likeness::of(counts.keys().copied());
    for (place, figure) in dashboard.figures.iter().enumerate() {
        let unit = figure.unit.key();
        if counts.get(unit) != Some(&1) {
            continue;
        }
        if let Some(near) = units.near(unit) {
            let message = format!("no other figure has the unit \"{unit}\"; did you mean \"{near}\"?");
            warnings.push(Finding::warning(&format!("figures[{place}].unit"), message, outline));
        }
    }
}
