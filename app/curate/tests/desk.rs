//! The check of a small dataset, its one article and the article's record, when any of them is wrong, missing or changed.

#![expect(clippy::unwrap_used, reason = "a test whose files cannot be written has failed")]

use std::fs;
use std::path::PathBuf;

use curate::check::{Check, Format};
use curate::normal::RECORDED;
use curate::seed::fingerprint;
use model::Date;
use serde_json::{Value as Json, json};

const ARTICLE: &str = "Raid on the harbour\n\nPolice said on Friday that around 1,200 people – more than half of them \
    sailors – had left.\nThey were held for “seven to twenty” months, since 2021, and paid at least $3.5m. Tens of thousands of \
    others may follow.";

/// A folder for one test, with the dataset, the article and its record.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let desk = Self(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("desk").join(name));
        let _ = fs::remove_dir_all(&desk.0);
        fs::create_dir_all(desk.0.join("articles")).unwrap();
        fs::create_dir_all(desk.0.join("seeds")).unwrap();
        fs::write(desk.0.join("articles/paper.txt"), ARTICLE).unwrap();
        let (length, sha256) = fingerprint(ARTICLE);
        desk.record(&json!({
            "id": "paper", "address": "https://example.org/raid", "copy": "the page", "read": "2026-01-22",
            "normalisation": RECORDED, "length": length, "sha256": sha256
        }));
        desk
    }

    fn record(&self, seed: &Json) {
        fs::write(self.0.join("seeds/paper.json"), seed.to_string()).unwrap();
    }

    fn check(&self, dataset: &Json, articles: bool, against: Option<&Json>) -> (Json, String, bool) {
        let file = self.0.join("dashboard.json");
        fs::write(&file, format!("{dataset:#}")).unwrap();
        let against = against.map(|old| {
            let file = self.0.join("published.json");
            fs::write(&file, format!("{old:#}")).unwrap();
            file
        });
        let articles = articles.then(|| self.0.join("articles"));
        let check = Check { file, articles, seeds: self.0.join("seeds"), against, today: day("2026-01-21") };
        let (human, clean) = check.run(Format::Human).unwrap();
        let (machine, also_clean) = check.run(Format::Json).unwrap();
        assert_eq!(clean, also_clean);
        (serde_json::from_str(&machine).unwrap(), human, clean)
    }

    /// The errors, each with the JSON Pointer of its place, in a dataset that is checked against its article.
    fn errors(&self, dataset: &Json) -> Vec<(String, String)> {
        entries(&self.check(dataset, true, None).0, "problems")
    }
}

fn day(words: &str) -> Option<i64> {
    Date::parse(words).map(|date| date.first())
}

fn entries(report: &Json, kind: &str) -> Vec<(String, String)> {
    let text = |entry: &Json, key: &str| entry[key].as_str().unwrap().to_owned();
    report[kind].as_array().unwrap().iter().map(|entry| (text(entry, "pointer"), text(entry, "message"))).collect()
}

fn figure(id: &str, value: Json, unit: &str, quote: &str) -> Json {
    json!({ "id": id, "label": { "en": id }, "value": value, "unit": unit, "citations": [{ "source": "paper", "quote": quote }] })
}

fn dataset() -> Json {
    let figures = [
        figure("left", json!({ "about": 1200 }), "people", "around 1,200 people – more than half of them"),
        figure("sailors", json!({ "more_than": 0.5 }), "fraction", "more than half of them sailors"),
        figure("held", json!({ "between": [7, 20] }), "months", "\"seven to twenty\" months"),
        figure("paid", json!({ "at_least": 3_500_000 }), "USD", "paid at least $3.5m"),
        figure("others", json!({ "magnitude": "tens of thousands" }), "others", "Tens of thousands of others"),
    ];
    let ids: Vec<&Json> = figures.iter().map(|figure| &figure["id"]).collect();
    json!({
        "schema_version": 1,
        "id": "desk",
        "title": { "en": "A desk" },
        "summary": { "en": "People left." },
        "updated": "2026-01-21",
        "license": "CC-BY-4.0",
        "sources": [{ "id": "paper", "type": "article-newspaper", "URL": "https://example.org/raid", "archive_url": "https://example.net/raid",
            "issued": { "date-parts": [[2026, 1, 21]] } }],
        "figures": figures,
        "events": [
            { "id": "raid", "date": "2026-01-16", "label": { "en": "A raid" }, "citations": [{ "source": "paper", "quote": "Police said on Friday" }] },
            { "id": "held-since", "date": "2021/..", "label": { "en": "Held" }, "citations": [{ "source": "paper", "quote": "since 2021" }] }
        ],
        "charts": [{ "id": "all", "kind": "matrix", "title": { "en": "All" }, "finding": { "en": "All." }, "figures": ids }],
        "sections": [{ "id": "all", "title": { "en": "All" }, "charts": ["all"] }]
    })
}

