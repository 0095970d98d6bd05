//! What became of a figure, in words: disputed, withdrawn, superseded by a newer one, or resting on such a figure.

use locale::Message;
use model::{Basis, Figure, Status};

use crate::account::Account;
use crate::stated::Stated;

impl Account<'_> {
    /// What a reader has to know of a figure that does not stand as it was reported; `None` of one that does.
    ///
    /// A computed figure inherits the standing of all that it is computed from.
    pub fn standing(&self, figure: &Figure) -> Option<String> {
        self.standing_of(figure, true)
    }

    /// `with_newest`: whether what became of the newest figure is said too, in place of a superseded one. It is said
    /// once, since the newest may be computed from the one whose place it took.
    fn standing_of(&self, figure: &Figure, with_newest: bool) -> Option<String> {
        let doubts = self.dashboard.doubts(figure);
        let words: Vec<String> = doubts
            .into_iter()
            .filter_map(|doubt| {
                let standing = self.own_standing(doubt, with_newest)?;
                if doubt.id == figure.id {
                    return Some(standing);
                }
                Some(self.say(Message::RestsOn { name: self.text(doubt.name()), standing: &standing }))
            })
            .collect();
        (!words.is_empty()).then(|| words.join("; "))
    }

    fn own_standing(&self, figure: &Figure, with_newest: bool) -> Option<String> {
        match &figure.status {
            Status::Current => None,
            Status::Disputed => Some(self.say(Message::Disputed)),
            Status::Withdrawn => Some(self.say(Message::Withdrawn)),
            Status::Superseded(_) => {
                let newest = self.dashboard.newest(figure)?;
                let phrase = self.bare(&newest.value, &newest.unit);
                let standing = if with_newest { self.standing_of(newest, false) } else { None };
                let value = Stated { phrase, standing }.to_string();
                Some(self.say(Message::Superseded { by: self.text(newest.name()), value: &value }))
            }
        }
    }

    /// What has to be said of a figure where nothing else is known of it: what became of it, whether it is a charge
    /// that no court has decided, and which reading is newer.
    pub fn remark(&self, figure: &Figure) -> Option<String> {
        let charge = figure.basis.filter(|basis| *basis == Basis::Allegation);
        let charge = charge.map(|basis| self.language.basis(basis).to_owned());
        let words: Vec<String> = self.standing(figure).into_iter().chain(charge).chain(self.later(figure)).collect();
        (!words.is_empty()).then(|| words.join("; "))
    }
}
