//! The figures and events of an excerpt in words, each number with links to the passages behind it: for sites that keep text and
//! links alone, and for readers of their feeds.

use model::{Event, Figure};
use statement::{Account, Message, Topic};
use web::Excerpt;

use crate::shell::{escaped, marked};

/// The figures of an excerpt in sentences, as HTML without elements other than links.
pub(crate) fn worded(plot: &Account<'_>, excerpt: Excerpt<'_>) -> String {
    let dashboard = plot.dashboard;
    let mut sentences = Vec::new();
    match excerpt {
        Excerpt::Whole => {
            let leading: Vec<&Figure> = dashboard.leading().collect();
            let others = dashboard.figures.len() - leading.len();
            sentences.extend(leading.into_iter().map(|figure| figure_in_words(plot, figure)));
            sentences.extend((others > 0).then(|| marked(&plot.say(Message::MoreFigures { count: others }))));
        }
        Excerpt::Chart(id) => {
            let chart = dashboard.chart(id);
            sentences
                .extend(chart.map(|chart| marked(plot.sentence(&chart.finding).to_string().trim_end_matches('.'))));
            let figures = chart.map(|chart| plot.figures(chart)).unwrap_or_default();
            sentences.extend(figures.into_iter().map(|figure| figure_in_words(plot, figure)));
            let events = chart.map(|chart| plot.events(chart)).unwrap_or_default();
            sentences.extend(events.into_iter().map(|event| event_in_words(plot, event)));
        }
        Excerpt::Figure(id) => {
            sentences.extend(dashboard.figure(id).map(|figure| figure_in_words(plot, figure)));
        }
    }
    sentences.into_iter().map(|sentence| sentence + ". ").collect()
}

/// Number, label and status; how it is known, by whom and as of when; its articles.
fn figure_in_words(plot: &Account<'_>, figure: &Figure) -> String {
    // The status is one of the facts.
    let (phrase, _) = plot.stated(figure).into_parts();
    let facts = plot.full_facts(figure).into_iter().filter(|fact| !matches!(fact.topic, Topic::Reports { .. }));
    let facts: Vec<String> = facts.map(|fact| marked(&fact.words)).collect();
    let words = format!("{} {}", linked(plot, &figure.id, &phrase.to_string()), marked(plot.text(&figure.label)));
    with_articles(plot, &figure.id, words, &facts)
}

fn event_in_words(plot: &Account<'_>, event: &Event) -> String {
    let date = linked(plot, &event.id, &plot.language.date(&event.date));
    with_articles(plot, &event.id, format!("{date}: {}", marked(plot.text(&event.label))), &[])
}

/// Words with the link to the first passage behind an item.
fn linked(plot: &Account<'_>, item: &str, words: &str) -> String {
    let link = plot.backing(item).iter().find_map(|found| found.citation.link(found.source));
    link.map_or_else(|| marked(words), |link| format!("<a href=\"{}\">{}</a>", escaped(&link), marked(words)))
}

/// The words with facts and the articles behind an item in brackets.
fn with_articles(plot: &Account<'_>, item: &str, words: String, facts: &[String]) -> String {
    let articles = plot.footnotes.markers(item);
    let articles = articles.iter().map(|marker| {
        let name = marked(&plot.outlet(marker.source));
        match plot.passage_link(item, marker.source) {
            Some(link) => format!("<a href=\"{}\">{name}</a>", escaped(&link)),
            None => name,
        }
    });
    let beside: Vec<String> = facts.iter().cloned().chain(articles).collect();
    if beside.is_empty() { words } else { format!("{words} ({})", beside.join("; ")) }
}

#[cfg(test)]
mod tests {
    use model::{Dashboard, Footnotes};
    use statement::Language;

    use super::*;

    fn worded_of(excerpt: Excerpt<'_>, check: impl FnOnce(&Account<'_>, &str)) {
        let dashboard = Dashboard::parse(&editions::text("cambodia").unwrap()).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        check(&plot, &worded(&plot, excerpt));
    }

    #[test]
    fn every_figure_of_a_chart_is_in_its_words_with_a_link_to_each_article() {
        worded_of(Excerpt::Chart("people"), |plot, words| {
            let chart = plot.dashboard.chart("people").unwrap();
            for figure in plot.figures(chart) {
                let (phrase, _) = plot.stated(figure).into_parts();
                assert!(words.contains(&format!(">{phrase}</a> ")), "{phrase} is not a link in {words}");
                for found in plot.backing(&figure.id) {
                    let link = found.citation.link(found.source).unwrap();
                    let article = link.split_once('#').map_or(link.as_str(), |(page, _)| page);
                    assert!(words.contains(&escaped(article)), "{article} is not linked in {words}");
                }
            }
        });
    }

    #[test]
    fn an_allegation_and_a_computed_figure_are_named_as_such() {
        worded_of(Excerpt::Figure("proceeds"), |_, words| assert!(words.contains("Allegation"), "{words}"));
        worded_of(Excerpt::Figure("people-per-arrest"), |_, words| assert!(words.contains("Computed"), "{words}"));
    }

    #[test]
    fn the_words_have_no_elements_but_links() {
        worded_of(Excerpt::Chart("timeline"), |_, words| {
            let others = words.replace("<a href=", "").replace("</a>", "");
            assert!(!others.contains('<') && words.contains("<a href="), "{words}");
        });
    }
}
