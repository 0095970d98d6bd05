//! The date of publication of an article, read by CSL's rules for dates.

use std::fmt;

use crate::date::{self, Certainty, Date, Day};
use crate::field;
use crate::json::{Fields, Node};
use crate::plain::plain;
use crate::problem::Report;

/// A date of publication, as precise as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Issued {
    /// A day, month or year, or an interval.
    Date(Date),
    /// A season.
    Season {
        /// Which one.
        season: Season,
        /// Its year, with the qualifier of the whole date.
        year: Day,
    },
    /// Other words, kept as written: `n.d.`, `Christmas 2025`.
    Literal(String),
}

/// A season, as EDTF and CSL count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are plain")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// In the order of their numbers; "fall" is another word for autumn.
const SEASONS: [(Season, &str); 5] = [
    (Season::Spring, "spring"),
    (Season::Summer, "summer"),
    (Season::Autumn, "autumn"),
    (Season::Winter, "winter"),
    (Season::Autumn, "fall"),
];

/// The message for anything else in place of a date.
const NO_DATE: &str = "this is not a date: write {\"date-parts\": [[2026, 1, 21]]} with as many parts as are known, or leave \"issued\" out";

impl Issued {
    /// Reads a date of a CSL item, such as `accessed`; `None` if it has none.
    pub fn of_csl(json: &str) -> Option<Self> {
        Self::read(&Node::read(json).ok()?, &mut Report::new(json))
    }

    /// The day, month or year, if it is one.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Date(Date::Day(day)) => Some(*day),
            _ => None,
        }
    }

    /// The last day it can mean, counted like [`Date::last`]; `None` for words. A season can last until the end of its year.
    pub fn last(&self) -> Option<i64> {
        match self {
            Self::Date(date) => Some(date.last()),
            Self::Season { year, .. } => Some(year.last()),
            Self::Literal(_) => None,
        }
    }

    /// The day, month or year in which it begins, if known.
    pub fn start(&self) -> Option<Day> {
        match self {
            Self::Date(date) => Some(date.start()),
            Self::Season { year, .. } => Some(*year),
            Self::Literal(_) => None,
        }
    }

    pub(crate) fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "\"issued\"", report)?;
        let parts = fields.get("date-parts");
        let season = fields.get("season").map(|node| node.string().unwrap_or_else(|| node.written().into()));
        let circa = fields.get("circa").is_some_and(|node| field::holds(&node));
        let mut words =
            |key| fields.get(key).and_then(|node| Some(of_words(field::words(&node, report)?, &node, report)));
        let (raw, literal) = (words("raw"), words("literal"));
        fields.close(&[], report);
        let dated = match &parts {
            Some(parts) => of_parts(parts, report)?,
            None => None,
        };
        let issued = match dated {
            Some(Self::Date(Date::Day(year))) if year.month.is_none() => {
                in_season(year, season.as_deref().unwrap_or_default().trim())
            }
            Some(issued) => issued,
            None => raw.or(literal)??,
        };
        Some(if circa { issued.about() } else { issued })
    }

    /// The same date, marked as approximate.
    fn about(mut self) -> Self {
        let doubt = |day: &mut Day| {
            day.certainty = match day.certainty {
                Certainty::Sure | Certainty::Approximate => Certainty::Approximate,
                Certainty::Uncertain | Certainty::Both => Certainty::Both,
            }
        };
        match &mut self {
            Self::Date(Date::Day(day) | Date::Interval(day, None)) | Self::Season { year: day, .. } => doubt(day),
            Self::Date(Date::Interval(from, Some(to))) => {
                doubt(from);
                doubt(to);
            }
            Self::Literal(words) => words.insert_str(0, "circa "),
        }
        self
    }
}

/// Writes EDTF, or the words.
impl fmt::Display for Issued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Season { season, year } => Day { month: Some(21 + *season as u8), ..*year }.fmt(f),
            Self::Literal(words) => f.write_str(words),
        }
    }
}