#[test]
fn a_dataset_that_agrees_with_its_article_has_all_citations_checked() {
    let (report, human, clean) = Desk::new("agrees").check(&dataset(), true, None);
    assert!(clean, "{human}");
    assert_eq!(
        report["citations"],
        json!({ "checked": 7, "read_by_a_person": 0, "not_checked": 0, "failed": 0, "unchecked": [] })
    );
    assert_eq!(report["warnings"], json!([]), "{human}");
    assert!(human.contains("7 citations held against the articles: 7 checked, 0 not checked, 0 failed"), "{human}");
}

#[test]
fn without_its_article_a_citation_is_not_checked_and_never_passed() {
    let desk = Desk::new("missing");
    let (report, human, clean) = desk.check(&dataset(), false, None);
    assert!(clean);
    assert_eq!(report["citations"], json!({ "checked": 0, "not_checked": 7, "failed": 0 }));
    assert!(human.contains("no citation was held against its article"), "{human}");
    fs::remove_file(desk.0.join("articles/paper.txt")).unwrap();
    let (report, human, clean) = desk.check(&dataset(), true, None);
    assert!(clean);
    assert_eq!((&report["citations"]["checked"], &report["citations"]["not_checked"]), (&json!(0), &json!(7)));
    assert_eq!(report["citations"]["unchecked"][0]["pointer"], "/figures/0/citations/0");
    assert!(human.contains("not checked: ") && human.contains("paper.txt"), "{human}");
}

#[test]
fn without_its_article_a_quote_must_still_support_its_figure() {
    let mut dataset = dataset();
    dataset["figures"][0]["value"] = json!({ "about": 1300 });
    let (report, _, clean) = Desk::new("alone").check(&dataset, false, None);
    assert!(!clean);
    assert_eq!(report["citations"], json!({ "checked": 0, "not_checked": 6, "failed": 1 }));
    let (pointer, message) = entries(&report, "problems").remove(0);
    assert_eq!(pointer, "/figures/0/citations/0/quote");
    assert!(message.contains("“around 1,200”") && message.contains("{\"about\": 1300}"), "{message}");
}

#[test]
fn each_kind_of_disagreement_is_reported_at_its_place() {
    let desk = Desk::new("disagrees");
    for (pointer, other, place, words) in [
        (
            "/figures/0/citations/0/quote",
            json!("around 1,200 persons"),
            "/figures/0/citations/0/quote",
            "most similar words are “around 1,200 people",
        ),
        (
            "/figures/0/citations/0/quote",
            json!("nothing of the kind"),
            "/figures/0/citations/0/quote",
            "copy it from there",
        ),
        (
            "/figures/0/citations/0/quote",
            json!("200 people - more than half"),
            "/figures/0/citations/0/quote",
            "leaves out a part",
        ),
        (
            "/figures/0/citations/0/quote",
            json!("1,200 people"),
            "/figures/0/citations/0/quote",
            "“around 1,200”, but the quote leaves out a part",
        ),
        (
            "/figures/0/value",
            json!({ "exactly": 1200 }),
            "/figures/0/citations/0/quote",
            "is written {\"about\": 1200}",
        ),
        (
            "/figures/1/value",
            json!({ "at_least": 0.5 }),
            "/figures/1/citations/0/quote",
            "is written {\"more_than\": 0.5}",
        ),
        ("/figures/2/unit", json!("years"), "/figures/2/citations/0/quote", "a time in \"months\""),
        ("/figures/3/unit", json!("EUR"), "/figures/3/citations/0/quote", "money (USD)"),
        (
            "/figures/4/value",
            json!({ "magnitude": "thousands" }),
            "/figures/4/citations/0/quote",
            "not {\"magnitude\": \"thousands\"}",
        ),
        ("/events/0/date", json!("2026-01-15"), "/events/0/citations/0/quote", "in an article of 2026-01-21"),
        ("/events/1/date", json!("2021"), "/events/1/citations/0/quote", "write 2021/.."),
    ] {
        let mut dataset = dataset();
        *dataset.pointer_mut(pointer).unwrap() = other.clone();
        let errors = desk.errors(&dataset);
        let found = errors.iter().any(|(at, message)| at == place && message.contains(words));
        assert!(found, "{pointer}: {other}: {errors:?}");
    }
}

