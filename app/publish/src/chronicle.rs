//! All published editions and the one that is being made, each with its changes.
//!
//! The list of editions holds the changes of each. For older lines, which do not, the data of the edition is compared with the
//! data of the one before it, if this program can read both.

use std::collections::BTreeMap;

use model::{Dashboard, Date};
use statement::Account;

use crate::compact::compact;
use crate::earlier::Earlier;
use crate::editions::{self, Edition, Editions};
use crate::edits::{self, Edit};
use crate::input::FROZEN;

/// An edition.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its name in addresses, which never changes.
    pub(crate) key: String,
    /// The day of its last change, from the data: `2026-03-21`.
    pub(crate) date: String,
    /// The address of its data relative to the site's folder, if the file exists.
    pub(crate) data: Option<String>,
    pub(crate) content: Content,
    pub(crate) back: Option<Back>,
}

/// The changes of an edition.
#[derive(Debug)]
pub(crate) enum Content {
    /// It is the first edition.
    First,
    /// Its changes are unknown.
    Unlisted,
    Edits(Vec<Edit>),
}

/// How an edition goes back behind the one before it.
#[derive(Debug)]
pub(crate) enum Back {
    /// Its data is the same as that of an earlier edition, which has this date.
    To(String),
    /// The edition before it has this date, which is later.
    Before(String),
}

/// All editions, the newest first.
#[derive(Debug)]
pub(crate) struct Chronicle {
    pub(crate) entries: Vec<Entry>,
}

impl Chronicle {
    /// `text` is the data as it is published. Of a `draft` nothing is frozen.
    pub(crate) fn of(plot: &Account<'_>, published: &Editions, earlier: &dyn Earlier, text: &str, draft: bool) -> Self {
        let read = |data: &str| {
            let text = String::from_utf8(earlier.read(&format!("{FROZEN}{data}"))?).ok()?;
            Dashboard::parse(&text).ok()
        };
        let data = editions::address("json", compact(text).as_bytes());
        let last = published.last();
        let today = (last.is_none_or(|last| last.data != data)).then(|| Edition {
            date: Date::Day(plot.dashboard.updated).to_string(),
            title: plot.title().to_owned(),
            data: data.clone(),
            after: last.map(|last| last.data.clone()),
            changes: last
                .and_then(|last| read(&last.data))
                .map(|before| kept(&edits::between(&before, plot.dashboard, plot.language))),
            ..Edition::default()
        });
        let mut entries: Vec<Entry> = Vec::new();
        let mut days: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
        let mut before: Option<&Edition> = None;
        for edition in published.all().iter().chain(&today) {
            // The same data, frozen in another format.
            if before.is_some_and(|before| before.data == edition.data) {
                continue;
            }
            let (times, day) = days.entry(&edition.data).or_insert((0, &edition.date));
            *times += 1;
            let back = match before {
                Some(_) if *times > 1 => Some(Back::To((*day).to_owned())),
                Some(before) if edition.date < before.date => Some(Back::Before(before.date.clone())),
                _ => None,
            };
            let file = format!("{FROZEN}{}", edition.data);
            let is_kept = (!draft && edition.data == data) || earlier.has(&file);
            let content = match (&edition.changes, &edition.after) {
                (Some(changes), _) => Content::Edits(listed(changes)),
                (None, None) => Content::First,
                (None, Some(after)) => match read(after).zip(read(&edition.data)) {
                    Some((old, new)) => Content::Edits(edits::between(&old, &new, plot.language)),
                    None => Content::Unlisted,
                },
            };
            entries.push(Entry {
                key: key(&edition.data, *times),
                date: edition.date.clone(),
                data: is_kept.then_some(file),
                content,
                back,
            });
            before = Some(edition);
        }
        entries.reverse();
        Self { entries }
    }

    /// The changes of the newest edition for its line in the list; `None` if they are unknown.
    pub(crate) fn newest(&self) -> Option<Vec<serde_json::Value>> {
        match &self.entries.first()?.content {
            Content::Edits(edits) => Some(kept(edits)),
            Content::First | Content::Unlisted => None,
        }
    }

    /// The changes of a figure with their editions, newest first.
    pub(crate) fn of_figure(&self, id: &str) -> impl Iterator<Item = (&Entry, &Edit)> {
        self.entries.iter().flat_map(move |entry| {
            let edits = entry.edits().iter().filter(move |edit| edit.is_of_figure(id));
            edits.map(move |edit| (entry, edit))
        })
    }
}

impl Entry {
    /// Its changes; none if they are unknown.
    pub(crate) fn edits(&self) -> &[Edit] {
        match &self.content {
            Content::Edits(edits) => edits,
            Content::First | Content::Unlisted => &[],
        }
    }

    /// Its date in words.
    pub(crate) fn day(&self, plot: &Account<'_>) -> String {
        day(plot, &self.date)
    }

    /// The address that marks the editions newer than this one. The fragment does this without a script. The query is for
    /// addresses that lost their fragment, which a script adds again.
    pub(crate) fn since(&self) -> String {
        let key = &self.key;
        format!("changes.html?since={key}#{key}")
    }
}

/// A date of the list in words.
pub(crate) fn day(plot: &Account<'_>, date: &str) -> String {
    Date::parse(date).map_or_else(|| date.to_owned(), |date| plot.language.date(&date))
}

/// Reads changes from the list. Kinds of change that this program does not know are left out.
fn listed(changes: &[serde_json::Value]) -> Vec<Edit> {
    changes.iter().filter_map(|change| serde_json::from_value(change.clone()).ok()).collect()
}

fn kept(edits: &[Edit]) -> Vec<serde_json::Value> {
    edits.iter().filter_map(|edit| serde_json::to_value(edit).ok()).collect()
}

/// The name of an edition: the name of its data file, with a number if that data was published before.
fn key(data: &str, times: usize) -> String {
    let name = data.trim_start_matches("o/").trim_end_matches(".json");
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    if times > 1 { format!("{name}-{times}") } else { name }
}
