//! How long the first answer takes on a phone, measured in a real browser. Times depend on the machine, so each is said beside
//! another of the same run, and none is ever held against a limit.

use std::path::{self, Path};

use anyhow::{Context, Result, ensure};

use crate::browser;
use crate::programs::{self, Program};

/// Measures it for the site in a folder, and says it.
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
    let status = tap.status().context("the first answer cannot be measured")?;
    ensure!(status.success(), "the first answer on a phone could not be measured, as said above");
    Ok(())
}
