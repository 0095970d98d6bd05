//! The Open Graph image of the page: its title, its leading figures, and the outlets that report them.

use std::fmt::Write as _;

use chart::theme;
use model::{Dashboard, Day, Figure, Source};
use statement::{Account, Isolated, Topic, isolated};
use typeface::Face;

use crate::lines::Words;

/// The size of previews, in pixels (the Open Graph protocol gives none; this is what social networks advise).
const SIZE: (f32, f32) = (1200.0, 630.0);
/// The margins: previews round corners and cut edges.
const MARGIN: f32 = 64.0;
/// The width between the margins.
const ROOM: f32 = SIZE.0 - 2.0 * MARGIN;
/// The top of the title, and its distance from the figures.
const HEAD: f32 = 56.0;
const BELOW_HEAD: f32 = 20.0;
/// The base line of the foot, and the rule above it.
const FOOT: f32 = SIZE.1 - 48.0;
const LAST_RULE: f32 = FOOT - 42.0;
/// The left end of a figure's words, beside its number.
const WORDS: f32 = 440.0;
/// The gap between a number and its words.
const GUTTER: f32 = 32.0;
/// The size of the glyph of a basis, and the room for it.
const GLYPH: f32 = 18.0;
const GLYPH_ROOM: f32 = 28.0;
/// The space above and below the words of a figure.
const PADDING: f32 = 12.0;
/// The maximum of figures that are legible in a small preview.
const MOST: usize = 3;

/// A text in one face and size.
struct Type {
    face: Face,
    size: f32,
    leading: f32,
    colour: &'static str,
}

const NUMBER: Type = Type { face: Face::SerifBold, size: 60.0, leading: 58.0, colour: "ink" };
const QUALIFIER: Type = Type { face: Face::SansBold, size: 26.0, leading: 34.0, colour: "ink" };
const LABEL: Type = Type { face: Face::Sans, size: 28.0, leading: 34.0, colour: "ink" };
const OUTLETS: Type = Type { face: Face::Sans, size: 22.0, leading: 30.0, colour: "quiet" };

/// The card as an SVG of 1200 by 630 pixels, lettered with the project's own fonts. `day` is the day of the last change of
/// its content.
pub(crate) fn card(plot: &Account<'_>, day: Day) -> String {
    let title = plot.title();
    let (mut card, mut top) = Card::headed(title);
    let rows = rows(plot, top);
    let taken: f32 = rows.iter().map(|(_, row)| row.height()).sum();
    let spare = ((LAST_RULE - top - taken) / rows.len().max(1) as f32).clamp(0.0, 2.0 * PADDING);
    for (_, row) in &rows {
        card.rule(top);
        row.draw(&mut card, top + PADDING + spare / 2.0);
        top += row.height() + spare;
    }
    card.rule(LAST_RULE);
    card.line(&OUTLETS, (MARGIN, FOOT), &plot.updated(day));
    card.close()
}

/// The text alternative of the card.
pub(crate) fn description(plot: &Account<'_>) -> String {
    let title = plot.title();
    let (kind, lines) = heading(title);
    let top = HEAD + kind.leading * lines.len() as f32 + BELOW_HEAD;
    // The status of a figure is before its outlets.
    let told = |(figure, _): (&Figure, Row)| {
        let (phrase, _) = plot.stated(figure).into_parts();
        format!(" {phrase} {} ({}).", Isolated(plot.text(&figure.label)), outlets(plot, figure))
    };
    format!("{}.", Isolated(title)) + &rows(plot, top).into_iter().map(told).collect::<String>()
}

/// The figures for the card: the first current ones of the first section.
pub(crate) fn leading(dashboard: &Dashboard) -> impl Iterator<Item = &Figure> {
    dashboard.leading().filter(|figure| dashboard.applies(figure)).take(MOST)
}

/// The leading figures, as many as fit into a height.
fn rows<'p>(plot: &Account<'p>, top: f32) -> Vec<(&'p Figure, Row)> {
    let mut bottom = top;
    leading(plot.dashboard)
        .map(|figure| (figure, Row::new(plot, figure)))
        .take_while(|(_, row)| {
            bottom += row.height();
            bottom <= LAST_RULE
        })
        .collect()
}

