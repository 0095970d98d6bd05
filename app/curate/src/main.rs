//! The news desk: tells whoever edits the data file what is wrong with it, before a reader sees it.

mod aid;
mod archive;
mod clock;
mod form;
mod insert;
mod record;
mod schema;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use curate::check::{Check, Format};
use curate::edition;

/// Checks the data of a Footnoted dashboard.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Read a data file and list everything that is wrong with it, and what could be better.
    ///
    /// Each figure must stand in the quotes that are cited for it: the same number, in digits or words, as exact (around
    /// is "about", at least is "at_least", more than is "more_than", up to is "at_most", fewer than is "less_than") and of the same unit. With
    /// --articles each quote must also stand in its article. A citation whose article is not at hand is counted as not
    /// checked, never as passed.
    ///
    /// Exit status: 0 nothing is wrong (there may be warnings), 2 something is, 1 the check itself failed.
    Check(CheckArguments),
    #[command(flatten)]
    Aid(aid::Aid),
}

#[derive(Args)]
struct CheckArguments {
    /// The file to check; left out, the dashboard.json of the edition.
    file: Option<PathBuf>,
    /// The folder of the edition: it holds dashboard.json, and seeds lies in it or beside it.
    #[arg(long, value_name = "DIR", default_value = edition::DEFAULT)]
    data: PathBuf,
    /// A folder with the texts of the articles, each named by the id of its source: guardian.txt.
    ///
    /// Quotes are looked up whatever kind of spaces, quotation marks, dashes and hyphens they are typed with.
    #[arg(long, value_name = "DIR")]
    articles: Option<PathBuf>,
    /// The folder with the records of those texts (length and SHA-256), by which it is known that they are the ones that
    /// were read; left out, the edition's.
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
    /// The published version: list what changed, figure by figure, and demand an entry in "corrections" for each
    /// published value that did.
    #[arg(long, value_name = "OLD")]
    against: Option<PathBuf>,
    /// For people, or for programs.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
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
    match arguments.task {
        Task::Check(arguments) => check(arguments),
        Task::Aid(aid) => print(aid.run()),
    }
}

fn check(arguments: CheckArguments) -> ExitCode {
    let CheckArguments { file, data, articles, seeds, against, format } = arguments;
    let seeds = seeds.unwrap_or_else(|| match &file {
        Some(file) => edition::seeds_of(file, &data),
        None => edition::seeds(&data),
    });
    let file = file.unwrap_or_else(|| edition::dashboard(&data));
    match (Check { file, articles, seeds, against, today: clock::today() }).run(format) {
        Ok((report, clean)) => match print(Ok(report)) {
            ExitCode::SUCCESS if !clean => ExitCode::from(2),
            printed => printed,
        },
        Err(error) => print(Err(error)),
    }
}

/// Prints what came of a task, or why nothing did.
fn print(done: Result<String, String>) -> ExitCode {
    match done {
        Ok(text) if io::stdout().write_all(text.as_bytes()).is_ok() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "curate: {error}");
            ExitCode::FAILURE
        }
    }
}
