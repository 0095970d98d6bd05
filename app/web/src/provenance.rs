//! A fact of a figure, with a link to more.

use model::Figure;
use statement::{Account, Fact, Topic};

use crate::apart::words;
use crate::setting::Setting;
use crate::still::Still;
use crate::{corrections, link};

/// The words of a fact with a link: to the correction, to the newest figure of a superseded one, or to the superseded or
/// withdrawn figure that a computed one rests on.
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
        Topic::Later => match plot.dashboard.later_reading(figure) {
            Some(newest) => link::to_figure(plot, newest, fact.words, setting),
            None => words(&fact.words),
        },
        _ => words(&fact.words),
    }
}