#[test]
fn a_value_that_every_citation_contradicts_is_refused() {
    let mut dataset = dataset();
    dataset["figures"][0]["citations"][0]["value"] = json!({ "about": 1200 });
    dataset["figures"][0]["value"] = json!({ "about": 1250 });
    let errors = Desk::new("own").errors(&dataset);
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].0, "/figures/0/value");
    assert!(errors[0].1.starts_with("no citation supports {\"about\": 1250}"), "{errors:?}");
}

#[test]
fn the_message_for_a_quote_of_another_article_names_that_article() {
    let desk = Desk::new("elsewhere");
    let other = "Elsewhere 15 ships sank.";
    fs::write(desk.0.join("articles/ships.txt"), other).unwrap();
    let (length, sha256) = fingerprint(other);
    let seed = json!({ "id": "ships", "normalisation": RECORDED, "length": length, "sha256": sha256 });
    fs::write(desk.0.join("seeds/ships.json"), seed.to_string()).unwrap();
    let mut dataset = dataset();
    let sources = dataset["sources"].as_array_mut().unwrap();
    sources.push(json!({ "id": "ships", "type": "article-newspaper", "archive_url": "https://example.net/ships" }));
    let figures = dataset["figures"].as_array_mut().unwrap();
    figures.push(figure("sunk", json!({ "exactly": 15 }), "ships", "15 ships sank"));
    let citation = json!({ "source": "ships", "quote": "15 ships sank" });
    figures.push(json!({ "id": "again", "label": { "en": "again" }, "value": { "exactly": 15 }, "unit": "ships", "citations": [citation] }));
    dataset["charts"][0]["figures"].as_array_mut().unwrap().extend([json!("sunk"), json!("again")]);
    let errors = desk.errors(&dataset);
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].0, "/figures/5/citations/0/source");
    assert!(errors[0].1.ends_with("did you mean \"ships\"?"), "{errors:?}");
}

#[test]
fn a_text_that_is_not_the_recorded_one_is_an_error_and_no_citation_passes_with_it() {
    let desk = Desk::new("changed");
    fs::write(desk.0.join("articles/paper.txt"), format!("{ARTICLE} And more.")).unwrap();
    let (report, _, clean) = desk.check(&dataset(), true, None);
    assert!(!clean);
    assert_eq!((&report["citations"]["checked"], &report["citations"]["not_checked"]), (&json!(0), &json!(7)));
    let errors = entries(&report, "problems");
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].0, "/sources/0/id");
    assert!(errors[0].1.contains("is not the recorded one"), "{errors:?}");
}

#[test]
fn a_text_without_a_record_is_an_error_that_says_how_to_record_it() {
    let desk = Desk::new("unrecorded");
    fs::remove_file(desk.0.join("seeds/paper.json")).unwrap();
    let errors = desk.errors(&dataset());
    let (length, sha256) = fingerprint(ARTICLE);
    assert_eq!(errors.len(), 1);
    assert!(errors[0].1.contains("write it with cargo curate new record paper --text "), "{errors:?}");
    desk.record(&json!({ "id": "paper", "normalisation": "none", "length": length, "sha256": sha256 }));
    assert!(desk.errors(&dataset())[0].1.contains("an unknown \"normalisation\""));
    desk.record(&json!({ "id": "paper" }));
    assert!(desk.errors(&dataset())[0].1.contains("is invalid"));
}

#[test]
fn mistakes_of_format_and_of_fact_are_reported_together_in_file_order() {
    let mut dataset = dataset();
    dataset["figures"][0]["citations"][0]["quote"] = json!("around 1,300 people");
    dataset["figures"][1]["lable"] = json!("x");
    dataset["figures"][2]["value"] = json!({ "between": [7, 21] });
    let errors = Desk::new("together").errors(&dataset);
    let places: Vec<&str> = errors.iter().map(|(pointer, _)| pointer.as_str()).collect();
    assert_eq!(
        places,
        ["/figures/0/citations/0/quote", "/figures/1/lable", "/figures/2/citations/0/quote"],
        "{errors:?}"
    );
}

#[test]
fn an_id_that_leads_out_of_the_folder_opens_no_file() {
    let desk = Desk::new("outside");
    fs::write(desk.0.join("outside.txt"), ARTICLE).unwrap();
    let text = dataset().to_string().replace("\"paper\"", "\"../outside\"");
    let (report, _, _) = desk.check(&serde_json::from_str(&text).unwrap(), true, None);
    assert_eq!((&report["citations"]["checked"], &report["citations"]["not_checked"]), (&json!(0), &json!(7)));
}

