//! The band at the top of the page: the leading figures as tiles, each with a small drawing.

use leptos::prelude::*;
use model::{Figure, Place, Section};
use statement::Account;

use crate::apart::words;
use crate::card::{self, Form};
use crate::setting::Setting;
use crate::still::{IntoStill, Still};

/// The band of the first section. Charts of that section follow below, like those of any other.
pub(crate) fn band(plot: &Account<'_>, section: &Section, setting: Setting<'_>) -> Still {
    let figures = figures(plot, section);
    let tiles: Vec<Still> =
        figures.iter().map(|figure| card::card(plot, figure, Form::Tile(&figures), setting)).collect();
    // The style sheet arranges this number of tiles in even rows.
    let count = tiles.len().to_string();
    let anchor = Place::Section(&section.id).anchor();
    let title = format!("{anchor}-title");
    let named_by = title.clone();
    view! {
        <section class="band" id=anchor data-section=section.id.clone() aria-labelledby=named_by>
            <h2 class="unseen" id=title>{words(plot.text(&section.title))}</h2>
            <ul class="figures tiles" data-count=count>{tiles}</ul>
        </section>
    }
    .still()
}

/// The figures of a section.
pub(crate) fn figures<'a>(plot: &Account<'a>, section: &Section) -> Vec<&'a Figure> {
    section.figures.iter().filter_map(|id| plot.dashboard.figure(id)).collect()
}
