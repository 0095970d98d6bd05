//! A flow: speakers, the articles that report their figures, and the articles that repeat those. Each figure is a band from
//! its speaker to the reporting articles; lighter bands lead on to the repeating ones.

use model::Chart;
use statement::{Account, Message};

use super::bands::{GAP, Placed, Slot, band, inset, settle};
use super::columns::{Columns, Link, Node};
use super::label::{Label, Speaker, flag};
use crate::basis;
use crate::block::SMALL;
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::role::Role;
use crate::sample::{self, Sample};
use crate::scene::{Align, Subject};

/// The heads of the columns.
const HEAD: i32 = 240;
/// The space below the columns.
const FOOT: i32 = 40;
/// The height of a figure: at best, on a page, and at least.
const PITCHES: (i32, i32, i32) = (200, 120, 5);
/// The maximum height of all figures on a page.
const ALL: i32 = 4800;
/// The width of an article's bar, and of the sign after it for figures in it alone.
const BAR: i32 = 70;
const SIGN: i32 = 130;
/// The maximum numbers of nodes in a column that are tried; the first that fits is used.
const MOST: [usize; 6] = [12, 9, 7, 5, 4, 3];

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    let free = match frame {
        Frame::Boxed { height, .. } => Some(height - HEAD - FOOT),
        _ => None,
    };
    let mut flow = Flow::of(plot, chart, frame, 12, free);
    for most in MOST {
        if free.is_some_and(|free| flow.height > free) {
            flow = Flow::of(plot, chart, frame, most, free);
        }
    }
    flow.draw(plot, canvas)
}

/// What the forms mean.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let ways: Vec<_> = plot.figures(chart).into_iter().map(|figure| plot.way(figure)).collect();
    let mut samples = Vec::new();
    let mut add = |used: bool, message, draw: fn(&mut Canvas)| {
        if used {
            samples.push(sample::sample(plot.language, message, draw));
        }
    };
    let is_alone = ways.iter().any(statement::Way::is_alone);
    add(is_alone, Message::LegendAlone, |canvas| canvas.disc((300, 80), 40, Role::Alone));
    let is_repeated = ways.iter().any(|way| !way.repeats.is_empty());
    add(is_repeated, Message::LegendCarried, |canvas| canvas.fill((0, 30), (600, 130), Role::Carry));
    let is_party = ways.iter().any(|way| way.teller.party);
    add(is_party, Message::LegendParty, |canvas| flag(canvas, (260, 25)));
    samples
}

/// The places of the columns, from left to right.
struct Sides {
    /// The right end of the speakers' names.
    names: i32,
    /// The place where bands begin.
    bands: i32,
    reports: i32,
    repeats: i32,
    end: i32,
}

struct Flow<'a> {
    columns: Columns<'a>,
    links: Vec<Link>,
    sides: Sides,
    speakers: Vec<Speaker>,
    origins: Vec<Label>,
    repeaters: Vec<Label>,
    pitch: i32,
    /// The height of a figure in a band to a repeating article.
    thin: i32,
    says: Vec<Placed>,
    reports: Vec<Placed>,
    repeats: Vec<Placed>,
    height: i32,
}

impl<'a> Flow<'a> {
    fn of(plot: &Account<'a>, chart: &Chart, frame: Frame, most: usize, free: Option<i32>) -> Self {
        let columns = Columns::of(plot, chart, most);
        let links = columns.links();
        let width = frame.width();
        let names = width * 29 / 100;
        let repeats = if columns.repeats.is_empty() { width } else { width * 80 / 100 };
        let bands = names + 60 + basis::SIZE + 30;
        let sides = Sides { names, bands, reports: width * 51 / 100, repeats, end: width };

        let speakers: Vec<Speaker> =
            columns.says.iter().map(|node| Speaker::of(plot, &columns, node, sides.names)).collect();
        let origin = |node: &Node| {
            let message = Message::ReportsFigures { figures: node.figures.len(), alone: columns.alone(node) };
            Label::of(plot, &columns, node, &plot.say(message), sides.repeats - sides.reports - 100)
        };
        let origins: Vec<Label> = columns.reports.iter().map(origin).collect();
        let repeater = |(place, node): (usize, &Node)| {
            let mut from = links.iter().filter(|link| link.to == place).map(|link| link.from);
            let origin = from.next().filter(|_| from.next().is_none()).and_then(|from| columns.reports.get(from));
            let all = origin.filter(|origin| origin.members.len() == 1).map_or(0, |origin| origin.figures.len());
            let message = Message::RepeatsFigures { figures: node.figures.len(), all, outlet: "" };
            Label::of(plot, &columns, node, &plot.say(message), sides.end - sides.repeats)
        };
        let repeaters: Vec<Label> = columns.repeats.iter().enumerate().map(repeater).collect();

        let slots: i32 = columns.reports.iter().map(|node| node.figures.len() as i32).sum();
        let (best, page, least) = PITCHES;
        let pitch = match free {
            Some(free) => {
                let labels: i32 = origins.iter().map(|label| label.height() + GAP).sum();
                ((free - labels + GAP) / slots.max(1)).clamp(least, best)
            }
            None => page.min(ALL / slots.max(1)).max(least),
        };
        let mut flow = Self {
            columns,
            links,
            sides,
            speakers,
            origins,
            repeaters,
            pitch,
            thin: pitch,
            says: Vec::new(),
            reports: Vec::new(),
            repeats: Vec::new(),
            height: 0,
        };
        flow.place(free);
        flow
    }

