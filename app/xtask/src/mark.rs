//! The mark beside what was built: which state of the engine's files it was built from.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A file that holds the number of the files that something was built from.
pub(crate) struct Mark(PathBuf);

impl Mark {
    pub(crate) fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Whether what stands beside the mark was built, to its end, from files of this number.
    pub(crate) fn says(&self, number: &str) -> bool {
        fs::read_to_string(&self.0).is_ok_and(|text| text == number)
    }

    /// Builds, and then sets the mark. While it is built, and if it fails, there is no mark.
    pub(crate) fn set_after(&self, number: &str, build: impl FnOnce() -> Result<()>) -> Result<()> {
        if self.0.exists() {
            fs::remove_file(&self.0).with_context(|| format!("{} cannot be removed", self.0.display()))?;
        }
        build()?;
        let folder = self.0.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&self.0, number))
            .with_context(|| format!("{} cannot be written", self.0.display()))
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn what_was_built_to_its_end_is_known_by_its_number() {
        let scratch = Scratch::new("mark");
        let mark = Mark::at(scratch.path().join("engine/mark"));
        assert!(!mark.says("1"));
        mark.set_after("1", || Ok(())).unwrap();
        assert!(mark.says("1") && !mark.says("2"));
    }

    #[test]
    fn what_was_not_built_to_its_end_has_to_be_built_again() {
        let scratch = Scratch::new("mark-failed");
        let mark = Mark::at(scratch.path().join("mark"));
        mark.set_after("1", || Ok(())).unwrap();
        assert!(mark.set_after("2", || bail!("no")).is_err());
        assert!(!mark.says("1") && !mark.says("2"));
    }
}
