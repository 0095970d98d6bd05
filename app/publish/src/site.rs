//! The folder that becomes the site: files are read from it and written to it by their address.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// A folder of files, seen from its `index.html`.
pub(crate) struct Site {
    folder: PathBuf,
}

impl Site {
    pub(crate) fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    pub(crate) fn read(&self, address: &str) -> Result<Vec<u8>> {
        let path = self.path(address);
        fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
    }

    pub(crate) fn read_text(&self, address: &str) -> Result<String> {
        String::from_utf8(self.read(address)?).with_context(|| format!("{address} is not text in UTF-8"))
    }

    /// Writes a file, with the folder it lies in.
    pub(crate) fn write(&self, address: &str, content: impl AsRef<[u8]>) -> Result<()> {
        let path = self.path(address);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, content))
            .with_context(|| format!("{} cannot be written", path.display()))
    }

    pub(crate) fn remove(&self, address: &str) -> Result<()> {
        let path = self.path(address);
        fs::remove_file(&path).with_context(|| format!("{} cannot be removed", path.display()))
    }

    /// Whether there is such a file.
    pub(crate) fn has(&self, address: &str) -> bool {
        self.path(address).is_file()
    }

    /// Takes over the files of a folder of another site, as they are. What it does not have, nobody misses.
    pub(crate) fn take_over(&self, other: &Self, folder: &str) -> Result<()> {
        let theirs = other.path(folder);
        if !theirs.is_dir() {
            return Ok(());
        }
        let mut files = Vec::new();
        gather(&theirs, folder, &mut files).with_context(|| format!("{} cannot be read", theirs.display()))?;
        files.iter().try_for_each(|file| self.write(file, other.read(file)?))
    }

    /// The addresses of all files, in order.
    pub(crate) fn addresses(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        gather(&self.folder, "", &mut found).with_context(|| format!("{} cannot be read", self.folder.display()))?;
        found.sort();
        Ok(found)
    }

    fn path(&self, address: &str) -> PathBuf {
        self.folder.join(address.trim_start_matches("./"))
    }
}

fn gather(folder: &Path, prefix: &str, found: &mut Vec<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}

/// The SHA-256 of a content, in hexadecimal digits.
pub(crate) fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A name for this content: another content, another name, so that a cache may keep it for ever.
pub(crate) fn fingerprint(contents: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for content in contents {
        hash.update(content.len().to_le_bytes());
        hash.update(content);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn files_that_belong_together_get_another_name_when_either_changes() {
        let before = fingerprint(&[b"js", b"wasm"]);
        assert_eq!(before.len(), 16);
        assert_ne!(before, fingerprint(&[b"js", b"wasm 2"]));
        assert_ne!(before, fingerprint(&[b"js 2", b"wasm"]));
        assert_ne!(before, fingerprint(&[b"jsw", b"asm"]));
    }
}
