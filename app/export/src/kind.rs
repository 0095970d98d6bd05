//! The types of CSL items, and what other formats call them.

/// What an item is called elsewhere.
pub(crate) struct Kind {
    /// In CSL.
    pub(crate) csl: &'static str,
    /// The entry type of BibTeX; `online` is biblatex's, and older styles print it as `misc`.
    pub(crate) bibtex: &'static str,
    /// The `TY` of RIS.
    pub(crate) ris: &'static str,
    /// The class of schema.org.
    pub(crate) schema_org: &'static str,
}

const fn kind(csl: &'static str, bibtex: &'static str, ris: &'static str, schema_org: &'static str) -> Kind {
    Kind { csl, bibtex, ris, schema_org }
}

/// The type of an item of which no more is known.
pub(crate) const DOCUMENT: Kind = kind("document", "misc", "GEN", "CreativeWork");

const KINDS: [Kind; 45] = [
    DOCUMENT,
    kind("article", "misc", "GEN", "Article"),
    kind("article-journal", "article", "JOUR", "ScholarlyArticle"),
    kind("article-magazine", "article", "MGZN", "Article"),
    kind("article-newspaper", "article", "NEWS", "NewsArticle"),
    kind("bill", "misc", "BILL", "Legislation"),
    kind("book", "book", "BOOK", "Book"),
    kind("broadcast", "misc", "VIDEO", "CreativeWork"),
    kind("chapter", "incollection", "CHAP", "Chapter"),
    kind("classic", "misc", "CLSWK", "CreativeWork"),
    kind("collection", "misc", "GEN", "CreativeWork"),
    kind("dataset", "misc", "DATA", "Dataset"),
    kind("entry", "incollection", "GEN", "CreativeWork"),
    kind("entry-dictionary", "incollection", "DICT", "CreativeWork"),
    kind("entry-encyclopedia", "incollection", "ENCYC", "CreativeWork"),
    kind("event", "misc", "GEN", "CreativeWork"),
    kind("figure", "misc", "FIGURE", "ImageObject"),
    kind("graphic", "misc", "ART", "CreativeWork"),
    kind("hearing", "misc", "HEAR", "CreativeWork"),
    kind("interview", "misc", "GEN", "CreativeWork"),
    kind("legal_case", "misc", "CASE", "CreativeWork"),
    kind("legislation", "misc", "STAT", "Legislation"),
    kind("manuscript", "unpublished", "UNPB", "Manuscript"),
    kind("map", "misc", "MAP", "Map"),
    kind("motion_picture", "misc", "MPCT", "Movie"),
    kind("musical_score", "misc", "MUSIC", "SheetMusic"),
    kind("pamphlet", "booklet", "PAMP", "CreativeWork"),
    kind("paper-conference", "inproceedings", "CPAPER", "ScholarlyArticle"),
    kind("patent", "misc", "PAT", "CreativeWork"),
    kind("performance", "misc", "GEN", "CreativeWork"),
    kind("periodical", "misc", "SER", "Periodical"),
    kind("personal_communication", "misc", "PCOMM", "Message"),
    kind("post", "online", "ELEC", "SocialMediaPosting"),
    kind("post-weblog", "online", "BLOG", "BlogPosting"),
    kind("regulation", "misc", "GOVDOC", "Legislation"),
    kind("report", "techreport", "RPRT", "Report"),
    kind("review", "article", "JOUR", "Review"),
    kind("review-book", "article", "JOUR", "Review"),
    kind("software", "misc", "COMP", "SoftwareApplication"),
    kind("song", "misc", "SOUND", "CreativeWork"),
    kind("speech", "misc", "GEN", "CreativeWork"),
    kind("standard", "misc", "STAND", "CreativeWork"),
    kind("thesis", "phdthesis", "THES", "Thesis"),
    kind("treaty", "misc", "GEN", "Legislation"),
    kind("webpage", "online", "ELEC", "WebPage"),
];

/// The kind of a CSL type; a type that CSL does not know is a document.
pub(crate) fn of(csl: &str) -> &'static Kind {
    const { &KINDS }.iter().find(|kind| kind.csl == csl).unwrap_or(const { &DOCUMENT })
}
