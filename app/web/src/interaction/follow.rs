//! Following one article: everything that it does not support is dimmed, and a line says what rests on it.

use leptos::prelude::*;
use model::{Figure, Source};
use statement::{Account, Message};
use web_sys::Element;

use super::{Shown, address, announcer, subject, theme};
use crate::elements::{self, all, set};
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::tools::ONE_ARTICLE;
use crate::{apart, link};

const NAME: &str = "source";

/// The element before the line: the bar; in a frame, the title or the head.
const HEAD: &str = ".bar, .excerpt > h1, [data-excerpt] .masthead";

/// The parts of the page that depend on articles.
const PARTS: &str = ".figure[data-figure], .mark, tbody tr, .notes > li, a[role=doc-noteref]";

/// The markers of a single article. Other markers have all articles of a figure or event.
const OF_ONE: &str = "[data-kind=matrix] :is(.markers, td) a";

/// Follows the article in the address, if there is one.
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

/// Follows no article any more.
pub(crate) fn stop(shown: &Shown) {
    choose(shown, None);
    // The list is beside the charts or, in narrow windows, in the notes.
    if let Some(select) = all(".tools select[name=source]").iter().find(|select| elements::is_shown(select)) {
        elements::focus(select);
    }
}

/// Applies it again after a part of the page was drawn.
pub(crate) fn again(shown: &Shown) {
    if let Some(id) = address::choice(NAME) {
        shown.plot(|plot| mark(plot, Followed::read(plot, &id).map(|followed| (id.as_str(), followed))));
    }
}

/// The followed article.
#[derive(Clone, Copy)]
enum Followed<'a> {
    Article(&'a Source),
    /// All figures that rest on one article alone.
    OneAlone,
}

impl<'a> Followed<'a> {
    fn read(plot: &Account<'a>, choice: &str) -> Option<Self> {
        match plot.dashboard.source(choice) {
            Some(source) => Some(Self::Article(source)),
            None => (choice == ONE_ARTICLE).then_some(Self::OneAlone),
        }
    }

    /// What rests on it, in words.
    fn words(self, plot: &Account<'_>) -> String {
        let (dashboard, language) = (plot.dashboard, plot.language);
        match self {
            Self::Article(source) => {
                let support = dashboard.support(&source.id);
                let outlet = &plot.brief(source);
                let (figures, all) = (support.supported, dashboard.figures.len());
                let supports = language.say(Message::Supports { outlet, figures, all });
                let falling = Message::Falling { figures: support.falling, with_repeats: support.falling_with_repeats };
                format!("{supports} {}", language.say(falling))
            }
            Self::OneAlone => plot.single_support(),
        }
    }

    /// The figures that have no article without it, and without those that repeat it.
    fn falling(self, plot: &Account<'a>) -> Vec<&'a Figure> {
        let dashboard = plot.dashboard;
        match self {
            Self::Article(source) => dashboard.falling(&source.id),
            Self::OneAlone => dashboard.resting_on_one().collect(),
        }
    }

    /// What rests on it, with a list of the figures that have no article without it.
    fn view(self, plot: &Account<'a>) -> Still {
        let said = apart::words(&self.words(plot));
        let figures = self.falling(plot).into_iter();
        let figures: Vec<Still> = figures
            .map(|figure| {
                let name = plot.text(figure.name()).to_owned();
                view! { <li>{link::to_figure(plot, figure, name, Setting::Page { files: true })}</li> }.still()
            })
            .collect();
        let said = match figures.is_empty() {
            true => view! { <p>{said}</p> }.still(),
            false => view! { <details><summary>{said}</summary><ul>{figures}</ul></details> }.still(),
        };
        view! { {said}<button type="button" data-do="unfollow">{plot.say(Message::StopFollowing)}</button> }.still()
    }

    /// Whether a part of the page rests on it.
    fn holds(self, plot: &Account<'_>, part: &Element) -> bool {
        // Notes and some markers belong to an article, whatever figure they are at.
        let of_one = || part.matches(OF_ONE).unwrap_or(false).then(|| subject::passage(plot, part)).flatten();
        let article = part.get_attribute("data-source").or_else(|| Some(of_one()?.0.id.clone()));
        match (self, article, subject::named(part).or_else(|| subject::of(plot, part))) {
            (Self::Article(source), Some(article), _) => article == source.id,
            (Self::Article(source), None, Some(item)) => plot.dashboard.supports(&source.id, &item),
            (Self::OneAlone, None, Some(item)) => plot.dashboard.rests_on_one(&item),
            _ => true,
        }
    }
}

fn show(shown: &Shown, choice: Option<&str>) {
    let said = shown.plot(|plot| {
        let followed = choice.and_then(|choice| Some((choice, Followed::read(plot, choice)?)));
        mark(plot, followed);
        strip(shown, followed.map(|(_, followed)| followed.view(plot)));
        followed.map(|(choice, followed)| (choice, followed.words(plot)))
    });
    let Some(said) = said else { return };
    theme::select(NAME, said.as_ref().map(|(choice, _)| *choice).unwrap_or_default());
    announcer::say(&said.map_or_else(|| shown.language.say(Message::FollowingNone), |(_, words)| words));
}

/// Marks each part of the page that does not rest on it.
fn mark(plot: &Account<'_>, followed: Option<(&str, Followed<'_>)>) {
    if let Some(root) = document().document_element() {
        set(&root, "data-following", followed.map(|(choice, _)| choice));
    }
    for part in all(PARTS) {
        let rests = followed.is_none_or(|(_, followed)| followed.holds(plot, &part));
        set(&part, "data-apart", (!rests).then_some(""));
    }
}

/// The line at the bottom of the viewport.
fn strip(shown: &Shown, view: Option<Still>) {
    if let Some(old) = document().get_element_by_id("following") {
        old.remove();
    }
    let (Some(view), Some(head), Ok(strip)) = (view, all(HEAD).into_iter().next(), document().create_element("aside"))
    else {
        return;
    };
    let placed = head.after_with_node_1(&strip);
    debug_assert!(placed.is_ok());
    strip.set_id("following");
    set(&strip, "aria-label", Some(&shown.language.say(Message::FollowOne)));
    view.put(&strip);
}
