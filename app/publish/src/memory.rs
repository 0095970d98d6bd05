//! The memory of the press: slow results by the hash of their inputs, from one run to the next. An edit of one figure costs
//! only what it changes, and a run with memory makes the same bytes as one without.

use anyhow::Result;

use crate::hash;

/// A memory. A result may only be used by the press that kept it, or one built from the same code.
pub trait Memory: Sync {
    /// The result of this key, if it is kept.
    fn recall(&self, key: &str) -> Option<Vec<u8>>;
    /// Keeps a result under a key.
    fn keep(&self, key: &str, result: &[u8]);
}

/// A memory that keeps nothing.
#[derive(Clone, Copy, Debug)]
pub struct Forgetful;

impl Memory for Forgetful {
    fn recall(&self, _: &str) -> Option<Vec<u8>> {
        None
    }

    fn keep(&self, _: &str, _: &[u8]) {}
}

/// The result for these inputs: kept, or else made now.
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
