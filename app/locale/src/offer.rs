//! What the pages beside the page say to those who put figures into pages of their own.
//!
//! They are printed by the press alone. Their words are apart from [`Message`](crate::Message), so that no reader's phone
//! has to fetch them.

/// A sentence or word on such a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is documented by its English text")]
pub enum Offer<'a> {
    EmbedOf { what: &'a str },
    Intro,
    Colours,
    AsTheReaders,
    Light,
    Dark,
    LanguageOfTexts,
    Width,
    WidthHint,
    Code,
    Copy,
    Copied,
    CopyByHand,
    Preview,
    Live,
    LiveHint,
    Frozen,
    FrozenHint { date: &'a str },
    Picture,
    PictureHint { date: &'a str },
    SlideSize,
    LinkPicture,
    LinkSize,
    AndMore { figures: usize, events: usize },
    MoreArticles { articles: usize },
    InSentence,
    InSentenceHint,
    Paragraph,
    ParagraphHint { date: &'a str },
    UnknownAddress { stand_in: &'a str },
    FrozenRemark,
    Evidence,
    SourcesLine { articles: &'a str, date: &'a str },
    Close,
}
