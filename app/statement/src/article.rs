//! An article in one line: authors, title, outlet and date, as far as they are known.

use std::fmt;

use locale::Message;
use model::{Chart, Source};

use crate::account::Account;
use crate::direction::isolated;

/// An article about to be named.
#[derive(Clone, Debug)]
pub struct Article<'a> {
    /// The article itself.
    pub source: &'a Source,
    /// Its authors, each as a byline has them.
    pub authors: Vec<String>,
    /// Its title in quotation marks, or that it is not known.
    pub title: String,
    /// Where it stands; of an article without title and outlet, its id, since nothing else is left to know it by.
    pub outlet: Option<&'a str>,
    /// When it was published, or that it is not known.
    pub date: String,
    /// Whose reporting it repeats, where it does.
    pub repeats: Option<String>,
}

impl<'a> Account<'a> {
    /// An article in its parts.
    pub fn article(&self, source: &'a Source) -> Article<'a> {
        let origins: Vec<&str> =
            source.repeats.iter().filter_map(|id| self.dashboard.source(id)).map(Source::short_name).collect();
        Article {
            source,
            authors: source.authors.iter().map(ToString::to_string).collect(),
            title: source.title.as_ref().map_or_else(|| self.say(Message::Untitled), |title| format!("“{title}”")),
            outlet: source.outlet.as_deref().or((source.title.is_none()).then_some(source.id.as_str())),
            date: self.published(source),
            repeats: (!origins.is_empty()).then(|| self.say(Message::Repeats { outlets: &origins.join(", ") })),
        }
    }

    /// The shortest name that tells an article from all others: its outlet; of several articles of one outlet, with the
    /// date, and where that is the same too, with the title or else the id.
    pub fn brief(&self, source: &Source) -> String {
        let name = source.short_name();
        let twins: Vec<&Source> =
            self.dashboard.sources.iter().filter(|other| other.id != source.id && other.short_name() == name).collect();
        if twins.is_empty() {
            return isolated(name).into_owned();
        }
        if source.issued.is_some() && twins.iter().all(|twin| self.published(twin) != self.published(source)) {
            return self.outlet(source);
        }
        let title = source.title.as_deref().filter(|title| *title != name);
        let title = title.filter(|title| twins.iter().all(|twin| twin.title.as_deref() != Some(title)));
        let apart = title.map_or_else(|| source.id.clone(), |title| format!("“{}”", isolated(title)));
        format!("{}, {apart}", isolated(name))
    }

    /// The outlet and the day of an article.
    pub fn outlet(&self, source: &Source) -> String {
        format!("{}, {}", isolated(source.short_name()), self.published(source))
    }

    /// When an article was published, or that it is not known.
    pub fn published(&self, source: &Source) -> String {
        source.issued.as_ref().map_or_else(|| self.say(Message::Undated), |issued| self.language.issued(issued))
    }

    /// How many articles report something, and how many of them on their own.
    pub fn reports<'s>(&self, articles: impl ExactSizeIterator<Item = &'s str>) -> String {
        let count = articles.len();
        if count == 1 {
            return self.say(Message::FromOneArticle);
        }
        let origins = self.dashboard.origins(articles);
        let origin = origins.first().map_or("", |source| source.short_name());
        self.say(Message::FromArticles { articles: count, origins: origins.len(), origin })
    }

    /// The articles behind what a chart draws or names, by their numbers.
    pub fn articles(&self, chart: &Chart) -> Vec<&'a Source> {
        let items = chart.figures.iter().chain(&chart.events).map(String::as_str).chain(chart.finding.figures());
        let numbers: Vec<usize> =
            items.flat_map(|item| self.footnotes.markers(item)).map(|marker| marker.number).collect();
        let notes = self.footnotes.notes().iter().filter(|note| numbers.contains(&note.number));
        notes.map(|note| note.source).collect()
    }

    /// The outlets of these articles, and from how many origins they are where that is fewer.
    pub fn outlets(&self, articles: &[&Source]) -> String {
        let names: Vec<&str> = articles.iter().map(|source| source.short_name()).collect();
        let ids = articles.iter().map(|source| source.id.as_str());
        let mut words = names.join(", ");
        if self.dashboard.origins(ids.clone()).len() < articles.len() {
            words += " · ";
            words += &self.reports(ids);
        }
        words
    }
}

impl Article<'_> {
    /// Authors, title and outlet, which the date follows.
    pub fn undated(&self) -> String {
        let mut parts = self.authors.clone();
        parts.push(self.title.clone());
        parts.extend(self.outlet.map(str::to_owned));
        parts.join(", ")
    }
}

impl fmt::Display for Article<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.undated(), self.date)
    }
}
