//! A chart laid out for a frame.

use model::{Chart, Kind};
use statement::{Account, Isolated, Message, Topic};

use crate::block::SMALL;
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::kind;
use crate::lettering::{self, Weight};
use crate::role::Role;
use crate::scene::{Align, Mark, Scene, Shape, Subject};

/// The distance of lines of small print below a picture, and the space above and below it.
const LINE: i32 = 170;
const AIR: i32 = 40;

/// Lays a chart out for a frame.
pub fn scene(account: &Account<'_>, chart: &Chart, frame: Frame) -> Scene {
    let mut canvas = Canvas::new(frame.width());
    let mut height = kind::draw(account, chart, frame, &mut canvas);
    let (mut ground, mut marks, references) = canvas.finish();
    let mut description = description(account, chart);
    if let Some(words) = enlarged(account, &marks) {
        height += AIR;
        for text in lettering::lines(&words, frame.width(), SMALL, Weight::Regular) {
            height += LINE;
            ground.push(Shape::Text { at: (0, height), align: Align::Start, text, role: Role::Small });
        }
        height += AIR;
        description = format!("{description} {words}");
    }
    for mark in &mut marks {
        let Subject::Figure(id) = &mark.subject else { continue };
        let Some(figure) = account.dashboard.figure(id) else { continue };
        mark.basis = Some(statement::basis(figure));
        if !account.dashboard.applies(figure) {
            mark.shapes = mark.shapes.drain(..).map(Shape::hollow).collect();
        }
    }
    Scene {
        chart: chart.id.clone(),
        frame,
        height,
        title: account.text(&chart.title).to_owned(),
        description,
        ground,
        marks,
        references,
    }
}

/// The figures and places that are drawn larger than to scale.
fn enlarged(account: &Account<'_>, marks: &[Mark]) -> Option<String> {
    let enlarged = marks.iter().filter(|mark| mark.enlarged);
    let names = enlarged.filter_map(|mark| match &mark.subject {
        Subject::Figure(id) => Some(account.text(account.dashboard.figure(id)?.name())),
        Subject::Place(id) => account.name(id),
        Subject::Event(_) => None,
    });
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| account.say(Message::LegendEnlarged { names: &names }))
}

/// The finding and every mark, as a description for readers who cannot see the picture.
pub fn description(account: &Account<'_>, chart: &Chart) -> String {
    let mut words = vec![account.sentence(&chart.finding).to_string()];
    for figure in account.figures(chart) {
        let group = chart.groups.iter().find(|group| group.figures.first() == Some(&figure.id));
        words.extend(group.map(|group| format!("{}:", Isolated(account.text(&group.title)))));
        words.push(account.told_in(chart, figure) + ".");
        match chart.kind {
            Kind::Flow => words.push(account.went(&account.way(figure)) + "."),
            Kind::Map => {
                let around = account.localities(chart).into_iter();
                let mut around = around.filter(|locality| locality.figures.iter().any(|own| own.id == figure.id));
                words.extend(around.next().map(|locality| account.where_of(&locality) + "."));
            }
            Kind::Wording => words.push(account.worded_by(&kind::ladder(account, figure)) + "."),
            _ => {}
        }
        // The description includes facts that this kind of chart prints beside each figure.
        let facts = account.facts(figure).into_iter().filter(|fact| match fact.topic {
            Topic::AsOf => matches!(chart.kind, Kind::Spans | Kind::Sums | Kind::Series),
            Topic::Speaker => matches!(chart.kind, Kind::Sums | Kind::Series),
            _ => false,
        });
        words.extend(facts.map(|fact| fact.words + "."));
    }
    if chart.kind == Kind::Series {
        words.extend(account.courses(chart));
    }
    words.extend(account.events(chart).into_iter().map(|event| account.event(event) + "."));
    if chart.kind == Kind::Map {
        let named = account.localities(chart).into_iter();
        let named = named.filter(|locality| locality.places.len() == 1 && locality.figures.is_empty());
        words.extend(named.map(|locality| account.where_of(&locality) + "."));
        words.push(account.whereabouts());
    }
    words.join(" ")
}
