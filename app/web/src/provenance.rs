//! A fact of a figure as the page sets it: with a form of its own where it is a reason for care, and a link to what says
//! more of it.

use model::{Basis, Figure};
use statement::{Account, Fact, Topic};

use crate::apart::words;
use crate::setting::Setting;
use crate::still::Still;
use crate::{corrections, link};

/// The words of a fact, which lead to what says more of it: the record of a correction, the newest figure in place of a
/// superseded one, or the figure that a computed one rests on and that no longer stands.
pub(crate) fn view(plot: &Account<'_>, fact: Fact, figure: &Figure, setting: Setting<'_>) -> Still {
    match fact.topic {
        Topic::Corrected => link::to(&corrections::anchor(figure), fact.words, setting),
        Topic::Standing => {
            let doubt = plot.dashboard.doubts(figure).into_iter().next().filter(|doubt| doubt.id != figure.id);
            match plot.dashboard.newest(figure).or(doubt) {
                Some(other) => link::to_figure(plot, other, fact.words, setting),
                None => words(&fact.words),
            }
        }
        _ => words(&fact.words),
    }
}

/// The name of a fact's form in the style sheet, where the fact is a reason for care.
pub(crate) fn form(fact: &Fact) -> Option<&'static str> {
    match fact.topic {
        Topic::Basis(Basis::Allegation) => Some("alleged"),
        Topic::Basis(Basis::Claim) => Some("claimed"),
        Topic::Standing => Some("doubted"),
        Topic::Reports { single: true } => Some("single"),
        _ => None,
    }
}
