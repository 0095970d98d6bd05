//! Reads the values of a CSL item in all forms that reference managers write.

use crate::id::source_id_fault;
use crate::json::{self, Node};
use crate::plain::plain;
use crate::problem::Report;

/// A text to print; `None` for "", which reference managers write for a missing one.
pub(crate) fn words(node: &Node<'_>, report: &mut Report<'_>) -> Option<String> {
    if node.string().is_some_and(|text| text.trim().is_empty()) {
        return None;
    }
    json::words(node, report).map(|words| plain(&words)).filter(|words| !words.is_empty())
}

/// An id: a text, or the number that some programs write.
pub(crate) fn id(node: &Node<'_>, report: &mut Report<'_>) -> Option<String> {
    let written = node.written();
    let number = written.bytes().all(|byte| byte.is_ascii_digit());
    let id = if number { written.to_owned() } else { json::words(node, report)? };
    if let Some(fault) = source_id_fault(&id) {
        report.at(node, fault);
    }
    Some(id)
}

/// Whether a flag such as `circa` is set, which CSL allows as a boolean, a number or a string.
pub(crate) fn holds(node: &Node<'_>) -> bool {
    !matches!(node.written(), "false" | "null" | "0" | "\"\"" | "\"0\"" | "\"false\"")
}

/// Reports what other programs could not read: an unpaired surrogate, and a number with more digits than can be kept.
pub(crate) fn sound(node: &Node<'_>, report: &mut Report<'_>) {
    match node.written().bytes().next() {
        Some(b'[') => node.list().unwrap_or_default().iter().for_each(|item| sound(item, report)),
        Some(b'{') => node.object().unwrap_or_default().iter().for_each(|(_, value)| sound(value, report)),
        Some(b'"') => match node.string() {
            None => report.at(node, json::HALF_A_CHARACTER),
            Some(text) if text.contains(json::LOST) => report.at(node, json::A_LOST_LETTER),
            Some(_) => {}
        },
        Some(b'-' | b'0'..=b'9') if !node.number().is_some_and(f64::is_finite) => {
            report.at(node, "this number has more digits than can be kept: write it in \"quotation marks\"");
        }
        _ => {}
    }
}
