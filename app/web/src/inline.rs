//! Figures in other people's sentences: what `footnoted-figure.js` puts into each `<footnoted-figure>` of a page.

use chart::Plot;
use model::{Basis, Citation, Figure, Marker};

use crate::provenance::known;

/// All figures as a JSON object: under each id the words of its value, its unit, what is to be said of it besides, and
/// its notes, each with the number that its article has on the page, the passage in words, and the way to it (seen
/// from the folder of the page).
///
/// The press writes it, and the program writes it anew when the live data is newer; both by this.
pub fn inline(plot: &Plot<'_>) -> String {
    let entries = plot.dashboard.figures.iter().map(|figure| format!("{}:{}", quoted(&figure.id), entry(plot, figure)));
    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
}

/// A figure as it stands in a sentence where nothing else is known of it.
pub fn in_sentence(plot: &Plot<'_>, figure: &Figure) -> String {
    let remark = remark(plot, figure).map(|remark| format!(" ({remark})")).unwrap_or_default();
    plot.printed(figure) + &remark
}

/// What has to be said of it among other words, where nothing else says that it is no finding, or stands no more.
fn remark(plot: &Plot<'_>, figure: &Figure) -> Option<String> {
    let charge = figure.basis.filter(|basis| *basis == Basis::Allegation);
    let standing = plot.language.standing(plot.dashboard, figure);
    standing.or_else(|| charge.map(|basis| plot.language.basis(basis).to_owned()))
}

fn entry(plot: &Plot<'_>, figure: &Figure) -> String {
    let phrase = plot.language.value(&figure.value, &figure.unit);
    let words = [phrase.qualifier.as_str(), &phrase.quantity].into_iter().filter(|words| !words.is_empty());
    let words = words.collect::<Vec<_>>().join(" ");
    let remark = remark(plot, figure).unwrap_or_default();
    let notes: Vec<String> =
        plot.footnotes.markers(&figure.id).iter().filter_map(|marker| note(plot, figure, marker)).collect();
    format!(
        "{{\"words\":{},\"unit\":{},\"remark\":{},\"notes\":[{}]}}",
        quoted(&words),
        quoted(&phrase.unit),
        quoted(&remark),
        notes.join(",")
    )
}

fn note(plot: &Plot<'_>, figure: &Figure, marker: &Marker<'_>) -> Option<String> {
    let source = marker.source;
    let roots = plot.dashboard.roots(&figure.id).into_iter();
    let own: Vec<&Citation> =
        roots.flat_map(|(_, citations)| citations.iter()).filter(|citation| citation.source == source.id).collect();
    let link = own.first()?.link(source).unwrap_or_else(|| format!("index.html#{}", marker.anchor));
    let quotes: Vec<String> = own.iter().map(|citation| format!("“{}”", citation.quote)).collect();
    let outlet = plot.language.outlet(source);
    let words = format!("{outlet}: {} ({})", quotes.join(" … "), known(plot, figure));
    Some(format!("{{\"number\":{},\"words\":{},\"link\":{}}}", marker.number, quoted(&words), quoted(&link)))
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
