//! The pages in the folder `cite/`, which show how to cite the page, a chart or a figure.

use export::{Exports, Reference, Subject};
use model::{Day, Place};
use statement::isolated;
use web::Excerpt;

use crate::changes;
use crate::chronicle::Chronicle;
use crate::files::Files;
use crate::history::History;
use crate::leaf::Leaf;
use crate::part::Part;
use crate::preview;
use crate::shell::marked;

/// A part that can be cited, with its citation.
pub(crate) struct Citations<'a> {
    exports: Exports<'a>,
    entries: Vec<Entry>,
}

struct Entry {
    /// The part of the files' names before the ending.
    name: String,
    /// The anchor of the part on the page; empty for the page itself.
    anchor: String,
    /// Its name.
    what: String,
    reference: Reference,
    /// Its place on the page.
    places: Vec<(String, String)>,
    /// The id of the cited chart or figure; none for the page.
    chart: Option<String>,
    figure: Option<String>,
    /// The day of its last change.
    day: Day,
}

impl Entry {
    fn cited(&self) -> web::Cited<'_> {
        web::Cited { what: &self.what, reference: &self.reference, places: &self.places }
    }

    fn excerpt(&self) -> Excerpt<'_> {
        match (&self.chart, &self.figure) {
            (Some(id), _) => Excerpt::Chart(id),
            (_, Some(id)) => Excerpt::Figure(id),
            _ => Excerpt::Whole,
        }
    }
}

impl<'a> Citations<'a> {
    /// `history` knows the day of the last change of each part; that of the dashboard is in the file.
    pub(crate) fn of(exports: Exports<'a>, history: &History) -> Self {
        let tag = exports.language.tag();
        let dashboard = exports.dashboard;
        let day = |subject: Subject<'_>| match subject {
            Subject::Dashboard => dashboard.updated,
            Subject::Chart(chart) => history.day(Part::Chart(&chart.id)),
            Subject::Figure(figure) => history.day(Part::Figure(&figure.id)),
        };
        let entry = |name: String, anchor: String, what: &str, subject| Entry {
            name,
            anchor,
            what: what.to_owned(),
            reference: exports.reference_as_of(subject, day(subject)),
            places: match subject {
                Subject::Figure(figure) => exports.places(&figure.id),
                Subject::Dashboard | Subject::Chart(_) => Vec::new(),
            },
            chart: match subject {
                Subject::Chart(chart) => Some(chart.id.clone()),
                Subject::Dashboard | Subject::Figure(_) => None,
            },
            figure: match subject {
                Subject::Figure(figure) => Some(figure.id.clone()),
                Subject::Dashboard | Subject::Chart(_) => None,
            },
            day: day(subject),
        };
        let mut entries = vec![entry("dashboard".into(), String::new(), exports.title(), Subject::Dashboard)];
        for chart in &dashboard.charts {
            let what = chart.title.in_language(tag);
            let anchor = Place::Chart(&chart.id).anchor();
            entries.push(entry(anchor.clone(), anchor, what, Subject::Chart(chart)));
        }
        for figure in &dashboard.figures {
            let what = figure.name().in_language(tag);
            let home = exports.footnotes.home(&figure.id).unwrap_or_default();
            entries.push(entry(Place::Figure(&figure.id).anchor(), home, what, Subject::Figure(figure)));
        }
        Self { exports, entries }
    }

    /// Writes a page and the two files of each part, with the style sheet of this name.
    pub(crate) fn write(&self, site: &mut Files, chronicle: &Chronicle, sheet: &str, policy: Option<&str>) {
        for entry in &self.entries {
            let Entry { name, anchor, what, reference, .. } = entry;
            site.write(&format!("cite/{name}.bib"), reference.bibtex.as_str());
            site.write(&format!("cite/{name}.ris"), reference.ris.as_str());
            let language = self.exports.language;
            let article = web::cite(&entry.cited(), name, &format!("../index.html#{anchor}"), language);
            let title = self.exports.title();
            let (file, called) = (format!("cite/{name}.html"), format!("{} · {}", isolated(what), isolated(title)));
            let page = Leaf {
                language,
                policy,
                title: &called,
                preview: &preview::of_leaf(&self.exports, entry.excerpt(), entry.day, &file, &called),
                root: "../",
                attributes: " data-leaf",
                inline: None,
                head: &format!("<link rel=\"stylesheet\" href=\"../{sheet}\">"),
                body: &format!(
                    "<header class=\"masthead\"><h1>{}</h1></header><main>{article}{}</main>",
                    marked(title),
                    self.past(entry, chronicle, "../")
                ),
            };
            site.write(&file, page.html());
        }
    }

    /// The changes of a figure, newest first, as HTML.
    fn past(&self, entry: &Entry, chronicle: &Chronicle, root: &str) -> String {
        let told = entry.figure.as_ref().map(|id| changes::of_figure(&self.exports, chronicle, id, root));
        told.filter(|told| !told.is_empty()).map(|told| format!("<div class=\"cite\">{told}</div>")).unwrap_or_default()
    }

    /// All citations as a part of the page.
    pub(crate) fn section(&self, chronicle: &Chronicle) -> String {
        let articles: String = self
            .entries
            .iter()
            .map(|entry| {
                let Entry { name, anchor, .. } = entry;
                let stem = format!("cite/{name}");
                let article = web::cite(&entry.cited(), &stem, &format!("#{anchor}"), self.exports.language);
                format!(
                    "<section class=\"section\" id=\"cite-{name}\">{article}{}</section>",
                    self.past(entry, chronicle, "")
                )
            })
            .collect();
        format!("<div class=\"citing\">{articles}</div>")
    }
}

/// The `id` of the part of the page that has the content of the page at this address.
pub(crate) fn anchor(address: &str) -> Option<String> {
    Some(format!("cite-{}", address.strip_prefix("cite/")?.strip_suffix(".html")?))
}
