//! Writes the feed `feed.xml` in Atom (RFC 4287): an entry for each edition, and one for each correction.

use atom_syndication::{Category, Content, Entry as Item, Feed, FixedDateTime, Generator, Link, Person, Text};
use statement::{Account, News};

use crate::chronicle::{Back, Chronicle, Entry, day};
use crate::edits::Did;
use crate::hash;
use crate::news::{self, PAGE};
use crate::shell::escaped;

/// The address of the feed.
pub(crate) const FEED: &str = "feed.xml";

const TYPE: &str = "application/atom+xml";

/// The most entries in the feed. Feed readers keep older ones.
const MOST: usize = 50;

/// The link to the feed for the head of a page.
pub(crate) fn link(plot: &Account<'_>) -> String {
    let title = plot.language.news(News::Changes);
    format!("<link rel=\"alternate\" type=\"{TYPE}\" title=\"{}\" href=\"{FEED}\">", escaped(&title))
}

/// The feed; `None` if there is no edition. If the address of the site is not known, its links are relative and it has no
/// link to itself.
pub(crate) fn feed(plot: &Account<'_>, chronicle: &Chronicle) -> Option<String> {
    let mut items = Vec::new();
    let mut clock = Clock::default();
    let id = |name: &str| uuid(&[&plot.dashboard.id, name]);
    for entry in chronicle.entries.iter().rev() {
        items.push(item(plot, entry, id(&entry.key), clock.of(&entry.date)?));
        let corrections = entry.edits().iter().filter(|edit| edit.did == Did::Corrected);
        for (place, edit) in corrections.enumerate() {
            let title = plot.language.news(News::CorrectionTitle { name: &edit.name });
            let html = news::correction(plot, edit, false);
            let id = id(&format!("{} correction {place}", entry.key));
            let item = shaped(plot, entry, id, title, html, clock.of(&entry.date)?);
            items.push(Item { categories: vec![category("correction")], ..item });
        }
    }
    items.reverse();
    items.truncate(MOST);
    let first = chronicle.entries.last()?;
    let own = plot.address.map(|address| link_to("self", format!("{address}{FEED}"), TYPE));
    let page = link_to("alternate", format!("{}{PAGE}", plot.address.unwrap_or_default()), "text/html");
    let feed = Feed {
        title: Text::plain(plot.language.news(News::ChangesOf { title: plot.title() })),
        subtitle: Some(Text::plain(plot.language.news(News::Intro))),
        // Ids contain no address, so that entries stay the same when the site moves.
        id: id(&format!("feed {}", first.key)),
        updated: items.first()?.updated,
        authors: vec![author(plot)],
        links: own.into_iter().chain([page]).collect(),
        rights: Some(Text::plain(plot.licence())),
        generator: Some(Generator { value: "Footnoted".into(), ..Generator::default() }),
        lang: Some(plot.language.tag().into()),
        entries: items,
        ..Feed::default()
    };
    let mut text = feed.to_string();
    text.push('\n');
    Some(text)
}

/// The author of the feed, which Atom requires: the publisher, or, if the data names none, the dashboard itself.
fn author(plot: &Account<'_>) -> Person {
    let publisher = plot.dashboard.publisher.as_ref();
    let name = plot.publisher().unwrap_or(plot.title()).to_owned();
    Person { name, uri: publisher.and_then(|publisher| publisher.url.clone()), ..Person::default() }
}

/// The entry of an edition.
fn item(plot: &Account<'_>, entry: &Entry, id: String, updated: FixedDateTime) -> Item {
    let title = match &entry.back {
        Some(Back::To(date)) => News::TakenBackTitle { date: &day(plot, date) },
        _ => News::Edition { date: &entry.day(plot) },
    };
    let item = shaped(plot, entry, id, plot.language.news(title), news::content(plot, entry, false), updated);
    Item { categories: entry.back.iter().map(|_| category("taken-back")).collect(), ..item }
}

fn shaped(plot: &Account<'_>, entry: &Entry, id: String, title: String, html: String, updated: FixedDateTime) -> Item {
    let address = format!("{}{}", plot.address.unwrap_or_default(), entry.since());
    Item {
        title: Text::plain(title),
        id,
        updated,
        links: vec![link_to("alternate", address, "text/html")],
        content: Some(Content { value: Some(html), content_type: Some("html".into()), ..Content::default() }),
        ..Item::default()
    }
}

fn category(term: &str) -> Category {
    Category { term: term.into(), ..Category::default() }
}

fn link_to(rel: &str, href: String, mime_type: &str) -> Link {
    Link { rel: rel.into(), href, mime_type: Some(mime_type.into()), ..Link::default() }
}

/// Gives each entry its own time, at least a second after that of the entry before it. Feed readers sort by time, but the data
/// has only days, and an edition can have an earlier day than the one before it.
#[derive(Default)]
struct Clock {
    day: String,
    second: u32,
}

impl Clock {
    /// The time of the next entry, which has this date; `None` if it is not a date.
    fn of(&mut self, date: &str) -> Option<FixedDateTime> {
        if *date > *self.day {
            date.clone_into(&mut self.day);
            self.second = 0;
        } else {
            self.second += 1;
        }
        let Self { day, second } = self;
        let (hours, minutes, seconds) = (*second / 3600, *second / 60 % 60, *second % 60);
        format!("{day}T{hours:02}:{minutes:02}:{seconds:02}Z").parse().ok()
    }
}

/// An id made of the hash of these names: a UUID of version 8 (RFC 9562).
fn uuid(names: &[&str]) -> String {
    let names: Vec<&[u8]> = names.iter().map(|name| name.as_bytes()).collect();
    let digits = hash::name(&names);
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    format!("urn:uuid:{}-{}-8{}-8{}-{}", part(0, 8), part(8, 12), part(12, 15), part(15, 18), part(18, 30))
}
