//! The paths of an edition: its folder, `dashboard.json`, and the records of its articles.

use std::path::{Path, PathBuf};

/// The default folder of the edition.
pub const DEFAULT: &str = "data";

/// The data file of an edition.
pub fn dashboard(folder: &Path) -> PathBuf {
    folder.join("dashboard.json")
}

/// The folder of records: `seeds` in the edition's folder, else `seeds` beside it if that exists.
pub fn seeds(folder: &Path) -> PathBuf {
    let within = folder.join("seeds");
    // The path beside "data" is "seeds", not "/seeds" or "data/../seeds".
    let beside = match folder.parent() {
        Some(parent) if folder.file_name().is_some() => parent.join("seeds"),
        _ => folder.join("../seeds"),
    };
    if !within.is_dir() && beside.is_dir() { beside } else { within }
}

/// The folder of records for a data file of any name: that of its folder, else that of the edition in `folder`.
pub fn seeds_of(file: &Path, folder: &Path) -> PathBuf {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    let own = seeds(parent.unwrap_or(Path::new(".")));
    if own.is_dir() { own } else { seeds(folder) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_in_the_folder_of_the_edition_or_beside_it() {
        let home = std::env::temp_dir().join(format!("footnoted-edition-{}", std::process::id()));
        let (one, other) = (home.join("one"), home.join("other"));
        for folder in [&one, &other.join("seeds")] {
            std::fs::create_dir_all(folder).unwrap();
        }
        assert_eq!(seeds(&one), one.join("seeds"));
        assert_eq!(seeds_of(&one.join("old.json"), &other), other.join("seeds"));
        std::fs::create_dir(home.join("seeds")).unwrap();
        assert_eq!(seeds(&one), home.join("seeds"));
        assert_eq!(seeds(&other), other.join("seeds"));
        assert_eq!(seeds_of(&one.join("old.json"), &other), home.join("seeds"));
        std::fs::remove_dir_all(&home).unwrap();
    }
}
