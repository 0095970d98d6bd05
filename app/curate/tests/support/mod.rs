//! The program, run as a curator runs it, and the files that it is run on.

#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test whose files cannot be read has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The top of the project.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of the edition that these tests go by. None of them reads the one that is published.
pub(crate) const EDITION: &str = "tests/editions/cambodia";

/// The text of its data file.
pub(crate) fn data() -> String {
    editions::text("cambodia").unwrap()
}

/// Runs `cargo curate` with these words behind it.
pub(crate) fn curate(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_curate")).current_dir(repository()).args(arguments).output().unwrap()
}

/// What it printed.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What it complained of.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A file of this text that may be written to.
pub(crate) fn scratch(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}
