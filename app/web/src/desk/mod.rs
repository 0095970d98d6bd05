//! The desk on the page: checks and previews an edited file before it is published.
//!
//! A curator needs no other tool. The file is read in the browser, by the program that reads the published one, and is never
//! sent.

#[cfg(target_arch = "wasm32")]
pub(crate) use bench::{begin, listen};
pub use part::Part;
pub use report::{changes, problems};

#[cfg(target_arch = "wasm32")]
mod bench;
mod part;
mod report;
