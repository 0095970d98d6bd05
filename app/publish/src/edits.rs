//! Lists what changed between two editions, in the form in which the list of editions keeps it.
//!
//! Names and values are kept as the page printed them at the time: a later program may be unable to read the data of an old
//! edition, and these are the words that readers saw. The sentences around them are made when they are printed.

use model::{Change, Correction, Dashboard, Figure, Footnotes, Turn};
use serde::{Deserialize, Serialize};
use statement::{Account, Language};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Did {
    /// The value of a figure was wrong, and a correction says so.
    Corrected,
    /// The record of a correction was removed.
    CorrectionDropped,
    FigureAdded,
    FigureRemoved,
    /// The value or unit of a figure.
    Value,
    /// The status of a figure: superseded, disputed, withdrawn.
    Standing,
    /// The name of a figure.
    Label,
    /// The citations or the formula of a figure.
    Evidence,
    /// Other texts or dates of a figure.
    Words,
    ArticleAdded,
    ArticleRemoved,
    ArticleChanged,
    EventAdded,
    EventRemoved,
    EventChanged,
    ChartAdded,
    ChartRemoved,
    ChartChanged,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Edit {
    pub(crate) did: Did,
    /// The id of the figure, article, event or chart.
    pub(crate) id: String,
    /// Its name on the page.
    pub(crate) name: String,
    /// The old value with its qualifier and status, or the old name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) was: String,
    /// The new one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) now: String,
    /// The reason of a correction.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) reason: String,
}

impl Edit {
    fn new(did: Did, id: &str, name: String) -> Self {
        Self { did, id: id.to_owned(), name, was: String::new(), now: String::new(), reason: String::new() }
    }

    fn was(self, was: String) -> Self {
        Self { was, ..self }
    }

    fn now(self, now: String) -> Self {
        Self { now, ..self }
    }

    /// Whether it is an edit of the figure of this id.
    pub(crate) fn is_of_figure(&self, id: &str) -> bool {
        let of_figure = match self.did {
            Did::Corrected
            | Did::CorrectionDropped
            | Did::FigureAdded
            | Did::FigureRemoved
            | Did::Value
            | Did::Standing
            | Did::Label
            | Did::Evidence
            | Did::Words => true,
            Did::ArticleAdded | Did::ArticleRemoved | Did::ArticleChanged => false,
            Did::EventAdded | Did::EventRemoved | Did::EventChanged => false,
            Did::ChartAdded | Did::ChartRemoved | Did::ChartChanged => false,
        };
        of_figure && self.id == id
    }
}

/// The changes from one edition to the next: corrections, then figures, articles, events and charts.
pub(crate) fn between(old: &Dashboard, new: &Dashboard, language: Language) -> Vec<Edit> {
    let (notes_before, notes_after) = (Footnotes::of(old), Footnotes::of(new));
    let account = |dashboard, footnotes| Account { dashboard, footnotes, language, address: None };
    let was = Account { dashboard: old, footnotes: &notes_before, language, address: None };
    let now = account(new, &notes_after);
    let mut edits = corrections(&was, &now);
    // A correction says already what the value was.
    let corrected: Vec<String> =
        edits.iter().filter(|edit| edit.did == Did::Corrected).map(|edit| edit.id.clone()).collect();
    let figures = Change::between(old, new).into_iter().map(|change| of_figure(&change, &was, &now));
    edits.extend(figures.filter(|edit| edit.did != Did::Value || !corrected.contains(&edit.id)));
    edits.extend(Change::articles(old, new).into_iter().map(|(turn, source)| {
        let account = if turn == Turn::Removed { &was } else { &now };
        let did = match turn {
            Turn::Added => Did::ArticleAdded,
            Turn::Removed => Did::ArticleRemoved,
            Turn::Changed => Did::ArticleChanged,
        };
        Edit::new(did, &source.id, account.brief(source))
    }));
    let kinds = [Did::EventAdded, Did::EventRemoved, Did::EventChanged];
    edits.extend(items(&old.events, &new.events, kinds, |event| (&event.id, was.event(event))));
    let kinds = [Did::ChartAdded, Did::ChartRemoved, Did::ChartChanged];
    edits.extend(items(&old.charts, &new.charts, kinds, |chart| (&chart.id, was.text(&chart.title).to_owned())));
    edits
}

/// The new corrections and the removed ones.
fn corrections(was: &Account<'_>, now: &Account<'_>) -> Vec<Edit> {
    let (before, after) = (&was.dashboard.corrections, &now.dashboard.corrections);
    let name = |account: &Account<'_>, correction: &Correction| {
        let figure = account.dashboard.figure(&correction.figure);
        figure.map_or_else(String::new, |figure| account.text(figure.name()).to_owned())
    };
    let new = after.iter().filter(|correction| !before.contains(correction)).filter_map(|correction| {
        let figure = now.dashboard.figure(&correction.figure)?;
        let edit = Edit::new(Did::Corrected, &correction.figure, name(now, correction))
            .was(now.bare(&correction.was, &figure.unit).to_string())
            .now(now.in_sentence(figure));
        Some(Edit { reason: now.text(&correction.reason).to_owned(), ..edit })
    });
    let gone = before
        .iter()
        .filter(|correction| !after.contains(correction))
        .map(|correction| Edit::new(Did::CorrectionDropped, &correction.figure, name(was, correction)));
    new.chain(gone).collect()
}

