//! The day to which a reader sets the page back: a list of days to choose from, and a notice while the page is set back.

use leptos::prelude::*;
use model::{Date, Day};
use statement::{Account, Message};

use crate::still::{IntoStill, Still};
use crate::tools;

/// The name of the choice in the address.
pub(crate) const NAME: &str = "as-of";

/// To which day the page is set back, and what is left out of it. It is not printed by the press: the program shows it.
pub(crate) fn notice(plot: &Account<'_>) -> Option<Still> {
    let left = plot.dashboard.horizon?;
    let date = plot.say(Message::AsKnown { date: &plot.day(left.day) });
    let unknown = plot.say(Message::LeftUnknown { later: left.later, undated: left.undated, figures: left.figures });
    let button = plot.say(Message::ShowAllKnown);
    Some(
        view! {
            <p class="horizon" role="status">
                <b>{date}</b>". "{unknown}". "<button type="button" data-do="now">{button}</button>
            </p>
        }
        .still(),
    )
}

/// The days on which articles were published, to choose from. The last one is left out: all is known on it.
pub(crate) fn days(plot: &Account<'_>) -> Still {
    let option = |day: Day| tools::option(day.to_string(), plot.language.date(&Date::Day(day)));
    let days: Vec<Still> = published(plot).into_iter().map(option).collect();
    view! {
        <label>
            {plot.say(Message::KnownOn)}
            " "
            <select name=NAME disabled>
                <option value="">{plot.say(Message::AllKnown)}</option>
                {days}
            </select>
        </label>
    }
    .still()
}

/// The last day that each date of publication can mean, newest first, and the day to which the page is set back.
pub(crate) fn published(plot: &Account<'_>) -> Vec<Day> {
    let dates = plot.dashboard.sources.iter().filter_map(|source| source.issued.as_ref()?.last());
    let mut days: Vec<i64> = Vec::new();
    for date in dates.chain(plot.dashboard.horizon.map(|left| left.day.last())) {
        let place = days.partition_point(|other| *other > date);
        if days.get(place) != Some(&date) {
            days.insert(place, date);
        }
    }
    let all = plot.dashboard.horizon.is_none();
    days.into_iter().skip(usize::from(all)).map(Day::on).collect()
}
