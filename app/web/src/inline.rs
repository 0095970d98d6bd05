//! Figures in other people's sentences: what `footnoted-figure.js` puts into each `<footnoted-figure>` of a page.

use model::{Figure, Marker};
use statement::Account;

/// All figures as a JSON object: under each id the words of its value, its unit, what is to be said of it besides, and
/// its notes, each with the number that its article has on the page, the passage in words, and the way to it (seen
/// from the folder of the page).
///
/// The press writes it, and the program writes it anew when the live data is newer; both by this.
pub fn inline(plot: &Account<'_>) -> String {
    let entries = plot.dashboard.figures.iter().map(|figure| format!("{}:{}", quoted(&figure.id), entry(plot, figure)));
    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
}

fn entry(plot: &Account<'_>, figure: &Figure) -> String {
    // The remark says what became of it.
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

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // What else has to be escaped says nothing in a sentence.
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
