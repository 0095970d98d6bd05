//! How to cite the dashboard, a chart or a figure: in running text, in full, and for reference managers.
//!
//! No author is named, so the title comes first. A cited value is never more exact than on the page, and its articles are
//! always named.
//!
//! What runs from right to left is isolated in every sentence that is put together here, also where a format has a field
//! for it (a note, or the value and label by which a figure is named). A field with a single text of the data, such as a
//! title or a name, has it unchanged.

use model::{Chart, Day, Figure, Marker, Origin, Source};
use statement::{Isolated, Message, Topic};

use crate::bibtex::Entry;
use crate::exports::Exports;
use crate::line::line;
use crate::ris::Record;

/// What is cited.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// All of it.
    Dashboard,
    /// One chart.
    Chart(&'a Chart),
    /// One figure.
    Figure(&'a Figure),
}

/// The words by which to cite something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// For running text, on one line: what is cited, its articles, the dashboard and its version.
    pub short: String,
    /// In full, on a line each: what is cited, every article with the number that it has on the page, and the dashboard
    /// with its version, licence and address.
    pub full: String,
    /// A BibTeX entry.
    pub bibtex: String,
    /// A RIS record.
    pub ris: String,
}

/// More articles than this are counted, not named, in running text.
const MOST_NAMED: usize = 3;

impl<'a> Exports<'a> {
    /// How to cite the dashboard, a chart or a figure, as of the day of the whole file.
    pub fn reference(&self, subject: Subject<'_>) -> Reference {
        self.reference_as_of(subject, self.dashboard.updated)
    }

    /// The same as of another day: that of the last change of what is cited.
    pub fn reference_as_of(&self, subject: Subject<'_>, day: Day) -> Reference {
        let articles = self.articles(subject);
        Reference {
            short: self.short(subject, &articles, day),
            full: self.full(subject, &articles, day),
            bibtex: self.bibtex(subject, &articles, day),
            ris: self.ris(subject, &articles, day),
        }
    }

    /// The articles behind it, by their number on the page.
    fn articles(&self, subject: Subject<'_>) -> Vec<(usize, &'a Source)> {
        let mut articles: Vec<(usize, &'a Source)> = Vec::new();
        let mut add = |markers: Vec<Marker<'a>>| {
            for marker in markers {
                let place = articles.partition_point(|(number, _)| *number < marker.number);
                if articles.get(place).is_none_or(|(number, _)| *number != marker.number) {
                    articles.insert(place, (marker.number, marker.source));
                }
            }
        };
        match subject {
            Subject::Dashboard => {
                return self.footnotes.notes().iter().map(|note| (note.number, note.source)).collect();
            }
            Subject::Figure(figure) => add(self.footnotes.markers(&figure.id)),
            Subject::Chart(chart) => {
                let is_cited = |id: &&String| self.dashboard.place(id).is_some_and(|place| place.citations.is_some());
                let places = chart.places.iter().filter(is_cited);
                let items = chart.figures.iter().chain(&chart.events).chain(places).map(String::as_str);
                items.chain(chart.finding.figures()).for_each(|id| add(self.footnotes.markers(id)));
            }
        }
        articles
    }

    /// The name of what is cited in a list: of a figure its value, label and status.
    fn title_of(&self, subject: Subject<'_>) -> String {
        match subject {
            Subject::Dashboard => self.title().into(),
            Subject::Chart(chart) => self.text(&chart.title).into(),
            Subject::Figure(figure) => line(&self.told_alone(figure)),
        }
    }

    fn short(&self, subject: Subject<'_>, articles: &[(usize, &Source)], day: Day) -> String {
        let (title, date) = (self.title(), &self.day(day));
        let name = self.title_of(subject);
        let what = &match subject {
            Subject::Dashboard => return self.language.say(Message::CiteWhole { title, date }),
            Subject::Chart(_) => self.language.say(Message::ChartPlace { title: &name }),
            Subject::Figure(_) => name,
        };
        let articles = &self.grounds(subject, articles);
        self.language.say(Message::CitePart { what, articles, title, date })
    }

    /// What it rests on in a few words: its articles and, since no article says what is computed, its formula.
    fn grounds(&self, subject: Subject<'_>, articles: &[(usize, &Source)]) -> String {
        let named = self.named(articles);
        match subject {
            Subject::Figure(Figure { origin: Origin::Derived(formula), .. }) => {
                self.language.say(Message::ComputedFrom { formula: &self.formula(formula), articles: &named })
            }
            _ => named,
        }
    }

    /// The articles in a few words: who and when, and whether they are one origin.
    fn named(&self, articles: &[(usize, &Source)]) -> String {
        let one = |(_, source): &(usize, &Source)| self.outlet(source);
        let ids = articles.iter().map(|(_, source)| source.id.as_str());
        let repeated = self.dashboard.origins(ids.clone()).len() < articles.len();
        let counted = self.reports(ids);
        match articles {
            [first, ..] if articles.len() > MOST_NAMED => {
                self.language.say(Message::AndOthers { first: &one(first) }) + ": " + &counted
            }
            _ => {
                let named = articles.iter().map(one).collect::<Vec<_>>().join("; ");
                if repeated { named + ": " + &counted } else { named }
            }
        }
    }

