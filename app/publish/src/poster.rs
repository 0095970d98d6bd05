//! The picture that stands for a chart where a link to it is shared: its title, its picture, and who reports its figures.

use chart::Frame;
use model::{Chart, Day};
use statement::{Account, Isolated};

use crate::card::{Card, FOOT, LABEL, LAST_RULE, MARGIN, OUTLETS, ROOM, lines};

/// Below the picture.
const BELOW: f32 = 20.0;
/// Between the picture and words beside it, which begin no further right than this.
const APART: f32 = 48.0;
const SIDE: f32 = 640.0;

/// The poster of a chart as an SVG of 1200 by 630 pixels. `day` is that of the last change of what it shows.
pub(crate) fn poster(plot: &Account<'_>, chart: &Chart, day: Day) -> String {
    let title = chart.title.in_language(plot.language.tag());
    let (mut card, top) = Card::headed(title);
    let foot = foot_lines(plot, chart, day);
    let raised = OUTLETS.leading * foot.len().saturating_sub(1) as f32;
    let height = LAST_RULE - raised - BELOW - top;
    let place = format!(
        r#"class="picture" x="{MARGIN}" y="{top:.1}" width="{ROOM}" height="{height:.1}" preserveAspectRatio="xMinYMid""#
    );
    let scene = chart::scene(plot, chart, Frame::Wide);
    // Beside a tall picture, which comes out small, there is room for the point that it makes.
    let across = height * Frame::Wide.width() as f32 / scene.height.max(1) as f32;
    let words = MARGIN + across + APART;
    if words < SIDE {
        let finding = lines(&plot.sentence(&chart.finding).to_string(), MARGIN + ROOM - words, &LABEL);
        for (index, line) in finding.iter().enumerate() {
            card.line(&LABEL, (words, top + LABEL.leading * (index as f32 + 0.8)), line);
        }
    }
    card.insert(&scene.light_picture().replacen(r#"class="picture""#, &place, 1));
    card.rule(LAST_RULE - raised);
    for (index, line) in foot.iter().enumerate() {
        card.line(&OUTLETS, (MARGIN, FOOT - raised + OUTLETS.leading * index as f32), line);
    }
    card.close()
}

/// What the poster says, for who cannot see it.
pub(crate) fn description(plot: &Account<'_>, chart: &Chart, day: Day) -> String {
    let title = chart.title.in_language(plot.language.tag());
    format!("{}. {} {}.", Isolated(title), chart::description(plot, chart), foot(plot, chart, day))
}

/// As of when it is, and who reports what is drawn.
fn foot(plot: &Account<'_>, chart: &Chart, day: Day) -> String {
    format!("{} · {}", plot.updated(day), plot.outlets(&plot.articles(chart)))
}

/// That on the two lines there is room for; of more articles than that, the first.
fn foot_lines(plot: &Account<'_>, chart: &Chart, day: Day) -> Vec<String> {
    let foot = foot(plot, chart, day);
    let all = lines(&foot, ROOM, &OUTLETS);
    if all.len() <= 2 {
        return all;
    }
    // The second line ends with a sign that it is not the last.
    let shorter = lines(&foot, ROOM - OUTLETS.size * 1.5, &OUTLETS);
    let mut kept: Vec<String> = shorter.into_iter().take(2).collect();
    if let Some(last) = kept.last_mut() {
        last.push_str(" …");
    }
    kept
}

#[cfg(test)]
mod tests {
    use model::{Dashboard, Footnotes};
    use statement::Language;

    use super::*;
    use crate::picture;

    #[test]
    fn every_chart_has_a_poster_that_names_it_and_who_reports_it() {
        let text = editions::text("cambodia").unwrap();
        let dashboard = Dashboard::parse(&text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        for chart in &dashboard.charts {
            let svg = poster(&plot, chart, dashboard.updated);
            let title = chart.title.in_language("en");
            assert!(svg.contains(title.split(' ').next().unwrap()), "{}", chart.id);
            let marker = &footnotes.markers(chart.figures.iter().chain(&chart.events).next().unwrap())[0];
            assert!(svg.contains(marker.source.short_name()), "{}", chart.id);
            assert!(description(&plot, chart, dashboard.updated).contains(title));
            assert!(picture::png(&svg, 1.0).is_ok(), "{}", chart.id);
        }
    }
}
