//! The letters of a word, counted: they tell quickly that two words are far apart, before the words are compared letter by
//! letter.

/// How often each letter stands in a word. Letters that share their last five bits count as one, so that large and small
/// letters are alike.
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

    /// How many edits it takes at least to make one word of the other: never more than their edit distance.
    pub fn apart(&self, other: &Self) -> usize {
        let (mut more, mut fewer) = (0, 0);
        for (one, other) in self.0.iter().zip(&other.0) {
            more += usize::from(one.saturating_sub(*other));
            fewer += usize::from(other.saturating_sub(*one));
        }
        more.max(fewer)
    }
}
