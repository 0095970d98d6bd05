//! A fact of a figure as the page sets it: with a form of its own where it is a reason for care, and a link to what says
//! more of it.

use model::{Basis, Figure};
use statement::{Fact, Topic};

use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{corrections, link};

/// The words of a fact, which lead to what says more of it.
pub(crate) fn view(fact: Fact, figure: &Figure, setting: Setting<'_>) -> Still {
    match fact.topic {
        Topic::Corrected => link::to(&corrections::anchor(figure), fact.words, setting),
        _ => fact.words.still(),
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
