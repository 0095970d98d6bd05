//! Right-to-left texts do not change the texts beside them.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test whose data cannot be read has failed")]

mod support;

use export::{Exports, Subject};
use support::edition;
use unicode_bidi::{BidiInfo, Level};

/// All plain-text statements about the figures, events, charts and articles of an edition, and their citations.
fn said(edition: &Exports<'_>) -> Vec<String> {
    let mut said = vec![edition.sentence(&edition.dashboard.summary).to_string(), edition.licence()];
    let mut cite = |subject| {
        let reference = edition.reference(subject);
        said.extend([reference.short, reference.full]);
    };
    cite(Subject::Dashboard);
    edition.dashboard.charts.iter().for_each(|chart| cite(Subject::Chart(chart)));
    edition.dashboard.figures.iter().for_each(|figure| cite(Subject::Figure(figure)));
    for figure in &edition.dashboard.figures {
        said.extend([
            edition.told(figure),
            edition.told_alone(figure),
            edition.in_sentence(figure),
            edition.known(figure),
        ]);
        said.extend(edition.facts(figure).into_iter().map(|fact| fact.words));
        said.extend(figure.note.iter().map(|note| edition.sentence(note).to_string()));
        for found in edition.backing(&figure.id) {
            said.extend([found.quoted(), edition.quotes(&figure.id, found.source)]);
            said.extend(edition.difference(&found));
        }
    }
    for chart in &edition.dashboard.charts {
        said.extend([edition.sentence(&chart.finding).to_string(), edition.outlets(&edition.articles(chart))]);
    }
    said.extend(edition.dashboard.events.iter().map(|event| edition.event(event)));
    for source in &edition.dashboard.sources {
        let article = edition.article(source);
        said.extend([article.to_string(), edition.brief(source), edition.outlet(source)]);
        said.extend(article.repeats);
    }
    said
}

fn editions() -> Vec<String> {
    let kept = editions::ALL.into_iter().filter(|name| !["letters", "scripts"].contains(name));
    kept.map(|name| editions::text(name).unwrap()).chain([editions::generated(60)]).collect()
}

#[test]
fn whatever_runs_from_right_to_left_is_isolated_and_everything_else_is_said_as_before() {
    for text in editions() {
        let before = edition(&text, |edition, _| said(&edition));
        let turned = edition(&editions::turned(&text), |edition, _| said(&edition));
        assert_eq!(before.len(), turned.len());
        for (before, turned) in before.iter().zip(&turned) {
            assert_eq!(editions::turned_back(turned), *before);
            stands_in_order(turned);
        }
    }
}

#[test]
fn the_words_of_the_edition_of_many_letters_keep_their_order() {
    edition(&editions::text("letters").unwrap(), |edition, _| {
        said(&edition).iter().for_each(|words| stands_in_order(words))
    });
}

/// By the algorithm of Unicode all that is outside of isolates runs from left to right, and each isolate ends.
fn stands_in_order(text: &str) {
    for line in text.lines() {
        let bidi = BidiInfo::new(line, Some(Level::ltr()));
        let mut open = 0_usize;
        for (at, c) in line.char_indices() {
            match c {
                '\u{2068}' => open += 1,
                '\u{2069}' => open = open.checked_sub(1).unwrap_or_else(|| panic!("ends twice: {line}")),
                // An address stays unchanged, since marks would be copied with it.
                _ if open == 0 && !line[..at].rsplit(' ').next().unwrap().starts_with("http") => {
                    assert_eq!(bidi.levels[at], Level::ltr(), "“{c}” is turned in: {line}");
                }
                _ => {}
            }
        }
        assert_eq!(open, 0, "does not end: {line}");
    }
}

#[test]
fn the_day_stays_beside_its_month_behind_an_arabic_author() {
    edition(&editions::text("letters").unwrap(), |edition, _| {
        let line = edition.article(edition.dashboard.source("jarida-1").unwrap()).to_string();
        let bidi = BidiInfo::new(&line, None);
        let [paragraph] = bidi.paragraphs.as_slice() else { panic!("one paragraph: {line}") };
        let seen = bidi.reorder_line(paragraph, paragraph.range.clone());
        assert!(seen.replace(['\u{2068}', '\u{2069}'], "").ends_with(", 21 January 2026"), "{seen}");
    });
}
