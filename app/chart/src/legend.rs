//! What the forms in a chart mean: a small sample and a few words for each form that the chart uses.

use model::{Bounds, Certainty, Chart, Figure, Kind, Scale, Share, Value};
use statement::{Account, Language, Message};

use crate::axis::Axis;
use crate::basis;
use crate::canvas::Canvas;
use crate::dots::{self, Grid};
use crate::extent::{self, Form};
use crate::frame::Frame;
use crate::role::Role;
use crate::scene::Shape;
use crate::svg;

/// A form and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sample {
    /// A small picture, decorative: the words say it all. Empty where words are enough.
    pub picture: String,
    /// What it means.
    pub words: String,
    /// From where to where it reaches in its picture.
    pub(crate) sides: (i32, i32),
}

/// The size of a picture, and where in it a mark stands.
const WIDTH: i32 = 600;
const HEIGHT: i32 = 160;
const MARK: (i32, i32) = (220, 380);

/// The samples of a chart that stands alone, in a fixed order: its forms, and who stands behind its numbers.
pub fn legend(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let mut samples = of_chart(plot, chart);
    samples.extend(bases_of(plot, plot.figures(chart)));
    samples
}

/// Who stands behind the numbers of all figures, each basis once.
pub fn bases(plot: &Account<'_>) -> Vec<Sample> {
    bases_of(plot, &plot.dashboard.figures)
}

/// Who stands behind the numbers of these figures.
pub(crate) fn bases_of<'f>(plot: &Account<'_>, figures: impl IntoIterator<Item = &'f Figure>) -> Vec<Sample> {
    let found: Vec<&str> = figures.into_iter().map(statement::basis).collect();
    let sample = |basis: &str| {
        let mut canvas = Canvas::new(Frame::Narrow.width());
        basis::draw(&mut canvas, (0, 30), basis);
        let (shapes, ..) = canvas.finish();
        Sample {
            picture: svg::sample(&shapes, Some(basis), (basis::SIZE, HEIGHT)),
            words: plot.say(Message::LegendBasis { basis }),
            sides: (0, basis::SIZE),
        }
    };
    basis::ALL.into_iter().filter(|basis| found.contains(basis)).map(sample).collect()
}

/// The forms of a chart.
pub(crate) fn of_chart(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let language = plot.language;
    let figures = plot.figures(chart);
    let form = match chart.kind {
        Kind::Bars(_) | Kind::Share(Share::Bar) => Some(Drawn::As(Form::Bar)),
        Kind::Range(_) => Some(Drawn::As(Form::Span)),
        Kind::Share(Share::Dots(_)) => Some(Drawn::Dots),
        Kind::Timeline | Kind::Matrix => None,
    };
    let mut samples = form.map(|form| forms(language, &figures, form)).unwrap_or_default();
    if figures.iter().any(|figure| !plot.dashboard.stands(figure)) {
        samples
            .push(sample(language, Message::LegendHollow, |canvas| canvas.outline((0, 20), (320, 140), Role::Solid)));
    }
    match chart.kind {
        Kind::Bars(Scale::Log) | Kind::Range(Scale::Log) => {
            samples.push(remark(language, Message::LegendLog));
        }
        Kind::Share(Share::Dots(dot)) => {
            if let Some(figure) = figures.first() {
                let amount = plot.bare(&Value::exactly(dot), &figure.unit).to_string();
                samples.push(remark(language, Message::LegendDot { amount: &amount }));
            }
        }
        Kind::Timeline => samples.extend(timeline(plot, chart)),
        Kind::Matrix => samples.extend([
            sample(language, Message::LegendSame, |canvas| canvas.disc((300, 80), 70, Role::Given)),
            sample(language, Message::LegendOther, |canvas| {
                canvas.polygon(&[(220, 80), (300, 0), (380, 80), (300, 160)], Role::Other);
            }),
        ]),
        _ => {}
    }
    samples
}

/// The samples of all charts and of the tiles of the first section, each form once.
pub fn key(plot: &Account<'_>) -> Vec<Sample> {
    let dashboard = plot.dashboard;
    let charts = dashboard.sections.iter().flat_map(|section| &section.charts).filter_map(|id| dashboard.chart(id));
    let band: Vec<&Figure> = dashboard.leading().collect();
    let mut samples: Vec<Sample> = Vec::new();
    for sample in charts.flat_map(|chart| of_chart(plot, chart)).chain(forms(plot.language, &band, Drawn::Dots)) {
        // What is said in words alone is of one chart, and stands there.
        if !sample.picture.is_empty() && samples.iter().all(|other| other.words != sample.words) {
            samples.push(sample);
        }
    }
    samples
}

