//! One file for each wrong dataset, and beside it the words in which a curator is told.
//!
//! To add a case, put a file into `wrong/` and run with `UPDATE_EXPECT=1`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use model::{Dashboard, Problems};

fn cases(extension: &str) -> BTreeSet<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wrong");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

fn problems(path: &Path) -> Option<Problems> {
    Dashboard::parse(&fs::read_to_string(path).unwrap()).err()
}

#[test]
fn every_wrong_dataset_is_refused() {
    let accepted: Vec<_> = cases("json").into_iter().filter(|path| problems(path).is_none()).collect();
    assert!(accepted.is_empty(), "nothing is found wrong with {accepted:#?}");
}

#[test]
fn every_wrong_dataset_is_explained_in_the_expected_words() {
    for path in cases("json") {
        if let Some(problems) = problems(&path) {
            expect_file![path.with_extension("problems")].assert_eq(&problems.to_string());
        }
    }
}

#[test]
fn every_expectation_has_its_dataset() {
    let orphans: Vec<_> = cases("problems").into_iter().filter(|path| !path.with_extension("json").exists()).collect();
    assert!(orphans.is_empty(), "no dataset belongs to {orphans:#?}");
}

#[test]
fn every_message_says_what_was_found_and_is_one_sentence_in_plain_words() {
    for (path, problems) in
        cases("json").into_iter().filter_map(|path| Some((problems(&path)?, path))).map(|(a, b)| (b, a))
    {
        for problem in problems.iter() {
            let message = &problem.message;
            let name = path.display();
            let is_plain = !["None", "Some(", "EOF", "ident", "expected `", "serde", "::", "inf "]
                .iter()
                .any(|word| message.contains(word));
            assert!(is_plain, "{name} is explained in a programmer's words: {message}");
            assert!(!message.ends_with(['.', ',', ':', ' ']) && !message.contains(['\n', '\t']), "{name}: {message}");
            assert!(message.contains([':', ';', '?']), "{name} does not say what to do: {message}");
            assert!(message.chars().count() <= 240, "{name} is explained at too great length: {message}");
        }
    }
}
