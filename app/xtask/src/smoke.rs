//! The smoke test of a built site in Chromium, which holds for any edition. It says itself what it finds.

use std::path::{self, Path};

use anyhow::{Context, Result, ensure};

use crate::browser::Named;
use crate::programs::Program;

/// Opens the site in this folder in Chromium and looks at what every edition must show. The program has to be ready.
///
/// # Errors
/// When something of the site is not as it must be: what it is was printed by then.
pub(crate) fn test(site: &Path, chromium: Named) -> Result<()> {
    let mut smoke = Program::Smoke.call();
    smoke.env("FOOTNOTED_DIST", path::absolute(site)?).envs(chromium);
    let status = smoke.status().context("the test of the site could not be started")?;
    ensure!(status.success(), "the site in {}/ does not work in a browser as it must, as said above", site.display());
    Ok(())
}
