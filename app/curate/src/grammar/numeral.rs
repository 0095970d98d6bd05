//! Parses numbers in digits or words: `1,440`, `12.5bn`, `80 million`, `seven`, `two hundred and fifty`, `half a million`.

use super::token::{Token, UNPARTED_SCALES, begins_at, is, is_any, listed};

/// A parsed number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    /// Its value.
    pub(super) value: f64,
    /// Its value before a word such as *million* is applied.
    pub(super) mantissa: f64,
    /// The index of the token after it.
    pub(super) next: usize,
}

const UNITS: [(&str, f64); 21] = [
    ("zero", 0.0),
    ("none", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
];

const TENS: [(&str, f64); 8] = [
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

/// The words that multiply the number before them.
pub(super) const SCALES: [(&str, f64); 18] = [
    ("dozen", 12.0),
    ("hundred", 100.0),
    ("thousand", 1e3),
    ("lakh", 1e5),
    ("lakhs", 1e5),
    ("lac", 1e5),
    ("lacs", 1e5),
    ("million", 1e6),
    ("crore", 1e7),
    ("crores", 1e7),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("ألف", 1e3),
    ("آلاف", 1e3),
    ("مليون", 1e6),
    ("ملايين", 1e6),
    ("مليار", 1e9),
    ("مليارات", 1e9),
];

/// Short forms of these words, after a number in digits and a space.
const SHORT_SCALES: [(&str, f64); 7] =
    [("bn", 1e9), ("bln", 1e9), ("tn", 1e12), ("trn", 1e12), ("mn", 1e6), ("mln", 1e6), ("cr", 1e7)];

/// Emphatic words for one or none. If one ends with another, the longer comes first.
const STRESSED: [(&str, f64); 5] =
    [("not a single", 0.0), ("not one", 0.0), ("no single", 0.0), ("a single", 1.0), ("just the one", 1.0)];

/// Words after which *no* does not mean zero things.
const NOT_NONE: [&str; 26] = [
    "number", "numbers", "figure", "figures", "more", "less", "fewer", "longer", "later", "earlier", "greater",
    "higher", "lower", "one", "other", "such", "doubt", "way", "matter", "idea", "plans", "plan", "comment", "mention",
    "sign", "evidence",
];

/// Suffixes that multiply, directly after digits.
const GLUED_SCALES: [(&str, f64); 11] = [
    ("k", 1e3),
    ("m", 1e6),
    ("mn", 1e6),
    ("mln", 1e6),
    ("b", 1e9),
    ("bn", 1e9),
    ("t", 1e12),
    ("tn", 1e12),
    ("trn", 1e12),
    ("bln", 1e9),
    ("cr", 1e7),
];

/// The endings of ordinals in digits.
pub(super) const ORDINAL_ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];

/// The number that begins at a token.
pub(super) fn read(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    none_or_one(tokens, at).or_else(|| in_any_form(tokens, at))
}

/// `not a single`, `a single`, and `no` before counted things.
fn none_or_one(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let number = |value: f64, next: usize| Some(Numeral { value, mantissa: value, next });
    let stressed = STRESSED.iter().find_map(|(words, value)| Some((*value, begins_at(tokens, at, words)?)));
    if let Some((value, next)) = stressed {
        return number(value, next);
    }
    let thing = tokens.get(at + 1).filter(|token| token.text.starts_with(char::is_lowercase))?;
    let none = is(tokens, at, "no") && !is_any(tokens, at + 1, &NOT_NONE) && in_any_form(tokens, at + 1).is_none();
    let first = at == 0 || !tokens.get(at - 1).is_some_and(|before| before.is("-"));
    if none && first && !thing.is("-") { number(0.0, at + 1) } else { None }
}

fn in_any_form(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    part_of_a_scale(tokens, at).or_else(|| in_digits(tokens, at)).or_else(|| in_words(tokens, at))
}

fn in_digits(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let mut value = tokens.get(at)?.number?;
    let mut next = at + 1;
    if let Some(part) = tokens.get(next).filter(|token| token.glued).and_then(|token| token.number) {
        value += part;
        next += 1;
    }
    if let Some(behind) = tokens.get(next).filter(|token| token.glued) {
        // 1990s, 100's and 7th are not amounts.
        let plural = behind.is("s") || behind.is("'") && is(tokens, next + 1, "s");
        if plural || ORDINAL_ENDINGS.contains(&behind.lower.as_str()) {
            return None;
        }
        if let Some(scale) = listed(tokens, next, &GLUED_SCALES) {
            return Some(Numeral { value: value * scale, mantissa: value, next: next + 1 });
        }
    }
    if let Some(scale) = listed(tokens, next, &UNPARTED_SCALES) {
        return Some(Numeral { value: value * scale, mantissa: value, next: next + 1 });
    }
    let hyphen = usize::from(is(tokens, next, "-"));
    if let Some(scale) = listed(tokens, next + hyphen, &SHORT_SCALES).or_else(|| after_money(tokens, at, next)) {
        return Some(Numeral { value: value * scale, mantissa: value, next: next + hyphen + 1 });
    }
    let (mantissa, next) = with_half(tokens, next, value);
    Some(scaled(tokens, mantissa, next))
}

/// `$1.5 m`: a letter after a space is a scale only for money.
fn after_money(tokens: &[Token<'_>], at: usize, next: usize) -> Option<f64> {
    let sign = tokens.get(at.checked_sub(1)?)?;
    "$€£¥₹".contains(sign.text).then(|| listed(tokens, next, &[("m", 1e6), ("b", 1e9), ("k", 1e3)])).flatten()
}

/// Applies the words such as *million* after a number.
fn scaled(tokens: &[Token<'_>], mantissa: f64, mut next: usize) -> Numeral {
    let mut value = mantissa;
    // "5 hundred thousand" has two, the larger one last.
    let mut last = 0.0;
    while let Some((scale, behind)) = scale(tokens, next).filter(|(scale, _)| *scale > last) {
        (value, next, last) = (value * scale, behind, scale);
    }
    Numeral { value, mantissa, next }
}

/// A word such as *million*, with or without a hyphen before it.
fn scale(tokens: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    let at = if is(tokens, at, "-") { at + 1 } else { at };
    Some((listed(tokens, at, &SCALES)?, at + 1))
}

/// `and a half` after a number.
fn with_half(tokens: &[Token<'_>], at: usize, value: f64) -> (f64, usize) {
    match begins_at(tokens, at, "and a half") {
        Some(next) => (value + 0.5, next),
        None => (value, at),
    }
}

/// `half a million`, `half-million`, `a quarter of a million`.
pub(super) fn part_of_a_scale(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    const PARTS: [(&str, f64); 7] = [
        ("half a", 0.5),
        ("half - a -", 0.5),
        ("half -", 0.5),
        ("a quarter of a", 0.25),
        ("quarter of a", 0.25),
        ("three quarters of a", 0.75),
        ("three - quarters of a", 0.75),
    ];
    PARTS.into_iter().find_map(|(words, part)| {
        let at = begins_at(tokens, at, words)?;
        Some(Numeral { value: listed(tokens, at, &SCALES)? * part, mantissa: part, next: at + 1 })
    })
}

/// The parts of a number in words, while it is parsed.
struct Sum {
    /// The sum of the finished parts: whole thousands, millions and so on.
    total: f64,
    /// The part that the next *thousand* or *million* multiplies.
    current: f64,
    /// The scale of the last finished part; the next one is smaller.
    ceiling: f64,
    /// Only numbers below this may be added to `current`.
    room: f64,
}

fn in_words(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let mut sum = Sum { total: 0.0, current: 0.0, ceiling: f64::INFINITY, room: 100.0 };
    let mut next = match tokens.get(at) {
        // "a hundred", "a dozen": "a" means one.
        Some(first) if first.is("a") || first.is("an") => {
            listed(tokens, at + 1, &SCALES)?;
            sum.current = 1.0;
            sum.room = 0.0;
            at + 1
        }
        _ => sum.small(tokens, at)?,
    };
    let (current, behind) = with_half(tokens, next, sum.current);
    if behind > next {
        return Some(scaled(tokens, current, behind));
    }
    let mantissa = sum.current;
    while let Some(behind) = sum.more(tokens, next) {
        next = behind;
    }
    Some(Numeral { value: sum.total + sum.current, mantissa, next })
}

impl Sum {
    /// Adds a number below a hundred, if one is here and may be added.
    fn small(&mut self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        if let Some(tens) = listed(tokens, at, &TENS).filter(|tens| *tens < self.room) {
            self.current += tens;
            self.room = 0.0;
            let behind = if is(tokens, at + 1, "-") { at + 2 } else { at + 1 };
            let unit = listed(tokens, behind, &UNITS).filter(|unit| (1.0..10.0).contains(unit));
            self.current += unit.unwrap_or(0.0);
            return Some(if unit.is_some() { behind + 1 } else { at + 1 });
        }
        let unit = listed(tokens, at, &UNITS).filter(|unit| *unit < self.room)?;
        self.current += unit;
        self.room = 0.0;
        Some(at + 1)
    }

    /// Parses the next part: a scale, or a smaller number after one.
    fn more(&mut self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        if let Some((scale, behind)) = scale(tokens, at) {
            if self.current == 0.0 {
                return None;
            }
            if scale <= 100.0 {
                // There are no hundreds of hundreds.
                let fits = self.current < 100.0 && self.room < 100.0;
                self.current *= scale;
                self.room = if scale == 100.0 { 100.0 } else { 0.0 };
                return fits.then_some(behind);
            }
            if scale >= self.ceiling {
                return None;
            }
            self.total += self.current * scale;
            (self.current, self.ceiling, self.room) = (0.0, scale, 100.0);
            return Some(behind);
        }
        // A smaller number may follow a hundred or a thousand: "two hundred and fifty".
        let open = self.room > 0.0 && (self.total > 0.0 || self.current > 0.0);
        let at = if is_any(tokens, at, &["and", "-"]) { at + 1 } else { at };
        if open { self.small(tokens, at) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::token::tokens;
    use super::*;
    use crate::normal::Plain;

    fn value(text: &str) -> Option<f64> {
        let plain = Plain::of(text);
        let tokens = tokens(&plain);
        read(&tokens, 0).filter(|numeral| numeral.next == tokens.len()).map(|numeral| numeral.value)
    }

    /// A number in English words.
    fn in_english(number: u64) -> String {
        let word = |list: &[(&str, f64)], n: u64| {
            list.iter().find(|(_, value)| *value == n as f64).map_or("", |(w, _)| *w).to_owned()
        };
        match number {
            0..20 => word(&UNITS, number),
            20..100 if number.is_multiple_of(10) => word(&TENS, number),
            20..100 => format!("{}-{}", in_english(number / 10 * 10), in_english(number % 10)),
            100..1000 => joined(number, 100, "hundred", " and "),
            1000..1_000_000 => joined(number, 1000, "thousand", " "),
            1_000_000..1_000_000_000 => joined(number, 1_000_000, "million", " "),
            _ => joined(number, 1_000_000_000, "billion", " "),
        }
    }

    fn joined(number: u64, scale: u64, word: &str, link: &str) -> String {
        let head = format!("{} {word}", in_english(number / scale));
        if number.is_multiple_of(scale) { head } else { format!("{head}{link}{}", in_english(number % scale)) }
    }

    #[test]
    fn numbers_are_parsed_as_newspapers_write_them() {
        for (text, number) in [
            ("1,440", 1440.0),
            ("12.5bn", 12.5e9),
            ("12.5 billion", 12.5e9),
            ("$", f64::NAN),
            ("80 million", 80e6),
            ("10k", 1e4),
            ("seven", 7.0),
            ("twenty", 20.0),
            ("twenty-five", 25.0),
            ("a dozen", 12.0),
            ("two dozen", 24.0),
            ("half a dozen", 6.0),
            ("half a million", 500_000.0),
            ("half-a-million", 500_000.0),
            ("a hundred", 100.0),
            ("one hundred and eighteen", 118.0),
            ("one hundred eighteen", 118.0),
            ("two hundred and fifty thousand", 250_000.0),
            ("twenty-five hundred", 2500.0),
            ("two and a half million", 2.5e6),
            ("2½ million", 2.5e6),
            ("five hundred thousand", 5e5),
            ("5 hundred thousand", 5e5),
            ("one million two hundred thousand", 1.2e6),
            ("1990s", f64::NAN),
            ("100’s", f64::NAN),
            ("7th", f64::NAN),
            ("twenty thirty", f64::NAN),
        ] {
            assert_eq!(value(text), Some(number).filter(|n| !n.is_nan()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_whole_number_in_words_is_parsed(number in 0u64..999_999_999_999) {
            prop_assert_eq!(value(&in_english(number)), Some(number as f64), "{}", in_english(number));
        }

        #[test]
        fn every_number_in_digits_is_parsed(number in 0u64..9_000_000_000_000) {
            let digits = number.to_string();
            let mut grouped = String::new();
            for (place, digit) in digits.chars().enumerate() {
                if place > 0 && (digits.len() - place).is_multiple_of(3) {
                    grouped.push(',');
                }
                grouped.push(digit);
            }
            prop_assert_eq!(value(&grouped), Some(number as f64));
            prop_assert_eq!(value(&digits), Some(number as f64));
        }

        #[test]
        fn digits_and_a_word_multiply(tenths in 1u32..9999, scale in proptest::sample::select(&["thousand", "million", "billion"][..])) {
            let factor = SCALES.iter().find(|(word, _)| *word == scale).map_or(0.0, |(_, factor)| *factor);
            let number = f64::from(tenths) / 10.0;
            prop_assert_eq!(value(&format!("{number} {scale}")), Some(number * factor));
        }
    }
}
