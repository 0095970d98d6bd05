//! English words for the page and the feed that list what changed.

use crate::{Isolated, News};

pub(crate) fn news(news: News<'_>) -> String {
    let fixed = match news {
        News::Changes => "What changed",
        News::Intro => {
            "Each edition that was published, newest first, with what differs from the one before it. The words and values are those of the edition."
        }
        News::Feed => "Follow these changes in a feed reader (Atom)",
        News::Keep => "Address for your next visit",
        News::KeepHint => "Opened later, it marks the editions that are newer than today’s newest one.",
        News::None => "Nothing was published yet.",
        News::Newer => "new",
        News::NewerAbove => "The editions above this one are newer than your link.",
        News::NothingNewer => "Nothing was published since your link.",
        News::Data => "Data of this edition (JSON)",
        News::Link => "Link to what is newer than this edition",
        News::First => "The first edition.",
        News::Unlisted => {
            "What changed in this edition is not listed: the program that makes this page cannot read the data of it or of the one before it."
        }
        News::Elsewhere => "No figure, article, event or chart changed, only other parts of the page.",
        News::Correction => "Correction",
        News::ChangesOf { title } => return format!("What changed: {}", Isolated(title)),
        News::Edition { date } => return format!("Edition of {date}"),
        News::TakenBack { date } => {
            return format!("The edition before this one was taken back: the data is again that of {date}.");
        }
        News::TakenBackTitle { date } => return format!("Taken back: again the data of {date}"),
        News::EarlierDate { date } => {
            return format!("This edition has an earlier date than the one before it, which is of {date}.");
        }
        News::CorrectionTitle { name } => return format!("Correction: {}", Isolated(name)),
        News::Corrected { name, was, now } => {
            return format!("{name}: was {was}, corrected to {now}", name = Isolated(name));
        }
        News::CorrectionDropped { name } => {
            return format!("The record of a correction was removed: {}", Isolated(name));
        }
        News::FigureAdded { name, now } => return format!("Figure added: {name}, {now}", name = Isolated(name)),
        News::FigureRemoved { name, was } => {
            return format!("Figure removed: {name}, was {was}", name = Isolated(name));
        }
        News::Value { name, was, now } => {
            return format!("Value changed: {name}, from {was} to {now}", name = Isolated(name));
        }
        News::Standing { name, was, now } => {
            return format!("Status changed: {name}, from {was} to {now}", name = Isolated(name));
        }
        News::Label { was, now } => {
            return format!("Figure renamed: from “{}” to “{}”", Isolated(was), Isolated(now));
        }
        News::Evidence { name } => return format!("Citations or formula changed: {}", Isolated(name)),
        News::Words { name } => return format!("Date, speaker, label or note changed: {}", Isolated(name)),
        News::ArticleAdded { name } => return format!("Article added: {}", Isolated(name)),
        News::ArticleRemoved { name } => return format!("Article removed: {}", Isolated(name)),
        News::ArticleChanged { name } => return format!("Description of an article changed: {}", Isolated(name)),
        News::EventAdded { name } => return format!("Event added: {}", Isolated(name)),
        News::EventRemoved { name } => return format!("Event removed: {}", Isolated(name)),
        News::EventChanged { name } => return format!("Event changed: {}", Isolated(name)),
        News::ChartAdded { name } => return format!("Chart added: {}", Isolated(name)),
        News::ChartRemoved { name } => return format!("Chart removed: {}", Isolated(name)),
        News::ChartChanged { name } => return format!("Chart changed: {}", Isolated(name)),
        News::ChangedOn { date, was } => return format!("Changed on {date}, was {was}"),
        News::CorrectedOn { date, was } => return format!("Corrected on {date}, was {was}"),
        News::AddedOn { date } => return format!("Added on {date}"),
    };
    fixed.into()
}
