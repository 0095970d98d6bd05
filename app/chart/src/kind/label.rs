//! The names in a flow: of speakers, and of articles with their numbers and counts.

use statement::{Account, Message, isolated};

use super::columns::{Columns, Node};
use crate::block::{LEADING, MIDDLE, SIZE};
use crate::canvas::Canvas;
use crate::lettering::{self, Weight};
use crate::reference::of_article;
use crate::role::Role;
use crate::scene::{Align, Reference};

/// The gap between a marker and a name, and between a name and a count.
const APART: i32 = 60;
/// The room for the flag of a party at the end of its line.
const FLAG: i32 = 120;

/// The name of an article, or the number of merged articles, with their counts.
pub(super) struct Label {
    reference: Option<Reference>,
    name: Vec<String>,
    words: Vec<String>,
}

impl Label {
    /// The label of the articles in a node, in lines of at most `room`.
    pub(super) fn of(plot: &Account<'_>, columns: &Columns<'_>, node: &Node, words: &str, room: i32) -> Self {
        let (name, reference) = match node.members.as_slice() {
            [one] => {
                let source = columns.articles.get(*one);
                let note = source.and_then(|source| plot.note(plot.footnotes.number(&source.id)?));
                let name = source.map(|source| plot.brief(source)).unwrap_or_default();
                (name, note.map(|note| of_article(plot, note)))
            }
            all => (plot.say(Message::Others { count: all.len() }), None),
        };
        let mut label = Self { reference, name: Vec::new(), words: Vec::new() };
        label.name = lettering::lines(&name, room - label.indent(), SIZE, Weight::Bold);
        label.words = lettering::lines(words, room, SIZE, Weight::Regular);
        label
    }

    fn indent(&self) -> i32 {
        self.reference.as_ref().map_or(0, |reference| middle(reference) + reference.width / 2 + APART)
    }

    pub(super) fn height(&self) -> i32 {
        LEADING * (self.name.len() + self.words.len()) as i32 + if self.words.is_empty() { 20 } else { 60 }
    }

    /// Draws it with its top left corner at a place.
    pub(super) fn draw(self, canvas: &mut Canvas, (x, y): (i32, i32)) {
        let (indent, mut baseline) = (self.indent(), y + SIZE);
        if let Some(reference) = self.reference {
            let at = (x + middle(&reference), baseline - MIDDLE);
            canvas.refer(Reference { at, ..reference });
        }
        for line in self.name {
            canvas.text((x + indent, baseline), Align::Start, line, Role::Value);
            baseline += LEADING;
        }
        for line in self.words {
            canvas.text((x, baseline), Align::Start, line, Role::Label);
            baseline += LEADING;
        }
    }
}

/// The distance from the middle of a marker to the left end of a label: its target reaches a little further.
fn middle(reference: &Reference) -> i32 {
    (reference.room() / 2 - 30).max(reference.width / 2)
}

/// A speaker with its number of figures, and whether it is a party.
pub(super) struct Speaker {
    name: Vec<String>,
    count: String,
    party: Option<String>,
}

impl Speaker {
    /// The label of the speakers in a node, in lines of at most `room`.
    pub(super) fn of(plot: &Account<'_>, columns: &Columns<'_>, node: &Node, room: i32) -> Self {
        let count = node.figures.len().to_string();
        let (name, is_party) = match node.members.as_slice() {
            [one] => {
                let teller = columns.tellers.get(*one);
                let name = teller.and_then(|teller| teller.name).map(|name| isolated(name).into_owned());
                (name.unwrap_or_else(|| plot.say(Message::NobodyNamed)), teller.is_some_and(|teller| teller.party))
            }
            all => (plot.say(Message::Others { count: all.len() }), false),
        };
        let room = room - lettering::width(&count, SIZE, Weight::Bold) - APART;
        let name = lettering::lines(&name, room, SIZE, Weight::Regular);
        Self { name, count, party: is_party.then(|| plot.say(Message::Party)) }
    }

    pub(super) fn height(&self) -> i32 {
        LEADING * (self.name.len() + self.party.iter().count()) as i32
    }

    /// Draws it with its top right corner at a place.
    pub(super) fn draw(self, canvas: &mut Canvas, (x, y): (i32, i32)) {
        let mut baseline = y + SIZE;
        let indent = lettering::width(&self.count, SIZE, Weight::Bold) + APART;
        canvas.text((x, baseline), Align::End, self.count, Role::Value);
        for line in self.name {
            canvas.text((x - indent, baseline), Align::End, line, Role::Label);
            baseline += LEADING;
        }
        if let Some(party) = self.party {
            canvas.text((x - FLAG, baseline), Align::End, party, Role::Small);
            flag(canvas, (x - FLAG + 40, baseline - 90));
        }
    }
}

/// The sign of a party below and to the right of a point: a flag.
pub(super) fn flag(canvas: &mut Canvas, (x, y): (i32, i32)) {
    canvas.fill((x, y), (x + 12, y + 110), Role::Edge);
    canvas.polygon(&[(x + 12, y), (x + 78, y + 30), (x + 12, y + 60)], Role::Edge);
}
