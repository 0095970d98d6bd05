//! A chart or a figure as one picture of a fixed size, for a slide or a link: the finding as its title, the picture, its
//! key, the numbered articles, and the address of the dashboard.
//!
//! Its letters can be read from the last row, or on a phone: they have at least 24 pixels on a slide and 20 on a card.

use model::{Chart, Day, Figure, Kind};
use statement::{Account, Message, Offer, Topic, isolated};

use crate::boxed::{self, Boxed};
use crate::frame::Frame;
use crate::imprint;
use crate::legend;
use crate::lettering::{self, Weight};
use crate::paragraph::{self, Span, Style};
use crate::sample;
use crate::scene::Scene;
use crate::sheet::{BESIDE, LEGEND, MARGIN, NUMBER, PRINT, Page, Part, Sheet, Type, WHOLE, cited};
use crate::svg;
use crate::tile;

/// The purpose of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A slide of 1920 by 1080 pixels.
    Slide,
    /// A preview of a shared link: 1200 by 630 pixels, with few rows.
    Link,
}

/// A picture of a fixed size.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Slide {
    /// Its content.
    pub sheet: Sheet,
    /// The width and height of the chart's box, in tenths of a pixel.
    pub room: (i32, i32),
    /// The scale of the chart, in thousandths.
    pub scale: i32,
    /// How many of the chart's figures and events are left out.
    pub left_out: usize,
}

/// The space above the title, and below the last line.
const HEAD: i32 = 150;
const FOOT: i32 = 90;
/// The gap between the parts.
const GAP: i32 = 60;
/// The gap between two forms of the key, or two articles.
const APART: i32 = 240;
/// The title.
const HEADLINE: Type = Type { class: "headline", size: 160, leading: 190, weight: Weight::Bold };
/// Its largest and smallest scale, in thousandths, so that the raised numbers in it stay legible.
const TITLE: (i32, i32) = (2000, 1100);
/// The maximum of lines of a title, and of the articles.
const TITLE_LINES: usize = 3;
const SOURCE_LINES: usize = 3;
/// The label of a figure, and its scale.
const LABEL: Type = Type { class: "finding", size: 160, leading: 210, weight: Weight::Regular };
const LABELS: (i32, i32) = (1900, 1100);
/// The largest and smallest scale of a figure's value.
const VALUE: (i32, i32) = (6000, 1500);
/// The maximum of article numbers beside a figure; all are listed below.
const MOST_NUMBERS: usize = 6;
/// The scale of the basis of a figure and of its support.
const ASIDE: i32 = 1300;
/// The style of the support of a figure that rests on one article alone.
const ALONE: Type = Type { class: "single", ..LEGEND };

impl Purpose {
    /// The number of pixels of a pixel of the layout.
    pub fn scale(self) -> f32 {
        match self {
            Self::Slide => 2.0,
            Self::Link => 5.0 / 3.0,
        }
    }

    /// Width and height of the layout, in tenths of a pixel.
    fn size(self) -> (i32, i32) {
        match self {
            Self::Slide => (9600, 5400),
            Self::Link => (7200, 3780),
        }
    }

    /// The maximum of figures and events.
    fn most(self) -> Option<usize> {
        match self {
            Self::Slide => None,
            Self::Link => Some(5),
        }
    }

    /// The minimum height for the small drawing of a figure, whose words shrink with it.
    fn drawing(self) -> i32 {
        if self == Self::Slide { 1000 } else { 1250 }
    }

    /// The minimum heights of the chart's box, each tried before the next: three fifths of a slide, and less of a card, which
    /// has fewer rows. A course and a map need height in both.
    fn leasts(self, kind: Kind) -> &'static [i32] {
        match (self, kind) {
            (Self::Slide, _) => &[60],
            (Self::Link, Kind::Series | Kind::Map) => &[55, 47, 40],
            (Self::Link, _) => &[40],
        }
    }

    /// A percentage of its height, in the units of the layout.
    fn part(self, percent: i32) -> i32 {
        let (width, height) = self.size();
        width * (height / 100) / (width - 2 * MARGIN) * percent + percent
    }
}

