//! The check of one file: it is read, with what it is held against, and the outcome is written for people or for programs.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use model::{Dashboard, Problems, decoded};

use crate::finding::Severity;
use crate::library::Library;
use crate::outcome::Outcome;
use crate::outline::Outline;
use crate::{bytes, human, machine};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Each with its place and the line underlined, and a summary.
    Human,
    /// One JSON object, with JSON Pointers (RFC 6901).
    Json,
}

impl Check {
    /// Checks the file and writes the outcome. Whether nothing is wrong comes with it.
    ///
    /// # Errors
    /// In words, when something cannot be read: this is no finding about the file.
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

/// The published version; it was checked before it was published.
fn published(file: &Path) -> Result<Dashboard, String> {
    let problems = |problems: Problems| {
        let first = problems.iter().next().map(ToString::to_string).unwrap_or_default();
        format!("{} cannot be compared with, since something is wrong with it: {first}", file.display())
    };
    Dashboard::parse(&bytes::text(file)?).map_err(problems)
}
