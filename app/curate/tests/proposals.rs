//! What `cargo curate read` proposes for an article: measured with the five first articles of the published edition's subject,
//! which were marked by hand (`marked.json`), and shown with sentences of every kind.
//!
//! The texts of the articles belong to their publishers and are not in this repository. If they are not beside it, the
//! measurement says so and checks nothing.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::time::Instant;

use curate::article::Article;
use curate::proposal::{Mark, Proposals, ProposedFigure, Refusal, Request, json, propose};
use curate::written::written;
use model::{Claim, Dashboard, Date, Stated};
use proptest::prelude::*;
use serde_json::Value as Json;
use support::{curate, data, repository, scratch, stderr, stdout};

/// The text of an article of the first edition; `None`, with a word on the terminal, if the texts are not here.
fn article(id: &str) -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../../shared/articles/{id}.txt"));
    let text = fs::read_to_string(&file).ok();
    if text.is_none() {
        say(&format!("SKIPPED: {} is not there, so nothing is proposed from it\n", file.display()));
    }
    text
}

/// Not with `eprintln!`, whose output is hidden when a test passes.
fn say(words: &str) {
    io::stderr().write_all(words.as_bytes()).unwrap();
}

fn proposals(text: &str, source: &str, file: &str, others: &[(String, String)]) -> Proposals {
    propose(&Request { text, source, issued: None, file: Some(file), others }).unwrap()
}

/// The figures proposed for a text, without a data file, of an article of 21 January 2026.
fn figures(text: &str) -> Vec<ProposedFigure> {
    let issued = Date::parse("2026-01-21").map(|date| date.start());
    propose(&Request { text, issued, ..Request::default() }).unwrap().figures
}

/// Each figure as `{"exactly": 118} locations`.
fn brief(text: &str) -> Vec<String> {
    figures(text).iter().map(|figure| format!("{} {}", written(&figure.value), figure.unit).trim().to_owned()).collect()
}

/// How many of the cited figures are proposed, and how many proposals are figures, for one article.
#[derive(Default)]
struct Measured {
    cited: usize,
    found: usize,
    proposed: usize,
    figures: usize,
}

#[test]
fn cited_figures_are_proposed_and_most_proposals_are_figures() {
    let marked: BTreeMap<String, Json> = serde_json::from_str(include_str!("marked.json")).unwrap();
    let file = data();
    let (mut all, mut report) = (Measured::default(), String::new());
    for (id, marks) in &marked {
        let Some(text) = article(id) else { return };
        let article = Article::of(&text);
        let figures = proposals(&text, id, &file, &[]).figures;
        let at = |words: &str| {
            let places = article.find(words);
            assert!(!places.is_empty(), "“{words}” is not in {id}");
            places
        };
        let mut measured = Measured { proposed: figures.len(), ..Measured::default() };
        for claim in Claim::read_all(&file).iter().filter(|claim| claim.citation.source == *id) {
            let Some(Stated::Value(value, _)) = &claim.stated else { continue };
            let value = written(&claim.citation.value.unwrap_or(*value));
            let places = at(&claim.citation.quote);
            let stated = |figure: &&ProposedFigure| {
                places.iter().any(|place| place.start < figure.place.end && figure.place.start < place.end)
            };
            let found = figures.iter().filter(stated).any(|figure| written(&figure.value) == value);
            measured.cited += 1;
            measured.found += usize::from(found);
            if !found {
                let _ = writeln!(report, "  missed in {id}: {value} in “{}”", claim.citation.quote);
            }
        }
        let pairs: Vec<(String, Json)> = serde_json::from_value(marks["figures"].clone()).unwrap();
        let real: Vec<_> =
            pairs.iter().flat_map(|(words, value)| at(words).into_iter().map(move |place| (place, value))).collect();
        for figure in &figures {
            let value: Json = serde_json::from_str(&written(&figure.value)).unwrap();
            let is_real = real.iter().any(|(place, marked)| {
                place.start < figure.place.end && figure.place.start < place.end && same(marked, &value)
            });
            measured.figures += usize::from(is_real);
            if !is_real {
                let _ = writeln!(report, "  no figure in {id}: {value} in “{}”", figure.clip.quote);
            }
        }
        for (place, value) in &real {
            let proposed =
                figures.iter().any(|figure| place.start < figure.place.end && figure.place.start < place.end);
            assert!(proposed, "{id}: {value} is not proposed");
        }
        report.push_str(&line(id, &measured));
        all.cited += measured.cited;
        all.found += measured.found;
        all.proposed += measured.proposed;
        all.figures += measured.figures;
    }
    report.push_str(&line("all", &all));
    say(&report);
    assert!(all.found * 100 >= all.cited * 95, "{report}");
    assert!((all.proposed - all.figures) * 4 <= all.proposed, "{report}");
}

