//! The words of the page `changes.html` and of the feed, which list what changed in each edition.
//!
//! Only the press prints them. They are apart from [`Message`](crate::Message), so that no reader's phone has to fetch
//! them.

/// A sentence or word about changes. Names from the data are isolated in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is documented by its English text")]
pub enum News<'a> {
    Changes,
    ChangesOf { title: &'a str },
    Intro,
    Feed,
    Keep,
    KeepHint,
    None,
    Newer,
    NewerAbove,
    NothingNewer,
    Edition { date: &'a str },
    Data,
    Link,
    First,
    Unlisted,
    Elsewhere,
    TakenBack { date: &'a str },
    TakenBackTitle { date: &'a str },
    EarlierDate { date: &'a str },
    Correction,
    CorrectionTitle { name: &'a str },
    Corrected { name: &'a str, was: &'a str, now: &'a str },
    CorrectionDropped { name: &'a str },
    FigureAdded { name: &'a str, now: &'a str },
    FigureRemoved { name: &'a str, was: &'a str },
    Value { name: &'a str, was: &'a str, now: &'a str },
    Standing { name: &'a str, was: &'a str, now: &'a str },
    Label { was: &'a str, now: &'a str },
    Evidence { name: &'a str },
    Words { name: &'a str },
    ArticleAdded { name: &'a str },
    ArticleRemoved { name: &'a str },
    ArticleChanged { name: &'a str },
    EventAdded { name: &'a str },
    EventRemoved { name: &'a str },
    EventChanged { name: &'a str },
    ChartAdded { name: &'a str },
    ChartRemoved { name: &'a str },
    ChartChanged { name: &'a str },
    ChangedOn { date: &'a str, was: &'a str },
    CorrectedOn { date: &'a str, was: &'a str },
    AddedOn { date: &'a str },
}
