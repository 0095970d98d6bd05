//! Parses dates in a sentence: `July 4, 2025`, `14 January`, `June of last year`, `earlier this month`, `Friday`.

use std::ops::Range;

use super::hedge;
use super::numeral::ORDINAL_ENDINGS;
use super::token::{Token, begins_at, ends_before, is, is_any, listed};

/// The parts of a date that a sentence states. The others follow from the day of publication.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dating {
    /// The year.
    pub year: Option<u16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// From 0 for Monday.
    pub weekday: Option<u8>,
    /// Years relative to the year of publication: -1 for *last year*.
    pub years_on: Option<i8>,
    /// Months relative to the month of publication: 0 for *this month*.
    pub months_on: Option<i8>,
    /// The range of days before publication: 1 to 1 for *yesterday*.
    pub days_back: Option<(i64, i64)>,
    /// Whether it is in the future: *next March*.
    pub ahead: bool,
    /// Whether it begins a period: *since*.
    pub since: bool,
    /// Whether the sentence says *about*.
    pub about: bool,
    /// Its byte range in the text.
    pub span: Range<usize>,
}

const MONTHS: [(&str, u8); 23] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sept", 9),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
];

const WEEKDAYS: [(&str, u8); 7] =
    [("monday", 0), ("tuesday", 1), ("wednesday", 2), ("thursday", 3), ("friday", 4), ("saturday", 5), ("sunday", 6)];

/// Words before a bare number that make it a year.
const BEFORE_A_YEAR: [&str; 19] = [
    "in", "since", "by", "until", "till", "of", "from", "during", "for", "year", "early", "late", "mid", "before",
    "after", "through", "circa", "and", "to",
];

