//! A chart laid out for a frame.

use model::Chart;
use statement::Account;

use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::kind;
use crate::scene::Scene;

/// Lays a chart out for a frame.
pub fn scene(account: &Account<'_>, chart: &Chart, frame: Frame) -> Scene {
    let mut canvas = Canvas::new(frame.width());
    let height = kind::draw(account, chart, frame, &mut canvas);
    let (ground, marks, references) = canvas.finish();
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

/// The finding and every mark, for readers who cannot see the picture.
pub fn description(account: &Account<'_>, chart: &Chart) -> String {
    let mut words = vec![account.sentence(&chart.finding).to_string()];
    words.extend(account.figures(chart).into_iter().map(|figure| account.told(figure) + "."));
    words.extend(account.events(chart).into_iter().map(|event| account.event(event) + "."));
    words.join(" ")
}
