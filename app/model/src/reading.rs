//! Puts readings in place of the measures that a file names.
//!
//! A file may name a measure wherever it may name a figure: in a section, a sentence, a formula or a chart. It then means the
//! reading that is pinned, else the newest one that is current. A chart over time draws all of them.

use crate::date::Date;
use crate::figure::{RawFigure, Status};
use crate::index::Index;
use crate::json::Node;
use crate::measure::RawMeasure;
use crate::problem::Report;
use crate::raw::Raw;
use crate::rules::unknown_ids;
use crate::unit::Unit;

/// Sorts by the last day of each date: inserts each item after those of an earlier or the same day.
pub(crate) fn in_order<'d, T>(dated: impl Iterator<Item = (T, &'d Date)>) -> Vec<T> {
    let mut sorted: Vec<(i64, T)> = Vec::new();
    for (item, date) in dated {
        let place = sorted.partition_point(|(other, _)| *other <= date.last());
        sorted.insert(place, (date.last(), item));
    }
    sorted.into_iter().map(|(_, item)| item).collect()
}

/// Reports measures without a reading, and readings without what a reading needs.
pub(crate) fn check(raw: &Raw<'_>, report: &mut Report<'_>) {
    let index = Index::of(raw.measures.iter().map(RawMeasure::name));
    for figure in &raw.figures {
        let Some((_, node)) = &figure.measure else { continue };
        unknown_ids(figure.measure.as_slice(), &index, "measure", report);
        if figure.as_of.is_none() {
            report.at(node, "a reading of a measure applies to a time: add \"as_of\"");
        }
    }
    for measure in &raw.measures {
        let Some((id, node)) = &measure.id else { continue };
        let readings: Vec<&RawFigure<'_>> = readings(&raw.figures, id).collect();
        let Some(first) = readings.first() else {
            report.at(node, format!("no figure has the \"measure\" \"{id}\": name it in its readings, or remove it"));
            continue;
        };
        for other in &readings {
            if let (Some(one), Some(unit), Some((_, node))) = (&first.unit, &other.unit, &other.measure)
                && one != unit
            {
                report.at(node, in_two_units(id, one, unit));
            }
        }
        if let Some((pinned, node)) = &measure.pinned
            && !readings.iter().any(|figure| figure.name() == Some(pinned))
        {
            report.at(node, format!("\"{pinned}\" is not a reading of \"{id}\": name a figure with this \"measure\""));
        }
    }
}

fn in_two_units(measure: &str, one: &Unit, other: &Unit) -> String {
    format!(
        "the readings of \"{measure}\" are in \"{}\" and in \"{}\": write the same unit in all of them or, if they count different things, make two measures",
        one.key(),
        other.key()
    )
}

/// Puts its readings in place of each measure that the file names.
pub(crate) fn resolve(raw: &mut Raw<'_>) {
    let leading: Vec<(String, String)> =
        raw.measures.iter().filter_map(|measure| leading(measure, &raw.figures)).collect();
    if leading.is_empty() {
        return;
    }
    for chart in &mut raw.charts {
        if chart.kind.is_some_and(|kind| kind.traits().all_readings) {
            let named = std::mem::take(&mut chart.figures);
            chart.figures = named.into_iter().flat_map(|named| all(named, &leading, &raw.figures)).collect();
        }
    }
    let of = |id: &str| leading.iter().find(|(measure, _)| measure == id).map(|(_, reading)| reading.clone());
    let operands = raw.figures.iter_mut().flat_map(|figure| &mut figure.formula);
    let operands = operands.flat_map(|(formula, _)| &mut formula.operands);
    let charts = raw.charts.iter_mut().flat_map(|chart| chart.references());
    let sections = raw.sections.iter_mut().flat_map(|section| &mut section.figures);
    for (id, _) in operands.chain(charts).chain(sections) {
        if let Some(reading) = of(id) {
            *id = reading;
        }
    }
    for (prose, _) in raw.prose_mut() {
        prose.rename(&of);
    }
}

/// A measure with the id of its leading reading.
fn leading(measure: &RawMeasure<'_>, figures: &[RawFigure<'_>]) -> Option<(String, String)> {
    let id = measure.name()?;
    if let Some((pinned, _)) = &measure.pinned {
        return Some((id.to_owned(), pinned.clone()));
    }
    let current = readings(figures, id).filter(|figure| figure.status.as_ref().is_some_and(Status::applies));
    let newest = in_order(current.filter_map(|figure| Some((figure, figure.as_of.as_ref()?)))).pop()?;
    Some((id.to_owned(), newest.name()?.to_owned()))
}

fn readings<'r, 'a>(figures: &'r [RawFigure<'a>], measure: &str) -> impl Iterator<Item = &'r RawFigure<'a>> {
    figures.iter().filter(move |figure| figure.measure.as_ref().is_some_and(|(id, _)| id == measure))
}

/// All readings of a measure in place of its id; any other id stays.
fn all<'a>(
    named: (String, Node<'a>),
    leading: &[(String, String)],
    figures: &[RawFigure<'a>],
) -> Vec<(String, Node<'a>)> {
    let (id, node) = named;
    if !leading.iter().any(|(measure, _)| *measure == id) {
        return vec![(id, node)];
    }
    let dated = readings(figures, &id).filter_map(|figure| Some((figure.name()?, figure.as_of.as_ref()?)));
    in_order(dated).into_iter().map(|reading| (reading.to_owned(), node.clone())).collect()
}
