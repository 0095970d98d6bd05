//! What became of a figure, in words: disputed, withdrawn, superseded by a newer one, or resting on such a figure.

use locale::Message;
use model::{Basis, Figure, Status};

use crate::account::Account;

impl Account<'_> {
    /// What a reader has to know of a figure that does not stand as it was reported; `None` of one that does.
    ///
    /// A computed figure inherits the standing of all that it is computed from.
    pub fn standing(&self, figure: &Figure) -> Option<String> {
        let doubts = self.dashboard.doubts(figure);
        let words: Vec<String> = doubts
            .into_iter()
            .filter_map(|doubt| {
                let standing = self.own_standing(doubt)?;
                if doubt.id == figure.id {
                    return Some(standing);
                }
                Some(self.say(Message::RestsOn { name: self.text(doubt.name()), standing: &standing }))
            })
            .collect();
        (!words.is_empty()).then(|| words.join("; "))
    }

    fn own_standing(&self, figure: &Figure) -> Option<String> {
        match &figure.status {
            Status::Current => None,
            Status::Disputed => Some(self.say(Message::Disputed)),
            Status::Withdrawn => Some(self.say(Message::Withdrawn)),
            Status::Superseded(_) => {
                let newest = self.dashboard.newest(figure)?;
                let by = self.text(newest.name());
                // What became of the newest one is said with its value, and of no older one again.
                let value = match newest.status {
                    Status::Superseded(_) => self.bare(&newest.value, &newest.unit).to_string(),
                    _ => self.stated(newest).to_string(),
                };
                Some(self.say(Message::Superseded { by, value: &value }))
            }
        }
    }

    /// What has to be said of a figure in a sentence where nothing else is known of it: what became of it, or that it
    /// is a charge that no court has decided.
    pub fn remark(&self, figure: &Figure) -> Option<String> {
        let charge = figure.basis.filter(|basis| *basis == Basis::Allegation);
        let charge = charge.map(|basis| self.language.basis(basis).to_owned());
        self.standing(figure).or(charge)
    }
}