impl Slide {
    /// Lays a chart out for a purpose. `day` is the day of the last change of the chart.
    pub fn of_chart(account: &Account<'_>, chart: &Chart, purpose: Purpose, day: Day) -> Self {
        let (width, height) = purpose.size();
        let room = width - 2 * MARGIN;
        let (finding, named) = imprint::sentence(account, &chart.finding);
        let name = [Span::plain(isolated(account.text(&chart.title)))];
        let numbers = cited(account, chart, named.clone());
        let most = purpose.most().unwrap_or(usize::MAX);
        let key = key(account, &boxed::trimmed(account, chart, most), room);
        let about = about(account, purpose, day);
        let foot = |numbers: &[usize], most| foot(account, numbers, room, most, &about);

        // The largest title that leaves the chart its room, above the name of the chart or, without room for that, alone. A
        // finding is not cut: if it is too long, the name of the chart replaces it.
        let scales = || (TITLE.1..=TITLE.0).rev().step_by(50);
        let leasts = purpose.leasts(chart.kind);
        let last = leasts.last().copied().unwrap_or_default();
        let with_finding = leasts.iter().flat_map(|least| [((true, true), *least), ((true, false), *least)]);
        let choices = with_finding.chain([((false, false), last)]).flat_map(|title| {
            let lines = (1..=SOURCE_LINES).rev();
            lines.flat_map(move |most| scales().map(move |scale| (title, most, scale)))
        });
        let mut plan = (Page::new(room), 0, 0);
        for (((is_finding, is_named), least), most, scale) in choices {
            let mut head = Page { y: HEAD, ..Page::new(room) };
            let lines = headline(&mut head, if is_finding { finding.as_slice() } else { name.as_slice() }, scale);
            if is_named {
                head.y += GAP / 2;
                head.words(PRINT, 0, room, &name);
            }
            let free = height - head.y - key.y - foot(&numbers, most).y - 3 * GAP;
            let fits = lines <= TITLE_LINES && free >= purpose.part(least);
            plan = (head, free, most);
            if fits {
                break;
            }
        }
        let (mut head, free, most) = plan;

        let mut boxed = boxed::boxed(account, chart, (room, free), purpose.most());
        // Only drawn figures are explained and cited, which leaves a course more height.
        let key = self::key(account, &boxed.chart, room);
        let foot = foot(&cited(account, &boxed.chart, named), most);
        if chart.kind == Kind::Series {
            let free = height - head.y - key.y - foot.y - 3 * GAP;
            boxed = boxed::boxed(account, chart, (room, free), Some(boxed.chart.figures.len()));
        }
        head.y += GAP / 2;
        head.place((0, head.y), key);
        let spare = height - foot.y - head.y - boxed.size().1 - 2 * GAP;
        head.y += GAP + (spare / 3).max(0);
        head.parts.push(Part::Picture { at: (MARGIN, head.y), scale: boxed.scale });
        head.y = height - foot.y;
        head.place((0, head.y), foot);
        let Boxed { scene, scale, left_out, .. } = boxed;
        let sheet = Sheet {
            links: vec![Vec::new(); scene.references.len()],
            scene,
            width,
            height,
            language: account.language.tag(),
            parts: head.parts,
        };
        Self { sheet: sheet.without_links(), room: (room, free), scale, left_out }
    }

