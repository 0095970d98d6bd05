//! A sentence of the data with the values of its figures in it.

use std::fmt;

use model::{Figure, Piece, Prose};

use crate::account::Account;
use crate::stated::Stated;

/// A sentence about to be laid out.
#[derive(Clone, Debug)]
pub struct Sentence<'a>(pub Vec<Word<'a>>);

/// A piece of a sentence.
#[derive(Clone, Debug)]
pub enum Word<'a> {
    /// Words as they stand in the data.
    Words(&'a str),
    /// The value of a figure.
    Figure(&'a Figure, Stated),
}

impl<'a> Account<'a> {
    /// A sentence with the values of its figures in it.
    pub fn sentence<'p>(&self, prose: &'p Prose) -> Sentence<'p>
    where
        'a: 'p,
    {
        let word = |piece: &'p Piece| match piece {
            Piece::Words(words) => Some(Word::Words(words)),
            Piece::Figure(id) => self.dashboard.figure(id).map(|figure| Word::Figure(figure, self.stated(figure))),
        };
        Sentence(prose.in_language(self.language.tag()).iter().filter_map(word).collect())
    }
}

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for word in &self.0 {
            match word {
                Word::Words(words) => f.write_str(words)?,
                Word::Figure(_, stated) => write!(f, "{stated}")?,
            }
        }
        Ok(())
    }
}
