//! Counts the letters of a word: a quick lower bound of the edit distance of two words.

/// How often each letter occurs in a word. Letters with the same last five bits count as one, so that case is ignored.
#[derive(Clone, Copy, Debug)]
pub struct Letters([u8; 32]);

impl Letters {
    /// Counts the letters of a word.
    pub fn of(word: &str) -> Self {
        let mut counts = [0u8; 32];
        for letter in word.chars() {
            if let Some(count) = counts.get_mut(letter as usize % 32) {
                *count = count.saturating_add(1);
            }
        }
        Self(counts)
    }

    /// The least number of edits between two words: never more than their edit distance.
    pub fn apart(&self, other: &Self) -> usize {
        let (mut more, mut fewer) = (0, 0);
        for (one, other) in self.0.iter().zip(&other.0) {
            more += usize::from(one.saturating_sub(*other));
            fewer += usize::from(other.saturating_sub(*one));
        }
        more.max(fewer)
    }
}
