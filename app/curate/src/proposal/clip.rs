//! Chooses the words to quote for a place in a sentence: at most twelve, unique in the article if possible, and such that
//! browsers find them.

use std::ops::Range;

use crate::article::Article;
use crate::border;
use crate::edge;
use crate::exact::letters;

use super::near::is_dash;
use super::spots::Spots;

/// In words. A longer quote is refused.
const LONGEST: usize = 12;

/// In words. A quote of this length gives enough of its sentence.
const ENOUGH: usize = 9;

/// In bytes. A longer quote is no fragment, whatever it has for words.
const WIDEST: usize = 400;

/// A fragment of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// Its words, in the article's letters.
    pub quote: String,
    /// Whether no other place of the article has these words.
    pub is_unique: bool,
    /// Its place in [`Article::text`].
    pub place: Range<usize>,
}

/// The fragment of a sentence that has all of a part, and at least this many words even if its clause has fewer.
pub(super) fn clip(
    (article, spots): (&Article, &Spots),
    sentence: &Range<usize>,
    part: &Range<usize>,
    fewest: usize,
) -> Clip {
    let pieces = pieces(article, sentence);
    let inside = |piece: &Range<usize>| piece.start < part.end && part.start < piece.end;
    let from = pieces.iter().position(inside).unwrap_or(0);
    let to = pieces.iter().rposition(inside).map_or(from, |last| last + 1);
    let mut extent = Extent { article, pieces: &pieces, from, to };
    // First the rest of the clause, then its begin, then whatever is beside it.
    while extent.words() < ENOUGH && extent.grow_right(true) {}
    while extent.words() < ENOUGH && extent.grow_left(true) {}
    // A few words more reach the begin of the clause, or make a very short one clear.
    let kept = extent.from;
    while extent.grow_left(true) {}
    if extent.can_grow_left(true) {
        extent.from = kept;
    }
    while extent.words() < fewest && (extent.grow_right(false) || extent.grow_left(false)) {}
    // A quote does not begin with "and".
    let first = extent.pieces.get(extent.from);
    let links = extent.piece(extent.from).is_some_and(|word| ["and", "but", "or"].contains(&word));
    if links && first.is_some_and(|first| first.end <= part.start) {
        extent.from += 1;
    }
    let made = |extent: &Extent<'_>| extent.clip(spots, part);
    let mut best = made(&extent);
    while !best.is_unique && extent.words() < LONGEST && (extent.grow_left(false) || extent.grow_right(false)) {
        best = made(&extent);
    }
    best
}

/// A run of words of a sentence.
struct Extent<'t> {
    article: &'t Article,
    pieces: &'t [Range<usize>],
    from: usize,
    to: usize,
}

impl Extent<'_> {
    fn place(&self) -> Range<usize> {
        let first = self.pieces.get(self.from).map_or(0, |piece| piece.start);
        let last = self.to.checked_sub(1).and_then(|last| self.pieces.get(last)).map_or(first, |piece| piece.end);
        first..last.max(first)
    }

    /// The number of words, as they are counted in a quote.
    fn words(&self) -> usize {
        count(self.article, &self.place())
    }

    /// Adds the next word; with `within`, only of the same clause.
    fn grow_right(&mut self, within: bool) -> bool {
        let crosses = |mark: &Self| {
            let (Some(last), Some(next)) = (mark.piece(mark.to.wrapping_sub(1)), mark.pieces.get(mark.to)) else {
                return true;
            };
            within
                && (last.ends_with([',', ';', ':', ')'])
                    || mark.is_parted(next.start)
                    || mark.text(next).starts_with('('))
        };
        if crosses(self) || self.to >= self.pieces.len() {
            return false;
        }
        self.to += 1;
        self.fits() || {
            self.to -= 1;
            false
        }
    }

    /// Whether there is a word before; with `within`, one of the same clause.
    fn can_grow_left(&self, within: bool) -> bool {
        let Some(before) = self.from.checked_sub(1) else { return false };
        let parted = self.pieces.get(self.from).is_some_and(|piece| self.is_parted(piece.start));
        let ends = self.piece(before).is_none_or(|word| word.ends_with([',', ';', ':', ')']));
        !(within && (parted || ends))
    }

    /// Adds the word before; with `within`, only of the same clause.
    fn grow_left(&mut self, within: bool) -> bool {
        if !self.can_grow_left(within) {
            return false;
        }
        self.from -= 1;
        self.fits() || {
            self.from += 1;
            false
        }
    }

    fn fits(&self) -> bool {
        self.place().len() <= WIDEST && self.words() <= LONGEST
    }

    /// Whether a dash is between this piece and the one before.
    fn is_parted(&self, start: usize) -> bool {
        start.checked_sub(1).is_some_and(|at| self.article.text().as_bytes().get(at) == Some(&b'-'))
    }

    fn piece(&self, at: usize) -> Option<&str> {
        Some(self.text(self.pieces.get(at)?))
    }

    fn text(&self, piece: &Range<usize>) -> &str {
        self.article.text().get(piece.clone()).unwrap_or_default()
    }

    fn clip(&self, spots: &Spots, part: &Range<usize>) -> Clip {
        let text = self.article.text();
        let mut place = self.place();
        // Marks at the ends belong to the sentence, not to the quote.
        let said = text.get(place.clone()).unwrap_or_default();
        let end = said.trim_end_matches(|letter: char| ".,;:!?-)]\"'".contains(letter) || letter.is_whitespace()).len();
        place.end = (place.start + end).max(part.end.min(place.end));
        let said = text.get(place.clone()).unwrap_or_default();
        let begin = said.len()
            - said.trim_start_matches(|letter: char| ",;:-([\"'".contains(letter) || letter.is_whitespace()).len();
        place.start = (place.start + begin).min(part.start.max(place.start));
        self.finished(spots, place)
    }

    /// The quote in the article's letters, extended to what browsers find.
    fn finished(&self, spots: &Spots, place: Range<usize>) -> Clip {
        let plain = self.article.plain();
        let origin = plain.origin(&place);
        let wide = edge::widened(&plain.whole, &origin).unwrap_or(origin.clone());
        let exact = |part: &Range<usize>| letters(plain.whole.get(part.clone()).unwrap_or_default());
        let wider = exact(&wide);
        let quote = if wider.split_whitespace().count() <= LONGEST { wider } else { exact(&origin) };
        Clip { quote, is_unique: spots.is_unique(&place), place }
    }
}

fn count(article: &Article, place: &Range<usize>) -> usize {
    let plain = article.plain();
    plain.whole.get(plain.origin(place)).unwrap_or_default().split_whitespace().count()
}

/// The words of a sentence, divided at spaces and dashes; in scripts without spaces, its letters.
fn pieces(article: &Article, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let (text, plain) = (article.text(), article.plain());
    let said = text.get(sentence.clone()).unwrap_or_default();
    let mut pieces = Vec::new();
    for piece in border::pieces(said) {
        let (mut start, end) = (sentence.start + piece.start, sentence.start + piece.end);
        let word = text.get(start..end).unwrap_or_default();
        for (at, _) in word.match_indices('-') {
            let at = sentence.start + piece.start + at;
            if is_dash(plain, at) {
                if at > start {
                    pieces.push(start..at);
                }
                start = at + 1;
            }
        }
        if start < end {
            pieces.push(start..end);
        }
    }
    pieces
}
