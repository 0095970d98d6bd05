//! English, for those who put figures into pages of their own.

use crate::{Isolated, Offer};

pub(crate) fn offer(offer: Offer<'_>) -> String {
    let fixed = match offer {
        Offer::Intro => {
            "Copy one of these into the HTML of your page. Each carries the footnotes with it, asks nothing of anybody but this site, and sets no cookie."
        }
        Offer::Colours => "Colours",
        Offer::AsTheReaders => "as each reader’s device has them",
        Offer::Light => "light",
        Offer::Dark => "dark",
        Offer::LanguageOfTexts => "Language",
        Offer::Width => "Width in pixels",
        Offer::WidthHint => "as wide as its place",
        Offer::Code => "HTML to copy",
        Offer::Copy => "Copy",
        Offer::Copied => "Copied.",
        Offer::CopyByHand => "Press Ctrl+C, or ⌘C, to copy what is marked.",
        Offer::Preview => "What it looks like",
        Offer::Live => "Live: a frame that follows the data",
        Offer::LiveHint => {
            "When a figure is corrected here, it is corrected on your page. The script gives the frame the height of what is in it; where your site takes scripts out, the frame keeps its height and scrolls."
        }
        Offer::Frozen => "Frozen: a frame that never changes",
        Offer::Picture => "Picture: for newsletters, and for sites that take frames out",
        Offer::SlideSize => "(PNG, 1920 × 1080 pixels)",
        Offer::LinkPicture => "Picture for a link",
        Offer::LinkSize => "(PNG, 1200 × 630 pixels)",
        Offer::InSentence => "In a sentence: a single figure among your own words",
        Offer::InSentenceHint => {
            "The script puts the current value, with its notes, in the place of the words between the tags. When anything fails, your readers see the words that you pasted. Take out “unit” if the noun stands in your own words."
        }
        Offer::Paragraph => "Paragraph: for newsletters, and for sites that take frames and scripts out",
        Offer::FrozenRemark => "This is a copy that does not change; the page may have newer figures.",
        Offer::Evidence => "the evidence",
        Offer::Close => "Close",
        Offer::AndMore { figures, events } => return and_more(figures, events),
        Offer::MoreArticles { articles: 1 } => "and 1 more article",
        Offer::MoreArticles { articles } => return format!("and {articles} more articles"),
        Offer::EmbedOf { what } => return format!("Embed: {what}", what = Isolated(what)),
        Offer::FrozenHint { date } => {
            return format!(
                "What is shown stays as it is today, with the data of {date}, whatever happens to the data later: for reports, and wherever you write about what is seen. A link leads to the current page."
            );
        }
        Offer::PictureHint { date } => {
            return format!(
                "An image with its description and a line that cites it, as of the data of {date}. It never changes, so that it always says what its description says. In newsletters take the img alone if your program complains."
            );
        }
        Offer::ParagraphHint { date } => {
            return format!("Plain text with links, as of the data of {date}. It does not change by itself.");
        }
        Offer::UnknownAddress { stand_in } => {
            return format!(
                "Where this site stands was not known when this page was made: with scripts off, put its address in the place of {stand_in}."
            );
        }
        Offer::SourcesLine { articles, date } => return format!("Reported by {articles}. Data of {date}."),
    };
    fixed.into()
}

/// `and 20 more figures`, `and 1 more event`.
fn and_more(figures: usize, events: usize) -> String {
    let counted = |count: usize, one: &str| match count {
        0 => None,
        1 => Some(format!("1 more {one}")),
        count => Some(format!("{count} more {one}s")),
    };
    let all: Vec<String> = [counted(figures, "figure"), counted(events, "event")].into_iter().flatten().collect();
    format!("and {}", all.join(" and "))
}
