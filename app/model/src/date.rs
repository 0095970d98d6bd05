//! Dates in EDTF (ISO 8601-2), as precise as their source: `2008`, `2025-06`, `2026-01-07`, `2026-01~` (approximate),
//! `2026-01-16?` (uncertain), `2025-07-04/2026-01` (an interval), `2021/..` (an open interval).

use std::fmt;

use crate::json::{self, Node};
use crate::problem::Report;
use crate::unseen;

/// A date or an interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Date {
    /// A day, a month or a year.
    Day(Day),
    /// From one date to another; open if the second is `None`.
    Interval(Day, Option<Day>),
}

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Day {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12, where the source names it.
    pub month: Option<u8>,
    /// 1 to 31, where the source names it.
    pub day: Option<u8>,
    /// EDTF's qualifier.
    pub certainty: Certainty,
}

/// EDTF's qualifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// No qualifier.
    Sure,
    /// `~`: approximate.
    Approximate,
    /// `?`: uncertain.
    Uncertain,
    /// `%`: approximate and uncertain.
    Both,
}

impl Date {
    /// Reads EDTF; `None` if the text is not a date or the day does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('/') {
            None => Day::parse(text).map(Self::Day),
            Some((from, "..")) => Some(Self::Interval(Day::parse(from)?, None)),
            Some((from, to)) => {
                let (from, to) = (Day::parse(from)?, Day::parse(to)?);
                (from.first() <= to.last()).then_some(Self::Interval(from, Some(to)))
            }
        }
    }

    /// The first day it can mean, in days since 1 January of year 1.
    pub fn first(&self) -> i64 {
        match self {
            Self::Day(day) | Self::Interval(day, _) => day.first(),
        }
    }

    /// The last day it can mean, counted like [`Date::first`]; for an open interval, the last day that its begin can mean.
    pub fn last(&self) -> i64 {
        match self {
            Self::Day(day) | Self::Interval(_, Some(day)) => day.last(),
            Self::Interval(day, None) => day.last(),
        }
    }

    /// The date, or the first date of an interval.
    pub fn start(&self) -> Day {
        match self {
            Self::Day(day) | Self::Interval(day, _) => *day,
        }
    }

    pub(crate) fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let text = json::words(node, report)?;
        let date = Self::parse(&text);
        if date.is_none() {
            // Digits and hyphens of other scripts look the same.
            if let Some(alike) = text.chars().find_map(unseen::advice) {
                report.at(node, alike);
                return None;
            }
            let message = match text.split_once('/') {
                _ if !has_form(&text) => {
                    "is not a date: write 2008, 2025-06 or 2026-01-07, as precise as the article; then ~ for about or ? for uncertain"
                }
                Some((from, to)) if Day::parse(from).and(Day::parse(to)).is_some() => {
                    "ends before it begins: exchange the two dates"
                }
                _ => "does not exist in the calendar: correct its year, month or day",
            };
            report.at(node, format!("\"{}\" {message}", json::shortened(&text)));
        }
        date
    }
}

/// Writes EDTF, as it was read.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Interval(from, Some(to)) => write!(f, "{from}/{to}"),
            Self::Interval(from, None) => write!(f, "{from}/.."),
        }
    }
}

/// Writes EDTF, as it was read.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        f.write_str(match self.certainty {
            Certainty::Sure => "",
            Certainty::Approximate => "~",
            Certainty::Uncertain => "?",
            Certainty::Both => "%",
        })
    }
}

impl Day {
    /// Reads a day with year, month and day. The message for anything else begins with `what`, such as `"updated" is the day …`.
    pub(crate) fn read(node: &Node<'_>, what: &str, report: &mut Report<'_>) -> Option<Self> {
        match Date::read(node, report)? {
            Date::Day(day) if day.day.is_some() => Some(day),
            _ => {
                let found = node.found();
                report.at(node, format!("{what}, but this is {found}: write year, month and day, such as 2026-01-21"));
                None
            }
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let (digits, certainty) = match text.as_bytes().last()? {
            b'~' => (&text[..text.len() - 1], Certainty::Approximate),
            b'?' => (&text[..text.len() - 1], Certainty::Uncertain),
            b'%' => (&text[..text.len() - 1], Certainty::Both),
            _ => (text, Certainty::Sure),
        };
        let mut parts = digits.split('-');
        let mut number = |length: usize| -> Option<Option<u16>> {
            let Some(part) = parts.next() else {
                return Some(None);
            };
            (part.len() == length && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())
        };
        let year = number(4)?.filter(|year| *year > 0)?;
        let month = number(2)?.map(|month| month as u8);
        let day = number(2)?.map(|day| day as u8);
        let date = Self { year, month, day, certainty };
        let exists = month.is_none_or(|m| (1..=12).contains(&m))
            && day.is_none_or(|d| (1..=days_in_month(year, month.unwrap_or(1))).contains(&d));
        (exists && parts.next().is_none()).then_some(date)
    }

    /// Makes a day of a year and, if known, month and day, as in CSL's `date-parts`.
    pub(crate) fn from_parts(parts: &[u16]) -> Option<Self> {
        let text = match parts {
            [year] => format!("{year:04}"),
            [year, month] => format!("{year:04}-{month:02}"),
            [year, month, day] => format!("{year:04}-{month:02}-{day:02}"),
            _ => return None,
        };
        Self::parse(&text)
    }

    /// The day of this number, counted like [`Day::first`]; the nearest, where it is of no year that can be written.
    pub fn on(number: i64) -> Self {
        // From 1 March of the year 0 on, each four centuries are alike, and the day that leap years add comes last.
        let days = number.clamp(0, day_number(9999, 12, 31)) + 306;
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let is_next = month >= 10;
        Self {
            year: (era * 400 + year + i64::from(is_next)) as u16,
            month: Some((if is_next { month - 9 } else { month + 3 }) as u8),
            day: Some((day - (153 * month + 2) / 5 + 1) as u8),
            certainty: Certainty::Sure,
        }
    }

    /// The first day it can mean, in days since 1 January of year 1.
    pub fn first(&self) -> i64 {
        day_number(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day it can mean, counted like [`Day::first`].
    pub fn last(&self) -> i64 {
        let month = self.month.unwrap_or(12);
        day_number(self.year, month, self.day.unwrap_or_else(|| days_in_month(self.year, month)))
    }
}

/// Whether digits and separators are placed as in a date, whatever the digits are.
pub(crate) fn has_form(text: &str) -> bool {
    let form = text.replace(|c: char| c.is_ascii_digit(), "0");
    let (from, to) = form.split_once('/').unwrap_or((&form, ".."));
    let is_day = |day: &str| {
        let digits = day.strip_suffix(['~', '?', '%']).unwrap_or(day);
        ["0000", "0000-00", "0000-00-00"].contains(&digits)
    };
    is_day(from) && (is_day(to) || to == "..")
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1 January of year 1 in the proleptic Gregorian calendar, as ISO 8601 counts.
fn day_number(year: u16, month: u8, day: u8) -> i64 {
    let before = i64::from(year) - 1;
    let months: i64 = (1..month).map(|m| i64::from(days_in_month(year, m))).sum();
    before * 365 + before / 4 - before / 100 + before / 400 + months + i64::from(day) - 1
}
