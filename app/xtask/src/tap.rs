//! Runs the measurement of the time to the first answer on a phone (tests/tap.rs). Times depend on the machine, so each is
//! printed beside another of the same run, and there is no limit.

use std::path::{self, Path};

use anyhow::{Context, Result, ensure};

use crate::browser;
use crate::programs::{self, Program};

/// Measures the site in a folder and prints the result.
pub(crate) fn measure(site: &Path) -> Result<()> {
    let chromium = match browser::chromium() {
        Ok(chromium) => chromium,
        Err(why) => {
            println!("\nNOT MEASURED: the first answer on a phone ({why:#})");
            return Ok(());
        }
    };
    programs::ready(&[Program::Tap])?;
    let mut tap = Program::Tap.call();
    tap.env("FOOTNOTED_DIST", path::absolute(site)?).envs(chromium);
    let status = tap.status().context("the measurement could not be started")?;
    ensure!(status.success(), "the first answer on a phone could not be measured; see the lines above");
    Ok(())
}
