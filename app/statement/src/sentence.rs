//! A sentence of the data with the values of its figures in it.

use std::fmt::{self, Write as _};

use locale::direction::{CLOSE, OPEN, sound};
use locale::needs_isolation;
use model::{Cited, Figure, Marker, Piece, Prose};

use crate::account::Account;
use crate::stated::Stated;

/// A sentence about to be laid out.
#[derive(Clone, Debug)]
pub struct Sentence<'a>(pub Vec<Word<'a>>);

/// A piece of a sentence.
#[derive(Clone, Debug)]
pub enum Word<'a> {
    /// Words of the data, unchanged.
    Words(&'a str),
    /// The value of a figure.
    Figure(&'a Figure, Stated),
    /// How many there are of something.
    Count(String),
    /// The articles that the statement before it cites as a whole, by number. Plain text has no room for them.
    Articles(&'a Cited, Vec<Marker<'a>>),
}

impl<'a> Account<'a> {
    /// A sentence with the values of its figures in it.
    pub fn sentence<'p>(&self, prose: &'p Prose) -> Sentence<'p>
    where
        'a: 'p,
    {
        let word = |piece: &'p Piece| match piece {
            Piece::Words(words) => Some(Word::Words(words)),
            Piece::Count(counted) => Some(Word::Count(self.dashboard.count(*counted).to_string())),
            Piece::Articles(cited) => Some(Word::Articles(cited, self.footnotes.articles(cited.ids()))),
            Piece::Figure(id) => self.dashboard.figure(id).map(|figure| Word::Figure(figure, self.stated(figure))),
        };
        Sentence(prose.in_language(self.language.tag()).iter().filter_map(word).collect())
    }
}

impl Sentence<'_> {
    /// Whether its own words run from right to left, some of them at least. Then it is isolated as a whole, and so is
    /// each value in it, which is written from left to right and would else change places with its words.
    pub fn turns(&self) -> bool {
        self.0.iter().any(|word| matches!(word, Word::Words(words) if needs_isolation(words)))
    }
}

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let turns = self.turns();
        let mark = |f: &mut fmt::Formatter<'_>, mark: char| if turns { f.write_char(mark) } else { Ok(()) };
        mark(f, OPEN)?;
        for word in &self.0 {
            match word {
                Word::Words(words) => f.write_str(&sound(words))?,
                Word::Count(count) => f.write_str(count)?,
                Word::Articles(..) => {}
                Word::Figure(_, stated) => {
                    mark(f, OPEN)?;
                    write!(f, "{stated}")?;
                    mark(f, CLOSE)?;
                }
            }
        }
        mark(f, CLOSE)
    }
}
