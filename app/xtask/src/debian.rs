//! Debian's packages: programs that the tests start and that cargo cannot install.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::{command, program};

/// What `find` finds, if need be after these packages were installed. The error says why that could not be.
pub(crate) fn provide<T>(packages: &[&str], find: impl Fn() -> Option<T>) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let names = packages.join(" ");
    let (Some(mut update), Some(mut install)) = (apt(&["update"]), apt(&["install", "-y"])) else {
        bail!("it is not here, and no apt-get that this user may call could install {names}");
    };
    println!("Installing Debian's packages {names}, in about a minute.");
    command::run(&mut update)?;
    command::run(install.args(packages))?;
    match find() {
        Some(found) => Ok(found),
        None => bail!("Debian's packages {names} were installed, but what they hold is not found"),
    }
}

/// A call of Debian's package tool, where there is one and this user may change the system.
fn apt(arguments: &[&str]) -> Option<Command> {
    let apt = program::on_path(&["apt-get"])?;
    let mut command = if is_root() { Command::new("env") } else { sudo()? };
    // In run level 1 no package starts the server that it brings. It is an argument of `env`, since sudo passes no
    // variables on.
    command.args(["RUNLEVEL=1", "DEBIAN_FRONTEND=noninteractive"]).arg(apt);
    // A package that asks something would wait for ever: without input it takes its own answer.
    command.args(arguments).stdin(Stdio::null());
    Some(command)
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

    #[test]
    fn what_is_there_is_not_installed() {
        assert_eq!(provide(&["no-such-package"], || Some("here")).unwrap(), "here");
    }
}
