//! The news desk on the page: an edited file, checked and shown before anybody publishes it.
//!
//! Whoever edits the data needs no tool for this but the page itself. The file is read where it is, by the program that
//! reads the published one, and is sent nowhere.

#[cfg(target_arch = "wasm32")]
pub(crate) use bench::{begin, listen};
pub use part::Part;
pub use report::{changes, problems};

#[cfg(target_arch = "wasm32")]
mod bench;
mod part;
mod report;
