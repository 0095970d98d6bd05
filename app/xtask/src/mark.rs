//! The mark file of a build, which records the fingerprint of the sources that it was made from.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A file with the fingerprint of the sources of a build.
pub(crate) struct Mark(PathBuf);

impl Mark {
    pub(crate) fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Whether the build was completed from sources with this fingerprint.
    pub(crate) fn matches(&self, fingerprint: &str) -> bool {
        fs::read_to_string(&self.0).is_ok_and(|text| text == fingerprint)
    }

    /// Runs a build and then writes the mark. During the build, and after a failed one, there is no mark.
    pub(crate) fn set_after(&self, fingerprint: &str, build: impl FnOnce() -> Result<()>) -> Result<()> {
        if self.0.exists() {
            fs::remove_file(&self.0).with_context(|| format!("{} cannot be removed", self.0.display()))?;
        }
        build()?;
        let folder = self.0.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&self.0, fingerprint))
            .with_context(|| format!("{} cannot be written", self.0.display()))
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn a_complete_build_matches_its_fingerprint() {
        let scratch = Scratch::new("mark");
        let mark = Mark::at(scratch.path().join("engine/mark"));
        assert!(!mark.matches("1"));
        mark.set_after("1", || Ok(())).unwrap();
        assert!(mark.matches("1") && !mark.matches("2"));
    }

    #[test]
    fn a_failed_build_matches_no_fingerprint() {
        let scratch = Scratch::new("mark-failed");
        let mark = Mark::at(scratch.path().join("mark"));
        mark.set_after("1", || Ok(())).unwrap();
        assert!(mark.set_after("2", || bail!("no")).is_err());
        assert!(!mark.matches("1") && !mark.matches("2"));
    }
}
