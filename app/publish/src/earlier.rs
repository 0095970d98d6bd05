//! The site published earlier, as far as the press reads it.

use crate::files::Files;

/// A site published earlier, or a folder with its frozen files.
pub trait Earlier: Sync {
    /// The content of a file by its address, such as `v/editions.json`.
    fn read(&self, address: &str) -> Option<Vec<u8>>;

    /// Whether there is such a file.
    fn has(&self, address: &str) -> bool {
        self.read(address).is_some()
    }
}

impl Earlier for Files {
    fn read(&self, address: &str) -> Option<Vec<u8>> {
        self.get(address).map(<[u8]>::to_vec)
    }

    fn has(&self, address: &str) -> bool {
        self.get(address).is_some()
    }
}