#[test]
fn quotes_in_another_language_are_searched_but_not_parsed() {
    let desk = Desk::new("language");
    let mut dataset = dataset();
    dataset["sources"][0]["language"] = json!("fr");
    dataset["figures"][0]["value"] = json!({ "about": 7 });
    dataset["figures"][1]["citations"][0]["quote"] = json!("plus de la moitié");
    let (report, _, _) = desk.check(&dataset, true, None);
    let errors = entries(&report, "problems");
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].0, "/figures/1/citations/0/quote");
    assert_eq!(report["citations"]["not_checked"], 6);
}

#[test]
fn warnings_do_not_prevent_publishing() {
    let desk = Desk::new("warnings");
    let mut dataset = dataset();
    dataset["updated"] = json!("2026-01-20");
    dataset["sources"][0].as_object_mut().unwrap().remove("archive_url");
    dataset["figures"][0]["label"]["km"] = json!("ចាកចេញ");
    dataset["figures"][4]["unit"] = json!("peopel");
    dataset["charts"][0]["figures"].as_array_mut().unwrap().remove(0);
    dataset["charts"][0]["finding"]["en"] = json!("No more than twelve words can be read of a heading at a glance");
    dataset["sections"][0]["figures"] = json!(["left", dataset["figures"][1]["id"]]);
    dataset["figures"][1]["label"]["en"] = json!("more than eight words on a tile are many");
    let (report, human, clean) = desk.check(&dataset, true, None);
    assert!(clean, "{human}");
    let warnings = entries(&report, "warnings");
    for (place, words) in [
        ("/updated", "but the article \"paper\" is dated 2026-01-21"),
        ("/sources/0/id", "no copy in a web archive"),
        ("/title", "this text has no \"km\""),
        ("/figures/1/label", "names a tile at the head of the page and has 9 words"),
        ("/charts/0/finding", "is a heading and has 14 words"),
        ("/figures/4/unit", "did you mean \"people\"?"),
    ] {
        assert!(warnings.iter().any(|(at, message)| at == place && message.contains(words)), "{place}: {warnings:?}");
    }
    // A label with all languages causes no warning, nor does a figure that only a list shows.
    assert!(
        !warnings.iter().any(|(at, _)| ["/figures/0/label", "/figures/0/id"].contains(&at.as_str())),
        "{warnings:?}"
    );
    assert!(human.contains("nothing is wrong") && human.contains("warning: "), "{human}");
}

#[test]
fn a_letter_that_no_picture_can_show_is_a_warning_with_line_id_and_code_point() {
    let desk = Desk::new("lettering");
    let mut dataset = dataset();
    dataset["figures"][0]["label"]["en"] = json!("left by boat \u{e123}");
    dataset["sources"][0]["title"] = json!("🙂 ⇒ ខ្មែរ 字 عربي");
    let (report, human, clean) = desk.check(&dataset, false, None);
    assert!(clean, "{human}");
    let warnings = entries(&report, "warnings");
    let (place, words) =
        ("/figures/0/label/en", "lack U+E123, which this text of \"left\" has: pictures show \u{fffd} instead");
    assert!(warnings.iter().any(|(at, message)| at == place && message.contains(words)), "{warnings:?}");
    assert!(!warnings.iter().any(|(at, _)| at == "/sources/0/title"), "{warnings:?}");
}

#[test]
fn private_keys_of_an_article_are_warnings_that_say_they_are_not_published() {
    let desk = Desk::new("private");
    let mut dataset = dataset();
    let text = dataset.to_string().replace("\"paper\"", "\"http://zotero.org/users/1234567/items/AB2CD3EF\"");
    dataset = serde_json::from_str(&text).unwrap();
    dataset["left_out"] = json!(["abstract"]);
    dataset["sources"][0]["note"] = json!("ask Ana");
    dataset["sources"][0]["attachments"] = json!([{ "path": "/home/ana/a.pdf" }]);
    let (report, human, clean) = desk.check(&dataset, false, None);
    assert!(clean, "{human}");
    let warnings = entries(&report, "warnings");
    for (place, words) in [
        ("/sources/0/note", "\"note\" of an article is private and is left out"),
        ("/sources/0/attachments", "\"attachments\" of an article is private and is left out"),
        ("/left_out", "this file is a published copy, without private keys of its articles (abstract)"),
        ("/sources/0/id", "the number of a Zotero account (1234567)"),
    ] {
        assert!(warnings.iter().any(|(at, message)| at == place && message.contains(words)), "{place}: {warnings:?}");
    }
}

