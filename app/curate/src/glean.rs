//! The command `cargo curate read`: reads an article, the data file and other articles, and prints proposals.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use curate::check::Format;
use curate::proposal::{self, Request};
use curate::{bytes, edition};
use model::Date;

/// An article to read.
#[derive(Args)]
pub(crate) struct ReadArticle {
    /// The text of the article.
    article: PathBuf,
    /// The id of the article; by default, the name of its file without ".txt".
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    /// The day on which the article was published; by default, "issued" of the article in the data file.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// A folder with the texts of other articles, each named after its id: guardian.txt. What repeats them word for word is marked.
    #[arg(long, value_name = "DIR")]
    articles: Option<PathBuf>,
    /// The folder of the edition, with dashboard.json.
    #[arg(long, value_name = "DIR", default_value = edition::DEFAULT)]
    data: PathBuf,
    /// The data file; by default, dashboard.json of the edition.
    #[arg(long)]
    file: Option<PathBuf>,
    /// The format of the output: for people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

impl ReadArticle {
    /// Reads the files, and returns the text to print.
    ///
    /// # Errors
    /// A message, if something cannot be read.
    pub(crate) fn run(&self) -> Result<String, String> {
        let text = bytes::text(&self.article)?;
        let file = self.file.clone().unwrap_or_else(|| edition::dashboard(&self.data));
        let data = bytes::text(&file)?;
        let stem = self.article.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let source = self.source.clone().unwrap_or(stem);
        let issued = self.date.as_deref().map(day).transpose()?;
        let others = self.articles.as_deref().map(texts).transpose()?.unwrap_or_default();
        let request = Request { text: &text, source: &source, issued, file: Some(&data), others: &others };
        let name = self.article.display().to_string();
        let proposals = proposal::propose(&request).map_err(|error| match error {
            proposal::Refusal::Text(why) => format!("{name}: {why}"),
            proposal::Refusal::File(why) => {
                format!("{}: {why}: correct it first; \"cargo curate check\" says how", file.display())
            }
        })?;
        Ok(match self.format {
            Format::Human => proposal::human(&proposals, &name),
            Format::Json => proposal::json(&proposals, &name),
        })
    }
}

fn day(words: &str) -> Result<model::Day, String> {
    match Date::parse(words) {
        Some(Date::Day(day)) => Ok(day),
        _ => Err(format!("\"{words}\" is not a day: write --date as in 2026-01-21")),
    }
}

/// The texts of a folder, by id.
fn texts(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let entries =
        fs::read_dir(folder).map_err(|error| format!("the folder {} cannot be read: {error}", folder.display()))?;
    let mut texts = Vec::new();
    for entry in entries.filter_map(Result::ok) {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            texts.push((id, bytes::text(&path)?));
        }
    }
    texts.sort();
    Ok(texts)
}