    /// Places all nodes.
    fn place(&mut self, free: Option<i32>) {
        for (place, node) in self.columns.reports.iter().enumerate() {
            let count: i32 = self.links.iter().filter(|link| link.from == place).map(|link| link.count as i32).sum();
            self.thin = self.thin.min(self.pitch * node.figures.len() as i32 / count.max(1)).max(2);
        }
        let mut says: Vec<Placed> = Vec::new();
        for (node, label) in self.columns.says.iter().zip(&self.speakers) {
            let (slots, height) = self.runs(node);
            says.push(Placed { top: 0, height: height.max(label.height()), slots });
        }
        let slots = |node: &Node| node.figures.len() as i32 * self.pitch;
        let reports = self.columns.reports.iter().zip(&self.origins);
        let mut reports: Vec<Placed> = reports
            .map(|(node, label)| Placed { top: 0, height: label.height() + slots(node), slots: Vec::new() })
            .collect();
        let repeats = self.columns.repeats.iter().zip(&self.repeaters).enumerate();
        let mut repeats: Vec<Placed> = repeats
            .map(|(place, (_, label))| Placed {
                top: 0,
                height: label.height() + self.arriving(place),
                slots: Vec::new(),
            })
            .collect();
        let high = |nodes: &[Placed]| nodes.iter().map(|node| node.height + GAP).sum::<i32>() - GAP;
        let height = high(&says).max(high(&reports)).max(high(&repeats));
        self.height = height.max(free.unwrap_or_default());

        // Speakers are spread over the whole height.
        let between = (self.height - high(&says)) / (says.len() as i32).max(1);
        let mut y = between / 2;
        for node in &mut says {
            node.top = y;
            y += node.height + GAP + between;
            // The figures are in the middle of their node.
            let spare = (node.height - node.slots.last().map_or(0, |slot| slot.to)) / 2;
            for slot in &mut node.slots {
                slot.from += spare;
                slot.to += spare;
            }
        }
        // An article is where its figures come from, as far as there is room.
        let begin = |figure: usize| {
            let mut all = says.iter().flat_map(|node| node.slots.iter().map(move |slot| (node.top, slot)));
            all.find(|(_, slot)| slot.figure == figure).map_or(0, |(top, slot)| top + (slot.from + slot.to) / 2)
        };
        for ((node, placed), label) in self.columns.reports.iter().zip(&mut reports).zip(&self.origins) {
            let mut figures: Vec<(i32, usize)> = Vec::new();
            for figure in &node.figures {
                let key = (begin(*figure), *figure);
                figures.insert(figures.partition_point(|other| *other < key), key);
            }
            let middle = figures.iter().map(|(y, _)| y).sum::<i32>() / (figures.len() as i32).max(1);
            let mut y = label.height();
            placed.top = middle - (placed.height + y) / 2;
            for (_, figure) in figures {
                placed.slots.push(Slot { figure, from: y, to: y + self.pitch });
                y += self.pitch;
            }
        }
        settle(&mut reports, self.height);
        for (place, (placed, label)) in repeats.iter_mut().zip(&self.repeaters).enumerate() {
            let links = self.links.iter().filter(|link| link.to == place);
            let middles = links.filter_map(|link| reports.get(link.from));
            let (sum, count) = middles.fold((0, 0), |(sum, count), node| {
                let bar = node.slots.first().map_or(0, |slot| slot.from);
                (sum + node.top + (node.height + bar) / 2, count + 1)
            });
            placed.top = sum / count.max(1) - (placed.height + label.height()) / 2;
        }
        settle(&mut repeats, self.height);
        (self.says, self.reports, self.repeats) = (says, reports, repeats);
    }

    /// The height of the bar of a repeating article.
    fn arriving(&self, place: usize) -> i32 {
        let counts = self.links.iter().filter(|link| link.to == place).map(|link| link.count as i32);
        (counts.sum::<i32>() * self.thin).max(40)
    }

    /// The figures of a speaker, grouped by basis; a group has room for at least one glyph.
    fn runs(&self, node: &Node) -> (Vec<Slot>, i32) {
        let goes = |figure: usize| self.columns.reports.iter().position(|node| node.figures.contains(&figure));
        let (mut slots, mut y) = (Vec::new(), 0);
        for kind in basis::ALL {
            let mut figures: Vec<(Option<usize>, usize)> = Vec::new();
            for figure in node.figures.iter().copied().filter(|figure| self.basis(*figure) == kind) {
                let key = (goes(figure), figure);
                figures.insert(figures.partition_point(|other| *other < key), key);
            }
            let count = figures.len() as i32;
            if count == 0 {
                continue;
            }
            let height = (count * self.pitch).max(basis::SIZE + 20);
            for ((_, figure), place) in figures.into_iter().zip(0..) {
                slots.push(Slot { figure, from: y + height * place / count, to: y + height * (place + 1) / count });
            }
            y += height;
        }
        (slots, y)
    }

