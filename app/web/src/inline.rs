//! Figures in sentences of other sites: the values that `footnoted-figure.js` puts into each `<footnoted-figure>`.

use model::{Figure, Marker};
use statement::Account;

/// All figures as a JSON object. Under each id: the words of its value, its unit, its status, and its notes, each with its
/// number on the page, the passage, and its address (relative to the folder of the page). Under the id of a measure is its
/// newest reading, so a sentence that names the measure follows the next report.
///
/// The press writes it; the program writes the same when the live data is newer.
pub fn inline(plot: &Account<'_>) -> String {
    let dashboard = plot.dashboard;
    let figures = dashboard.figures.iter().map(|figure| (&figure.id, figure));
    let measures = dashboard.measures.iter();
    let newest = measures.filter_map(|measure| Some((&measure.id, dashboard.newest_reading(&measure.id)?)));
    let entries = figures.chain(newest).map(|(id, figure)| format!("{}:{}", quoted(id), entry(plot, figure)));
    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
}

fn entry(plot: &Account<'_>, figure: &Figure) -> String {
    // The remark includes the status.
    let (phrase, _) = plot.stated(figure).into_parts();
    let (qualifier, quantity, unit) = phrase.into_parts();
    let words = if qualifier.is_empty() { quantity } else { format!("{qualifier} {quantity}") };
    let remark = plot.remark(figure).unwrap_or_default();
    let notes: Vec<String> =
        plot.footnotes.markers(&figure.id).iter().map(|marker| note(plot, figure, marker)).collect();
    format!(
        "{{\"words\":{},\"unit\":{},\"remark\":{},\"notes\":[{}]}}",
        quoted(&words),
        quoted(&unit),
        quoted(&remark),
        notes.join(",")
    )
}

fn note(plot: &Account<'_>, figure: &Figure, marker: &Marker<'_>) -> String {
    let source = marker.source;
    let link = plot.passage_link(&figure.id, source).unwrap_or_else(|| format!("index.html#{}", marker.anchor));
    let words = format!("{}: {} ({})", plot.outlet(source), plot.quotes(&figure.id, source), plot.known(figure));
    format!("{{\"number\":{},\"words\":{},\"link\":{}}}", marker.number, quoted(&words), quoted(&link))
}

/// A text as a JSON string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // Other control characters have no meaning in a sentence.
            c if c < ' ' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_text_with_marks_of_its_own_stays_one_text() {
        assert_eq!(quoted("“5” \"\\\n\u{1}"), "\"“5” \\\"\\\\  \"");
    }
}
