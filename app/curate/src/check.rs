//! The check of one file: what the model finds in it, what its citations come to, what changed since it was published,
//! and what could be better.

use std::fs;
use std::path::{Path, PathBuf};

use model::{Dashboard, Problems};

use crate::factcheck::{FactCheck, Unchecked};
use crate::finding::{Finding, Severity};
use crate::library::Library;
use crate::place::Places;
use crate::publication::Comparison;
use crate::warning::warnings;
use crate::{human, machine, private, records, standing, typed, weight};

/// What to check, and against what.
#[derive(Clone, Debug)]
pub struct Check {
    /// The file.
    pub file: PathBuf,
    /// The folder with the texts of the articles, where there is one.
    pub articles: Option<PathBuf>,
    /// The folder with the records of those texts.
    pub seeds: PathBuf,
    /// The published version of the file, where it is to be held against it.
    pub against: Option<PathBuf>,
    /// The day on which it is checked, counted like [`model::Day::first`], where that is known.
    pub today: Option<i64>,
}

/// How the outcome is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For people.
    Human,
    /// For programs.
    Json,
}

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
    /// Nobody asked.
    Unasked,
    /// That cannot be said while something is wrong with the file.
    Unknown,
    /// A line for each change.
    Known(Vec<String>),
}

/// How the citations fared.
#[derive(Debug)]
pub enum Checked {
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
        /// Not held against their articles, and why.
        unchecked: Vec<Unchecked>,
        /// Wrong.
        failed: usize,
    },
}

impl Check {
    /// Checks the file and writes the outcome. Whether nothing is wrong comes with it.
    ///
    /// # Errors
    /// In words, when something cannot be read: this is no finding about the file.
    pub fn run(&self, form: Form) -> Result<(String, bool), String> {
        let text = read(&self.file)?;
        let old = self.against.as_deref().map(published).transpose()?;
        let mut library = Library::open(self.articles.as_deref(), &self.seeds)?;
        let places = Places::of(text.strip_prefix('\u{feff}').unwrap_or(&text));
        let outcome =
            Outcome::of(&places, &mut library, self.articles.is_some(), old.as_ref().map(|old| (old, self.today)));
        let name = self.file.display().to_string();
        let written = match form {
            Form::Human => human::report(&outcome, &name, places.text()),
            Form::Json => machine::report(&outcome, &name, &places),
        };
        Ok((written, outcome.count(Severity::Error) == 0))
    }
}

impl Outcome {
    /// Checks a text, against the published version on a day, if there is one.
    pub fn of(
        places: &Places<'_>,
        library: &mut Library,
        has_articles: bool,
        old: Option<(&Dashboard, Option<i64>)>,
    ) -> Self {
        let parsed = Dashboard::parse(places.text());
        let facts = FactCheck::of(places, library);
        let mut findings = facts.findings;
        let problems = parsed.as_ref().err().into_iter().flat_map(Problems::iter);
        findings.extend(problems.map(|problem| Finding::of(problem, places)));
        let mut changes = if old.is_some() { Changes::Unknown } else { Changes::Unasked };
        if let Ok(dashboard) = &parsed {
            findings.extend(warnings(dashboard, places));
            findings.extend(standing::warnings(dashboard, places));
            findings.extend(typed::warnings(dashboard, places));
            findings.extend(private::warnings(dashboard, places));
            findings.extend(weight::warnings(dashboard, places));
            findings.extend(records::warnings(dashboard, library.seeds(), places));
            if let Some((old, today)) = old {
                let comparison = Comparison::of(old, dashboard, today, places);
                findings.extend(comparison.findings);
                changes = Changes::Known(comparison.changes);
            }
        }
        findings.sort_by_key(|finding| {
            (finding.problem.line, finding.problem.column, finding.severity == Severity::Warning)
        });
        let citations = if has_articles {
            Checked::Against { checked: facts.checked, unchecked: facts.unchecked, failed: facts.failed }
        } else {
            Checked::Alone { unchecked: facts.unchecked.len(), failed: facts.failed }
        };
        Self { findings, citations, changes, inventory: parsed.as_ref().ok().map(inventory) }
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

fn read(file: &Path) -> Result<String, String> {
    let name = file.display();
    let bytes = fs::read(file).map_err(|error| format!("{name} cannot be read: {error}"))?;
    String::from_utf8(bytes).map_err(|error| {
        format!("{name} is not UTF-8 text (byte {}): save it as UTF-8", error.utf8_error().valid_up_to() + 1)
    })
}

/// The published version; it was checked before it was published.
fn published(file: &Path) -> Result<Dashboard, String> {
    let problems = |problems: Problems| {
        let first = problems.iter().next().map(ToString::to_string).unwrap_or_default();
        format!("{} cannot be compared with, since something is wrong with it: {first}", file.display())
    };
    Dashboard::parse(&read(file)?).map_err(problems)
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
