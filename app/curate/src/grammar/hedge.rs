//! Parses hedges, the words around a number that say how exact it is: *about*, *at least*, *more than*, *up to*, *or so*.

use super::numeral;
use super::token::{Token, begins_at, ends_before, is, is_any};

/// Which side of a number is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// Neither.
    #[default]
    Plain,
    /// This number or more.
    AtLeast,
    /// More than this number.
    MoreThan,
    /// This number or less.
    AtMost,
    /// Less than this number.
    LessThan,
}

/// The qualifier of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hedge {
    /// Which side is open.
    pub bound: Bound,
    /// Whether it includes *about*.
    pub about: bool,
    /// Whether the words may not qualify the number at all: "over 18 months", "concerns about 500 people".
    pub perhaps: bool,
}

const ABOUT: Hedge = Hedge { bound: Bound::Plain, about: true, perhaps: false };
const AT_LEAST: Hedge = Hedge { bound: Bound::AtLeast, about: false, perhaps: false };
const MORE_THAN: Hedge = Hedge { bound: Bound::MoreThan, about: false, perhaps: false };
const AT_MOST: Hedge = Hedge { bound: Bound::AtMost, about: false, perhaps: false };
const LESS_THAN: Hedge = Hedge { bound: Bound::LessThan, about: false, perhaps: false };

/// Hedges before a number. If one ends with another, the longer comes first.
const BEFORE: [(&str, Hedge); 95] = [
    ("no more than", AT_MOST),
    ("not more than", AT_MOST),
    ("not exceeding", AT_MOST),
    ("not exceed", AT_MOST),
    ("not exceeded", AT_MOST),
    ("no longer than", AT_MOST),
    ("not over", AT_MOST),
    ("no less than", AT_LEAST),
    ("not less than", AT_LEAST),
    ("no fewer than", AT_LEAST),
    ("not fewer than", AT_LEAST),
    ("nothing less than", AT_LEAST),
    ("or more than", MORE_THAN),
    ("more than", MORE_THAN),
    ("greater than", MORE_THAN),
    ("higher than", MORE_THAN),
    ("larger than", MORE_THAN),
    ("longer than", MORE_THAN),
    ("bigger than", MORE_THAN),
    ("in excess of", MORE_THAN),
    ("upwards of", MORE_THAN),
    ("upward of", MORE_THAN),
    ("north of", MORE_THAN),
    ("over", MORE_THAN),
    ("above", MORE_THAN),
    ("beyond", MORE_THAN),
    ("exceed", MORE_THAN),
    ("exceeds", MORE_THAN),
    ("exceeded", MORE_THAN),
    ("exceeding", MORE_THAN),
    ("to top", MORE_THAN),
    ("could top", MORE_THAN),
    ("may top", MORE_THAN),
    ("will top", MORE_THAN),
    ("tops", MORE_THAN),
    ("topped", MORE_THAN),
    ("topping", MORE_THAN),
    ("surpass", MORE_THAN),
    ("surpasses", MORE_THAN),
    ("surpassed", MORE_THAN),
    ("surpassing", MORE_THAN),
    (">", MORE_THAN),
    ("at least", AT_LEAST),
    ("at the least", AT_LEAST),
    ("a minimum of", AT_LEAST),
    ("minimum of", AT_LEAST),
    ("as few as", AT_LEAST),
    ("as little as", AT_LEAST),
    ("≥", AT_LEAST),
    ("at most", AT_MOST),
    ("at the most", AT_MOST),
    ("up to", AT_MOST),
    ("as many as", AT_MOST),
    ("as much as", AT_MOST),
    ("as long as", AT_MOST),
    ("a maximum of", AT_MOST),
    ("maximum of", AT_MOST),
    ("less than", LESS_THAN),
    ("fewer than", LESS_THAN),
    ("lower than", LESS_THAN),
    ("smaller than", LESS_THAN),
    ("under", LESS_THAN),
    ("below", LESS_THAN),
    ("<", LESS_THAN),
    ("≤", AT_MOST),
    ("somewhere around", ABOUT),
    ("somewhere in the region of", ABOUT),
    ("in the region of", ABOUT),
    ("on the order of", ABOUT),
    ("in the order of", ABOUT),
    ("close to", ABOUT),
    ("around", ABOUT),
    ("about", ABOUT),
    ("approximately", ABOUT),
    ("approx", ABOUT),
    ("approx .", ABOUT),
    ("roughly", ABOUT),
    ("some", ABOUT),
    ("circa", ABOUT),
    ("ca .", ABOUT),
    ("c .", ABOUT),
    ("nearly", ABOUT),
    ("almost", ABOUT),
    ("~", ABOUT),
    ("≈", ABOUT),
    ("approaching", ABOUT),
    ("approached", ABOUT),
    ("in the neighbourhood of", ABOUT),
    ("in the neighborhood of", ABOUT),
    ("shy of", LESS_THAN),
    ("short of", LESS_THAN),
    ("as high as", AT_MOST),
    ("as low as", AT_LEAST),
    ("as large as", AT_MOST),
    ("not fewer", AT_LEAST),
];