    fn full(&self, subject: Subject<'_>, articles: &[(usize, &Source)], day: Day) -> String {
        let mut lines = Vec::new();
        match subject {
            Subject::Dashboard => lines.push(self.whole(subject, day)),
            Subject::Chart(chart) => {
                let title = &self.title_of(subject);
                lines.push(
                    self.language.say(Message::ChartPlace { title })
                        + ": "
                        + &self.sentence(&chart.finding).to_string(),
                );
            }
            Subject::Figure(figure) => lines.push(self.all_of(figure)),
        }
        for (number, source) in articles {
            let mut line = ["[", &number.to_string(), "] ", &self.in_full(source), "."].concat();
            if let Subject::Figure(figure) = subject {
                line += &self.differences(figure, source);
            }
            lines.push(line);
        }
        if !matches!(subject, Subject::Dashboard) {
            lines.push(self.whole(subject, day));
        }
        lines.join("\n")
    }

    /// A figure with how it is known, who says so, when it holds and what it is computed from.
    fn all_of(&self, figure: &Figure) -> String {
        let mut words = vec![self.title_of(Subject::Figure(figure))];
        for fact in self.facts(figure) {
            words.push(match (&figure.origin, fact.topic) {
                // The name above ends with the first, and the articles below are what the second counts.
                (_, Topic::Standing | Topic::Reports { .. }) => continue,
                (Origin::Derived(formula), Topic::Computed) => fact.words + ": " + &self.formula(formula),
                _ => fact.words,
            });
        }
        words.join(". ") + "."
    }

    /// Author, title, outlet, date, address: what is known of them, and plainly where the title or date is not.
    fn in_full(&self, source: &Source) -> String {
        let article = self.article(source);
        let mut parts = vec![line(&article.to_string())];
        // An address is not isolated, since the marks would be copied with it; it begins with letters, and letters follow it.
        parts.extend(source.url.clone());
        if let Some(archive) = &source.archive_url {
            parts.push(self.language.say(Message::ArchivedCopy) + " " + archive);
        }
        parts.join(", ") + &article.repeats.map(|repeats| format!(". {repeats}")).unwrap_or_default()
    }

    /// What an article gives instead, where it differs.
    fn differences(&self, figure: &Figure, source: &Source) -> String {
        let mut words = String::new();
        for found in self.backing(&figure.id).iter().filter(|found| found.source.id == source.id) {
            if let (Some(of), Some(differs)) = (found.figure, self.difference(found)) {
                let name =
                    if of.id == figure.id { String::new() } else { format!("{}: ", Isolated(self.text(of.name()))) };
                words = words + " (" + &name + &differs + ")";
            }
        }
        words
    }

    /// The dashboard with its version, licence and, where it is known, the address of what is cited.
    fn whole(&self, subject: Subject<'_>, day: Day) -> String {
        let (title, date) = (self.title(), &self.day(day));
        let mut parts = vec![match subject {
            Subject::Dashboard => self.language.say(Message::CiteWhole { title, date }),
            _ => self.language.say(Message::CiteWithin { title, date }),
        }];
        parts.push(self.licence());
        parts.extend(self.place(subject));
        parts.join(". ")
    }

    /// Where it is read.
    fn place(&self, subject: Subject<'_>) -> Option<String> {
        let address = self.address?;
        Some(match subject {
            Subject::Dashboard => address.into(),
            Subject::Chart(chart) => [address, "?chart=", &chart.id].concat(),
            Subject::Figure(figure) => [address, "?figure=", &figure.id].concat(),
        })
    }

    /// The note of a record: its address and its articles.
    fn remark(&self, subject: Subject<'_>, articles: &[(usize, &Source)], day: Day) -> String {
        let (title, date) = (self.title(), &self.day(day));
        let licence = self.licence();
        let place = match subject {
            Subject::Dashboard => return licence,
            _ => self.language.say(Message::CiteWithin { title, date }),
        };
        [&place, " (", &self.grounds(subject, articles), "). ", &licence].concat()
    }

    fn bibtex(&self, subject: Subject<'_>, articles: &[(usize, &Source)], day: Day) -> String {
        let dashboard = &self.dashboard.id;
        let key = match subject {
            Subject::Dashboard => dashboard.clone(),
            Subject::Chart(chart) => [dashboard, "-chart-", &chart.id].concat(),
            Subject::Figure(figure) => [dashboard, "-figure-", &figure.id].concat(),
        };
        let mut entry = Entry::new("misc", &key);
        // It has no author: BibTeX sorts and labels it by the dashboard's title.
        entry.words("key", self.title());
        entry.title("title", &self.title_of(subject));
        entry.words("howpublished", &self.language.say(Message::DataDashboard));
        entry.date(&day);
        if let Some(place) = self.place(subject) {
            entry.address("url", &place);
        }
        entry.words("note", &self.remark(subject, articles, day));
        entry.finish()
    }

    fn ris(&self, subject: Subject<'_>, articles: &[(usize, &Source)], day: Day) -> String {
        let mut record = Record::new("DATA");
        record.tag("TI", &self.title_of(subject));
        if !matches!(subject, Subject::Dashboard) {
            record.tag("T2", self.title());
        }
        record.date(&day);
        if let Some(place) = self.place(subject) {
            record.tag("UR", &place);
        }
        record.tag("N1", &self.remark(subject, articles, day));
        record.tag("LA", self.language.tag());
        record.finish()
    }
}