#[test]
fn a_published_value_changes_only_with_a_correction() {
    let desk = Desk::new("corrections");
    let old = dataset();
    let mut published = old.clone();
    published["figures"][0]["value"] = json!({ "about": 1100 });
    let (report, human, clean) = desk.check(&old, true, Some(&published));
    assert!(!clean);
    assert_eq!(report["changes"], json!(["left: {\"about\": 1100} people → {\"about\": 1200} people"]));
    let errors = entries(&report, "problems");
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].0, "/figures/0/value");
    assert!(errors[0].1.contains("add to \"corrections\" {\"date\""), "{human}");
    // There is an entry, but with another value.
    let mut new = old.clone();
    new["corrections"] =
        json!([{ "date": "2026-01-21", "figure": "left", "was": { "about": 1000 }, "reason": { "en": "A slip." } }]);
    let errors = entries(&desk.check(&new, true, Some(&published)).0, "problems");
    assert_eq!((errors.len(), errors[0].0.as_str()), (1, "/corrections/0/was"), "{errors:?}");
    new["corrections"][0]["was"] = json!({ "about": 1100 });
    assert!(desk.check(&new, true, Some(&published)).2);
    // The next change needs another entry, and no entry may be removed.
    let mut next = new.clone();
    next["figures"][0]["value"] = json!({ "about": 1100 });
    let errors = entries(&desk.check(&next, false, Some(&new)).0, "problems");
    assert!(errors.iter().any(|(_, message)| message.contains("add to \"corrections\"")), "{errors:?}");
    let errors = entries(&desk.check(&old, true, Some(&new)).0, "problems");
    assert!(
        errors.iter().any(|(_, message)| message.contains("was published and is missing or changed now")),
        "{errors:?}"
    );
}

#[test]
fn a_later_edit_without_a_new_day_is_a_warning_but_not_on_the_same_day() {
    let desk = Desk::new("updated");
    let warned = |updated: &str| {
        let (mut published, mut new) = (dataset(), dataset());
        published["updated"] = json!(updated);
        new["updated"] = json!(updated);
        new["figures"][0]["label"]["en"] = json!("who left");
        let (report, ..) = desk.check(&new, false, Some(&published));
        entries(&report, "warnings").iter().any(|(at, message)| at == "/updated" && message.contains("still says"))
    };
    assert!(!warned("2026-01-21"), "it is the day of the check");
    assert!(!warned("2026-01-22"), "east of here the next day has begun");
    assert!(warned("2026-01-24"));
    assert!(warned("2026-01-19"));
}

#[test]
fn each_use_of_a_superseded_or_withdrawn_figure_is_a_warning() {
    let desk = Desk::new("fallen");
    let mut dataset = dataset();
    let figures = dataset["figures"].as_array_mut().unwrap();
    figures[0]["status"] = json!("superseded");
    figures[0]["superseded_by"] = json!("middle");
    let mut middle =
        figure("middle", json!({ "about": 1200 }), "people", "around 1,200 people – more than half of them");
    middle["status"] = json!("superseded");
    middle["superseded_by"] = json!("last");
    figures.push(middle);
    let mut last = figure("last", json!({ "about": 1200 }), "people", "around 1,200 people – more than half of them");
    last["note"] = json!({ "en": "Before, {left} were counted." });
    figures.push(last);
    figures[3]["status"] = json!("withdrawn");
    figures.push(json!({ "id": "each", "label": { "en": "each" }, "derive": { "ratio": ["paid", "left"] }, "unit": "USD per person" }));
    dataset["sections"][0]["figures"] = json!(["each", "last", "middle"]);
    dataset["sections"][0]["summary"] = json!({ "en": "So {middle} left." });
    dataset["charts"][0]["finding"] = json!({ "en": "They were paid {paid}." });
    let (report, human, clean) = desk.check(&dataset, false, None);
    assert!(clean, "{human}");
    let warnings = entries(&report, "warnings");
    for (place, words) in [
        ("/figures/7/derive/ratio/0", "this is computed from \"paid\", which is withdrawn: remove it from the formula"),
        ("/figures/7/derive/ratio/1", "this is computed from \"left\", which \"last\" has superseded: name \"last\""),
        ("/sections/0/summary/en", "this sentence names \"middle\", which \"last\" has superseded"),
        ("/charts/0/finding/en", "this sentence names \"paid\", which is withdrawn"),
        ("/charts/0/figures/0", "this chart draws \"left\", which \"last\" has superseded"),
        ("/charts/0/figures/3", "this chart draws \"paid\", which is withdrawn"),
        ("/sections/0/figures/0", "the page begins with \"each\", which is computed from \"paid\", which is withdrawn"),
    ] {
        assert!(warnings.iter().any(|(at, message)| at == place && message.contains(words)), "{place}: {warnings:?}");
    }
    let said =
        warnings.iter().filter(|(_, message)| message.contains("has superseded") || message.contains("is withdrawn"));
    assert_eq!(said.count(), 7, "a note about a superseded figure causes a warning too: {warnings:?}");
    dataset["charts"][0]["figures"].as_array_mut().unwrap().push(json!("last"));
    let warnings = entries(&desk.check(&dataset, false, None).0, "warnings");
    assert!(
        !warnings.iter().any(|(at, _)| at == "/charts/0/figures/0"),
        "the old and the new figure are in the same chart: {warnings:?}"
    );
}

