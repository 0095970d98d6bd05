//! `cargo xtask test`: the steps that a change of the code must pass. They test the engine on the editions in
//! tests/editions, and then the edition that this repository publishes.

use std::path::{self, Path};
use std::process::Command;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::debian::{self, Permission};
use crate::edition::Edition;
use crate::programs::{self, Program};
use crate::times::Times;
use crate::{axe, browser, budget, check, command, fixtures, nginx, press, smoke, wasm};

/// A step. The steps run in this order, the fast ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// The code is formatted by rustfmt
    Fmt,
    /// clippy finds nothing in the native code
    Clippy,
    /// clippy finds nothing in the code that is compiled for browsers
    ClippyWasm,
    /// The unit, golden and property tests of every crate
    Unit,
    /// The sites of the editions in tests/editions and of two generated editions can be built
    Build,
    /// The size of their pages is within the limits
    Budget,
    /// Their sites work in a real browser
    Browser,
    /// The edition in data/ passes `cargo xtask check`
    Edition,
}

/// Runs the chosen steps, or all when none is chosen, stops at the first failure, and prints the time of each step.
/// It looks for missing programs of the system first: otherwise the message would come after half an hour of tests.
pub(crate) fn run(chosen: &[Step], permission: Permission) -> Result<()> {
    let steps = in_order(chosen);
    let mut times = Times::default();
    if steps.contains(&Step::Browser) {
        debian::provide(&[&browser::CHROMIUM, &browser::FIREFOX, &nginx::NGINX], permission, "cargo xtask test")?;
    } else if steps.contains(&Step::Edition) {
        debian::provide(&[&browser::CHROMIUM], permission, "cargo xtask test")?;
    }
    let outcome = all(&steps, permission, &mut times);
    println!("{times}");
    outcome?;
    println!("{} passed, 0 failed", steps.len());
    Ok(())
}

fn all(steps: &[Step], permission: Permission, times: &mut Times) -> Result<()> {
    for (passed, step) in steps.iter().enumerate() {
        let name = step.name();
        if let Err(error) = times.of(&name, || step.run(permission)) {
            bail!(
                "The step {name} failed: {error:#}.\n\
                 To repeat this step alone: cargo xtask test {name}\n\n\
                 {passed} passed, 1 failed"
            );
        }
    }
    Ok(())
}

fn in_order(chosen: &[Step]) -> Vec<Step> {
    let steps = Step::value_variants().iter().copied();
    steps.filter(|step| chosen.is_empty() || chosen.contains(step)).collect()
}

impl Step {
    fn run(self, permission: Permission) -> Result<()> {
        match self {
            Self::Fmt => self.cargo("fmt --all --check"),
            Self::Clippy => {
                self.cargo("clippy --workspace --all-targets -- -D warnings")?;
                // `--all-targets` skips these targets, since they have `test = false`. `--workspace` here too: with
                // `--package` clippy would check their dependencies again, with fewer features.
                self.cargo("clippy --workspace --test browser --test edition --test smoke -- -D warnings")
            }
            Self::ClippyWasm => {
                wasm::ready()?;
                let target = wasm::TARGET;
                self.cargo(&format!("clippy --package web --target {target} -- -D warnings"))
            }
            // The examples in documentation run apart from the other tests. Crates without examples have `doctest = false`
            // in their manifest, which saves seconds of rustdoc each.
            Self::Unit => {
                self.cargo("test --workspace --tests")?;
                self.cargo("test --workspace --doc")
            }
            Self::Build => {
                self.announce("the sites of the editions in tests/editions");
                fixtures::build()
            }
            Self::Budget => {
                self.announce("the sizes of their first views");
                let weigh = |fixture: &fixtures::Fixture| {
                    budget::judge(&fixture.name, &fixture.edition, &fixture.site, fixture.name == fixtures::MAIN)
                };
                let fixtures = fixtures::built()?;
                fixtures.iter().try_for_each(weigh)?;
                match fixtures::Fixture::generated(&fixtures).as_slice() {
                    [small, .., large] => budget::judge_growth(small, large),
                    _ => bail!("the two generated editions are missing; `cargo xtask test build` makes them"),
                }
            }
            Self::Browser => self.browse(),
            Self::Edition => {
                self.announce("the edition in data/");
                programs::ready(&[Program::Publish, Program::Curate, Program::Smoke])?;
                check::all(&Edition::of(None)?, Path::new(press::DIST), permission, &mut Times::default())?;
                self.cargo("test --workspace --test edition")
            }
        }
    }

    fn cargo(self, arguments: &str) -> Result<()> {
        self.call(command::cargo(arguments.split(' ')))
    }

    fn call(self, mut command: Command) -> Result<()> {
        self.announce(&command::line(&command));
        command::run(&mut command)
    }

    fn announce(self, line: &str) {
        println!("\n== {}: {line}", self.name());
    }

    fn browse(self) -> Result<()> {
        let fixtures = fixtures::built()?;
        programs::ready(&[Program::Smoke])?;
        let chromium = browser::chromium()?;
        for fixture in &fixtures {
            self.announce(&format!("{} in Chromium", fixture.name));
            smoke::test(&fixture.site, chromium.clone())?;
        }
        // With `--workspace` the dependencies have the same features as in the step before, and are not compiled again.
        let mut tests = command::cargo(["test", "--workspace", "--test", "browser"]);
        tests.env("FOOTNOTED_DIST", path::absolute(fixtures::site(fixtures::MAIN))?).envs(chromium);
        tests.env("FOOTNOTED_LETTERS", path::absolute(fixtures::site(fixtures::LETTERS))?);
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
        // At the end of the output, where it is not overlooked.
        gaps.iter().for_each(|gap| println!("{gap}"));
        Ok(())
    }

    /// The name of the step on the command line.
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
    fn a_step_has_the_name_of_the_command_line() {
        assert_eq!(Step::ClippyWasm.name(), "clippy-wasm");
    }
}
