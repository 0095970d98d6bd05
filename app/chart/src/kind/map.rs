//! A map: countries as areas, cities and provinces as discs of the size of their precision, each with a letter, and a list that
//! lists by these letters what the articles say of each place.
//!
//! Nothing is a pin: a disc says that something is somewhere within it. An area has one tone, whatever its figures are, since
//! different measures share no scale.

use model::{Chart, Event, Figure, Location, Precision};
use statement::{Account, Locality, Message};

use super::lettered::{Lettered, letter};
use crate::block::{Block, Heading, SIZE, SMALL, SMALL_LEADING as LINE};
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::globe::{Globe, Projection};
use crate::lettering::{self, Weight};
use crate::reference::reference;
use crate::role::Role;
use crate::sample::{self, Sample};
use crate::scene::{Align, Subject};

/// The room around the land, for letters.
const MARGIN: i32 = 200;
/// The gap between map and list, and between entries of the list.
const GUTTER: i32 = 300;
const AIR: i32 = 140;
/// The indentation of the figures and events of a place, below its name.
const INDENT: i32 = 240;
/// The minimum width of a column of the list in a box.
const COLUMN: i32 = 2200;
/// The radii of discs: a city and a province, at least and at most, and a country without an outline.
const CITY: (i32, i32) = (45, 70);
const PROVINCE: (i32, i32) = (130, 260);
const COUNTRY: i32 = 160;
/// A land of less than this width and height is drawn as a disc of that size.
const TINY: i32 = 60;
/// The maximum height of a map on the page.
const HIGHEST: i32 = 4000;

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    let entries = plot.localities(chart);
    let places: Vec<&Location> = chart.places.iter().filter_map(|id| plot.dashboard.place(id)).collect();
    let mut lines = vec![plot.whereabouts()];
    if places.iter().any(|place| !place.outline.is_empty()) {
        lines.push(plot.say(Message::OutlinesFrom));
    }
    let foot: Vec<String> =
        lines.iter().flat_map(|words| lettering::lines(words, frame.width(), SMALL, Weight::Regular)).collect();
    let foot_height = LINE * foot.len() as i32 + 60;

    let height = |entry: &Locality<'_>, room, is_short| {
        draw_entry(plot, entry, (0, 0), room, is_short, &mut Canvas::new(frame.width())) + air(is_short)
    };
    let mut plan = Layout::of(&places, frame, foot_height, true);
    let beside = frame.width() - plan.size.0 - GUTTER;
    // A list that is much longer than the map is below it, in two columns.
    if plan.is_beside
        && frame == Frame::Wide
        && entries.iter().map(|entry| height(entry, beside, false)).sum::<i32>() > plan.size.1 * 3 / 2
    {
        plan = Layout::of(&places, frame, foot_height, false);
    }
    draw_map(&places, &plan, canvas);
    let mut bottom = plan.size.1;
    let (left, top) = if plan.is_beside { (plan.size.0 + GUTTER, 0) } else { (0, bottom + AIR) };
    let wide = frame.width() - left;
    let most = match frame {
        Frame::Narrow => 1,
        Frame::Wide if plan.is_beside => 1,
        Frame::Wide => 2,
        Frame::Boxed { .. } => (wide / COLUMN).clamp(1, 4),
    };
    let room = |columns: i32| (wide - GUTTER * (columns - 1)) / columns;
    let heights =
        |columns, is_short| entries.iter().map(|entry| height(entry, room(columns), is_short)).collect::<Vec<i32>>();
    // In a box, the fewest columns that fit; if none do, short entries.
    let free = if let Frame::Boxed { height, .. } = frame { height - foot_height - top } else { i32::MAX };
    let fits = |is_short| (1..=most).find(|columns| distributed(&heights(*columns, is_short), *columns).1 <= free);
    let full = if free < i32::MAX { fits(false) } else { Some(most) };
    let (columns, is_short) = full.map_or_else(|| (fits(true).unwrap_or(most), true), |columns| (columns, false));
    let (mut column, mut y) = (0, top);
    for (entry, own) in entries.iter().zip(distributed(&heights(columns, is_short), columns).0) {
        if own > column {
            (column, y) = (own, top);
        }
        let at = (left + (room(columns) + GUTTER) * column, y);
        y = draw_entry(plot, entry, at, room(columns), is_short, canvas) + air(is_short);
        bottom = bottom.max(y);
    }
    for line in foot {
        bottom += LINE;
        canvas.text((0, bottom), Align::Start, line, Role::Small);
    }
    bottom + 60
}

/// The gap between entries.
fn air(is_short: bool) -> i32 {
    if is_short { AIR / 3 } else { AIR }
}

/// The column of each entry of the list, and the height of the highest column: the least with which all fit.
fn distributed(heights: &[i32], columns: i32) -> (Vec<i32>, i32) {
    let place = |most: i32| {
        let (mut column, mut y) = (0, 0);
        let mut found = Vec::new();
        for height in heights {
            if y > 0 && y + height > most {
                (column, y) = (column + 1, 0);
            }
            y += height;
            found.push(column);
        }
        found
    };
    let all: i32 = heights.iter().sum();
    let mut most = heights.iter().copied().max().unwrap_or_default().max(all / columns);
    while place(most).last().is_some_and(|last| *last >= columns) {
        most += 60;
    }
    (place(most), most)
}

