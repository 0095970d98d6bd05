//! Prints proposals: for people, or as one JSON object for programs (`docs/read.schema.json`).

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::written::written;

use super::proposed::{Mark, Proposals, ProposedEvent, ProposedFigure};

/// The proposals for people: each with its place, its sentence and the JSON to paste.
#[must_use]
pub fn human(proposals: &Proposals, name: &str) -> String {
    let mut out = String::new();
    for remark in &proposals.remarks {
        let _ = writeln!(out, "note: {name}: {}", visible(remark));
    }
    if !proposals.remarks.is_empty() {
        out.push('\n');
    }
    for (place, figure) in proposals.figures.iter().enumerate() {
        let _ = writeln!(out, "{}. {name}, line {}: {}", place + 1, figure.line, about_figure(figure));
        let _ = writeln!(out, "   {}: {}", in_words(&figure.mark, "figure"), advice(&figure.mark, "figure"));
        say(&mut out, &figure.sentence, figure.clip.is_unique, &figure.doubts);
        repeated(&mut out, &figure.mark, &figure.repeats);
        indented(&mut out, &figure.json);
    }
    if !proposals.events.is_empty() {
        let _ = writeln!(out, "Dates:\n");
    }
    for (place, event) in proposals.events.iter().enumerate() {
        let _ =
            writeln!(out, "{}. {name}, line {}: {}, “{}”", place + 1, event.line, event.date, visible(&event.words));
        let _ = writeln!(out, "   {}: {}", in_words(&event.mark, "event"), advice(&event.mark, "event"));
        say(&mut out, &event.sentence, event.clip.is_unique, &[]);
        repeated(&mut out, &event.mark, &event.repeats);
        indented(&mut out, &event.json);
    }
    let counted = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let _ = writeln!(
        out,
        "{name}: {} and {} proposed: {}",
        counted(proposals.figures.len(), "figure"),
        counted(proposals.events.len(), "event"),
        summary(proposals)
    );
    if proposals.left_out > 0 {
        let _ = writeln!(
            out,
            "{name}: {} more are not listed, since the text has too many for one article",
            proposals.left_out
        );
    }
    out
}

/// How many proposals are of each kind.
fn summary(proposals: &Proposals) -> String {
    let marks =
        proposals.figures.iter().map(|figure| &figure.mark).chain(proposals.events.iter().map(|event| &event.mark));
    let mut counts = [0; 4];
    for mark in marks {
        let place = match mark {
            Mark::Same(_) => 0,
            Mark::Other(..) => 1,
            Mark::New => 2,
            Mark::Repeats(..) => 3,
        };
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }
    let [same, other, new, repeats] = counts;
    format!(
        "{same} already here with the same value, {other} with another value, {new} new, {repeats} repeated word for word"
    )
}

fn about_figure(figure: &ProposedFigure) -> String {
    let unit = if figure.unit.is_empty() {
        "the sentence does not say of what".into()
    } else {
        format!("\"{}\"", figure.unit)
    };
    format!("“{}” = {}, {unit}", visible(&figure.words), written(&figure.value))
}

fn in_words(mark: &Mark, item: &str) -> String {
    match mark {
        Mark::Same(id) => format!("already here, the same ({item} \"{id}\")"),
        Mark::Other(id, value) => format!("already here, other value ({item} \"{id}\": {value})"),
        Mark::New => "new".into(),
        Mark::Repeats(source, Some(id)) => format!("repeats article \"{source}\" word for word ({item} \"{id}\")"),
        Mark::Repeats(source, None) => format!("repeats article \"{source}\" word for word"),
    }
}

fn advice(mark: &Mark, item: &str) -> String {
    match mark {
        Mark::New => format!("word its label, and paste it into \"{item}s\""),
        Mark::Same(id) | Mark::Other(id, _) | Mark::Repeats(_, Some(id)) => {
            format!("if this article is not cited there yet, paste this into \"citations\" of \"{id}\"")
        }
        Mark::Repeats(source, None) => {
            format!("word its label, and paste it into \"{item}s\"; the article has \"repeats\": [\"{source}\"]")
        }
    }
}

