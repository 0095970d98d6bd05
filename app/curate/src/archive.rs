//! Lists the articles with their archive copies, or with the address that makes one. Opens no connection.

use std::fmt::Write as _;

use curate::items::items;
use model::Source;
use serde_json::Value;

/// Prefix of the URL at which the Web Archive saves a copy of a page.
const SAVE: &str = "https://web.archive.org/save/";

/// Each article with its address and its archive copy.
///
/// # Errors
/// A message, if the text is not a dashboard.
pub(crate) fn list(text: &str) -> Result<String, String> {
    let sources = items(text)
        .map_err(|error| format!("this is not valid JSON (line {}, column {})", error.line(), error.column()))?
        .ok_or("it has no list of \"sources\"")?;
    let mut out = String::new();
    let (mut kept, mut missing) = (0, 0);
    for source in &sources {
        let by_doi = Source::of_csl(&source.to_string()).and_then(|source| source.url);
        let say = |key: &str| source.get(key).and_then(Value::as_str).filter(|words| !words.trim().is_empty());
        let live = say("URL").or(by_doi.as_deref());
        let _ = writeln!(out, "{}", say("id").unwrap_or("(an article without an id)"));
        let _ = writeln!(out, "  live     {}", live.unwrap_or("no address"));
        let copy = match (say("archive_url"), live) {
            (Some(copy), _) => {
                kept += 1;
                copy.to_owned()
            }
            (None, Some(live)) if is_web(live) => {
                missing += 1;
                format!("none; open {SAVE}{live} and put the address of the copy into \"archive_url\"")
            }
            (None, _) => "none, and no web address to copy it from".into(),
        };
        let _ = writeln!(out, "  archive  {copy}");
    }
    let count = sources.len();
    let articles = if count == 1 { "article" } else { "articles" };
    let _ = writeln!(out, "{count} {articles}, {kept} with an archive copy, {missing} to be copied");
    Ok(out)
}

fn is_web(address: &str) -> bool {
    let web = address.starts_with("https://") || address.starts_with("http://");
    web && !address.contains(char::is_whitespace)
}
