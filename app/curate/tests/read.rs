//! A citation with "read_by" is counted separately, and cannot override a number that the program reads differently.

#![expect(clippy::unwrap_used, reason = "a test whose files cannot be written has failed")]

mod support;

use std::fs;
use std::path::Path;

use serde_json::json;
use support::{curate, stderr, stdout};

/// The exit status and output of the check for a figure of 100,000 people, with this quote and text of the article.
fn checked(name: &str, text: &str, quote: &str, read: bool) -> (Option<i32>, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let articles = folder.join("articles");
    let _ = fs::remove_dir_all(folder.join("seeds"));
    for part in ["articles", "seeds", "data"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    fs::write(articles.join("paper.txt"), text).unwrap();
    let mut citation = json!({ "source": "paper", "quote": quote });
    if read {
        citation["read_by"] = json!({ "name": "the editors", "on": "2026-01-22" });
    }
    let data = json!({
        "schema_version": 1, "id": "d", "title": { "en": "T" }, "summary": { "en": "S" }, "updated": "2026-01-21",
        "license": "CC-BY-4.0", "sources": [{ "id": "paper", "type": "article-newspaper", "title": "T" }],
        "figures": [{
            "id": "f", "label": { "en": "held" }, "value": { "exactly": 100_000 }, "unit": "people", "citations": [citation],
        }],
        "charts": [{ "id": "c", "kind": "bars", "title": { "en": "C" }, "finding": { "en": "F" }, "figures": ["f"] }],
        "sections": [{ "id": "x", "title": { "en": "X" }, "figures": ["f"], "charts": ["c"] }],
    });
    let file = folder.join("data/dashboard.json");
    fs::write(&file, data.to_string()).unwrap();
    let (paper, edition) = (articles.join("paper.txt"), folder.join("data"));
    let (paper, edition) = (paper.to_string_lossy(), edition.to_string_lossy());
    let record =
        ["new", "record", "paper", "--text", &paper, "--read", "2026-01-22", "--copy", "its page", "--data", &edition];
    let recorded = curate(&record);
    assert!(recorded.status.success(), "{}", stderr(&recorded));
    let output = curate(&["check", "--data", &edition, "--articles", &articles.to_string_lossy()]);
    (output.status.code(), stdout(&output))
}

#[test]
fn a_quote_in_another_language_that_a_person_read_is_counted_separately() {
    let text = "មនុស្សមួយសែននាក់ត្រូវបានជាប់ឃុំ។";
    let (status, printed) = checked("read-khmer", text, "មនុស្សមួយសែននាក់", true);
    assert_eq!(status, Some(0), "{printed}");
    assert!(printed.contains("0 checked, 1 read by a person, 0 not checked, 0 failed"), "{printed}");
}

#[test]
fn an_unusual_wording_that_a_person_read_is_not_refused() {
    let (text, quote) = ("They hold a small city's worth of men there.", "a small city's worth of men");
    let (status, printed) = checked("unread", text, quote, false);
    assert_eq!(status, Some(2), "{printed}");
    let (status, printed) = checked("read", text, quote, true);
    assert_eq!(status, Some(0), "{printed}");
    assert!(printed.contains("1 read by a person") && !printed.contains("read_by"), "{printed}");
}

#[test]
fn a_number_that_the_program_reads_differently_is_a_warning() {
    let (text, quote) = ("They hold 90,000 people there.", "hold 90,000 people");
    let (status, printed) = checked("read-otherwise", text, quote, true);
    assert_eq!(status, Some(0), "{printed}");
    assert!(printed.contains("warning") && printed.contains("the editors read this otherwise"), "{printed}");
}

#[test]
fn a_quote_that_is_not_in_the_article_is_refused_in_any_case() {
    let (status, printed) = checked("read-elsewhere", "They hold many.", "មនុស្សមួយសែននាក់", true);
    assert_eq!(status, Some(2), "{printed}");
}
