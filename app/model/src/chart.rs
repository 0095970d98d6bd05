//! What is drawn: which figures or events, how, and the one point that the drawing makes.

use crate::event::Event;
use crate::id::item_id;
use crate::json::{self, Fields, Node, one_of, references};
use crate::kind::{CHART_OPTIONS, Draws, Kind, Need, Scale, Share};
use crate::number;
use crate::problem::{Report, did_you_mean};
use crate::text::{Prose, Text};
use crate::unit::Unit;
use crate::value::Value;

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
    /// The ids of the figures it draws, in order, those of all groups one after another.
    pub figures: Vec<String>,
    /// The groups of its figures; empty if they are one list.
    pub groups: Vec<Group>,
    /// The ids of the events it draws, by date.
    pub events: Vec<String>,
    /// The ids of the places it draws, in order.
    pub places: Vec<String>,
    /// The ids of the two figures that can be compared, of a kind whose others cannot.
    pub compare: Option<(String, String)>,
    /// Whether it is folded away on the page until a reader opens it.
    pub folded: bool,
}

/// Some figures of a chart that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Group {
    /// What they have in common.
    pub title: Text,
    /// Their ids, in order.
    pub figures: Vec<String>,
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
    pub(crate) places: Vec<(String, Node<'a>)>,
    groups: Vec<RawGroup<'a>>,
    compare: Option<(Vec<(String, Node<'a>)>, Node<'a>)>,
    folded: bool,
    pub(crate) kind: Option<Kind>,
    title: Option<Text>,
    dot: Option<Node<'a>>,
}

/// A group whose figures are still to be checked.
struct RawGroup<'a> {
    title: Option<Text>,
    figures: Vec<(String, Node<'a>)>,
}

/// What is known of a figure that a chart draws.
pub(crate) struct Drawn<'d> {
    pub(crate) id: &'d str,
    pub(crate) value: &'d Value,
    pub(crate) unit: &'d Unit,
    pub(crate) is_derived: bool,
    pub(crate) is_dated: bool,
}