/// The samples of its forms.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let places = || chart.places.iter().filter_map(|id| plot.dashboard.place(id));
    let mut samples = Vec::new();
    let mut add = |precision, message, draw: fn(&mut Canvas)| {
        if places().any(|place| place.precision == precision) {
            samples.push(sample::sample(plot.language, message, draw));
        }
    };
    add(Precision::Country, Message::LegendCountry, |canvas| {
        canvas.polygon(&[(30, 90), (120, 20), (330, 40), (560, 20), (600, 110), (300, 140)], Role::Land);
    });
    add(Precision::Province, Message::LegendProvince, |canvas| canvas.disc((300, 80), 75, Role::Spot));
    add(Precision::City, Message::LegendCity, |canvas| canvas.disc((300, 80), CITY.0, Role::Solid));
    samples
}

/// Where the map is.
struct Layout {
    sheet: Projection,
    /// The width and height of the map with its margins.
    size: (i32, i32),
    /// Whether the list is beside the map.
    is_beside: bool,
}

impl Layout {
    fn of(places: &[&Location], frame: Frame, foot: i32, may_be_beside: bool) -> Self {
        let mut lines: Vec<&[model::Point]> =
            places.iter().flat_map(|place| &place.outline).map(Vec::as_slice).collect();
        lines.extend(
            places
                .iter()
                .filter(|place| place.outline.is_empty())
                .filter_map(|place| place.at.as_ref())
                .map(std::slice::from_ref),
        );
        let globe = Globe::holding(&lines);
        let width = frame.width();
        // Land that is twice as wide as high takes the whole width, and the list is below it.
        let (is_beside, room, highest) = match frame {
            Frame::Narrow => (false, width, HIGHEST * 4 / 5),
            Frame::Wide if may_be_beside && globe.aspect() < 1600 => (true, width * 52 / 100, HIGHEST),
            Frame::Wide => (false, width, HIGHEST * 9 / 10),
            Frame::Boxed { height, .. } if globe.aspect() < 1600 || width > 7000 => {
                (true, width * 45 / 100, height - foot)
            }
            Frame::Boxed { height, .. } => (false, width, (height - foot) / 2),
        };
        let across = room - 2 * MARGIN;
        let down = (highest - 2 * MARGIN).max(400);
        let high = across * 100 / (globe.aspect() / 10).max(1);
        let land = if high > down { (down * (globe.aspect() / 10).max(1) / 100, down) } else { (across, high) };
        // In its room, the land is in the middle.
        let left = MARGIN + if is_beside { 0 } else { (across - land.0) / 2 };
        let sheet = Projection { globe, at: (left, MARGIN), size: (land.0.max(1), land.1.max(1)) };
        Self { sheet, size: (if is_beside { land.0 + 2 * MARGIN } else { room }, land.1 + 2 * MARGIN), is_beside }
    }
}

/// A place on the map.
struct Site<'a> {
    index: usize,
    place: &'a Location,
    rings: Vec<Vec<(i32, i32)>>,
    /// The middle of its largest area.
    at: (i32, i32),
    /// Half its width and height there.
    reach: (i32, i32),
}

impl<'a> Site<'a> {
    fn of(index: usize, place: &'a Location, sheet: &Projection) -> Option<Self> {
        let mut spot = Self { index, place, rings: Vec::new(), at: (0, 0), reach: (-1, -1) };
        if place.outline.is_empty() {
            spot.at = sheet.point(place.at?);
            let radius = match place.precision {
                Precision::City => within(sheet.length(10), CITY),
                Precision::Province => within(sheet.length(50), PROVINCE),
                Precision::Country => COUNTRY,
            };
            spot.reach = (radius, radius);
            return Some(spot);
        }
        for ring in &place.outline {
            let ring = sheet.line(ring);
            let ends = |of: fn(&(i32, i32)) -> i32| {
                let all = ring.iter().map(of);
                (all.clone().min().unwrap_or_default(), all.max().unwrap_or_default())
            };
            let ((left, right), (top, bottom)) = (ends(|point| point.0), ends(|point| point.1));
            let reach = ((right - left) / 2, (bottom - top) / 2);
            if reach.0 * reach.1 > spot.reach.0 * spot.reach.1 || spot.reach.0 < 0 {
                (spot.at, spot.reach) = ((left.midpoint(right), top.midpoint(bottom)), reach);
            }
            if ring.len() > 2 {
                spot.rings.push(ring);
            }
        }
        if spot.is_tiny() {
            spot.reach = (TINY, TINY);
            spot.rings.clear();
        }
        Some(spot)
    }

    /// Whether its land is too small to be seen.
    fn is_tiny(&self) -> bool {
        !self.place.outline.is_empty() && (self.rings.is_empty() || self.reach.0 < TINY / 2 && self.reach.1 < TINY / 2)
    }

