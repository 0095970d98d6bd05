//! The commands that help to write the file: `schema`, `new`, `outline` and `archive`.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use curate::{bytes, edition};
use model::{Dashboard, item_id_fault};

use crate::atlas::Asked;
use crate::insert::Manuscript;
use crate::record::NewRecord;
use crate::template::{Article, NewFigure, NewSource};
use crate::{archive, schema};

/// A command that helps to write the file.
#[derive(Subcommand)]
pub(crate) enum Aid {
    /// Print the JSON Schema of the data file, with which editors complete and explain keys while you type.
    Schema,
    /// Add a template for a new figure or article to the data file and change nothing else, or write the record of a text.
    New {
        #[command(subcommand)]
        new: New,
    },
    /// Write the outline of a country into a place of the data file, or print it.
    ///
    /// The outlines are those of Natural Earth (public domain), which draws borders as they are in fact.
    Outline {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        at: At,
    },
    /// List the address and the archive copy of each article, and for those without a copy the address that makes one. Opens no connection.
    Archive(At),
}

/// What to add.
#[derive(Subcommand)]
pub(crate) enum New {
    /// A new article, empty or from a Zotero export.
    Source {
        #[command(flatten)]
        source: NewSource,
        #[command(flatten)]
        at: At,
    },
    /// A new figure, empty or with the known values.
    Figure {
        #[command(flatten)]
        figure: Box<NewFigure>,
        #[command(flatten)]
        at: At,
    },
    /// A new record in seeds: which copy of an article's text was read, and when.
    Record {
        #[command(flatten)]
        record: NewRecord,
        #[command(flatten)]
        at: At,
    },
}

/// The file to work on.
#[derive(Args)]
pub(crate) struct At {
    /// The folder of the edition, with dashboard.json. The folder seeds is in it or beside it.
    #[arg(long, value_name = "DIR", default_value = edition::DEFAULT)]
    data: PathBuf,
    /// The data file; by default, dashboard.json of the edition.
    #[arg(long)]
    file: Option<PathBuf>,
}

impl Aid {
    /// Runs the command and returns the text to print.
    ///
    /// # Errors
    /// A message, if the command failed; then nothing is written.
    pub(crate) fn run(self) -> Result<String, String> {
        match self {
            Self::Schema => schema::schema(),
            Self::New { new: New::Source { source, at } } => at.add_sources(&source),
            Self::New { new: New::Figure { figure, at } } => at.add_figure(&figure),
            Self::New { new: New::Record { record, at } } => {
                record.write(&bytes::text(&at.file())?, &bytes::text(&record.text)?, &edition::seeds(&at.data))
            }
            Self::Outline { asked, at } => at.outline(&asked),
            Self::Archive(at) => archive::list(&bytes::text(&at.file())?).map_err(|error| at.of(&error)),
        }
    }
}

impl At {
    fn file(&self) -> PathBuf {
        self.file.clone().unwrap_or_else(|| edition::dashboard(&self.data))
    }

    fn add_figure(&self, figure: &NewFigure) -> Result<String, String> {
        let id = &figure.id;
        if let Some(fault) = item_id_fault(id) {
            return Err(fault);
        }
        let template = figure.write()?;
        let mut manuscript = self.open()?;
        for key in ["figures", "events", "places"] {
            if manuscript.ids(key).contains(id) {
                return Err(self.of(&format!("\"{id}\" is already an id in \"{key}\": choose another")));
            }
        }
        manuscript.append("figures", &template).map_err(|error| self.of(&error))?;
        if let Some(section) = &figure.section {
            let reference = serde_json::Value::from(id.as_str()).to_string();
            manuscript.append_within("sections", section, "figures", &reference).map_err(|error| self.of(&error))?;
        }
        self.close(&manuscript, &format!("the figure \"{id}\""))
    }

    fn add_sources(&self, source: &NewSource) -> Result<String, String> {
        let articles = match (&source.csl, &source.id) {
            (Some(csl), id) => NewSource::imported(&bytes::text(csl)?, id.as_deref())
                .map_err(|error| format!("{}: {error}", csl.display()))?,
            (None, Some(id)) if !id.trim().is_empty() => vec![NewSource::blank(id)],
            (None, _) => return Err("an article needs an id: give one, such as guardian".into()),
        };
        let mut manuscript = self.open()?;
        for Article { id, text } in &articles {
            if manuscript.ids("sources").contains(id) {
                return Err(self.of(&format!("\"{id}\" is already an id in \"sources\": choose another")));
            }
            manuscript.append("sources", text).map_err(|error| self.of(&error))?;
        }
        let ids: Vec<String> = articles.iter().map(|article| format!("\"{}\"", article.id)).collect();
        let what = if ids.len() == 1 { "the article" } else { "the articles" };
        self.close(&manuscript, &format!("{what} {}", ids.join(", ")))
    }

    fn outline(&self, asked: &Asked) -> Result<String, String> {
        let Some(id) = &asked.into else { return Ok(asked.outline()?.to_owned() + "\n") };
        let mut manuscript = self.open()?;
        asked.write(&mut manuscript, id).map_err(|error| self.of(&error))?;
        self.close(&manuscript, &format!("the outline of \"{id}\""))
    }

    /// The file, if it can be edited.
    fn open(&self) -> Result<Manuscript, String> {
        let text = bytes::text_as_it_is(&self.file())?;
        Manuscript::open(&text).map_err(|error| {
            self.of(&format!("{error}, so nothing was written: correct it first; \"cargo curate check\" says how"))
        })
    }

    /// Saves the file, and lists what is left to do.
    fn close(&self, manuscript: &Manuscript, what: &str) -> Result<String, String> {
        let file = self.file();
        let name = file.display();
        fs::write(&file, manuscript.text()).map_err(|error| format!("{name} cannot be written: {error}"))?;
        let mut said = format!("{name}: {what} is written into it\n");
        match Dashboard::parse(manuscript.text()) {
            Ok(_) => said += "Nothing is wrong with the file.\n",
            Err(problems) => {
                said += "Left to do (remove the keys of unknown values that are not required):\n";
                for problem in problems.iter() {
                    let _ = writeln!(said, "  {problem}");
                }
            }
        }
        Ok(said)
    }

    fn of(&self, error: &str) -> String {
        format!("{}: {error}", self.file().display())
    }
}
