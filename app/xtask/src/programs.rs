//! Compiles the programs that other commands run (the press, the check of the data, the tests of a built site) and keeps
//! them in target/engine/bin until a source file changes.
//!
//! Cargo alone compares the modification times of files, which are all new in a fresh checkout. These programs have
//! fingerprints instead, so the workflow on GitHub can cache them, and an edit of the data compiles nothing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::mark::Mark;
use crate::{command, engine, fingerprint};

/// A program of the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    /// The press.
    Publish,
    /// The check of the data.
    Curate,
    /// The generator of editions for tests.
    Editions,
    /// The test of a built site of any edition.
    Smoke,
    /// The measurement of the time to the first answer.
    Tap,
}

impl Program {
    fn name(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Curate => "curate",
            Self::Editions => "editions",
            Self::Smoke => "smoke",
            Self::Tap => "tap",
        }
    }

    /// Its kind of cargo target.
    fn kind(self) -> &'static str {
        match self {
            Self::Publish | Self::Curate | Self::Editions => "bin",
            Self::Smoke | Self::Tap => "test",
        }
    }

    fn fingerprint(self) -> Result<String> {
        match self {
            Self::Publish | Self::Curate => fingerprint::of_engine(),
            Self::Editions | Self::Smoke | Self::Tap => fingerprint::of_tests(),
        }
    }

    fn path(self) -> PathBuf {
        Path::new(engine::HOME).join("bin").join(format!("{}{}", self.name(), env::consts::EXE_SUFFIX))
    }

    fn mark(self) -> Mark {
        Mark::at(Path::new(engine::HOME).join("bin").join(format!("{}.mark", self.name())))
    }

    fn is_current(self) -> Result<bool> {
        Ok(self.path().is_file() && self.mark().matches(&self.fingerprint()?))
    }

    /// A call of it. It must be compiled.
    pub(crate) fn call(self) -> Command {
        Command::new(self.path())
    }
}

/// Compiles the programs whose source files have changed.
pub(crate) fn ready(wanted: &[Program]) -> Result<()> {
    let mut missing = Vec::new();
    for program in wanted {
        if !program.is_current()? {
            missing.push(*program);
        }
    }
    if missing.is_empty() { Ok(()) } else { compile(&missing) }
}

fn compile(programs: &[Program]) -> Result<()> {
    // With `--workspace` the dependencies have the same features as in `cargo test --workspace`; with `--package` they
    // would be compiled again for each program.
    let mut cargo = command::cargo(["build", "--workspace", "--message-format", "json-render-diagnostics"]);
    for program in programs {
        cargo.args([format!("--{}", program.kind()), program.name().to_owned()]);
    }
    // Cargo adds the features of dev-dependencies only if a test is among the targets. This test is a small one.
    cargo.args(["--test", "generated"]);
    let fingerprints = programs.iter().map(|program| program.fingerprint()).collect::<Result<Vec<_>>>()?;
    println!("Compiling {}.", list(programs));
    let output = cargo.stderr(Stdio::inherit()).output().context("cargo could not be started")?;
    ensure!(output.status.success(), "`{}` ended with {}", command::words(&cargo), output.status);
    let messages = String::from_utf8_lossy(&output.stdout);
    for (program, fingerprint) in programs.iter().zip(fingerprints) {
        let compiled = executable(&messages, *program)
            .with_context(|| format!("the output of cargo does not name the executable {}", program.name()))?;
        program.mark().set_after(&fingerprint, || keep(&compiled, &program.path()))?;
    }
    Ok(())
}

fn list(programs: &[Program]) -> String {
    programs.iter().map(|program| program.name()).collect::<Vec<_>>().join(", ")
}

/// The path of a program in the messages of cargo.
fn executable(messages: &str, program: Program) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut executables = messages.filter_map(|message| {
        let target = &message["target"];
        let kinds = target["kind"].as_array()?;
        let found = target["name"] == program.name() && kinds.iter().any(|kind| kind == program.kind());
        message["executable"].as_str().filter(|_| found).map(PathBuf::from)
    });
    executables.next()
}

fn keep(compiled: &Path, kept: &Path) -> Result<()> {
    let folder = kept.parent().unwrap_or(Path::new(""));
    // The file of a running program cannot be overwritten, but it can be removed.
    let _ = fs::remove_file(kept);
    let copied = fs::create_dir_all(folder).and_then(|()| fs::copy(compiled, kept));
    copied.map(drop).with_context(|| format!("{} cannot be copied to {}", compiled.display(), kept.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGES: &str = r#"{"reason":"compiler-artifact","target":{"kind":["lib"],"name":"publish"},"executable":null}
{"reason":"compiler-artifact","target":{"kind":["bin"],"name":"publish"},"executable":"/t/debug/publish"}
{"reason":"compiler-artifact","target":{"kind":["test"],"name":"smoke"},"executable":"/t/debug/deps/smoke-1f"}
{"reason":"build-finished","success":true}"#;

    #[test]
    fn the_path_of_a_program_is_read_from_the_messages_of_cargo() {
        assert_eq!(executable(MESSAGES, Program::Publish), Some("/t/debug/publish".into()));
        assert_eq!(executable(MESSAGES, Program::Smoke), Some("/t/debug/deps/smoke-1f".into()));
        assert_eq!(executable(MESSAGES, Program::Curate), None);
    }
}
