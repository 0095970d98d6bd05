//! The browsers that the end-to-end tests drive, each with its driver: Chromium for all, Firefox for what differs.

use std::env;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result};

use crate::{debian, program, tools};

/// Programs with the variables that name them, for the tests and for whoever has them elsewhere.
pub(crate) type Named = Vec<(&'static str, PathBuf)>;

/// Chromium, which the tests cannot do without.
pub(crate) fn chromium() -> Result<Named> {
    let chromium = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let find = || {
        Some(vec![
            ("FOOTNOTED_CHROMIUM", program::named("FOOTNOTED_CHROMIUM", &chromium)?),
            ("FOOTNOTED_CHROMEDRIVER", program::named("FOOTNOTED_CHROMEDRIVER", &["chromedriver"])?),
        ])
    };
    debian::provide(&["chromium", "chromium-driver"], find).context(
        "the browser tests need Chromium (or Chrome) and the chromedriver of the same version. Install both so that \
         they stand on the PATH (Debian: `apt-get install chromium chromium-driver`), or name them in \
         FOOTNOTED_CHROMIUM and FOOTNOTED_CHROMEDRIVER",
    )
}

/// Firefox.
pub(crate) fn firefox() -> Result<Named> {
    let find = || program::named("FOOTNOTED_FIREFOX", &["firefox-esr", "firefox"]);
    let firefox = debian::provide(&["firefox-esr"], find).context("Firefox, else named by FOOTNOTED_FIREFOX")?;
    Ok(vec![("FOOTNOTED_FIREFOX", firefox), ("FOOTNOTED_GECKODRIVER", geckodriver()?)])
}

/// Firefox's driver is no package of Debian's, and works with Firefoxes of many versions: any that is here will do.
fn geckodriver() -> Result<PathBuf> {
    const VARIABLE: &str = "FOOTNOTED_GECKODRIVER";
    let own = path::absolute(Path::new(tools::HOME).join("bin"))?.join("geckodriver");
    if env::var_os(VARIABLE).is_none() && own.is_file() {
        return Ok(own);
    }
    match program::named(VARIABLE, &["geckodriver"]) {
        Some(driver) => Ok(driver),
        None => tools::geckodriver(),
    }
}
