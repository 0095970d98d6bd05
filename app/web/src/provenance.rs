//! What is known of a figure besides its number: how it is known, who says so, as of when, and how many report it.

use chart::Plot;
use locale::Message;
use model::{Basis, Figure, Origin};

use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{corrections, link};

/// One of these facts.
pub(crate) struct Fact {
    /// In words.
    pub(crate) words: String,
    /// The name of its form in the style sheet, where the fact is a reason for care.
    pub(crate) form: Option<&'static str>,
    /// The `id` on the page of what says more of it.
    pub(crate) anchor: Option<String>,
}

impl Fact {
    /// Its words, which lead to what says more of it.
    pub(crate) fn view(&self, setting: Setting<'_>) -> Still {
        let words = self.words.clone();
        match &self.anchor {
            Some(anchor) => link::to(anchor, words, setting),
            None => words.still(),
        }
    }
}

/// The facts, in the order in which they are read.
pub(crate) fn facts(plot: &Plot<'_>, figure: &Figure) -> Vec<Fact> {
    let language = plot.language;
    let tag = language.tag();
    let plain = |words| Fact { words, form: None, anchor: None };
    let mut facts = Vec::new();
    if figure.is_derived() {
        facts.push(plain(language.say(Message::Computed)));
    }
    facts.extend(figure.basis.map(|basis| Fact {
        words: language.basis(basis).to_owned(),
        form: form(basis),
        anchor: None,
    }));
    facts.extend(language.standing(plot.dashboard, figure).map(plain));
    let corrected = language.corrected(plot.dashboard, figure);
    facts.extend(corrected.map(|words| Fact { words, form: None, anchor: Some(corrections::anchor(figure)) }));
    facts.extend(figure.said_by.as_ref().map(|who| plain(language.say(Message::SaidBy { who: who.in_language(tag) }))));
    facts.extend(figure.as_of.as_ref().map(|date| plain(language.say(Message::AsOf { date: &language.date(date) }))));
    if !figure.is_derived() {
        let markers = plot.footnotes.markers(&figure.id);
        let words = language.reports(plot.dashboard, markers.iter().map(|marker| marker.source.id.as_str()));
        facts.push(Fact { words, form: (markers.len() == 1).then_some("single"), anchor: None });
    }
    facts
}

/// All of them in one line, and what a computed figure is computed from.
pub fn known(plot: &Plot<'_>, figure: &Figure) -> String {
    let mut words: Vec<String> = facts(plot, figure).into_iter().map(|fact| fact.words).collect();
    if let Origin::Derived(formula) = &figure.origin {
        words.insert(1, plot.spelled(formula));
    }
    words.join(" · ")
}

/// What somebody says of themselves or of others, and nobody has counted, has a form of its own.
fn form(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::Allegation => Some("alleged"),
        Basis::Claim => Some("claimed"),
        Basis::Count | Basis::Estimate | Basis::Law => None,
    }
}
