//! What the check of a text finds: what the model finds in it, how its citations fare against their articles, what changed since it was
//! published, and what could be better.

use model::{Dashboard, Problems};

use crate::factcheck::{FactCheck, Unchecked};
use crate::finding::{Finding, Severity};
use crate::library::Library;
use crate::outline::Outline;
use crate::publication::{self, Comparison};
use crate::warning::warnings;
use crate::{lettering, mojibake, private, records, standing, typed, weight};

/// What the check found.
#[derive(Debug)]
pub struct Outcome {
    /// Everything, by its place in the file; of one place errors first.
    pub findings: Vec<Finding>,
    /// What became of the citations.
    pub citations: Checked,
    /// What changed since the published version.
    pub changes: Changes,
    /// What there is, where the file can be shown.
    pub inventory: Option<String>,
}

/// What changed since the published version.
#[derive(Debug)]
pub enum Changes {
    /// The check was not asked to look.
    Unasked,
    /// That cannot be said while something is wrong with the file.
    Unknown,
    /// A line for each change.
    Known(Vec<String>),
}

/// How the citations fared.
#[derive(Debug)]
pub enum Checked {
    /// Not at all: the file cannot be read.
    Not,
    /// Without articles: what the quotes alone tell.
    Alone {
        /// Not held against their articles.
        unchecked: usize,
        /// Wrong by their own words.
        failed: usize,
    },
    /// Held against the articles that are at hand.
    Against {
        /// In agreement with their articles.
        checked: usize,
        /// In their articles, and read by a person.
        read: usize,
        /// Not held against their articles, and why.
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
            findings.extend(typed::warnings(dashboard, outline));
            findings.extend(private::warnings(dashboard, outline));
            findings.extend(mojibake::warnings(outline));
            findings.extend(lettering::warnings(outline));
            findings.extend(weight::warnings(dashboard, outline));
            findings.extend(records::warnings(dashboard, library.seeds(), outline));
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

    /// What is said of a file whose bytes are no text, of which the outline has what can be read.
    pub fn refused(problems: &Problems, outline: &Outline<'_>, compared: bool) -> Self {
        Self {
            findings: problems.iter().map(|problem| Finding::of(problem, outline)).collect(),
            citations: Checked::Not,
            changes: if compared { Changes::Unknown } else { Changes::Unasked },
            inventory: None,
        }
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

fn inventory(dashboard: &Dashboard) -> String {
    let derived = dashboard.figures.iter().filter(|figure| figure.is_derived()).count();
    let reported = dashboard.figures.iter().map(|figure| figure.citations().count());
    let dated = dashboard.events.iter().map(|event| event.citations.iter().count());
    format!(
        "{} figures ({derived} of them derived), {} events, {} citations of {} sources, {} charts",
        dashboard.figures.len(),
        dashboard.events.len(),
        reported.chain(dated).sum::<usize>(),
        dashboard.sources.len(),
        dashboard.charts.len(),
    )
}
