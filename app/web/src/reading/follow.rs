//! Following one article: what it does not support steps back, and a line says what rests on it.

use leptos::prelude::document;
use locale::Message;
use model::Source;

use super::{Shown, address, announcer, theme};
use crate::elements::{self, all, set, within};

const NAME: &str = "source";

/// The parts of the page that an article supports or does not.
const PARTS: &str = ".figure[data-figure], .mark, tbody tr, .notes > li, a[role=doc-noteref]";

/// Follows what the address names, if it is one of the articles.
pub(crate) fn restore(shown: &Shown) {
    if let Some(id) = address::choice(NAME) {
        show(shown, Some(&id));
    }
}

/// Follows an article, or none.
pub(crate) fn choose(shown: &Shown, source: Option<&str>) {
    address::choose(NAME, source);
    show(shown, source);
}

/// Follows none any more.
pub(crate) fn stop(shown: &Shown) {
    choose(shown, None);
    if let Some(select) = all(".tools select[name=source]").first() {
        elements::focus(select);
    }
}

/// Shows it anew where a part of the page was drawn anew.
pub(crate) fn again(shown: &Shown) {
    if let Some(id) = address::choice(NAME) {
        mark(shown, Some(&id));
    }
}

fn show(shown: &Shown, source: Option<&str>) {
    let said = shown.plot(|plot| {
        let source = source.and_then(|id| plot.dashboard.source(id));
        let Some(source) = source else { return (None, shown.language.say(Message::FollowingNone)) };
        let support = plot.dashboard.support(&source.id);
        let language = plot.language;
        let supports = language.say(Message::Supports {
            outlet: source.short_name(),
            figures: support.supported,
            all: plot.dashboard.figures.len(),
        });
        let falling =
            language.say(Message::Falling { figures: support.falling, with_repeats: support.falling_with_repeats });
        (Some(source.id.clone()), format!("{supports} {falling}"))
    });
    let Some((followed, words)) = said else { return };
    theme::select(NAME, followed.as_deref().unwrap_or_default());
    mark(shown, followed.as_deref());
    bar(shown, followed.is_some().then_some(&words));
    announcer::say(&words);
}

/// Says on each part whether the article supports it.
fn mark(shown: &Shown, source: Option<&str>) {
    if let Some(root) = document().document_element() {
        set(&root, "data-following", source);
    }
    shown.plot(|plot| {
        let source = source.and_then(|id| plot.dashboard.source(id));
        for part in all(PARTS) {
            let rests = source.is_none_or(|source| {
                let item = part.get_attribute("data-figure").or_else(|| part.get_attribute("data-event"));
                match (item, part.get_attribute("data-source")) {
                    (Some(item), _) => plot.dashboard.supports(&source.id, &item),
                    (None, Some(other)) => other == source.id,
                    (None, None) => cited(&part, source),
                }
            });
            set(&part, "data-apart", (!rests).then_some(""));
        }
    });
}

/// Whether a row of a table has a marker of this article, or is one.
fn cited(part: &web_sys::Element, source: &Source) -> bool {
    let marker = format!("a[href^='#{}_']", source.note_anchor());
    part.matches(&marker).unwrap_or(false) || !within(part, &marker).is_empty()
}

/// The line at the foot of the window.
fn bar(shown: &Shown, words: Option<&String>) {
    if let Some(old) = document().get_element_by_id("following") {
        old.remove();
    }
    let Some(words) = words else { return };
    let Some(bar) = super::append("aside") else { return };
    bar.set_id("following");
    set(&bar, "aria-label", Some(&shown.language.say(Message::FollowOne)));
    let (Ok(line), Ok(button)) = (document().create_element("p"), document().create_element("button")) else { return };
    line.set_text_content(Some(words));
    button.set_text_content(Some(&shown.language.say(Message::StopFollowing)));
    set(&button, "type", Some("button"));
    set(&button, "data-do", Some("unfollow"));
    let filled = bar.append_child(&line).and_then(|_| bar.append_child(&button));
    debug_assert!(filled.is_ok());
}
