//! What is known of a figure: its value in words, and the facts by which a reader judges it.

use locale::Message;
use model::{Basis, Chart, Date, Day, Figure, Frequency, Origin};

use crate::account::Account;
use crate::stated::Stated;

/// Something that is known of a figure besides its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub topic: Topic,
    /// In words, as they begin a line.
    pub words: String,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// That it is computed from other figures.
    Computed,
    /// How it is known.
    Basis(Basis),
    /// Its status, if it is not current.
    Standing,
    /// That it was corrected, and when last.
    Corrected,
    /// Its speaker.
    Speaker,
    /// The time that it applies to.
    AsOf,
    /// That there is a newer reading of what it measures.
    Later,
    /// How often its measure is expected to be reported, and when it was last.
    Expected,
    /// How many articles report it, and how many of them are origins.
    Reports {
        /// Whether it is one article alone.
        single: bool,
    },
}

/// How a figure is known, as one word for attributes: the name of its basis, `computed` of what is computed, `said` where
/// no basis is given.
pub fn basis(figure: &Figure) -> &'static str {
    match figure.basis {
        _ if figure.is_derived() => "computed",
        Some(Basis::Count) => "count",
        Some(Basis::Estimate) => "estimate",
        Some(Basis::Claim) => "claim",
        Some(Basis::Allegation) => "allegation",
        Some(Basis::Law) => "law",
        None => "said",
    }
}

