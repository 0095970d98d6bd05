//! A flow in a narrow frame: the figures of each article as a row of glyphs, first its own and then those that it repeats.

use model::Chart;
use statement::{Account, Message};

use super::columns::{Columns, Node, gathered};
use super::label::Label;
use crate::basis;
use crate::block::{LEADING, SIZE};
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::role::Role;
use crate::scene::{Align, Subject};

/// The room for a figure, which is large enough for a finger.
const CELL: i32 = 240;
/// The size of its glyph, and of the sign of a repeated figure.
const GLYPH: i32 = 140;
/// The gap between two articles.
const BETWEEN: i32 = 160;
/// More articles than this are merged.
const MOST: usize = 30;

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    let columns = Columns::of(plot, chart, usize::MAX);
    let mut y = 0;
    for node in articles(&columns) {
        let own = figures(&columns.reports, &node);
        let repeated: Vec<usize> = figures(&columns.repeats, &node);
        let reports = Node { members: node.members.clone(), figures: own.clone() };
        let message = Message::ReportsFigures { figures: own.len(), alone: columns.alone(&reports) };
        let words = if own.is_empty() { String::new() } else { plot.say(message) };
        let label = Label::of(plot, &columns, &node, &words, frame.width());
        let below = y + label.height();
        label.draw(canvas, (0, y));
        y = below;
        y = cells(plot, &columns, &own, y, canvas, false);
        if !repeated.is_empty() {
            let words = repeats(plot, &columns, &node, &repeated);
            for line in lettering::lines(&words, frame.width(), SIZE, Weight::Regular) {
                canvas.text((0, y + SIZE), Align::Start, line, Role::Label);
                y += LEADING;
            }
            y = cells(plot, &columns, &repeated, y + 60, canvas, true);
        }
        y += BETWEEN;
    }
    y - BETWEEN + 40
}

/// The articles with their figures, those with most of their own first.
fn articles(columns: &Columns<'_>) -> Vec<Node> {
    let node = |member: usize| {
        let alone = Node { members: vec![member], figures: Vec::new() };
        let mut all = figures(&columns.reports, &alone);
        let own = all.len();
        all.extend(figures(&columns.repeats, &alone));
        (own, Node { figures: all, ..alone })
    };
    let mut sorted: Vec<(usize, Node)> = Vec::new();
    for (own, node) in (0..columns.articles.len()).map(node) {
        let place = sorted.partition_point(|(other, _)| *other >= own);
        sorted.insert(place, (own, node));
    }
    gathered(sorted.into_iter().map(|(_, node)| node).collect(), MOST)
}

/// The figures that some articles have in a column, each once.
fn figures(column: &[Node], node: &Node) -> Vec<usize> {
    let mut figures = Vec::new();
    for other in column.iter().filter(|other| other.members.iter().any(|member| node.members.contains(member))) {
        for figure in &other.figures {
            if !figures.contains(figure) {
                figures.push(*figure);
            }
        }
    }
    figures
}

/// The articles that an article repeats, and the number of figures from each.
fn repeats(plot: &Account<'_>, columns: &Columns<'_>, node: &Node, repeated: &[usize]) -> String {
    let mut origins = Vec::new();
    for (source, from) in repeated.iter().filter_map(|figure| columns.ways.get(*figure)).flat_map(|way| &way.repeats) {
        let is_own = node.members.iter().any(|member| columns.articles.get(*member) == Some(source));
        for origin in from.iter().filter(|_| is_own) {
            if !origins.contains(origin) {
                origins.push(*origin);
            }
        }
    }
    let (mut all, mut outlet) = (0, String::new());
    if let [origin] = origins.as_slice() {
        outlet = plot.brief(origin);
        let reports = columns.ways.iter().filter(|way| way.origins.contains(origin));
        all = reports.count();
    }
    plot.say(Message::RepeatsFigures { figures: repeated.len(), all, outlet: &outlet })
}

/// A row of figures, wrapped if it is full; returns its end.
fn cells(
    plot: &Account<'_>,
    columns: &Columns<'_>,
    figures: &[usize],
    y: i32,
    canvas: &mut Canvas,
    is_repeated: bool,
) -> i32 {
    let per_row = (Frame::Narrow.width() / CELL).max(1) as usize;
    for (place, way) in figures.iter().filter_map(|figure| columns.ways.get(*figure)).enumerate() {
        let (x, y) = (CELL * (place % per_row) as i32, y + CELL * (place / per_row) as i32);
        canvas.open(Subject::Figure(way.figure.id.clone()));
        let (end, basis) = ((x + GLYPH, y + GLYPH), statement::basis(way.figure));
        if is_repeated {
            canvas.fill((x + 20, y + 20), (end.0 - 20, end.1 - 20), Role::Given);
        } else if plot.dashboard.applies(way.figure) {
            basis::draw_in(canvas, (x, y), basis, GLYPH);
        } else {
            // The glyph shows the basis, and the hollow field around it that the figure is superseded or withdrawn.
            canvas.outline((x + 10, y + 10), (end.0 - 10, end.1 - 10), Role::Solid);
            basis::draw_in(canvas, (x + 40, y + 40), basis, GLYPH - 80);
        }
        if way.is_alone() {
            canvas.disc((x + GLYPH / 2, end.1 + 45), 32, Role::Alone);
        }
        canvas.close();
    }
    y + CELL * figures.len().div_ceil(per_row) as i32
}
