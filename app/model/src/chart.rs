//! What is drawn: which figures or events, how, and the one point that the drawing makes.

use crate::event::Event;
use crate::id::item_id;
use crate::json::{Form, Node, one_of, references};
use crate::number;
use crate::problem::{Report, did_you_mean};
use crate::text::{Prose, Text};
use crate::unit::Unit;
use crate::value::{Bounds, Value};

/// A chart of figures or events.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Chart {
    /// Its name in addresses.
    pub id: String,
    /// How it is drawn.
    pub kind: Kind,
    /// What it shows.
    pub title: Text,
    /// The point it makes.
    pub finding: Prose,
    /// The ids of the figures it draws, in order; of a timeline, none.
    pub figures: Vec<String>,
    /// The ids of the events it draws, by date; of other kinds, none.
    pub events: Vec<String>,
}

/// The ways to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A bar for each figure, all in one unit.
    Bars(Scale),
    /// A part of a whole.
    Share(Share),
    /// Events in their order and distance.
    Timeline,
    /// Figures on one scale, as spans from low to high; magnitudes as open bands.
    Range(Scale),
    /// Which article reports which figure.
    Matrix,
}

/// How lengths grow with numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Twice the number, twice the length.
    Linear,
    /// Ten times the number, one step further.
    Log,
}

/// How a part of a whole is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Share {
    /// As a part of a bar.
    Bar,
    /// As a grid of dots, each standing for so many of the unit.
    Dots(f64),
}

/// More dots than this are a grey area, not a count.
const MOST_DOTS: f64 = 1000.0;

