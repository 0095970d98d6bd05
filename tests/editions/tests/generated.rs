//! Tests that generated editions of any size are valid and have all kinds of content.

#![expect(clippy::panic, reason = "a test whose edition cannot be read has failed")]

use editions::{generated, with_wrong};
use model::{Dashboard, Kind, Status};

fn read(figures: usize) -> Dashboard {
    Dashboard::parse(&generated(figures)).unwrap_or_else(|problems| panic!("of {figures} figures: {problems}"))
}

#[test]
fn every_size_is_accepted_and_has_the_wanted_number_of_figures() {
    for figures in (1..=50).chain([100, 300, 1_000, 10_000]) {
        let dashboard = read(figures);
        assert_eq!(dashboard.figures.len(), figures);
        let articles = dashboard.sources.len();
        assert!(articles * 3 <= figures + 2 && articles * 6 >= figures.saturating_sub(5), "{articles} for {figures}");
    }
}

#[test]
fn a_large_one_has_every_kind_of_chart_status_and_computation() {
    let dashboard = read(300);
    let has = |found: fn(&Kind) -> bool| dashboard.charts.iter().any(|chart| found(&chart.kind));
    assert!(has(|kind| matches!(kind, Kind::Bars(_))) && has(|kind| matches!(kind, Kind::Range(_))));
    assert!(has(|kind| matches!(kind, Kind::Share(_))) && has(|kind| matches!(kind, Kind::Matrix)));
    assert!(has(|kind| matches!(kind, Kind::Timeline)));
    assert!(has(|kind| matches!(kind, Kind::Spans)) && has(|kind| matches!(kind, Kind::Sums)));
    let count = |found: fn(&Status) -> bool| dashboard.figures.iter().filter(|figure| found(&figure.status)).count();
    assert!(count(|status| matches!(status, Status::Superseded(_))) > 0);
    assert!(count(|status| matches!(status, Status::Disputed)) > 0);
    assert!(count(|status| matches!(status, Status::Withdrawn)) > 0);
    assert!(dashboard.figures.iter().filter(|figure| figure.is_derived()).count() > 30);
    assert!(!dashboard.corrections.is_empty() && !dashboard.events.is_empty());
}

#[test]
fn it_is_the_same_in_every_run() {
    assert_eq!(generated(120), generated(120));
}

#[test]
fn wrong_quotes_change_no_value() {
    let values = |text: &str| -> Vec<_> {
        let dashboard = Dashboard::parse(text).unwrap_or_else(|problems| panic!("{problems}"));
        dashboard.figures.iter().map(|figure| figure.value).collect()
    };
    let (right, wrong) = (generated(1_000), with_wrong(1_000, 200));
    assert_eq!(values(&right), values(&wrong));
    let changed = right.lines().zip(wrong.lines()).filter(|(one, other)| one != other).count();
    assert_eq!(changed, 200);
}
