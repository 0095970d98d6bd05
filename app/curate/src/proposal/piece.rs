//! Writes the JSON to paste into the data file: a citation for what the file has, else a figure or an event without its label.

use std::collections::BTreeSet;

use model::number;
use serde_json::{Map, Value as Json, json};

use crate::layout::Tree;
use crate::written::written;

use super::proposed::{Mark, ProposedEvent, ProposedFigure};

/// The JSON for a figure. `taken` are the ids that are in use.
pub(super) fn figure(figure: &ProposedFigure, source: &str, taken: &mut BTreeSet<String>) -> String {
    let value: Json = serde_json::from_str(&written(&figure.value)).unwrap_or_default();
    let mut citation = citation(source, &figure.clip.quote);
    match &figure.mark {
        Mark::Other(..) => {
            citation.insert("value".into(), value);
            laid_out(&citation.into())
        }
        Mark::Same(_) | Mark::Repeats(_, Some(_)) => laid_out(&citation.into()),
        Mark::New | Mark::Repeats(_, None) => {
            let mut item = Map::new();
            item.insert("id".into(), fresh(&figure_id(figure), taken).into());
            item.insert("label".into(), json!({ "en": "" }));
            item.insert("value".into(), value);
            item.insert("unit".into(), figure.unit.clone().into());
            for (key, date) in [("as_of", &figure.as_of), ("since", &figure.since)] {
                if let Some(date) = date {
                    item.insert(key.into(), date.to_string().into());
                }
            }
            if let Some(speaker) = &figure.said_by {
                item.insert("said_by".into(), json!({ "en": speaker }));
            }
            item.insert("citations".into(), json!([citation]));
            laid_out(&item.into())
        }
    }
}

/// The JSON for an event.
pub(super) fn event(event: &ProposedEvent, source: &str, taken: &mut BTreeSet<String>) -> String {
    let mut citation = citation(source, &event.clip.quote);
    match &event.mark {
        Mark::Other(..) => {
            citation.insert("date".into(), event.date.to_string().into());
            laid_out(&citation.into())
        }
        Mark::Same(_) | Mark::Repeats(_, Some(_)) => laid_out(&citation.into()),
        Mark::New | Mark::Repeats(_, None) => {
            let mut item = Map::new();
            item.insert("id".into(), fresh(&format!("on-{}", event.date), taken).into());
            item.insert("date".into(), event.date.to_string().into());
            item.insert("label".into(), json!({ "en": "" }));
            item.insert("citations".into(), json!([citation]));
            laid_out(&item.into())
        }
    }
}

fn citation(source: &str, quote: &str) -> Map<String, Json> {
    let mut citation = Map::new();
    citation.insert("source".into(), source.into());
    citation.insert("quote".into(), quote.into());
    citation
}

fn laid_out(item: &Json) -> String {
    const ORDER: [&str; 10] =
        ["id", "date", "label", "value", "unit", "as_of", "since", "said_by", "citations", "source"];
    Tree::read(&item.to_string()).map_or_else(
        |_| item.to_string(),
        |mut tree| {
            tree.sort(&ORDER);
            tree.write()
        },
    )
}

/// An id from unit and number, for the curator to change.
fn figure_id(figure: &ProposedFigure) -> String {
    use model::Bounds::{AtLeast, AtMost, Between, Exactly, LessThan, Magnitude, MoreThan};
    let amount = match figure.value.bounds {
        Exactly(number) | AtLeast(number) | MoreThan(number) | AtMost(number) | LessThan(number) => {
            number::write(number)
        }
        Between(low, high) => format!("{}-{}", number::write(low), number::write(high)),
        Magnitude(magnitude) => magnitude.key().to_owned(),
    };
    let unit = if figure.unit.is_empty() { "figure" } else { &figure.unit };
    format!("{unit}-{amount}")
}

/// An id of small letters, digits and hyphens that is not in use.
fn fresh(words: &str, taken: &mut BTreeSet<String>) -> String {
    let mut id = String::new();
    for letter in words.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => id.push(letter),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    let id: String = id.trim_matches('-').chars().take(60).collect();
    let id = if id.is_empty() { "figure".to_owned() } else { id };
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let fresh = std::iter::once(id.clone()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or(id);
    taken.insert(fresh.clone());
    fresh
}
