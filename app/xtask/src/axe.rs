//! axe-core: the accessibility rules that the browser tests apply to the page.

use std::env;
use std::path::{self, Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, program, tools};

/// The variable that names the script, for the browser tests and for whoever has it elsewhere.
pub(crate) const SCRIPT: &str = "FOOTNOTED_AXE";

const VERSION: &str = "4.14.1";

/// The script with the rules, installed when it is missing; none on a machine without npm.
pub(crate) fn script() -> Result<Option<PathBuf>> {
    if let Some(script) = env::var_os(SCRIPT) {
        return Ok(Some(script.into()));
    }
    // The version in the name: what was installed for another one is never taken for this one.
    let home = Path::new(tools::HOME).join(format!("axe-{VERSION}"));
    let script = path::absolute(home.join("node_modules/axe-core/axe.min.js"))?;
    if script.is_file() {
        return Ok(Some(script));
    }
    let Some(npm) = program::on_path(&["npm"]) else {
        return Ok(None);
    };
    println!("Installing axe-core {VERSION} into {}, once, in a few seconds.", home.display());
    let mut install = Command::new(npm);
    install
        .args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
        .arg(&home)
        .arg(format!("axe-core@{VERSION}"));
    command::run(&mut install).context("axe-core could not be installed")?;
    Ok(Some(script))
}
