//! What could not be checked on this machine.

use std::io::{self, Write};

use anyhow::Result;

/// Says that a test was not made, and why, where nobody overlooks it.
pub fn say(test: &str, why: &str) -> Result<()> {
    // Not by eprintln!, which is kept back from whoever runs a test that does not fail.
    writeln!(io::stderr(), "\nNOT CHECKED: {test} ({why})")?;
    Ok(())
}