/// Whether two values are the same in JSON; numbers may be written with or without a point.
fn same(one: &Json, other: &Json) -> bool {
    let number = |value: &Json| {
        value.as_object().and_then(|value| Some((value.keys().next()?.clone(), value.values().next()?.as_f64()?)))
    };
    one == other || number(one).is_some() && number(one) == number(other)
}

fn line(id: &str, measured: &Measured) -> String {
    let Measured { cited, found, proposed, figures } = measured;
    format!(
        "{id}: {found} of {cited} cited figures proposed; {} of {proposed} proposals no figure\n",
        proposed - figures
    )
}

#[test]
fn a_cited_figure_is_marked_as_the_same() {
    let Some(text) = article("jurist") else { return };
    let found = proposals(&text, "jurist", &data(), &[]);
    assert!(found.remarks.is_empty(), "{:?}", found.remarks);
    for figure in &found.figures {
        assert!(matches!(&figure.mark, Mark::Same(_)), "{}: {:?}", figure.words, figure.mark);
    }
    assert!(found.events.iter().any(|event| event.mark == Mark::Same("commission".into())));
}

#[test]
fn sentences_of_every_kind_give_the_value_and_the_unit() {
    for (sentence, expected) in [
        (
            "The police said that they had raided 118 scam locations across the country.",
            r#"{"exactly": 118} locations"#,
        ),
        ("The embassy helped 1,440 of its nationals on Monday.", r#"{"exactly": 1440} people"#),
        ("Losses reached US$12.5bn in the region.", r#"{"exactly": 12500000000} USD"#),
        ("Losses reached $12.5 bn in the region.", r#"{"exactly": 12500000000} USD"#),
        ("They paid more than A$1.5m in ransom.", r#"{"more_than": 1500000} AUD"#),
        ("They paid about 300 Canadian dollars for it.", r#"{"about": 300} CAD"#),
        ("They paid RM2,430 for a passport.", r#"{"exactly": 2430} MYR"#),
        ("They seized 500 pounds of cocaine at the port.", r#"{"exactly": 500} pounds"#),
        ("The group earned R$3 million from it.", r#"{"exactly": 3000000} BRL"#),
        ("A third of the workers were paid.", r#"{"exactly": 0.33} fraction"#),
        ("Nearly two-thirds of them were women.", r#"{"about": 0.67} fraction"#),
        ("Two out of every three workers were beaten.", r#"{"exactly": 0.67} fraction"#),
        ("Dozens of suspects were questioned.", r#"{"magnitude": "dozens"} people"#),
        ("Some 5 000 people left the compounds.", r#"{"about": 5000} people"#),
        ("Some 5.000 people left the compounds.", r#"{"about": 5000} people"#),
        ("In all, 1.234.567 people were counted.", r#"{"exactly": 1234567} people"#),
        ("Around 53 per cent of firms reported fraud.", r#"{"about": 53} percent"#),
        ("Prices fell by 12 percent last month.", r#"{"exactly": -12} percent"#),
        ("Exports dropped more than 5% over the period.", r#"{"less_than": -5} percent"#),
        ("It was −5 °C at the border.", r#"{"exactly": -5} °C"#),
        ("Profits fell to 12 percent of revenue.", r#"{"exactly": 12} percent"#),
        ("The number of cases has tripled.", r#"{"exactly": 3} times"#),
        ("Arrests more than doubled over the period.", r#"{"more_than": 2} times"#),
        ("A tenfold rise was recorded.", r#"{"exactly": 10} times"#),
        ("Between 7 and 20 guards watched them.", r#"{"between": [7, 20]} people"#),
        ("A 62-count indictment was unsealed.", r#"{"exactly": 62} counts"#),
        ("Cambodia was placed on Tier 3 again.", r#"{"exactly": 3} tier"#),
        ("They were held for 18 months.", r#"{"exactly": 18} months"#),
        ("At least one person was killed in the raid.", r#"{"at_least": 1} people"#),
        ("There were no casualties in the raid.", r#"{"exactly": 0} casualties"#),
        ("The rate was 6.85 deaths per 100,000 people.", r#"{"exactly": 6.85} deaths per 100,000"#),
        ("Police said 2,044 Chinese nationals were held.", r#"{"exactly": 2044} people"#),
        ("ក្នុងនោះ ឃាត់ខ្លួន១១៨នាក់។", r#"{"exactly": 118}"#),
        ("اعتقلت الشرطة ٢٥٠ رجلا", r#"{"exactly": 250}"#),
        ("4.725 WNI minta dipulangkan dari Kamboja tahun ini", r#"{"exactly": 4725}"#),
    ] {
        let found = brief(sentence);
        assert!(found.len() == 1 && found[0].starts_with(expected), "{sentence}: {found:?}");
    }
}

#[test]
fn dates_ages_references_and_the_page_are_no_figures() {
    for text in [
        "He was arrested on 14 January, and extradited in October 2025.",
        "Between Jan 1 and 18, many came to the embassy.",
        "The raids of 16-22 February were the largest.",
        "A 2008 law covers this, and the 2024 report says so.",
        "An 18-year-old from Sumatra said that he had fled.",
        "Ly Sok, 34, said that he was beaten.",
        "Children under 18 were among them.",
        "It was published at 10:30 a.m. and again at 18:26.",
        "Section 4 of the law and Article 19 forbid it.",
        "One of the largest compounds was shut, one official said.",
        "They were sold from one compound to another.",
        "There are no exact figures, and there is no doubt.",
        "It was a third attempt, and the second half of the year was worse.",
        "The COVID-19 pandemic, the G20 and a Boeing 737 are names.",
        "It works 24/7, as on 9/11.",
        "Read more: 5 things to know",
        "1. Tap in your navigation bar.",
        "Posted Jan 21, 2026 10:01 AM CST",
        "100+ trusted global sources.",
        "Call +855 23 999 999 for help.",
    ] {
        assert_eq!(brief(text), [""; 0], "{text}");
    }
}

#[test]
fn a_proposal_has_the_speaker_the_time_and_words_to_quote() {
    let text = "A raid.\n\nThe Interior Ministry said that 118 people had been arrested since June 27, 2025, and that 40 were freed. \
        Losses reached $4.57 billion in 2023.";
    let found = figures(text);
    let [arrested, freed, losses] = found.as_slice() else { unreachable!("{found:?}") };
    assert_eq!(arrested.said_by.as_deref(), Some("the Interior Ministry"));
    assert_eq!(arrested.since, Date::parse("2025-06-27"));
    assert_eq!(arrested.as_of, Date::parse("2026-01-21"));
    assert_eq!(freed.clip.quote, "that 40 were freed");
    assert_eq!(losses.as_of, Date::parse("2023"));
    assert!(losses.clip.is_unique && losses.line == 3);
}

#[test]
fn a_fragment_that_is_elsewhere_too_is_extended_until_it_is_unique() {
    let text =
        "Police held 118 people, a spokesman said. Police held 118 people, and later freed all of them on Monday.";
    let found = figures(text);
    assert!(found.iter().all(|figure| figure.clip.is_unique), "{found:?}");
    let again = figures("Police held 118 people. Police held 118 people.");
    assert!(again.iter().all(|figure| !figure.clip.is_unique), "{again:?}");
}

/// An article about the same matters, of which some is copied.
const NEWS: &str = "More leave the compounds\n\nThe commission said on Thursday that it has raided 118 scam locations in the country, \
    and arrested more than 6,200 people since its establishment. Amnesty estimates it to be in the thousands. \
    The Indonesian embassy received reports from 1,440 of its nationals who had been released. A new bridge cost $3 million.";

#[test]
fn each_proposal_is_compared_with_the_data_file_and_with_other_articles() {
    let copied =
        "It was in the news that the commission said on Thursday that it has raided 118 scam locations in the country.";
    let found = proposals(NEWS, "example-times", &data(), &[("wire".into(), copied.into())]).figures;
    let marks: Vec<(String, Mark)> = found.iter().map(|figure| (written(&figure.value), figure.mark.clone())).collect();
    let expected = [
        (r#"{"exactly": 118}"#, Mark::Repeats("wire".into(), Some("raids".into()))),
        (r#"{"more_than": 6200}"#, Mark::Other("arrests".into(), r#"{"about": 5000}"#.into())),
        (r#"{"magnitude": "thousands"}"#, Mark::Repeats("guardian".into(), Some("released".into()))),
        (r#"{"exactly": 1440}"#, Mark::Repeats("guardian".into(), Some("indonesians".into()))),
        (r#"{"exactly": 3000000}"#, Mark::New),
    ];
    assert_eq!(marks, expected.map(|(value, mark)| (value.to_owned(), mark)));
    let said = "The commission told reporters that 118 scam locations were raided by its officers.";
    let found = proposals(said, "example-times", &data(), &[]).figures;
    assert_eq!(found[0].mark, Mark::Same("raids".into()));
}

#[test]
fn the_pasted_json_lacks_only_its_label() {
    let mut file: Json = serde_json::from_str(&data()).unwrap();
    let source = serde_json::json!({
        "id": "example-times", "type": "article-newspaper", "title": "More leave", "issued": { "date-parts": [[2026, 1, 30]] },
        "URL": "https://www.example.org/more"
    });
    file["sources"].as_array_mut().unwrap().push(source);
    let found = proposals(NEWS, "example-times", &file.to_string(), &[]);
    let figure = found.figures.iter().find(|figure| figure.mark == Mark::New).unwrap();
    let mut item: Json = serde_json::from_str(&figure.json).unwrap();
    assert_eq!(item["label"]["en"], "");
    item["label"]["en"] = "that a bridge cost".into();
    let id = item["id"].clone();
    file["figures"].as_array_mut().unwrap().push(item);
    file["sections"][1]["figures"].as_array_mut().unwrap().push(id);
    let parsed = Dashboard::parse(&file.to_string());
    assert!(parsed.is_ok(), "{:?}", parsed.err());
}

#[test]
fn the_output_for_programs_has_the_documented_form() {
    let schema: Json =
        serde_json::from_str(&fs::read_to_string(repository().join("docs/read.schema.json")).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let file = scratch("example-times.txt", NEWS);
    let output = curate(&["read", &file, "--data", support::EDITION, "--format", "json", "--date", "2026-01-30"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let report: Json = serde_json::from_slice(&output.stdout).unwrap();
    let errors: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    assert_eq!((report["source"].as_str(), report["issued"].as_str()), (Some("example-times"), Some("2026-01-30")));
    let output = curate(&["read", &file, "--data", support::EDITION, "--source", "gardian"]);
    let printed = stdout(&output);
    for words in [
        "the data file has no article \"gardian\" yet; did you mean \"guardian\"?",
        "already here, other value (figure \"arrests\": {\"about\": 5000})",
        "repeats article \"guardian\" word for word (figure \"indonesians\")",
        "\"quote\": ",
        "1 new",
    ] {
        assert!(printed.contains(words), "{words}: {printed}");
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_a_remedy() {
    let file = scratch("plain.txt", "Police held 118 people.");
    let latin = Path::new(env!("CARGO_TARGET_TMPDIR")).join("latin.txt");
    fs::write(&latin, b"Police held 118 people in Caf\xe9.").unwrap();
    let broken = scratch("broken.json", "{ \"figures\": [ }");
    for (arguments, words) in [
        (vec!["read", "no-such.txt"], "no-such.txt cannot be read"),
        (vec!["read", &latin.to_string_lossy()], "UTF-8"),
        (vec!["read", &file, "--date", "21/01/2026"], "\"21/01/2026\" is not a day: write --date as in 2026-01-21"),
        (vec!["read", &file, "--file", &broken], "it is not valid JSON (line 1): correct it first"),
        (vec!["read", &file, "--articles", "no-such-folder"], "the folder no-such-folder cannot be read"),
    ] {
        let output = curate(&arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(stderr(&output).contains(words), "{arguments:?}: {}", stderr(&output));
    }
}

#[test]
fn a_text_that_is_no_article_is_refused_or_read_in_time_that_grows_with_its_length() {
    let huge = "Police held 118 people. ".repeat(2_200_000);
    assert!(
        matches!(propose(&Request { text: &huge, ..Request::default() }), Err(Refusal::Text(why)) if why.contains("no article has more than"))
    );
    for unit in [
        "118 people ",
        "1,11,11,",
        "a\u{301}\u{301}5",
        "\0 5 people\n",
        "\u{202e}5 people\u{2066} ",
        "១១៨នាក់",
        "5-",
        "“5” ",
        "one ",
        ".5",
        "$",
        "in 2008 and ",
    ] {
        let time = |length: usize| {
            let text = unit.repeat(length / unit.len());
            let start = Instant::now();
            let found = propose(&Request { text: &text, source: "x", ..Request::default() }).unwrap();
            assert!(json(&found, "x").len() < 20_000_000);
            start.elapsed().as_secs_f64()
        };
        let (short, long) = (time(25_000), time(200_000));
        assert!(long < 1.0 + 24.0 * short, "“{unit}”: {short} s, then {long} s");
    }
}

/// Texts of what sentences about numbers are made of.
fn hostile() -> impl Strategy<Value = String> {
    let words = [
        "1,440",
        "people",
        "about",
        "$",
        "12.5bn",
        "half",
        "of",
        "the",
        "UN",
        "said",
        ".",
        ",",
        "\n",
        "—",
        "-",
        "“",
        "”",
        "since",
        "2021",
        "a",
        "third",
        "tripled",
        "5.000",
        "១១៨",
        "លាន",
        "\u{301}",
        "\u{202e}",
        "\0",
        "one",
        "no",
        "in",
        "Friday",
        "fell",
        "by",
        "%",
        "per",
        "100,000",
        "(",
        ")",
        "é",
        "逮捕了",
        "万",
    ];
    proptest::collection::vec(proptest::sample::select(words.to_vec()), 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_is_read_and_each_quote_is_in_it(text in prop_oneof![hostile(), "\\PC{0,300}"]) {
        let found = propose(&Request { text: &text, source: "x", ..Request::default() }).unwrap();
        let article = Article::of(&text);
        for figure in &found.figures {
            let quote = &figure.clip.quote;
            prop_assert!(quote.split_whitespace().count() <= 12, "{}", quote);
            prop_assert!(article.text().contains(Article::of(quote).text()), "{:?} is not in {:?}", quote, text);
            prop_assert!(serde_json::from_str::<Json>(&figure.json).is_ok());
        }
        let printed = curate::proposal::human(&found, "x");
        prop_assert!(!printed.contains(['\u{202e}', '\0']), "hidden characters are printed");
    }
}