/// A chart whose references are still to be checked.
pub(crate) struct RawChart<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) id: Option<(String, Node<'a>)>,
    pub(crate) finding: Option<(Prose, Node<'a>)>,
    pub(crate) figures: Vec<(String, Node<'a>)>,
    pub(crate) events: Option<Vec<(String, Node<'a>)>>,
    kind: Option<Kind>,
    title: Option<Text>,
    dot: Option<Node<'a>>,
}

impl<'a> RawChart<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut form = Form::open(node, "a chart", report)?;
        let id = form.need("id", report).and_then(|node| Some((item_id(&node, report)?, node)));
        let kind_node = form.need("kind", report);
        let title = form.need("title", report).and_then(|node| Text::read(&node, report));
        let finding = form.need("finding", report).and_then(|node| Some((Prose::read(&node, report)?, node)));
        let scale_node = form.get("scale");
        let scale = match &scale_node {
            Some(node) => one_of(node, &[("linear", Scale::Linear), ("log", Scale::Log)], "scale", report),
            None => Some(Scale::Linear),
        };
        let dot = form.get("dot");
        let share = match &dot {
            Some(node) => dots(node, report).map(Share::Dots),
            None => Some(Share::Bar),
        };
        let kinds = [
            ("bars", scale.map(Kind::Bars)),
            ("share", share.map(Kind::Share)),
            ("timeline", Some(Kind::Timeline)),
            ("range", scale.map(Kind::Range)),
            ("matrix", Some(Kind::Matrix)),
        ];
        let kind = kind_node.and_then(|node| one_of(&node, &kinds, "kind", report)).flatten();
        if let (Some(node), Some(Kind::Share(_) | Kind::Timeline | Kind::Matrix)) = (&scale_node, kind) {
            report.at(node, "only bars and range have a \"scale\": remove it");
        }
        if let (Some(node), Some(Kind::Bars(_) | Kind::Timeline | Kind::Range(_) | Kind::Matrix)) = (&dot, kind) {
            report.at(node, "only a share is drawn as dots: remove \"dot\"");
        }
        let figures_node = form.get("figures");
        let events_node = form.get("events");
        match (kind, &figures_node, &events_node) {
            (Some(Kind::Timeline), Some(node), _) => {
                report.at(node, "a timeline shows events, not figures: replace \"figures\" by \"events\", or remove it to show all events")
            }
            (Some(Kind::Bars(_) | Kind::Share(_) | Kind::Range(_) | Kind::Matrix), _, Some(node)) => {
                report.at(node, "only a timeline shows events: remove \"events\", or change \"kind\"");
            }
            (Some(Kind::Bars(_) | Kind::Share(_) | Kind::Range(_) | Kind::Matrix), None, _) => {
                report.at(node, "the key \"figures\" is missing: name the figures that this chart draws");
            }
            _ => {}
        }
        for node in [&figures_node, &events_node].into_iter().flatten() {
            if node.list().is_some_and(|list| list.is_empty()) {
                report.at(node, "this list is empty: name what the chart draws, or remove the chart");
            }
        }
        let figures = references(figures_node, "\"figures\"", report);
        let events = events_node.map(|node| references(Some(node), "\"events\"", report));
        form.close(&[], report);
        Some(Self { node: node.clone(), id, finding, figures, events, kind, title, dot })
    }

    /// Holds the figures against what this kind of chart can draw. `figures` are those that are known.
    pub(crate) fn check_kind(&self, figures: &[(&str, &Value, &Unit, bool)], report: &mut Report<'_>) {
        let Some(kind) = self.kind else { return };
        let place = |id: &str| self.figures.iter().find(|(name, _)| name == id).map_or(&self.node, |(_, node)| node);
        if !matches!(kind, Kind::Matrix | Kind::Timeline)
            && let Some(((first, _, unit, _), rest)) = figures.split_first()
        {
            for (id, _, other, _) in rest.iter().filter(|(_, _, other, _)| other != unit) {
                report.at(
                    place(id),
                    format!(
                        "\"{first}\" is in \"{}\" and \"{id}\" in \"{}\", but a chart has one unit{}",
                        unit.key(),
                        other.key(),
                        meant(other, unit)
                    ),
                );
            }
        }
        for (id, value, _, derived) in figures {
            let magnitude = matches!(value.bounds, Bounds::Magnitude(_));
            if magnitude && matches!(kind, Kind::Bars(_) | Kind::Share(_)) {
                report.at(place(id), format!("\"{id}\" is a magnitude without a number, which has no length: draw it in a chart of the kind \"range\""));
            }
            let (low, high) = value.ends();
            let lowest = low.into_iter().chain(high).fold(f64::INFINITY, f64::min);
            if lowest <= 0.0 && matches!(kind, Kind::Bars(Scale::Log) | Kind::Range(Scale::Log)) {
                report.at(place(id), format!("\"{id}\" reaches 0, which a log scale does not: use the linear one"));
            }
            if lowest < 0.0 && matches!(kind, Kind::Share(_)) {
                report.at(
                    place(id),
                    format!(
                        "\"{id}\" is below 0, which no part of a whole is: draw it in a chart of the kind \"bars\""
                    ),
                );
            }
            if *derived && kind == Kind::Matrix {
                report.at(
                    place(id),
                    format!("\"{id}\" is computed, so no article reports it: a matrix shows reported figures"),
                );
            }
        }
        if let Kind::Share(share) = kind {
            self.check_share(share, figures, report);
        }
    }

    fn check_share(&self, share: Share, figures: &[(&str, &Value, &Unit, bool)], report: &mut Report<'_>) {
        if figures.len() < self.figures.len() {
            return;
        }
        let (part, whole) = match figures {
            [(_, part, Unit::Percent, _)] => (part.size(), 100.0),
            [(_, part, Unit::Fraction, _)] => (part.size(), 1.0),
            [(_, part, ..), (_, whole, ..)] => (part.size(), whole.size()),
            _ => {
                report.at(&self.node, "a share shows one figure in percent or as a fraction, or a part and its whole: two figures of the same unit");
                return;
            }
        };
        if whole == 0.0 {
            report.at(&self.node, "the whole is 0, which has no parts: choose another");
            return;
        }
        // Of a whole that is open above, any part can be one.
        let open = matches!(figures, [_, (_, whole, ..)] if whole.ends().1.is_none());
        if part > whole && !open {
            let advice =
                if figures.len() == 1 { "draw it in a chart of the kind \"bars\"" } else { "name the part first" };
            report.at(
                &self.node,
                format!(
                    "the part ({}) is larger than the whole ({}): {advice}",
                    number::write(part),
                    number::write(whole)
                ),
            );
        }
        if let (Share::Dots(dot), Some(node)) = (share, &self.dot)
            && let all = whole.max(part)
            && (whole < dot || all / dot > MOST_DOTS)
        {
            report.at(
                node,
                format!(
                    "with {} to a dot the whole ({}) is {}: choose \"dot\" so that it is 1 to {} dots",
                    number::write(dot),
                    number::write(all),
                    if whole < dot { "less than one".into() } else { number::write((all / dot).ceil()) + " dots" },
                    number::write(MOST_DOTS),
                ),
            );
        }
    }

    /// Whether it shows the events of the whole file.
    pub(crate) fn is_whole_timeline(&self) -> bool {
        self.kind == Some(Kind::Timeline) && self.events.is_none()
    }

    pub(crate) fn check(self, all_events: &[Event]) -> Option<Chart> {
        let ids = |list: Vec<(String, Node<'_>)>| list.into_iter().map(|(id, _)| id).collect();
        let kind = self.kind?;
        let events = match (kind, self.events) {
            (Kind::Timeline, Some(events)) => ids(events),
            (Kind::Timeline, None) => all_events.iter().map(|event| event.id.clone()).collect(),
            _ => Vec::new(),
        };
        Some(Chart {
            id: self.id?.0,
            kind,
            title: self.title?,
            finding: self.finding?.0,
            figures: ids(self.figures),
            events,
        })
    }
}

/// What to do about a unit that is not the chart's: perhaps it is, and was mistyped.
fn meant(found: &Unit, wanted: &Unit) -> String {
    let known = (found.is_counted() && wanted.is_counted()).then(|| wanted.key());
    did_you_mean(found.key(), known, ": draw it in another chart")
}

fn dots(node: &Node<'_>, report: &mut Report<'_>) -> Option<f64> {
    let dot = node.number().filter(|n| n.is_finite() && *n > 0.0);
    if dot.is_none() {
        report.at(
            node,
            format!(
                "a number above 0 belongs here, but {} stands here: write how many one dot stands for",
                node.found()
            ),
        );
    }
    dot
}
