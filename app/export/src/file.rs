//! The files that an edition is taken away in.

/// A file as it was written, for the descriptions that list it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File<'a> {
    /// Its path in the published folder, such as `charts/people.csv`.
    pub path: &'a str,
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
