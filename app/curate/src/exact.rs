//! Compares a quote with the article as browsers do, letter by letter.
//!
//! Letters that Chromium or Firefox distinguishes must be the article's: dashes and hyphens, an ellipsis and three points, «
//! and “, a thin space and a plain one. Both match “ with ", ’ with ', a no-break space with a plain one and full width with
//! normal width, and ignore invisible characters of the article, such as soft hyphens. Neither matches across the end of a
//! line or a cell.

use std::fmt::Write as _;

use crate::normal::{is_line_end, is_unseen, narrow};

/// A part of an article, with its lines, and each run of plain white space as one space.
pub fn letters(part: &str) -> String {
    let mut letters = String::with_capacity(part.len());
    let mut rest = part.trim();
    while !rest.is_empty() {
        let (word, behind) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
        let (space, next) = behind.split_at(behind.len() - behind.trim_start().len());
        letters += word;
        if space.contains(is_line_end) {
            letters.push('\n');
        } else {
            for letter in space.chars() {
                if letter != ' ' || !letters.ends_with(' ') {
                    letters.push(letter);
                }
            }
        }
        rest = next;
    }
    letters
}

/// Whether browsers match a quote with a part of an article. The quote may have more ends of lines than the article.
pub fn finds(quote: &str, article: &str) -> bool {
    let (mut quote, mut article) = (quote.chars().peekable(), article.chars().peekable());
    loop {
        match (quote.peek().copied(), article.peek().copied()) {
            (None, None) => return true,
            (Some(one), Some(other)) if same(one) == same(other) || (one == '\n' && other == ' ') => {
                quote.next();
                article.next();
            }
            (_, Some(other)) if is_passed_over(other) => {
                article.next();
                // Firefox does not ignore an invisible character before a space.
                if other != SOFT_HYPHEN && article.peek().is_none_or(|next| next.is_whitespace()) {
                    return false;
                }
            }
            (Some(SOFT_HYPHEN), _) => drop(quote.next()),
            _ => return false,
        }
    }
}

/// The letter with which both browsers match this one.
fn same(letter: char) -> char {
    match narrow(letter) {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '﹣' => '-',
        '\u{a0}' => ' ',
        other => other,
    }
}

const SOFT_HYPHEN: char = '\u{ad}';

/// Whether both browsers ignore it within a word of the article.
fn is_passed_over(letter: char) -> bool {
    matches!(letter, SOFT_HYPHEN | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// A text as a JSON string, with escapes for characters that are invisible or look like a space.
pub fn in_json(letters: &str) -> String {
    let mut json = String::from("\"");
    let mut rest = letters.chars();
    while let Some(letter) = rest.next() {
        let in_word = rest.clone().next().is_some_and(|next| !next.is_whitespace());
        match letter {
            '\n' => json += "\\n",
            '"' | '\\' => json.extend(['\\', letter]),
            '\u{200c}' | '\u{200d}' => json.push(letter),
            unseen if is_passed_over(unseen) && in_word => {}
            unseen if unseen != ' ' && (unseen.is_whitespace() || unseen.is_control() || is_unseen(unseen)) => {
                let _ = write!(json, "\\u{:04x}", u32::from(unseen));
            }
            letter => json.push(letter),
        }
    }
    json + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_both_browsers_match_are_found() {
        for (quote, article) in [
            ("\"about 118\" in Cambodia's", "“about 118” in Cambodia’s"),
            ("“about 118”", "\"about 118\""),
            ("100 000 people", "100\u{a0}000 people"),
            ("trafficked", "traf\u{ad}ficked"),
            ("traf\u{ad}ficked", "trafficked"),
            ("trafficked", "traf\u{200b}ficked"),
            ("逮捕了118人,其中", "逮捕了１１８人，其中"),
            ("It has raided\n118 locations", "It has raided\n118 locations"),
            ("It has raided\n118 locations", "It has raided 118 locations"),
            ("می\u{200c}روند", "می\u{200c}روند"),
        ] {
            assert!(finds(quote, article), "{quote:?} in {article:?}");
        }
    }

    #[test]
    fn letters_that_one_browser_distinguishes_are_not_found() {
        for (quote, article) in [
            ("seven-twenty", "seven–twenty"),
            ("but - what", "but – what"),
            ("re-trafficked", "re‑trafficked"),
            ("-5", "−5"),
            ("and so on...", "and so on…"),
            ("\"mille\"", "«mille»"),
            ("'about'", "‚about‘"),
            ("118'", "118′"),
            ("100 000", "100\u{202f}000"),
            ("raided 118", "raided\u{a0} 118"),
            ("raided  118", "raided 118"),
            ("traf\u{200b}ficked", "trafficked"),
            ("raided 118", "raided \u{2068}118"),
            ("raided 118", "raided\n118"),
            ("raided", "raided 118"),
            ("raided 118", "raided\u{200b} 118"),
        ] {
            assert!(!finds(quote, article), "{quote:?} in {article:?}");
        }
    }

    #[test]
    fn ends_of_lines_and_special_spaces_are_kept() {
        assert_eq!(letters(" It  has\n \n raided\t118\u{a0} or\u{202f}so "), "It has\nraided\n118\u{a0} or\u{202f}so");
    }

    #[test]
    fn invisible_characters_are_printed_as_escapes() {
        assert_eq!(
            in_json("a \"b\"\nc\u{a0} d\u{202f}e\u{ad}f\u{200b} \u{2068}g"),
            "\"a \\\"b\\\"\\nc\\u00a0 d\\u202fef\\u200b \\u2068g\""
        );
    }
}
