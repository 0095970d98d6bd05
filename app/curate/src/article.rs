//! The text of an article that is at hand: where a quote stands in it, and what it says in numbers there.

use std::ops::Range;

use crate::normal::Plain;
use crate::reading::Reading;

/// A text and what it says in numbers.
pub struct Article {
    plain: Plain,
    reading: Reading,
}

impl Article {
    /// Reads a text: a whole article, or a quote for which there is none.
    pub fn of(text: &str) -> Self {
        let plain = Plain::of(text);
        let reading = Reading::of(&plain);
        Self { plain, reading }
    }

    /// The text in the form in which quotes are looked up.
    pub fn text(&self) -> &str {
        &self.plain.text
    }

    /// What it says in numbers.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The extent of a quote wherever it stands, in bytes of [`Article::text`]. It begins and ends with whole words.
    pub fn find(&self, quote: &str) -> Vec<Range<usize>> {
        let quote = Plain::of(quote).text;
        if quote.is_empty() {
            return Vec::new();
        }
        let text = self.text();
        let found = text.match_indices(&quote).map(|(at, _)| at..at + quote.len());
        found.filter(|place| !splits_word(text, place.start) && !splits_word(text, place.end)).collect()
    }

    /// The passage of as many words that is most like a quote, if it is at all.
    pub fn nearest(&self, quote: &str) -> Option<String> {
        let quote = Plain::of(quote).text;
        let wanted: Vec<&str> = quote.split(' ').collect();
        let words: Vec<&str> = self.text().split(' ').collect();
        let likeness = |window: &[&str]| window.iter().filter(|word| wanted.contains(word)).count();
        let windows = words.windows(wanted.len());
        let (best, window) = windows.map(|window| (likeness(window), window)).max_by_key(|(likeness, _)| *likeness)?;
        (best * 2 > wanted.len()).then(|| window.join(" ").trim_end_matches(['.', ',', ';', ':']).to_owned())
    }
}

/// Whether a place lies within a word or a number.
fn splits_word(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    let (Some(before), Some(behind)) = (before.chars().next_back(), behind.chars().next()) else { return false };
    // Copies run a page's own words into the article's: "NewsAmnesty International".
    let run_together = before.is_lowercase() && behind.is_uppercase();
    before.is_alphanumeric() && behind.is_alphanumeric() && !run_together
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_found_however_it_is_typed_and_only_as_whole_words() {
        let article = Article::of("One think tank says “about half of Cambodia’s formal GDP”—1,440 people.");
        for quote in ["\"about half of Cambodia's formal GDP\"", "GDP”—1,440", "GDP” - 1,440", "think  tank"] {
            assert_eq!(article.find(quote).len(), 1, "{quote}");
        }
        for quote in ["hink tank", "Think tank", "about half of Cambodia's formal GD", "1,44", ""] {
            assert_eq!(article.find(quote), [], "{quote}");
        }
    }

    #[test]
    fn the_nearest_passage_is_named_only_where_one_is_near() {
        let article = Article::of("It says that it has raided 118 scam locations across the country, and more.");
        assert_eq!(
            article.nearest("it had raided 118 scam locations").as_deref(),
            Some("it has raided 118 scam locations")
        );
        assert_eq!(article.nearest("nothing of the kind stands here"), None);
    }
}