impl<'a> RawChart<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut form = Fields::open(node, "a chart", report)?;
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
        let known = Kind::ALL.map(|kind| (kind.name(), kind));
        let named = kind_node.and_then(|node| one_of(&node, &known, "kind", report));
        let groups_node = form.get("groups");
        let compare_node = form.get("compare");
        if let Some(kind) = named {
            let options = [&scale_node, &dot, &groups_node, &compare_node];
            for (key, node) in CHART_OPTIONS.into_iter().zip(options) {
                if let Some(node) = node.as_ref().filter(|_| !kind.traits().options.contains(&key)) {
                    let kinds = Kind::list(|traits| traits.options.contains(&key));
                    report.at(node, format!("only charts of the kind {kinds} have \"{key}\": remove it"));
                }
            }
        }
        let figures_node = form.get("figures");
        let events_node = form.get("events");
        let places_node = form.get("places");
        if let Some(kind) = named {
            check_lists(kind, node, &figures_node, &groups_node, &events_node, report);
            check_places(kind, node, &places_node, report);
        }
        for node in [&figures_node, &events_node, &groups_node, &places_node].into_iter().flatten() {
            if node.list().is_some_and(|list| list.is_empty()) {
                report.at(node, "this list is empty: name what the chart draws, or remove the chart");
            }
        }
        let mut figures = references(figures_node, "\"figures\"", report);
        let groups = json::list(groups_node, "\"groups\"", report, RawGroup::read);
        figures.extend(groups.iter().flat_map(|group| group.figures.clone()));
        let events = events_node.map(|node| references(Some(node), "\"events\"", report));
        let places = references(places_node, "\"places\"", report);
        let compare = compare_node.map(|node| (references(Some(node.clone()), "\"compare\"", report), node));
        let folded = form.get("folded").and_then(|node| json::truth(&node, "folded", report)).unwrap_or_default();
        form.close(&[], report);
        let kind = named.zip(scale).zip(share).map(|((kind, scale), share)| kind.with_scale(scale).with_share(share));
        Some(Self {
            node: node.clone(),
            id,
            finding,
            figures,
            events,
            places,
            groups,
            compare,
            folded,
            kind,
            title,
            dot,
        })
    }

    /// All its references to figures, to be changed.
    pub(crate) fn references(&mut self) -> impl Iterator<Item = &mut (String, Node<'a>)> {
        let groups = self.groups.iter_mut().flat_map(|group| &mut group.figures);
        let compared = self.compare.iter_mut().flat_map(|(pair, _)| pair);
        self.figures.iter_mut().chain(groups).chain(compared)
    }

    /// Holds the figures against what this kind of chart can draw. `figures` are those that are known.
    pub(crate) fn check_kind(&self, figures: &[Drawn<'_>], report: &mut Report<'_>) {
        let Some(kind) = self.kind else { return };
        let traits = kind.traits();
        if let (true, Some((first, rest))) = (traits.one_unit, figures.split_first()) {
            rest.iter().for_each(|other| self.check_unit(first, other, "a chart has one unit", report));
        }
        for figure in figures {
            let Drawn { id, value, is_derived, is_dated, .. } = *figure;
            if let Some(reason) = traits.draws.refuse(id, value, is_derived, is_dated) {
                report.at(self.place(id), reason);
            }
            let (low, high) = value.ends();
            let lowest = low.into_iter().chain(high).fold(f64::INFINITY, f64::min);
            if lowest <= 0.0 && kind.scale() == Some(Scale::Log) {
                report
                    .at(self.place(id), format!("\"{id}\" reaches 0, which a log scale does not: use the linear one"));
            }
            if matches!(kind, Kind::Share(_)) {
                self.check_sign(figure, report);
            }
        }
        if let Kind::Share(share) = kind {
            self.check_share(share, figures, report);
        }
        self.check_pair(figures, report);
    }

    /// Where a figure is named.
    fn place(&self, id: &str) -> &Node<'a> {
        self.figures.iter().find(|(name, _)| name == id).map_or(&self.node, |(_, node)| node)
    }

    fn check_unit(&self, one: &Drawn<'_>, other: &Drawn<'_>, rule: &str, report: &mut Report<'_>) {
        if one.unit != other.unit {
            report.at(
                self.place(other.id),
                format!(
                    "\"{}\" is in \"{}\" and \"{}\" in \"{}\", but {rule}{}",
                    one.id,
                    one.unit.key(),
                    other.id,
                    other.unit.key(),
                    meant(other.unit, one.unit)
                ),
            );
        }
    }

    /// Two figures that are compared are two of the chart's, and have lengths in one unit.
    fn check_pair(&self, figures: &[Drawn<'_>], report: &mut Report<'_>) {
        let Some((pair, node)) = &self.compare else { return };
        if pair.len() != 2 {
            report.at(node, "\"compare\" names two figures of this chart: the part first, then its whole");
            return;
        }
        let mut drawn = Vec::new();
        for (id, place) in pair {
            if !self.figures.iter().any(|(name, _)| name == id) {
                report.at(place, format!("\"{id}\" is not among the figures of this chart: name it there too"));
            } else if let Some(figure) = figures.iter().find(|figure| figure.id == id) {
                if let Some(reason) = Draws::Numbers.refuse(id, figure.value, false, false) {
                    report.at(place, reason);
                }
                drawn.push(figure);
            }
        }
        if let [part, whole] = drawn.as_slice() {
            self.check_unit(part, whole, "what is compared has one unit", report);
            for figure in &drawn {
                self.check_sign(figure, report);
            }
            if part.unit == whole.unit {
                let open = whole.value.ends().1.is_none();
                self.check_sizes(part.value.size(), whole.value.size(), open, "name the part first", report);
            }
        }
    }

    /// A part of a whole and the whole are not below 0.
    fn check_sign(&self, figure: &Drawn<'_>, report: &mut Report<'_>) {
        let (low, high) = figure.value.ends();
        if low.into_iter().chain(high).any(|end| end < 0.0) {
            report.at(
                self.place(figure.id),
                format!(
                    "\"{}\" is below 0, which no part of a whole is: draw it in a chart of the kind \"bars\"",
                    figure.id
                ),
            );
        }
    }

    /// Whether a whole can have a part of this size; of one that is open above, any part can be one.
    fn check_sizes(&self, part: f64, whole: f64, open: bool, advice: &str, report: &mut Report<'_>) -> bool {
        if whole == 0.0 {
            report.at(&self.node, "the whole is 0, which has no parts: choose another");
            return false;
        }
        if part > whole && !open {
            report.at(
                &self.node,
                format!(
                    "the part ({}) is larger than the whole ({}): {advice}",
                    number::write(part),
                    number::write(whole)
                ),
            );
        }
        true
    }

    fn check_share(&self, share: Share, figures: &[Drawn<'_>], report: &mut Report<'_>) {
        if figures.len() < self.figures.len() {
            return;
        }
        let (part, whole) = match figures {
            [Drawn { value, unit: Unit::Percent, .. }] => (value.size(), 100.0),
            [Drawn { value, unit: Unit::Fraction, .. }] => (value.size(), 1.0),
            [part, whole] => (part.value.size(), whole.value.size()),
            _ => {
                report.at(&self.node, "a share shows one figure in percent or as a fraction, or a part and its whole: two figures of the same unit");
                return;
            }
        };
        let open = matches!(figures, [_, whole] if whole.value.ends().1.is_none());
        let advice = if figures.len() == 1 { "draw it in a chart of the kind \"bars\"" } else { "name the part first" };
        if !self.check_sizes(part, whole, open, advice, report) {
            return;
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
    pub(crate) fn shows_all_events(&self) -> bool {
        self.kind.is_some_and(|kind| matches!(kind.traits().events, Need::Required | Need::Optional))
            && self.events.is_none()
    }

    pub(crate) fn check(self, all_events: &[Event]) -> Option<Chart> {
        let ids = |list: Vec<(String, Node<'_>)>| list.into_iter().map(|(id, _)| id).collect();
        let all = self.shows_all_events().then(|| all_events.iter().map(|event| event.id.clone()).collect());
        let mut groups = Vec::new();
        for group in self.groups {
            groups.push(Group { title: group.title?, figures: ids(group.figures) });
        }
        let compare = self.compare.map(|(pair, _)| pair.into_iter().map(|(id, _)| id).collect::<Vec<_>>());
        Some(Chart {
            id: self.id?.0,
            kind: self.kind?,
            title: self.title?,
            finding: self.finding?.0,
            figures: ids(self.figures),
            groups,
            events: all.or(self.events.map(ids)).unwrap_or_default(),
            places: ids(self.places),
            compare: compare.and_then(|pair| <[String; 2]>::try_from(pair).ok()).map(|[part, whole]| (part, whole)),
            folded: self.folded,
        })
    }
}

impl<'a> RawGroup<'a> {
    fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut form = Fields::open(node, "a group of figures", report)?;
        let title = form.need("title", report).and_then(|node| Text::read(&node, report));
        let figures = form.need("figures", report);
        if let Some(node) = figures.as_ref().filter(|node| node.list().is_some_and(|list| list.is_empty())) {
            report.at(node, "this list is empty: name the figures of the group, or remove the group");
        }
        let figures = references(figures, "\"figures\"", report);
        form.close(&[], report);
        Some(Self { title, figures })
    }
}

/// A chart has the lists that its kind draws, and no others.
fn check_lists(
    kind: Kind,
    chart: &Node<'_>,
    figures: &Option<Node<'_>>,
    groups: &Option<Node<'_>>,
    events: &Option<Node<'_>>,
    report: &mut Report<'_>,
) {
    let traits = kind.traits();
    match (traits.figures, figures, groups) {
        (Need::Never, Some(node), _) => report.at(
            node,
            format!(
                "a {} shows events, not figures: replace \"figures\" by \"events\", or remove it to show all events",
                traits.name
            ),
        ),
        (Need::Required, None, None) => {
            report.at(chart, "the key \"figures\" is missing: name the figures that this chart draws");
        }
        (_, Some(_), Some(node)) => {
            report.at(node, "the figures of a chart are in one list or in groups: remove \"figures\" or \"groups\"");
        }
        _ => {}
    }
    if let (Need::Never, Some(node)) = (traits.events, events) {
        let kinds = Kind::list(|traits| traits.events != Need::Never);
        report.at(node, format!("only charts of the kind {kinds} show events: remove \"events\", or change \"kind\""));
    }
}

/// Only a map has places, and it has some.
fn check_places(kind: Kind, chart: &Node<'_>, places: &Option<Node<'_>>, report: &mut Report<'_>) {
    match (kind.traits().places, places) {
        (Need::Never, Some(node)) => {
            let kinds = Kind::list(|traits| traits.places != Need::Never);
            report.at(node, format!("only charts of the kind {kinds} show places: remove \"places\""));
        }
        (Need::Required, None) => {
            report.at(chart, "the key \"places\" is missing: name the places that this chart draws");
        }
        _ => {}
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
            format!("a number above 0 belongs here, but this is {}: write the number of one dot", node.found()),
        );
    }
    dot
}
