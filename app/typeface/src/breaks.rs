//! Finds the places where a line may break: between words, also in scripts without spaces, and between grapheme clusters.

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter};

use crate::unseen::binds_next;

/// The pieces of a text between which a line may break, by the line breaking algorithm of Unicode and the dictionaries for
/// Burmese, Khmer, Lao and Thai that come with it.
pub fn segments(text: &str) -> Vec<&str> {
    parts(text, LineSegmenter::new_dictionary(LineBreakOptions::default()).segment_str(text))
}

/// The grapheme clusters of a text: each letter with its marks and with the letters written below it. A line never breaks
/// within one.
pub fn clusters(text: &str) -> Vec<&str> {
    let ends = GraphemeClusterSegmenter::new().segment_str(text);
    parts(text, ends.filter(|end| !text.get(..*end).is_some_and(|before| before.ends_with(binds_next))))
}

/// Cuts a text at these byte offsets. The end of the text may be among them or not.
fn parts(text: &str, ends: impl Iterator<Item = usize>) -> Vec<&str> {
    let mut from = 0;
    let ends = ends.chain([text.len()]);
    ends.filter_map(|to| {
        let part = text.get(from..to).filter(|part| !part.is_empty())?;
        from = to;
        Some(part)
    })
    .collect()
}