    /// Lays a figure out for a purpose, with its small drawing beside the others of its band if it has room for that.
    pub fn of_figure(account: &Account<'_>, figure: &Figure, purpose: Purpose, band: &[&Figure], day: Day) -> Self {
        let (width, height) = purpose.size();
        let room = width - 2 * MARGIN;
        let markers = account.footnotes.markers(&figure.id);
        let mut numbers: Vec<usize> = markers.iter().map(|marker| marker.number).collect();
        numbers.sort_unstable();
        let facts = account.full_facts(figure);
        let words = |topics: fn(Topic) -> bool| {
            let words = facts.iter().filter(|fact| topics(fact.topic)).map(|fact| fact.words.as_str());
            words.collect::<Vec<_>>().join(" · ")
        };

        let mut page = Page { y: HEAD, ..Page::new(room) };
        let known = words(|topic| matches!(topic, Topic::Computed | Topic::Basis(_) | Topic::Speaker | Topic::AsOf));
        let basis = statement::basis(figure);
        let mut aside = Page::new(room * WHOLE / ASIDE);
        let glyph = sample::of_basis(account.language, basis);
        aside.parts.push(Part::Sample { at: (MARGIN, 0), picture: glyph.picture });
        let known = if known.is_empty() { account.say(Message::Reported) } else { known };
        aside.words(LEGEND, 180, aside.room - 180, &[Span::plain(known)]);
        page.scaled(ASIDE, aside);
        page.y += GAP;

        // The status of the figure is below its label.
        let (phrase, _) = account.stated(figure).into_parts();
        let value = [Span::plain(phrase.to_string())];
        // One line in the largest letters, or several in smaller ones of the same total height.
        let lines = |scale: i32| paragraph::lines(&value, room * WHOLE / scale, HEADLINE.size, HEADLINE.weight).len();
        let fits = |scale: &i32| lines(*scale) as i32 * scale <= VALUE.0;
        let largest = (VALUE.1..=VALUE.0).rev().step_by(100).find(fits);
        headline(&mut page, &value, largest.unwrap_or(VALUE.1));
        page.y += GAP;
        let mut label = vec![Span::plain(isolated(account.text(&figure.label)))];
        let number = |text: String| Span { text, style: Style::Number, link: None };
        label.extend(numbers.iter().take(MOST_NUMBERS).map(|place| number(place.to_string())));
        let more = numbers.len().saturating_sub(MOST_NUMBERS);
        label.extend((more > 0).then(|| number(format!("+{more}"))));
        let standing = words(|topic| matches!(topic, Topic::Standing | Topic::Corrected | Topic::Later));
        let mut support = Page::new(room * WHOLE / ASIDE);
        let alone = account.dashboard.rests_on_one(&figure.id);
        support.words(if alone { ALONE } else { LEGEND }, 0, support.room, &[Span::plain(account.support(figure))]);
        let support_height = support.y * ASIDE / WHOLE;
        let tile = tile::tile(account, figure, band);
        let about = about(account, purpose, day);
        let foot = |most| foot(account, &numbers, room, most, &about);
        // The largest label that leaves the drawing its room; else fewer lines of articles, and then no drawing.
        let drawings: &[bool] = if tile.picture.is_empty() { &[false] } else { &[true, false] };
        let choices = drawings.iter().flat_map(|drawn| {
            let lines = (1..=SOURCE_LINES).rev();
            lines.flat_map(move |most| (LABELS.1..=LABELS.0).rev().step_by(50).map(move |scale| (*drawn, most, scale)))
        });
        let mut plan = (Page::new(room), WHOLE, foot(1), 0, false);
        for (drawn, most, scale) in choices {
            let mut words = Page::new(room * WHOLE / scale);
            balanced(&mut words, LABEL, &label);
            if !standing.is_empty() {
                words.words(LABEL, 0, words.room, &[Span::strong(standing.as_str())]);
            }
            let foot = foot(most);
            let free = height - page.y - words.y * scale / WHOLE - support_height - foot.y - 4 * GAP;
            let fits = free >= if drawn { purpose.drawing() } else { 0 };
            plan = (words, scale, foot, free, drawn);
            if fits {
                break;
            }
        }
        let (words, scale, foot, free, is_drawn) = plan;
        page.scaled(scale, words);
        page.y += 2 * GAP;
        if is_drawn {
            let how = LEGEND.leading * 12 / 10;
            let (across, down) = tile.size;
            let scale = (room * WHOLE / across.max(1)).min((free - how) * WHOLE / down.max(1)).max(0);
            let picture = format!(r#"<svg><g data-basis="{basis}">{}</g></svg>"#, svg::inner(&tile.picture));
            let parts = vec![Part::Sample { at: (0, 0), picture }];
            page.y += (free - how - down * scale / WHOLE).max(0) / 3;
            page.parts.push(Part::Scaled { at: (MARGIN, page.y), scale, parts });
            page.y += down * scale / WHOLE + GAP / 2;
            page.words(LEGEND, 0, room, &[Span::plain(tile.words)]);
        }
        page.y = height - foot.y - support_height - GAP / 2;
        page.scaled(ASIDE, support);
        page.y = height - foot.y;
        page.place((0, page.y), foot);
        let scene = Scene {
            chart: format!("figure-{}", figure.id),
            frame: Frame::Boxed { width: room, height: free },
            height: 0,
            title: account.text(figure.name()).to_owned(),
            description: format!("{}. {}.", account.told_alone(figure), account.known(figure)),
            ground: Vec::new(),
            marks: Vec::new(),
            references: Vec::new(),
        };
        let language = account.language.tag();
        let sheet = Sheet { scene, width, height, language, links: Vec::new(), parts: page.parts };
        Self { sheet: sheet.without_links(), room: (room, free), scale: WHOLE, left_out: 0 }
    }
}

impl Page {
    fn new(room: i32) -> Self {
        Self { parts: Vec::new(), room, y: 0 }
    }

    /// Adds the parts of another page to this one.
    fn place(&mut self, at: (i32, i32), other: Self) {
        self.y = at.1 + other.y;
        self.parts.push(Part::Scaled { at, scale: WHOLE, parts: other.parts });
    }

