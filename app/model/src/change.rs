//! Lists what an edit changed, by figure and by article.

use crate::dashboard::Dashboard;
use crate::figure::Figure;
use crate::source::Source;

/// What happened to a figure between two versions of a dashboard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change<'a> {
    /// It is new.
    Added(&'a Figure),
    /// It was removed.
    Removed(&'a Figure),
    /// Its value or unit changed.
    Value {
        /// The old figure.
        was: &'a Figure,
        /// The new figure.
        now: &'a Figure,
    },
    /// Its citations or formula changed.
    Citations(&'a Figure),
    /// Only its texts, dates or status changed.
    Words(&'a Figure),
}

/// What happened to an article between two versions of a dashboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is new.
    Added,
    /// It was removed.
    Removed,
    /// Any part of it changed.
    Changed,
}

impl<'a> Change<'a> {
    /// The changes of all figures, in the order of the new version, with the removed figures at the end.
    pub fn between(old: &'a Dashboard, new: &'a Dashboard) -> Vec<Self> {
        let changed = |now: &'a Figure| match old.figure(&now.id) {
            None => Some(Self::Added(now)),
            Some(was) if was == now => None,
            Some(was) if was.value != now.value || was.unit != now.unit => Some(Self::Value { was, now }),
            Some(was) if was.origin != now.origin => Some(Self::Citations(now)),
            Some(_) => Some(Self::Words(now)),
        };
        let removed = old.figures.iter().filter(|was| new.figure(&was.id).is_none()).map(Self::Removed);
        new.figures.iter().filter_map(changed).chain(removed).collect()
    }

    /// The articles that changed, in the order of the new version, with the removed articles at the end.
    pub fn articles(old: &'a Dashboard, new: &'a Dashboard) -> Vec<(Turn, &'a Source)> {
        let changed = |now: &'a Source| match old.source(&now.id) {
            None => Some((Turn::Added, now)),
            Some(was) if was == now => None,
            Some(_) => Some((Turn::Changed, now)),
        };
        let removed = old.sources.iter().filter(|was| new.source(&was.id).is_none()).map(|was| (Turn::Removed, was));
        new.sources.iter().filter_map(changed).chain(removed).collect()
    }

    /// The changed figure in its new version; a removed one in its old version.
    pub fn figure(&self) -> &'a Figure {
        match self {
            Self::Added(figure) | Self::Removed(figure) | Self::Citations(figure) | Self::Words(figure) => figure,
            Self::Value { now, .. } => now,
        }
    }
}
