//! The charts of a generated edition: one for each block of figures, of every kind in turn.

use crate::subject::{BLOCK, Subject};

/// A chart, and the last of the figures that it may draw.
pub(crate) struct Chart {
    pub(crate) id: String,
    pub(crate) last: usize,
    pub(crate) text: String,
}

/// The kind, what else it needs, and the places in the block of what it draws; a timeline draws none.
const KINDS: [(&str, &str, &[usize]); 13] = [
    ("bars", "", &[0, 1, 2, 6]),
    ("range", "\"scale\": \"log\"", &[3, 2, 0, 6, 1]),
    ("share", "", &[5]),
    ("matrix", "", &[0, 1, 2, 3, 4, 5, 6]),
    ("timeline", "", &[]),
    ("flow", "", &[0, 1, 2, 3, 4, 6]),
    ("wording", "", &[0, 1, 2, 3]),
    // No whole is above 90,000, so there are 900 dots at most.
    ("share", "\"dot\": 100", &[1, 0]),
    ("range", "", &[6]),
    ("bars", "\"scale\": \"log\"", &[0, 1]),
    ("spans", "", &[0, 1, 3, 6]),
    // An estimate is no more than seven tenths of the count.
    ("sums", "\"compare\": [1, 0]", &[4, 1, 3, 0, 6]),
    ("series", "", &READINGS),
];

/// The places in a block of the figures that can be readings of one measure: they have one unit, and a number.
const READINGS: [usize; 4] = [0, 1, 2, 6];

/// Whether the figure at a place of a whole block is a reading, which a chart over time draws.
pub(crate) fn is_reading(block: usize, at: usize) -> bool {
    let is_series = KINDS.iter().cycle().nth(block).is_some_and(|(kind, ..)| *kind == "series");
    is_series && READINGS.contains(&at) && crate::generated::is_dated(block * BLOCK + at)
}

/// The charts of so many figures. Less than a block has one that draws what there is.
pub(crate) fn all(subjects: &[Subject], figures: usize) -> Vec<Chart> {
    let whole = figures / BLOCK;
    if whole == 0 {
        let drawn: Vec<usize> = [0, 1, 2].into_iter().filter(|at| *at < figures).collect();
        return subjects.iter().map(|subject| chart(subject, ("bars", "", &drawn), figures)).collect();
    }
    let kinds = KINDS.iter().cycle();
    let charts = subjects.iter().take(whole).zip(kinds);
    let is_drawn = |subject: &Subject, kind| kind != "series" || (0..BLOCK).any(|at| is_reading(subject.block, at));
    let charts = charts.filter(|(subject, (kind, ..))| is_drawn(subject, *kind));
    charts.map(|(subject, kind)| chart(subject, *kind, BLOCK)).collect()
}

fn chart(subject: &Subject, (kind, extra, drawn): (&str, &str, &[usize]), here: usize) -> Chart {
    let block = subject.block;
    let first = block * BLOCK;
    let named = |at: usize| format!("\"f-{}\"", first + at);
    let extra = match extra {
        "" => String::new(),
        "\"compare\": [1, 0]" => format!(",\n      \"compare\": [{}, {}]", named(1), named(0)),
        extra => format!(",\n      {extra}"),
    };
    let events = || {
        let ids: Vec<String> = (block.saturating_sub(6)..=block).map(|event| format!("\"e-{event}\"")).collect();
        format!("\"events\": [{}]", ids.join(", "))
    };
    // What is drawn on an axis of time has one.
    let drawn = drawn.iter().filter(|at| kind != "spans" || crate::generated::is_dated(first + **at));
    let ids: Vec<String> = drawn.map(|at| named(*at)).collect();
    let what = match kind {
        "timeline" => events(),
        "spans" if ids.is_empty() => events(),
        "series" => format!("\"figures\": [\"m-{block}\"]"),
        "spans" => format!("{},\n      \"figures\": [{}]", events(), ids.join(", ")),
        _ => format!("\"figures\": [{}]", ids.join(", ")),
    };
    let id = format!("c-{block}");
    let text = format!(
        "    {{\n      \"id\": \"{id}\",\n      \"kind\": \"{kind}\"{extra},\n      \"title\": {{ \"en\": \"The {} of {}\" }},\n      \"finding\": {{ \"en\": \"In {} it is {{f-{first}}}, and more is claimed.\" }},\n      {what}\n    }}",
        subject.thing.plural, subject.place, subject.place
    );
    Chart { id, last: first + here - 1, text }
}
