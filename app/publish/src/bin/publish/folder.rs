//! A site as a folder: reads its files, and writes only those that differ.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use publish::{DATA, Earlier, FROZEN, Files};

/// A site published earlier, in a folder. Unreadable files count as missing.
pub(crate) struct Published<'a>(pub(crate) &'a Path);

impl Earlier for Published<'_> {
    fn read(&self, address: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(address)).ok()
    }

    fn has(&self, address: &str) -> bool {
        self.0.join(address).is_file()
    }
}

/// All files of a folder.
pub(crate) fn read(folder: &Path) -> Result<Files> {
    let addresses = addresses(folder)?;
    addresses.into_iter().map(|address| Ok((address.clone(), content(&folder.join(address))?))).collect()
}

/// Makes a folder the site of these files, with all frozen files of the site published earlier.
pub(crate) fn write(folder: &Path, files: &Files, earlier: Option<&Path>) -> Result<()> {
    let there = if folder.exists() { addresses(folder)? } else { BTreeSet::new() };
    let others = there.iter().filter(|address| !address.starts_with(FROZEN)).count();
    if others > 0 && !(there.contains("index.html") && there.contains(DATA)) {
        bail!(
            "{} holds files that are no site made by this command; name an empty folder or one that it made (--out)",
            folder.display()
        );
    }
    for (address, content) in files.iter() {
        put(&folder.join(address), content)?;
    }
    if let Some(earlier) = earlier.filter(|earlier| earlier.join(FROZEN).is_dir()) {
        for address in addresses(earlier)?.iter().filter(|address| address.starts_with(FROZEN)) {
            if files.get(address).is_none() {
                put(&folder.join(address), &content(&earlier.join(address))?)?;
            }
        }
    }
    for gone in there.iter().filter(|address| !address.starts_with(FROZEN) && files.get(address).is_none()) {
        let path = folder.join(gone);
        fs::remove_file(&path).with_context(|| format!("{} cannot be removed", path.display()))?;
        // A folder whose only file was removed is removed too; one that is not empty stays.
        for parent in path.ancestors().skip(1).take_while(|parent| *parent != folder) {
            if fs::remove_dir(parent).is_err() {
                break;
            }
        }
    }
    Ok(())
}

/// Writes a file, with its folder, unless it has this content already.
fn put(path: &Path, content: &[u8]) -> Result<()> {
    let length = fs::metadata(path).map(|found| found.len());
    if length.is_ok_and(|length| length == content.len() as u64) && fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(path, content))
        .with_context(|| format!("{} cannot be written", path.display()))
}

fn content(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// The addresses of all files of a folder.
fn addresses(folder: &Path) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        for entry in entries {
            let entry = entry.with_context(|| format!("{} cannot be read", folder.display()))?;
            let address = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push((entry.path(), address + "/"));
            } else {
                found.insert(address);
            }
        }
    }
    Ok(found)
}
