//! Finds or installs axe-core, whose accessibility rules the browser tests apply to the page.

use std::env;
use std::path::{self, Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::browser::Named;
use crate::{command, program, tools};

const VARIABLE: &str = "FOOTNOTED_AXE";

const VERSION: &str = "4.14.1";

/// The script of axe-core. It is installed if it is missing.
pub(crate) fn axe() -> Result<Named> {
    Ok(vec![(VARIABLE, script()?)])
}

fn script() -> Result<PathBuf> {
    if let Some(script) = env::var_os(VARIABLE) {
        return Ok(script.into());
    }
    // The folder has the version in its name, so that an older installation is not used.
    let home = Path::new(tools::HOME).join(format!("axe-{VERSION}"));
    let script = path::absolute(home.join("node_modules/axe-core/axe.min.js"))?;
    if script.is_file() {
        return Ok(script);
    }
    let npm = program::on_path(&["npm"]).context("npm, which installs axe-core, is not on the PATH")?;
    println!("Installing axe-core {VERSION} into {}, once. This takes a few seconds.", home.display());
    let mut install = Command::new(npm);
    install
        .args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
        .arg(&home)
        .arg(format!("axe-core@{VERSION}"));
    command::run(&mut install).context("axe-core could not be installed")?;
    Ok(script)
}