/// A year with the content of `season`, in which Zotero writes any text that accompanies a year.
fn in_season(year: Day, said: &str) -> Issued {
    let count = |known: &str| SEASONS.iter().position(|(_, word)| known.eq_ignore_ascii_case(word));
    let counted = said.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|number| *number < 4);
    if let Some((season, _)) = counted.or_else(|| count(said)).and_then(|place| SEASONS.get(place)) {
        return Issued::Season { season: *season, year };
    }
    let issued = Issued::Date(Date::Day(year));
    match said {
        "" | "null" => issued,
        "c." | "ca." | "ca" | "circa" | "about" => issued.about(),
        _ => Issued::Literal(format!("{} {year}", plain(said))),
    }
}

/// Reads a date in words: EDTF as a date, everything else as it is. A text that looks like a date must be a valid one.
fn of_words(words: String, node: &Node<'_>, report: &mut Report<'_>) -> Option<Issued> {
    if let Some(date) = Date::parse(&words) {
        return Some(Issued::Date(date));
    }
    if !date::has_form(&words) {
        return Some(Issued::Literal(words));
    }
    // EDTF's seasons, months 21 to 24.
    let season = words.split_once('-').and_then(|(year, rest)| {
        let count = rest.strip_prefix('2')?.trim_end_matches(['~', '?', '%']);
        let marks = rest.get(1 + count.len()..)?;
        let Date::Day(year) = Date::parse(&[year, marks].concat())? else { return None };
        Some(in_season(year, Some(count).filter(|count| matches!(*count, "1" | "2" | "3" | "4"))?))
    });
    if season.is_none() {
        Date::read(node, report);
    }
    season
}

/// Reads CSL's `date-parts`: a date, or the two ends of a range, each with the parts that are known. `None` if it is not a
/// date, which is then reported; `Some(None)` if no part is known.
fn of_parts(node: &Node<'_>, report: &mut Report<'_>) -> Option<Option<Issued>> {
    let read = || {
        let ends: Option<Vec<Option<Issued>>> = node.list()?.iter().map(end).collect();
        let mut ends = ends?.into_iter();
        let (from, to) = (ends.next().flatten(), ends.next());
        if ends.next().is_some() {
            return None;
        }
        Some(match (from, to) {
            (from, None) => from,
            // An unknown end is written as 0: the range is open.
            (Some(Issued::Date(Date::Day(from))), Some(None)) => Some(Issued::Date(Date::Interval(from, None))),
            (Some(Issued::Date(Date::Day(from))), Some(Some(Issued::Date(Date::Day(to))))) => {
                Some(Issued::Date(if from == to { Date::Day(from) } else { Date::Interval(from, Some(to)) }))
            }
            (from, Some(None)) => from,
            (from, Some(Some(to))) => {
                Some(Issued::Literal(format!("{}/{to}", from.map_or_else(|| "..".to_owned(), |from| from.to_string()))))
            }
        })
    };
    let found = read();
    match &found {
        None => report.at(node, NO_DATE),
        Some(Some(Issued::Date(Date::Interval(from, Some(to))))) if from.first() > to.last() => {
            report.at(node, "this range ends before it begins: exchange the two dates");
            return None;
        }
        Some(_) => {}
    }
    found
}

/// Reads one end of `date-parts`: `None` if it is not a date, `Some(None)` if no part is known.
fn end(node: &Node<'_>) -> Option<Option<Issued>> {
    let parts: Option<Vec<u16>> = node.list()?.iter().map(part).collect();
    let mut parts = parts?;
    if parts.len() > 3 {
        return None;
    }
    parts.truncate(parts.iter().rposition(|part| *part > 0).map_or(0, |last| last + 1));
    Some(match *parts {
        [] => None,
        [year, month @ 13..=24] => {
            let year = Day::from_parts(&[year])?;
            SEASONS.get(usize::from(month - 13) % 4).map(|(season, _)| Issued::Season { season: *season, year })
        }
        _ => Some(Issued::Date(Date::Day(Day::from_parts(&parts)?))),
    })
}

/// A year, month or day, which Zotero writes as a string or a number; 0 if it is not known.
fn part(node: &Node<'_>) -> Option<u16> {
    let text = node.string();
    match text.as_deref().unwrap_or(node.written()).trim() {
        "" | "null" => Some(0),
        figures => figures.parse().ok(),
    }
}
