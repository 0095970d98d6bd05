//! A chart on a sheet of its own, to be saved, printed or sent: with its title, finding, legend and articles in one picture,
//! so that a screenshot is still a citation.

use model::{Chart, Day};
use statement::{Account, Message, isolated};

use crate::frame::Frame;
use crate::imprint;
use crate::legend;
use crate::lettering::{self, Weight};
use crate::paragraph::{self, Link, Span};
use crate::plot;
use crate::sample::Sample;
use crate::scene::{Reference, Scene};

/// The margins on all sides, in tenths of a pixel like all lengths here.
pub(crate) const MARGIN: i32 = 280;
/// The bottom margin: the last line has room for its descenders besides.
const FOOT: i32 = MARGIN - 40;
/// The width between the margins of a sheet for a page.
const ROOM: i32 = 6400;
/// The scale of parts that are not enlarged, in thousandths.
pub(crate) const WHOLE: i32 = 1000;
/// The maximum width of a line of text.
const MEASURE: i32 = 6080;
/// The distance of a note's text from its number.
const HANG: i32 = 220;
/// The gap between a form and its words.
pub(crate) const BESIDE: i32 = 80;
/// The gap between two samples.
const APART: i32 = 440;

/// A chart with everything that belongs to it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sheet {
    /// The picture.
    pub scene: Scene,
    /// Its width in tenths of a pixel.
    pub width: i32,
    /// Its height in tenths of a pixel.
    pub height: i32,
    /// The BCP 47 tag of its language.
    pub language: &'static str,
    /// The targets of the markers in the picture.
    pub(crate) links: Vec<Vec<Option<Link>>>,
    pub(crate) parts: Vec<Part>,
}

/// The parts of a sheet besides the picture, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    /// The bar at the top.
    Bar { y: i32 },
    /// A thin line.
    Rule { y: i32 },
    /// The chart's picture, its top left corner and its scale, in thousandths.
    Picture { at: (i32, i32), scale: i32 },
    /// Other parts with their top left corner and scale, in thousandths.
    Scaled { at: (i32, i32), scale: i32, parts: Vec<Part> },
    /// A form that the legend explains.
    Sample { at: (i32, i32), picture: String },
    /// A paragraph; `y` is the first base line.
    Words { kind: Type, at: (i32, i32), lines: Vec<Vec<Span>> },
}

/// A size of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Type {
    pub(crate) class: &'static str,
    pub(crate) size: i32,
    pub(crate) leading: i32,
    pub(crate) weight: Weight,
}

const TITLE: Type = Type { class: "title", size: 220, leading: 280, weight: Weight::Bold };
const FINDING: Type = Type { class: "finding", size: 160, leading: 230, weight: Weight::Regular };
pub(crate) const LEGEND: Type = Type { class: "legend", size: 130, leading: 200, weight: Weight::Regular };
pub(crate) const PRINT: Type = Type { class: "print", size: 120, leading: 170, weight: Weight::Regular };
pub(crate) const NUMBER: Type = Type { class: "number", size: 120, leading: 170, weight: Weight::Bold };

impl Sheet {
    /// The width of a sheet for a page or a text column, in tenths of a pixel.
    pub const WIDTH: i32 = ROOM + 2 * MARGIN;

    /// Lays a chart out on a sheet of its own, 696 pixels wide. `day` is the day of the last change of the chart.
    pub fn of(account: &Account<'_>, chart: &Chart, day: Day) -> Self {
        Self::framed(account, chart, day, Frame::Wide)
    }

    /// The same for a phone: 344 pixels wide.
    pub fn narrow(account: &Account<'_>, chart: &Chart, day: Day) -> Self {
        Self::framed(account, chart, day, Frame::Narrow)
    }

