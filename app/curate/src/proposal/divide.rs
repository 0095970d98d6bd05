//! Divides a text into lines and sentences, as places in its normalised form.

use std::ops::Range;

use crate::normal::Plain;

use super::near::is_listed;

/// In bytes. Of a longer sentence, only the part around a quantity is read.
const LONGEST: usize = 900;

/// Abbreviations whose point ends no sentence.
const ABBREVIATIONS: &str = "mr, mrs, ms, dr, gen, maj, col, lt, sgt, capt, cpl, adm, sen, rep, gov, pres, prof, rev, hon, st, jr, sr, \
    jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec, no, nos, vs, etc, inc, ltd, co, corp, approx, \
    ca, rs, rp, fig, figs, vol, pp, art, sec, para, al, dept, est, mt, tel";

/// The lines of a text that are not empty.
pub(super) fn lines(plain: &Plain) -> Vec<Range<usize>> {
    let ends = plain.breaks.iter().copied().chain([plain.text.len()]);
    let mut start = 0;
    let mut lines = Vec::new();
    for end in ends {
        let line = trimmed(&plain.text, start..end);
        if !line.is_empty() {
            lines.push(line);
        }
        start = end;
    }
    lines
}

/// The sentences of a line.
pub(super) fn sentences(text: &str, line: &Range<usize>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = line.start;
    for (at, mark) in text.get(line.clone()).unwrap_or_default().char_indices() {
        let at = line.start + at;
        if at < start || !(matches!(mark, '.' | '!' | '?') || is_full_stop(mark)) {
            continue;
        }
        // Quotation marks and brackets after the mark belong to its sentence.
        let behind = text.get(at + mark.len_utf8()..line.end).unwrap_or_default();
        let closing = behind.len() - behind.trim_start_matches(['"', '\'', ')', ']']).len();
        let (end, next) = (at + mark.len_utf8() + closing, behind.get(closing..).unwrap_or_default());
        let ends = is_full_stop(mark)
            || next.is_empty()
            || next.starts_with(' ')
                && begins_a_sentence(next.trim_start())
                && !(mark == '.' && is_abbreviated(text, at));
        if ends {
            sentences.push(trimmed(text, start..end));
            start = end;
        }
    }
    sentences.push(trimmed(text, start..line.end));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// The part of a sentence that is read for a place in it: all of it, or if it is very long the words around the place.
pub(super) fn around(text: &str, sentence: &Range<usize>, place: &Range<usize>) -> Range<usize> {
    if sentence.len() <= LONGEST {
        return sentence.clone();
    }
    let from = text.ceil_char_boundary(place.start.saturating_sub(LONGEST / 3).max(sentence.start));
    let to = text.floor_char_boundary((place.end + LONGEST / 3).min(sentence.end)).max(place.end);
    let from = from.min(place.start);
    let start = text.get(from..place.start).and_then(|before| before.find(' ')).map_or(from, |space| from + space);
    let end = text.get(place.end..to).and_then(|behind| behind.rfind(' ')).map_or(to, |space| place.end + space);
    trimmed(text, start..end)
}

/// Whether most words of a sentence begin with a capital, as in a headline.
pub(super) fn is_in_title_case(sentence: &str) -> bool {
    let words = sentence.split(' ').filter(|word| word.starts_with(char::is_alphabetic) && word.len() > 3);
    let (capital, small): (Vec<&str>, Vec<&str>) =
        words.take(60).partition(|word| word.starts_with(char::is_uppercase));
    capital.len() > 2 * small.len()
}

/// A place without the white space at its ends.
pub(super) fn trimmed(text: &str, place: Range<usize>) -> Range<usize> {
    let part = text.get(place.clone()).unwrap_or_default();
    let start = place.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

/// A mark that only ends sentences, in scripts that set no space after it.
fn is_full_stop(mark: char) -> bool {
    matches!(mark, '។' | '៕' | '。' | '！' | '？' | '।' | '؟' | '۔' | '။')
}

fn begins_a_sentence(next: &str) -> bool {
    let first = next.chars().find(|letter| !matches!(letter, '"' | '\'' | '(' | '['));
    first.is_some_and(|first| !first.is_lowercase())
}

/// Whether the point at a place belongs to an abbreviation or an initial: `U.S.`, `Gen.`, `J.`.
fn is_abbreviated(text: &str, at: usize) -> bool {
    let before = text.get(text.floor_char_boundary(at.saturating_sub(24))..at).unwrap_or_default();
    let word = before.rsplit([' ', '(', '"', '-']).next().unwrap_or_default();
    let last = word.rsplit('.').next().unwrap_or_default();
    let initial = last.chars().count() == 1 && last.starts_with(char::is_uppercase);
    initial || is_listed(&last.to_lowercase(), ABBREVIATIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(text: &str) -> Vec<String> {
        let plain = Plain::of(text);
        let lines = lines(&plain);
        let all = lines.iter().flat_map(|line| sentences(&plain.text, line));
        all.filter_map(|sentence| plain.text.get(sentence).map(str::to_owned)).collect()
    }

    #[test]
    fn a_sentence_ends_with_its_mark_or_its_line() {
        assert_eq!(
            divided("Top 10\n\nPolice held 5. “Ten left.” The U.S. said Gen. Ly paid $1.5m on Jan. 5. Why? He fled."),
            [
                "Top 10",
                "Police held 5.",
                "\"Ten left.\"",
                "The U.S. said Gen. Ly paid $1.5m on Jan. 5.",
                "Why?",
                "He fled."
            ]
        );
        assert_eq!(divided("ឃាត់ខ្លួន១១៨នាក់។ នៅភ្នំពេញ"), ["ឃាត់ខ្លួន១១៨នាក់។", "នៅភ្នំពេញ"]);
    }

    #[test]
    fn of_a_very_long_sentence_the_part_around_a_place_is_read() {
        let text = "word ".repeat(1000) + "118 sites" + &" word".repeat(1000);
        let at = text.find("118").unwrap();
        let part = around(&text, &(0..text.len()), &(at..at + 3));
        assert!(part.len() <= LONGEST && text[part].contains("word 118 sites word"));
    }
}