    fn draw(&self, canvas: &mut Canvas) {
        if self.is_tiny() {
            canvas.disc(self.at, TINY, Role::Land);
            canvas.enlarge();
            return;
        }
        for ring in &self.rings {
            canvas.polygon(ring, Role::Land);
        }
        if self.place.outline.is_empty() {
            let role = match self.place.precision {
                Precision::City => Role::Solid,
                Precision::Province => Role::Spot,
                Precision::Country => Role::Land,
            };
            canvas.disc(self.at, self.reach.0, role);
        }
    }
}

fn within(length: i32, (least, most): (i32, i32)) -> i32 {
    length.max(least).min(most)
}

/// The land, the discs on it, and their letters.
fn draw_map(places: &[&Location], plan: &Layout, canvas: &mut Canvas) {
    for line in plan.sheet.graticule() {
        canvas.line(&line, Role::Grid);
    }
    let spots: Vec<Site<'_>> =
        places.iter().enumerate().filter_map(|(index, place)| Site::of(index, place, &plan.sheet)).collect();
    let mut letters = Lettered::within(plan.size);
    for spot in spots.iter().filter(|spot| spot.rings.is_empty()) {
        letters.keep_off(spot.at, spot.reach.0.max(TINY));
    }
    // Discs are on the land, and small ones on large ones.
    for precision in [Precision::Country, Precision::Province, Precision::City] {
        for spot in spots.iter().filter(|spot| spot.place.precision == precision) {
            canvas.open(Subject::Place(spot.place.id.clone()));
            spot.draw(canvas);
            canvas.close();
        }
    }
    // A disc has less choice of places for its letter than a country.
    for has_land in [false, true] {
        for spot in spots.iter().filter(|spot| (spot.rings.is_empty()) != has_land) {
            let name = letter(spot.index);
            let Some(place) = letters.place(&name, spot.at, spot.reach, has_land) else { continue };
            canvas.open(Subject::Place(spot.place.id.clone()));
            if place.is_far {
                canvas.line(&[spot.at, place.end], Role::Edge);
            }
            canvas.text(place.at, Align::Middle, name, Role::Value);
            canvas.close();
        }
    }
}

/// An entry of the list below a point, without the precision of its place if it has to be short. Returns its end.
fn draw_entry(
    plot: &Account<'_>,
    entry: &Locality<'_>,
    (x, mut y): (i32, i32),
    room: i32,
    is_short: bool,
    canvas: &mut Canvas,
) -> i32 {
    let names: Vec<String> = entry.places.iter().map(|(index, _)| letter(*index)).collect();
    let names = names.join(" ");
    let indent = (lettering::width(&names, SIZE, Weight::Bold) + 80).max(INDENT).min(room / 3);
    let (left, room) = (x + indent, room - indent);
    match entry.places.as_slice() {
        [(_, place)] => {
            let marker = place.citations.as_ref().and_then(|_| reference(plot, &place.id, &place.name));
            let heading = Heading::new(plot.text(&place.name), marker, room);
            let height = heading.height();
            canvas.open(Subject::Place(place.id.clone()));
            canvas.text((x, y + SIZE), Align::Start, names, Role::Value);
            heading.draw(canvas, (left, y + SIZE), Align::Start);
            if !is_short {
                canvas.text((left, y + height + SMALL - 10), Align::Start, plot.precision(place), Role::Small);
            }
            canvas.close();
            y += if is_short { height } else { height + LINE };
        }
        _ => {
            let heading = Heading::new(&plot.where_of(entry), None, room);
            let height = heading.height();
            for (place, line) in lettering::lines(&names, indent - 60, SIZE, Weight::Bold).into_iter().enumerate() {
                canvas.text((x, y + SIZE + 180 * place as i32), Align::Start, line, Role::Value);
            }
            heading.draw(canvas, (left, y + SIZE), Align::Start);
            y += height;
        }
    }
    for figure in &entry.figures {
        y = draw_figure(plot, figure, (left, y + 60), room, canvas);
    }
    for event in &entry.events {
        y = draw_event(plot, event, (left, y + 60), room, canvas);
    }
    y
}

fn draw_figure(plot: &Account<'_>, figure: &Figure, (x, y): (i32, i32), room: i32, canvas: &mut Canvas) -> i32 {
    let block = Block::of(plot, figure, room);
    let height = block.height();
    canvas.open(Subject::Figure(figure.id.clone()));
    block.draw(canvas, x, y);
    canvas.close();
    y + height
}

fn draw_event(plot: &Account<'_>, event: &Event, (x, y): (i32, i32), room: i32, canvas: &mut Canvas) -> i32 {
    let heading = Heading::new(&plot.language.date(&event.date), reference(plot, &event.id, &event.label), room);
    let block = Block::new(heading, plot.text(&event.label), room);
    let height = block.height();
    canvas.open(Subject::Event(event.id.clone()));
    block.draw(canvas, x, y);
    canvas.close();
    y + height
}
