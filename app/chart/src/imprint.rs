//! The words below a picture that leaves the page: who says so, the numbered articles, and the dashboard.

use model::{Chart, Figure, Prose, Source};
use statement::{Account, Fact, Message, Topic, Word, isolated};

use crate::paragraph::{Link, Span, Style};

/// The words of a sentence, each figure with its note numbers; and these numbers.
pub(crate) fn sentence(account: &Account<'_>, prose: &Prose) -> (Vec<Span>, Vec<usize>) {
    let (mut spans, mut numbers) = (Vec::new(), Vec::new());
    for word in account.sentence(prose).0 {
        match word {
            Word::Words(words) => spans.push(Span::plain(words)),
            Word::Count(count) => spans.push(Span::plain(count)),
            Word::Articles(_, articles) => {
                for marker in articles {
                    numbers.push(marker.number);
                    let address = marker.source.url.clone();
                    let link = address.map(|address| Link { address, words: None });
                    spans.push(Span { text: marker.number.to_string(), style: Style::Number, link });
                }
            }
            Word::Figure(figure, stated) => {
                spans.push(Span::plain(stated.to_string()));
                for marker in account.footnotes.markers(&figure.id) {
                    numbers.push(marker.number);
                    let link = link(account, &figure.id, marker.number);
                    spans.push(Span { text: marker.number.to_string(), style: Style::Number, link });
                }
            }
        }
    }
    (spans, numbers)
}

/// The address of an article's number outside the page: of its passage about a figure or event, or without one, of the
/// article itself.
pub(crate) fn link(account: &Account<'_>, item: &str, number: usize) -> Option<Link> {
    let source = account.note(number)?.source;
    if item.is_empty() {
        let words = account.say(Message::NoteOf { number, outlet: &account.brief(source) });
        return Some(Link { address: source.url.clone()?, words: Some(words) });
    }
    let address = account.passage_link(item, source)?;
    let what = &isolated(account.name(item)?);
    let words = account.say(Message::MarkerLabelOn { number, outlet: &account.brief(source), what });
    Some(Link { address, words: Some(words) })
}

/// An article: authors, title, outlet, date and address, as far as they are known, and the articles that it repeats.
pub(crate) fn article(account: &Account<'_>, source: &Source) -> Vec<Span> {
    let article = account.article(source);
    let mut spans = vec![Span::plain(format!("{}, {}. ", article.undated(), Span::bound(&article.date)))];
    spans.extend(article.repeats.map(|repeats| Span::plain(repeats + ". ")));
    spans.extend(source.url.as_deref().map(address));
    spans
}

/// A printed address: without its scheme, and with places where a line may end.
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

/// The facts of the figures that a chart draws or names; figures with the same facts share a line.
pub(crate) fn claims(account: &Account<'_>, chart: &Chart) -> Vec<Vec<Span>> {
    let finding = account.sentence(&chart.finding);
    let named = finding.0.iter().filter_map(|word| match word {
        Word::Figure(figure, _) => Some(*figure),
        Word::Words(_) | Word::Count(_) | Word::Articles(..) => None,
    });
    let mut claims: Vec<(String, Vec<&Figure>)> = Vec::new();
    for figure in account.figures(chart).into_iter().chain(named) {
        let facts = facts(account, chart, figure);
        if facts.is_empty() || claims.iter().any(|(_, figures)| figures.contains(&figure)) {
            continue;
        }
        match claims.iter_mut().find(|(others, _)| *others == facts) {
            Some((_, figures)) => figures.push(figure),
            None => claims.push((facts, vec![figure])),
        }
    }
    let written = |(facts, figures): (String, Vec<&Figure>)| {
        let names: Vec<_> = figures.iter().map(|figure| isolated(account.text(figure.name()))).collect();
        vec![Span::strong(names.join("; ") + ": "), Span::plain(facts + ".")]
    };
    claims.into_iter().map(written).collect()
}

/// The facts of a figure without the number of its articles, which are listed below, and without a newer reading that the
/// chart draws.
fn facts(account: &Account<'_>, chart: &Chart, figure: &Figure) -> String {
    let newest = account.dashboard.later_reading(figure);
    let is_drawn = newest.is_some_and(|newest| chart.figures.contains(&newest.id));
    let word = |fact: Fact| match fact.topic {
        Topic::Reports { .. } => None,
        Topic::Later | Topic::Expected if is_drawn => None,
        Topic::AsOf => Some(Span::bound(&fact.words)),
        _ => Some(fact.words),
    };
    account.full_facts(figure).into_iter().filter_map(word).collect::<Vec<_>>().join(" · ")
}
