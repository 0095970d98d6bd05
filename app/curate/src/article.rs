//! The available text of an article: finds quotes in it, and the numbers and dates that it states.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::border;
use crate::grammar::Parsed;
use crate::loose::Loose;
use crate::normal::Plain;

/// A text, with its numbers and dates.
pub struct Article {
    plain: Plain,
    parsed: Parsed,
    loose: OnceCell<Loose>,
}

impl Article {
    /// Parses a text: a whole article, or a quote if its article is missing.
    pub fn of(text: &str) -> Self {
        let plain = Plain::of(text);
        let parsed = Parsed::of(&plain);
        Self { plain, parsed, loose: OnceCell::new() }
    }

    /// The normalised text in which quotes are searched.
    pub fn text(&self) -> &str {
        &self.plain.text
    }

    /// The normalised text with its mapping to the original.
    pub fn plain(&self) -> &Plain {
        &self.plain
    }

    /// The text in the loose form in which browsers compare.
    pub fn loose(&self) -> &Loose {
        self.loose.get_or_init(|| Loose::of(&self.plain))
    }

    /// Its numbers and dates.
    pub fn parsed(&self) -> &Parsed {
        &self.parsed
    }

    /// All occurrences of a quote, as byte ranges of [`Article::text`]. They begin and end where a quote may.
    pub fn find(&self, quote: &str) -> Vec<Range<usize>> {
        let quote = Plain::of(quote).text;
        if quote.is_empty() {
            return Vec::new();
        }
        let text = self.text();
        let found = text.match_indices(&quote).map(|(at, _)| at..at + quote.len());
        found.filter(|place| border::holds(text, place)).collect()
    }

    /// The passage of the same number of words (or letters) that is most similar to a quote, if any is similar.
    pub fn nearest(&self, quote: &str) -> Option<String> {
        let quote = Plain::of(quote).text;
        let text = self.text();
        let wanted: BTreeSet<&str> = border::pieces(&quote).into_iter().filter_map(|piece| quote.get(piece)).collect();
        let count = border::pieces(&quote).len();
        let pieces = border::pieces(text);
        let known: Vec<usize> = pieces
            .iter()
            .map(|piece| usize::from(text.get(piece.clone()).is_some_and(|word| wanted.contains(word))))
            .collect();
        let (best, at) = known.windows(count.max(1)).map(|window| window.iter().sum::<usize>()).zip(0..).max()?;
        let (first, last) = (pieces.get(at)?, pieces.get(at + count - 1)?);
        let passage = text.get(first.start..last.end)?;
        // If single letters are compared, many are equal by chance.
        let words = passage.split(' ').count();
        let near = if words * 2 > count { best * 2 > count } else { best * 4 > count * 3 };
        near.then(|| passage.trim_end_matches(['.', ',', ';', ':']).to_owned())
    }
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
    fn the_most_similar_passage_is_named_if_it_is_similar_enough() {
        let article = Article::of("It says that it has raided 118 scam locations across the country, and more.");
        assert_eq!(
            article.nearest("it had raided 118 scam locations").as_deref(),
            Some("it has raided 118 scam locations")
        );
        assert_eq!(article.nearest("this text has nothing similar"), None);
    }

    #[test]
    fn a_similar_passage_is_also_named_in_scripts_without_spaces() {
        let article = Article::of("警方周三表示，在金边逮捕了一百一十八名嫌疑人，其中包括外国人。");
        assert_eq!(
            article.nearest("在金边拘捕了一百一十八名嫌疑人").as_deref(),
            Some("在金边逮捕了一百一十八名嫌疑人")
        );
        let article = Article::of("ตำรวจจับกุมผู้ต้องสงสัยได้ 118 คนในกรุงพนมเปญเมื่อวันพุธ");
        assert!(article.nearest("ตำรวจจับผู้ต้องสงสัยได้ 118 คน").is_some());
        assert_eq!(article.nearest("ไม่มีข้อความเช่นนี้อยู่ในบทความ"), None);
    }
}
