//! The files of each crate: what one imports does not lead back to it, by whatever way. Then each can be read, tested and
//! replaced with those below it alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Result;

/// The steps of a path such as `crate::json::Node`, from the root of its crate.
type Steps = Vec<String>;

/// The files of a crate, by the steps to the module that each is; the root has none.
#[derive(Default)]
struct Files {
    texts: BTreeMap<Steps, String>,
}

#[test]
fn no_file_is_imported_by_what_it_imports() -> Result<()> {
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
                // A program with a folder of its own is another crate.
                if !(steps.is_empty() && name == "bin") {
                    inner.push(name);
                    self.gather(&path, &inner)?;
                }
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                // A crate that is a library and a program has two roots; the one names nothing of the other.
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

    /// The files that import one another in a circle, if some do.
    fn circle(&self) -> Option<Vec<String>> {
        // What imports nothing that is left is taken away, until nothing is, or a circle.
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
        // Each file that is left imports another: whoever follows these comes back at last.
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

    /// The files that a file imports from, itself excepted.
    fn imports(&self, file: &Steps) -> BTreeSet<Steps> {
        let paths = self.texts.get(file).map(|text| paths(text)).unwrap_or_default();
        let found = paths.iter().filter_map(|path| self.named(file, path));
        found.map(|steps| self.home(steps)).filter(|home| home != file).collect()
    }

    /// Where a path that is written in a file begins at the root; nothing if it leads into another crate.
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
            // A module of the file's own, such as `kind::draw` in the file that declares `mod kind`.
            _ => {
                let own = steps.iter().chain([first]).cloned().collect::<Steps>();
                self.texts.contains_key(&own).then_some(())?;
            }
        }
        steps.extend(rest.iter().cloned());
        Some(steps)
    }

    /// The file in which what these steps lead to is written down: not where it is only handed on by a `use`.
    fn home(&self, steps: Steps) -> Steps {
        let mut module = steps.len();
        while module > 0 && !steps.get(..module).is_some_and(|steps| self.texts.contains_key(steps)) {
            module -= 1;
        }
        let (module, rest) = steps.split_at(module);
        let module = module.to_vec();
        let handed_on = rest.first().and_then(|name| {
            let text = self.texts.get(&module)?;
            let path = uses(text).into_iter().find(|path| path.len() > 1 && path.last() == Some(name))?;
            self.named(&module, &path).filter(|found| *found != steps)
        });
        handed_on.map_or(module, |found| self.home(found))
    }
}

/// The text of a file without its comments and without its tests.
fn bare(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text);
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Every path that is imported or named in a text, of two steps or more.
fn paths(text: &str) -> Vec<Steps> {
    let mut found = uses(text);
    let is_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    for word in text.split(|letter| !is_path(letter)).filter(|word| word.contains("::")) {
        // What ends in `::` opens a group, and is read with it.
        if !word.ends_with("::") {
            found.push(word.split("::").map(str::to_owned).collect());
        }
    }
    found
}

/// What is imported by the `use` of a text, each thing with its whole path.
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

/// `json::{self, Form}` as `json` and `json::Form`.
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

/// Files of these modules with these texts.
fn files(texts: &[(&str, &str)]) -> Files {
    let steps = |path: &str| path.split("::").filter(|step| !step.is_empty()).map(str::to_owned).collect();
    Files { texts: texts.iter().map(|(path, text)| (steps(path), bare(text))).collect() }
}

#[test]
fn a_circle_is_found_however_it_is_imported() {
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
fn what_is_only_handed_on_is_imported_from_where_it_is() {
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
fn a_module_that_uses_what_the_file_above_it_writes_is_a_circle_with_it() {
    let found = files(&[("a", "mod b;\nfn f() { b::g() }\nfn h() {}"), ("a::b", "fn g() { super::h() }")]).circle();
    assert_eq!(found.map(|circle| circle.len()), Some(3));
}
