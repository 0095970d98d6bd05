//! The toolbox: every command that a person needs to see, build, test or weigh the dashboard.

mod axe;
mod bench;
mod browser;
mod budget;
mod checks;
mod command;
mod debian;
mod lockfile;
mod nginx;
mod page;
mod program;
mod release;
mod tools;
mod view;
mod wasm;
mod weight;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};

/// Serve, build, test and weigh the dashboard.
///
/// Whatever a command needs is set up when it is missing: the wasm target, Trunk and wasm-bindgen
/// (into target/tools). The first run therefore takes several minutes; it says so.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the page and serve it at http://127.0.0.1:8080/, again after every edit
    ///
    /// The browser reloads by itself when a file in app/, data/ or public/ changes.
    Serve {
        /// The port to serve on
        #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
        port: u16,
    },
    /// Build the release of the page into dist/, ready to be copied to any web server
    Build,
    /// Run everything that must hold before a change is accepted
    ///
    /// The steps run in a fixed order and stop at the first that fails. Each is announced with the
    /// command that repeats it.
    Test {
        /// Run only these steps
        steps: Vec<checks::Step>,
    },
    /// Weigh dist/, file by file, beside the last release: as it is, after gzip and after brotli
    ///
    /// dist/ is built first if it is missing. Only sizes are shown here: times depend on the
    /// machine, measure them with the performance panel of a browser.
    Bench {
        /// Keep these sizes as those of the last release, in app/xtask/last-release.toml
        #[arg(long)]
        keep: bool,
    },
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
    enter_root()?;
    match task {
        Task::Serve { port } => page::serve(port),
        Task::Build => page::build(),
        Task::Test { steps } => checks::run(&steps),
        Task::Bench { keep } => bench::run(keep),
    }
}

/// Every path in this crate is relative to the root of the checkout, wherever cargo was called.
fn enter_root() -> Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().nth(2).unwrap_or(here);
    env::set_current_dir(root).with_context(|| format!("the folder of the project, {}, is gone", root.display()))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Arguments::command().debug_assert();
    }
}
