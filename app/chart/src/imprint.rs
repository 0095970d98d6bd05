//! What stands below a picture that leaves the page: who says so, the articles by number, and whose picture it is.

use model::{Chart, Figure, Prose, Source};
use statement::{Account, Fact, Message, Topic, Word, isolated};

use crate::paragraph::{Link, Span, Style};

/// The words of a sentence, each figure in it with the numbers of its notes; and these numbers.
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

/// Where the number of an article leads from outside the page: to what it says of a figure or event, or without one to the
/// article, where that has an address.
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

/// An article: authors, title, outlet, date and address, as far as they are known, and whom it repeats.
pub(crate) fn article(account: &Account<'_>, source: &Source) -> Vec<Span> {
    let article = account.article(source);
    let mut spans = vec![Span::plain(format!("{}, {}. ", article.undated(), Span::bound(&article.date)))];
    spans.extend(article.repeats.map(|repeats| Span::plain(repeats + ". ")));
    spans.extend(source.url.as_deref().map(address));
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
pub(crate) fn claims(account: &Account<'_>, chart: &Chart) -> Vec<Vec<Span>> {
    let finding = account.sentence(&chart.finding);
    let named = finding.0.iter().filter_map(|word| match word {
        Word::Figure(figure, _) => Some(*figure),
        Word::Words(_) | Word::Count(_) | Word::Articles(..) => None,
    });
    let mut claims: Vec<(String, Vec<&Figure>)> = Vec::new();
    for figure in account.figures(chart).into_iter().chain(named) {
        let facts = facts(account, figure);
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

/// The facts of a figure but how many articles report it, which the list of these articles below says.
fn facts(account: &Account<'_>, figure: &Figure) -> String {
    let word = |fact: Fact| match fact.topic {
        Topic::Reports { .. } => None,
        Topic::AsOf => Some(Span::bound(&fact.words)),
        _ => Some(fact.words),
    };
    account.full_facts(figure).into_iter().filter_map(word).collect::<Vec<_>>().join(" · ")
}
