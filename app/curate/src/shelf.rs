//! The articles of a file by the words in them: where to look for a quote that does not stand in its own.

use std::collections::{BTreeMap, BTreeSet};

use model::Claim;

use crate::border;
use crate::library::Library;
use crate::normal::Plain;

/// Every article that is cited, by its words.
pub struct Shelf<'c> {
    ids: Vec<&'c str>,
    /// The places in `ids` of the articles that hold a word; made when it is first asked for.
    words: Option<BTreeMap<String, Vec<usize>>>,
}

impl<'c> Shelf<'c> {
    /// The articles of these citations.
    pub fn of(claims: &'c [Claim]) -> Self {
        let ids: BTreeSet<&str> = claims.iter().filter_map(|claim| Some(claim.article.as_ref()?.id.as_str())).collect();
        Self { ids: ids.into_iter().collect(), words: None }
    }

    /// The ids of the articles that may hold a quote, by the alphabet: those with the rarest of its words.
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

/// The words of a text, as far as a quote may be cut out of it between them.
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
    fn words_that_a_copy_runs_together_are_apart() {
        assert_eq!(
            words("NewsAmnesty says 1,440.").into_iter().collect::<Vec<_>>(),
            ["1", "440", "Amnesty", "News", "says"]
        );
    }

    #[test]
    fn where_no_spaces_part_words_each_letter_can_be_looked_up() {
        let words = words("逮捕了118人，ไทย 경찰이");
        for word in ["逮", "捕", "118", "人", "ไท", "ย", "경", "찰", "이"] {
            assert!(words.contains(word), "{word} is not among {words:?}");
        }
    }
}