/// The outlets that report a figure, its status and its basis.
fn outlets(plot: &Account<'_>, figure: &Figure) -> String {
    let articles: Vec<&Source> = plot.footnotes.markers(&figure.id).iter().map(|marker| marker.source).collect();
    let mut words = plot.outlets(&articles);
    let facts = plot.facts(figure).into_iter().rev();
    for fact in facts.filter(|fact| matches!(fact.topic, Topic::Computed | Topic::Standing | Topic::Basis(_))) {
        words = format!("{} · {words}", fact.words);
    }
    words
}

/// A title in the largest type in which it fits on one line, or else on two or three of similar length.
fn heading(title: &str) -> (Type, Vec<String>) {
    let title = isolated(title);
    let words = Words::of(&title, Face::SerifBold);
    let sizes = [(64, 50, 1), (60, 40, 2), (40, 30, 3)];
    let fits = sizes.into_iter().find_map(|(largest, smallest, most)| {
        let mut sizes = (smallest..=largest).rev().step_by(2).map(|size: u16| f32::from(size));
        sizes.find(|size| words.lines(ROOM, *size).len() <= most)
    });
    let size = fits.unwrap_or(24.0);
    let count = words.lines(ROOM, size).len();
    let mut room = ROOM;
    while room > ROOM / 2.0 && words.lines(room - 20.0, size).len() == count {
        room -= 20.0;
    }
    let kind = Type { face: Face::SerifBold, size, leading: size * 1.125, colour: "ink" };
    (kind, words.lines(room, size))
}

/// A figure: its number on the left, its label and outlets on the right.
struct Row {
    basis: &'static str,
    qualifier: Vec<String>,
    quantity: Vec<String>,
    number: Type,
    label: Vec<String>,
    outlets: Vec<String>,
}

impl Row {
    fn new(plot: &Account<'_>, figure: &Figure) -> Self {
        // The status of the figure is before its outlets.
        let (phrase, _) = plot.stated(figure).into_parts();
        let (qualifier, quantity, unit) = phrase.into_parts();
        // The unit begins the phrase that the label continues.
        let label = format!("{unit} {}", Isolated(plot.text(&figure.label)));
        let (left, right) = (WORDS - MARGIN - GUTTER, SIZE.0 - MARGIN - WORDS);
        let mut size = NUMBER.size;
        while size > LABEL.size && typeface::width(&quantity, NUMBER.face, size) > left {
            size -= 2.0;
        }
        let basis = statement::basis(figure);
        // A basis without a colour of its own is in ink.
        let colour = theme::BASES.into_iter().find(|hue| *hue == basis).unwrap_or("ink");
        Self {
            basis,
            qualifier: lines(&qualifier, left, &QUALIFIER),
            quantity: lines(&quantity, left, &Type { size, ..NUMBER }),
            number: Type { size, colour, ..NUMBER },
            label: lines(label.trim(), right, &LABEL),
            outlets: lines(&outlets(plot, figure), right - GLYPH_ROOM, &OUTLETS),
        }
    }

    fn height(&self) -> f32 {
        let tall = |parts: [(&Type, &Vec<String>); 2]| -> f32 {
            parts.into_iter().map(|(kind, lines)| kind.leading * lines.len() as f32).sum()
        };
        let number = tall([(&QUALIFIER, &self.qualifier), (&self.number, &self.quantity)]);
        number.max(tall([(&LABEL, &self.label), (&OUTLETS, &self.outlets)])) + 2.0 * PADDING
    }

    fn draw(&self, card: &mut Card, top: f32) {
        for (x, parts) in [
            (MARGIN, [(&QUALIFIER, &self.qualifier), (&self.number, &self.quantity)]),
            (WORDS, [(&LABEL, &self.label), (&OUTLETS, &self.outlets)]),
        ] {
            let mut top = top;
            for (kind, lines) in parts {
                let behind_glyph = std::ptr::eq(lines, &self.outlets);
                if behind_glyph {
                    card.glyph(self.basis, (x, top + kind.leading * 0.78 - GLYPH));
                }
                for line in lines {
                    let x = if behind_glyph { x + GLYPH_ROOM } else { x };
                    card.line(kind, (x, top + kind.leading * 0.78), line);
                    top += kind.leading;
                }
            }
        }
    }
}

/// The lines of a text. A word that is too long for one is broken.
fn lines(text: &str, room: f32, kind: &Type) -> Vec<String> {
    Words::of(text, kind.face).lines(room, kind.size)
}

