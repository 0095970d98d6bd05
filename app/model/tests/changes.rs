//! The changes of an edit are listed by figure.

mod support;

use model::{Change, Dashboard};
use serde_json::json;
use support::{accepted, dataset, derived, reported, text};

fn changes(old: &Dashboard, new: &Dashboard) -> Vec<String> {
    let word = |change: &Change<'_>| match change {
        Change::Added(figure) => format!("added {}", figure.id),
        Change::Removed(figure) => format!("removed {}", figure.id),
        Change::Value { was, now } => format!("value of {} ({})", now.id, was.id),
        Change::Citations(figure) => format!("evidence of {}", figure.id),
        Change::Words(figure) => format!("words of {}", figure.id),
    };
    Change::between(old, new).iter().map(word).collect()
}

#[test]
fn an_unchanged_file_has_no_changes() {
    let dashboard = accepted(&dataset(&[reported("one", json!({ "exactly": 10 }), "people")]));
    assert!(changes(&dashboard, &dashboard.clone()).is_empty());
}

#[test]
fn each_kind_of_change_is_named_and_computed_figures_change_with_their_operands() {
    let one = reported("one", json!({ "exactly": 10 }), "people");
    let two = reported("two", json!({ "exactly": 4 }), "people");
    let both = derived("both", json!({ "sum": ["one", "two"] }), "people");
    let old = accepted(&dataset(&[
        one.clone(),
        two.clone(),
        both.clone(),
        reported("gone", json!({ "exactly": 1 }), "people"),
    ]));
    let mut changed = one;
    changed["value"] = json!({ "about": 10 });
    let mut reworded = two.clone();
    reworded["label"] = text("other words");
    let new = accepted(&dataset(&[
        changed.clone(),
        reworded,
        both.clone(),
        reported("fresh", json!({ "exactly": 2 }), "people"),
    ]));
    assert_eq!(
        changes(&old, &new),
        ["value of one (one)", "words of two", "value of both (both)", "added fresh", "removed gone"]
    );
    let mut requoted = two;
    requoted["citations"][0]["quote"] = json!("another passage");
    let new =
        accepted(&dataset(&[changed.clone(), requoted, both, reported("gone", json!({ "exactly": 1 }), "people")]));
    assert_eq!(changes(&old, &new), ["value of one (one)", "evidence of two", "value of both (both)"]);
}
