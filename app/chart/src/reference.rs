//! Footnote markers in a picture: their numbers and their words.

use model::{Marker, Text};
use statement::{Account, Message, isolated};

use crate::scene::Reference;

/// The markers of a figure or event as they stand in a picture, without their places.
pub(crate) fn references(account: &Account<'_>, item: &str, what: &Text) -> Vec<Reference> {
    let what = &isolated(account.text(what));
    let reference = |marker: Marker<'_>| Reference {
        at: (0, 0),
        number: marker.number,
        words: account.say(Message::MarkerLabelOn {
            number: marker.number,
            outlet: &account.brief(marker.source),
            what,
        }),
        anchor: marker.anchor,
        item: item.to_owned(),
    };
    account.footnotes.markers(item).into_iter().map(reference).collect()
}
