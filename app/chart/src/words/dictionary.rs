//! Words by the dictionaries of `icu_segmenter`.

use std::sync::LazyLock;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::script::is_unspaced;
use crate::cluster::clusters;

static LINES: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_auto(LineBreakOptions::default()));

pub(crate) fn parts(word: &str) -> Vec<&str> {
    if !word.chars().any(is_unspaced) {
        return if word.is_empty() { Vec::new() } else { vec![word] };
    }
    let breaks: Vec<usize> = LINES.segment_str(word).collect();
    let mut parts = Vec::new();
    let (mut from, mut at) = (0, 0);
    let mut before = None;
    for cluster in clusters(word) {
        let near = [before, cluster.chars().next()];
        if near.into_iter().flatten().any(is_unspaced) && at > from && breaks.binary_search(&at).is_ok() {
            parts.extend(word.get(from..at));
            from = at;
        }
        before = cluster.chars().next();
        at += cluster.len();
    }
    parts.extend(word.get(from..));
    parts
}
