//! Tests that documents, documentation comments and the words of the page are in plain English, and use the words of the glossary in
//! `app/README.md` in one sense each.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use visitor::findings;

/// A way of writing that readers had to translate, as words in their order, and what to write instead.
const DIALECT: [(&str, &str); 27] = [
    ("whoever", "name the reader, the curator or the program, or write “if”"),
    ("whosoever", "name the reader, the curator or the program, or write “if”"),
    ("nobody", "write “no one”, “none”, or say what is missing"),
    ("somebody", "name the person: a reader, a curator, another site"),
    ("somebody else's", "write “another site's”"),
    ("other people's", "write “other”"),
    ("is told", "name the subject: who reports what to whom"),
    ("are told", "name the subject: who reports what to whom"),
    ("is said of", "write “the facts of”, “the words about”, “the report on”"),
    ("what is said", "write “the words”, “the message”, “the report”"),
    ("as it was told", "write “in words”"),
    ("what became of", "write “the status of”"),
    ("comes to", "write “is”, “takes” or “totals”"),
    ("come to", "write “be”, “take” or “total”"),
    ("everybody", "write “every reader”"),
    ("stands in", "write “is in”"),
    ("stands behind", "write “the speaker”, “the basis” or “the articles behind”"),
    ("stand behind", "write “the speaker”, “the basis” or “the articles behind”"),
    ("as it stands", "write “unchanged”"),
    ("where it stands", "write “its place”"),
    ("no longer stands", "write “is superseded or withdrawn”"),
    ("stands alone", "write “is alone”"),
    ("has it that", "write “says that”"),
    ("the way out", "write “the exit” or “the link”"),
    ("to the letter", "write “exactly”"),
    ("is had from", "write “use …”"),
    ("had together", "write “cannot be separated”"),
];

/// Words of the glossary, and the folders whose types and modules may have them as names.
const RESERVED: [(&str, &[&str]); 8] = [
    ("Citation", &["app/model", "app/curate"]),
    ("Evidence", &["app/web"]),
    ("Frame", &["app/chart"]),
    ("Press", &["app/publish", "app/xtask"]),
    ("Reading", &["app/model"]),
    ("Edition", &["app/publish", "app/xtask", "app/curate"]),
    ("Passage", &["app/model"]),
    ("Marker", &["app/model", "app/chart", "app/statement", "app/web"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files below a folder of the repository that end so, with their paths.
fn files(folder: &str, endings: &[&str]) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    let mut waiting = vec![root().join(folder)];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                waiting.push(entry?.path());
            }
        } else if endings.iter().any(|ending| path.extension().is_some_and(|found| found == *ending)) {
            let name = path.strip_prefix(root())?.to_string_lossy().into_owned();
            found.push((name, fs::read_to_string(&path).with_context(|| path.display().to_string())?));
        }
    }
    found.sort();
    Ok(found)
}

/// The lines of a file that people read: all of a document and of the page's words; of other code the comments and the names of tests.
fn read_lines(name: &str, text: &str) -> Vec<(usize, String)> {
    let is_whole = name.ends_with(".md") || name.starts_with("app/locale/src/");
    let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line.trim()));
    let comment = |line: &str| line.starts_with("//") || line.starts_with("/*") || line.starts_with('*');
    // Tests are named by sentences.
    let sentence = |line: &str| Some(line.split_once("fn ")?.1.split_once('(')?.0.replace('_', " "));
    let read = |(number, line): (usize, &str)| match is_whole || comment(line) {
        true => Some((number, line.to_lowercase())),
        false => Some((number, sentence(line).filter(|words| words.split(' ').count() > 3)?)),
    };
    lines.filter_map(read).collect()
}

/// The words of the dialect in a text, each with its line and what to write instead.
fn faults(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, line) in read_lines(name, text) {
        let words: String = line.chars().map(|c| if c.is_alphanumeric() || c == '\'' { c } else { ' ' }).collect();
        let words = format!(" {} ", words.split_whitespace().collect::<Vec<_>>().join(" "));
        for (dialect, instead) in DIALECT {
            if words.contains(&format!(" {dialect} ")) {
                faults.push(format!("{name}:{number}: “{dialect}”: {instead}"));
            }
        }
    }
    faults
}

/// The types and modules of a file that have a word of the glossary as their name outside of its sense.
fn homonyms(name: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        let line =
            ["pub(crate) ", "pub(super) ", "pub "].iter().find_map(|start| line.strip_prefix(start)).unwrap_or(line);
        for (word, allowed) in RESERVED {
            let module = format!("mod {}", word.to_lowercase());
            let types = ["struct", "enum", "trait", "type"].map(|kind| format!("{kind} {word}"));
            let is_type = types.iter().any(|start| {
                line.strip_prefix(start.as_str()).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
            });
            let is_module = line.strip_prefix(module.as_str()).is_some_and(|rest| [";", " {"].contains(&rest));
            if (is_type || is_module) && !allowed.iter().any(|folder| name.starts_with(folder)) {
                found.push(format!(
                    "{name}:{}: “{word}” has another meaning in the glossary: choose another name",
                    number + 1
                ));
            }
        }
    }
    found
}

#[test]
fn documents_comments_and_the_words_of_the_page_are_in_plain_english() -> Result<()> {
    let mut found = Vec::new();
    for (folder, endings) in [
        ("app", ["rs", "js", "css", "md"].as_slice()),
        ("tests", &["rs", "js", "md"]),
        ("docs", &["md"]),
        ("public", &["js"]),
        ("data/README.md", &["md"]),
        ("README.md", &["md"]),
        ("CHANGELOG.md", &["md"]),
    ] {
        for (name, text) in files(folder, endings)? {
            found.extend(faults(&name, &text));
        }
    }
    findings::none(&found, "these lines are not in plain English");
    Ok(())
}

#[test]
fn types_and_modules_use_the_words_of_the_glossary_in_its_sense() -> Result<()> {
    let mut found = Vec::new();
    for (name, text) in files("app", &["rs"])? {
        found.extend(homonyms(&name, &text));
    }
    findings::none(&found, "these names");
    Ok(())
}

#[test]
fn a_planted_sentence_and_a_planted_name_are_found_with_their_lines() {
    let planted = "//! Fine.\n/// Whoever clicks beside it is done with it.\nfn nobody() {}\n";
    assert_eq!(
        faults("app/web/src/planted.rs", planted),
        ["app/web/src/planted.rs:2: “whoever”: name the reader, the curator or the program, or write “if”"]
    );
    assert_eq!(faults("docs/planted.md", "Here it\nstands: as it stands.").len(), 1);
    assert_eq!(
        homonyms(
            "app/web/src/planted.rs",
            "pub struct Reading {\nmod reading;\npub(super) mod press {\nstruct Readings;"
        )
        .len(),
        3
    );
}
