//! Everything that must hold before a change is accepted, step by step.

use std::path::{self, Path};
use std::process::Command;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::{axe, browser, budget, command, nginx, page, wasm};

/// Where the texts of the articles are, when they are at hand, from the root of the project.
const ARTICLES: &str = "../shared/articles";

/// One step; they run in this order, the quick ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// The code is laid out as rustfmt does it
    Fmt,
    /// clippy has nothing to say, natively
    Clippy,
    /// clippy has nothing to say about the page as it is compiled for browsers
    ClippyWasm,
    /// The unit, golden and property tests of every crate
    Unit,
    /// The figures in data/ are sound, and stand in their articles where the texts are at hand
    Data,
    /// The release of the page builds
    Build,
    /// Its first view stays within its limits of bytes
    Budget,
    /// The built page works in a real browser
    Browser,
}

/// Runs the chosen steps, or all when none is chosen, and stops at the first that fails.
pub(crate) fn run(chosen: &[Step]) -> Result<()> {
    let steps = in_order(chosen);
    for (passed, step) in steps.iter().enumerate() {
        if let Err(error) = step.run() {
            let name = step.name();
            bail!(
                "The step {name} failed: {error:#}.\n\
                 To repeat this step alone: cargo xtask test {name}\n\n\
                 {passed} passed, 1 failed"
            );
        }
    }
    println!("\n{} passed, 0 failed", steps.len());
    Ok(())
}

fn in_order(chosen: &[Step]) -> Vec<Step> {
    let steps = Step::value_variants().iter().copied();
    steps.filter(|step| chosen.is_empty() || chosen.contains(step)).collect()
}

impl Step {
    fn run(self) -> Result<()> {
        match self {
            Self::Fmt => self.cargo("fmt --all --check"),
            Self::Clippy => {
                self.cargo("clippy --workspace --all-targets -- -D warnings")?;
                // The browser's tests are no target of an ordinary `cargo test`, and so none of that either.
                self.cargo("clippy --package tests --test browser -- -D warnings")
            }
            Self::ClippyWasm => {
                wasm::ready()?;
                let target = wasm::TARGET;
                self.cargo(&format!("clippy --package web --target {target} -- -D warnings"))
            }
            Self::Unit => self.cargo("test --workspace"),
            Self::Data => self.check_facts(),
            Self::Build => {
                self.announce("cargo xtask build");
                page::build()
            }
            Self::Budget => {
                self.announce("cargo xtask test budget");
                budget::check()
            }
            Self::Browser => self.browse(),
        }
    }

    fn cargo(self, arguments: &str) -> Result<()> {
        self.call(command::cargo(arguments.split(' ')))
    }

    /// The articles are their publishers', and lie next to the checkout or nowhere.
    fn check_facts(self) -> Result<()> {
        let check = "curate check data/dashboard.json";
        if Path::new(ARTICLES).is_dir() {
            return self.cargo(&format!("{check} --articles {ARTICLES}"));
        }
        self.cargo(check)?;
        println!("SKIPPED: no citation was held against its article, since {ARTICLES} is not there");
        Ok(())
    }

    fn call(self, mut command: Command) -> Result<()> {
        self.announce(&command::line(&command));
        command::run(&mut command)
    }

    fn announce(self, line: &str) {
        println!("\n== {}: {line}", self.name());
    }

    fn browse(self) -> Result<()> {
        page::built()?;
        let mut tests = command::cargo(["test", "--package", "tests", "--test", "browser"]);
        tests.env("FOOTNOTED_DIST", path::absolute(page::DIST)?).envs(browser::chromium()?);
        let mut gaps = Vec::new();
        for (what, found) in [
            ("the accessibility rules of axe-core", axe::axe()),
            ("the page in Firefox", browser::firefox()),
            ("the page on a real nginx", nginx::nginx()),
        ] {
            match found {
                Ok(found) => drop(tests.envs(found)),
                Err(why) => gaps.push(format!("NOT CHECKED: {what} ({why:#})")),
            }
        }
        self.call(tests)?;
        // Last, where nobody overlooks it.
        gaps.iter().for_each(|gap| println!("{gap}"));
        Ok(())
    }

    /// The name by which a person chooses the step.
    fn name(self) -> String {
        let value = self.to_possible_value();
        value.map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_steps_run_when_none_is_chosen() {
        assert_eq!(in_order(&[]), Step::value_variants());
    }

    #[test]
    fn chosen_steps_run_once_and_in_the_usual_order() {
        let chosen = [Step::Browser, Step::Fmt, Step::Browser];
        assert_eq!(in_order(&chosen), [Step::Fmt, Step::Browser]);
    }

    #[test]
    fn a_step_goes_by_its_name_on_the_command_line() {
        assert_eq!(Step::ClippyWasm.name(), "clippy-wasm");
    }
}