    fn draw(mut self, plot: &Account<'_>, canvas: &mut Canvas) -> i32 {
        let sides = &self.sides;
        let heads = [
            (sides.names, Align::End, Message::WhoSays, true),
            (sides.reports, Align::Start, Message::WhoReports, true),
            (sides.repeats, Align::Start, Message::WhoRepeats, !self.repeats.is_empty()),
        ];
        for (x, align, message, _) in heads.into_iter().filter(|(.., is_there)| *is_there) {
            canvas.text((x, SMALL), align, plot.say(message), Role::Small);
        }
        for (speaker, node) in std::mem::take(&mut self.speakers).into_iter().zip(&self.says) {
            let y = HEAD + node.top + (node.height - speaker.height()) / 2;
            speaker.draw(canvas, (self.sides.names, y));
        }
        self.draw_links(canvas);
        for (label, node) in std::mem::take(&mut self.origins).into_iter().zip(&self.reports) {
            label.draw(canvas, (self.sides.reports, HEAD + node.top));
        }
        for (place, (label, node)) in std::mem::take(&mut self.repeaters).into_iter().zip(&self.repeats).enumerate() {
            let (x, y) = (self.sides.repeats, HEAD + node.top);
            let bar = y + label.height();
            label.draw(canvas, (x, y));
            canvas.fill((x, bar), (x + BAR, bar + self.arriving(place)), Role::Rest);
        }
        self.draw_figures(canvas);
        HEAD + self.height + FOOT
    }

    /// The bands to the repeating articles, side by side at both ends.
    fn draw_links(&self, canvas: &mut Canvas) {
        let mut arrived: Vec<i32> = self.repeats.iter().map(|_| 0).collect();
        for (place, node) in self.reports.iter().enumerate() {
            let links = self.links.iter().filter(|link| link.from == place);
            let all: i32 = links.clone().map(|link| link.count as i32 * self.thin).sum();
            let top = node.slots.first().map_or(0, |slot| slot.from);
            let mut y = HEAD + node.top + (top + node.height - all) / 2;
            for link in links {
                let (Some(end), Some(label), Some(arrived)) =
                    (self.repeats.get(link.to), self.repeaters.get(link.to), arrived.get_mut(link.to))
                else {
                    continue;
                };
                let height = link.count as i32 * self.thin;
                let to = HEAD + end.top + label.height() + *arrived;
                // It bends after the names of the articles below.
                let (from, end) = (self.sides.reports + BAR + SIGN, self.sides.repeats - 20);
                let bend = from + (end - from) * 55 / 100;
                band(canvas, [from, bend, end], inset(y, y + height), inset(to, to + height), Role::Carry);
                y += height;
                *arrived += height;
            }
        }
    }

    /// The figures, in the order of their speakers.
    fn draw_figures(&self, canvas: &mut Canvas) {
        let sides = &self.sides;
        let radius = (self.pitch / 2 - 15).clamp(15, 40);
        let mut run = (usize::MAX, "");
        for (place, node) in self.says.iter().enumerate() {
            for slot in &node.slots {
                let Some(way) = self.columns.ways.get(slot.figure) else { continue };
                let basis = statement::basis(way.figure);
                let (from, to) = (HEAD + node.top + slot.from, HEAD + node.top + slot.to);
                canvas.open(Subject::Figure(way.figure.id.clone()));
                // Thin bands of one basis share a glyph.
                let is_first = run != (place, basis);
                run = (place, basis);
                if to - from >= basis::SIZE || is_first {
                    let middle = if to - from >= basis::SIZE {
                        (from + to) / 2
                    } else {
                        let mut of_run = node.slots.iter().filter(|other| self.basis(other.figure) == basis);
                        HEAD + node.top + (slot.from + of_run.next_back().map_or(slot.to, |last| last.to)) / 2
                    };
                    basis::draw(canvas, (sides.names + 60, middle - basis::SIZE / 2), basis);
                }
                for end in &self.reports {
                    for other in end.slots.iter().filter(|other| other.figure == slot.figure) {
                        let (top, bottom) = (HEAD + end.top + other.from, HEAD + end.top + other.to);
                        band(
                            canvas,
                            [sides.bands, sides.bands, sides.reports],
                            inset(from, to),
                            inset(top, bottom),
                            Role::Flow,
                        );
                        let (top, bottom) = inset(top, bottom);
                        canvas.fill((sides.reports, top), (sides.reports + BAR, bottom), Role::Edge);
                        if way.is_alone() {
                            let middle = (sides.reports + BAR + SIGN / 2, (top + bottom) / 2);
                            canvas.disc(middle, radius, Role::Alone);
                        }
                    }
                }
                canvas.close();
            }
        }
    }

    fn basis(&self, figure: usize) -> &'static str {
        self.columns.ways.get(figure).map_or("", |way| statement::basis(way.figure))
    }
}
