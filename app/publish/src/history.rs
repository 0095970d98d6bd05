//! The past of the parts, from earlier editions: the day of the last change of each, and its frozen files.

use std::collections::BTreeMap;

use model::{Dashboard, Date, Day};

use crate::earlier::Earlier;
use crate::editions::{Editions, Kept, LIST};
use crate::fingerprint::Fingerprints;
use crate::input::FROZEN;
use crate::part::Part;

/// The current format of frozen parts. Raise it when older frozen files must not be offered any more for unchanged data;
/// they stay in place.
pub(crate) const FORM: u32 = 2;

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
    /// Its fingerprint.
    shows: String,
    /// The day of its last change.
    day: Day,
    /// Its frozen files, if they show the same and all exist.
    kept: Option<Kept>,
}

impl History {
    /// Compares a dashboard with the last published edition. Data that this program cannot read is ignored: then all parts
    /// changed today.
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

    /// The day of the last change of a part.
    pub(crate) fn day<'a>(&self, part: impl Into<Part<'a>>) -> Day {
        self.parts.get(&part.into().name()).map_or(self.today, |past| past.day)
    }

    /// The fingerprint of a part.
    pub(crate) fn shows<'a>(&self, part: impl Into<Part<'a>>) -> &str {
        self.parts.get(&part.into().name()).map_or("", |past| &past.shows)
    }

    /// The frozen files of a part that are still current.
    pub(crate) fn kept<'a>(&self, part: impl Into<Part<'a>>) -> Option<&Kept> {
        self.parts.get(&part.into().name())?.kept.as_ref()
    }

    /// The fingerprints of all parts as a JSON object, by which excerpts find out whether they are current.
    pub(crate) fn listed(&self) -> String {
        let parts = self.parts.iter().filter(|(name, _)| *name != "card");
        let parts: Vec<String> = parts.map(|(name, past)| format!("\"{name}\":\"{}\"", past.shows)).collect();
        format!("{{{}}}", parts.join(","))
    }
}
