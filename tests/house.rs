//! Tests the source tree against `app/README.md`: its paths exist, crates import one another as it states, and every module
//! begins with its documentation.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use toml::{Table, Value};

/// Libraries that one crate alone may import, so that they can be replaced there.
const CONFINED: [(&str, &str); 5] =
    [("plotters", "chart"), ("plotters-backend", "chart"), ("leptos", "web"), ("gloo-net", "web"), ("web-sys", "web")];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// The manifest of each crate under `app/`, by the crate's name.
fn manifests() -> Result<Vec<(String, Table)>> {
    let mut manifests = Vec::new();
    for entry in fs::read_dir(root().join("app"))? {
        let manifest = entry?.path().join("Cargo.toml");
        if manifest.is_file() {
            let table: Table = read(&manifest)?.parse()?;
            let name = table.get("package").and_then(|package| package.get("name")).and_then(Value::as_str);
            manifests.push((name.context("a crate without a name")?.to_owned(), table));
        }
    }
    assert!(!manifests.is_empty(), "there are no crates under app/");
    Ok(manifests)
}

/// The crates under `app/`, each with all its dependencies.
fn crates() -> Result<Vec<(String, BTreeSet<String>)>> {
    Ok(manifests()?.into_iter().map(|(name, manifest)| (name, imports(&manifest))).collect())
}

fn imports(manifest: &Table) -> BTreeSet<String> {
    imports_of(manifest, &["dependencies", "dev-dependencies", "build-dependencies"])
}

/// The dependencies of these kinds in a manifest.
fn imports_of(manifest: &Table, kinds: &[&str]) -> BTreeSet<String> {
    let targets = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let tables = std::iter::once(manifest).chain(targets.filter_map(Value::as_table));
    tables
        .flat_map(|table| kinds.iter().filter_map(|kind| table.get(*kind)?.as_table()))
        .flatten()
        .map(|(name, wanted)| wanted.get("package").and_then(Value::as_str).unwrap_or(name).to_owned())
        .collect()
}

/// The document with the code map.
const MAP: &str = "app/README.md";

/// The start of the sentence with the imports. `model <- chart, web` means that chart and web import model.
const ARROWS: &str = "Imports run one way: ";

/// The imports in the map, as pairs of the importing and the imported crate.
fn arrows() -> Result<BTreeSet<(String, String)>> {
    let map = read(&root().join(MAP))?;
    let sentence = map.split_once(ARROWS).and_then(|(_, rest)| rest.split("\n\n").next());
    let drawn = sentence.with_context(|| format!("{MAP} does not contain \"{ARROWS}\""))?.split('`').skip(1).step_by(2);
    let mut arrows = BTreeSet::new();
    for chain in drawn {
        let (imported, importers) = chain.split_once("<-").with_context(|| format!("{MAP}: `{chain}` has no <-"))?;
        for importer in importers.split(',') {
            arrows.insert((importer.trim().to_owned(), imported.trim().to_owned()));
        }
    }
    assert!(!arrows.is_empty(), "{MAP} lists no imports");
    Ok(arrows)
}

#[test]
fn crates_import_one_another_as_the_map_states() -> Result<()> {
    let (drawn, crates) = (arrows()?, crates()?);
    let siblings: BTreeSet<&String> = crates.iter().map(|(name, _)| name).collect();
    let mut real = BTreeSet::new();
    for (name, imports) in &crates {
        real.extend(imports.iter().filter(|import| siblings.contains(import)).map(|import| (name, import)));
    }
    let known: BTreeSet<_> = drawn.iter().map(|(importer, imported)| (importer, imported)).collect();
    let untrue: Vec<_> = known.difference(&real).collect();
    assert!(untrue.is_empty(), "{MAP} lists imports that do not exist (importing crate, imported crate): {untrue:?}");
    let undrawn: Vec<_> = real.difference(&known).collect();
    assert!(undrawn.is_empty(), "{MAP} lacks these imports (importing crate, imported crate): {undrawn:?}");
    Ok(())
}

#[test]
fn no_crate_imports_itself_through_others() -> Result<()> {
    let drawn = arrows()?;
    for (importer, _) in &drawn {
        assert!(!leads(&drawn, importer, importer), "{MAP}: {importer} imports itself through others");
    }
    Ok(())
}

