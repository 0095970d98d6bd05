//! `cargo xtask`: the commands that serve, build, check, test and measure the dashboard.

mod axe;
mod bench;
mod browser;
mod budget;
mod check;
mod checks;
mod command;
mod content;
mod debian;
mod edition;
mod engine;
mod fingerprint;
mod fixtures;
mod grow;
mod lockfile;
mod mark;
mod nginx;
mod parts;
mod press;
mod program;
mod programs;
#[cfg(test)]
mod scratch;
mod serve;
mod smoke;
mod tap;
mod times;
mod tools;
mod trip;
mod trunk;
mod view;
mod wasm;
mod weight;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};

use crate::debian::Permission;
use crate::edition::Edition;

/// Serve, build, check, test and measure the dashboard.
///
/// A command installs the build tools that are missing: the wasm target, Trunk and wasm-bindgen (into target/tools).
/// The first run therefore takes several minutes. Only `check --install` and `test --install` install packages of the
/// system.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Serve the site at http://127.0.0.1:8080/ and update it after each edit
    ///
    /// The page shows an edit of the data within two seconds; the files printed from the data follow soon after. If the
    /// data has mistakes, the page lists them and keeps its last valid state. After a change of the code the engine is
    /// built first. Pages that are open in a browser reload by themselves.
    Serve {
        #[command(flatten)]
        data: Data,
        /// The port to serve on
        #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
        port: u16,
    },
    /// Build the site, ready to be copied to any web server
    Build {
        #[command(flatten)]
        data: Data,
        /// The output folder (default: dist)
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Check an edit of the data before it is published
    ///
    /// Checks the data against its rules and its articles, builds the site, measures its size, and tests it in a real
    /// browser. Compiles nothing unless the code has changed.
    Check {
        #[command(flatten)]
        data: Data,
        #[command(flatten)]
        permission: Permission,
        /// The output folder (default: dist, or a folder in target/editions for another edition)
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Run all tests that a change of the code must pass
    ///
    /// The steps run in a fixed order and stop at the first failure. The failure message names the command that repeats
    /// the step.
    Test {
        /// Run only these steps
        steps: Vec<checks::Step>,
        #[command(flatten)]
        permission: Permission,
    },
    /// Measure each file of dist/ (raw, gzip, brotli), and the time to the first answer on a phone
    ///
    /// Builds dist/ first if it is missing. Chromium, throttled to a slow connection, measures the time from the first tap
    /// to its answer, and the time that the files of the program alone take to download. Both times depend on the
    /// machine: compare only their ratio.
    Bench {
        #[command(subcommand)]
        what: Option<Bench>,
    },
}

#[derive(Subcommand)]
enum Bench {
    /// Measure time, memory, bytes and files for editions of several sizes, and how they grow
    Grow {
        /// The number of figures in each edition
        #[arg(default_values_t = grow::SIZES)]
        sizes: Vec<usize>,
    },
}

#[derive(Args)]
struct Data {
    /// The folder of the edition: dashboard.json, and seeds/ with the records of its articles in it or beside it
    #[arg(long = "data", value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// The folder in which the command was called. Paths in its arguments are relative to it.
struct Here(PathBuf);

impl Here {
    /// A path of the command line, relative to the root of the checkout.
    fn path(&self, named: &Path) -> PathBuf {
        let path = self.0.join(named);
        path.strip_prefix(root()).map(Path::to_owned).unwrap_or(path)
    }

    fn edition(&self, data: Data) -> Result<Edition> {
        Edition::of(data.folder.map(|folder| self.path(&folder)))
    }
}

fn main() -> ExitCode {
    match perform(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    let here = Here(env::current_dir().context("the current folder does not exist any more")?);
    // All paths in this crate are relative to the root of the checkout.
    env::set_current_dir(root())
        .with_context(|| format!("the folder of the project, {}, does not exist any more", root().display()))?;
    match task {
        Task::Serve { data, port } => serve::run(&here.edition(data)?, port),
        Task::Build { data, out } => {
            let out = out.map_or_else(|| press::DIST.into(), |out| here.path(&out));
            press::build(&here.edition(data)?, &out).map(drop)
        }
        Task::Check { data, out, permission } => {
            check::run(&here.edition(data)?, out.map(|out| here.path(&out)), permission)
        }
        Task::Test { steps, permission } => checks::run(&steps, permission),
        Task::Bench { what: Some(Bench::Grow { sizes }) } => grow::run(&sizes),
        Task::Bench { what: None } => bench::run(),
    }
}

/// The root of the checkout.
fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn paths_on_the_command_line_are_relative_to_the_current_folder() {
        assert_eq!(Here(root().to_owned()).path(Path::new("./data")), Path::new("data"));
        assert_eq!(Here(root().join("tests")).path(Path::new("editions")), Path::new("tests/editions"));
        assert_eq!(Here(root().to_owned()).path(Path::new("/srv/data")), Path::new("/srv/data"));
    }
}
