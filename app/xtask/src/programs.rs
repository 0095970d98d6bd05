//! The programs of the project that other steps run: the press, the check of the data and the tests of a built site. They
//! are kept compiled, and compiled anew when a file of the engine has changed since.
//!
//! Cargo alone would do, but it looks at the time of each file, and a fresh checkout is all new: the workflow on GitHub
//! keeps these programs from one run to the next, and an edit of the data then compiles nothing.

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
    /// What makes editions for tests.
    Editions,
    /// The test of a built site that knows no figure by name.
    Smoke,
    /// What measures how long the first answer takes.
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

    /// The kind of target that cargo knows it as.
    fn kind(self) -> &'static str {
        match self {
            Self::Publish | Self::Curate | Self::Editions => "bin",
            Self::Smoke | Self::Tap => "test",
        }
    }

    fn number(self) -> Result<String> {
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
        Ok(self.path().is_file() && self.mark().says(&self.number()?))
    }

    /// A call of it. It has to be ready.
    pub(crate) fn call(self) -> Command {
        Command::new(self.path())
    }
}

/// Compiles those of the programs that are not those of the files as they are.
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
    // With `--workspace` the dependencies have the features that they have in `cargo test --workspace`; with
    // `--package` each program would have its dependencies compiled for itself.
    let mut cargo = command::cargo(["build", "--workspace", "--message-format", "json-render-diagnostics"]);
    for program in programs {
        cargo.args([format!("--{}", program.kind()), program.name().to_owned()]);
    }
    // And only where a test is among what is compiled do the features count that the tests ask for: this one is small.
    cargo.args(["--test", "generated"]);
    let numbers = programs.iter().map(|program| program.number()).collect::<Result<Vec<_>>>()?;
    println!("Compiling {}.", list(programs));
    let output = cargo.stderr(Stdio::inherit()).output().context("cargo could not be started")?;
    ensure!(output.status.success(), "`{}` ended with {}", command::words(&cargo), output.status);
    let messages = String::from_utf8_lossy(&output.stdout);
    for (program, number) in programs.iter().zip(numbers) {
        let compiled = executable(&messages, *program)
            .with_context(|| format!("cargo does not say where it has compiled {}", program.name()))?;
        program.mark().set_after(&number, || keep(&compiled, &program.path()))?;
    }
    Ok(())
}

fn list(programs: &[Program]) -> String {
    programs.iter().map(|program| program.name()).collect::<Vec<_>>().join(", ")
}

/// Where cargo says that it has compiled a program.
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
    // A program that is running cannot be written over, but its file can be taken away.
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
    fn cargo_says_where_a_program_is() {
        assert_eq!(executable(MESSAGES, Program::Publish), Some("/t/debug/publish".into()));
        assert_eq!(executable(MESSAGES, Program::Smoke), Some("/t/debug/deps/smoke-1f".into()));
        assert_eq!(executable(MESSAGES, Program::Curate), None);
    }
}
