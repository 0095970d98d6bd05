//! Events on a true axis of time, and below it figures as the stretches of time that they apply to.
//!
//! The axis is broken where time is left out or its scale changes (`chart::time`). Events long before the others, and events
//! dated only to a year on an axis of months or days, are listed above it. If the words have no room on an axis, as on a
//! phone, everything is a list: the events as in a timeline, then the totals.

use model::{Chart, Date, Day, Event};
use statement::{Account, Message};

use super::event::{self, Label};
use super::moment::{self, DISC, Place};
use super::timeline::{self, INDENT, RAIL};
use super::total::{self, BAR, Ends, Words};
use super::years;
use crate::block::{Heading, SIZE, SMALL, SMALL_LEADING as LINE};
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::reference::{TARGET, reference};
use crate::role::Role;
use crate::sample::{self, Sample};
use crate::scene::{Align, Subject};
use crate::stagger::{Flag, Spot, staggered};
use crate::time::{self, Pace, Stop, Stretch};

/// The distance of marks above one another on the axis.
const LANE: i32 = 150;
/// The distance from the edge to the words of the list above the axis, after its marks.
const INDENT_APART: i32 = INDENT + 120;
/// The maximum width of an event's words beside its stem.
const ROOMS: [i32; 5] = [900, 1150, 1400, 1700, 2100];
/// Higher stems make the chart a list.
const HIGHEST: i32 = 5200;

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    if !frame.is_narrow()
        && let Some(plan) = Plan::of(plot, chart, frame)
    {
        return plan.draw(plot, chart, frame, canvas);
    }
    let mut y = timeline::draw(plot, chart, frame, canvas);
    for figure in plot.figures(chart) {
        y += total::listed(plot, figure, frame, y + 100, canvas) + 100;
    }
    y
}

/// The samples of the marks of dates, and of the ends of totals.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let mut samples = moment::samples(plot, chart, true);
    let dates = || plot.events(chart).into_iter().map(|event| &event.date);
    let totals: Vec<Ends> = plot.figures(chart).into_iter().map(Ends::of).collect();
    let mut add = |used: bool, message, draw: &dyn Fn(&mut Canvas)| {
        if used {
            samples.push(sample::sample(plot.language, message, draw));
        }
    };
    add(dates().any(|date| matches!(date, Date::Interval(_, Some(_)))), Message::LegendLasting, &|c| {
        c.disc((100, 80), DISC, Role::Solid);
        c.fill((100, 55), (500, 105), Role::Solid);
    });
    add(dates().any(|date| matches!(date, Date::Interval(_, None))), Message::LegendGoesOn, &|c| {
        moment::draw(c, &Date::Interval(Day::on(0), None), Place { at: (300, 80), is_across: true }, 0);
    });
    let bar = |c: &mut Canvas, places| total::bar(c, places, (20, 120), &|c, from, to, role| c.fill(from, to, role));
    add(!totals.is_empty(), Message::LegendTotal, &|c| bar(c, [40, 40, 560, 560]));
    add(totals.iter().any(Ends::is_frayed), Message::LegendFrayed, &|c| bar(c, [40, 40, 300, 560]));
    add(totals.iter().any(|ends| ends.since.is_none()), Message::LegendBegan, &|c| bar(c, [0, 400, 560, 560]));
    add(totals.iter().any(|ends| ends.until.is_none()), Message::LegendEnded, &|c| bar(c, [40, 40, 200, 600]));
    samples
}

/// An axis with the places of everything.
struct Plan<'a> {
    stretches: Vec<Stretch>,
    /// The events that are listed above the axis, and their heading.
    apart: Vec<&'a Event>,
    apart_words: String,
    /// The events on the axis, and the places of their words.
    events: Vec<&'a Event>,
    labels: Vec<(Label, Spot)>,
    /// The line above the axis for each event's mark, and the begin and end of the mark.
    marks: Vec<(i32, i32, i32)>,
    height: i32,
}

impl<'a> Plan<'a> {
    /// `None` without dates, or if the words would be too high.
    fn of(plot: &Account<'a>, chart: &Chart, frame: Frame) -> Option<Self> {
        let width = frame.width();
        let all = plot.events(chart);
        let mut stretches = stretches(plot, chart, width)?;
        let begin = stretches.first()?.from;
        let finest = |day: i64| {
            let found = stretches.iter().find(|stretch| day < stretch.to).or(stretches.last());
            found.map_or(Pace::Years, |stretch| stretch.pace)
        };
        let is_loose = |event: &Event| {
            let day = event.date.start();
            day.month.is_none()
                && (finest(day.first()) != Pace::Years && day.last() - day.first() > 0)
                && !all.iter().all(|event| event.date.start().month.is_none())
        };
        let is_early = |event: &Event| event.date.start().first() < begin;
        let (apart, events): (Vec<&Event>, Vec<&Event>) =
            all.iter().copied().partition(|event| is_early(event) || is_loose(event));
        let date = plot.day(years::begun(stretches.first()?));
        let apart_words = match (apart.iter().any(|event| is_early(event)), apart.iter().any(|event| !is_early(event)))
        {
            (true, true) => plot.say(Message::BeforeOrLoose { date: &date }),
            (true, false) => plot.say(Message::Before { date: &date }),
            (false, _) => plot.say(Message::LoosePart),
        };
        let breaks = years::breaks(plot, &stretches);
        time::place(&mut stretches, (DISC + 10, width - DISC - 140), &breaks);
        let marks = event::lanes(&events, &stretches);
        let flags: Vec<Flag> = events
            .iter()
            .map(|event| {
                let size = |room: &i32| {
                    let label = Label::of(plot, event, *room);
                    (label.width, label.height())
                };
                Flag { x: event::stem(event, &stretches), sizes: ROOMS.iter().map(size).collect() }
            })
            .collect();
        let (spots, height) = staggered(&flags, width)?;
        let labels = spots.into_iter().zip(&events).map(|(spot, event)| {
            let room = ROOMS.get(spot.size).copied().unwrap_or(width);
            (Label::of(plot, event, room), spot)
        });
        let labels = labels.collect();
        let most = if let Frame::Boxed { height, .. } = frame { HIGHEST.min(height * 3 / 4) } else { HIGHEST };
        (height <= most).then_some(Self { stretches, apart, apart_words, events, labels, marks, height })
    }

