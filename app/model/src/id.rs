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
    if let Some(fault) = item_id_fault(&id) {
        report.at(node, fault);
    }
    // What names a good one is not to be told besides that nothing has its name.
    is_plain(&id).then_some(id)
}

/// What keeps a text from being the id of a figure, an event, a chart or a section, and what to do.
pub fn item_id_fault(id: &str) -> Option<String> {
    if is_plain(id) {
        return no_file_name(id, LONGEST_ITEM_ID);
    }
    unseen::within(id).or_else(|| {
        let shown = json::shortened(id);
        Some(format!(
            "\"{shown}\" cannot be an id: use small letters, digits and hyphens, no hyphen first, such as \"arrests-2026\""
        ))
    })
}

/// What keeps a text from being the id of an article, which may be any text that can be seen.
pub(crate) fn source_id_fault(id: &str) -> Option<String> {
    unseen::within(id).or_else(|| no_file_name(id, LONGEST_SOURCE_ID))
}

fn is_plain(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && !id.starts_with('-') && id.bytes().all(plain)
}

/// What keeps files from being named after an id.
fn no_file_name(id: &str, longest: usize) -> Option<String> {
    let letters = id.chars().count();
    if letters > longest {
        return Some(format!("this id has {letters} letters, but files are named after it: use at most {longest}"));
    }
    let name = id.split('.').next().unwrap_or_default().trim_end();
    let reserved = RESERVED.iter().any(|reserved| {
        reserved.len() == name.len()
            && reserved.bytes().zip(name.bytes()).all(|(reserved, byte)| match byte {
                b'1'..=b'9' => reserved == b'1',
                byte => reserved == byte.to_ascii_lowercase(),
            })
    });
    reserved.then(|| format!("Windows lets no file be named \"{id}\": choose another id, such as \"the-{id}\""))
}

/// What Windows keeps to itself, in any case and whatever follows the first point; 1 stands for 1 to 9.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com1", "lpt1"];
