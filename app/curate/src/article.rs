//! The text of an article that is at hand: where a quote stands in it, and what it says in numbers there.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::border;
use crate::loose::Loose;
use crate::normal::Plain;
use crate::reading::Reading;

/// A text and what it says in numbers.
pub struct Article {
    plain: Plain,
    reading: Reading,
    loose: OnceCell<Loose>,
}

impl Article {
    /// Reads a text: a whole article, or a quote for which there is none.
    pub fn of(text: &str) -> Self {
        let plain = Plain::of(text);
        let reading = Reading::of(&plain);
        Self { plain, reading, loose: OnceCell::new() }
    }

    /// The text in the form in which quotes are looked up.
    pub fn text(&self) -> &str {
        &self.plain.text
    }

    /// The text in that form, with what it is made of.
    pub fn plain(&self) -> &Plain {
        &self.plain
    }

    /// The text as loosely as browsers compare it.
    pub fn loose(&self) -> &Loose {
        self.loose.get_or_init(|| Loose::of(&self.plain))
    }

    /// What it says in numbers.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The extent of a quote wherever it stands, in bytes of [`Article::text`]. It begins and ends where a quote may.
    pub fn find(&self, quote: &str) -> Vec<Range<usize>> {
        let quote = Plain::of(quote).text;
        if quote.is_empty() {
            return Vec::new();
        }
        let text = self.text();
        let found = text.match_indices(&quote).map(|(at, _)| at..at + quote.len());
        found.filter(|place| border::holds(text, place)).collect()
    }

    /// The passage of as many words, or letters, that is most like a quote, if it is at all.
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
        // Where letters are compared and not words, many are alike by chance.
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
    fn the_nearest_passage_is_named_only_where_one_is_near() {
        let article = Article::of("It says that it has raided 118 scam locations across the country, and more.");
        assert_eq!(
            article.nearest("it had raided 118 scam locations").as_deref(),
            Some("it has raided 118 scam locations")
        );
        assert_eq!(article.nearest("nothing of the kind stands here"), None);
    }

    #[test]
    fn a_passage_that_is_nearly_the_quote_is_named_in_scripts_without_spaces_too() {
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
