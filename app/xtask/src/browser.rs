//! The browsers that the end-to-end tests drive, each with its driver: Chromium for all, Firefox for what differs.

use std::env;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result};

use crate::debian::Need;
use crate::{program, tools};

/// Programs with the variables that name them, for the tests and for whoever has them elsewhere.
pub(crate) type Named = Vec<(&'static str, PathBuf)>;

/// Chromium, which the tests cannot do without.
pub(crate) const CHROMIUM: Need = Need {
    name: "Chromium with its driver",
    packages: &["chromium", "chromium-driver"],
    is_met: || Ok(find_chromium().is_some()),
};

/// Firefox. Its driver is no package of Debian's.
pub(crate) const FIREFOX: Need =
    Need { name: "Firefox", packages: &["firefox-esr"], is_met: || Ok(find_firefox().is_some()) };

/// Chromium with its driver.
pub(crate) fn chromium() -> Result<Named> {
    find_chromium().context(
        "the browser tests need Chromium (or Chrome) and the chromedriver of the same version. Install both so that \
         they stand on the PATH, or name them in FOOTNOTED_CHROMIUM and FOOTNOTED_CHROMEDRIVER",
    )
}

fn find_chromium() -> Option<Named> {
    let chromium = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    Some(vec![
        ("FOOTNOTED_CHROMIUM", program::named("FOOTNOTED_CHROMIUM", &chromium)?),
        ("FOOTNOTED_CHROMEDRIVER", program::named("FOOTNOTED_CHROMEDRIVER", &["chromedriver"])?),
    ])
}

/// Firefox with its driver, which is installed into target/tools when it is missing.
pub(crate) fn firefox() -> Result<Named> {
    let firefox = find_firefox().context("Firefox is not here, and FOOTNOTED_FIREFOX does not name it")?;
    Ok(vec![("FOOTNOTED_FIREFOX", firefox), ("FOOTNOTED_GECKODRIVER", geckodriver()?)])
}

fn find_firefox() -> Option<PathBuf> {
    program::named("FOOTNOTED_FIREFOX", &["firefox-esr", "firefox"])
}

/// It works with Firefoxes of many versions: any that is here will do.
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
