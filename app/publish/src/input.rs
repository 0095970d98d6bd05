//! What a site is made of, and what is made of that.

use crate::earlier::Earlier;
use crate::files::Files;
use crate::memory::Memory;

/// Where the data lies. It is edited there after the site was put up.
pub const DATA: &str = "data/dashboard.json";

/// Where that lies which is frozen, and the list of it. What is there was given out, and stays.
pub const FROZEN: &str = "v/";

/// All that a site is made of.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The data, as it was read.
    pub data: &'a [u8],
    /// Where it was read from, for messages.
    pub data_path: &'a str,
    /// The page without figures, as Trunk built it, with everything beside it.
    pub template: &'a Files,
    /// Where that was read from, for messages.
    pub template_path: &'a str,
    /// The address of the folder in which the site will stand, where that is known.
    pub address: Option<&'a str>,
    /// Whether it is only to be looked at while somebody edits: no policy, no compressed copies, nothing frozen, and a
    /// page without figures while the data has problems.
    pub draft: bool,
    /// What was published before: what is frozen there and still holds is not frozen again.
    pub earlier: &'a dyn Earlier,
    /// What was made by earlier runs.
    pub memory: &'a dyn Memory,
    /// On how many threads it is made; the site is the same on any number.
    pub workers: usize,
}

/// A site.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// All its files, but those that earlier runs have frozen and this one has not.
    pub files: Files,
    /// How many figures are on it.
    pub figures: usize,
    /// What has to be said to those who edit the data.
    pub remarks: Vec<String>,
}
