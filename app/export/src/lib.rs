//! Other formats: the figures and their articles as spreadsheets, reference managers, data catalogues and
//! search engines read them, and the words by which to cite them.
//!
//! Pure functions of an account, called as methods of [`Exports`]: no input or output, no clock. The press calls them; the
//! program in the browser does not contain them.

pub use bibliography::{Bibliography, Unreadable};
pub use exports::Exports;
pub use file::{Content, File};
pub use oembed::Embed;
pub use reference::{Reference, Subject};

mod bibliography;
mod bibtex;
mod column;
mod csv;
mod data_package;
mod exports;
mod file;
mod json_ld;
mod kind;
mod licence;
mod line;
mod oembed;
mod places;
mod reference;
mod ris;
mod table;
