//! Tests that no file of a crate imports itself through others. Then each file can be read, tested and replaced together
//! with only the files that it imports.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Result;

/// The segments of a path such as `crate::json::Node`, after the name of the crate.
type Steps = Vec<String>;

/// The texts of the files of a crate, by the path of the module. The path of the root is empty.
#[derive(Default)]
struct Files {
    texts: BTreeMap<Steps, String>,
}

#[test]
fn no_files_import_one_another_in_a_circle() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut seen = 0;
    for entry in fs::read_dir(root.join("app"))? {
        let source = entry?.path().join("src");
        if source.is_dir() {
            let files = Files::read(&source)?;
            seen += files.texts.len();
            let circle = files.circle();
            assert!(circle.is_none(), "in {} these files import one another in a circle: {circle:?}", source.display());
        }
    }
    assert!(seen > 100, "only {seen} files were found");
    Ok(())
}

impl Files {
    fn read(source: &Path) -> Result<Self> {
        let mut files = Self::default();
        files.gather(source, &[])?;
        Ok(files)
    }

    fn gather(&mut self, folder: &Path, steps: &[String]) -> Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let mut inner = steps.to_vec();
            if path.is_dir() {
                // A program in src/bin is another crate.
                if !(steps.is_empty() && name == "bin") {
                    inner.push(name);
                    self.gather(&path, &inner)?;
                }
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                // If a package has a library and a program, only the library is read: main.rs is the root of another crate.
                if name == "main" && folder.join("lib.rs").is_file() {
                    continue;
                }
                if !["mod", "lib", "main"].contains(&name.as_str()) {
                    inner.push(name);
                }
                self.texts.insert(inner, bare(&fs::read_to_string(&path)?));
            }
        }
        Ok(())
    }

    /// A circle of files that import one another, if there is one.
    fn circle(&self) -> Option<Vec<String>> {
        // Remove files that import none of the remaining ones, until no file or only circles and their importers remain.
        let mut left: BTreeMap<&Steps, BTreeSet<Steps>> =
            self.texts.keys().map(|file| (file, self.imports(file))).collect();
        loop {
            let files: BTreeSet<Steps> = left.keys().map(|file| (*file).clone()).collect();
            let before = left.len();
            left.retain(|_, imports| !imports.is_disjoint(&files));
            if left.is_empty() {
                return None;
            }
            if left.len() == before {
                break;
            }
        }
        // Each remaining file imports another one, so following the imports leads into a circle.
        let mut way: Vec<&Steps> = vec![left.keys().next()?];
        loop {
            let next: &Steps = left.get(way.last()?)?.iter().find_map(|import| left.get_key_value(import))?.0;
            if let Some(start) = way.iter().position(|file| *file == next) {
                way.push(next);
                return Some(way.split_off(start).iter().map(|file| format!("crate::{}", file.join("::"))).collect());
            }
            way.push(next);
        }
    }

    /// The files that a file imports from, without itself.
    fn imports(&self, file: &Steps) -> BTreeSet<Steps> {
        let paths = self.texts.get(file).map(|text| paths(text)).unwrap_or_default();
        let found = paths.iter().filter_map(|path| self.named(file, path));
        found.map(|steps| self.home(steps)).filter(|home| home != file).collect()
    }

    /// A path in a file as a path from the root of the crate; none if it leads into another crate.
    fn named(&self, file: &Steps, path: &[String]) -> Option<Steps> {
        let first = path.first()?;
        if first == "crate" {
            return Some(path.get(1..)?.to_vec());
        }
        let mut steps = file.clone();
        let mut rest = path;
        match first.as_str() {
            "self" => rest = rest.get(1..)?,
            "super" => {
                while let Some((_, behind)) = rest.split_first().filter(|(step, _)| *step == "super") {
                    steps.pop()?;
                    rest = behind;
                }
            }
            // A child module, such as `kind::draw` in the file that declares `mod kind`.
            _ => {
                let own = steps.iter().chain([first]).cloned().collect::<Steps>();
                self.texts.contains_key(&own).then_some(())?;
            }
        }
        steps.extend(rest.iter().cloned());
        Some(steps)
    }

    /// The file that defines the item with this path, and not one that only re-exports it.
    fn home(&self, steps: Steps) -> Steps {
        let mut module = steps.len();
        while module > 0 && !steps.get(..module).is_some_and(|steps| self.texts.contains_key(steps)) {
            module -= 1;
        }
        let (module, rest) = steps.split_at(module);
        let module = module.to_vec();
        let re_exported = rest.first().and_then(|name| {
            let text = self.texts.get(&module)?;
            let path = uses(text).into_iter().find(|path| path.len() > 1 && path.last() == Some(name))?;
            self.named(&module, &path).filter(|found| *found != steps)
        });
        re_exported.map_or(module, |found| self.home(found))
    }
}

