//! An excerpt for a frame in another site: a chart, a figure, or all figures and charts, with its notes and a link to the
//! page.

use leptos::prelude::*;
use model::{Day, Place};
use statement::{Account, Message};

use crate::apart::words;
use crate::card::{self, Form};
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{link, notes, page, picture};

/// The part of a dashboard that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excerpt<'a> {
    /// Everything.
    Whole,
    /// The chart of this id.
    Chart(&'a str),
    /// The figure of this id.
    Figure(&'a str),
}

impl<'a> Excerpt<'a> {
    /// The excerpt that an address names: `chart=people` is the chart of the id `people`.
    pub fn named(kind: &str, id: &'a str) -> Option<Self> {
        match kind {
            "embed" => Some(Self::Whole),
            "chart" => Some(Self::Chart(id)),
            "figure" => Some(Self::Figure(id)),
            _ => None,
        }
    }

    /// Its kind, as named in an address.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Whole => "embed",
            Self::Chart(_) => "chart",
            Self::Figure(_) => "figure",
        }
    }

    /// The id of the part; empty for everything.
    pub fn id(self) -> &'a str {
        match self {
            Self::Whole => "",
            Self::Chart(id) | Self::Figure(id) => id,
        }
    }

    /// The file that the press prints it into.
    pub fn file(self) -> String {
        match self {
            Self::Whole => "embed.html".into(),
            Self::Chart(id) => format!("embed/{id}.html"),
            Self::Figure(id) => format!("embed/figure/{id}.html"),
        }
    }

    /// Its place on the page, if it has one.
    pub fn place(self) -> Option<Place<'a>> {
        match self {
            Self::Whole => None,
            Self::Chart(id) => Some(Place::Chart(id)),
            Self::Figure(id) => Some(Place::Figure(id)),
        }
    }

    /// The address within the page that shows it: its own place, the chart that draws it, or its passage in an article.
    /// `None` for everything.
    pub fn home(self, plot: &Account<'_>) -> String {
        let anchor = match self {
            Self::Figure(id) => plot.footnotes.home(id),
            Self::Whole | Self::Chart(_) => self.place().map(|place| place.anchor()),
        };
        anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default()
    }

    /// Its name; `None` if there is no such part.
    pub fn title<'p>(self, plot: &Account<'p>) -> Option<&'p str> {
        let tag = plot.language.tag();
        match self {
            Self::Whole => Some(plot.title()),
            Self::Chart(id) => Some(plot.dashboard.chart(id)?.title.in_language(tag)),
            Self::Figure(id) => Some(plot.dashboard.figure(id)?.name().in_language(tag)),
        }
    }

    /// The content of the frame; `None` if the dashboard has no such part.
    ///
    /// `page` is the address of the page, relative to the frame; `day` is the day of the last change of the part; `remark`
    /// is printed at the end.
    pub fn view(self, plot: &Account<'_>, page: &str, day: Day, remark: Option<&str>) -> Option<Still> {
        let setting = Setting::Frame { page, alone: self != Self::Whole };
        let imprint = imprint(plot, self, page, day, remark);
        let part = match self {
            Self::Whole => return Some(page::within_frame(plot, day, setting, imprint)),
            Self::Chart(id) => picture::picture(plot, plot.dashboard.chart(id)?, true, setting),
            Self::Figure(id) => {
                let card = card::card(plot, plot.dashboard.figure(id)?, Form::Alone, setting);
                view! { <ul class="figures">{card}</ul> }.still()
            }
        };
        let notes = self.place().map(|place| notes::notes_of(plot, place, setting));
        Some(
            view! {
                <main class="excerpt">
                    <h1>{words(plot.title())}</h1>
                    {part}
                    {notes}
                </main>
                {imprint}
            }
            .still(),
        )
    }
}

/// Its date and licence, and a link to the page.
pub(crate) fn imprint(plot: &Account<'_>, excerpt: Excerpt<'_>, page: &str, day: Day, remark: Option<&str>) -> Still {
    let remark = remark.map(|remark| format!(" {remark}"));
    let anchor = excerpt.home(plot);
    view! {
        <footer class="colophon">
            <p>
                {plot.updated(day)}". "
                {words(&plot.licence())}"."
                {remark}
                " "
                {link::link(format!("{page}{anchor}"), plot.say(Message::WholeDashboard), true)}
            </p>
        </footer>
    }
    .still()
}

/// A message that there is no part of this id, with the ids that exist. `wanted` is not known without a script.
pub fn nothing(plot: &Account<'_>, wanted: Option<Excerpt<'_>>, page: &str) -> Still {
    let (dashboard, language) = (plot.dashboard, plot.language);
    let list = |excerpts: Vec<Excerpt<'_>>| {
        let items: Vec<Still> = excerpts
            .into_iter()
            .map(|excerpt| {
                let address = format!("{page}?{}={}{}", excerpt.kind(), excerpt.id(), excerpt.home(plot));
                view! { <li>{link::within(address, excerpt.id().to_owned())}</li> }.still()
            })
            .collect();
        view! { <ul class="ids">{items}</ul> }.still()
    };
    let id = wanted.map(Excerpt::id).unwrap_or_default();
    view! {
        <main class="message missing">
            <h1>{language.say(Message::NoSuchPart { id })}</h1>
            <h2>{language.say(Message::Charts)}</h2>
            {list(dashboard.charts.iter().map(|chart| Excerpt::Chart(&chart.id)).collect())}
            <h2>{language.say(Message::Figures)}</h2>
            {list(dashboard.figures.iter().map(|figure| Excerpt::Figure(&figure.id)).collect())}
            <p>{link::link(page.to_owned(), plot.say(Message::WholeDashboard), true)}</p>
        </main>
    }
    .still()
}
