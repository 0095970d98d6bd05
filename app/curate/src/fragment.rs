//! Whether the link to a quote leads there: whether Chromium and Firefox find it in the article, and nothing else before it.
//!
//! The link is the model's ([`model::Citation::link`]). What browsers make of it was tried in both, with small pages of every
//! kind; the tests in `tests/browser/fragments.rs` hold that it is still so.

use std::ops::Range;

use model::Citation;

use crate::article::Article;
use crate::edge;
use crate::exact::{finds, in_json, letters};
use crate::normal::is_unseen;

/// Longer quotes are refused elsewhere.
const LONGEST: usize = 12;

/// In bytes: how much of what stands around a place is shown.
const AROUND: usize = 30;

/// What keeps readers' browsers from the quote, in words, if anything does. `places` are where it stands; of another place
/// `says_the_same` tells whether a reader who is led there is told what is cited.
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
        Some(more) => format!("quote more of what stands around them, as in {}", in_json(&more)),
        None => "quote other words".into(),
    };
    Some(format!(
        "browsers lead to the first place with these words, “{}”, which does not say this: {advice}",
        around(article, &first)
    ))
}

/// Why browsers do not find the quote at a place where it stands, and what to write.
fn misses(article: &Article, quote: &str, place: &Range<usize>) -> Option<String> {
    let plain = article.plain();
    let origin = plain.origin(place);
    let of = |part: &Range<usize>| letters(plain.whole.get(part.clone()).unwrap_or_default());
    let Some(wide) = edge::widened(&plain.whole, &origin) else {
        return Some(
            "browsers do not find a quote that begins or ends here: quote up to another word of this line".into(),
        );
    };
    let exact = of(&wide);
    let advice = if exact.split_whitespace().count() > LONGEST {
        format!("the article has {}, which is too long: quote other words", in_json(&exact))
    } else if exact.contains('\n') {
        format!("write {}, with \\n where a line or a cell ends, or quote from one of them alone", in_json(&exact))
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
            "browsers do not find a quote over the end of this line, which has a sign there that nobody sees: quote from one line alone".into(),
        );
    }
    if finds(quote, &stands) {
        return None;
    }
    Some(if lines(&stands) > lines(quote) {
        format!("browsers find nothing that runs over the end of a line, of which the article has one here: {advice}")
    } else {
        format!("browsers do not find this quote, since a dash, space or mark in it is not the article's: {advice}")
    })
}

/// The quote at a place with as many words around it as tell it from all before it, in the letters of the article.
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

/// The extents of the words of a text.
fn words(text: &str) -> impl DoubleEndedIterator<Item = Range<usize>> {
    let from = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - from;
        start..start + word.len()
    })
}

/// A place with a little of what stands around it.
fn around<'a>(article: &'a Article, place: &Range<usize>) -> &'a str {
    let text = article.text();
    let from = text.floor_char_boundary(place.start.saturating_sub(AROUND));
    let to = text.ceil_char_boundary((place.end + AROUND).min(text.len()));
    let start =
        text.get(from..place.start).and_then(|before| before.find(' ')).map_or(place.start, |space| from + space);
    let end = text.get(place.end..to).and_then(|behind| behind.rfind(' ')).map_or(place.end, |space| place.end + space);
    text.get(start..end).unwrap_or_default().trim()
}