/// The text of a file without its comments and without its tests.
fn bare(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text);
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// All paths of two or more segments that a text imports or names.
fn paths(text: &str) -> Vec<Steps> {
    let mut found = uses(text);
    let is_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    for word in text.split(|letter| !is_path(letter)).filter(|word| word.contains("::")) {
        // A word that ends in `::` begins a group, which `uses` has read.
        if !word.ends_with("::") {
            found.push(word.split("::").map(str::to_owned).collect());
        }
    }
    found
}

/// The full paths of all items that the `use` declarations of a text import.
fn uses(text: &str) -> Vec<Steps> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("use ") {
        let begins = text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(['\n', ' ', ')']));
        if let Some((tree, _)) = text.get(at + 4..).and_then(|rest| rest.split_once(';')).filter(|_| begins) {
            unfold(&[], tree.trim(), &mut found);
        }
    }
    found
}

/// Expands a tree: `json::{self, Form}` becomes `json` and `json::Form`.
fn unfold(before: &[String], tree: &str, found: &mut Vec<Steps>) {
    let (path, inner) = tree.split_once('{').map_or((tree, None), |(path, inner)| (path, Some(inner)));
    let named = path.split(" as ").next().unwrap_or(path);
    let steps = named.split("::").map(str::trim).filter(|step| !step.is_empty());
    let mut steps: Steps = before.iter().cloned().chain(steps.map(str::to_owned)).collect();
    let Some(inner) = inner.and_then(|inner| inner.trim_end().strip_suffix('}')) else {
        if steps.last().is_some_and(|step| step == "self") && steps.len() > 1 {
            steps.pop();
        }
        return found.push(steps);
    };
    let mut depth = 0;
    let parts = inner.split(|letter| {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        letter == ',' && depth == 0
    });
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        unfold(&steps, part, found);
    }
}

/// Files with these paths and texts.
fn files(texts: &[(&str, &str)]) -> Files {
    let steps = |path: &str| path.split("::").filter(|step| !step.is_empty()).map(str::to_owned).collect();
    Files { texts: texts.iter().map(|(path, text)| (steps(path), bare(text))).collect() }
}

#[test]
fn a_circle_is_found_for_every_form_of_import() {
    for back in ["use crate::a::A;", "use super::{c, a::{self, A}};", "fn f() -> crate::a::A {}", "use crate::A;"] {
        let found = files(&[
            ("", "mod a;\nmod b;\npub use a::A;"),
            ("a", "use crate::b::B;\n"),
            ("b", "use crate::c::C;\n"),
            ("c", &format!("use std::fmt;\n{back}\n")),
        ])
        .circle();
        assert_eq!(found.map(|circle| circle.len()), Some(4), "{back}");
    }
}

#[test]
fn a_re_exported_item_counts_for_the_file_that_defines_it() {
    let found = files(&[
        ("", "mod a;\nmod b;"),
        ("a", "mod inner;\nmod outer;\npub(crate) use inner::Inner;\nfn f() { outer::f() }"),
        ("a::inner", "use std::fmt;"),
        ("a::outer", "use super::Inner;"),
        ("b", "//! Of crate::a::outer.\nuse crate::a;\n#[cfg(test)]\nmod tests { use crate::b; }"),
    ])
    .circle();
    assert_eq!(found, None);
}

#[test]
fn a_parent_and_a_child_that_import_each_other_are_a_circle() {
    let found = files(&[("a", "mod b;\nfn f() { b::g() }\nfn h() {}"), ("a::b", "fn g() { super::h() }")]).circle();
    assert_eq!(found.map(|circle| circle.len()), Some(3));
}
