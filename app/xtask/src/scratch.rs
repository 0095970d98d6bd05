//! A temporary folder for a test, removed when the test ends.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;

/// A temporary folder.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Creates an empty folder. Each test needs its own name.
    pub(crate) fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("footnoted-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file, and creates its parent folders.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
