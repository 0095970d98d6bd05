//! Where an edition lies: a folder with `dashboard.json`, and the records of its articles.

use std::path::{Path, PathBuf};

/// The folder of the edition that is meant where none is named.
pub const DEFAULT: &str = "data";

/// The data file of an edition.
pub fn dashboard(folder: &Path) -> PathBuf {
    folder.join("dashboard.json")
}

/// The records of an edition's articles: `seeds` in its folder, else `seeds` beside it, where that is.
pub fn seeds(folder: &Path) -> PathBuf {
    let within = folder.join("seeds");
    // Beside "data" is "seeds", and not "/seeds" or "data/../seeds".
    let beside = match folder.parent() {
        Some(parent) if folder.file_name().is_some() => parent.join("seeds"),
        _ => folder.join("../seeds"),
    };
    if !within.is_dir() && beside.is_dir() { beside } else { within }
}

/// The records that go with a data file of any name: those of its folder, else those of the edition in `folder`.
pub fn seeds_of(file: &Path, folder: &Path) -> PathBuf {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    let own = seeds(parent.unwrap_or(Path::new(".")));
    if own.is_dir() { own } else { seeds(folder) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_lie_in_the_folder_of_the_edition_or_beside_it() {
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
