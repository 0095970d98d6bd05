//! Templates for a new figure or article: known values are filled in; `check` asks for the others.

use serde_json::{Value, json};

use curate::layout::Tree;

/// The known values of a new figure.
#[derive(clap::Args)]
pub(crate) struct NewFigure {
    /// Its id: small letters, digits and hyphens, such as arrests-2026.
    pub(crate) id: String,
    /// What is counted, as the page prints it after value and unit.
    #[arg(long)]
    label: Option<String>,
    /// The label in a few words.
    #[arg(long)]
    short: Option<String>,
    /// The number with its qualifier: "about 5000", "at_least 25", "between 7 20", "magnitude thousands".
    #[arg(long)]
    value: Option<String>,
    /// people, USD, percent, years …
    #[arg(long)]
    unit: Option<String>,
    /// The time to which it applies, such as 2026-01.
    #[arg(long)]
    as_of: Option<String>,
    /// The body or person to whom the article attributes it.
    #[arg(long)]
    said_by: Option<String>,
    /// The id of the article that reports it.
    #[arg(long)]
    source: Option<String>,
    /// The words of the article that state it, at most twelve.
    #[arg(long)]
    quote: Option<String>,
    /// The id of the section that shows it.
    #[arg(long)]
    pub(crate) section: Option<String>,
}

impl NewFigure {
    /// The template as JSON, line by line.
    ///
    /// # Errors
    /// A message, if the given value is not one.
    pub(crate) fn write(&self) -> Result<String, String> {
        let value = self.value.as_deref().map(value).transpose()?;
        // Without any values the template shows all usual keys; with some, only the required keys and those.
        let given = [&self.label, &self.short, &self.unit, &self.as_of, &self.said_by, &self.source, &self.quote];
        let whole = value.is_none() && given.iter().all(|part| part.is_none());
        let text = |words: &Option<String>| json!({ "en": words.as_deref().unwrap_or_default() });
        let mut lines = vec![entry("id", &json!(self.id)), entry("label", &text(&self.label))];
        let optional = |lines: &mut Vec<String>, key, given: &Option<String>, value: Value| {
            if whole || given.is_some() {
                lines.push(entry(key, &value));
            }
        };
        optional(&mut lines, "short", &self.short, text(&self.short));
        lines.push(entry("value", &value.unwrap_or_else(|| json!({ "exactly": null }))));
        lines.push(entry("unit", &json!(self.unit.as_deref().unwrap_or_default())));
        optional(&mut lines, "as_of", &self.as_of, json!(self.as_of.as_deref().unwrap_or_default()));
        optional(&mut lines, "said_by", &self.said_by, text(&self.said_by));
        let (source, quote) = (self.source.as_deref().unwrap_or_default(), self.quote.as_deref().unwrap_or_default());
        let citation = format!("    {{ {}, {} }}", entry("source", &json!(source)), entry("quote", &json!(quote)));
        lines.push(format!("\"citations\": [\n{citation}\n  ]"));
        Ok(format!("{{\n  {}\n}}", lines.join(",\n  ")))
    }
}

/// The known values of a new article.
#[derive(clap::Args)]
pub(crate) struct NewSource {
    /// Its id, with which citations refer to it, such as guardian. Optional with --csl.
    #[arg(required_unless_present = "csl")]
    pub(crate) id: Option<String>,
    /// A file of CSL-JSON, as Zotero exports it.
    #[arg(long)]
    pub(crate) csl: Option<std::path::PathBuf>,
}

/// An article to add to the file.
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) text: String,
}

impl NewSource {
    /// An empty template.
    pub(crate) fn blank(id: &str) -> Article {
        let lines = [
            entry("id", &json!(id)),
            entry("type", &json!("article-newspaper")),
            entry("title", &json!("")),
            "\"author\": [{ \"family\": \"\", \"given\": \"\" }]".into(),
            entry("container-title", &json!("")),
            "\"issued\": { \"date-parts\": [[]] }".into(),
            entry("URL", &json!("")),
            entry("archive_url", &json!("")),
        ];
        Article { id: id.into(), text: format!("{{\n  {}\n}}", lines.join(",\n  ")) }
    }

