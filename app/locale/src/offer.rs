//! The sentences and words of the pages for embedding.
//!
//! Only the press prints them. They are separate from [`Message`](crate::Message), so that the program in the browser does not
//! contain them.

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
    Close,
    Mail,
    MailHint { date: &'a str },
    Markdown,
    MarkdownHint { date: &'a str },
    Wiki,
    WikiHint { date: &'a str },
    Jsx,
    JsxHint,
    Text,
    TextHint { date: &'a str },
    Where,
    Name(System),
    Stays(System),
}

/// A system in which other sites are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is documented by its English name")]
pub enum System {
    Html,
    WordPress,
    Ghost,
    Drupal,
    Wagtail,
    Markdown,
    Mdx,
    Wiki,
    Newsletter,
    Slides,
}
