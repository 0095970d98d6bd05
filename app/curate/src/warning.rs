//! What is not wrong and could be better: nobody is kept from publishing by it.

use std::collections::{BTreeMap, BTreeSet};

use model::{Dashboard, Date, Day};

use crate::brevity;
use crate::checked;
use crate::finding::Finding;
use crate::likeness::Likeness;
use crate::outline::Outline;

/// The warnings for a file in which nothing is wrong.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    stale(dashboard, outline, &mut warnings);
    unarchived(dashboard, outline, &mut warnings);
    untranslated(outline, &mut warnings);
    warnings.extend(checked::warnings(dashboard, outline));
    warnings.extend(brevity::warnings(dashboard, outline));
    lone_units(dashboard, outline, &mut warnings);
    warnings
}

/// "updated" is not before anything that the file reports.
fn stale(dashboard: &Dashboard, outline: &Outline<'_>, warnings: &mut Vec<Finding>) {
    let updated = dashboard.updated;
    // A month that is not over yet when the file is updated does not make it stale.
    let begins = |day: &Day| day.first();
    let sources = dashboard
        .sources
        .iter()
        .filter_map(|source| Some((source.issued.as_ref()?.start()?, format!("\"{}\" is of", source.id))));
    let corrections = dashboard
        .corrections
        .iter()
        .map(|correction| (correction.date.start(), format!("a correction of \"{}\" is of", correction.figure)));
    let events = dashboard.events.iter().flat_map(|event| {
        let dates =
            std::iter::once(&event.date).chain(event.citations.iter().filter_map(|citation| citation.date.as_ref()));
        dates.map(|date| (date.start(), format!("\"{}\" is dated", event.id)))
    });
    let figures = dashboard
        .figures
        .iter()
        .filter_map(|figure| Some((figure.as_of.as_ref().map(Date::start)?, format!("\"{}\" holds for", figure.id))));
    let newest = sources.chain(corrections).chain(events).chain(figures).max_by_key(|(day, _)| begins(day));
    if let Some((day, what)) = newest.filter(|(day, _)| begins(day) > updated.last()) {
        let message =
            format!("this file was last updated on {updated}, but {what} {day}: write the day of the last change");
        warnings.push(Finding::warning("updated", message, outline));
    }
}

/// Each article has a copy that stays when its page goes.
fn unarchived(dashboard: &Dashboard, outline: &Outline<'_>, warnings: &mut Vec<Finding>) {
    for (place, source) in dashboard.sources.iter().enumerate() {
        if source.archive_url.is_none() {
            let message =
                format!("\"{}\" has no copy in a web archive: save one, and name it as \"archive_url\"", source.id);
            warnings.push(Finding::warning(&format!("sources[{place}].id"), message, outline));
        }
    }
}

/// A text has every language that another text of the file has. A text is an object with English in it.
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

/// A unit that one figure alone has, and that is nearly another's, may be mistyped.
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
