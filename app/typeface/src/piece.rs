//! Cuts a line into pieces of one font, direction, script and style, in visual order.

use std::ops::Range;

use unicode_bidi::{BidiInfo, Level};
use unicode_script::{Script, UnicodeScript as _};

use crate::breaks::clusters;
use crate::face::Face;
use crate::families;
use crate::font::Font;
use crate::unseen::is_unseen;

/// A piece of a line.
pub(crate) struct Piece {
    pub(crate) range: Range<usize>,
    pub(crate) font: &'static Font,
    pub(crate) rightward: bool,
    /// The index of its style.
    pub(crate) span: usize,
    script: Script,
}

/// The pieces of a line whose base direction is left to right. Isolates and other directional marks apply. `spans` are the
/// byte ranges of the styles.
pub(crate) fn pieces(line: &str, spans: &[(Range<usize>, Face)]) -> Vec<Piece> {
    let directions = BidiInfo::new(line, Some(Level::ltr()));
    let Some(paragraph) = directions.paragraphs.first() else { return Vec::new() };
    let (levels, runs) = directions.visual_runs(paragraph, paragraph.range.clone());
    let mut pieces: Vec<Piece> = Vec::new();
    let mut from = 0;
    for cluster in clusters(line) {
        let range = from..from + cluster.len();
        from = range.end;
        let Some((span, face)) = style(spans, range.start) else { continue };
        let level = levels.get(range.start).copied().unwrap_or(Level::ltr());
        let last = pieces.last().filter(|last| last.span == span && last.range.end == range.start);
        for (part, font) in fonts(cluster, range.start, face, last.map(|last| last.font)) {
            let script = script(line.get(part.clone()).unwrap_or_default());
            push(&mut pieces, Piece { range: part, font, rightward: level.is_ltr(), span, script });
        }
    }
    let mut seen = Vec::with_capacity(pieces.len());
    let mut kept: Vec<Option<Piece>> = pieces.into_iter().map(Some).collect();
    for run in runs {
        let start = seen.len();
        let within =
            kept.iter_mut().filter(|piece| piece.as_ref().is_some_and(|piece| run.contains(&piece.range.start)));
        seen.extend(within.filter_map(Option::take));
        if levels.get(run.start).is_some_and(Level::is_rtl)
            && let Some(run) = seen.get_mut(start..)
        {
            run.reverse();
        }
    }
    seen
}

/// The index and face of the style at a byte offset.
fn style(spans: &[(Range<usize>, Face)], at: usize) -> Option<(usize, Face)> {
    let span = spans.iter().position(|(range, _)| range.contains(&at))?;
    spans.get(span).map(|(_, face)| (span, *face))
}

/// Appends a piece, merged into the one before it if they have all properties in common.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    if let Some(last) = pieces.last_mut()
        && last.span == piece.span
        && last.rightward == piece.rightward
        && std::ptr::eq(last.font, piece.font)
        && last.range.end == piece.range.start
        && (last.script == piece.script || is_shared(last.script) || is_shared(piece.script))
    {
        last.range.end = piece.range.end;
        if is_shared(last.script) {
            last.script = piece.script;
        }
        return;
    }
    pieces.push(piece);
}

/// The fonts for a grapheme cluster: one font that has all its letters, or else one for each letter.
fn fonts(cluster: &str, start: usize, face: Face, last: Option<&'static Font>) -> Vec<(Range<usize>, &'static Font)> {
    let whole = start..start + cluster.len();
    let letters: Vec<char> = cluster.chars().filter(|c| !is_unseen(*c)).collect();
    let has_all = |font: &&'static Font| letters.iter().all(|letter| font.has(*letter));
    let base = face.font();
    let Some(first) = letters.first().copied() else {
        // A space has the width of the base face in every script; an invisible character does not split a piece.
        let font = if cluster.chars().any(char::is_whitespace) { base } else { last.unwrap_or(base) };
        return vec![(whole, font)];
    };
    // U+FE0F asks for the emoji where a character also has a text form.
    let asked = cluster.contains('\u{fe0f}').then(families::emoji);
    let near = asked.into_iter().chain([base]).chain(last);
    if let Some(font) = near.filter(has_all).chain(families::having(first, face).filter(has_all)).next() {
        return vec![(whole, font)];
    }
    let mut at = start;
    let each = cluster.chars().map(|letter| {
        let range = at..at + letter.len_utf8();
        at = range.end;
        let font = if base.has(letter) { base } else { families::having(letter, face).next().unwrap_or(base) };
        (range, font)
    });
    each.collect()
}

/// The script of a grapheme cluster.
fn script(cluster: &str) -> Script {
    cluster.chars().map(|letter| letter.script()).find(|script| !is_shared(*script)).unwrap_or(Script::Common)
}

fn is_shared(script: Script) -> bool {
    matches!(script, Script::Common | Script::Inherited | Script::Unknown)
}
