//! The available texts of articles, each checked against its record on first use.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use model::decoded;

use crate::article::Article;
use crate::bytes;
use crate::seed::Seed;

/// A folder of texts, `<source id>.txt`, and the folder of their records.
pub struct Library {
    texts: Option<PathBuf>,
    seeds: PathBuf,
    held: BTreeMap<String, Held>,
}

/// The library's entry for an article.
pub enum Held {
    /// The text that was recorded.
    Text(Article),
    /// A text that is not known to be the recorded one, and the reason.
    Doubtful(Article, String),
    /// No text, and the reason.
    Nothing(String),
}

impl Held {
    /// The text, recorded or not.
    pub fn text(&self) -> Option<&Article> {
        match self {
            Self::Text(text) | Self::Doubtful(text, _) => Some(text),
            Self::Nothing(_) => None,
        }
    }
}

impl Library {
    /// Opens a folder of texts, if any, and a folder of records.
    ///
    /// # Errors
    /// A message, if the folder of texts cannot be read.
    pub fn open(texts: Option<&Path>, seeds: &Path) -> Result<Self, String> {
        if let Some(folder) = texts {
            fs::read_dir(folder).map_err(|error| format!("the folder {} cannot be read: {error}", folder.display()))?;
        }
        Ok(Self { texts: texts.map(Path::to_owned), seeds: seeds.to_owned(), held: BTreeMap::new() })
    }

    /// The folder of records.
    pub fn seeds(&self) -> &Path {
        &self.seeds
    }

    /// The entry for the article with this id.
    pub fn get(&mut self, id: &str) -> &Held {
        let held = match self.held.remove(id) {
            Some(held) => held,
            None => self.fetch(id),
        };
        self.held.entry(id.to_owned()).or_insert(held)
    }

    fn fetch(&self, id: &str) -> Held {
        let Some(folder) = &self.texts else { return Held::Nothing("no folder of articles is named".into()) };
        // An id can be any text; one that leads out of the folder is refused.
        if id.is_empty() || id.starts_with('.') || id.contains(['/', '\\', ':', '\0']) {
            return Held::Nothing(format!("\"{id}\" cannot be the name of a file"));
        }
        let file = folder.join(format!("{id}.txt"));
        let name = file.display();
        let bytes = match fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Held::Nothing(format!("there is no {name}"));
            }
            Err(error) => return Held::Nothing(format!("{name} cannot be read: {error}")),
        };
        let text = match decoded(&bytes) {
            Ok(text) => text,
            Err(problems) => return Held::Doubtful(Article::of(""), bytes::refusal(&file, &problems)),
        };
        let recorded = Seed::find(&self.seeds, id).and_then(|seed| match seed {
            Some(seed) => seed.verify(id, text),
            None => {
                let record = self.seeds.join(format!("{id}.json"));
                Err(format!(
                    "there is no record {} of the text of \"{id}\": write it with cargo curate new record {id} --text {name} --read YYYY-MM-DD --copy \"the article's own page\", with the day on which you read it",
                    record.display()
                ))
            }
        });
        let article = Article::of(text);
        match recorded {
            Ok(()) => Held::Text(article),
            Err(why) => Held::Doubtful(article, why),
        }
    }
}
