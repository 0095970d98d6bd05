//! The browser that the end-to-end tests drive: Chromium and its driver.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::{command, program};

/// The variables that name the two programs, for these tests and for whoever has them elsewhere.
pub(crate) const CHROMIUM: &str = "FOOTNOTED_CHROMIUM";
pub(crate) const DRIVER: &str = "FOOTNOTED_CHROMEDRIVER";

/// Where the two programs are.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Finds the browser, and installs it where the system's packages are Debian's and may be changed.
pub(crate) fn ready() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    let update = apt(&["update"]);
    let install = apt(&["install", "-y", "chromium", "chromium-driver"]);
    if let (Some(mut update), Some(mut install)) = (update, install) {
        println!("Installing Debian's packages chromium and chromium-driver, in about a minute.");
        command::run(&mut update).and_then(|()| command::run(&mut install)).context(MISSING)?;
    }
    find().context(MISSING)
}

const MISSING: &str = "the browser tests need Chromium (or Chrome) and the chromedriver of the same \
    version. Install both so that they stand on the PATH (Debian: `apt-get install chromium \
    chromium-driver`), or name them in FOOTNOTED_CHROMIUM and FOOTNOTED_CHROMEDRIVER";

fn find() -> Option<Browser> {
    let chromium = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    Some(Browser {
        chromium: named(CHROMIUM).or_else(|| program::on_path(&chromium))?,
        driver: named(DRIVER).or_else(|| program::on_path(&["chromedriver"]))?,
    })
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}

/// A call of Debian's package tool, where there is one and this user may change the system.
fn apt(arguments: &[&str]) -> Option<Command> {
    let apt = program::on_path(&["apt-get"])?;
    let mut command = if is_root() {
        Command::new(apt)
    } else {
        let mut sudo = sudo()?;
        sudo.arg(apt);
        sudo
    };
    // A package that asks something would wait for ever: without input it takes its own answer.
    command.args(arguments).stdin(Stdio::null());
    Some(command)
}

fn is_root() -> bool {
    command::output(Command::new("id").arg("-u")).is_ok_and(|user| user == "0")
}

/// Sudo, if it asks for no password: nobody may be there to type it.
fn sudo() -> Option<Command> {
    let sudo = || Command::new("sudo");
    command::output(sudo().args(["-n", "true"])).ok()?;
    let mut command = sudo();
    command.arg("-n");
    Some(command)
}
