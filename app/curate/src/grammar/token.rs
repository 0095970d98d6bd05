//! Divides a text into tokens: words, numbers in digits, and single punctuation marks.

use super::{currency, separators};
use crate::border;
use crate::normal::Plain;

/// A token of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token<'t> {
    /// The token as written.
    pub(super) text: &'t str,
    /// The token in small letters.
    pub(super) lower: String,
    /// Its value, if it is a number in digits.
    pub(super) number: Option<f64>,
    /// The byte offset of its start.
    pub(super) start: usize,
    /// The byte offset of its end.
    pub(super) end: usize,
    /// Whether no space is between the previous token and this one.
    pub(super) glued: bool,
}

impl Token<'_> {
    /// Whether it is this word or mark.
    pub(super) fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    /// Whether it begins with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    fn is_word(&self) -> bool {
        self.number.is_none() && self.text.starts_with(char::is_alphabetic)
    }
}

/// Whether the token at an index is this word or mark.
pub(super) fn is(tokens: &[Token<'_>], at: usize, word: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.is(word))
}

/// Whether the token at an index is one of these.
pub(super) fn is_any(tokens: &[Token<'_>], at: usize, words: &[&str]) -> bool {
    tokens.get(at).is_some_and(|token| words.contains(&token.lower.as_str()))
}

/// The entry of a list for the word at an index.
pub(super) fn listed<T: Copy>(tokens: &[Token<'_>], at: usize, list: &[(&str, T)]) -> Option<T> {
    let token = tokens.get(at)?;
    list.iter().find(|(word, _)| token.is(word)).map(|(_, meaning)| *meaning)
}

/// The index at which a phrase begins that ends before an index, if it is there. `phrase` is divided by single spaces.
pub(super) fn ends_before(tokens: &[Token<'_>], at: usize, phrase: &str) -> Option<usize> {
    phrase.rsplit(' ').try_fold(at, |at, word| {
        let before = at.checked_sub(1)?;
        is(tokens, before, word).then_some(before)
    })
}

/// The index after a phrase that begins at an index, if it is there.
pub(super) fn begins_at(tokens: &[Token<'_>], at: usize, phrase: &str) -> Option<usize> {
    phrase.split(' ').try_fold(at, |at, word| is(tokens, at, word).then_some(at + 1))
}

/// The index of the word before another, skipping a hyphen between them.
pub(super) fn word_before(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let before = if is(tokens, before, "-") { before.checked_sub(1)? } else { before };
    tokens.get(before)?.is_word().then_some(before)
}

/// Words that multiply the number before them, in scripts without spaces.
pub(super) const UNPARTED_SCALES: [(&str, f64); 14] = [
    ("លាន", 1e6),
    ("សែន", 1e5),
    ("ម៉ឺន", 1e4),
    ("ពាន់", 1e3),
    ("ล้าน", 1e6),
    ("แสน", 1e5),
    ("หมื่น", 1e4),
    ("พัน", 1e3),
    ("亿", 1e8),
    ("億", 1e8),
    ("万", 1e4),
    ("萬", 1e4),
    ("만", 1e4),
    ("억", 1e8),
];

/// Divides a text. The end of a line is a token that no rule matches, so that no rule extends across it.
pub(super) fn tokens(plain: &Plain) -> Vec<Token<'_>> {
    let text = plain.text.as_str();
    let marks = separators::of(text);
    let mut breaks = plain.breaks.iter().copied().peekable();
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(first) = rest.chars().next()
    {
        if breaks.next_if(|place| *place <= at).is_some() {
            tokens.push(Token { text: "\n", lower: "\n".into(), number: None, start: at, end: at, glued: false });
        }
        // Quotation marks may be between a number and its unit.
        if first == ' ' || first == '"' {
            at += 1;
            continue;
        }
        let (length, number) = match vulgar(first) {
            Some(part) => (first.len_utf8(), Some(part)),
            None if separators::digit(first).is_some() => separators::number(rest, marks, digits),
            None if unparted_scale(rest, tokens.last(), at) > 0 => (unparted_scale(rest, tokens.last(), at), None),
            None if first.is_alphanumeric() => (currency::glued(rest).map_or_else(|| word(rest), str::len), None),
            None => (first.len_utf8(), None),
        };
        let piece = rest.get(..length).unwrap_or_default();
        let glued = tokens.last().is_some_and(|last| last.end == at && last.text != "\n");
        tokens.push(Token { text: piece, lower: piece.to_lowercase(), number, start: at, end: at + length, glued });
        at += length;
    }
    tokens
}

/// In bytes. In a longer run of digits and marks, separators are not sought.
const LONGEST_NUMBER: usize = 60;

/// The length of a word such as *million* in a script without spaces, directly after a number; 0 if none is there.
fn unparted_scale(rest: &str, last: Option<&Token<'_>>, at: usize) -> usize {
    let follows = last.is_some_and(|last| last.number.is_some() && last.end == at);
    let scale = UNPARTED_SCALES.iter().find(|(word, _)| follows && rest.starts_with(word));
    scale.map_or(0, |(word, _)| word.len())
}

/// `1,440`, `12.5`, `2025`, `100 000`, `100'000`, `1,50,000`: a comma, space or apostrophe is a separator only before three
/// digits (in Indian numbers, before two, and at last three), and is the same in the whole number; a point only before a digit.
fn digits(rest: &str) -> (usize, Option<f64>) {
    let run = |from: usize| rest.bytes().skip(from).take_while(u8::is_ascii_digit).count();
    let first = run(0);
    let grouped = |divider: u8, sizes: &[usize]| {
        let mut end = first;
        let mut last = 0;
        while end <= LONGEST_NUMBER && rest.as_bytes().get(end) == Some(&divider) && sizes.contains(&run(end + 1)) {
            last = run(end + 1);
            end += 1 + last;
        }
        if last == 3 { end } else { first }
    };
    let mut end = first;
    if first <= 3 {
        let comma = grouped(b',', &[3]);
        let indian = if first <= 2 { grouped(b',', &[2, 3]) } else { first };
        let parted = grouped(b' ', &[3]).max(grouped(b'\'', &[3]));
        end = comma.max(indian).max(parted);
    }
    if rest.as_bytes().get(end) == Some(&b'.') && run(end + 1) > 0 {
        end += 1 + run(end + 1);
    }
    let written: String = rest.chars().take(end).filter(|letter| !matches!(letter, ',' | ' ' | '\'')).collect();
    (end, written.parse().ok())
}

/// Letters and digits, with apostrophes between letters.
fn word(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    let mut unparted = false;
    while let Some((at, letter)) = letters.next() {
        // In scripts without spaces, a number begins within a run of letters.
        if unparted && separators::digit(letter).is_some() {
            break;
        }
        unparted = border::is_unparted(letter);
        let joins = letter == '\'' && letters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !joins && (!letter.is_alphanumeric() || vulgar(letter).is_some()) {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

fn vulgar(letter: char) -> Option<f64> {
    Some(match letter {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅕' => 0.2,
        '⅖' => 0.4,
        '⅗' => 0.6,
        '⅘' => 0.8,
        '⅛' => 0.125,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<String> {
        tokens(&Plain::of(text)).into_iter().map(|token| token.text.to_owned()).collect()
    }

    #[test]
    fn a_number_includes_its_separators_and_nothing_after_it() {
        assert_eq!(pieces("On July 4, 2025, 1,440 left."), ["On", "July", "4", ",", "2025", ",", "1,440", "left", "."]);
        assert_eq!(pieces("$12.5bn; 18-month"), ["$", "12.5", "bn", ";", "18", "-", "month"]);
        assert_eq!(pieces("Cambodia’s G20 12½"), ["Cambodia's", "G20", "12", "½"]);
    }
}
