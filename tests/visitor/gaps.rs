//! Reports tests that cannot run on this machine.

use std::io::{self, Write};

use anyhow::Result;

/// Reports that a test was skipped, and why.
pub fn say(test: &str, why: &str) -> Result<()> {
    // Not with eprintln!: the test runner hides its output unless the test fails.
    writeln!(io::stderr(), "\nNOT CHECKED: {test} ({why})")?;
    Ok(())
}
