//! English for the pages for embedding.

use crate::{Isolated, Offer};

pub(crate) fn offer(offer: Offer<'_>) -> String {
    let fixed = match offer {
        Offer::Intro => {
            "Copy one of these into the HTML of your page. Each includes its footnotes, loads nothing except from this site, and sets no cookie."
        }
        Offer::Colours => "Colours",
        Offer::AsTheReaders => "as on each reader’s device",
        Offer::Light => "light",
        Offer::Dark => "dark",
        Offer::LanguageOfTexts => "Language",
        Offer::Width => "Width in pixels",
        Offer::WidthHint => "as wide as its column",
        Offer::Code => "HTML to copy",
        Offer::Copy => "Copy",
        Offer::Copied => "Copied.",
        Offer::CopyByHand => "Press Ctrl+C, or ⌘C, to copy the selected text.",
        Offer::Preview => "What it looks like",
        Offer::Live => "Live: a frame that shows the current data",
        Offer::LiveHint => {
            "When a figure is corrected here, it is corrected on your page. The script fits the height of the frame to its content; if your site removes scripts, the frame keeps its height and scrolls."
        }
        Offer::Frozen => "Frozen: a frame that never changes",
        Offer::Picture => "Picture: for newsletters, and for sites that remove frames",
        Offer::SlideSize => "(PNG, 1920 × 1080 pixels)",
        Offer::LinkPicture => "Picture for a link",
        Offer::LinkSize => "(PNG, 1200 × 630 pixels)",
        Offer::InSentence => "In a sentence: a single figure among your own words",
        Offer::InSentenceHint => {
            "The script replaces the words between the tags by the current value with its notes. If it fails, your readers see the words that you pasted. Remove “unit” if your own words contain the noun."
        }
        Offer::Paragraph => "Paragraph: for newsletters, and for sites that remove frames and scripts",
        Offer::FrozenRemark => "This is a copy that does not change; the page may have newer figures.",
        Offer::Evidence => "the evidence",
        Offer::Close => "Close",
        Offer::AndMore { figures, events } => return and_more(figures, events),
        Offer::MoreArticles { articles: 1 } => "and 1 more article",
        Offer::MoreArticles { articles } => return format!("and {articles} more articles"),
        Offer::EmbedOf { what } => return format!("Embed: {what}", what = Isolated(what)),
        Offer::FrozenHint { date } => {
            return format!(
                "It always shows the data of {date}, whatever changes later: for reports, and for texts that describe what it shows. A link leads to the current page."
            );
        }
        Offer::PictureHint { date } => {
            return format!(
                "An image with its description and a line that cites it, as of the data of {date}. It never changes, so its description stays true. If your newsletter program refuses it, paste only the img element."
            );
        }
        Offer::ParagraphHint { date } => {
            return format!("Plain text with links, as of the data of {date}. It does not change by itself.");
        }
        Offer::UnknownAddress { stand_in } => {
            return format!(
                "The address of this site was not known when this page was made: with scripts off, replace {stand_in} by it."
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
