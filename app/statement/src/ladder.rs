//! The wordings of a figure, article by article in the order of repetition, with the words marked that differ from the first.

use locale::{Isolated, Message};
use model::{Citation, Figure, Source};

use crate::account::Account;
use crate::alike;
use crate::backing::Backing;

/// How one article words a figure.
#[derive(Clone, Debug)]
pub struct Rung<'a> {
    /// The article.
    pub source: &'a Source,
    /// Whether it repeats an article before it.
    pub repeats: bool,
    /// Its wordings; more than one where it gives the figure more than once.
    pub wordings: Vec<Worded>,
}

/// A wording, word by word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// Its words, between which lines may end.
    pub words: Vec<Piece>,
    /// The value that the article gives instead of the one that is printed.
    pub instead: Option<String>,
}

/// A word, or what else lines do not end in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The word with its signs.
    pub text: String,
    /// Whether a space is before it.
    pub spaced: bool,
    /// Whether the wording that it is compared with has other words in its place.
    pub changed: bool,
}

/// Cuts a text where its lines may end; each piece says whether a space is before it.
pub type Cut = fn(&str) -> Pieces;

/// The pieces of a text, each with whether a space is before it.
type Pieces = Vec<(String, bool)>;

/// The maximum of words that are compared. Differences in longer texts are hard to read.
const COMPARED: usize = 400;

impl Worded {
    /// The wording as one text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for piece in &self.words {
            if piece.spaced && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&piece.text);
        }
        text
    }
}

impl<'a> Account<'a> {
    /// How the articles of a figure word it: those that report it on their own first, then those that repeat them.
    pub fn ladder(&self, figure: &'a Figure, cut: Cut) -> Vec<Rung<'a>> {
        let way = self.way(figure);
        let mut repeats: Vec<&(&'a Source, Vec<&'a Source>)> = Vec::new();
        for repeat in &way.repeats {
            let place = repeats.iter().take_while(|other| !self.dashboard.repeats(other.0, &repeat.0.id)).count();
            repeats.insert(place, repeat);
        }
        let first = way.origins.first().and_then(|source| self.worded(figure, source, cut).into_iter().next());
        let first = first.map(|(pieces, _)| pieces).unwrap_or_default();
        let rung = |source: &'a Source, base: Option<&Source>| {
            let base = base.and_then(|base| self.worded(figure, base, cut).into_iter().next());
            let base = base.map_or_else(|| first.clone(), |(pieces, _)| pieces);
            let wordings = self.worded(figure, source, cut).into_iter();
            let wordings = wordings.map(|(pieces, instead)| Worded { words: compared(&base, pieces), instead });
            Rung { source, repeats: false, wordings: wordings.collect() }
        };
        let origins = way.origins.iter().map(|source| rung(source, None));
        let repeats = repeats.into_iter();
        let repeats = repeats.map(|(source, origins)| Rung { repeats: true, ..rung(source, origins.first().copied()) });
        origins.chain(repeats).collect()
    }

    /// The same in words: `The Gazette: “lost”; The Herald: “sunk”, gives 5 boats`.
    pub fn worded_by(&self, rungs: &[Rung<'_>]) -> String {
        let mut told = Vec::new();
        for rung in rungs {
            let mut words = self.brief(rung.source);
            words.push_str(": ");
            for (place, wording) in rung.wordings.iter().enumerate() {
                if place > 0 {
                    words.push_str(", ");
                }
                words.push_str(&Isolated(&wording.text()).to_string());
                if let Some(phrase) = &wording.instead {
                    words.push_str(", ");
                    words.push_str(&self.say(Message::Differs { phrase }));
                }
            }
            told.push(words);
        }
        told.join("; ")
    }

    /// The wordings of an article, cut, each with the value that it gives instead.
    fn worded(&self, figure: &'a Figure, source: &Source, cut: Cut) -> Vec<(Pieces, Option<String>)> {
        let own = figure.citations().filter(|citation| citation.source == source.id);
        let worded = |citation: &'a Citation| {
            let own = citation.wording.as_ref().map(|wording| self.text(wording).to_owned());
            let words = own.unwrap_or_else(|| format!("“{}”", citation.quote));
            let found = self.dashboard.source(&citation.source);
            let found = found.map(|source| Backing { item: &figure.id, figure: Some(figure), citation, source });
            (cut(&words), found.and_then(|found| self.instead(&found)))
        };
        own.map(worded).collect()
    }
}

/// A word without its signs and capitals, by which it is compared.
fn key(word: &str) -> String {
    word.chars().filter(|c| !alike::parts(*c)).map(alike::small).collect()
}

