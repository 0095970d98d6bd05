//! Debian packages: programs that the tests need and that cargo cannot install. They change the system, so they are
//! installed only with `--install`.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};
use clap::Args;

use crate::{command, program};

/// Whether packages may be installed.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Permission {
    /// Install the Debian packages that are missing (Chromium, Firefox, nginx) with apt-get, as root or with sudo
    #[arg(long)]
    pub(crate) install: bool,
}

/// A program of the system that the tests need.
pub(crate) struct Need {
    /// The name of the program, for messages.
    pub(crate) name: &'static str,
    /// The packages that contain it.
    pub(crate) packages: &'static [&'static str],
    /// Whether it is installed.
    pub(crate) is_met: fn() -> Result<bool>,
}

/// Installs the programs that are missing, if that is permitted. Where there is no apt-get, or it cannot install a
/// package, this does nothing: the code that starts the program reports that it is missing.
///
/// # Errors
/// When a program is missing and may not be installed. The message names the program and the command that installs it.
pub(crate) fn provide(needs: &[&Need], permission: Permission, task: &str) -> Result<()> {
    let mut missing = Vec::new();
    for need in needs {
        if !(need.is_met)()? {
            missing.push(*need);
        }
    }
    let Some(apt) = program::on_path(&["apt-get"]).filter(|_| !missing.is_empty()) else { return Ok(()) };
    if !permission.install {
        bail!(refusal(&missing, is_root(), task));
    }
    let call = |arguments: &[&str]| {
        let mut command = if is_root() { Command::new("env") } else { sudo()? };
        // In run level 1 packages do not start their servers. The variables are arguments of `env`, since sudo drops
        // environment variables.
        command.args(["RUNLEVEL=1", "DEBIAN_FRONTEND=noninteractive"]).arg(&apt);
        // Without input a package does not wait for an answer but uses its default.
        command.args(arguments).stdin(Stdio::null());
        Some(command)
    };
    let Some(mut update) = call(&["update"]) else {
        println!("sudo needs a password to install packages. {}", advice(&missing, false));
        return Ok(());
    };
    command::run(&mut update)?;
    for need in missing {
        println!("Installing {} (Debian packages: {}).", need.name, need.packages.join(", "));
        // One call for each: if one package does not exist, the others are still installed.
        let outcome = call(&["install", "-y"]).map(|mut install| command::run(install.args(need.packages)));
        if let Some(Err(error)) = outcome {
            println!("{} could not be installed: {error:#}", need.name);
        }
    }
    Ok(())
}

fn refusal(missing: &[&Need], is_root: bool, task: &str) -> String {
    format!("{}\n\n`{task} --install` runs this command for you. Nothing was installed.", advice(missing, is_root))
}

/// The names of the missing programs, and one command that installs them all.
fn advice(missing: &[&Need], is_root: bool) -> String {
    let names: Vec<&str> = missing.iter().map(|need| need.name).collect();
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    let sudo = if is_root { "" } else { "sudo " };
    format!(
        "Missing on this system: {}. To install:\n\n    \
         {sudo}apt-get update && {sudo}apt-get install -y {}",
        names.join("; "),
        packages.join(" ")
    )
}

fn is_root() -> bool {
    command::output(Command::new("id").arg("-u")).is_ok_and(|user| user == "0")
}

/// `sudo env`, if sudo needs no password: in a workflow there is no user to type it.
fn sudo() -> Option<Command> {
    let sudo = || Command::new("sudo");
    command::output(sudo().args(["-n", "true"])).ok()?;
    let mut command = sudo();
    command.args(["-n", "env"]);
    Some(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DENIED: Permission = Permission { install: false };

    const HERE: Need = Need { name: "a program", packages: &["no-such-package"], is_met: || Ok(true) };
    const ABSENT: Need =
        Need { name: "another program", packages: &["no-such-package-1", "no-such-2"], is_met: || Ok(false) };

    #[test]
    fn an_installed_program_is_not_installed_again() {
        assert!(provide(&[&HERE], DENIED, "cargo xtask test").is_ok());
    }

    #[test]
    fn without_permission_nothing_is_installed() {
        let outcome = provide(&[&HERE, &ABSENT], DENIED, "cargo xtask test");
        // Without apt-get there is no advice either.
        let expected = program::on_path(&["apt-get"]).map(|_| refusal(&[&ABSENT], is_root(), "cargo xtask test"));
        assert_eq!(outcome.err().map(|error| error.to_string()), expected);
    }

    #[test]
    fn one_command_installs_all_missing_programs() {
        assert_eq!(
            refusal(&[&HERE, &ABSENT], false, "cargo xtask check"),
            "Missing on this system: a program; another program. To install:\n\n    \
             sudo apt-get update && sudo apt-get install -y no-such-package no-such-package-1 no-such-2\n\n\
             `cargo xtask check --install` runs this command for you. Nothing was installed."
        );
        assert!(advice(&[&ABSENT], true).contains("\n    apt-get update && apt-get install -y no-such-package-1"));
    }
}
