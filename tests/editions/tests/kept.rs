//! Tests that the editions in folders have the content that other tests rely on.

#![expect(clippy::panic, reason = "a test whose edition cannot be read has failed")]

use std::collections::BTreeSet;
use std::fs;

use editions::{ALL, folder, text};
use model::{Dashboard, Status, Unit};

fn read(name: &str) -> Dashboard {
    let text = text(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    Dashboard::parse(&text).unwrap_or_else(|problems| panic!("{name}: {problems}"))
}

fn outlets(dashboard: &Dashboard) -> BTreeSet<Option<&str>> {
    dashboard.sources.iter().map(|source| source.outlet.as_deref()).collect()
}

/// The kinds of its charts, by name.
fn kinds(dashboard: &Dashboard) -> BTreeSet<&'static str> {
    dashboard.charts.iter().map(|chart| chart.kind.name()).collect()
}

#[test]
fn every_edition_is_accepted_and_has_a_record_of_each_article() {
    for name in ALL {
        for source in read(name).sources {
            let record = folder(name).join("seeds").join(format!("{}.json", source.id));
            let record = fs::read_to_string(&record).unwrap_or_else(|error| panic!("{}: {error}", record.display()));
            assert!(record.contains(&format!("\"id\": \"{}\"", source.id)), "the record of {} in {name}", source.id);
        }
    }
}

#[test]
fn the_list_names_every_folder() {
    let here = fs::read_dir(folder("")).unwrap_or_else(|error| panic!("{error}"));
    let here = here.filter_map(|entry| entry.ok()).filter(|entry| entry.path().join("dashboard.json").is_file());
    let here: BTreeSet<String> = here.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(here, ALL.map(str::to_owned).into());
}

#[test]
fn schools_is_of_another_subject_with_other_units() {
    let dashboard = read("schools");
    assert_eq!((dashboard.figures.len(), dashboard.sources.len(), outlets(&dashboard).len()), (15, 8, 7));
    let has = |unit: &str| dashboard.figures.iter().any(|figure| figure.unit.key() == unit);
    for unit in ["EUR", "EUR per school", "attacks per 100,000 pupils", "parts per million", "percent", "fraction"] {
        assert!(has(unit), "no figure has the unit {unit}");
    }
    let cambodia = read("cambodia");
    let ids: BTreeSet<&str> = cambodia.figures.iter().map(|figure| figure.id.as_str()).collect();
    assert!(dashboard.figures.iter().all(|figure| !ids.contains(figure.id.as_str())));
    assert!(dashboard.sources.iter().any(|source| source.title.is_none()));
}

#[test]
fn grown_has_the_traces_of_months_of_edits() {
    let dashboard = read("grown");
    assert_eq!((dashboard.figures.len(), dashboard.sources.len()), (60, 12));
    assert_eq!(kinds(&dashboard), ["bars", "share", "timeline", "range", "matrix"].into());
    let by = |id: &str| match &dashboard.figure(id)?.status {
        Status::Superseded(by) => Some(by.clone()),
        _ => None,
    };
    let chain: Vec<String> = std::iter::successors(Some("evacuated-day1".to_owned()), |id| by(id)).collect();
    assert_eq!(chain, ["evacuated-day1", "evacuated-week1", "evacuated-week2", "evacuated"]);
    let count = |status: &Status| dashboard.figures.iter().filter(|figure| figure.status == *status).count();
    assert_eq!((count(&Status::Disputed), count(&Status::Withdrawn)), (2, 1));
    assert_eq!(dashboard.corrections.len(), 2);
    assert!(dashboard.events.len() >= 5);
}

#[test]
fn scripts_is_written_in_many_alphabets() {
    let dashboard = read("scripts");
    let titles: String = dashboard.sources.iter().filter_map(|source| source.title.as_deref()).collect();
    for letter in ['έ', 'ἀ', 'ы', 'ữ', 'ż', 'ğ', 'ü', 'ש', '‑', '–', '’'] {
        assert!(titles.contains(letter), "no title has {letter}");
    }
    let quotes: String =
        dashboard.figures.iter().flat_map(|figure| figure.citations()).map(|one| &*one.quote).collect();
    assert!(quotes.contains(['—', '–']) && quotes.contains('’'));
    let longest = dashboard.figures.iter().flat_map(|figure| figure.name().in_language("en").split(' ').map(str::len));
    assert!(longest.max() > Some(40));
}

#[test]
fn letters_has_many_scripts_long_words_and_several_articles_of_one_outlet() {
    let dashboard = read("letters");
    assert_eq!((dashboard.sources.len(), outlets(&dashboard).len()), (19, 14));
    assert_eq!(kinds(&dashboard), ["bars", "share", "timeline", "range", "matrix"].into());
    let labels: String = dashboard.figures.iter().map(|figure| figure.label.in_language("en")).collect();
    for letter in ['ا', 'ש', 'ស', 'ม', 'ທ', 'ရ', 'ग', '深', 'の', '이', '🙂'] {
        assert!(labels.contains(letter), "no label has {letter}");
    }
    let long = |text: &str| text.split(' ').any(|word| word.chars().count() >= 200);
    let source = dashboard.source("blatt");
    assert!(source.is_some_and(|source| source.url.as_deref().is_some_and(long)));
    let words = source.into_iter().flat_map(|source| [&source.title, &source.outlet]).flatten();
    assert_eq!(words.filter(|words| long(words)).count(), 2);
    let most = dashboard.figures.iter().map(|figure| figure.citations().count()).max();
    assert!(most > Some(9), "the matrix has many articles");
}

#[test]
fn least_has_one_of_each_required_item() {
    let dashboard = read("least");
    let lists = [dashboard.figures.len(), dashboard.sources.len(), dashboard.sections.len(), dashboard.charts.len()];
    assert_eq!(lists, [1; 4]);
    assert!(dashboard.events.is_empty() && dashboard.corrections.is_empty());
    assert!(matches!(dashboard.figures.first().map(|figure| &figure.unit), Some(Unit::Count(_))));
}