/// The date that begins at a token, the token after it, and whether the words could also be a number.
pub(super) fn read(tokens: &[Token<'_>], at: usize) -> Option<(Dating, usize, bool)> {
    let (mut dating, next, open) = weekday(tokens, at)
        .or_else(|| iso(tokens, at))
        .or_else(|| month_first(tokens, at))
        .or_else(|| day_first(tokens, at))
        .or_else(|| relative(tokens, at))
        .map(|(dating, next)| (dating, next, false))
        .or_else(|| bare_year(tokens, at))?;
    let (hedge, start) = hedge::before(tokens, at);
    dating.about = hedge.about;
    let start = if hedge.about { start } else { at };
    let leads =
        ["since", "as of", "starting in", "beginning in", "starting on", "since at least", "since early", "since late"];
    dating.since = leads.into_iter().any(|words| ends_before(tokens, start, words).is_some())
        || ["onwards", "onward", "and on"].into_iter().any(|words| begins_at(tokens, next, words).is_some());
    dating.span = tokens.get(start)?.start..tokens.get(next.checked_sub(1)?)?.end;
    Some((dating, next, open))
}

/// A year of four digits without a separator, and without a scale or measure after it.
fn year(tokens: &[Token<'_>], at: usize) -> Option<u16> {
    let token = tokens.get(at).filter(|token| token.text.len() == 4)?;
    let behind = tokens.get(at + 1);
    let joined = behind
        .is_some_and(|next| next.glued && next.text.starts_with(|c: char| c.is_alphanumeric() || "%$€£".contains(c)));
    token.text.parse().ok().filter(|year| (1500..2100).contains(year) && !joined)
}

/// A day of one or two digits, with or without `st`, `nd`, `rd`, `th`, and the token after it.
fn day(tokens: &[Token<'_>], at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at).filter(|token| token.text.len() <= 2)?;
    let day = token.text.parse().ok().filter(|day| (1..=31).contains(day))?;
    let ending = tokens.get(at + 1).filter(|next| next.glued && ORDINAL_ENDINGS.contains(&next.lower.as_str()));
    Some((day, if ending.is_some() { at + 2 } else { at + 1 }))
}

fn month(tokens: &[Token<'_>], at: usize) -> Option<(u8, usize)> {
    tokens.get(at).filter(|token| token.is_capital())?;
    let month = listed(tokens, at, &MONTHS).or_else(|| listed(tokens, at, &[("dec", 12)]))?;
    let short = tokens.get(at).is_some_and(|token| token.text.len() <= 4);
    let dotted = short && tokens.get(at + 1).is_some_and(|next| next.is(".") && next.glued);
    Some((month, if dotted { at + 2 } else { at + 1 }))
}

/// `, 2025`, ` 2025`, ` of last year` after a month or a day.
fn year_behind(tokens: &[Token<'_>], at: usize, dating: &mut Dating) -> usize {
    let comma = if is(tokens, at, ",") { at + 1 } else { at };
    if let Some(year) = year(tokens, comma) {
        dating.year = Some(year);
        return comma + 1;
    }
    let of = if is(tokens, at, "of") { at + 1 } else { at };
    match turn(tokens, of).filter(|_| is(tokens, of + 1, "year")) {
        Some(turn) => {
            dating.years_on = Some(turn);
            of + 2
        }
        None => at,
    }
}

fn turn(tokens: &[Token<'_>], at: usize) -> Option<i8> {
    listed(tokens, at, &[("last", -1), ("this", 0), ("next", 1)])
}

/// `Friday`, `Friday, January 16`.
fn weekday(tokens: &[Token<'_>], at: usize) -> Option<(Dating, usize)> {
    let weekday = listed(tokens, at, &WEEKDAYS)?;
    let behind = if is(tokens, at + 1, ",") { at + 2 } else { at + 1 };
    let dated = month_first(tokens, behind).or_else(|| day_first(tokens, behind));
    let last = Dating { days_back: Some((0, 6)), ..Dating::default() };
    let (dating, next) = dated.unwrap_or((last, at + 1));
    Some((Dating { weekday: Some(weekday), ..dating }, next))
}

/// `2025-07-04`
fn iso(tokens: &[Token<'_>], at: usize) -> Option<(Dating, usize)> {
    let year = tokens.get(at).filter(|token| token.text.len() == 4)?.text.parse().ok()?;
    let two = |at: usize| tokens.get(at).filter(|token| token.glued && token.text.len() == 2)?.text.parse::<u8>().ok();
    if !is(tokens, at + 1, "-") || !is(tokens, at + 3, "-") {
        return None;
    }
    let (month, day) = (two(at + 2)?, two(at + 4)?);
    Some((Dating { year: Some(year), month: Some(month), day: Some(day), ..Dating::default() }, at + 5))
}

/// `July 4, 2025`, `January 7th`, `June 2025`, `October`.
fn month_first(tokens: &[Token<'_>], at: usize) -> Option<(Dating, usize)> {
    let (month, behind) = month(tokens, at)?;
    let mut dating = Dating { month: Some(month), ..Dating::default() };
    if let Some((day, next)) = day(tokens, behind) {
        dating.day = Some(day);
        let next = year_behind(tokens, next, &mut dating);
        return Some((dating, next));
    }
    let next = year_behind(tokens, behind, &mut dating);
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    // "May" and "March" are also words, and the abbreviations are also names.
    let word = is_any(tokens, at, &["may", "march"]) || tokens.get(at).is_some_and(|token| token.text.len() == 3);
    let dated = before.is_some_and(|before| {
        BEFORE_A_YEAR.contains(&before.lower.as_str())
            || ["last", "this", "next", "on"].contains(&before.lower.as_str())
    });
    if word && next == behind && !dated {
        return None;
    }
    let turn = at.checked_sub(1).and_then(|before| turn(tokens, before)).filter(|_| next == behind);
    dating.ahead = turn == Some(1);
    Some((dating, next))
}

/// `14 January`, `7th of January 2026`.
fn day_first(tokens: &[Token<'_>], at: usize) -> Option<(Dating, usize)> {
    let (day, behind) = day(tokens, at)?;
    let behind = if is(tokens, behind, "of") { behind + 1 } else { behind };
    let (month, behind) = month(tokens, behind)?;
    let mut dating = Dating { month: Some(month), day: Some(day), ..Dating::default() };
    let next = year_behind(tokens, behind, &mut dating);
    Some((dating, next))
}

/// Words for days shortly before publication.
const SHORTLY_BEFORE: [(&str, (i64, i64)); 9] = [
    ("today", (0, 0)),
    ("yesterday", (1, 1)),
    ("this week", (0, 6)),
    ("last week", (1, 13)),
    ("past week", (0, 7)),
    ("last weekend", (1, 8)),
    ("recent days", (0, 14)),
    ("past days", (0, 14)),
    ("recent weeks", (0, 62)),
];

/// `last year`, `earlier this month`, `yesterday`.
fn relative(tokens: &[Token<'_>], at: usize) -> Option<(Dating, usize)> {
    for (words, days) in SHORTLY_BEFORE {
        if let Some(next) = begins_at(tokens, at, words) {
            // "Last week, on January 7th": the date alone is enough.
            let link = [", on", ",", "on"].into_iter().find_map(|link| begins_at(tokens, next, link)).unwrap_or(next);
            let dated = month_first(tokens, link).or_else(|| day_first(tokens, link));
            return dated.or(Some((Dating { days_back: Some(days), ..Dating::default() }, next)));
        }
    }
    let turn = turn(tokens, at)?;
    if is(tokens, at + 1, "year") {
        return Some((Dating { years_on: Some(turn), ..Dating::default() }, at + 2));
    }
    if is(tokens, at + 1, "month") {
        return Some((Dating { months_on: Some(turn), ..Dating::default() }, at + 2));
    }
    None
}

/// `2008`: a year, and perhaps a number too, unless the word before it decides.
fn bare_year(tokens: &[Token<'_>], at: usize) -> Option<(Dating, usize, bool)> {
    let year = year(tokens, at)?;
    let before = at.checked_sub(1);
    let sure = before.is_some_and(|before| is_any(tokens, before, &BEFORE_A_YEAR));
    let money = before.is_some_and(|before| super::measure::money_before(tokens, before).is_some());
    if money || super::numeral::read(tokens, at).is_some_and(|numeral| numeral.next > at + 1) {
        return None;
    }
    Some((Dating { year: Some(year), ..Dating::default() }, at + 1, !sure))
}
