//! The tables under charts, as they are rendered without a browser.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use model::Dashboard;
use statement::Language;

/// The table of a chart of this kind, of two figures: one repeated by another paper, one in a single paper without a speaker.
fn table(kind: &str) -> String {
    let text = format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{{"id":"g","type":"article","container-title":"The Gazette"}},{{"id":"h","type":"article","container-title":"The Herald","repeats":["g"]}}],
        "speakers":[{{"id":"navy","name":{{"en":"The navy"}},"party":true}}],
        "figures":[
            {{"id":"seen","label":{{"en":"seen"}},"value":{{"exactly":3}},"unit":"boats","citations":[{{"source":"g","quote":"three boats"}}]}},
            {{"id":"sunk","label":{{"en":"sunk"}},"value":{{"about":5}},"unit":"boats","speaker":"navy","basis":"claim","citations":[
                {{"source":"h","quote":"q","wording":{{"en":"roughly half <sank>"}},"value":{{"exactly":6}}}},{{"source":"g","quote":"q","wording":{{"en":"half sank"}}}}]}}],
        "charts":[{{"id":"c","kind":"{kind}","title":{{"en":"C"}},"finding":{{"en":"F"}},"figures":["seen","sunk"]}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"charts":["c"]}}]}}"#
    );
    let html = web::render(&Dashboard::parse(&text).unwrap(), Language::English);
    let (_, table) = html.split_once("<table>").unwrap();
    table.split_once("</table>").unwrap().0.to_owned()
}

/// Its words without the markup, the links and what is folded away.
fn words(html: &str) -> String {
    let words = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words);
    words.filter(|words| !words.trim().is_empty()).collect::<Vec<_>>().join("|")
}

#[test]
fn the_table_of_a_flow_says_who_says_reports_and_repeats_each_figure() {
    let words = words(&table("flow"));
    assert!(words.contains("Figure|Who says so|Reported by|Repeated by"), "{words}");
    assert!(words.contains("no one named|The Gazette|1|not repeated"), "{words}");
    assert!(words.contains("The navy, a party|The Gazette|1|The Herald|2"), "{words}");
}

#[test]
fn the_table_of_wordings_marks_the_words_that_are_new() {
    let html = table("wording");
    assert!(html.contains("<u><b>roughly</b></u>") && html.contains("&lt;sank&gt;"), "{html}");
    let words = words(&html);
    assert!(words.contains("The Gazette|1|: |half sank"), "{words}");
    assert!(words.contains("gives 6 boats"), "{words}");
}

#[test]
fn the_table_of_a_matrix_has_the_order_of_its_picture() {
    let html = table("matrix");
    // What more articles report stands first in both.
    assert!(html.find("data-row=\"sunk\"").unwrap() < html.find("data-row=\"seen\"").unwrap(), "{html}");
}
