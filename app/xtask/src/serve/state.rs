//! The shared state of the server: the folder of the site, and counters of its changes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::edition::Edition;
use crate::view::DATA;

/// The site, its edition, and counters of the changes of both.
pub(crate) struct State {
    edition: Edition,
    site: PathBuf,
    edits: AtomicU64,
    pressings: AtomicU64,
    /// The text of the data from which the site was printed.
    printed: Mutex<Option<Vec<u8>>>,
}

/// The counters of changes. A page that was served with other numbers is out of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numbers {
    pub(crate) edits: u64,
    pub(crate) pressings: u64,
}

impl State {
    pub(crate) fn of(edition: &Edition, site: PathBuf) -> Self {
        let (edits, pressings) = (AtomicU64::new(0), AtomicU64::new(0));
        Self { edition: edition.clone(), site, edits, pressings, printed: Mutex::new(None) }
    }

    pub(crate) fn edition(&self) -> &Edition {
        &self.edition
    }

    /// The folder of the site.
    pub(crate) fn site(&self) -> &Path {
        &self.site
    }

    pub(crate) fn numbers(&self) -> Numbers {
        let read = |number: &AtomicU64| number.load(Ordering::Acquire);
        Numbers { edits: read(&self.edits), pressings: read(&self.pressings) }
    }

    /// Counts an edit of the data.
    pub(crate) fn edited(&self) {
        self.edits.fetch_add(1, Ordering::AcqRel);
    }

    /// Counts a run of the press, and keeps the text of the data that it was made from.
    pub(crate) fn pressed(&self, text: Vec<u8>) {
        *self.printed.lock().unwrap_or_else(PoisonError::into_inner) = Some(text);
        self.pressings.fetch_add(1, Ordering::AcqRel);
    }

    /// The data for the page. While the file is what the site was printed from, this is the copy that the press made,
    /// from which a page sees that it is up to date; otherwise it is the edited file.
    pub(crate) fn data(&self) -> io::Result<Vec<u8>> {
        let text = fs::read(self.edition.data())?;
        let printed = self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        if printed.as_ref() == Some(&text) { fs::read(self.site.join(DATA)).or(Ok(text)) } else { Ok(text) }
    }
}
