//! Figures, events and articles are found by their words, in any script, and by what is known of them.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use icu_normalizer::DecomposingNormalizerBorrowed;
use model::{Dashboard, Footnotes};
use statement::{Account, Hit, Index, Kind, Language, Query};

/// What a browser does with `normalize("NFKD").toLowerCase()`.
fn fold(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfkd().normalize(text).to_lowercase()
}

/// Asks of an edition.
fn with<T>(edition: &str, answer: impl FnOnce(&Account<'_>, &Index) -> T) -> T {
    let dashboard = Dashboard::parse(&editions::text(edition).unwrap()).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    answer(&account, &account.index(fold))
}

fn words(words: &str) -> Query {
    Query { words: words.into(), ..Query::default() }
}

fn hits(edition: &str, query: &Query) -> Vec<Hit> {
    with(edition, |account, index| account.find(index, query))
}

/// The ids of what is found.
fn found(edition: &str, query: &Query) -> Vec<String> {
    hits(edition, query).into_iter().map(|hit| hit.id).collect()
}

fn first(edition: &str, query: &str) -> Hit {
    hits(edition, &words(query)).into_iter().next().unwrap()
}

#[test]
fn a_figure_is_found_by_its_name_label_speaker_unit_value_and_note_and_by_what_articles_say() {
    for (query, figure) in [
        ("Locations raided", "raids"),
        ("amounts to", "gdp-share"),
        ("Ferrer", "stranded"),
        ("tier", "tier"),
        ("5,000", "arrests"),
        ("5000", "arrests"),
        ("sentences can be read both ways", "gdp-share"),
        ("severe punishment ranging", "punishment"),
    ] {
        assert_eq!(first("cambodia", query).id, figure, "{query}");
    }
}

#[test]
fn readings_are_found_by_the_label_of_their_measure() {
    let mut file: serde_json::Value = serde_json::from_str(&editions::text("cambodia").unwrap()).unwrap();
    file["measures"] = serde_json::json!([{ "id": "searches", "label": { "en": "Police operations" } }]);
    let raids = file["figures"].as_array_mut().unwrap().iter_mut().find(|figure| figure["id"] == "raids").unwrap();
    raids["measure"] = "searches".into();
    raids["as_of"] = "2026-01".into();
    let dashboard = Dashboard::parse(&file.to_string()).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    let hits = account.find(&account.index(fold), &words("police operation"));
    let hits: Vec<(&str, Option<&str>)> = hits.iter().map(|hit| (hit.id.as_str(), hit.matched.as_deref())).collect();
    assert_eq!(hits, [("raids", Some("Police operations"))]);
}

#[test]
fn an_event_is_found_by_its_label_and_its_date_and_an_article_by_title_outlet_and_author() {
    for (query, kind, id) in [
        ("extradited to China", Kind::Event, "extradition"),
        ("14 October 2025", Kind::Event, "sanctions"),
        ("Ratcliffe", Kind::Article, "guardian"),
        ("thousands flee cambodian", Kind::Article, "newser"),
    ] {
        let hit = first("cambodia", query);
        assert_eq!((hit.kind, hit.id.as_str()), (kind, id), "{query}");
    }
    assert!(
        found("cambodia", &words("foxton news")).contains(&"foxtonnews".to_owned()),
        "beside who is said to say so"
    );
}

#[test]
fn a_hit_says_what_a_reader_has_to_know_of_the_figure_and_leads_to_its_place() {
    let hit = first("cambodia", "arrests claimed");
    assert_eq!((hit.lead.as_str(), hit.name.as_str()), ("about 5,000 people", "Arrests claimed"));
    assert_eq!((hit.anchor.as_str(), hit.matched), ("figure-arrests", None));
    let numbers: Vec<usize> = hit.pill.unwrap().numbers.iter().map(|number| number.number).collect();
    assert!(!numbers.is_empty());
    assert_eq!(first("cambodia", "proceeds alleged").lead, "more than $80 million (Allegation)");
    // The status of a figure is found too, and never left out.
    for standing in ["disputed", "withdrawn by its source", "superseded by"] {
        let hits = hits("grown", &words(standing));
        assert!(hits.iter().any(|hit| hit.lead.contains(standing)), "{standing}");
    }
}

#[test]
fn every_hit_leads_to_a_place_of_its_own_kind() {
    for edition in editions::ALL {
        let hits = hits(edition, &Query { article: None, alone: true, ..Query::default() });
        for hit in &hits {
            let places: &[&str] = match hit.kind {
                Kind::Figure => &["figure-", "note-"],
                Kind::Event => &["chart-", "note-"],
                Kind::Article => &["note-"],
            };
            assert!(places.iter().any(|place| hit.anchor.starts_with(place)), "{edition}: {hit:?}");
        }
    }
}

#[test]
fn the_text_in_which_a_word_was_found_is_shown_where_nothing_else_shows_it() {
    let matched = |query: &str| first("cambodia", query).matched.unwrap_or_default();
    assert_eq!(matched("Ferrer"), "According to Montse Ferrer, Amnesty International’s regional research director");
    assert_eq!(matched("across the country raided"), "“it has raided 118 scam locations across the country”, JURIST");
    assert_eq!(matched("raided"), "");
    let wording = hits("cambodia", &words("work inside"));
    assert!(wording.iter().any(|hit| hit.id == "un-estimate" && hit.matched.is_some()), "{wording:?}");
}

#[test]
fn names_come_before_labels_speakers_articles_and_quotes() {
    let hits = hits("cambodia", &words("amnesty"));
    let place = |id: &str| hits.iter().position(|hit| hit.id == id).unwrap();
    assert!(place("released") < place("amnesty-call"), "its name before the label of an event");
    assert!(place("amnesty-call") < place("stranded"), "a label before a speaker");
    let flee = self::found("cambodia", &words("flee"));
    assert!(flee.iter().position(|id| id == "newser") < flee.iter().position(|id| id == "left"), "{flee:?}");
}

#[test]
fn equal_results_are_in_reading_order() {
    let all = found("cambodia", &Query { unit: Some("people".into()), ..Query::default() });
    assert_eq!(all.first().map(String::as_str), Some("un-estimate"));
    let place = |id: &str| all.iter().position(|found| found == id);
    assert!(place("arrests") < place("indonesians"));
}

#[test]
fn every_word_has_to_occur_and_at_the_beginning_of_a_word() {
    assert_eq!(found("cambodia", &words("amnesty kangaroo")), [""; 0]);
    assert_eq!(first("cambodia", "indon").id, "indonesians");
    assert_eq!(found("cambodia", &words("donesians")), [""; 0]);
    // In several texts of one figure together.
    assert!(found("cambodia", &words("raided anti-scam 118")).contains(&"raids".to_owned()));
}

#[test]
fn capitals_accents_and_kinds_of_quotation_marks_make_no_difference() {
    for query in ["mýrdalsjökull‑þórshöfn", "MYRDALSJOKULL-þorshofn", "weren't", "“weren’t there”"] {
        assert!(!found("scripts", &words(query)).is_empty(), "{query}");
    }
    for (query, id) in [
        ("υπηρεσια", "closed"),
        ("ΥΠΗΡΕΣΊΑ", "closed"),
        ("дорожная", "all"),
        ("nghia lo", "all"),
        ("lodz", "all"),
        ("istanbul'dan", "postasi"),
        ("bruckenunter", "cost"),
    ] {
        assert!(found("scripts", &words(query)).iter().any(|found| found == id), "{query}");
    }
}

#[test]
fn scripts_without_spaces_or_with_joined_words_are_searched_within_words() {
    for (query, id) in [
        ("ភូមិ", "bags"),
        ("អណ្ដូងទឹក", "kasset"),
        ("القرية", "dry"),
        ("قرية", "dry"),
        ("جفت", "dry"),
        ("עיתון", "water"),
        ("באר", "each"),
        ("น้ำ", "buckets-th"),
        ("没有了", "depth-zh"),
        ("村長", "depth-ja"),
        ("우물", "depth-ko"),
        ("बाल्टियाँ", "buckets-hi"),
        ("ရွာသား", "buckets-my"),
    ] {
        assert!(found("letters", &words(query)).iter().any(|found| found == id), "{query}");
    }
}

#[test]
fn filters_hold_what_is_found_to_what_is_known() {
    let query = |change: fn(&mut Query)| {
        let mut query = Query::default();
        change(&mut query);
        query
    };
    with("cambodia", |account, index| {
        let ids = |query: &Query| account.find(index, query).into_iter().map(|hit| hit.id).collect::<Vec<_>>();
        let dashboard = account.dashboard;
        let claims = ids(&query(|query| query.basis = Some("claim".into())));
        assert_eq!(claims, ["raids", "arrests"]);
        let computed = ids(&query(|query| query.basis = Some("computed".into())));
        assert!(!computed.is_empty() && computed.iter().all(|id| dashboard.figure(id).unwrap().is_derived()));
        let alone = ids(&query(|query| query.alone = true));
        assert!(alone.len() > 1 && alone.iter().all(|id| dashboard.rests_on_one(id)));
        assert!(dashboard.resting_on_one().all(|figure| alone.contains(&figure.id)));
        let differs = ids(&query(|query| query.differs = true));
        assert!(!differs.is_empty() && differs.iter().all(|id| account.differs(id)));
        let dollars = ids(&query(|query| query.unit = Some("USD".into())));
        assert!(dollars.iter().all(|id| dashboard.figure(id).unwrap().unit.key() == "USD") && dollars.len() > 2);
        let jurist = account.find(index, &query(|query| query.article = Some("jurist".into())));
        assert!(jurist.iter().any(|hit| hit.kind == Kind::Event) && jurist.iter().any(|hit| hit.kind == Kind::Figure));
        let articles: Vec<&Hit> = jurist.iter().filter(|hit| hit.kind == Kind::Article).collect();
        assert_eq!(articles.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(), ["jurist"]);
        let both =
            Query { alone: true, article: Some("asiadaily".into()), unit: Some("USD".into()), ..words("proceeds") };
        assert_eq!(ids(&both), ["proceeds"]);
    });
}

#[test]
fn nothing_is_found_where_nothing_is_asked_and_nothing_fits() {
    for query in ["", " ", "\t\n", "—", "“”", "…", "?!", "\u{200f}"] {
        assert_eq!(found("cambodia", &words(query)), [""; 0], "{query:?}");
    }
    for query in [
        Query { basis: Some("rumour".into()), ..Query::default() },
        Query { article: Some("nobody".into()), ..Query::default() },
        Query { unit: Some("parsecs".into()), ..Query::default() },
        words("zebra"),
    ] {
        assert_eq!(found("cambodia", &query), [""; 0], "{query:?}");
    }
}

#[test]
fn whatever_is_typed_is_answered() {
    let long = "a".repeat(100_000);
    let many = "the ".repeat(20_000);
    for query in [
        "\u{1f}",
        "\u{0}",
        "<script>",
        "\\",
        "{figure-id}",
        "%",
        "é\u{301}\u{301}",
        "\u{301}",
        "👩‍👩‍👧",
        "\u{202e}abc",
        "ａｒｒｅｓｔｓ",
        "ﬁ",
        "𝔞𝔯𝔯",
        &long,
        &many,
        "İ",
        "ǅ",
        ",",
        "5,",
        ",5",
        "'",
        "\u{d7ff}\u{e000}",
    ] {
        with("letters", |account, index| account.find(index, &words(query)));
        with("cambodia", |account, index| account.find(index, &words(query)));
    }
    assert_eq!(first("cambodia", "ａｒｒｅｓｔｓ claimed").id, "arrests");
}

#[test]
fn each_figure_event_and_article_of_every_edition_is_found_by_its_own_name() {
    for edition in editions::ALL {
        with(edition, |account, index| {
            let ids =
                |query: &str| account.find(index, &words(query)).into_iter().map(|hit| hit.id).collect::<Vec<_>>();
            for figure in &account.dashboard.figures {
                assert!(ids(account.text(figure.name())).contains(&figure.id), "{edition}: {}", figure.id);
            }
            for event in &account.dashboard.events {
                assert!(ids(account.text(&event.label)).contains(&event.id), "{edition}: {}", event.id);
            }
            for note in account.footnotes.notes() {
                assert!(ids(note.source.short_name()).contains(&note.source.id), "{edition}: {}", note.source.id);
            }
        });
    }
}
