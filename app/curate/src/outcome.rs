//! The outcome of a check: the model's problems, the fact-check of the citations, the changes since publication, and warnings.

use model::{Dashboard, Problems};

use crate::factcheck::{FactCheck, Unchecked};
use crate::finding::{Finding, Severity};
use crate::library::Library;
use crate::outline::Outline;
use crate::publication::{self, Comparison};
use crate::warning::warnings;
use crate::{lettering, mojibake, overdue, party, private, records, standing, typed, unjoined, weight, wording};

/// The outcome of a check.
#[derive(Debug)]
pub struct Outcome {
    /// All findings, by place in the file, with errors first at each place.
    pub findings: Vec<Finding>,
    /// The results for the citations.
    pub citations: Checked,
    /// The changes since the published version.
    pub changes: Changes,
    /// A summary of the content, if the file can be published.
    pub inventory: Option<String>,
}

/// The changes since the published version.
#[derive(Debug)]
pub enum Changes {
    /// Not requested.
    Unasked,
    /// Unknown, since the file has errors.
    Unknown,
    /// A line for each change.
    Known(Vec<String>),
}

/// The results for the citations.
#[derive(Debug)]
pub enum Checked {
    /// None were checked, since the file cannot be read.
    Not,
    /// Only the quotes were checked, without articles.
    Alone {
        /// Not checked against their articles.
        unchecked: usize,
        /// The quote contradicts its figure or event.
        failed: usize,
    },
    /// Checked against the available articles.
    Against {
        /// They agree with their articles.
        checked: usize,
        /// The quotes are in their articles, and a person read them.
        read: usize,
        /// Not checked against their articles, with the reasons.
        unchecked: Vec<Unchecked>,
        /// Wrong.
        failed: usize,
    },
}

impl Outcome {
    /// Checks a text on a day, against the published version if there is one. `today` is counted like [`model::Day::first`].
    pub fn of(
        outline: &Outline<'_>,
        library: &mut Library,
        has_articles: bool,
        old: Option<&Dashboard>,
        today: Option<i64>,
    ) -> Self {
        let parsed = Dashboard::parse(outline.text());
        let facts = FactCheck::of(outline, library);
        let mut findings = facts.findings;
        let problems = parsed.as_ref().err().into_iter().flat_map(Problems::iter);
        findings.extend(problems.map(|problem| Finding::of(problem, outline)));
        let mut changes = if old.is_some() { Changes::Unknown } else { Changes::Unasked };
        if let Ok(dashboard) = &parsed {
            findings.extend(warnings(dashboard, outline));
            findings.extend(standing::warnings(dashboard, outline));
            findings.extend(party::warnings(dashboard, outline));
            findings.extend(wording::warnings(dashboard, outline));
            findings.extend(typed::warnings(dashboard, outline));
            findings.extend(private::warnings(dashboard, outline));
            findings.extend(mojibake::warnings(outline));
            findings.extend(lettering::warnings(outline));
            findings.extend(weight::warnings(dashboard, outline));
            findings.extend(records::warnings(dashboard, library.seeds(), outline));
            findings.extend(unjoined::warnings(dashboard, outline));
            findings.extend(overdue::warnings(dashboard, today, outline));
            findings.extend(publication::ahead(dashboard, today, outline));
            if let Some(old) = old {
                let comparison = Comparison::of(old, dashboard, today, outline);
                findings.extend(comparison.findings);
                changes = Changes::Known(comparison.changes);
            }
        }
        findings.sort_by_key(|finding| {
            (finding.problem.line, finding.problem.column, finding.severity == Severity::Warning)
        });
        let citations = if has_articles {
            let FactCheck { checked, read, unchecked, failed, .. } = facts;
            Checked::Against { checked, read, unchecked, failed }
        } else {
            Checked::Alone { unchecked: facts.unchecked.len(), failed: facts.failed }
        };
        Self { findings, citations, changes, inventory: parsed.as_ref().ok().map(inventory) }
    }

    /// The outcome for a file that is not UTF-8, with the outline of its readable part.
    pub fn refused(problems: &Problems, outline: &Outline<'_>, compared: bool) -> Self {
        Self {
            findings: problems.iter().map(|problem| Finding::of(problem, outline)).collect(),
            citations: Checked::Not,
            changes: if compared { Changes::Unknown } else { Changes::Unasked },
            inventory: None,
        }
    }

    /// The number of findings of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

fn inventory(dashboard: &Dashboard) -> String {
    let derived = dashboard.figures.iter().filter(|figure| figure.is_derived()).count();
    let reported = dashboard.figures.iter().map(|figure| figure.citations().count());
    let dated = dashboard.events.iter().map(|event| event.citations.iter().count());
    let speaking = dashboard.speakers.iter().map(|speaker| speaker.citations.len());
    let located = dashboard.places.iter().flat_map(|place| &place.citations).map(|citations| citations.iter().count());
    format!(
        "{} figures ({derived} of them derived), {} events, {} citations of {} sources, {} charts",
        dashboard.figures.len(),
        dashboard.events.len(),
        reported.chain(dated).chain(speaking).chain(located).sum::<usize>(),
        dashboard.sources.len(),
        dashboard.charts.len(),
    )
}
