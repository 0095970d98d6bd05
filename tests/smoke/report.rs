//! Collects the problems that the smoke test finds, and prints them for curators.

use std::fmt;

/// The problems of a site, grouped by remedy.
#[derive(Default)]
pub(crate) struct Report {
    groups: Vec<(&'static str, Vec<String>)>,
    notes: Vec<String>,
}

/// The number of problems per remedy that are printed in full.
const SHOWN: usize = 8;

/// The remedy for problems that no edit of the data can solve.
pub(crate) const ENGINE: &str = "If `cargo curate check` finds no mistake, this is a bug and not in the data: build the \
     site again, and if the problem remains, send these lines to the developers.";

impl Report {
    /// Adds a problem with its remedy.
    pub(crate) fn fault(&mut self, what: impl Into<String>, remedy: &'static str) {
        match self.groups.iter_mut().find(|(known, _)| *known == remedy) {
            Some((_, faults)) => faults.push(what.into()),
            None => self.groups.push((remedy, vec![what.into()])),
        }
    }

    /// Adds several problems with the same remedy.
    pub(crate) fn faults(&mut self, found: impl IntoIterator<Item = String>, remedy: &'static str) {
        found.into_iter().for_each(|what| self.fault(what, remedy));
    }

    /// Adds a note, which does not count as a problem.
    pub(crate) fn note(&mut self, what: impl Into<String>) {
        let what = what.into();
        if !self.notes.contains(&what) {
            self.notes.push(what);
        }
    }

    /// All notes, one per line.
    pub(crate) fn notes(&self) -> String {
        self.notes.iter().map(|what| format!("{what}\n")).collect()
    }

    /// The number of problems.
    pub(crate) fn count(&self) -> usize {
        self.groups.iter().map(|(_, faults)| faults.len()).sum()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (remedy, faults) in &self.groups {
            for fault in faults.iter().take(SHOWN) {
                writeln!(out, "  {fault}")?;
            }
            if faults.len() > SHOWN {
                writeln!(out, "  and {} more like this", faults.len() - SHOWN)?;
            }
            writeln!(out, "    What to do: {remedy}\n")?;
        }
        Ok(())
    }
}