/// The warnings about the status of figures in a changed small dataset, by place and message.
fn warned_of_standing(name: &str, change: impl FnOnce(&mut Json)) -> Vec<(String, String)> {
    let desk = Desk::new(name);
    let mut dataset = dataset();
    let figures = dataset["figures"].as_array_mut().unwrap();
    figures.push(figure("gone", json!({ "about": 300 }), "people", "around 300 people"));
    figures.push(
        json!({ "id": "both", "label": { "en": "both" }, "derive": { "sum": ["left", "gone"] }, "unit": "people" }),
    );
    let share = json!({ "ratio": ["left", "both"] });
    figures.push(json!({ "id": "share", "label": { "en": "share" }, "derive": share, "unit": "fraction" }));
    dataset["sections"][0]["figures"] = json!(["left"]);
    let later = json!({ "id": "later", "title": { "en": "Later" }, "figures": ["gone", "both", "share"] });
    dataset["sections"].as_array_mut().unwrap().push(later);
    change(&mut dataset);
    let (report, human, clean) = desk.check(&dataset, false, None);
    assert!(clean, "{human}");
    let statuses = ["is withdrawn", "is disputed", "has superseded"];
    let warnings = entries(&report, "warnings").into_iter();
    warnings.filter(|(_, message)| statuses.iter().any(|status| message.contains(status))).collect()
}

#[test]
fn a_computed_figure_inherits_the_status_of_its_operands_through_all_formulas() {
    let warnings = warned_of_standing("through-formulas", |dataset| {
        dataset["figures"][5]["status"] = json!("withdrawn");
        dataset["charts"][0]["finding"] = json!({ "en": "That makes {share}." });
        dataset["sections"][0]["figures"] = json!(["left", "share"]);
        dataset["sections"][1]["figures"] = json!(["gone", "both"]);
    });
    let gone = "which is computed from \"gone\", which is withdrawn";
    let remedy = "remove it from the formula, or give";
    let wanted = [
        (
            "/figures/6/derive/sum/1",
            format!(
                "this is computed from \"gone\", which is withdrawn: {remedy} \"both\" the status \"withdrawn\" too"
            ),
        ),
        ("/figures/7/derive/ratio/1", format!("this is computed from \"both\", {gone}: {remedy} \"share\"")),
        ("/charts/0/finding/en", format!("this sentence names \"share\", {gone}: {remedy} \"share\"")),
        ("/sections/0/figures/1", format!("the page begins with \"share\", {gone}: replace it by a current one")),
    ];
    assert_told(&warnings, &wanted);
}

#[test]
fn a_disputed_figure_is_a_warning_where_it_is_used_as_undisputed() {
    let warnings = warned_of_standing("disputed", |dataset| {
        dataset["figures"][0]["status"] = json!("disputed");
        dataset["figures"][0]["note"] = json!({ "en": "The sailors deny {left}." });
        dataset["figures"][6]["status"] = json!("disputed");
        dataset["summary"] = json!({ "en": "So {left} left." });
    });
    // Its own note, its chart, and a sum with the status "disputed" cause no warning.
    let wanted = [
        ("/summary/en", "this sentence names \"left\", which is disputed: remove it, or keep it if the words say"),
        ("/sections/0/figures/0", "the page begins with \"left\", which is disputed: replace it by a current one"),
        (
            "/figures/7/derive/ratio/0",
            "this is computed from \"left\", which is disputed: compute it from another, or give",
        ),
        (
            "/figures/7/derive/ratio/1",
            "this is computed from \"both\", which is disputed: compute it from another, or give",
        ),
    ];
    assert_told(&warnings, &wanted);
}

