//! The news desk: tells whoever edits the data file what is wrong with it, before a reader sees it.

mod check;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

/// Checks the data of a Footnoted dashboard.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Read a data file and list everything that is wrong with it.
    ///
    /// Exit status: 0 nothing is wrong, 2 something is, 1 the check itself failed.
    Check {
        /// The file to check.
        #[arg(default_value = "data/dashboard.json")]
        file: PathBuf,
        /// For people, or for programs.
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
}

/// How the problems are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One line each, with a summary.
    Human,
    /// One JSON object.
    Json,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Exit status 2 means findings here, so a mistyped command is 1; --help is 0.
            let failed = error.use_stderr();
            return if error.print().is_ok() && !failed { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
    };
    let Task::Check { file, format } = arguments.task;
    match check::check(&file, format == Format::Json) {
        Ok(outcome) => match io::stdout().write_all(outcome.text.as_bytes()) {
            Ok(()) if outcome.clean => ExitCode::SUCCESS,
            Ok(()) => ExitCode::from(2),
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => {
            let _ = writeln!(io::stderr(), "curate: {error}");
            ExitCode::FAILURE
        }
    }
}