    /// The articles of an export, unchanged; a single one may get another id.
    ///
    /// # Errors
    /// A message, if it has no article, or several for one id.
    pub(crate) fn imported(csl: &str, id: Option<&str>) -> Result<Vec<Article>, String> {
        let tree = Tree::read(csl).map_err(|error| {
            format!("it is not valid JSON (line {}): export the article again, as \"CSL JSON\"", error.line())
        })?;
        let items = match tree {
            Tree::List(items) => items,
            Tree::Object(entries) => match entries.into_iter().partition::<Vec<_>, _>(is_list_of_articles) {
                // Some exports are an object around the list.
                (mut lists, _) if !lists.is_empty() => match lists.remove(0) {
                    (_, Tree::List(items)) => items,
                    _ => Vec::new(),
                },
                (_, entries) => vec![Tree::Object(entries)],
            },
            Tree::Word(_) => Vec::new(),
        };
        match (items.len(), id) {
            (0, _) => return Err("there is no article in it: export it again, as \"CSL JSON\"".into()),
            (2.., Some(id)) => {
                return Err(format!("it has several articles, and \"{id}\" can be the id of only one: leave it out"));
            }
            _ => {}
        }
        items.into_iter().map(|item| Article::of(item, id)).collect()
    }
}

impl Article {
    fn of(item: Tree, id: Option<&str>) -> Result<Self, String> {
        let Tree::Object(mut entries) = item else {
            return Err(
                "an item in it is not an article, which is an object { … }: export it again, as \"CSL JSON\"".into()
            );
        };
        let own = entries.iter().position(|(key, _)| key == "\"id\"").map(|place| entries.remove(place).1);
        let own = match own {
            // Some programs write an id as a number.
            Some(Tree::Word(word)) if word.bytes().all(|byte| byte.is_ascii_digit()) => Some(word),
            Some(Tree::Word(word)) => serde_json::from_str::<String>(&word).ok(),
            _ => None,
        };
        let id = id.map(str::to_owned).or(own).filter(|id| !id.trim().is_empty());
        let id = id.ok_or("an article in it has no id: say which, as in \"new source guardian --csl …\"")?;
        entries.insert(0, ("\"id\"".into(), Tree::Word(json!(id).to_string())));
        Ok(Self { id, text: Tree::Object(entries).write() })
    }
}

/// Whether an entry of an object is a list of articles.
fn is_list_of_articles((_, value): &(String, Tree)) -> bool {
    let has_type =
        |item: &Tree| matches!(item, Tree::Object(entries) if entries.iter().any(|(key, _)| key == "\"type\""));
    matches!(value, Tree::List(items) if items.iter().any(has_type))
}

fn entry(key: &str, value: &Value) -> String {
    let line = Tree::read(&value.to_string()).map(|tree| tree.line()).unwrap_or_default();
    format!("\"{key}\": {line}")
}

/// Turns "about 5000" into the JSON of the file.
fn value(words: &str) -> Result<Value, String> {
    let advice = || {
        format!(
            "\"{words}\" is not a value: write one of exactly, about, at_least, more_than, at_most, less_than and a number in digits, \
             such as \"about 5000\"; or \"between 7 20\", or \"magnitude thousands\""
        )
    };
    let number = |word: &str| serde_json::from_str::<serde_json::Number>(word).map_err(|_| advice());
    let (key, rest) = words.trim().split_once(char::is_whitespace).ok_or_else(advice)?;
    let rest = rest.trim();
    let value = match key {
        "exactly" | "about" | "at_least" | "more_than" | "at_most" | "less_than" => json!(number(rest)?),
        "between" => {
            let (low, high) = rest.split_once(char::is_whitespace).ok_or_else(advice)?;
            json!([number(low)?, number(high.trim())?])
        }
        "magnitude" => json!(rest),
        _ => return Err(advice()),
    };
    Ok(json!({ key: value }))
}
