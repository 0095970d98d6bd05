//! Runs `curate` from the command line on files made for tests.

#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test whose files cannot be read has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The root of the repository.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of the edition for these tests. None of them reads the published one.
pub(crate) const EDITION: &str = "tests/editions/cambodia";

/// The text of its data file.
pub(crate) fn data() -> String {
    editions::text("cambodia").unwrap()
}

/// Runs `cargo curate` with these arguments.
pub(crate) fn curate(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_curate")).current_dir(repository()).args(arguments).output().unwrap()
}

/// Its standard output.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Its standard error.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A writable file with this text.
pub(crate) fn scratch(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}
