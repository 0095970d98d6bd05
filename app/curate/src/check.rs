//! `cargo curate check`: reads the file, checks it, and prints the outcome for people or for programs.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use model::{Dashboard, Problems, decoded};

use crate::finding::Severity;
use crate::library::Library;
use crate::outcome::Outcome;
use crate::outline::Outline;
use crate::{bytes, human, machine};

/// What to check, and what to compare it with.
#[derive(Clone, Debug)]
pub struct Check {
    /// The file.
    pub file: PathBuf,
    /// The folder with the texts of the articles, if any.
    pub articles: Option<PathBuf>,
    /// The folder with the records of those texts.
    pub seeds: PathBuf,
    /// The published version of the file, to compare it with.
    pub against: Option<PathBuf>,
    /// The day of the check, counted like [`model::Day::first`], if known.
    pub today: Option<i64>,
}

/// The format of the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Each finding with its underlined place, and a summary.
    Human,
    /// One JSON object, with JSON Pointers (RFC 6901).
    Json,
}

impl Check {
    /// Checks the file. Returns the text to print, and whether nothing is wrong.
    ///
    /// # Errors
    /// A message, if something cannot be read, which is not a finding about the file.
    pub fn run(&self, format: Format) -> Result<(String, bool), String> {
        let bytes = bytes::read(&self.file)?;
        let old = self.against.as_deref().map(published).transpose()?;
        let mut library = Library::open(self.articles.as_deref(), &self.seeds)?;
        let (text, refused) = match decoded(&bytes) {
            Ok(text) => (Cow::Borrowed(text), None),
            Err(problems) => (Cow::Owned(bytes::as_far_as_legible(&bytes)), Some(problems)),
        };
        let outline = Outline::of(&text);
        let outcome = match refused {
            None => Outcome::of(&outline, &mut library, self.articles.is_some(), old.as_ref(), self.today),
            Some(problems) => Outcome::refused(&problems, &outline, old.is_some()),
        };
        let name = self.file.display().to_string();
        let written = match format {
            Format::Human => human::report(&outcome, &name, outline.text()),
            Format::Json => machine::report(&outcome, &name, &outline),
        };
        Ok((written, outcome.count(Severity::Error) == 0))
    }
}

/// Reads the published version, which was checked before it was published.
fn published(file: &Path) -> Result<Dashboard, String> {
    let problems = |problems: Problems| {
        let first = problems.iter().next().map(ToString::to_string).unwrap_or_default();
        format!("the file cannot be compared with {}, which has a problem: {first}", file.display())
    };
    Dashboard::parse(&bytes::text(file)?).map_err(problems)
}
