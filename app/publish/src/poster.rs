//! The picture that stands for a chart where a link to it is shared: its title, its picture, and who reports its figures.

use chart::{Frame, Plot, Theme};
use locale::Message;
use model::{Chart, Date};

use crate::card::{BELOW_HEAD, Card, FOOT, HEAD, LAST_RULE, MARGIN, OUTLETS, ROOM, heading, lines};
use crate::outlets;

/// Below the picture.
const BELOW: f32 = 20.0;

/// The poster of a chart as an SVG of 1200 by 630 pixels.
pub(crate) fn poster(plot: &Plot<'_>, chart: &Chart) -> String {
    let title = chart.title.in_language(plot.language.tag());
    let mut card = Card::open(title);
    let (kind, words) = heading(title);
    let mut top = HEAD;
    for line in &words {
        card.line(&kind, (MARGIN, top + kind.size * 0.8), line);
        top += kind.leading;
    }
    top += BELOW_HEAD;
    let height = LAST_RULE - BELOW - top;
    let place = format!(
        r#"class="picture" x="{MARGIN}" y="{top:.1}" width="{ROOM}" height="{height:.1}" preserveAspectRatio="xMidYMid""#
    );
    let picture = plot.scene(chart, Frame::Wide).picture().replacen(r#"class="picture""#, &place, 1);
    card.insert(&format!(r#"<g class="sheet"><style>{}</style>{picture}</g>"#, Theme::Light.style()));
    card.rule(LAST_RULE);
    // One line: as of when it is, and as many articles as it has room for.
    let foot = foot(plot, chart);
    let all = lines(&foot, ROOM, &OUTLETS);
    let line = match all.as_slice() {
        [_, _, ..] => lines(&foot, ROOM - OUTLETS.size * 1.5, &OUTLETS).first().map(|line| format!("{line} …")),
        _ => all.first().cloned(),
    };
    card.line(&OUTLETS, (MARGIN, FOOT), &line.unwrap_or_default());
    card.close()
}

/// What the poster says, for who cannot see it.
pub(crate) fn description(plot: &Plot<'_>, chart: &Chart) -> String {
    let title = chart.title.in_language(plot.language.tag());
    format!("{title}. {} {}.", plot.scene(chart, Frame::Wide).description, foot(plot, chart))
}

/// As of when it is, and who reports what is drawn.
fn foot(plot: &Plot<'_>, chart: &Chart) -> String {
    let date = plot.language.date(&Date::Day(plot.dashboard.updated));
    let updated = plot.language.say(Message::Updated { date: &date });
    format!("{updated} · {}", outlets::line(plot, &outlets::of_chart(plot, chart)))
}

#[cfg(test)]
mod tests {
    use locale::Language;
    use model::{Dashboard, Footnotes};

    use super::*;
    use crate::picture;

    #[test]
    fn every_chart_has_a_poster_that_names_it_and_who_reports_it() {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/dashboard.json")).unwrap();
        let dashboard = Dashboard::parse(&text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Plot { dashboard: &dashboard, footnotes: &footnotes, language: Language::English };
        for chart in &dashboard.charts {
            let svg = poster(&plot, chart);
            let title = chart.title.in_language("en");
            assert!(svg.contains(title.split(' ').next().unwrap()), "{}", chart.id);
            let marker = &footnotes.markers(chart.figures.iter().chain(&chart.events).next().unwrap())[0];
            assert!(svg.contains(marker.source.short_name()), "{}", chart.id);
            assert!(description(&plot, chart).contains(title));
            assert!(picture::png(&svg, 1.0).is_ok(), "{}", chart.id);
        }
    }
}
