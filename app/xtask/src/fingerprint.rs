//! What the engine is made of, as one number: the same number, the same engine, so that an edit of the data never
//! compiles anything, and a change of the code always does.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// The files and folders that the site and the programs are made of. `.github/workflows/site.yml` names the same.
const ENGINE: [&str; 7] =
    [".cargo", "Cargo.lock", "Cargo.toml", "Trunk.toml", "app", "data/dashboard.schema.json", "public"];

/// What the programs that test a site are made of besides.
const TESTS: [&str; 1] = ["tests"];

/// Editions that the engine is tried on lie among its tests. They are data, all but the crate that names them.
const EDITIONS: &str = "tests/editions";

/// The number of the engine.
pub(crate) fn of_engine() -> Result<String> {
    of(&ENGINE)
}

/// The number of the engine and its tests.
pub(crate) fn of_tests() -> Result<String> {
    of(&[&ENGINE[..], &TESTS].concat())
}

/// When something of the engine was written last: quicker to ask for, often, than its number.
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

/// The files of the engine in these parts, seen from `root`, in order.
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

/// Whether something found in the folders of the engine is a part of it: not what is only read by people, what an
/// editor leaves behind, or an edition.
fn is_engine(path: &Path, folder: bool) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let edition = folder && path.parent() == Some(Path::new(EDITIONS)) && name != "src";
    !(edition || name.ends_with(".md") || name.ends_with('~') || name.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    /// A tree with an engine and two editions in it.
    fn tree(name: &str) -> Scratch {
        let scratch = Scratch::new(name);
        scratch.write("app/web/main.rs", "fn main() {}");
        scratch.write("app/README.md", "The map");
        scratch.write("tests/editions/src/lib.rs", "//! Editions");
        scratch.write("tests/editions/least/dashboard.json", "{}");
        scratch
    }

    fn number(scratch: &Scratch) -> String {
        of_parts(scratch.path(), &["app", "tests"]).unwrap()
    }

    #[test]
    fn a_change_of_the_code_gives_another_number_and_its_undoing_the_first_again() {
        let scratch = tree("code");
        let before = number(&scratch);
        scratch.write("app/web/main.rs", "fn main() { }");
        assert_ne!(number(&scratch), before);
        scratch.write("app/web/main.rs", "fn main() {}");
        assert_eq!(number(&scratch), before);
        scratch.write("app/web/more.rs", "");
        assert_ne!(number(&scratch), before, "a new file, though nothing is in it");
    }

    #[test]
    fn an_edit_of_an_edition_or_of_a_page_for_people_leaves_the_number_as_it_is() {
        let scratch = tree("data");
        let before = number(&scratch);
        scratch.write("tests/editions/least/dashboard.json", "{ }");
        scratch.write("tests/editions/another/seeds/a.json", "{}");
        scratch.write("app/README.md", "The map, drawn anew");
        scratch.write("app/web/.main.rs.swp", "an editor's");
        scratch.write("app/web/main.rs~", "an editor's");
        assert_eq!(number(&scratch), before);
    }

    #[test]
    fn words_that_move_from_one_file_to_the_next_are_a_change() {
        let scratch = tree("moved");
        scratch.write("app/a", "xy");
        scratch.write("app/b", "z");
        let before = number(&scratch);
        scratch.write("app/a", "x");
        scratch.write("app/b", "yz");
        assert_ne!(number(&scratch), before);
    }
}