    fn draw(self, plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
        let width = frame.width();
        let mut y = self.draw_apart(plot, width, canvas);
        let lanes = self.marks.iter().map(|(lane, ..)| *lane).max().unwrap_or_default();
        let ground = y + self.height + 40;
        let axis = ground + 100 + LANE * lanes;
        y = years::axis(plot, &self.stretches, axis, canvas);
        let marks = self.marks.iter().zip(&self.events);
        for ((label, spot), ((lane, ..), event)) in self.labels.into_iter().zip(marks) {
            let top = ground - spot.bottom - label.height();
            let x = event::stem(event, &self.stretches);
            canvas.open(Subject::Event(event.id.clone()));
            canvas.line(&[(x, top), (x, axis - LANE * lane)], Role::Rail);
            event::mark(canvas, event, &self.stretches, axis - LANE * lane);
            label.draw(canvas, (spot.left, top), spot.is_before);
            canvas.close();
        }
        let figures = plot.figures(chart);
        if figures.is_empty() {
            return y;
        }
        y += 60;
        for line in lettering::lines(&plot.say(Message::Totals), width, SMALL, Weight::Regular) {
            y += LINE;
            canvas.text((0, y), Align::Start, line, Role::Small);
        }
        y += 100;
        for figure in figures {
            let places = Ends::of(figure).places(&self.stretches);
            let words = Words::of(plot, figure, (width - places[0]).max(width * 2 / 5));
            let top = y + words.height() + 20;
            for stretch in &self.stretches {
                for (x, ..) in stretch.ticks() {
                    canvas.line(&[(x, top - 20), (x, top + BAR + 20)], Role::Grid);
                }
            }
            canvas.open(Subject::Figure(figure.id.clone()));
            let x = places[0].min(width - words.width);
            words.draw(canvas, x, y);
            total::bar(canvas, places, (top, BAR), &|canvas, from, to, role| {
                for stretch in &self.stretches {
                    let (left, right) = (from.0.max(stretch.left), to.0.min(stretch.right));
                    if right > left {
                        canvas.fill((left, from.1), (right, to.1), role);
                    }
                }
            });
            canvas.close();
            y = top + BAR + 120;
        }
        y
    }

    /// The events that are listed above the axis. Returns their height.
    fn draw_apart(&self, plot: &Account<'_>, width: i32, canvas: &mut Canvas) -> i32 {
        if self.apart.is_empty() {
            return 0;
        }
        let mut y = 0;
        for line in lettering::lines(&self.apart_words, width, SMALL, Weight::Regular) {
            canvas.text((0, y + SMALL), Align::Start, line, Role::Small);
            y += LINE;
        }
        y += 50;
        let heading = |event: &Event, room| {
            Heading::new(&plot.language.date(&event.date), reference(plot, &event.id, &event.label), room)
        };
        let widest = self.apart.iter().map(|event| heading(event, width / 3).width()).max().unwrap_or_default();
        let left = INDENT_APART + widest + 160;
        for event in &self.apart {
            let heading = heading(event, width / 3);
            let lines = lettering::lines(plot.text(&event.label), width - left, SMALL, Weight::Regular);
            let day = event.date.start();
            let reach = moment::reach(&day, timeline::half(&day));
            let height = heading.height().max(LINE * lines.len() as i32).max(TARGET).max(2 * reach + 40);
            canvas.open(Subject::Event(event.id.clone()));
            moment::draw(
                canvas,
                &event.date,
                Place { at: (RAIL + 60, y + SIZE - 50), is_across: true },
                timeline::half(&day),
            );
            heading.draw(canvas, (INDENT_APART, y + SIZE), Align::Start);
            for (line, baseline) in lines.into_iter().zip((y + SIZE..).step_by(LINE as usize)) {
                canvas.text((left, baseline), Align::Start, line, Role::Small);
            }
            canvas.close();
            y += height + 70;
        }
        y + 100
    }
}

/// The stretches of a chart's dates; `None` without dates.
fn stretches(plot: &Account<'_>, chart: &Chart, width: i32) -> Option<Vec<Stretch>> {
    let mut stops: Vec<Stop> = Vec::new();
    let mut add = |day: Option<Day>, is_event| {
        if let Some(day) = day {
            let stop = Stop::of(&day, is_event);
            let place = stops.partition_point(|other| (other.from, other.to) <= (stop.from, stop.to));
            stops.insert(place, stop);
        }
    };
    for event in plot.events(chart) {
        add(Some(event.date.start()), true);
        add(event::end(&event.date), false);
    }
    for figure in plot.figures(chart) {
        add(figure.since.as_ref().map(Date::start), false);
        match &figure.as_of {
            Some(Date::Day(day)) => add(Some(*day), false),
            Some(Date::Interval(from, to)) => {
                add(Some(*from), false);
                add(*to, false);
            }
            None => {}
        }
    }
    let stretches = time::stretches(&stops, width);
    (!stretches.is_empty()).then_some(stretches)
}