fn of_figure(change: &Change<'_>, was: &Account<'_>, now: &Account<'_>) -> Edit {
    let name = |account: &Account<'_>, figure: &Figure| account.text(figure.name()).to_owned();
    match change {
        Change::Added(figure) => {
            Edit::new(Did::FigureAdded, &figure.id, name(now, figure)).now(now.in_sentence(figure))
        }
        Change::Removed(figure) => {
            Edit::new(Did::FigureRemoved, &figure.id, name(was, figure)).was(was.in_sentence(figure))
        }
        Change::Value { was: old, now: new } => {
            Edit::new(Did::Value, &new.id, name(now, new)).was(was.in_sentence(old)).now(now.in_sentence(new))
        }
        Change::Citations(figure) => Edit::new(Did::Evidence, &figure.id, name(now, figure)),
        Change::Words(figure) => of_words(figure, was, now),
    }
}

/// The change of a figure whose value and evidence are the same: its status, its name, or something else.
fn of_words(figure: &Figure, was: &Account<'_>, now: &Account<'_>) -> Edit {
    let name = now.text(figure.name());
    let edit = |did| Edit::new(did, &figure.id, name.to_owned());
    let Some(old) = was.dashboard.figure(&figure.id) else { return edit(Did::Words) };
    let (before, after) = (was.in_sentence(old), now.in_sentence(figure));
    if old.status != figure.status && before != after {
        return edit(Did::Standing).was(before).now(after);
    }
    match was.text(old.name()) {
        before if before != name => edit(Did::Label).was(before.to_owned()).now(name.to_owned()),
        _ => edit(Did::Words),
    }
}

/// The added, changed and removed items of a list, by id.
fn items<'d, T: PartialEq>(
    old: &'d [T],
    new: &'d [T],
    [added, removed, changed]: [Did; 3],
    named: impl Fn(&'d T) -> (&'d str, String),
) -> Vec<Edit> {
    let find = |list: &'d [T], id: &str| list.iter().find(|item| named(item).0 == id);
    let turned = new.iter().filter_map(|item| {
        let (id, name) = named(item);
        match find(old, id) {
            None => Some(Edit::new(added, id, name)),
            Some(before) if before == item => None,
            Some(_) => Some(Edit::new(changed, id, name)),
        }
    });
    let gone = old.iter().filter(|item| find(new, named(item).0).is_none()).map(|item| {
        let (id, name) = named(item);
        Edit::new(removed, id, name)
    });
    turned.chain(gone).collect()
}
