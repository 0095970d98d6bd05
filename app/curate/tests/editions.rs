//! The check of whole editions: quotes of invented editions are in their articles and support their figures; generated
//! editions have exactly the errors with which they were generated.

#![expect(clippy::unwrap_used, reason = "a test whose files cannot be written has failed")]

mod support;

use std::fs;
use std::path::Path;

use support::{curate, scratch, stdout};

/// Checks the edition in a folder, with more arguments.
fn check(folder: &Path, more: &[&str]) -> (bool, String) {
    let folder = folder.to_string_lossy();
    let output = curate(&[&["check", "--data", &folder], more].concat());
    (output.status.success(), stdout(&output))
}

/// The folder of a generated edition.
fn generated(name: &str, figures: usize, wrong: usize) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    scratch(&format!("{name}/dashboard.json"), &editions::with_wrong(figures, wrong));
    folder
}

#[test]
fn every_quote_of_an_invented_edition_is_in_its_article() {
    for name in editions::ALL {
        let folder = editions::folder(name);
        let articles = folder.join("articles");
        // The texts of real articles belong to their publishers and are not in this repository.
        if !articles.is_dir() {
            continue;
        }
        let (passed, said) = check(&folder, &["--articles", &articles.to_string_lossy()]);
        assert!(passed && said.contains(" 0 failed"), "{name}: {said}");
        assert!(["letters", "scripts"].contains(&name) || said.contains(" 0 not checked"), "{name}: {said}");
    }
}

#[test]
fn every_edition_passes_the_check_of_its_file_alone() {
    for name in editions::ALL {
        let (passed, said) = check(&editions::folder(name), &[]);
        assert!(passed && said.contains("nothing is wrong"), "{name}: {said}");
    }
}

#[test]
fn a_generated_edition_of_any_size_has_no_errors() {
    for figures in [1, 7, 8, 61, 300] {
        let (passed, said) = check(&generated(&format!("right-{figures}"), figures, 0), &[]);
        assert!(passed, "{figures}: {said}");
    }
}

#[test]
fn each_wrong_quote_of_a_generated_edition_is_found() {
    let (passed, said) = check(&generated("wrong", 300, 100), &[]);
    assert!(!passed && said.contains("100 problems found"), "{said}");
}
