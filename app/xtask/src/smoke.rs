//! Runs the smoke test (tests/smoke), which tests the built site of any edition in Chromium.

use std::path::{self, Path};

use anyhow::{Context, Result, ensure};

use crate::browser::Named;
use crate::programs::Program;

/// Tests the site in this folder in Chromium. The program `smoke` must be compiled.
///
/// # Errors
/// When a check fails. The program has printed which one.
pub(crate) fn test(site: &Path, chromium: Named) -> Result<()> {
    let mut smoke = Program::Smoke.call();
    smoke.env("FOOTNOTED_DIST", path::absolute(site)?).envs(chromium);
    let status = smoke.status().context("the test of the site could not be started")?;
    ensure!(status.success(), "the site in {}/ does not work in a browser; see the lines above", site.display());
    Ok(())
}
