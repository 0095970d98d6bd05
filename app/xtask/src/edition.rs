//! The folder of an edition, which contains the data that a curator edits.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

/// The folder of the edition that this repository publishes.
const LIVE: &str = "data";

/// The file with the figures.
const DATA: &str = "dashboard.json";

/// The folder of an edition.
#[derive(Clone)]
pub(crate) struct Edition(PathBuf);

impl Edition {
    /// The edition in a folder, or that of this repository without one.
    pub(crate) fn of(folder: Option<PathBuf>) -> Result<Self> {
        let edition = Self(folder.unwrap_or_else(|| LIVE.into()));
        let (folder, there) = (edition.0.display(), edition.data().is_file());
        ensure!(there, "there is no {DATA} in {folder}; --data takes the folder that contains it (default: {LIVE})");
        Ok(edition)
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// The file with the figures.
    pub(crate) fn data(&self) -> PathBuf {
        self.0.join(DATA)
    }

    /// Whether it is the one that this repository publishes.
    pub(crate) fn is_live(&self) -> bool {
        self.0 == Path::new(LIVE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_for_a_folder_without_data_explains_the_argument() {
        let error = Edition::of(Some("no-such-folder".into())).err().unwrap().to_string();
        assert_eq!(
            error,
            "there is no dashboard.json in no-such-folder; --data takes the folder that contains it (default: data)"
        );
    }
}