/// Whether one crate imports another, directly or indirectly.
fn leads(arrows: &BTreeSet<(String, String)>, from: &str, to: &str) -> bool {
    let mut reached = vec![from];
    let mut next = 0;
    while let Some(importer) = reached.get(next) {
        let imported = arrows.iter().filter(|(name, _)| name == importer).map(|(_, imported)| imported.as_str());
        let found: Vec<&str> = imported.collect();
        if found.contains(&to) {
            return true;
        }
        let new: Vec<&str> = found.into_iter().filter(|found| !reached.contains(found)).collect();
        reached.extend(new);
        next += 1;
    }
    false
}

#[test]
fn each_replaceable_library_is_imported_by_one_crate() -> Result<()> {
    for (name, imports) in crates()? {
        for (library, keeper) in CONFINED {
            assert!(
                name == keeper || !imports.contains(library),
                "{name} must not import {library}; only {keeper} may"
            );
        }
    }
    Ok(())
}

#[test]
fn only_tests_import_the_crate_with_the_test_editions() -> Result<()> {
    for (name, manifest) in manifests()? {
        let imports = imports_of(&manifest, &["dependencies", "build-dependencies"]);
        assert!(!imports.contains("editions"), "{name} imports editions outside its dev-dependencies");
    }
    Ok(())
}

/// The one file with tests of the published edition.
const OF_THE_EDITION: &str = "tests/edition.rs";

/// Code that would read the published edition.
const WAYS: [&str; 6] = [
    "../data/dashboard.json",
    "../seeds/",
    "join(\"../data\")",
    "join(\"../seeds\")",
    "root().join(\"data",
    "root().join(\"seeds",
];

#[test]
fn no_test_of_the_code_reads_the_edition_that_is_published() -> Result<()> {
    let mut modules = Vec::new();
    gather(&root().join("app"), &mut modules)?;
    gather(&root().join("tests"), &mut modules)?;
    let published = root().join(OF_THE_EDITION);
    assert!(modules.contains(&published), "{OF_THE_EDITION} does not exist");
    for module in modules.iter().filter(|module| **module != published && !module.ends_with("house.rs")) {
        let text = read(module)?;
        // The code of a crate may contain these paths; its tests must not.
        let mut folders = module.strip_prefix(root())?.components();
        let tests = folders.any(|part| part.as_os_str() == "tests");
        let tested = if tests { Some(text.as_str()) } else { text.split_once("#[cfg(test)]").map(|(_, tests)| tests) };
        for way in WAYS {
            let reads = tested.is_some_and(|tests| tests.contains(way));
            assert!(!reads, "{} reads {way}: an edit of the data could break this test", module.display());
        }
    }
    Ok(())
}

#[test]
fn every_path_on_the_map_exists() -> Result<()> {
    let map = read(&root().join(MAP))?;
    let paths: Vec<_> = map.split('`').skip(1).step_by(2).filter(|words| is_path(words)).collect();
    assert!(!paths.is_empty(), "{MAP} names no path");
    for path in paths {
        let there = [root().join(path), root().join("app").join(path)].iter().any(|place| place.exists());
        assert!(there, "{MAP} names `{path}`, which does not exist");
    }
    Ok(())
}

/// Whether a text in backticks is the path of a source file or folder, and not of a built one, or a pattern.
fn is_path(words: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
    let built = ["dist/", "target/", "/"].iter().any(|start| words.starts_with(start));
    words.contains('/') && words.chars().all(plain) && !built
}

#[test]
fn every_module_begins_with_its_documentation() -> Result<()> {
    let mut modules = Vec::new();
    gather(&root().join("app"), &mut modules)?;
    gather(&root().join("tests"), &mut modules)?;
    assert!(modules.len() > 1, "there are no modules");
    for module in modules {
        assert!(read(&module)?.starts_with("//! "), "{} does not begin with //!", module.display());
    }
    Ok(())
}

fn gather(folder: &Path, modules: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("target") {
            gather(&path, modules)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            modules.push(path);
        }
    }
    Ok(())
}