fn say(out: &mut String, sentence: &str, is_unique: bool, doubts: &[String]) {
    let _ = writeln!(out, "   “{}”", visible(sentence));
    if !is_unique {
        let _ = writeln!(
            out,
            "   the words to quote are not unique in the article: quote others, if a link leads elsewhere"
        );
    }
    for doubt in doubts {
        let _ = writeln!(out, "   to decide: {}", visible(doubt));
    }
}

/// The other articles with the same words, if the mark does not name them.
fn repeated(out: &mut String, mark: &Mark, repeats: &[String]) {
    let others: Vec<String> = repeats
        .iter()
        .filter(|id| !matches!(mark, Mark::Repeats(source, _) if source == *id))
        .map(|id| format!("\"{id}\""))
        .collect();
    if !others.is_empty() {
        let _ = writeln!(out, "   the same words are in {}", others.join(", "));
    }
}

fn indented(out: &mut String, json: &str) {
    out.push('\n');
    for line in json.lines() {
        let _ = writeln!(out, "      {}", visible(line));
    }
    out.push('\n');
}

/// A text without the characters that would change the terminal or the order of what is beside them. In JSON they are
/// written as escapes.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let unseen = letter.is_control()
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{2028}' | '\u{2029}');
        match letter {
            '\n' | '\t' => out.push(' '),
            letter if unseen => {
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out
}

/// The proposals as JSON.
#[must_use]
pub fn json(proposals: &Proposals, name: &str) -> String {
    let figures: Vec<Json> = proposals.figures.iter().map(figure).collect();
    let events: Vec<Json> = proposals.events.iter().map(event).collect();
    let report = json!({
        "file": name,
        "source": proposals.source,
        "issued": proposals.issued.map(|day| day.to_string()),
        "figures": figures,
        "events": events,
        "left_out": proposals.left_out,
        "notes": proposals.remarks,
    });
    format!("{report:#}\n")
}

fn figure(figure: &ProposedFigure) -> Json {
    let value: Json = serde_json::from_str(&written(&figure.value)).unwrap_or_default();
    let hedge = value.as_object().and_then(|value| value.keys().next()).cloned();
    let mut entry = json!({
        "value": value,
        "hedge": hedge,
        "unit": figure.unit,
        "words": figure.words,
        "sentence": figure.sentence,
        "line": figure.line,
        "quote": figure.clip.quote,
        "unique": figure.clip.is_unique,
        "as_of": figure.as_of.as_ref().map(ToString::to_string),
        "since": figure.since.as_ref().map(ToString::to_string),
        "said_by": figure.said_by,
        "doubts": figure.doubts,
        "repeats": figure.repeats,
        "paste": pasted(&figure.json),
    });
    marked(&mut entry, &figure.mark);
    entry
}

fn event(event: &ProposedEvent) -> Json {
    let mut entry = json!({
        "date": event.date.to_string(),
        "words": event.words,
        "sentence": event.sentence,
        "line": event.line,
        "quote": event.clip.quote,
        "unique": event.clip.is_unique,
        "repeats": event.repeats,
        "paste": pasted(&event.json),
    });
    marked(&mut entry, &event.mark);
    entry
}

fn pasted(json: &str) -> Json {
    serde_json::from_str(json).unwrap_or_default()
}

/// The mark, the item of the file, and its value there.
fn marked(entry: &mut Json, mark: &Mark) {
    let parsed = |written: &str| serde_json::from_str::<Json>(written).unwrap_or_default();
    let (word, item, there) = match mark {
        Mark::Same(id) => ("same", Some(id), Json::Null),
        Mark::Other(id, value) => ("other value", Some(id), parsed(value)),
        Mark::New => ("new", None, Json::Null),
        Mark::Repeats(_, id) => ("repeats", id.as_ref(), Json::Null),
    };
    if let Some(entry) = entry.as_object_mut() {
        entry.insert("mark".into(), word.into());
        entry.insert("item".into(), item.cloned().into());
        entry.insert("there".into(), there);
    }
}
