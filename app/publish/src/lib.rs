//! The press: makes the static files of the site, so that everything can be read before and without any script, and exported
//! into other formats.
//!
//! [`press`] is a function of its [`Input`]: the data, the page as Trunk built it, and the site published earlier. Its
//! output is the files of the site. It uses no file system, clock, process or environment; the program of the same name
//! reads and writes.

pub use earlier::Earlier;
pub use files::Files;
pub use input::{DATA, FROZEN, Input, Output};
pub use memory::{Forgetful, Memory};
pub use press::press;

mod answer;
mod blocks;
mod captioned;
mod changes;
mod chronicle;
mod citing;
mod compact;
mod drawing;
mod earlier;
mod editions;
mod edits;
mod embedding;
mod estimate;
mod excerpts;
mod feed;
mod files;
mod fingerprint;
mod framing;
mod frozen;
mod glue;
mod hash;
mod heights;
mod history;
mod input;
mod jsx;
mod leaf;
#[cfg(test)]
mod legible;
mod lettering;
mod lines;
mod looks;
mod markdown;
mod memory;
mod news;
mod packed;
mod part;
mod plain;
mod policy;
mod poster;
mod press;
mod preview;
mod private;
mod program;
mod quoted;
mod raster;
mod rules;
mod run;
mod script;
mod sending;
mod shell;
mod snippet;
mod social;
mod standalone;
mod tables;
#[cfg(test)]
mod whole;
mod wiki;
mod worded;
mod workers;
