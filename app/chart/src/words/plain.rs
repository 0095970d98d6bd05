//! Whole words, as far as they can be found without a dictionary.

use super::script::is_ideograph;
use crate::cluster::clusters;

pub(crate) fn parts(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut at) = (0, 0);
    let mut before = None;
    for cluster in clusters(word) {
        let first = cluster.chars().next();
        if let (Some(before), Some(after)) = (before, first)
            && (is_ideograph(before) || is_ideograph(after))
            && !BEFORE.contains(after)
            && !BEHIND.contains(before)
        {
            parts.extend(word.get(from..at));
            from = at;
        }
        before = cluster.chars().next();
        at += cluster.len();
    }
    parts.extend(word.get(from..).filter(|part| !part.is_empty()));
    parts
}

/// Marks that no line begins with.
const BEFORE: &str = "、。，．・：；？！）］｝」』】〕〉》〙〗”’ー々ゝヽ〜～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％.,:;!?)]}%…‥—–-";
/// Marks that no line ends with.
const BEHIND: &str = "（［｛「『【〔〈《〘〖“‘([{＄￥￡$€£#—…‥";
