//! Checks ids, by which parts of the file refer to one another, and which become names of files and parts of URLs.

use crate::json::{self, Node};
use crate::problem::Report;
use crate::unseen;

/// The maximum length of the id of a figure, event, chart or section, in letters. The longest file name with an id,
/// `cite/figure-ID.html.br`, then has 115 bytes. Windows allows 260 for a whole path, which leaves 144 for the folders, and
/// every system allows at least 143 for a name.
pub const LONGEST_ITEM_ID: usize = 100;

/// The maximum length of the id of an article, in letters. Reference managers make ids from URLs, which are long. Only the
/// curator's own files are named after it: the article's text and its record.
pub const LONGEST_SOURCE_ID: usize = 200;

/// Reads an id that needs no escaping in a URL: small letters, digits and hyphens.
pub(crate) fn item_id(node: &Node<'_>, report: &mut Report<'_>) -> Option<String> {
    let id = json::words(node, report)?;
    if let Some(fault) = item_id_fault(&id) {
        report.at(node, fault);
    }
    // An id that is too long or reserved is still returned, so that references to it are not reported as well.
    is_plain(&id).then_some(id)
}

/// The message for a text that cannot be the id of a figure, event, chart or section.
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

/// The message for a text that cannot be the id of an article, which may have any visible letters.
pub(crate) fn source_id_fault(id: &str) -> Option<String> {
    unseen::within(id).or_else(|| no_file_name(id, LONGEST_SOURCE_ID))
}

fn is_plain(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && !id.starts_with('-') && id.bytes().all(plain)
}

/// The message for an id that cannot be the name of a file.
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
    reserved.then(|| format!("Windows allows no file named \"{id}\": choose another id, such as \"the-{id}\""))
}

/// The file names that Windows reserves, in any case and with any extension; 1 means 1 to 9.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com1", "lpt1"];
