//! What the press remembers from one run to the next: results that take long, by the hash of all that they are made of.
//! So an edit of one figure costs what it changes, and a run that remembers makes the same bytes as one that does not.

use anyhow::Result;

use crate::hash;

/// Something that remembers. Only the press that kept a result, or one that is built from the same code, may be given it.
pub trait Memory: Sync {
    /// What was kept under this key, if it still is.
    fn recall(&self, key: &str) -> Option<Vec<u8>>;
    /// Keeps a result under a key.
    fn keep(&self, key: &str, result: &[u8]);
}

/// Remembers nothing.
#[derive(Clone, Copy, Debug)]
pub struct Forgetful;

impl Memory for Forgetful {
    fn recall(&self, _: &str) -> Option<Vec<u8>> {
        None
    }

    fn keep(&self, _: &str, _: &[u8]) {}
}

/// What is made of these contents in this way: remembered, or else made now.
pub(crate) fn remembered(
    memory: &dyn Memory,
    way: &str,
    contents: &[&[u8]],
    make: impl FnOnce() -> Result<Vec<u8>>,
) -> Result<Vec<u8>> {
    let key = format!("{way} {}", hash::name(contents));
    if let Some(result) = memory.recall(&key) {
        return Ok(result);
    }
    let result = make()?;
    memory.keep(&key, &result);
    Ok(result)
}
