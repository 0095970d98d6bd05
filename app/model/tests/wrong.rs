//! One file for each wrong dataset, and beside it the messages for the curator.
//!
//! To add a case, put a file into `wrong/` and run with `UPDATE_EXPECT=1`.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use model::{Dashboard, Problems};

/// The files of the folder with this extension, by name.
fn files(extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wrong");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|found| found == extension));
    files.sort();
    files
}

/// Each dataset with its problems; `None` if it is accepted.
fn cases() -> impl Iterator<Item = (PathBuf, Option<Problems>)> {
    files("json").into_iter().map(|path| {
        let problems = Dashboard::parse(&fs::read_to_string(&path).unwrap()).err();
        (path, problems)
    })
}

#[test]
fn every_wrong_dataset_is_refused() {
    let accepted: Vec<PathBuf> = cases().filter(|(_, problems)| problems.is_none()).map(|(path, _)| path).collect();
    assert!(accepted.is_empty(), "nothing is found wrong with {accepted:#?}");
}

#[test]
fn every_wrong_dataset_gives_the_expected_messages() {
    for (path, problems) in cases() {
        let words = problems.map(|problems| problems.to_string()).unwrap_or_default();
        expect_file![path.with_extension("problems")].assert_eq(&words);
    }
}

#[test]
fn every_expectation_has_its_dataset() {
    let mut orphans = files("problems");
    orphans.retain(|path| !path.with_extension("json").exists());
    assert!(orphans.is_empty(), "no dataset belongs to {orphans:#?}");
}

#[test]
fn every_message_is_a_short_sentence_that_says_what_to_do() {
    for (path, problems) in cases() {
        for problem in problems.iter().flat_map(Problems::iter) {
            let (message, name) = (&problem.message, path.display());
            assert!(message.contains([':', ';']), "{name} does not say what to do: {message}");
            assert!(message.chars().count() <= 200, "{name} is too long: {message}");
            assert!(!message.ends_with(['.', ',', ':', ' ']) && !message.contains('\n'), "{name}: {message}");
        }
    }
}

#[test]
fn no_message_has_a_programmers_terms() {
    let jargon =
        ["None", "Some(", "EOF", "ident", "expected", "serde", "parse", "::", "bool", "string", "inf ", "NaN s"];
    for (path, problems) in cases() {
        for problem in problems.iter().flat_map(Problems::iter) {
            // The key of a measure is no term of a program.
            let message = problem.message.replace("\"expected\"", "");
            let found = jargon.into_iter().find(|word| message.contains(word));
            assert_eq!(found, None, "{}: {}", path.display(), problem.message);
        }
    }
}
