//! Calls of other programs: prints them, runs them, and reports failures.

use std::env;
use std::ffi::OsStr;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The cargo that runs xtask, so that all commands use the same toolchain.
pub(crate) fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    command
}

/// The call as it would be typed in a shell.
pub(crate) fn line(command: &Command) -> String {
    let variables = command.get_envs().filter_map(|(name, value)| {
        let value = quoted(value?);
        Some(format!("{}={value} ", name.to_string_lossy()))
    });
    variables.collect::<String>() + &words(command)
}

/// Runs the call. Its output goes to the terminal.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| unstartable(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", words(command));
    }
    Ok(())
}

/// Runs the call and returns its standard output, trimmed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| unstartable(command))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        let status = output.status;
        bail!("`{}` ended with {status}: {}", words(command), complaint.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn unstartable(command: &Command) -> String {
    format!("`{}` could not be started", words(command))
}

/// The call without its environment variables, which would make a message hard to read.
pub(crate) fn words(command: &Command) -> String {
    let program = if Some(command.get_program()) == env::var_os("CARGO").as_deref() {
        "cargo".to_owned()
    } else {
        quoted(command.get_program())
    };
    let words = [program].into_iter().chain(command.get_args().map(quoted));
    words.collect::<Vec<_>>().join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./:=@,+".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        word.into_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_written_as_it_would_be_typed() {
        let mut command = Command::new("npm");
        command.args(["install", "--prefix", "my tools"]).env("CI", "true");
        assert_eq!(line(&command), "CI=true npm install --prefix 'my tools'");
    }

    #[test]
    fn a_quote_within_a_word_survives_the_shell() {
        assert_eq!(quoted(OsStr::new("it's")), r"'it'\''s'");
    }

    #[test]
    fn cargo_is_called_by_its_short_name() {
        assert_eq!(line(&cargo(["fmt", "--all"])), "cargo fmt --all");
    }

    #[test]
    fn a_failure_names_the_call_without_its_variables() {
        let mut command = cargo(["no-such-command"]);
        let error = run(command.env("CARGO_TERM_QUIET", "true")).unwrap_err();
        assert!(error.to_string().starts_with("`cargo no-such-command` ended with"));
    }

    #[test]
    fn a_program_that_does_not_exist_is_named() {
        let error = run(&mut Command::new("no-such-program")).unwrap_err();
        assert_eq!(error.to_string(), "`no-such-program` could not be started");
    }
}
