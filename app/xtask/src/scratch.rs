//! A folder of files of their own for a test, gone when the test ends.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;

/// The folder.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// An empty folder; no other test may use this name.
    pub(crate) fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("footnoted-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file, with the folders it lies in.
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