    /// Adds the parts of another page to this one, at a scale, with common margins.
    fn scaled(&mut self, scale: i32, other: Self) {
        let at = (MARGIN - MARGIN * scale / WHOLE, self.y);
        self.parts.push(Part::Scaled { at, scale, parts: other.parts });
        self.y += other.y * scale / WHOLE;
    }
}

/// Adds a title at a scale; returns the number of its lines.
fn headline(page: &mut Page, spans: &[Span], scale: i32) -> usize {
    let mut title = Page::new(page.room * WHOLE / scale);
    let count = balanced(&mut title, HEADLINE, spans);
    page.scaled(scale, title);
    count
}

/// Adds a paragraph in lines of similar length; returns their number.
fn balanced(page: &mut Page, kind: Type, spans: &[Span]) -> usize {
    let lines = |room: i32| paragraph::lines(spans, room, kind.size, kind.weight).len();
    let (count, mut room) = (lines(page.room), page.room);
    while count > 1 && room > page.room / 2 && lines(room - 100) == count {
        room -= 100;
    }
    page.words(kind, 0, room, spans);
    count
}

/// The samples of a chart's forms, and the bases of its numbers.
fn key(account: &Account<'_>, chart: &Chart, room: i32) -> Page {
    let mut page = Page::new(room);
    page.legend(PRINT, APART, legend::legend(account, chart));
    page
}

/// The dashboard's name and address, the day of the data, and its licence.
fn about(account: &Account<'_>, purpose: Purpose, day: Day) -> Vec<Span> {
    let date = Span::bound(&account.day(day));
    let about = format!(". {}. {}.", account.say(Message::Updated { date: &date }), account.licence());
    let mut spans = vec![Span::strong(isolated(account.title())), Span::plain(about)];
    // A card is shown with a link.
    if let (Purpose::Slide, Some(address)) = (purpose, account.address) {
        spans.push(Span::plain(" "));
        spans.push(imprint::address(address));
    }
    spans
}

/// The foot of a picture: the articles of these numbers in at most this many lines, and the dashboard.
fn foot(account: &Account<'_>, numbers: &[usize], room: i32, most: usize, about: &[Span]) -> Page {
    let mut page = Page::new(room);
    page.parts.push(Part::Rule { y: 5 });
    page.y = GAP;
    sources(&mut page, account, numbers, most);
    page.y += 30;
    page.words(PRINT, 0, room, about);
    page.y += FOOT;
    page
}

/// Numbered articles side by side, each with its outlet, the host of its address and its date. Those without room are
/// counted.
fn sources(page: &mut Page, account: &Account<'_>, numbers: &[usize], most: usize) {
    let entries: Vec<(String, String)> = numbers
        .iter()
        .filter_map(|number| {
            let source = account.note(*number)?.source;
            let host = source.url.as_deref().map(host);
            let date = account.article(source).date;
            let words: Vec<String> =
                [Some(isolated(source.short_name()).into_owned()), host, Some(date)].into_iter().flatten().collect();
            Some((number.to_string(), words.join(", ")))
        })
        .collect();
    let more = |left: usize| account.language.offer(Offer::MoreArticles { articles: left });
    // The distance from the left end of a line to the entry after this one.
    let width = |(number, words): &(String, String)| {
        let number = if number.is_empty() { 0 } else { lettering::width(number, NUMBER.size, NUMBER.weight) + BESIDE };
        number + lettering::width(words, PRINT.size, PRINT.weight)
    };
    let room = page.room;
    // The number of articles that fit into the lines, with the count of the others.
    let placed = |count: usize| {
        let left = entries.len() - count;
        let rest = (left > 0).then(|| (String::new(), more(left)));
        let all: Vec<(String, String)> = entries.iter().take(count).cloned().chain(rest).collect();
        let (mut x, mut line) = (0, 0);
        let mut places = Vec::new();
        for entry in all {
            let wide = width(&entry);
            if x > 0 && x + wide > room {
                (x, line) = (0, line + 1);
            }
            let indent = wide - width(&(String::new(), entry.1.clone()));
            let lines = lettering::lines(&entry.1, room - indent, PRINT.size, PRINT.weight).len();
            places.push((entry, x, line));
            x += wide + APART;
            line += lines.saturating_sub(1);
        }
        (places, line + 1)
    };
    let count = (0..=entries.len()).rev().find(|count| placed(*count).1 <= most).unwrap_or_default();
    let (places, lines) = placed(count);
    let top = page.y;
    for ((number, words), x, line) in places {
        let y = top + PRINT.leading * line as i32;
        let indent = width(&(number.clone(), String::new()));
        page.y = y;
        if !number.is_empty() {
            page.words(NUMBER, x, indent, &[Span::plain(number)]);
        }
        page.y = y;
        page.words(PRINT, x + indent, room - x - indent, &[Span::plain(words)]);
    }
    page.y = top + PRINT.leading * lines as i32;
}

/// The host of an address, without `www.`.
fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}
