//! A test of all charts at once: no words stand on other words or leave their picture, whatever the data.

use model::{Dashboard, Footnotes};
use statement::{Account, Language};

use crate::block::{SIZE, SMALL};
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::plot::scene;
use crate::role::Role;
use crate::scene::{Align, Scene, Shape};

/// Words with the box that they take: left, top, right, bottom.
type Words = (String, [i32; 4]);

fn words(scene: &Scene) -> Vec<Words> {
    let shapes = scene.ground.iter().chain(scene.marks.iter().flat_map(|mark| &mark.shapes));
    let texts = shapes.filter_map(|shape| {
        let Shape::Text { at: (x, y), align, text, role } = shape else { return None };
        let (size, weight) = match role {
            Role::Value => (SIZE, Weight::Bold),
            Role::Small => (SMALL, Weight::Regular),
            _ => (SIZE, Weight::Regular),
        };
        let width = lettering::width(text, size, weight);
        let left = match align {
            Align::Start => *x,
            Align::Middle => x - width / 2,
            Align::End => x - width,
        };
        Some((text.clone(), [left, y - size * 7 / 10, left + width, y + size / 5]))
    });
    let numbers = scene.references.iter().map(|reference| {
        let (x, y) = reference.at;
        (format!("[{}]", reference.number), [x - 60, y - 50, x + 60, y + 50])
    });
    texts.chain(numbers).collect()
}

#[test]
fn no_words_stand_on_others_or_leave_their_picture() {
    let mut found: Vec<String> = Vec::new();
    let kept = editions::ALL.map(|name| editions::text(name).unwrap());
    for text in kept.into_iter().chain([editions::generated(300)]) {
        let dashboard = Dashboard::parse(&text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        for chart in &dashboard.charts {
            for frame in Frame::ALL {
                let scene = scene(&plot, chart, frame);
                let name = format!("{} {} {}", dashboard.id, chart.id, frame.name());
                let words = words(&scene);
                for (index, (text, [left, top, right, bottom])) in words.iter().enumerate() {
                    let inside =
                        *left >= -10 && *top >= -10 && *right <= frame.width() + 10 && *bottom <= scene.height + 10;
                    if !inside {
                        found.push(format!("{name}: “{text}” leaves its picture ({left}, {top} to {right}, {bottom})"));
                    }
                    for (other, [l, t, r, b]) in words.iter().skip(index + 1) {
                        let (across, down) = (right.min(r) - left.max(l), bottom.min(b) - top.max(t));
                        if across > 10 && down > 10 {
                            found.push(format!("{name}: “{text}” and “{other}” overlap by {across}, {down}"));
                        }
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