/// Hedges after a number, its unit, or one more word.
const BEHIND: [(&str, Hedge); 24] = [
    ("or thereabouts", ABOUT),
    ("or so", ABOUT),
    ("give or take", ABOUT),
    ("approximately", ABOUT),
    ("- odd", ABOUT),
    ("- ish", ABOUT),
    ("or more", AT_LEAST),
    ("or above", AT_LEAST),
    ("or over", AT_LEAST),
    ("and more", AT_LEAST),
    ("and above", AT_LEAST),
    ("at least", AT_LEAST),
    ("at the least", AT_LEAST),
    ("- plus", AT_LEAST),
    ("+", AT_LEAST),
    ("or higher", AT_LEAST),
    ("or greater", AT_LEAST),
    ("or older", AT_LEAST),
    ("or lower", AT_MOST),
    ("or less", AT_MOST),
    ("or fewer", AT_MOST),
    ("or under", AT_MOST),
    ("at most", AT_MOST),
    ("at the most", AT_MOST),
];

/// Words without meaning for the qualifier that may be between a hedge and the number.
const FILLERS: [&str; 16] = [
    "a total of",
    "an estimated",
    "estimated",
    "a further",
    "another",
    "a staggering",
    "a combined",
    "between",
    "an additional",
    "additional",
    "a record",
    "a reported",
    "a whopping",
    "a mere",
    "a cumulative",
    "an average of",
];

/// Words after which *about* introduces a topic and *over* is part of the verb.
const OTHER_SENSE: [(&str, &[&str]); 2] = [
    (
        "about",
        &[
            "ask",
            "asked",
            "asking",
            "complaint",
            "complaints",
            "concern",
            "concerned",
            "concerns",
            "data",
            "details",
            "fear",
            "fears",
            "information",
            "know",
            "known",
            "questions",
            "report",
            "reports",
            "speak",
            "spoke",
            "statement",
            "statements",
            "talk",
            "talked",
            "told",
            "warn",
            "warned",
            "warning",
            "worried",
            "worry",
            "write",
            "wrote",
        ],
    ),
    ("over", &["hand", "handed", "handing", "take", "taken", "taking", "took", "turn", "turned", "turning"]),
];

/// The hedge before the number at a token, and the token at which it begins.
pub(super) fn before(tokens: &[Token<'_>], at: usize) -> (Hedge, usize) {
    let (mut hedge, mut start) = (Hedge::default(), at);
    // "at least some 5,000": the first word gives the open side, the second *about*.
    for _ in 0..3 {
        let filled = FILLERS.into_iter().find_map(|filler| ends_before(tokens, start, filler));
        let from = filled.unwrap_or(start);
        let found = BEFORE.into_iter().find_map(|(words, hedge)| Some((hedge, ends_before(tokens, from, words)?)));
        let Some((mut found, begin)) = found else { break };
        let previous = begin.checked_sub(1).unwrap_or(usize::MAX);
        found.perhaps =
            OTHER_SENSE.iter().any(|(word, verbs)| is_any(tokens, begin, &[word]) && is_any(tokens, previous, verbs));
        hedge = hedge.joined(found);
        start = begin;
    }
    (hedge, start)
}

/// The hedge of the number before a token, and the token after the hedge.
pub(super) fn behind(tokens: &[Token<'_>], at: usize) -> (Hedge, usize) {
    let ahead = [at, at + 1];
    let found = ahead.into_iter().find_map(|place| {
        // "10 compounds or more": one word may be between, but no punctuation mark.
        let skipped = tokens.get(at..place)?.iter().all(|token| token.text.starts_with(char::is_alphabetic));
        BEHIND
            .into_iter()
            .filter(|_| skipped)
            .find_map(|(words, hedge)| Some((hedge, begins_at(tokens, place, words)?)))
            // "118 raids at least 20 of which": these words belong to the next number.
            .filter(|(_, next)| !is(tokens, *next, "than") && numeral::read(tokens, *next).is_none())
    });
    found.unwrap_or((Hedge::default(), at))
}

impl Hedge {
    /// Combines two hedges; of two open sides, that of the outer hedge counts.
    pub(super) fn joined(self, outer: Self) -> Self {
        Self {
            bound: if outer.bound == Bound::Plain { self.bound } else { outer.bound },
            about: self.about || outer.about,
            perhaps: self.perhaps || outer.perhaps,
        }
    }
}
