//! A chart laid out for a frame.

use model::Chart;
use statement::Account;

use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::kind;
use crate::scene::{Scene, Shape, Subject};

/// Lays a chart out for a frame.
pub fn scene(account: &Account<'_>, chart: &Chart, frame: Frame) -> Scene {
    let mut canvas = Canvas::new(frame.width());
    let height = kind::draw(account, chart, frame, &mut canvas);
    let (ground, mut marks, references) = canvas.finish();
    for mark in &mut marks {
        if matches!(&mark.subject, Subject::Figure(id) if !stands(account, id)) {
            mark.shapes = mark.shapes.drain(..).map(Shape::hollow).collect();
        }
    }
    Scene {
        chart: chart.id.clone(),
        frame,
        height,
        title: account.text(&chart.title).to_owned(),
        description: description(account, chart),
        ground,
        marks,
        references,
    }
}

/// Whether the figure of this id may still be used.
fn stands(account: &Account<'_>, id: &str) -> bool {
    account.dashboard.figure(id).is_none_or(|figure| account.dashboard.stands(figure))
}

/// The finding and every mark, for readers who cannot see the picture.
pub fn description(account: &Account<'_>, chart: &Chart) -> String {
    let mut words = vec![account.sentence(&chart.finding).to_string()];
    words.extend(account.figures(chart).into_iter().map(|figure| account.told_alone(figure) + "."));
    words.extend(account.events(chart).into_iter().map(|event| account.event(event) + "."));
    words.join(" ")
}