/// The forms that the values of figures have.
fn forms(language: Language, figures: &[&Figure], form: Drawn) -> Vec<Sample> {
    let mut samples = Vec::new();
    let forms = [
        (Bounds::Exactly(2.0), Message::LegendExact),
        (Bounds::AtLeast(2.0), Message::LegendAtLeast),
        (Bounds::MoreThan(2.0), Message::LegendMoreThan),
        (Bounds::AtMost(2.0), Message::LegendAtMost),
        (Bounds::LessThan(2.0), Message::LegendLessThan),
        (Bounds::Between(1.0, 2.0), Message::LegendBetween),
        (Bounds::Magnitude(model::Magnitude::Thousands), Message::LegendMagnitude),
    ];
    for (bounds, message) in forms {
        for approximate in [false, true] {
            let is_it = |value: &Value| {
                value.approximate == approximate
                    && std::mem::discriminant(&value.bounds) == std::mem::discriminant(&bounds)
            };
            if figures.iter().any(|figure| is_it(&figure.value)) {
                let mut sample = sample(language, message, |canvas| form.draw(canvas, &Value { bounds, approximate }));
                if approximate {
                    let about = language.say(Message::LegendAbout);
                    sample.words = match bounds {
                        Bounds::Exactly(_) => about,
                        _ => [&sample.words, "; ", &about].concat(),
                    };
                }
                samples.push(sample);
            }
        }
    }
    samples
}

/// What a sample is drawn as.
#[derive(Clone, Copy)]
enum Drawn {
    As(Form),
    Dots,
}

impl Drawn {
    fn draw(self, canvas: &mut Canvas, value: &Value) {
        match self {
            Self::As(form) => {
                let (from, to) = match value.bounds {
                    Bounds::Between(..) if form == Form::Span => (-300, 480),
                    Bounds::Magnitude(_) => (0, 600),
                    Bounds::Exactly(_) | Bounds::AtLeast(_) | Bounds::MoreThan(_) if form == Form::Span => (140, 260),
                    _ => (0, 320),
                };
                let axis = Axis::holding([*value].iter(), Scale::Linear, from, to);
                extent::draw(canvas, &axis, value, form, 20, 120);
            }
            Self::Dots => {
                let grid = Grid { first: (60, 80), columns: 4, pitch: 140, radius: 50, square: false };
                let value = match value.bounds {
                    Bounds::Between(low, high) => Value { bounds: Bounds::Between(low, high + 1.0), ..*value },
                    _ => *value,
                };
                dots::draw(canvas, &grid, &value, 1.0, grid.columns, (Role::Solid, Role::Soft));
            }
        }
    }
}

fn timeline(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let days: Vec<_> = plot.events(chart).iter().map(|event| event.date.start()).collect();
    let mut samples = Vec::new();
    let mut add = |used: bool, message, draw: fn(&mut Canvas)| {
        if used {
            samples.push(sample(plot.language, message, draw));
        }
    };
    add(days.iter().any(|day| day.month.is_none()), Message::LegendYear, |c| c.fill((250, 0), (350, 160), Role::Solid));
    add(days.iter().any(|day| day.month.is_some() && day.day.is_none()), Message::LegendMonth, |c| {
        c.fill((250, 20), (350, 140), Role::Solid)
    });
    add(days.iter().any(|day| day.day.is_some()), Message::LegendDay, |c| c.disc((300, 80), 60, Role::Solid));
    let is = |one, other| days.iter().any(|day| day.certainty == one || day.certainty == other);
    add(is(Certainty::Approximate, Certainty::Both), Message::LegendAboutThen, |c| {
        c.disc((300, 80), 30, Role::Solid);
        for (from, to) in [(0, 20), (30, 45), (115, 130), (140, 160)] {
            c.fill((250, from), (350, to), Role::Soft);
        }
    });
    add(is(Certainty::Uncertain, Certainty::Both), Message::LegendUncertain, |c| c.ring((300, 80), 55, Role::Solid));
    samples
}

/// What is said in words alone.
fn remark(language: Language, message: Message<'_>) -> Sample {
    Sample { picture: String::new(), words: language.say(message), sides: (0, 0) }
}

fn sample(language: Language, message: Message<'_>, draw: impl FnOnce(&mut Canvas)) -> Sample {
    let mut canvas = Canvas::new(Frame::Narrow.width());
    draw(&mut canvas);
    let (shapes, ..) = canvas.finish();
    // A length takes all of the picture, a mark stands in its middle.
    let is_mark = shapes.iter().filter_map(Shape::sides).all(|(from, to)| from >= MARK.0 && to <= MARK.1);
    let sides = if is_mark { MARK } else { (0, WIDTH) };
    Sample { picture: svg::sample(&shapes, None, (WIDTH, HEIGHT)), words: language.say(message), sides }
}
