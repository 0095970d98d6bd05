//! Indexes the articles by their words, to find the article of a misattributed quote.

use std::collections::{BTreeMap, BTreeSet};

use model::Claim;

use crate::border;
use crate::library::Library;
use crate::normal::Plain;

/// The cited articles, indexed by words.
pub struct Shelf<'c> {
    ids: Vec<&'c str>,
    /// For each word, the indices in `ids` of the articles that contain it; made on first use.
    words: Option<BTreeMap<String, Vec<usize>>>,
}

impl<'c> Shelf<'c> {
    /// The articles of these citations.
    pub fn of(claims: &'c [Claim]) -> Self {
        let ids: BTreeSet<&str> = claims.iter().filter_map(|claim| Some(claim.article.as_ref()?.id.as_str())).collect();
        Self { ids: ids.into_iter().collect(), words: None }
    }

    /// The ids of the articles that may contain a quote, in alphabetical order: those with the rarest of its words.
    pub fn holding(&mut self, quote: &str, library: &mut Library) -> Vec<String> {
        let ids = &self.ids;
        let index = self.words.get_or_insert_with(|| {
            let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (place, id) in ids.iter().enumerate() {
                let words: BTreeSet<&str> = library.get(id).text().map(|text| words(text.text())).unwrap_or_default();
                for word in words {
                    index.entry(word.to_owned()).or_default().push(place);
                }
            }
            index
        });
        let quote = Plain::of(quote).text;
        let holders = words(&quote).into_iter().map(|word| index.get(word).map(Vec::as_slice).unwrap_or_default());
        let rarest = holders.min_by_key(|holders| holders.len()).unwrap_or_default();
        rarest.iter().filter_map(|place| ids.get(*place)).map(|id| (*id).to_owned()).collect()
    }
}

/// The words of a text, divided wherever a quote may begin or end.
fn words(text: &str) -> BTreeSet<&str> {
    let mut words = BTreeSet::new();
    let mut start = 0;
    for (at, _) in text.char_indices().filter(|(at, _)| border::parts(text, *at)) {
        words.extend(text.get(start..at));
        start = at;
    }
    words.extend(text.get(start..));
    words.retain(|word| word.contains(char::is_alphanumeric));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_joined_by_copying_are_divided() {
        assert_eq!(
            words("NewsAmnesty says 1,440.").into_iter().collect::<Vec<_>>(),
            ["1", "440", "Amnesty", "News", "says"]
        );
    }

    #[test]
    fn in_scripts_without_spaces_each_letter_is_indexed() {
        let words = words("逮捕了118人，ไทย 경찰이");
        for word in ["逮", "捕", "118", "人", "ไท", "ย", "경", "찰", "이"] {
            assert!(words.contains(word), "{word} is not among {words:?}");
        }
    }
}
