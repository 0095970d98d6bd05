//! Checks that the link to a quote leads to it: Chromium and Firefox find it in the article, and no other match before it.
//!
//! [`model::Citation::link`] makes the link, a text fragment. The behaviour of both browsers was tested with small pages of
//! every kind; `tests/browser/fragments.rs` checks that it has not changed.

use std::ops::Range;

use model::Citation;

use crate::article::Article;
use crate::edge;
use crate::exact::{finds, in_json, letters};
use crate::normal::is_unseen;

/// In words. Longer quotes are refused elsewhere.
const LONGEST: usize = 12;

/// In bytes: the context that a message shows around a place.
const AROUND: usize = 30;

/// The message if browsers do not find the quote, or find another place first. `places` are its occurrences;
/// `says_the_same` tells whether another place supports the same statement.
pub fn fault(
    article: &Article,
    citation: &Citation,
    places: &[Range<usize>],
    says_the_same: impl Fn(Range<usize>) -> bool,
) -> Option<String> {
    let quote = citation.lines().join("\n");
    let faults: Vec<Option<String>> = places.iter().map(|place| misses(article, &quote, place)).collect();
    if faults.iter().all(Option::is_some) {
        return faults.into_iter().flatten().next();
    }
    let first = article.loose().first(&citation.lines())?;
    if says_the_same(first.clone()) {
        return None;
    }
    let meant = places.iter().zip(&faults).filter(|(_, fault)| fault.is_none()).map(|(place, _)| place);
    let mut meant = meant.filter(|place| says_the_same((*place).clone()));
    let advice = match meant.find_map(|place| distinct(article, place)) {
        Some(more) => format!("quote more of the words around them, as in {}", in_json(&more)),
        None => "quote other words".into(),
    };
    Some(format!(
        "browsers lead to the first place with these words, “{}”, which does not say this: {advice}",
        around(article, &first)
    ))
}

/// Why browsers do not find the quote at one of its places, and what to write.
fn misses(article: &Article, quote: &str, place: &Range<usize>) -> Option<String> {
    let plain = article.plain();
    let origin = plain.origin(place);
    let of = |part: &Range<usize>| letters(plain.whole.get(part.clone()).unwrap_or_default());
    let Some(wide) = edge::widened(&plain.whole, &origin) else {
        return Some(
            "browsers do not find a quote that begins or ends here: begin or end it at another word of this line"
                .into(),
        );
    };
    let exact = of(&wide);
    let advice = if exact.split_whitespace().count() > LONGEST {
        format!("the article has {}, which is too long: quote other words", in_json(&exact))
    } else if exact.contains('\n') {
        format!("write {}, with \\n where a line or a cell ends, or quote from only one of them", in_json(&exact))
    } else {
        format!("write {}", in_json(&exact))
    };
    let (stands, lines) = (of(&origin), |text: &str| text.matches('\n').count());
    if wide != origin {
        return Some(format!(
            "browsers find whole words only, and in scripts without spaces only what begins and ends beside a space or a mark: {advice}"
        ));
    }
    if stands.split('\n').skip(1).any(|line| line.starts_with(is_unseen))
        || stands.split('\n').rev().skip(1).any(|line| line.ends_with(is_unseen))
    {
        return Some(
            "browsers do not find a quote across the end of this line, which has an invisible character: quote from only one line".into(),
        );
    }
    if finds(quote, &stands) {
        return None;
    }
    Some(if lines(&stands) > lines(quote) {
        format!("browsers do not find a quote across the end of a line, and the article has one here: {advice}")
    } else {
        format!(
            "browsers do not find this quote, since a dash, space or mark in it differs from the article's: {advice}"
        )
    })
}

/// The quote at a place, extended by the words around it that distinguish it from all earlier matches, in the article's letters.
fn distinct(article: &Article, place: &Range<usize>) -> Option<String> {
    let plain = article.plain();
    let starts: Vec<usize> =
        words(article.text().get(..place.start)?).map(|word| word.start).rev().take(LONGEST).collect();
    let ends: Vec<usize> =
        words(article.text().get(place.end..)?).map(|word| place.end + word.end).take(LONGEST).collect();
    let sides = (1..LONGEST).flat_map(|more| (0..=more).map(move |before| (before, more - before)));
    sides.into_iter().find_map(|(before, behind)| {
        let start = before.checked_sub(1).map_or(Some(place.start), |before| starts.get(before).copied())?;
        let end = behind.checked_sub(1).map_or(Some(place.end), |behind| ends.get(behind).copied())?;
        let origin = plain.origin(&(start..end));
        let exact = letters(plain.whole.get(origin.clone())?);
        let lines: Vec<&str> = exact.split('\n').collect();
        let first = article.loose().first(&lines)?;
        let good = exact.split_whitespace().count() <= LONGEST
            && edge::widened(&plain.whole, &origin) == Some(origin)
            && first.start <= place.start
            && place.end <= first.end;
        good.then_some(exact)
    })
}

/// The byte ranges of the words of a text.
fn words(text: &str) -> impl DoubleEndedIterator<Item = Range<usize>> {
    let from = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - from;
        start..start + word.len()
    })
}

/// A place with some context.
fn around<'a>(article: &'a Article, place: &Range<usize>) -> &'a str {
    let text = article.text();
    let from = text.floor_char_boundary(place.start.saturating_sub(AROUND));
    let to = text.ceil_char_boundary((place.end + AROUND).min(text.len()));
    let start =
        text.get(from..place.start).and_then(|before| before.find(' ')).map_or(place.start, |space| from + space);
    let end = text.get(place.end..to).and_then(|behind| behind.rfind(' ')).map_or(place.end, |space| place.end + space);
    text.get(start..end).unwrap_or_default().trim()
}
