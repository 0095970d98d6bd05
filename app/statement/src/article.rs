//! An article in one line: authors, title, outlet and date, as far as they are known.

use std::borrow::Cow;
use std::fmt;

use locale::{Isolated, Message, isolated};
use model::{Chart, Source};

use crate::account::Account;

/// An article in parts that can be printed side by side: each is isolated from the direction of the others.
#[derive(Clone, Debug)]
pub struct Article<'a> {
    /// The article itself.
    pub source: &'a Source,
    /// Its authors, each as a byline has them.
    pub authors: Vec<String>,
    /// Its title in quotation marks, or words that it is not known.
    pub title: String,
    /// Its outlet; if it has neither outlet nor title, its id, since nothing else identifies it.
    pub outlet: Option<Cow<'a, str>>,
    /// Its date of publication, or words that it is not known.
    pub date: String,
    /// The articles whose reporting it repeats, if any.
    pub repeats: Option<String>,
}

impl<'a> Account<'a> {
    /// An article in its parts.
    pub fn article(&self, source: &'a Source) -> Article<'a> {
        let origins = source.repeats.iter().filter_map(|id| self.dashboard.source(id));
        let origins: Vec<String> = origins.map(|origin| self.brief(origin)).collect();
        let outlet = source.outlet.as_deref().or((source.title.is_none()).then_some(source.id.as_str()));
        Article {
            source,
            authors: source.authors.iter().map(|name| isolated(&name.to_string()).into_owned()).collect(),
            title: source.title.as_ref().map_or_else(|| self.say(Message::Untitled), |title| quoted(title)),
            outlet: outlet.map(isolated),
            date: self.published(source),
            repeats: (!origins.is_empty()).then(|| self.say(Message::Repeats { outlets: &list(&origins) })),
        }
    }

    /// The shortest name that distinguishes an article from all others: its outlet. If an outlet has several articles, the date is
    /// added; if that is the same too, the title or else the id.
    pub fn brief(&self, source: &Source) -> String {
        let twins = self.twins(source);
        let is_known_by_date = || source.issued.is_some() && !self.is_of_one_day(source, &twins);
        match twins.as_slice() {
            [] => isolated(source.short_name()).into_owned(),
            _ if is_known_by_date() => format!("{}, {}", Isolated(source.short_name()), self.published(source)),
            _ => format!("{}, {}", Isolated(source.short_name()), apart(source, &twins)),
        }
    }

    /// The outlet and the day of an article; of several that an outlet published on one day, with the title or else the
    /// id.
    pub fn outlet(&self, source: &Source) -> String {
        let twins = self.twins(source);
        let mut words = format!("{}, {}", Isolated(source.short_name()), self.published(source));
        if self.is_of_one_day(source, &twins) {
            words += ", ";
            words += &apart(source, &twins);
        }
        words
    }

    /// The other articles of its outlet.
    fn twins(&self, source: &Source) -> Vec<&'a Source> {
        let is_twin = |other: &&Source| other.id != source.id && other.short_name() == source.short_name();
        self.dashboard.sources.iter().filter(is_twin).collect()
    }

    fn is_of_one_day(&self, source: &Source, twins: &[&Source]) -> bool {
        twins.iter().any(|twin| self.published(twin) == self.published(source))
    }

    /// The date of publication of an article, or words that it is not known.
    pub fn published(&self, source: &Source) -> String {
        source.issued.as_ref().map_or_else(|| self.say(Message::Undated), |issued| self.language.issued(issued))
    }

    /// The article that was published last, of those whose date is known.
    pub fn newest_article(&self) -> Option<&'a Source> {
        let dated =
            self.dashboard.sources.iter().filter_map(|source| Some((source.issued.as_ref()?.start()?.first(), source)));
        dated.max_by_key(|(first, _)| *first).map(|(_, source)| source)
    }

    /// How many articles report something, and how many of them are origins.
    pub fn reports<'s>(&self, articles: impl ExactSizeIterator<Item = &'s str>) -> String {
        let count = articles.len();
        if count == 1 {
            return self.say(Message::FromOneArticle);
        }
        let origins = self.dashboard.origins(articles);
        let origin = origins.first().map(|source| self.brief(source)).unwrap_or_default();
        self.say(Message::FromArticles { articles: count, origins: origins.len(), origin: &origin })
    }

    /// The articles behind what a chart draws or names, by their numbers.
    pub fn articles(&self, chart: &Chart) -> Vec<&'a Source> {
        // A place without a passage of its own has those of figures that the chart may not draw.
        let is_cited = |id: &&String| self.dashboard.place(id).is_some_and(|place| place.citations.is_some());
        let places = chart.places.iter().filter(is_cited);
        let items = chart.figures.iter().chain(&chart.events).chain(places).map(String::as_str);
        let items = items.chain(chart.finding.figures());
        let numbers: Vec<usize> =
            items.flat_map(|item| self.footnotes.markers(item)).map(|marker| marker.number).collect();
        let notes = self.footnotes.notes().iter().filter(|note| numbers.contains(&note.number));
        notes.map(|note| note.source).collect()
    }

    /// The outlets of these articles, and the number of origins if it is smaller.
    pub fn outlets(&self, articles: &[&Source]) -> String {
        let ids = articles.iter().map(|source| source.id.as_str());
        let mut words = self.papers(articles);
        if self.dashboard.origins(ids.clone()).len() < articles.len() {
            words += " · ";
            words += &self.reports(ids);
        }
        words
    }

    /// The shortest names that distinguish these articles from all others, as a list.
    pub fn named(&self, articles: &[&Source]) -> String {
        list(&articles.iter().map(|source| self.brief(source)).collect::<Vec<_>>())
    }

    /// The outlets of these articles, each once, with the number of its articles if it has several, so that one outlet is not
    /// mistaken for two.
    pub fn papers(&self, articles: &[&Source]) -> String {
        let mut papers: Vec<(&str, usize)> = Vec::new();
        for name in articles.iter().map(|source| source.short_name()) {
            match papers.iter_mut().find(|(other, _)| *other == name) {
                Some((_, count)) => *count += 1,
                None => papers.push((name, 1)),
            }
        }
        let name = |(name, count): (&str, usize)| match count {
            1 => isolated(name).into_owned(),
            _ => {
                let counted = self.say(Message::FromArticles { articles: count, origins: count, origin: "" });
                format!("{} ({counted})", Isolated(name))
            }
        };
        list(&papers.into_iter().map(name).collect::<Vec<_>>())
    }
}

/// What distinguishes an article from the others of its outlet: its title, or its id if another has the same title.
fn apart(source: &Source, twins: &[&Source]) -> String {
    let title = source.title.as_deref().filter(|title| *title != source.short_name());
    let title = title.filter(|title| twins.iter().all(|twin| twin.title.as_deref() != Some(title)));
    title.map_or_else(|| isolated(&source.id).into_owned(), quoted)
}

fn quoted(title: &str) -> String {
    format!("“{}”", Isolated(title))
}

/// Names as a list, separated by commas, or by semicolons if one of them contains a comma.
fn list(names: &[String]) -> String {
    names.join(if names.iter().any(|name| name.contains(", ")) { "; " } else { ", " })
}

impl Article<'_> {
    /// Authors, title and outlet, which the date follows.
    pub fn undated(&self) -> String {
        let mut parts = self.authors.clone();
        parts.push(self.title.clone());
        parts.extend(self.outlet.as_deref().map(str::to_owned));
        parts.join(", ")
    }
}

impl fmt::Display for Article<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.undated(), self.date)
    }
}
