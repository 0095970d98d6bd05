//! Debian's packages: programs that the tests start and that cargo cannot install. They are installed into the system,
//! and so only when the person who calls says that they may be.

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

/// A program of the system that tests need.
pub(crate) struct Need {
    /// What it is, for people.
    pub(crate) name: &'static str,
    /// The packages that bring it.
    pub(crate) packages: &'static [&'static str],
    /// Whether it is here already.
    pub(crate) is_met: fn() -> Result<bool>,
}

/// Sees to it that what is needed is here: installs what is missing if that is permitted. Where there is no apt-get, or
/// it cannot bring a package, nothing is done: who starts the program says what else can be done.
///
/// # Errors
/// When something is missing that was not permitted to be installed: says what, and how to do it.
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
        // In run level 1 no package starts the server that it brings. It is an argument of `env`, since sudo passes no
        // variables on.
        command.args(["RUNLEVEL=1", "DEBIAN_FRONTEND=noninteractive"]).arg(&apt);
        // A package that asks something would wait for ever: without input it takes its own answer.
        command.args(arguments).stdin(Stdio::null());
        Some(command)
    };
    let Some(mut update) = call(&["update"]) else {
        println!("This user may not install packages without a password. {}", advice(&missing, false));
        return Ok(());
    };
    command::run(&mut update)?;
    for need in missing {
        println!("Installing {} (Debian's packages {}).", need.name, need.packages.join(", "));
        // Each by itself: a system that lacks one of them may have the others.
        let outcome = call(&["install", "-y"]).map(|mut install| command::run(install.args(need.packages)));
        if let Some(Err(error)) = outcome {
            println!("{} could not be installed: {error:#}", need.name);
        }
    }
    Ok(())
}

fn refusal(missing: &[&Need], is_root: bool, task: &str) -> String {
    format!("{}\n\n`{task} --install` does that by itself. Nothing was installed.", advice(missing, is_root))
}

/// What is missing, and the one command that brings it.
fn advice(missing: &[&Need], is_root: bool) -> String {
    let names: Vec<&str> = missing.iter().map(|need| need.name).collect();
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    let sudo = if is_root { "" } else { "sudo " };
    format!(
        "Missing on this system: {}. To install what is missing:\n\n    \
         {sudo}apt-get update && {sudo}apt-get install -y {}",
        names.join("; "),
        packages.join(" ")
    )
}

fn is_root() -> bool {
    command::output(Command::new("id").arg("-u")).is_ok_and(|user| user == "0")
}

/// Sudo with `env`, if it asks for no password: nobody may be there to type it.
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

    const UNTOLD: Permission = Permission { install: false };

    const HERE: Need = Need { name: "a program", packages: &["no-such-package"], is_met: || Ok(true) };
    const ABSENT: Need =
        Need { name: "another program", packages: &["no-such-package-1", "no-such-2"], is_met: || Ok(false) };

    #[test]
    fn what_is_there_need_not_be_installed() {
        assert!(provide(&[&HERE], UNTOLD, "cargo xtask test").is_ok());
    }

    #[test]
    fn without_being_told_nothing_is_installed() {
        let outcome = provide(&[&HERE, &ABSENT], UNTOLD, "cargo xtask test");
        // Where there is no apt-get, there is nothing to advise either.
        let expected = program::on_path(&["apt-get"]).map(|_| refusal(&[&ABSENT], is_root(), "cargo xtask test"));
        assert_eq!(outcome.err().map(|error| error.to_string()), expected);
    }

    #[test]
    fn the_advice_is_one_command_for_all_that_is_missing() {
        assert_eq!(
            refusal(&[&HERE, &ABSENT], false, "cargo xtask check"),
            "Missing on this system: a program; another program. To install what is missing:\n\n    \
             sudo apt-get update && sudo apt-get install -y no-such-package no-such-package-1 no-such-2\n\n\
             `cargo xtask check --install` does that by itself. Nothing was installed."
        );
        assert!(advice(&[&ABSENT], true).contains("\n    apt-get update && apt-get install -y no-such-package-1"));
    }
}