    fn framed(account: &Account<'_>, chart: &Chart, day: Day, frame: Frame) -> Self {
        let scene = plot::scene(account, chart, frame);
        let room = frame.width();
        let mut page = Page { parts: vec![Part::Bar { y: MARGIN }], room, y: MARGIN + 30 + 100 };

        page.words(TITLE, 0, room, &[Span::plain(&scene.title)]);
        page.y += 50;
        let (finding, named) = imprint::sentence(account, &chart.finding);
        page.words(FINDING, 0, room.min(MEASURE), &finding);
        page.y += 180;
        page.legend(LEGEND, APART, legend::of_chart(account, chart));
        page.legend(LEGEND, APART, legend::bases_of(account, account.figures(chart)));
        page.y += 160;

        page.parts.push(Part::Picture { at: (MARGIN, page.y), scale: WHOLE });
        page.y += scene.height;

        let numbers = cited(account, chart, named);
        page.rule();
        let claims = imprint::claims(account, chart);
        for claim in &claims {
            page.words(PRINT, 0, room, claim);
            page.y += 30;
        }
        page.y += if claims.is_empty() { 0 } else { 70 };
        for note in numbers.into_iter().filter_map(|number| account.note(number)) {
            let top = page.y;
            page.words(NUMBER, 0, HANG, &[Span::plain(note.number.to_string())]);
            page.y = top;
            page.words(PRINT, HANG, room - HANG, &imprint::article(account, note.source));
            page.y += 30;
        }

        page.rule();
        let date = Span::bound(&account.day(day));
        let about = format!(". {}. {}.", account.say(Message::Updated { date: &date }), account.licence());
        page.words(PRINT, 0, room, &[Span::strong(isolated(account.title())), Span::plain(about)]);
        let links = |reference: &Reference| {
            let numbers = reference.numbers.iter().map(|number| number.number);
            numbers.map(|number| imprint::link(account, &reference.item, number)).collect()
        };
        let links = scene.references.iter().map(links).collect();
        let (width, height) = (room + 2 * MARGIN, page.end());
        Self { scene, width, height, language: account.language.tag(), links, parts: page.parts }
    }

    /// The sheet with a last line that has the dashboard's address, if it is known.
    pub fn with_address(mut self, url: &str) -> Self {
        let room = self.width - 2 * MARGIN;
        let mut page = Page { parts: std::mem::take(&mut self.parts), room, y: self.height - FOOT };
        page.words(PRINT, 0, room, &[imprint::address(url)]);
        self.height = page.end();
        self.parts = page.parts;
        self
    }

    /// The sheet for use as an image in a page, where its links cannot be followed.
    pub fn without_links(mut self) -> Self {
        self.links.iter_mut().flatten().for_each(|link| *link = None);
        for part in &mut self.parts {
            if let Part::Words { lines, .. } = part {
                lines.iter_mut().flatten().for_each(|span| span.link = None);
            }
        }
        self
    }
}

/// The numbers of the articles behind what a chart shows, and of these others, in order.
pub(crate) fn cited(account: &Account<'_>, chart: &Chart, named: Vec<usize>) -> Vec<usize> {
    let passages = |id: &&String| account.dashboard.place(id).is_some_and(|place| place.citations.is_some());
    let places = chart.places.iter().filter(passages);
    let items = chart.figures.iter().chain(&chart.events).chain(places);
    let items = items.flat_map(|item| account.footnotes.markers(item));
    let mut numbers: Vec<usize> = items.map(|marker| marker.number).chain(named).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// A sheet that is filled from the top.
pub(crate) struct Page {
    pub(crate) parts: Vec<Part>,
    /// The width between its margins.
    pub(crate) room: i32,
    pub(crate) y: i32,
}

impl Page {
    /// The height of its content, in whole pixels: half a pixel would be a seam at the edge of a PNG.
    fn end(&self) -> i32 {
        (self.y + FOOT + 9) / 10 * 10
    }

    /// A paragraph.
    pub(crate) fn words(&mut self, kind: Type, indent: i32, room: i32, spans: &[Span]) {
        let lines = paragraph::lines(spans, room, kind.size, kind.weight);
        let at = (MARGIN + indent, self.y + kind.size);
        self.y += kind.leading * lines.len() as i32;
        self.parts.push(Part::Words { kind, at, lines });
    }

    pub(crate) fn rule(&mut self) {
        self.y += 120;
        self.parts.push(Part::Rule { y: self.y + 5 });
        self.y += 120;
    }

    /// Samples of forms or glyphs, side by side as far as they fit.
    pub(crate) fn legend(&mut self, kind: Type, apart: i32, samples: Vec<Sample>) {
        let (mut x, mut deepest) = (0, 0);
        for sample in samples {
            let (from, to) = sample.sides;
            let indent = if sample.picture.is_empty() { 0 } else { to - from + BESIDE };
            let width = indent + lettering::width(&sample.words, kind.size, kind.weight);
            if x > 0 && x + width > self.room {
                self.y += deepest;
                (x, deepest) = (0, 0);
            }
            let top = self.y;
            if indent > 0 {
                self.parts.push(Part::Sample { at: (MARGIN + x - from, top), picture: sample.picture });
            }
            self.words(kind, x + indent, self.room - x - indent, &[Span::plain(sample.words)]);
            deepest = deepest.max(self.y - top).max(kind.leading);
            self.y = top;
            x += width + apart;
        }
        self.y += deepest;
    }
}
