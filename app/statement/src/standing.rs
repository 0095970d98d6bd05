//! The status of a figure in words: disputed, withdrawn, superseded, or computed from such a figure.

use locale::Message;
use model::{Basis, Chart, Figure, Status};

use crate::account::Account;
use crate::stated::Stated;

impl Account<'_> {
    /// The status of a figure in words; `None` if it is current.
    ///
    /// A computed figure inherits the standing of all that it is computed from.
    pub fn standing(&self, figure: &Figure) -> Option<String> {
        self.standing_of(figure, true)
    }

    /// `with_newest`: whether the status of the newest figure is included for a superseded one. It is included once, since the
    /// newest may be computed from the figure that it replaced.
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

    /// What a reader needs where no other facts of a figure are printed: its status, that it is an undecided allegation, and a
    /// newer reading.
    pub fn remark(&self, figure: &Figure) -> Option<String> {
        self.joined(figure, self.later(figure))
    }

    /// The same in a chart, which need not name a newer reading that it draws.
    pub fn remark_in(&self, chart: &Chart, figure: &Figure) -> Option<String> {
        let newest = self.dashboard.later_reading(figure);
        let is_drawn = newest.is_some_and(|newest| chart.figures.contains(&newest.id));
        self.joined(figure, if is_drawn { None } else { self.later(figure) })
    }

    fn joined(&self, figure: &Figure, later: Option<String>) -> Option<String> {
        let charge = figure.basis.filter(|basis| *basis == Basis::Allegation);
        let charge = charge.map(|basis| self.language.basis(basis).to_owned());
        let words: Vec<String> = self.standing(figure).into_iter().chain(charge).chain(later).collect();
        (!words.is_empty()).then(|| words.join("; "))
    }
}
