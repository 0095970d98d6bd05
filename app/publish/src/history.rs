//! What earlier editions say of today's parts: since when each shows what it shows, and what is frozen of it.

use std::collections::BTreeMap;

use model::{Dashboard, Date, Day};

use crate::earlier::Earlier;
use crate::editions::{Editions, Kept, LIST};
use crate::fingerprint::Fingerprints;
use crate::input::FROZEN;
use crate::part::Part;

/// The form in which parts are frozen today. What was frozen in another form stays where it is; it is raised when that is
/// not to be offered any more for data that is still the same.
pub(crate) const FORM: u32 = 1;

/// The parts of a dashboard, each with its past.
#[derive(Debug)]
pub(crate) struct History {
    pub(crate) editions: Editions,
    /// A list that cannot be read. It is kept under another name.
    pub(crate) damaged: Option<Vec<u8>>,
    parts: BTreeMap<String, Past>,
    today: Day,
}

/// The past of a part.
#[derive(Clone, Debug)]
struct Past {
    /// What it shows.
    shows: String,
    /// The day since when it does.
    day: Day,
    /// What is frozen of it, where that shows the same and is all there.
    kept: Option<Kept>,
}

impl History {
    /// Holds a dashboard against the last edition that was published. Data that this program cannot read is of no use, and
    /// does no harm: all parts are then as of today.
    pub(crate) fn of(earlier: &dyn Earlier, dashboard: &Dashboard) -> Self {
        let found = earlier.read(LIST);
        let list = found.as_deref().and_then(|bytes| Editions::read(str::from_utf8(bytes).ok()?));
        let damaged = found.filter(|_| list.is_none());
        let editions = list.unwrap_or_default();
        let last = editions.last().and_then(|edition| {
            let text = String::from_utf8(earlier.read(&format!("{FROZEN}{}", edition.data))?).ok()?;
            Some((Dashboard::parse(&text).ok()?, edition.form))
        });
        let before = last.as_ref().map(|(dashboard, form)| (Fingerprints::of(dashboard), *form));
        let kept = editions.parts();
        let now = Fingerprints::of(dashboard);
        let past = |part: Part<'_>| {
            let shows = now.part(part);
            let same = before.as_ref().filter(|(before, _)| before.part(part) == shows);
            let last = same.zip(kept.get(part.name().as_str()));
            let day = last.and_then(|(_, kept)| Date::parse(&kept.day)).map(|date| date.start());
            let whole = |kept: &Kept| kept.files.values().all(|file| earlier.has(&format!("{FROZEN}{file}")));
            let kept = last.filter(|((_, form), kept)| *form == FORM && whole(kept)).map(|(_, kept)| (*kept).clone());
            Past { shows, day: day.unwrap_or(dashboard.updated), kept }
        };
        let parts = Part::all(dashboard).into_iter().map(|part| (part.name(), past(part))).collect();
        Self { editions, damaged, parts, today: dashboard.updated }
    }

    /// The day of the last change of what a part shows.
    pub(crate) fn day<'a>(&self, part: impl Into<Part<'a>>) -> Day {
        self.parts.get(&part.into().name()).map_or(self.today, |past| past.day)
    }

    /// What a part shows, in a word.
    pub(crate) fn shows<'a>(&self, part: impl Into<Part<'a>>) -> &str {
        self.parts.get(&part.into().name()).map_or("", |past| &past.shows)
    }

    /// What is frozen of a part, and still holds.
    pub(crate) fn kept<'a>(&self, part: impl Into<Part<'a>>) -> Option<&Kept> {
        self.parts.get(&part.into().name())?.kept.as_ref()
    }

    /// What each part shows, as a JSON object, for excerpts that ask whether they still show it.
    pub(crate) fn listed(&self) -> String {
        let parts = self.parts.iter().filter(|(name, _)| *name != "card");
        let parts: Vec<String> = parts.map(|(name, past)| format!("\"{name}\":\"{}\"", past.shows)).collect();
        format!("{{{}}}", parts.join(","))
    }
}
