//! What the desk says of an edited file, without a browser.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use leptos::prelude::*;
use model::{Dashboard, Publication};
use statement::Language;

/// The report on a file that is opened on the desk, compared with the published one.
fn said(published: &str, opened: &str) -> String {
    let [published, opened] = [published, opened].map(|text| Dashboard::parse(text).unwrap());
    let same = published == opened;
    Owner::new().with(|| web::desk::changes(&published, &opened, same, Language::English).into_html())
}

#[test]
fn the_report_on_a_published_copy_names_what_was_left_out_of_it() {
    let file = editions::text("cambodia").unwrap();
    let file = file.replacen("\"type\":", "\"note\": \"to read\", \"keyword\": \"x\", \"type\":", 1);
    let copy = Publication::of(&file).text;
    assert!(!copy.contains("to read"));
    for published in [&copy, &file] {
        let said = said(published, &copy);
        assert!(said.contains("This is a published copy") && said.contains("keyword, note"), "{said}");
    }
    assert!(!said(&copy, &file).contains("published copy"), "{}", said(&copy, &file));
}