impl Account<'_> {
    /// The value of a figure in words, with its status.
    pub fn stated(&self, figure: &Figure) -> Stated {
        Stated { phrase: self.bare(&figure.value, &figure.unit), standing: self.standing(figure) }
    }

    /// A figure in one line: value, unit, label and status.
    pub fn told(&self, figure: &Figure) -> String {
        self.stated(figure).with(self.text(&figure.label))
    }

    /// The same for a place without other facts of the figure: it also states that it is an undecided allegation, and a newer reading.
    pub fn told_alone(&self, figure: &Figure) -> String {
        Stated { standing: self.remark(figure), ..self.stated(figure) }.with(self.text(&figure.label))
    }

    /// The same in a chart, which need not name a newer reading that it draws.
    pub fn told_in(&self, chart: &Chart, figure: &Figure) -> String {
        Stated { standing: self.remark_in(chart, figure), ..self.stated(figure) }.with(self.text(&figure.label))
    }

    /// A figure within a sentence, in a place without other facts of it.
    pub fn in_sentence(&self, figure: &Figure) -> String {
        Stated { standing: self.remark(figure), ..self.stated(figure) }.to_string()
    }

    /// The facts of a figure, in reading order.
    pub fn facts(&self, figure: &Figure) -> Vec<Fact> {
        let mut facts = Vec::new();
        let mut add = |topic, words: Option<String>| {
            facts.extend(words.map(|words| Fact { topic, words: self.language.begin(words) }));
        };
        add(Topic::Computed, figure.is_derived().then(|| self.say(Message::Computed)));
        if let Some(basis) = figure.basis {
            add(Topic::Basis(basis), Some(self.language.basis(basis).to_owned()));
        }
        add(Topic::Standing, self.standing(figure));
        add(Topic::Corrected, self.corrected(figure));
        let speaker = figure.said_by.as_ref().map(|who| self.text(who));
        let said = |who: &str| match self.represented(figure) {
            Some(body) => self.say(Message::SaidBy { who: &self.say(Message::SpeakerFor { who, body }) }),
            None => self.say(Message::SaidBy { who }),
        };
        add(Topic::Speaker, speaker.map(said));
        let time = self.time(figure);
        let time = match figure.since {
            Some(_) => time,
            None => time.map(|date| self.say(Message::AsOf { date: &date })).or_else(|| self.operand_times(figure)),
        };
        add(Topic::AsOf, time);
        add(Topic::Later, self.later(figure));
        add(
            Topic::Expected,
            self.expected(figure).map(|(how, date)| self.say(Message::ReportedEvery { how, date: &date })),
        );
        if !figure.is_derived() {
            let markers = self.footnotes.markers(&figure.id);
            let words = self.reports(markers.iter().map(|marker| marker.source.id.as_str()));
            add(Topic::Reports { single: markers.len() == 1 }, Some(words));
        }
        facts
    }

    /// The body that the speaker of a figure speaks for, if it is another.
    pub fn represented(&self, figure: &Figure) -> Option<&str> {
        let speaker = self.dashboard.speaker(figure.speaker.as_deref()?)?;
        Some(self.text(&self.dashboard.speaker(speaker.represents.as_deref()?)?.name))
    }

    /// The time that a figure applies to: a date, or the first and last date of a total.
    pub fn time(&self, figure: &Figure) -> Option<String> {
        let end = figure.as_of.as_ref().map(|date| match (date, &figure.since) {
            // The beginning of this total is printed from `since`.
            (Date::Interval(_, Some(end)), Some(_)) => self.day(*end),
            _ => self.language.date(date),
        });
        let Some(since) = figure.since.as_ref().map(|date| self.day(date.start())) else { return end };
        Some(match end {
            Some(end) => self.say(Message::FromTo { from: &since, to: &end }),
            None => self.say(Message::Since { date: &since }),
        })
    }

    /// The times of the reported figures that a figure is computed from: from the earliest to the latest. `None` if one of them
    /// names no time.
    fn operand_times(&self, figure: &Figure) -> Option<String> {
        let mut times: Vec<&Date> = Vec::new();
        for (root, _) in self.dashboard.roots(&figure.id) {
            let time = self.dashboard.figure(root)?.as_of.as_ref()?;
            let place = times.partition_point(|other| other.last() <= time.last());
            times.insert(place, time);
        }
        let (first, last) = (times.first()?, times.last()?);
        let (from, to) = (self.language.date(first), self.language.date(last));
        Some(match from == to {
            true => self.say(Message::AsOf { date: &to }),
            false => self.say(Message::FromTimes { from: &from, to: &to }),
        })
    }

    /// The newest reading of what a figure measures, with its time, if it is newer than the figure.
    pub fn later(&self, figure: &Figure) -> Option<String> {
        let newest = self.dashboard.later_reading(figure)?;
        let date = self.language.date(newest.as_of.as_ref()?);
        Some(self.say(Message::LaterReading { value: &self.stated(newest).to_string(), date: &date }))
    }

    /// That no newer report of what a figure measures is cited, and the last day on which none is missing: of a figure whose
    /// measure is expected to be reported again.
    pub fn overdue(&self, figure: &Figure) -> Option<(String, Day)> {
        let measure = self.dashboard.measure(figure.measure.as_deref()?)?;
        let (_, date) = self.expected(figure)?;
        let due = Day::on(self.dashboard.due(measure)?);
        // On a day to which the page is set back, no report was missing that was not due by then.
        let is_early = self.dashboard.horizon.is_some_and(|left| left.day.last() <= due.last());
        (!is_early).then(|| (self.say(Message::NoNewer { date: &date }), due))
    }

    /// How often the measure of a figure is expected to be reported, and the time of its newest reading.
    fn expected(&self, figure: &Figure) -> Option<(Frequency, String)> {
        let measure = self.dashboard.measure(figure.measure.as_deref()?)?;
        let newest = self.dashboard.newest_reading(&measure.id)?;
        Some((measure.expected?, self.language.date(newest.as_of.as_ref()?)))
    }

    /// The same with the formula of a computed figure, for places that do not show it.
    pub fn full_facts(&self, figure: &Figure) -> Vec<Fact> {
        let mut facts = self.facts(figure);
        if let Origin::Derived(formula) = &figure.origin {
            for fact in facts.iter_mut().filter(|fact| fact.topic == Topic::Computed) {
                fact.words += &format!(": {}", self.spelled(formula));
            }
        }
        facts
    }

    /// All of these facts in one line.
    pub fn known(&self, figure: &Figure) -> String {
        self.full_facts(figure).into_iter().map(|fact| fact.words).collect::<Vec<_>>().join(" · ")
    }

    /// How many articles support a figure, and how many of them are origins. If an operand of a computed figure rests on one
    /// article alone, this says so.
    pub fn support(&self, figure: &Figure) -> String {
        let markers = self.footnotes.markers(&figure.id);
        let single = figure.is_derived() && markers.len() > 1 && self.dashboard.rests_on_one(&figure.id);
        let reports = self.reports(markers.iter().map(|marker| marker.source.id.as_str()));
        let reports = if single { self.say(Message::RestsOnOne { reports: &reports }) } else { reports };
        self.language.begin(reports)
    }

    /// How many figures rest on one article alone.
    pub fn single_support(&self) -> String {
        let figures = self.dashboard.resting_on_one().count();
        self.say(Message::InOneArticleOnly { figures, all: self.dashboard.figures.len() })
    }

    fn corrected(&self, figure: &Figure) -> Option<String> {
        let date = self.language.date(&self.dashboard.last_correction(&figure.id)?.date);
        Some(self.say(Message::Corrected { date: &date }))
    }
}
