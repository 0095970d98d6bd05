//! Fits a chart into a box: as large as possible, with as many of its figures and events as have room.

use model::{Chart, Date, Kind};
use statement::{Account, Offer};

use crate::block::SMALL;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::plot;
use crate::role::Role;
use crate::scene::{Align, Scene, Shape};
use crate::sheet::WHOLE;

/// The largest scale, in thousandths: larger letters would take the room of the marks.
const LARGEST: i32 = 1700;
/// The step between the scales that are tried.
const STEP: i32 = 50;
/// The minimum width that a chart is laid out for, in tenths of a pixel.
const LEAST: i32 = 4000;
/// The line that counts what is left out, with the space above it.
const LINE: i32 = 230;

/// A map that is this much too high is drawn smaller.
const MOST_OVER: i32 = 600;

/// A chart in a box.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Boxed {
    /// The drawn part of the chart.
    pub(crate) chart: Chart,
    /// Its picture, which counts what is left out.
    pub(crate) scene: Scene,
    /// Its scale, in thousandths.
    pub(crate) scale: i32,
    /// The numbers of figures and events that are left out.
    pub(crate) left_out: usize,
}

impl Boxed {
    /// Its width and height as drawn.
    pub(crate) fn size(&self) -> (i32, i32) {
        let drawn = |length: i32| (i64::from(length) * i64::from(self.scale) / i64::from(WHOLE)) as i32;
        (drawn(self.scene.frame.width()), drawn(self.scene.height))
    }
}

/// Fits a chart into a box of this width and height, with at most this many of its figures and events. If there is no room
/// even for the smallest letters, the last figures and the first events are left out and counted.
pub(crate) fn boxed(account: &Account<'_>, chart: &Chart, room: (i32, i32), most: Option<usize>) -> Boxed {
    let all = chart.figures.len() + chart.events.len();
    let most = most.unwrap_or(all).min(all);
    let largest = LARGEST.min(room.0 * (WHOLE / 10) / (LEAST / 10)).max(WHOLE);
    // If the smallest letters have no room, larger ones have none either.
    if let Some(smallest) = fitted(account, chart, room, most, WHOLE) {
        // A flow merges what has no room: the larger its letters, the more.
        if chart.kind == Kind::Flow {
            return smallest;
        }
        let mut larger = (WHOLE + 1..=largest).rev().step_by(STEP as usize);
        return larger.find_map(|scale| fitted(account, chart, room, most, scale)).unwrap_or(smallest);
    }
    // A part needs its whole.
    if matches!(chart.kind, Kind::Share(_)) {
        return shrunk(account, chart, room, all);
    }
    // A bisection: this many have room, and this many do not. A map can do without figures.
    let least = if chart.kind == Kind::Map { 0 } else { 1.min(most) };
    let (mut fit, mut full) = (least, most);
    let mut found = None;
    while fit < full {
        let middle = fit + (full - fit) / 2;
        match fitted(account, chart, room, middle, WHOLE) {
            Some(boxed) => {
                found = Some(boxed);
                fit = middle + 1;
            }
            None => full = middle,
        }
    }
    found.unwrap_or_else(|| shrunk(account, chart, room, least))
}

/// A chart of this many figures and events at a scale, if it has room.
fn fitted(account: &Account<'_>, chart: &Chart, room: (i32, i32), most: usize, scale: i32) -> Option<Boxed> {
    let boxed = laid(account, chart, room, most, scale);
    (boxed.size().1 <= room.1).then_some(boxed)
}

/// A chart that cannot lose more and still has no room, for example because of a very long name: scaled down.
fn shrunk(account: &Account<'_>, chart: &Chart, room: (i32, i32), most: usize) -> Boxed {
    let mut boxed = laid(account, chart, room, most, WHOLE);
    boxed.scale = (i64::from(WHOLE) * i64::from(room.1) / i64::from(boxed.scene.height.max(1))) as i32;
    boxed
}

fn laid(account: &Account<'_>, chart: &Chart, room: (i32, i32), most: usize, scale: i32) -> Boxed {
    let [width, height] = [room.0, room.1].map(|length| length * (WHOLE / 10) / (scale / 10));
    let trimmed = trimmed(account, chart, most);
    let figures = chart.figures.len() - trimmed.figures.len();
    let events = chart.events.len() - trimmed.events.len();
    let left_out = figures + events;
    let below = if left_out > 0 { LINE } else { 0 };
    let lay = |height| plot::scene(account, &trimmed, Frame::Boxed { width, height });
    let mut scene = lay(height - below);
    // A map leaves no room for the line that names what is drawn larger than to scale.
    let over = scene.height - (height - below);
    if chart.kind == Kind::Map && (1..MOST_OVER).contains(&over) && scene.marks.iter().any(|mark| mark.enlarged) {
        scene = lay(height - below - over);
    }
    if left_out > 0 {
        let words = account.language.offer(Offer::AndMore { figures, events });
        for text in lettering::lines(&words, width, SMALL, Weight::Regular) {
            scene.height += LINE;
            let at = (0, scene.height - SMALL / 2);
            scene.ground.push(Shape::Text { at, align: Align::Start, text, role: Role::Small });
        }
        scene.description = format!("{} {}.", scene.description, account.language.begin(words));
    }
    Boxed { chart: trimmed, scene, scale, left_out }
}

/// A chart with its first figures, or its first and its latest readings, and its last events up to this number in total.
pub(crate) fn trimmed(account: &Account<'_>, chart: &Chart, most: usize) -> Chart {
    let mut chart = chart.clone();
    if chart.kind == Kind::Series {
        let end = |id: &String| account.dashboard.figure(id).and_then(|figure| figure.as_of.as_ref()).map(Date::last);
        chart.figures.sort_by_key(end);
        // A course has two ends.
        let kept = usize::from(most > 1).min(chart.figures.len());
        let latest = chart.figures.len().saturating_sub(most.saturating_sub(kept)).max(kept);
        chart.figures.drain(kept..latest);
    }
    chart.figures.truncate(most);
    let earlier = chart.events.len().saturating_sub(most - chart.figures.len());
    chart.events.drain(..earlier);
    let figures = chart.figures.clone();
    for group in &mut chart.groups {
        group.figures.retain(|id| figures.contains(id));
    }
    chart.groups.retain(|group| !group.figures.is_empty());
    chart.compare = chart.compare.filter(|(one, other)| figures.contains(one) && figures.contains(other));
    chart
}