/// Which pieces are words of the article: those in quotation marks, where a wording has such. The others are the curator's.
fn quoted(pieces: &[(String, bool)]) -> Vec<bool> {
    let has_quotes = pieces.iter().any(|(text, _)| text.contains('“'));
    let mut is_open = !has_quotes;
    let piece = |(text, _): &(String, bool)| {
        let is_quoted = is_open || text.contains('“');
        if let Some(last) = text.rfind(['“', '”']) {
            is_open = text.get(last..).is_some_and(|rest| rest.starts_with('“'));
        }
        is_quoted
    };
    pieces.iter().map(piece).collect()
}

/// The pieces of a wording, those marked that are not in the longest sequence of words that it has in common with another.
fn compared(base: &[(String, bool)], pieces: Pieces) -> Vec<Piece> {
    let keys = |pieces: &[(String, bool)]| -> Vec<String> {
        let own = pieces.iter().zip(quoted(pieces)).take(COMPARED).filter(|(_, is_quoted)| *is_quoted);
        own.map(|((word, _), _)| key(word)).filter(|key| !key.is_empty()).collect()
    };
    let own = quoted(&pieces);
    let (one, other) = (keys(base), keys(&pieces));
    // How many words the rest of both have in common, from each place of one and the other on.
    let width = other.len() + 1;
    let mut common = vec![0_u16; (one.len() + 1) * width];
    let at = |common: &[u16], row: usize, column: usize| common.get(row * width + column).copied().unwrap_or_default();
    for (row, word) in one.iter().enumerate().rev() {
        for (column, own) in other.iter().enumerate().rev() {
            let best = if word == own {
                at(&common, row + 1, column + 1) + 1
            } else {
                at(&common, row + 1, column).max(at(&common, row, column + 1))
            };
            if let Some(place) = common.get_mut(row * width + column) {
                *place = best;
            }
        }
    }
    // Of two ways as good, the one that keeps the earlier words of the other wording.
    let mut kept = vec![false; other.len()];
    let (mut row, mut column) = (0, 0);
    while let (Some(word), Some(own)) = (one.get(row), other.get(column)) {
        if word == own {
            if let Some(kept) = kept.get_mut(column) {
                *kept = true;
            }
            (row, column) = (row + 1, column + 1);
        } else if at(&common, row + 1, column) > at(&common, row, column + 1) {
            row += 1;
        } else {
            column += 1;
        }
    }
    let mut kept = kept.into_iter();
    let piece = |(place, ((text, spaced), is_quoted)): (usize, ((String, bool), bool))| {
        let is_word = place < COMPARED && is_quoted && !key(&text).is_empty();
        let changed = is_word && !kept.next().unwrap_or(true);
        Piece { text, spaced, changed }
    };
    pieces.into_iter().zip(own).enumerate().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(String, bool)> {
        text.split(' ').enumerate().map(|(place, word)| (word.to_owned(), place > 0)).collect()
    }

    /// A wording with what is marked in brackets.
    fn marked(base: &str, text: &str) -> String {
        let pieces = compared(&cut(base), cut(text));
        let words =
            pieces.into_iter().map(|piece| if piece.changed { format!("[{}]", piece.text) } else { piece.text });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_that_the_first_wording_does_not_have_in_their_place_are_marked() {
        assert_eq!(marked("“half”", "“about half”"), "[“about] half”");
        assert_eq!(marked("“half”", "“roughly half”"), "[“roughly] half”");
        assert_eq!(
            marked("people work inside these compounds", "people are trapped inside these hubs"),
            "people [are] [trapped] inside these [hubs]"
        );
        assert_eq!(marked("one two three", "three one two"), "[three] one two");
        assert_eq!(marked("Thousands fled.", "“thousands” fled"), "“thousands” fled");
        assert_eq!(marked("Тысячи Étaient", "тысячи étaient"), "тысячи étaient");
        assert_eq!(marked("“half”, with no “about”", "“about half”"), "[“about] half”");
        assert_eq!(
            marked("“half”", "in its headline: “half”, with no “about”"),
            "in its headline: “half”, with no [“about”]"
        );
        assert_eq!(
            marked("released, the paper writes", "“released” again, with its tally: “ten”"),
            "“released” again, with its tally: [“ten”]"
        );
        assert_eq!(marked("", "all of it"), "[all] [of] [it]");
        assert_eq!(marked("all of it", "–"), "–");
    }

    #[test]
    fn a_very_long_wording_is_compared_at_its_beginning() {
        let long = vec!["word"; 1000].join(" ");
        assert_eq!(marked("word", &long).matches('[').count(), COMPARED - 1);
        assert_eq!(marked(&long, &long), long);
    }
}
