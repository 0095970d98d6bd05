//! What stands below a picture that leaves the page: who says so, the articles by number, and whose picture it is.

use locale::Message;
use model::{Chart, Date, Figure, Note, Origin, Piece, Prose, Source};

use crate::paragraph::{Link, Span, Style};
use crate::plot::Plot;
use crate::scene::Reference;

/// The words of a sentence, each figure in it with the numbers of its notes.
pub(crate) fn sentence(plot: &Plot<'_>, prose: &Prose) -> Vec<Span> {
    let mut spans = Vec::new();
    for piece in prose.in_language(plot.language.tag()) {
        match piece {
            Piece::Words(words) => spans.push(Span::plain(words)),
            Piece::Figure(id) => {
                let Some(figure) = plot.dashboard.figure(id) else { continue };
                spans.push(Span::plain(plot.printed(figure)));
                spans.extend(plot.references(id, figure.name()).iter().map(|reference| Span {
                    text: reference.number.to_string(),
                    style: Style::Number,
                    link: link(plot, reference),
                }));
            }
        }
    }
    spans
}

/// Where a marker leads from outside the page: to the passage in the article itself, where that has an address.
pub(crate) fn link(plot: &Plot<'_>, reference: &Reference) -> Option<Link> {
    let note = note(plot, reference.number)?;
    let passage = note.passages.iter().find(|passage| note.source.passage_anchor(passage.item) == reference.anchor)?;
    let address = passage.citations.first()?.link(note.source)?;
    Some(Link { address, words: Some(reference.words.clone()) })
}

/// The note of this number.
pub(crate) fn note<'p>(plot: &Plot<'p>, number: usize) -> Option<&'p Note<'p>> {
    plot.footnotes.notes().iter().find(|note| note.number == number)
}

/// An article: authors, title, outlet, date and address, as far as they are known, and whom it repeats.
pub(crate) fn article(plot: &Plot<'_>, source: &Source) -> Vec<Span> {
    let language = plot.language;
    let mut parts: Vec<String> = source
        .authors
        .iter()
        .map(|name| name.given.as_ref().map_or_else(|| name.family.clone(), |given| format!("{given} {}", name.family)))
        .collect();
    parts.push(match &source.title {
        Some(title) => format!("“{title}”"),
        None => language.say(Message::Untitled),
    });
    parts.extend(source.outlet.clone());
    parts.push(match source.issued {
        Some(day) => Span::bound(&language.date(&Date::Day(day))),
        None => language.say(Message::Undated),
    });
    let mut spans = vec![Span::plain(parts.join(", ") + ". ")];
    let origins: Vec<&str> =
        source.repeats.iter().filter_map(|id| plot.dashboard.source(id)).map(Source::short_name).collect();
    if !origins.is_empty() {
        spans.push(Span::plain(language.say(Message::Repeats { outlets: &origins.join(", ") }) + ". "));
    }
    if let Some(url) = &source.url {
        spans.push(address(url));
    }
    spans
}

/// An address as it is printed: without the scheme that every browser adds, and ready to be broken between its parts.
pub(crate) fn address(url: &str) -> Span {
    let mut text = String::new();
    for c in url.strip_prefix("https://").unwrap_or(url).trim_end_matches('/').chars() {
        text.push(c);
        if matches!(c, '/' | '-' | '?' | '&' | '=' | '_') {
            text.push('\u{200b}');
        }
    }
    Span { text, style: Style::Address, link: Some(Link { address: url.to_owned(), words: None }) }
}

/// What is known of the figures that a chart draws or names, those of which the same is known together: who says
/// so and how, as of when, whether it still stands, or from what it is computed.
pub(crate) fn claims(plot: &Plot<'_>, chart: &Chart) -> Vec<Vec<Span>> {
    let tag = plot.language.tag();
    let named = chart.finding.in_language(tag).iter().filter_map(|piece| match piece {
        Piece::Figure(id) => plot.dashboard.figure(id),
        Piece::Words(_) => None,
    });
    let mut claims: Vec<(String, Vec<&Figure>)> = Vec::new();
    for figure in plot.figures(chart).into_iter().chain(named) {
        let facts = facts(plot, figure);
        if facts.is_empty() || claims.iter().any(|(_, figures)| figures.contains(&figure)) {
            continue;
        }
        match claims.iter_mut().find(|(others, _)| *others == facts) {
            Some((_, figures)) => figures.push(figure),
            None => claims.push((facts, vec![figure])),
        }
    }
    let written = |(facts, figures): (String, Vec<&Figure>)| {
        let names: Vec<&str> = figures.iter().map(|figure| figure.name().in_language(tag)).collect();
        vec![Span::strong(names.join("; ") + ": "), Span::plain(facts + ".")]
    };
    claims.into_iter().map(written).collect()
}

fn facts(plot: &Plot<'_>, figure: &Figure) -> String {
    let language = plot.language;
    let tag = language.tag();
    let mut facts = Vec::new();
    if let Origin::Derived(formula) = &figure.origin {
        facts.push(format!("{}: {}", language.say(Message::Computed), plot.spelled(formula)));
    }
    facts.extend(figure.basis.map(|basis| language.basis(basis).to_owned()));
    facts.extend(language.standing(plot.dashboard, figure));
    facts.extend(language.corrected(plot.dashboard, figure));
    facts.extend(figure.said_by.as_ref().map(|who| language.say(Message::SaidBy { who: who.in_language(tag) })));
    let as_of = figure.as_of.as_ref().map(|date| language.say(Message::AsOf { date: &language.date(date) }));
    facts.extend(as_of.map(|words| Span::bound(&words)));
    facts.join(" · ")
}
