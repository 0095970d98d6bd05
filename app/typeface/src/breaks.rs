//! Where a line may break: between words in scripts that write them without spaces, and between letters with their marks.

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter};

use crate::unseen::binds_next;

/// The pieces of a text between which a line may break, by the line breaking algorithm of Unicode and the dictionaries for
/// Burmese, Khmer, Lao and Thai that come with it.
pub fn segments(text: &str) -> Vec<&str> {
    parts(text, LineSegmenter::new_dictionary(LineBreakOptions::default()).segment_str(text))
}

/// The letters of a text, each with its marks and with whatever is written below it: none of these is torn apart.
pub fn clusters(text: &str) -> Vec<&str> {
    let ends = GraphemeClusterSegmenter::new().segment_str(text);
    parts(text, ends.filter(|end| !text.get(..*end).is_some_and(|before| before.ends_with(binds_next))))
}

/// A text cut at these places; its end is one of them, whether given or not.
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
