//! Ids: by them the parts of the file name each other, and files and addresses are named after them.

use crate::json::{self, Node};
use crate::problem::Report;
use crate::unseen;

/// So many letters the id of a figure, an event, a chart or a section has at most. The longest file that is named after one,
/// `cite/figure-ID.html.br`, then has a name of 115 bytes. Windows takes 260 for a whole path, of which 144 are left for the
/// folders around it, and no system takes fewer than 143 for a name.
pub const LONGEST_ITEM_ID: usize = 100;

/// So many letters the id of an article has at most. Reference managers make ids of addresses, which are long; the two files
/// that are named after it, its text and its record, never leave the desk.
pub const LONGEST_SOURCE_ID: usize = 200;

/// An id that can stand in an address: small letters, digits and hyphens.
pub(crate) fn item_id(node: &Node<'_>, report: &mut Report<'_>) -> Option<String> {
    let id = json::words(node, report)?;
    let Some(fault) = item_id_fault(&id) else { return Some(id) };
    report.at(node, fault);
    // What names it is not to be told besides that nothing has its name.
    Some(unseen::without(&id)).filter(|id| is_plain(id))
}

/// What keeps a text from being the id of a figure, an event, a chart or a section, and what to do.
pub fn item_id_fault(id: &str) -> Option<String> {
    if let Some(found) = unseen::within(id) {
        return Some(format!("this id holds {found}: delete it"));
    }
    if !is_plain(id) {
        let shown = json::shortened(id);
        return Some(format!(
            "\"{shown}\" cannot be an id: use small letters, digits and hyphens, no hyphen first, such as \"arrests-2026\""
        ));
    }
    no_file_name(id, LONGEST_ITEM_ID)
}

fn is_plain(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && !id.starts_with('-') && id.bytes().all(plain)
}

/// What keeps a text from being the id of an article.
pub(crate) fn source_id_fault(id: &str) -> Option<String> {
    // Some languages write these two between letters, where they are seen.
    let seen = id.replace(['\u{200c}', '\u{200d}'], "");
    match unseen::within(&seen) {
        Some(found) => Some(format!("this id holds {found}: delete it, here and where it is cited")),
        None => no_file_name(id, LONGEST_SOURCE_ID),
    }
}

/// What keeps files from being named after an id.
fn no_file_name(id: &str, longest: usize) -> Option<String> {
    let letters = id.chars().count();
    if letters > longest {
        return Some(format!("this id has {letters} letters, but files are named after it: use at most {longest}"));
    }
    is_reserved(id).then(|| {
        format!("\"{id}\" cannot be an id: no file can be named so on Windows; add a word, such as \"the-{id}\"")
    })
}

/// Whether Windows keeps a name to itself, in any case and whatever follows its first point.
fn is_reserved(id: &str) -> bool {
    let name = id.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    matches!(name.as_str(), "con" | "prn" | "aux" | "nul")
        || port.is_some_and(|port| matches!(port.as_bytes(), [b'1'..=b'9']))
}
