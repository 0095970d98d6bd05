//! What was found wrong, in the words of somebody who edits the data.

use std::fmt;

/// The faults of a site, those with the same remedy together.
#[derive(Default)]
pub(crate) struct Report {
    groups: Vec<(&'static str, Vec<String>)>,
    notes: Vec<String>,
}

/// How many faults of one remedy are spelled out.
const SHOWN: usize = 8;

/// Where the curator can do nothing.
pub(crate) const ENGINE: &str = "Nothing in the data can cause this if `cargo curate check` finds no mistake: build the \
     site again, and if it stays, hand these lines to those who look after the program.";

impl Report {
    /// Notes something that is wrong, and what is to be done about it.
    pub(crate) fn fault(&mut self, what: impl Into<String>, remedy: &'static str) {
        match self.groups.iter_mut().find(|(known, _)| *known == remedy) {
            Some((_, faults)) => faults.push(what.into()),
            None => self.groups.push((remedy, vec![what.into()])),
        }
    }

    /// Notes each of these.
    pub(crate) fn faults(&mut self, found: impl IntoIterator<Item = String>, remedy: &'static str) {
        found.into_iter().for_each(|what| self.fault(what, remedy));
    }

    /// Notes what is to be known, and no fault.
    pub(crate) fn note(&mut self, what: impl Into<String>) {
        let what = what.into();
        if !self.notes.contains(&what) {
            self.notes.push(what);
        }
    }

    /// What is to be known besides, in lines of their own.
    pub(crate) fn notes(&self) -> String {
        self.notes.iter().map(|what| format!("{what}\n")).collect()
    }

    /// How many things are wrong.
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