#[test]
fn a_figure_superseded_by_a_withdrawn_one_has_no_successor_to_suggest() {
    let warnings = warned_of_standing("superseded-by-withdrawn", |dataset| {
        dataset["figures"][0]["status"] = json!("superseded");
        dataset["figures"][0]["superseded_by"] = json!("gone");
        dataset["figures"][5]["status"] = json!("withdrawn");
        dataset["figures"].as_array_mut().unwrap().truncate(6);
        dataset["sections"][1]["figures"] = json!(["gone"]);
    });
    let wanted = [
        (
            "/figures/0/superseded_by",
            "\"left\" is superseded by \"gone\", which is withdrawn: name the figure that replaces it",
        ),
        (
            "/sections/0/figures/0",
            "the page begins with \"left\", which the withdrawn figure \"gone\" has superseded: replace",
        ),
        (
            "/charts/0/figures/0",
            "this chart draws \"left\", which the withdrawn figure \"gone\" has superseded: remove it",
        ),
    ];
    assert_told(&warnings, &wanted);
}

/// Exactly these warnings are given.
fn assert_told(warnings: &[(String, String)], wanted: &[(&str, impl AsRef<str>)]) {
    for (place, words) in wanted {
        let is_told = |(at, message): &(String, String)| at == place && message.contains(words.as_ref());
        assert!(warnings.iter().any(is_told), "{place}: {warnings:#?}");
    }
    assert_eq!(warnings.len(), wanted.len(), "{warnings:#?}");
}

#[test]
fn a_number_typed_into_a_finding_is_a_warning_that_names_its_figure() {
    let desk = Desk::new("typed");
    let mut dataset = dataset();
    dataset["charts"][0]["finding"] = json!({ "en": "Of 1,200 people 300 were paid in 2021." });
    let (report, human, clean) = desk.check(&dataset, false, None);
    assert!(clean, "{human}");
    let warnings = entries(&report, "warnings");
    let said: Vec<&str> =
        warnings.iter().filter(|(at, _)| at == "/charts/0/finding/en").map(|(_, message)| message.as_str()).collect();
    assert_eq!(said.len(), 2, "{warnings:?}");
    assert!(
        said[0].contains("“1,200” is typed into this sentence") && said[0].contains("did you mean {left}?"),
        "{said:?}"
    );
    assert!(said[1].contains("“300” is typed") && said[1].contains("in braces"), "{said:?}");
}

#[test]
fn a_third_is_accepted_with_any_number_of_digits_and_the_message_suggests_two() {
    let desk = Desk::new("third");
    for (value, good) in
        [(json!(0.33), true), (json!(0.333), true), (json!(0.333_333_333_333_333), true), (json!(0.3), false)]
    {
        let mut dataset = dataset();
        let figures = dataset["figures"].as_array_mut().unwrap();
        figures.push(figure("ill", json!({ "exactly": value }), "fraction", "one in three children"));
        dataset["charts"][0]["figures"].as_array_mut().unwrap().push(json!("ill"));
        let (report, human, clean) = desk.check(&dataset, false, None);
        assert_eq!(clean, good, "{human}");
        if !good {
            let problems = entries(&report, "problems");
            assert!(
                problems[0].1.contains("“one in three”") && problems[0].1.ends_with("write 0.33 for it"),
                "{problems:?}"
            );
        }
        figure_about(&desk, &dataset);
    }
}

/// The message for a wrong qualifier of a third also has two digits.
fn figure_about(desk: &Desk, dataset: &Json) {
    let mut dataset = dataset.clone();
    let ill = dataset["figures"].as_array_mut().unwrap().last_mut().unwrap();
    ill["value"] = json!({ "about": 0.33 });
    let problems = entries(&desk.check(&dataset, false, None).0, "problems");
    assert!(problems[0].1.contains("is written {\"exactly\": 0.33}"), "{problems:?}");
}

#[test]
fn a_large_page_is_a_warning_with_its_size_and_what_to_do() {
    let dashboard = editions::generated(300);
    let desk = Desk::new("heavy");
    let mut dashboard: Json = serde_json::from_str(&dashboard).unwrap();
    dashboard["updated"] = json!("2026-01-21");
    let (report, human, clean) = desk.check(&dashboard, false, None);
    assert!(clean, "{human}");
    let warnings = entries(&report, "warnings");
    let heavy = warnings.iter().find(|(_, message)| message.starts_with("the page is large: about ")).unwrap();
    assert!(heavy.1.contains(" kB, loaded after about ") && heavy.1.contains("divide the edition"), "{heavy:?}");
    let small = editions::text("schools").unwrap();
    let (report, ..) = desk.check(&serde_json::from_str(&small).unwrap(), false, None);
    assert!(!entries(&report, "warnings").iter().any(|(_, message)| message.starts_with("the page is large")));
}

