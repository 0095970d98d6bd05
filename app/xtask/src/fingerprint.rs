//! The fingerprint of the engine: a hash of its source files. The engine is compiled again only when the fingerprint
//! changes, so an edit of the data compiles nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// The source files and folders of the site and the programs. `.github/workflows/site.yml` has the same list.
const ENGINE: [&str; 7] =
    [".cargo", "Cargo.lock", "Cargo.toml", "Trunk.toml", "app", "data/dashboard.schema.json", "public"];

/// The further sources of the programs that test a site.
const TESTS: [&str; 1] = ["tests"];

/// The folder with the editions for tests. All of it is data except the crate in `src`.
const EDITIONS: &str = "tests/editions";

/// The fingerprint of the engine.
pub(crate) fn of_engine() -> Result<String> {
    of(&ENGINE)
}

/// The fingerprint of the engine and its tests.
pub(crate) fn of_tests() -> Result<String> {
    of(&[&ENGINE[..], &TESTS].concat())
}

/// When a source file of the engine was last modified. This is faster to find than the fingerprint.
pub(crate) fn last_change() -> Result<Option<SystemTime>> {
    let files = files(Path::new(""), &ENGINE)?;
    Ok(files.iter().filter_map(|file| fs::metadata(file).ok()?.modified().ok()).max())
}

fn of(parts: &[&str]) -> Result<String> {
    of_parts(Path::new(""), parts)
}

fn of_parts(root: &Path, parts: &[&str]) -> Result<String> {
    let mut hash = Sha256::new();
    for path in files(root, parts)? {
        let content = fs::read(root.join(&path)).with_context(|| format!("{} cannot be read", path.display()))?;
        for part in [path.to_string_lossy().replace('\\', "/").as_bytes(), &content] {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
    }
    Ok(hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect())
}

/// The source files in these files and folders, relative to `root`, sorted.
fn files(root: &Path, parts: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for part in parts {
        gather(root, Path::new(part), &mut found).with_context(|| format!("{part} cannot be read"))?;
    }
    found.sort();
    Ok(found)
}

fn gather(root: &Path, path: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    if !root.join(path).is_dir() {
        found.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(root.join(path))? {
        let entry = entry?;
        let path = path.join(entry.file_name());
        if is_engine(&path, entry.file_type()?.is_dir()) {
            gather(root, &path, found)?;
        }
    }
    Ok(())
}

/// Whether an entry of a source folder belongs to the engine: documentation, backups of editors, hidden files and the
/// data of editions do not.
fn is_engine(path: &Path, folder: bool) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let edition = folder && path.parent() == Some(Path::new(EDITIONS)) && name != "src";
    !(edition || name.ends_with(".md") || name.ends_with('~') || name.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    /// A source tree with an edition in it.
    fn tree(name: &str) -> Scratch {
        let scratch = Scratch::new(name);
        scratch.write("app/web/main.rs", "fn main() {}");
        scratch.write("app/README.md", "The map");
        scratch.write("tests/editions/src/lib.rs", "//! Editions");
        scratch.write("tests/editions/least/dashboard.json", "{}");
        scratch
    }

    fn fingerprint(scratch: &Scratch) -> String {
        of_parts(scratch.path(), &["app", "tests"]).unwrap()
    }

    #[test]
    fn the_fingerprint_follows_the_content_of_the_code() {
        let scratch = tree("code");
        let before = fingerprint(&scratch);
        scratch.write("app/web/main.rs", "fn main() { }");
        assert_ne!(fingerprint(&scratch), before);
        scratch.write("app/web/main.rs", "fn main() {}");
        assert_eq!(fingerprint(&scratch), before);
        scratch.write("app/web/more.rs", "");
        assert_ne!(fingerprint(&scratch), before, "a new, empty file");
    }

    #[test]
    fn data_documentation_and_backup_files_do_not_change_the_fingerprint() {
        let scratch = tree("data");
        let before = fingerprint(&scratch);
        scratch.write("tests/editions/least/dashboard.json", "{ }");
        scratch.write("tests/editions/another/seeds/a.json", "{}");
        scratch.write("app/README.md", "The map, drawn anew");
        scratch.write("app/web/.main.rs.swp", "an editor's");
        scratch.write("app/web/main.rs~", "an editor's");
        assert_eq!(fingerprint(&scratch), before);
    }

    #[test]
    fn text_that_moves_from_one_file_to_another_changes_the_fingerprint() {
        let scratch = tree("moved");
        scratch.write("app/a", "xy");
        scratch.write("app/b", "z");
        let before = fingerprint(&scratch);
        scratch.write("app/a", "x");
        scratch.write("app/b", "yz");
        assert_ne!(fingerprint(&scratch), before);
    }
}