/// The SVG as it is written.
struct Card {
    svg: String,
}

impl Card {
    /// A card with its title, and the place below it.
    fn headed(title: &str) -> (Self, f32) {
        let mut card = Self::open(title);
        let (kind, lines) = heading(title);
        let mut top = HEAD;
        for line in &lines {
            card.line(&kind, (MARGIN, top + kind.size * 0.8), line);
            top += kind.leading;
        }
        (card, top + BELOW_HEAD)
    }

    fn open(title: &str) -> Self {
        let (width, height) = SIZE;
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"><title>{}</title>"#,
            escaped(title)
        );
        let _ = write!(svg, r#"<rect width="{width}" height="{height}" fill="{}"/>"#, colour("paper"));
        let _ = write!(svg, r#"<rect width="{width}" height="16" fill="{}"/>"#, colour("ink"));
        Self { svg }
    }

    fn rule(&mut self, y: f32) {
        let (from, to) = (MARGIN, SIZE.0 - MARGIN);
        let _ = write!(self.svg, r#"<path d="M{from} {y}H{to}" stroke="{}" stroke-width="2"/>"#, colour("line"));
    }

    fn line(&mut self, kind: &Type, (x, y): (f32, f32), text: &str) {
        let (family, weight) = (kind.face.family(), kind.face.weight());
        let _ = write!(
            self.svg,
            r#"<text x="{x:.1}" y="{y:.1}" font-family="{family}" font-weight="{weight}" font-size="{}" fill="{}">{}</text>"#,
            kind.size,
            colour(kind.colour),
            escaped(text)
        );
    }

    /// The glyph of a basis.
    fn glyph(&mut self, basis: &str, (x, y): (f32, f32)) {
        let (scale, glyph) = (GLYPH / 10.0, chart::light_glyph(basis));
        let _ = write!(self.svg, r#"<g transform="translate({x:.1} {y:.1}) scale({scale:.2})">{glyph}</g>"#);
    }

    fn close(self) -> String {
        self.svg + "</svg>\n"
    }
}

/// A light colour of the page.
fn colour(name: &str) -> &'static str {
    theme::COLOURS.iter().find(|colour| colour.name == name).map_or("#000000", |colour| colour.light)
}

/// Escapes a text, and leaves out what XML cannot hold.
fn escaped(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    kept.collect::<String>().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use model::{Dashboard, Footnotes};
    use statement::Language;

    use super::*;
    use crate::drawing;

    fn of(text: &str, check: impl Fn(&Account<'_>)) {
        let dashboard = Dashboard::parse(text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        check(&Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None });
    }

    fn real() -> String {
        editions::text("cambodia").unwrap()
    }

    /// A dashboard of this title, whose first section has these figures.
    fn titled(title: &str, figures: &[&str]) -> String {
        let list: Vec<String> = figures
            .iter()
            .enumerate()
            .map(|(index, rest)| {
                format!(r#"{{"id":"f{index}","unit":"people",{rest},"citations":[{{"source":"s","quote":"q"}}]}}"#)
            })
            .collect();
        let ids: Vec<String> = (0..figures.len()).map(|index| format!(r#""f{index}""#)).collect();
        format!(
            r#"{{"schema_version":1,"id":"d","title":{{"en":"{title}"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
            "sources":[{{"id":"s","type":"article","container-title":"The Daily <&> “News”"}}],
            "figures":[{}],"charts":[{{"id":"c","kind":"bars","title":{{"en":"C"}},"finding":{{"en":"F"}},"figures":["f0"]}}],
            "sections":[{{"id":"x","title":{{"en":"X"}},"figures":[{}],"charts":["c"]}}]}}"#,
            list.join(","),
            ids.join(",")
        )
    }

    /// The lines of a card: left, base line, face, size and words.
    fn drawn(svg: &str) -> Vec<(f32, f32, Face, f32, String)> {
        let document = resvg::usvg::roxmltree::Document::parse(svg).unwrap();
        let line = |node: resvg::usvg::roxmltree::Node<'_, '_>| {
            let number = |name: &str| node.attribute(name).unwrap().parse::<f32>().unwrap();
            let face = match (node.attribute("font-family"), node.attribute("font-weight")) {
                (Some("Liberation Serif"), _) => Face::SerifBold,
                (_, Some("700")) => Face::SansBold,
                _ => Face::Sans,
            };
            (number("x"), number("y"), face, number("font-size"), node.text().unwrap_or_default().to_owned())
        };
        document.descendants().filter(|node| node.has_tag_name("text")).map(line).collect()
    }

    fn stands_well(svg: &str) {
        let lines = drawn(svg);
        for (x, y, face, size, words) in &lines {
            let right = x + typeface::width(words, *face, *size);
            assert!(*x >= MARGIN && right <= SIZE.0 - MARGIN + 1.0, "{words} ends at {right}");
            assert!(*y - size >= 0.0 && *y <= FOOT, "{words} is at {y}");
        }
        for (index, one) in lines.iter().enumerate() {
            for other in lines.iter().skip(index + 1) {
                let apart = one.0 + typeface::width(&one.4, one.2, one.3) <= other.0
                    || other.0 + typeface::width(&other.4, other.2, other.3) <= one.0;
                assert!(
                    apart || (one.1 - other.1).abs() >= other.3.min(one.3) * 0.9,
                    "{} runs into {}",
                    one.4,
                    other.4
                );
            }
        }
    }

    #[test]
    fn the_card_names_the_page_its_first_figures_and_who_reports_them() {
        of(&real(), |plot| {
            let (dashboard, tag) = (plot.dashboard, plot.language.tag());
            let svg = card(plot, plot.dashboard.updated);
            stands_well(&svg);
            let said: String = drawn(&svg).into_iter().map(|line| line.4 + " ").collect();
            assert!(said.contains(dashboard.title.in_language(tag)));
            let first = dashboard.figure(&dashboard.sections[0].figures[0]).unwrap();
            let phrase = plot.bare(&first.value, &first.unit);
            let (qualifier, quantity, unit) = phrase.into_parts();
            for part in [&qualifier, &quantity, &unit, first.label.in_language(tag)] {
                assert!(said.contains(part), "{part} is not in {said}");
            }
            for marker in plot.footnotes.markers(&first.id) {
                assert!(said.contains(marker.source.short_name()));
            }
            assert!(said.contains("one origin"), "articles that repeat one another are not several witnesses");
            assert!(description(plot).contains(&plot.stated(first).to_string()));
        });
    }

    #[test]
    fn a_long_title_and_long_labels_stay_on_the_card() {
        let words = "The number of people who were, by one count or another, said to be there ".repeat(4);
        let figure = format!(r#""label":{{"en":"{words}"}},"value":{{"more_than":123456789012}}"#);
        let endless = format!("{}{}", words, "a".repeat(200));
        for title in ["T", words.trim(), &endless] {
            of(&titled(title, &[&figure, &figure, &figure]), |plot| {
                stands_well(&card(plot, plot.dashboard.updated));
                assert!(drawing::png(&card(plot, plot.dashboard.updated), 1.0).is_ok());
            });
        }
    }

    #[test]
    fn what_was_withdrawn_is_not_put_on_the_card_and_what_is_disputed_says_so() {
        let figures = [
            r#""label":{"en":"once there"},"value":{"exactly":7},"status":"withdrawn""#,
            r#""label":{"en":"said to be there"},"value":{"magnitude":"thousands"},"status":"disputed""#,
        ];
        of(&titled("T", &figures), |plot| {
            let said: Vec<String> = drawn(&card(plot, plot.dashboard.updated)).into_iter().map(|line| line.4).collect();
            assert!(!said.iter().any(|line| line.contains("once there")));
            assert!(
                said.contains(&"thousands".into()) && said.contains(&"of people said to be there".into()),
                "{said:?}"
            );
            assert!(said.contains(&"Disputed · The Daily <&> “News”".into()), "{said:?}");
        });
    }

    #[test]
    fn a_page_that_leads_with_no_figures_has_a_card_all_the_same() {
        let text = titled("T", &[r#""label":{"en":"L"},"value":{"exactly":7}"#]);
        let text = text.replace(r#""figures":["f0"],"charts":["c"]}]"#, r#""charts":["c"]}]"#);
        of(&text, |plot| {
            assert_eq!(description(plot), "T.");
            assert!(drawing::png(&card(plot, plot.dashboard.updated), 1.0).is_ok());
        });
    }
}
