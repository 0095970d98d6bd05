//! The tables and lists of articles in other formats, with their entries for the data package.

use export::{Bibliography, Content, Exports, File};

use crate::files::Files;
use crate::hash;
use crate::input::DATA;

/// A file that was written.
pub(crate) struct Written {
    path: String,
    /// Its length and hash, unless it can be edited later.
    content: Option<(u64, String)>,
}

impl Written {
    /// Its description in the list.
    pub(crate) fn file(&self) -> File<'_> {
        let content = self.content.as_ref().map(|(bytes, sha256)| Content { bytes: *bytes, sha256 });
        File { path: &self.path, content }
    }
}

/// Writes them, and lists them after the data.
pub(crate) fn write(site: &mut Files, exports: Exports<'_>, bibliography: &Bibliography<'_>) -> Vec<Written> {
    let mut files = vec![("figures.csv".to_owned(), exports.figures_csv())];
    let charts = exports.dashboard.charts.iter();
    files.extend(charts.map(|chart| (format!("charts/{}.csv", chart.id), exports.chart_csv(chart))));
    files.push(("sources.csl.json".into(), bibliography.csl_json()));
    files.push(("sources.bib".into(), bibliography.bibtex()));
    files.push(("sources.ris".into(), bibliography.ris()));
    let mut written = vec![Written { path: DATA.into(), content: None }];
    for (path, content) in files {
        let (bytes, sha256) = (content.len() as u64, hash::sha256(content.as_bytes()));
        site.write(&path, content);
        written.push(Written { path, content: Some((bytes, sha256)) });
    }
    written
}
