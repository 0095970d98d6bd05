//! Readings of measures over time: each is a mark at its time and its height, and its words are on a stem above.
//!
//! A line joins only readings of one measure by one body, from one begin on (`Dashboard::continues`). Without room for the
//! words, as on a phone, they are a list below the plot.

use model::{Chart, Figure, Scale};
use statement::{Account, Message};

use super::field::{self, DAYS, Field, MARK};
use super::{readings, rows, voices};
use crate::basis;
use crate::block::{Heading, LEADING, SIZE, SMALL, SMALL_LEADING as LINE, remark_in};
use crate::canvas::Canvas;
use crate::extent::Form;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::reference::{TARGET, reference};
use crate::role::Role;
use crate::sample::{self, Drawn, Sample};
use crate::scene::{Align, Subject};
use crate::stagger::{Flag, Spot, staggered};

/// The height of the plot on a page, and the minimum in a box.
const PLOT: i32 = 2000;
const LEAST: i32 = 1200;
/// Words above the plot may be this high; higher ones are a list.
const HIGHEST: i32 = 2600;
/// The widths of the words of a reading.
const ROOMS: [i32; 4] = [1000, 1300, 1600, 2000];
/// The maximum width of a value on one line, and the room for its marker.
const VALUE: i32 = 2400;
const MARKER: i32 = 500;

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    if let Some(field) = Field::of(plot, chart, frame.width())
        && !frame.is_narrow()
        && let Some(flags) = Flags::of(plot, chart, &field, frame)
    {
        return flags.draw(plot, &field, frame, canvas);
    }
    let lettered = readings::draw(plot, chart, frame, canvas);
    lettered.unwrap_or_else(|| rows::draw(plot, chart, Scale::Linear, Form::Span, frame, canvas))
}

/// The samples of the forms of its values, of the line, and of bars of days.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let figures = plot.figures(chart);
    let mut samples = sample::forms(plot.language, &figures, Drawn::As(Form::Span));
    let mut add = |used: bool, message, draw: &dyn Fn(&mut Canvas)| {
        if used {
            samples.push(sample::sample(plot.language, message, draw));
        }
    };
    let continues = |(number, one): (usize, &&Figure)| {
        figures.iter().skip(number + 1).any(|next| plot.dashboard.continues(one, next))
    };
    add(figures.iter().enumerate().any(continues), Message::LegendJoined, &|canvas| {
        canvas.line(&[(40, 120), (560, 40)], Role::Rail);
    });
    let bar = |canvas: &mut Canvas, role| canvas.fill((40, 80 - DAYS), (560, 80 + DAYS), role);
    let is_bar =
        |is_period: bool| figures.iter().any(|figure| field::is_long(figure) && field::is_period(figure) == is_period);
    add(is_bar(false), Message::LegendWithin, &|canvas| bar(canvas, Role::Soft));
    add(is_bar(true), Message::LegendPeriod, &|canvas| bar(canvas, Role::Solid));
    add(figures.iter().any(|figure| field::about(figure) != (false, false)), Message::LegendAboutThen, &|canvas| {
        canvas.disc((300, 80), MARK / 2, Role::Solid);
        field::slivers(canvas, (240, 360), 80, (true, true));
    });
    samples
}

/// The words of a reading: its value with its marker, its time and speaker, and its status.
struct Words {
    heading: Heading,
    lines: Vec<String>,
    remark: Vec<String>,
    width: i32,
}

impl Words {
    fn of(plot: &Account<'_>, chart: &Chart, figure: &Figure, has_unit: bool, room: i32) -> Self {
        let value = rows::words(plot, figure, has_unit);
        // A value stays on one line.
        let own = basis::ROOM + lettering::width(&value, SIZE, Weight::Bold) + MARKER;
        let room = room.max(own.min(VALUE));
        let heading = Heading::of(figure, &value, reference(plot, &figure.id, figure.name()), room);
        let facts = readings::facts(plot, chart, figure);
        let lines: Vec<String> =
            facts.iter().flat_map(|fact| lettering::lines(fact, room, SMALL, Weight::Regular)).collect();
        let remark = remark_in(plot, chart, figure, room);
        let widths = lines.iter().map(|line| lettering::width(line, SMALL, Weight::Regular));
        let bold = remark.iter().map(|line| lettering::width(line, SIZE, Weight::Bold));
        let width = widths.chain(bold).max().unwrap_or_default().max(heading.width());
        Self { heading, lines, remark, width }
    }

    fn height(&self) -> i32 {
        let words = LINE * self.lines.len() as i32 + LEADING * self.remark.len() as i32;
        (self.heading.height() + words).max(TARGET)
    }

    fn draw(self, canvas: &mut Canvas, (left, top): (i32, i32), is_before: bool) {
        let right = left + self.width;
        let (x, align) = if is_before { (right, Align::End) } else { (left, Align::Start) };
        let mut baseline = top + SIZE + self.heading.height() - 20;
        let begin = if is_before { right - self.heading.width() } else { left };
        self.heading.draw(canvas, (begin, top + SIZE), align);
        for line in self.lines {
            canvas.text((x, baseline), align, line, Role::Small);
            baseline += LINE;
        }
        for line in self.remark {
            baseline += LEADING - LINE;
            canvas.text((x, baseline), align, line, Role::Value);
            baseline += LINE;
        }
    }
}

/// The words of all readings, with their places above the plot.
struct Flags {
    words: Vec<(Words, Spot)>,
    height: i32,
}

impl Flags {
    /// `None` if the words would be too high.
    fn of(plot: &Account<'_>, chart: &Chart, field: &Field<'_>, frame: Frame) -> Option<Self> {
        let width = frame.width();
        let words = |figure: &Figure, room: i32| Words::of(plot, chart, figure, field.has_unit, room);
        let sizes = |figure: &Figure| {
            let words = ROOMS.iter().map(|room| words(figure, *room));
            words.map(|words| (words.width, words.height())).collect()
        };
        let flags: Vec<Flag> =
            field.figures.iter().map(|figure| Flag { x: field.across(figure), sizes: sizes(figure) }).collect();
        let (spots, height) = staggered(&flags, width)?;
        let most = match frame {
            Frame::Boxed { height, .. } => {
                let head = voices::draw(plot, field, width, &mut Canvas::new(width));
                HIGHEST.min(height - head - 60 - field.head() - LEAST - field.below())
            }
            _ => HIGHEST,
        };
        let room = |spot: &Spot| ROOMS.get(spot.size).copied().unwrap_or(width);
        let placed = spots.into_iter().zip(&field.figures).map(|(spot, figure)| (words(figure, room(&spot)), spot));
        (height <= most).then(|| Self { words: placed.collect(), height })
    }

    fn draw(self, plot: &Account<'_>, field: &Field<'_>, frame: Frame, canvas: &mut Canvas) -> i32 {
        let head = voices::draw(plot, field, frame.width(), canvas) + self.height;
        let above = head + 60;
        let free = match frame {
            Frame::Boxed { height, .. } => (height - above - field.head() - field.below()).max(LEAST),
            _ => PLOT,
        };
        let ground = field.ground(plot, (above, free), canvas);
        for (number, (figure, (words, spot))) in field.figures.iter().zip(self.words).enumerate() {
            let (x, y) = field.place(&ground, figure);
            canvas.open(Subject::Figure(figure.id.clone()));
            canvas.line(&[(x, head - spot.bottom), (x, y - MARK / 2)], Role::Grid);
            field.mark(canvas, &ground, number);
            let top = head - spot.bottom - words.height();
            words.draw(canvas, (spot.left, top), spot.is_before);
            canvas.close();
        }
        ground.end
    }
}
