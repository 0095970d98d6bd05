//! Lists the sentences of a file that can name figures, each with its path.

use model::{Dashboard, Prose};

/// A sentence with its place.
pub(crate) struct Sentence<'a> {
    /// Its path in the file: `sections[2].summary`.
    pub(crate) path: String,
    pub(crate) prose: &'a Prose,
    /// The id of the figure or event, if it is a note.
    pub(crate) note_of: Option<&'a str>,
}

/// All sentences: first the summary, then the notes, then those of sections and charts.
pub(crate) fn sentences(dashboard: &Dashboard) -> Vec<Sentence<'_>> {
    let mut all = Vec::new();
    let mut add = |path: String, prose, note_of| all.push(Sentence { path, prose, note_of });
    add("summary".to_owned(), &dashboard.summary, None);
    for (place, figure) in dashboard.figures.iter().enumerate() {
        if let Some(note) = &figure.note {
            add(format!("figures[{place}].note"), note, Some(figure.id.as_str()));
        }
    }
    for (place, event) in dashboard.events.iter().enumerate() {
        if let Some(note) = &event.note {
            add(format!("events[{place}].note"), note, Some(event.id.as_str()));
        }
    }
    for (place, section) in dashboard.sections.iter().enumerate() {
        for (key, text) in [("finding", &section.finding), ("summary", &section.summary)] {
            if let Some(text) = text {
                add(format!("sections[{place}].{key}"), text, None);
            }
        }
    }
    for (place, chart) in dashboard.charts.iter().enumerate() {
        add(format!("charts[{place}].finding"), &chart.finding, None);
    }
    all
}
