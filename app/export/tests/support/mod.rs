//! Datasets for tests: the real one, and one in which everything is odd.

#![allow(dead_code, reason = "each test file uses a part of it")]

use export::{Bibliography, Exports};
use model::{Dashboard, Footnotes};
use serde_json::{Value as Json, json};
use statement::{Account, Language};

/// The real dataset.
pub(crate) const REAL: &str = include_str!("../../../../tests/editions/cambodia/dashboard.json");

/// Where it is published in tests.
pub(crate) const ADDRESS: &str = "https://figures.example.org/scams/";

/// Calls `test` with a dataset, published or not.
pub(crate) fn published<T>(
    text: &str,
    address: Option<&str>,
    test: impl FnOnce(Exports<'_>, &Bibliography<'_>) -> T,
) -> T {
    let dashboard = Dashboard::parse(text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let bibliography = Bibliography::read(&dashboard, text).unwrap();
    let edition =
        Exports(Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address });
    test(edition, &bibliography)
}

/// Calls `test` with a dataset whose address is not known.
pub(crate) fn edition<T>(text: &str, test: impl FnOnce(Exports<'_>, &Bibliography<'_>) -> T) -> T {
    published(text, None, test)
}

pub(crate) fn text(words: &str) -> Json {
    json!({ "en": words })
}

/// A dataset of these articles, each cited for one figure whose label is `label`.
pub(crate) fn dataset(sources: &[Json], label: &str) -> Json {
    let citations: Vec<Json> =
        sources.iter().map(|source| json!({ "source": source["id"], "quote": "so many, it says" })).collect();
    json!({
        "schema_version": 1,
        "id": "odd",
        "title": text("Odd: 100% of “it” & {left}’s <b>rest</b>".replace("{left}", "AT&T").as_str()),
        "summary": text("So many left: {left}. </script><!-- <script>"),
        "updated": "2026-01-21",
        "license": "CC-BY-4.0",
        "sources": sources,
        "figures": [
            { "id": "left", "label": text(label), "value": { "at_least": 0.3 }, "unit": "people per day", "citations": citations },
            { "id": "other", "label": text("@SUM(A1)"), "value": { "about": 0.1 }, "unit": "people per day", "citations": [
                { "source": sources[0]["id"], "quote": "=HYPERLINK(\"x\"), \n“quoted”", "value": { "magnitude": "dozens" } } ] },
            { "id": "both", "label": text("-2+3"), "derive": { "sum": ["left", "other"] }, "unit": "people per day" },
            { "id": "twice", "label": text("twice"), "derive": { "sum": ["both", "left"] }, "unit": "people per day" }
        ],
        "events": [{ "id": "raid", "date": "2025-07/2026-01-07?", "label": text("A raid"), "citations": [citations[0]] }],
        "charts": [
            { "id": "bars", "kind": "bars", "title": text("Bars \"of\" it"), "finding": text("{both} is it."), "figures": ["left", "both"] },
            { "id": "times", "kind": "timeline", "title": text("Times"), "finding": text("It went on.") }
        ],
        "sections": [{ "id": "all", "title": text("All"), "figures": ["left", "other", "both", "twice"], "charts": ["bars", "times"] }]
    })
}

/// Articles as reference managers export them, and as little as there can be of one.
pub(crate) fn odd_sources() -> Vec<Json> {
    vec![
        json!({
            "id": "http://zotero.org/users/1/items/AB2CD3EF",
            "type": "article-newspaper",
            "title": "Workers <i>flee</i> AT&T, 50% {of} $5Bn_fraud ~ “UN” says C:\\x #1 -- ^",
            "container-title": "The R&D Times, \"Sunday\"",
            "author": [
                { "family": "Ratcliffe", "given": "Rebecca" },
                { "family": "Beek", "given": "Ludwig", "non-dropping-particle": "van der", "suffix": "Jr." },
                { "family": "bin Salman", "given": "Mohammed" },
                { "literal": "Barnes and Noble, Inc." },
                { "family": "Sopheap", "given": "" },
                { "family": "សុភាព", "given": "ចាន់" }
            ],
            "issued": { "date-parts": [["2026", "1", 7]] },
            "accessed": { "date-parts": [["2026", 1, 22]] },
            "language": "en-GB",
            "ISSN": "0261-3077",
            "volume": 12, "issue": "3", "page": "1-2",
            "section": "World & news",
            "note": "tex.ids: abc",
            "rights": "© them",
            "URL": "https://example.org/a_b/50%25?x=1&y={2}~#top",
            "archive_url": "https://web.archive.org/web/2026/https://example.org/a_b",
        }),
        json!({ "id": "least", "type": "webpage" }),
        json!({
            "id": "khmer", "type": "webpage", "title": "ព័ត៌មានកម្ពុជា 🙂,\nបន្ទាត់ថ្មី", "container-title": "ដើមអម្ពិល",
            "issued": { "date-parts": [[2026, 1]] }, "URL": "https://example.org/ខ្មែរ", "repeats": ["least"],
        }),
        json!({ "id": "about", "type": "report", "title": "=cmd|' /C calc'!A0", "publisher": "Amnesty International", "issued": { "raw": "2025-06~" }, "DOI": "10.1000/18_2" }),
        json!({ "id": "year", "type": "document", "title": "lower Case in the UN", "author": [{ "family": "Sothy" }], "issued": { "date-parts": [[2024]], "circa": true } }),
        json!({ "id": "old", "type": "book", "title": "A book: The Subtitle", "author": [{ "family": "García Márquez", "given": "Gabriel" }], "issued": { "date-parts": [[1967]] }, "publisher": "Sudamericana" }),
    ]
}

/// Every edition that is kept, a generated one, and the odd dataset.
pub(crate) fn all() -> Vec<String> {
    let kept = editions::ALL.map(|name| editions::text(name).unwrap());
    kept.into_iter().chain([editions::generated(60), odd()]).collect()
}

/// The odd dataset.
pub(crate) fn odd() -> String {
    dataset(&odd_sources(), "=cmd|' /C calc'!A0 says \"so, ;=1\"").to_string()
}

/// A dataset of which two figures and the event name places.
pub(crate) fn located() -> Json {
    let mut file = dataset(&odd_sources(), "who left");
    file["places"] = json!([
        { "id": "town", "name": text("The town"), "precision": "city", "lat": 13.655, "lon": -102.61, "country": "AAA" },
        { "id": "land", "name": text("The land"), "precision": "country", "outline": "o}@o|R?g^_X??f^", "country": "AAA" },
    ]);
    file["figures"][0]["place"] = json!("town");
    file["figures"][1]["place"] = json!(["town", "land"]);
    file["events"][0]["place"] = json!("land");
    file
}
