//! The toolbox: every command that a person needs to see, build, test or weigh the dashboard.

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

/// Serve, build, check, test and weigh the dashboard.
///
/// What a command compiles with is set up when it is missing: the wasm target, Trunk and wasm-bindgen
/// (into target/tools). The first run therefore takes several minutes; it says so. The packages of the
/// system are changed only by `check --install` and `test --install`.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Serve the site at http://127.0.0.1:8080/ while somebody edits
    ///
    /// An edit of the data shows within two seconds; what is printed from it follows soon after. If the file has a
    /// mistake in it, the last good page stays, with its problems listed. A change of the code is built first. What is
    /// open in a browser is loaded again by itself.
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
        /// The folder to build it into (otherwise dist)
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Check an edit of the data before it is published
    ///
    /// Holds the data against its rules and its articles, builds the site, weighs it, and tries it in a real browser.
    /// Compiles nothing unless the code has changed.
    Check {
        #[command(flatten)]
        data: Data,
        #[command(flatten)]
        permission: Permission,
        /// The folder to build the site into (otherwise dist, or for another edition a folder in target/editions)
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Run everything that must hold before a change of the code is accepted
    ///
    /// The steps run in a fixed order and stop at the first that fails. Each is announced with the
    /// command that repeats it.
    Test {
        /// Run only these steps
        steps: Vec<checks::Step>,
        #[command(flatten)]
        permission: Permission,
    },
    /// Weigh dist/, file by file: as it is, after gzip and after brotli; and time the first answer on a phone
    ///
    /// dist/ is built first if it is missing. The time from the first tap to its answer is measured in Chromium, on a slow
    /// line, beside what the files of the program alone take there: times depend on the machine, compare only their ratio.
    Bench {
        #[command(subcommand)]
        what: Option<Bench>,
    },
}

#[derive(Subcommand)]
enum Bench {
    /// Measure what editions of several sizes take: time, memory, bytes and files, and how these grow
    Grow {
        /// The sizes, in figures
        #[arg(default_values_t = grow::SIZES)]
        sizes: Vec<usize>,
    },
}

#[derive(Args)]
struct Data {
    /// The folder of the edition: dashboard.json, and the records of its articles in seeds/ in it or beside it
    #[arg(long = "data", value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Where a command was typed: what it names is seen from there.
struct Here(PathBuf);

impl Here {
    /// The path of something as it is seen from the root of the checkout, where everything runs.
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
    let here = Here(env::current_dir().context("the current folder is gone")?);
    // Every path in this crate is relative to the root of the checkout.
    env::set_current_dir(root())
        .with_context(|| format!("the folder of the project, {}, is gone", root().display()))?;
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
    fn what_is_named_on_the_command_line_is_seen_from_where_it_was_typed() {
        assert_eq!(Here(root().to_owned()).path(Path::new("./data")), Path::new("data"));
        assert_eq!(Here(root().join("tests")).path(Path::new("editions")), Path::new("tests/editions"));
        assert_eq!(Here(root().to_owned()).path(Path::new("/srv/data")), Path::new("/srv/data"));
    }
}
