//! Words what a curator has to know or decide: about the whole text, and about a single number.

use model::Day;

use crate::grammar::Measure;
use crate::likeness::Likeness;

use super::known::Shelved;
use super::near::{Near, is_listed};
use super::proposed::Request;

/// In bytes. A longer text is refused: it is not one article.
pub(super) const LONGEST: usize = 2_000_000;

/// Words that every English text has.
const COMMON: &str = "the, of, and, in, to, a, for, on, from, by, at, with";

/// In words. So many at the begin of a text show whether it is English.
const SAMPLE: usize = 2000;

/// Why a text is refused.
pub(super) fn too_long(length: usize) -> String {
    format!(
        "the text has {length} bytes, and no article has more than {LONGEST}: save the text of the one article alone"
    )
}

/// What holds for the whole text. `missing` are the citations of this article whose quotes are not in it.
pub(super) fn remarks(
    request: &Request<'_>,
    shelved: &Shelved,
    issued: Option<Day>,
    missing: &[(&str, &str)],
) -> Vec<String> {
    let source = request.source;
    let mut remarks = Vec::new();
    if request.file.is_some() && !source.is_empty() && !shelved.sources.contains_key(source) {
        let ids = shelved.sources.keys().map(String::as_str);
        let near = Likeness::of(ids).near(source).map(|id| format!("; did you mean \"{id}\"?")).unwrap_or_default();
        remarks.push(format!("the data file has no article \"{source}\" yet{near}"));
    }
    if issued.is_none() {
        remarks.push(
            "the day of the article is not known, so no time is proposed from it, and days such as “Friday” are not resolved: give it with --date"
                .into(),
        );
    }
    if request.text.trim().is_empty() {
        remarks.push("the text is empty".into());
    } else if !is_english(request.text) {
        remarks.push(
            "this text does not look like English: numbers in digits were read, but not the words that say how exact they are"
                .into(),
        );
    }
    if request.text.contains('\u{fffd}') {
        remarks.push("letters of this text are lost (�): save it again, as UTF-8".into());
    }
    for (path, quote) in missing {
        remarks.push(format!("the quote of {path} is not in this text: “{quote}”"));
    }
    remarks
}

/// What a curator has to decide about a number.
pub(super) fn doubts(near: &Near<'_>, fall: bool) -> Vec<String> {
    let mut doubts = Vec::new();
    if fall {
        doubts.push("the sentence says that it fell, so the value is below zero".to_owned());
    }
    if is_pointed(near.said) {
        doubts.push(format!(
            "“{}” has a point before three digits, which is a comma in some countries: compare other numbers of the article",
            near.said
        ));
    }
    if near.quantity.hedge.perhaps {
        doubts.push("the words before the number may not belong to it".into());
    }
    if let Measure::Money(currencies) = near.quantity.measure
        && currencies.len() > 1
        && currencies.first() != Some(&"USD")
    {
        doubts.push(format!("the currency may be {}", currencies.join(" or ")));
    }
    if near.said.to_lowercase().starts_with("scores") {
        doubts.push("“scores” are some times twenty, and the file has only “dozens”".into());
    }
    doubts
}

/// Whether a number is written like `5.000`.
fn is_pointed(said: &str) -> bool {
    let digits = said.trim_start_matches(|letter: char| !letter.is_numeric());
    let end = digits.find(|letter: char| !(letter.is_numeric() || letter == '.')).unwrap_or(digits.len());
    let Some((whole, part)) = digits.get(..end).and_then(|number| number.split_once('.')) else { return false };
    part.chars().count() == 3 && (1..=3).contains(&whole.chars().count()) && whole != "0" && !part.contains('.')
}

/// Whether a text has the words that every English text has.
fn is_english(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().take(SAMPLE).map(str::to_lowercase).collect();
    let common = words.iter().filter(|word| is_listed(word, COMMON)).count();
    common * 14 >= words.len() || words.len() < 12 && text.is_ascii()
}
