//! Finds the browsers of the end-to-end tests and their drivers: Chromium for all tests, Firefox for some.

use std::env;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result};

use crate::debian::Need;
use crate::{program, tools};

/// Environment variables with the paths of programs. The tests read them; a developer can set them to use other programs.
pub(crate) type Named = Vec<(&'static str, PathBuf)>;

/// The Debian packages with Chromium, which all browser tests need.
pub(crate) const CHROMIUM: Need = Need {
    name: "Chromium with its driver",
    packages: &["chromium", "chromium-driver"],
    is_met: || Ok(find_chromium().is_some()),
};

/// The Debian package with Firefox. Debian has no package with its driver.
pub(crate) const FIREFOX: Need =
    Need { name: "Firefox", packages: &["firefox-esr"], is_met: || Ok(find_firefox().is_some()) };

/// Chromium with its driver.
pub(crate) fn chromium() -> Result<Named> {
    find_chromium().context(
        "the browser tests need Chromium (or Chrome) and the chromedriver of the same version. Install both on the \
         PATH, or set FOOTNOTED_CHROMIUM and FOOTNOTED_CHROMEDRIVER to their paths",
    )
}

fn find_chromium() -> Option<Named> {
    let chromium = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    Some(vec![
        ("FOOTNOTED_CHROMIUM", program::named("FOOTNOTED_CHROMIUM", &chromium)?),
        ("FOOTNOTED_CHROMEDRIVER", program::named("FOOTNOTED_CHROMEDRIVER", &["chromedriver"])?),
    ])
}

/// Firefox with its driver. The driver is installed into target/tools if it is missing.
pub(crate) fn firefox() -> Result<Named> {
    let firefox = find_firefox().context("Firefox is not on the PATH, and FOOTNOTED_FIREFOX is not set")?;
    Ok(vec![("FOOTNOTED_FIREFOX", firefox), ("FOOTNOTED_GECKODRIVER", geckodriver()?)])
}

fn find_firefox() -> Option<PathBuf> {
    program::named("FOOTNOTED_FIREFOX", &["firefox-esr", "firefox"])
}

/// Any version will do: geckodriver works with many versions of Firefox.
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
