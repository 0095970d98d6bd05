//! The input and the output of the press.

use crate::earlier::Earlier;
use crate::files::Files;
use crate::memory::Memory;

/// The address of the data, which can be edited there after publication.
pub const DATA: &str = "data/dashboard.json";

/// The folder of frozen files and their list. Its files are referenced from other sites, and are never removed.
pub const FROZEN: &str = "v/";

/// The input of the press.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The text of the data.
    pub data: &'a [u8],
    /// Its path, for messages.
    pub data_path: &'a str,
    /// The page without figures as Trunk built it, with its files.
    pub template: &'a Files,
    /// The path of that, for messages.
    pub template_path: &'a str,
    /// The address at which the site will be published, if known.
    pub address: Option<&'a str>,
    /// Whether this is a preview during editing: no policy, no compressed copies, nothing frozen, and a page without figures
    /// while the data has problems.
    pub draft: bool,
    /// The site published earlier: its current frozen files are not made again.
    pub earlier: &'a dyn Earlier,
    /// The results of earlier runs.
    pub memory: &'a dyn Memory,
    /// The number of threads; the site does not depend on it.
    pub workers: usize,
}

/// A site.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// All its files, except those that earlier runs froze and this run did not.
    pub files: Files,
    /// The number of figures on it.
    pub figures: usize,
    /// Messages for the curator.
    pub remarks: Vec<String>,
}
