//! The words of snippets: figures, events and places with the passages of their articles, each linked to its passage.

use model::{Chart, Figure, Source};
use statement::{Account, Backing, Message, isolated};
use web::Excerpt;

use crate::blocks::{ROOT, Span};

/// The value and the label of a figure.
pub(crate) fn headed(plot: &Account<'_>, figure: &Figure) -> Vec<Span> {
    // The status is one of the facts, which are beside it everywhere.
    let (phrase, _) = plot.stated(figure).into_parts();
    vec![Span::strong(phrase.to_string()), Span::words(format!(" {}", isolated(full(plot.text(&figure.label)))))]
}

/// The facts of a figure, and what each article says.
pub(crate) fn evidence(plot: &Account<'_>, figure: &Figure) -> Vec<Span> {
    let mut spans = vec![Span::words(plot.known(figure))];
    spans.extend(passages(plot, &figure.id));
    spans
}

/// A figure with its facts and passages.
pub(crate) fn figure(plot: &Account<'_>, figure: &Figure) -> Vec<Span> {
    [headed(plot, figure), vec![Span::words(". ")], evidence(plot, figure), vec![Span::words(".")]].concat()
}

/// The figures, events and cited places of a chart.
pub(crate) fn items(plot: &Account<'_>, chart: &Chart) -> Vec<Vec<Span>> {
    let figures = plot.figures(chart).into_iter().map(|drawn| figure(plot, drawn));
    let named = |id: &str, name: &str| {
        let mut spans = vec![Span::words(full(name))];
        spans.extend(passages(plot, id));
        spans.push(Span::words("."));
        spans
    };
    let events = plot.events(chart).into_iter().map(|event| named(&event.id, &plot.event(event)));
    let places = cited_places(plot, chart);
    let places = places.into_iter().map(|id| named(id, &isolated(plot.name(id).unwrap_or_default())));
    figures.chain(events).chain(places).collect()
}

/// The articles of a chart by their numbers in its picture, each with its passages about what the chart shows.
pub(crate) fn articles(plot: &Account<'_>, chart: &Chart) -> Vec<Span> {
    let shown = chart.figures.iter().chain(&chart.events).map(String::as_str);
    let shown: Vec<&str> = shown.chain(cited_places(plot, chart)).chain(chart.finding.figures()).collect();
    numbered(plot, &plot.articles(chart), &shown)
}

/// These articles by their numbers, each with its passages about these figures, events and places.
pub(crate) fn numbered(plot: &Account<'_>, articles: &[&Source], items: &[&str]) -> Vec<Span> {
    let mut spans = vec![Span::words(plot.reports(articles.iter().map(|source| source.id.as_str())))];
    let found: Vec<Backing<'_>> = items.iter().flat_map(|item| plot.backing(item)).collect();
    for note in plot.footnotes.notes().iter().filter(|note| articles.iter().any(|source| source.id == note.source.id)) {
        let before = if spans.len() == 1 { ": " } else { "; " };
        spans.push(Span::words(format!("{before}{} {}: ", note.number, plot.outlet(note.source))));
        let mut quotes: Vec<(&str, Span)> = Vec::new();
        for backing in found.iter().filter(|backing| backing.source.id == note.source.id) {
            if !quotes.iter().any(|(quote, _)| *quote == backing.citation.quote) {
                quotes.push((&backing.citation.quote, quote(backing)));
            }
        }
        spans.extend(listed(quotes.into_iter().map(|(_, quote)| quote)));
    }
    spans
}

/// The link to a part on the page, after the day of its last change.
pub(crate) fn way(plot: &Account<'_>, excerpt: Excerpt<'_>, data: &str, words: &str) -> Vec<Span> {
    let all = plot.language.say(Message::WholeDashboard);
    let words = format!("{}. {}. ", full(data), isolated(full(words)));
    vec![Span::words(words), Span::link(all, format!("{ROOT}{}", excerpt.home(plot)))]
}

/// A text without the full stop at its end, since another follows.
pub(crate) fn full(words: &str) -> &str {
    words.trim_end_matches('.')
}

/// What each article says of something, each after a full stop.
fn passages(plot: &Account<'_>, item: &str) -> Vec<Span> {
    let found = plot.backing(item);
    let of = |backing: &Backing<'_>| [Span::words(format!(". {}: ", plot.outlet(backing.source))), quote(backing)];
    found.iter().flat_map(of).collect()
}

/// A passage with a link to it.
fn quote(backing: &Backing<'_>) -> Span {
    match backing.citation.link(backing.source) {
        Some(link) => Span::link(backing.quoted(), link),
        None => Span::words(backing.quoted()),
    }
}

/// Spans with commas between them.
fn listed(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut listed = Vec::new();
    for span in spans {
        if !listed.is_empty() {
            listed.push(Span::words(", "));
        }
        listed.push(span);
    }
    listed
}

/// The places of a chart that have passages of their own.
fn cited_places<'c>(plot: &Account<'_>, chart: &'c Chart) -> Vec<&'c str> {
    let is_cited = |id: &&String| plot.dashboard.place(id).is_some_and(|place| place.citations.is_some());
    chart.places.iter().filter(is_cited).map(String::as_str).collect()
}
