//! Footnote markers in a picture: their numbers and names.
//!
//! A figure or event has one marker, a small field with the numbers of its articles. In a matrix, where each article has its
//! own place, there is one for each article.

use model::{Marker, Note, Text};
use statement::{Account, Message, Number, isolated};

use crate::lettering::{self, Weight};
use crate::scene::Reference;

/// The font size of the numbers, in tenths of a pixel like all lengths here. The style sheet has the same.
const SIZE: i32 = 110;
/// The gap between the numbers and the ends of the field.
const PAD: i32 = 50;
/// The minimum width of the target, which overlaps no other.
pub(crate) const TARGET: i32 = 240;

/// The marker of a figure or event without its place.
pub(crate) fn reference(account: &Account<'_>, item: &str, what: &Text) -> Option<Reference> {
    let pill = account.pill(item, account.text(what))?;
    let mut reference = Reference {
        at: (0, 0),
        width: 0,
        numbers: pill.numbers,
        more: pill.more,
        differs: account.differs(item),
        on_mark: false,
        anchor: pill.anchor,
        item: item.to_owned(),
        words: pill.words,
    };
    reference.width = 2 * PAD + lettering::width(&reference.texts().join(" "), SIZE, Weight::Bold);
    Some(reference)
}

/// The markers of a figure for each of its articles, without their places.
pub(crate) fn references(account: &Account<'_>, item: &str, what: &Text) -> Vec<Reference> {
    let what = &isolated(account.text(what));
    let reference = |marker: Marker<'_>| {
        let number = marker.number;
        let words = account.say(Message::MarkerLabelOn { number, outlet: &account.brief(marker.source), what });
        let pill = account.pill_of(&[marker], "")?;
        Some(Reference {
            at: (0, 0),
            width: TARGET,
            numbers: pill.numbers,
            more: 0,
            // The form of the mark shows it.
            differs: false,
            on_mark: true,
            anchor: pill.anchor,
            item: item.to_owned(),
            words,
        })
    };
    account.footnotes.markers(item).into_iter().filter_map(reference).collect()
}

/// The number of a single article, without its place. It leads to the note of the article.
pub(crate) fn of_article(account: &Account<'_>, note: &Note<'_>) -> Reference {
    let number = Number { number: note.number, repeats: false };
    let mut reference = Reference {
        at: (0, 0),
        width: 0,
        numbers: vec![number],
        more: 0,
        differs: false,
        on_mark: false,
        anchor: note.source.note_anchor(),
        item: String::new(),
        words: account.say(Message::NoteOf { number: note.number, outlet: &account.brief(note.source) }),
    };
    reference.width = 2 * PAD + lettering::width(&reference.texts().join(" "), SIZE, Weight::Bold);
    reference
}

impl Reference {
    /// Its width, with its target.
    pub(crate) fn room(&self) -> i32 {
        self.width.max(TARGET)
    }

    /// The number of its first article.
    pub(crate) fn first(&self) -> usize {
        self.numbers.first().map_or(0, |number| number.number)
    }

    /// Its texts, piece by piece.
    fn texts(&self) -> Vec<String> {
        let numbers = self.numbers.iter().map(|number| number.number.to_string());
        numbers.chain((self.more > 0).then(|| format!("+{}", self.more))).collect()
    }

    /// Its texts, each with its centre and whether its article repeats others.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn pieces(&self) -> Vec<(i32, String, bool)> {
        let texts = self.texts();
        let width = |text: &str| lettering::width(text, SIZE, Weight::Bold);
        let mut left = self.at.0 - width(&texts.join(" ")) / 2;
        let repeats = self.numbers.iter().map(|number| number.repeats).chain([true]);
        let place = |(text, repeats): (String, bool)| {
            let middle = left + width(&text) / 2;
            left += width(&text) + width(" ");
            (middle, text, repeats)
        };
        texts.into_iter().zip(repeats).map(place).collect()
    }
}
