//! The command `cargo curate`, with which a curator checks and edits the data file.

mod aid;
mod archive;
mod atlas;
mod clock;
mod glean;
mod insert;
mod record;
mod schema;
mod template;

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
    /// Check a data file: list all errors, and suggest improvements.
    ///
    /// The quotes of a figure must state it: the same number, in digits or words, with the same qualifier (around is "about",
    /// at least is "at_least", more than is "more_than", up to is "at_most", fewer than is "less_than") and the same unit.
    /// With --articles, each quote must also be in its article. A citation without the text of its article counts as not
    /// checked, never as passed.
    ///
    /// Exit status: 0 no errors (there may be warnings), 2 errors, 1 the check itself failed.
    Check(CheckArguments),
    /// List the figures and events that the text of an article states, with the JSON to paste, and compare them with the data file.
    ///
    /// Each quantity is listed in reading order with its hedge, unit, sentence and words to quote, and is marked: already here,
    /// the same; already here, other value; new; or repeats another article word for word. Nothing is written.
    Read(glean::ReadArticle),
    #[command(flatten)]
    Aid(aid::Aid),
}

#[derive(Args)]
struct CheckArguments {
    /// The file to check; by default, dashboard.json of the edition.
    file: Option<PathBuf>,
    /// The folder of the edition, with dashboard.json. The folder seeds is in it or beside it.
    #[arg(long, value_name = "DIR", default_value = edition::DEFAULT)]
    data: PathBuf,
    /// A folder with the texts of the articles, each named after the id of its article: guardian.txt.
    ///
    /// Quotes are found with any kind of spaces, quotation marks, dashes and hyphens.
    #[arg(long, value_name = "DIR")]
    articles: Option<PathBuf>,
    /// The folder with the records (length and SHA-256) of the texts that were read; by default, the edition's.
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
    /// The published version: list the changes by figure, and require an entry in "corrections" for each changed value.
    #[arg(long, value_name = "OLD")]
    against: Option<PathBuf>,
    /// The format of the output: for people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Exit status 2 means errors in the file, so a mistyped command gives 1; --help gives 0.
            let failed = error.use_stderr();
            return if error.print().is_ok() && !failed { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
    };
    match arguments.task {
        Task::Check(arguments) => check(arguments),
        Task::Read(article) => print(article.run()),
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

/// Prints the result of a task, or why it failed.
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
