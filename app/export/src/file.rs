//! The files that an edition is taken away in.

/// A file as it was written, for the descriptions that list it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File<'a> {
    /// Its path in the published folder, such as `charts/people.csv`.
    pub path: &'a str,
    /// What is in it; `None` for the file that is edited in place after it was published.
    pub content: Option<Content<'a>>,
}

/// The content of a file that stays as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content<'a> {
    /// Its length in bytes.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: &'a str,
}

impl File<'_> {
    /// What it is, by its name; `None` where the name does not tell.
    pub(crate) fn media_type(&self) -> Option<&'static str> {
        let types = [
            (".csl.json", "application/vnd.citationstyles.csl+json"),
            (".schema.json", "application/schema+json"),
            (".json", "application/json"),
            (".csv", "text/csv"),
            (".bib", "application/x-bibtex"),
            (".ris", "application/x-research-info-systems"),
            (".svg", "image/svg+xml"),
            (".png", "image/png"),
            (".html", "text/html"),
        ];
        types.into_iter().find(|(ending, _)| self.path.ends_with(ending)).map(|(_, name)| name)
    }

    /// The id of the chart whose data it holds.
    pub(crate) fn chart(&self) -> Option<&str> {
        self.path.strip_prefix("charts/")?.strip_suffix(".csv")
    }
}
