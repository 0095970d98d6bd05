//! English for the pages for embedding.

use crate::{Isolated, Offer, System};

pub(crate) fn offer(offer: Offer<'_>) -> String {
    let fixed = match offer {
        Offer::Intro => {
            "Copy one of these into your page. Each includes its footnotes, loads nothing except from this site, and sets no cookie."
        }
        Offer::Colours => "Colours",
        Offer::AsTheReaders => "as on each reader’s device",
        Offer::Light => "light",
        Offer::Dark => "dark",
        Offer::LanguageOfTexts => "Language",
        Offer::Width => "Width in pixels",
        Offer::WidthHint => "as wide as its column",
        Offer::Code => "Text to copy",
        Offer::Copy => "Copy",
        Offer::Copied => "Copied.",
        Offer::CopyByHand => "Press Ctrl+C, or ⌘C, to copy the selected text.",
        Offer::Preview => "What it looks like",
        Offer::Live => "Live: a frame that shows the current data",
        Offer::LiveHint => {
            "When a figure is corrected here, it is corrected on your page. The script fits the height of the frame to its content; if your site removes scripts, the frame keeps its height and scrolls."
        }
        Offer::Frozen => "Frozen: a frame that never changes",
        Offer::Picture => "Picture: for sites that remove frames",
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
                "An image with its description, and its articles with their passages, as of the data of {date}; phones get a narrower drawing. It never changes, so its description stays true."
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
        Offer::Mail => "Picture for mails: for newsletters",
        Offer::MailHint { date } => {
            return format!(
                "An image, 600 pixels wide, with letters that are legible on phones; it links to this page, and below it are its articles with their passages, as of the data of {date}. It needs no style sheet and no script."
            );
        }
        Offer::Markdown => "Markdown: for sites that are written in it",
        Offer::MarkdownHint { date } => return as_of("Words and links in Markdown", date),
        Offer::Wiki => "Wiki: for MediaWiki",
        Offer::WikiHint { date } => return as_of("Words and links in the markup of wikis", date),
        Offer::Jsx => "MDX or JSX: for pages in React",
        Offer::JsxHint => {
            "The current data, in the spelling that React demands. In MDX it can be in the middle of a page."
        }
        Offer::Text => "Plain text: words with their citation",
        Offer::TextHint { date } => return as_of("Words with their addresses, for places without links", date),
        Offer::Where => "Where do you publish?",
        Offer::Name(system) => name(system),
        Offer::Stays(system) => stays(system),
    };
    fixed.into()
}

/// A hint for words that were copied.
fn as_of(what: &str, date: &str) -> String {
    format!("{what}, with the passages of the articles, as of the data of {date}. They do not change by themselves.")
}

fn name(system: System) -> &'static str {
    match system {
        System::Html => "in HTML",
        System::WordPress => "WordPress",
        System::Ghost => "Ghost",
        System::Drupal => "Drupal",
        System::Wagtail => "Wagtail",
        System::Markdown => "in Markdown (Hugo, GitHub)",
        System::Mdx => "in MDX or React",
        System::Wiki => "in a wiki (MediaWiki)",
        System::Newsletter => "in a newsletter",
        System::Slides => "on slides",
    }
}

/// What of the snippets a system keeps.
fn stays(system: System) -> &'static str {
    match system {
        System::Html => "Everything stays. Below a frame is a line with a link, for readers who see no frames.",
        System::WordPress => {
            "In the block Custom HTML everything stays if an administrator or editor saves it; if others save it, WordPress removes frames and scripts, and keeps text, links and images."
        }
        System::Ghost => {
            "In an HTML card everything stays on the web; mails keep only text, links and images, so use a second card for mails."
        }
        System::Drupal => {
            "In the text format Full HTML everything stays; formats that limit the HTML tags keep text and links."
        }
        System::Wagtail => {
            "In a block for raw HTML everything stays; rich text accepts no HTML, only the words of the plain text."
        }
        System::Markdown => "Text, links and the picture stay, also where HTML is removed.",
        System::Mdx => "Everything stays. If your site removes the script, the frame keeps its height and scrolls.",
        System::Wiki => "Text and links stay. The picture becomes a link, since wikis load no images of other sites.",
        System::Newsletter => {
            "Text, links and the image stay, and nothing changes after you send it. Use the plain text for the text part of the mail."
        }
        System::Slides => {
            "The picture for a slide, above, contains its articles and its date. Slides made of HTML can have the frame; the plain text is for your notes."
        }
    }
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
