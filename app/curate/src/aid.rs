//! What helps a curator to write the file: its form for editors, forms to fill in, and which articles lack an archive copy.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use curate::{bytes, edition};
use model::{Dashboard, item_id_fault};

use crate::form::{Article, NewFigure, NewSource};
use crate::insert::Manuscript;
use crate::record::Reading;
use crate::{archive, schema};

/// A help in writing.
#[derive(Subcommand)]
pub(crate) enum Aid {
    /// Print the JSON Schema of the data file, by which editors complete and explain while you type.
    Schema,
    /// Write a form for a new figure or article into the data file, where nothing else changes, or a record of a text.
    New {
        #[command(subcommand)]
        new: New,
    },
    /// List where each article is read and archived, and the address that archives it. Opens no connection.
    Archive(At),
}

/// What can be new.
#[derive(Subcommand)]
pub(crate) enum New {
    /// A new article, empty or from an export of Zotero.
    Source {
        #[command(flatten)]
        source: NewSource,
        #[command(flatten)]
        at: At,
    },
    /// A new figure, empty or with what is known of it.
    Figure {
        #[command(flatten)]
        figure: Box<NewFigure>,
        #[command(flatten)]
        at: At,
    },
    /// A new record in seeds: which text of an article was read, when, and from which copy.
    Record {
        #[command(flatten)]
        reading: Reading,
        #[command(flatten)]
        at: At,
    },
}

/// Which file.
#[derive(Args)]
pub(crate) struct At {
    /// The folder of the edition: it holds dashboard.json, and seeds lies in it or beside it.
    #[arg(long, value_name = "DIR", default_value = edition::DEFAULT)]
    data: PathBuf,
    /// The data file; left out, the dashboard.json of the edition.
    #[arg(long)]
    file: Option<PathBuf>,
}

impl Aid {
    /// Does it, and says what there is to print.
    ///
    /// # Errors
    /// In words, when it could not be done; nothing is then written.
    pub(crate) fn run(self) -> Result<String, String> {
        match self {
            Self::Schema => schema::schema(),
            Self::New { new: New::Source { source, at } } => at.add_sources(&source),
            Self::New { new: New::Figure { figure, at } } => at.add_figure(&figure),
            Self::New { new: New::Record { reading, at } } => {
                reading.record(&bytes::text(&at.file())?, &bytes::text(&reading.text)?, &edition::seeds(&at.data))
            }
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
        let form = figure.write()?;
        let mut manuscript = self.open()?;
        for key in ["figures", "events"] {
            if manuscript.ids(key).contains(id) {
                return Err(self.of(&format!("\"{id}\" is already the id of something in \"{key}\": choose another")));
            }
        }
        manuscript.append("figures", &form).map_err(|error| self.of(&error))?;
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
            (None, _) => return Err("an article needs an id, such as guardian: name one".into()),
        };
        let mut manuscript = self.open()?;
        for Article { id, text } in &articles {
            if manuscript.ids("sources").contains(id) {
                return Err(self.of(&format!("\"{id}\" is already the id of something in \"sources\": choose another")));
            }
            manuscript.append("sources", text).map_err(|error| self.of(&error))?;
        }
        let ids: Vec<String> = articles.iter().map(|article| format!("\"{}\"", article.id)).collect();
        let what = if ids.len() == 1 { "the article" } else { "the articles" };
        self.close(&manuscript, &format!("{what} {}", ids.join(", ")))
    }

    /// The file, if it can be written into.
    fn open(&self) -> Result<Manuscript, String> {
        let text = bytes::text_as_it_is(&self.file())?;
        Manuscript::open(&text).map_err(|error| {
            self.of(&format!("{error}, so nothing is written into it: mend it first; \"cargo curate check\" says how"))
        })
    }

    /// Keeps the file, and says what is left to do in it.
    fn close(&self, manuscript: &Manuscript, what: &str) -> Result<String, String> {
        let file = self.file();
        let name = file.display();
        fs::write(&file, manuscript.text()).map_err(|error| format!("{name} cannot be written: {error}"))?;
        let mut said = format!("{name}: {what} is written into it\n");
        match Dashboard::parse(manuscript.text()) {
            Ok(_) => said += "Nothing is wrong with the file.\n",
            Err(problems) => {
                said += "Left to do; what is not known and not required, remove with its key:\n";
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