#[test]
fn a_wording_that_no_other_is_compared_with_is_warned_of() {
    let desk = Desk::new("wording");
    let mut dataset = dataset();
    dataset["charts"][0]["kind"] = json!("wording");
    let (report, human, clean) = desk.check(&dataset, false, None);
    assert!(clean, "{human}");
    let warnings = entries(&report, "warnings");
    let own = |warnings: &[(String, String)]| {
        warnings.iter().filter(|(_, message)| message.contains("no other wording to compare")).count()
    };
    assert_eq!(own(&warnings), 5, "{warnings:?}");
    assert!(warnings.iter().any(|(at, message)| at == "/charts/0/figures/1" && message.contains("\"sailors\"")));
    dataset["charts"][0]["kind"] = json!("matrix");
    let (report, ..) = desk.check(&dataset, false, None);
    assert_eq!(own(&entries(&report, "warnings")), 0);
}

#[test]
fn what_a_party_says_of_itself_is_a_claim_and_passes_for_nothing_else() {
    let desk = Desk::new("party");
    let told = |party: bool, basis: &str| {
        let mut dataset = dataset();
        dataset["speakers"] = json!([{ "id": "army", "name": { "en": "The army" }, "party": party }]);
        dataset["figures"][0]["speaker"] = json!("army");
        dataset["figures"][0]["basis"] = json!(basis);
        let (report, human, clean) = desk.check(&dataset, false, None);
        assert!(clean, "{human}");
        let warnings = entries(&report, "warnings");
        warnings.iter().any(|(at, message)| at == "/figures/0/basis" && message.contains("\"army\" is a party"))
    };
    assert!(told(true, "count") && told(true, "estimate"));
    assert!(!told(true, "claim") && !told(true, "allegation") && !told(false, "count"));
}

#[test]
fn a_published_figure_must_not_be_removed() {
    let desk = Desk::new("vanished");
    let published = dataset();
    let mut new = dataset();
    new["figures"].as_array_mut().unwrap().remove(4);
    new["charts"][0]["figures"].as_array_mut().unwrap().remove(4);
    let (report, human, clean) = desk.check(&new, true, Some(&published));
    assert!(!clean);
    assert!(entries(&report, "problems")[0].1.contains("\"withdrawn\" or \"superseded\""), "{human}");
    assert!(human.contains("others: {\"magnitude\": \"tens of thousands\"} others → gone"), "{human}");
    let mut retired = dataset();
    retired["figures"][4]["status"] = json!("withdrawn");
    let (_, human, clean) = desk.check(&retired, true, Some(&published));
    assert!(clean, "{human}");
}

#[test]
fn a_computed_figure_changes_with_its_operands_without_a_correction() {
    let desk = Desk::new("derived");
    let mut published = dataset();
    let figures = published["figures"].as_array_mut().unwrap();
    figures.push(json!({ "id": "each", "label": { "en": "each" }, "derive": { "ratio": ["paid", "left"] }, "unit": "USD per person" }));
    published["sections"][0]["figures"] = json!(["each"]);
    let mut new = published.clone();
    published["figures"][0]["value"] = json!({ "about": 1100 });
    new["corrections"] =
        json!([{ "date": "2026-01-21", "figure": "left", "was": { "about": 1100 }, "reason": { "en": "A slip." } }]);
    let (report, human, clean) = desk.check(&new, true, Some(&published));
    assert!(clean, "{human}");
    assert!(
        report["changes"].as_array().unwrap().iter().any(|line| line.as_str().unwrap().starts_with("each: ")),
        "{human}"
    );
}

#[test]
fn a_published_version_that_cannot_be_read_is_a_failure_of_the_check() {
    let desk = Desk::new("unreadable");
    let file = desk.0.join("dashboard.json");
    fs::write(&file, dataset().to_string()).unwrap();
    let seeds = desk.0.join("seeds");
    let old = desk.0.join("old.json");
    fs::write(&old, "{").unwrap();
    let against = Check { file: file.clone(), articles: None, seeds: seeds.clone(), against: Some(old), today: None };
    assert!(against.run(Format::Human).unwrap_err().contains("cannot be compared with"));
    let nowhere = Check { file, articles: Some(desk.0.join("nowhere")), seeds, against: None, today: None };
    assert!(nowhere.run(Format::Human).unwrap_err().contains("cannot be read"));
}
