//! Where figures and events are: which figures and events of a chart are about each of them, and how many of the dashboard are about none.

use locale::{Isolated, Message};
use model::{Chart, Event, Figure, Location, Precision};

use crate::account::Account;

/// Places of a chart, and what it says of them together: nothing, where only a passage names a place.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Locality<'a> {
    /// The places, each with its number in the chart, from 0.
    pub places: Vec<(usize, &'a Location)>,
    /// The figures that are about these places and no others of the chart.
    pub figures: Vec<&'a Figure>,
    /// The events that happened there.
    pub events: Vec<&'a Event>,
}

impl<'a> Account<'a> {
    /// The places of a chart with what it says of each, in its order, and then what it says of several together.
    pub fn localities(&self, chart: &Chart) -> Vec<Locality<'a>> {
        let places = chart.places.iter().filter_map(|id| self.dashboard.place(id));
        let places: Vec<(usize, &Location)> = places.enumerate().collect();
        let mut found: Vec<Locality<'a>> = places
            .iter()
            .map(|place| Locality { places: vec![*place], figures: Vec::new(), events: Vec::new() })
            .collect();
        let mut of = |ids: &[String]| {
            let own = places.iter().copied().filter(|(_, place)| ids.contains(&place.id));
            let own: Vec<(usize, &Location)> = own.collect();
            let known = found.iter().position(|locality| locality.places == own);
            known.unwrap_or_else(|| {
                found.push(Locality { places: own, figures: Vec::new(), events: Vec::new() });
                found.len() - 1
            })
        };
        let figures: Vec<(usize, &Figure)> =
            self.figures(chart).into_iter().map(|figure| (of(&figure.places), figure)).collect();
        let events: Vec<(usize, &Event)> =
            self.events(chart).into_iter().map(|event| (of(&event.places), event)).collect();
        for (at, locality) in found.iter_mut().enumerate() {
            let own = figures.iter().filter(|(place, _)| *place == at);
            locality.figures = own.map(|(_, figure)| *figure).collect();
            let own = events.iter().filter(|(place, _)| *place == at);
            locality.events = own.map(|(_, event)| *event).collect();
        }
        found
    }

    /// The precision of a place, in a word.
    pub fn precision(&self, place: &Location) -> String {
        self.say(Message::PrecisionOf { precision: place.precision })
    }

    /// Places in words: `Poipet (city)`, or `Poipet and Bavet, together`.
    pub fn where_of(&self, locality: &Locality<'_>) -> String {
        match locality.places.as_slice() {
            [(_, place)] => format!("{} ({})", Isolated(self.text(&place.name)), self.precision(place)),
            places => {
                let names: Vec<&str> = places.iter().map(|(_, place)| self.text(&place.name)).collect();
                self.say(Message::PlacesTogether { places: &names })
            }
        }
    }

    /// How many figures and events of the dashboard name no place, and how many only a country.
    pub fn whereabouts(&self) -> String {
        let dashboard = self.dashboard;
        let count = |all: &mut dyn Iterator<Item = &'a Vec<String>>| {
            let (mut none, mut country, mut total) = (0, 0, 0);
            for places in all {
                total += 1;
                let finer = places.iter().filter_map(|id| dashboard.place(id));
                if places.is_empty() {
                    none += 1;
                } else if finer.into_iter().all(|place| place.precision == Precision::Country) {
                    country += 1;
                }
            }
            (none, country, total)
        };
        let reported = dashboard.figures.iter().filter(|figure| !figure.is_derived());
        let figures = count(&mut reported.map(|figure| &figure.places));
        let events = count(&mut dashboard.events.iter().map(|event| &event.places));
        self.say(Message::Unlocated { figures, events })
    }
}
