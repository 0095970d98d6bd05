//! Finds programs on this machine by name and version.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;

/// The first program with one of these names on the PATH.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| candidates(name, folders_on_path()).next())
}

/// The program that an environment variable names, or else the first with one of these names on the PATH.
pub(crate) fn named(variable: &str, names: &[&str]) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).or_else(|| on_path(names))
}

/// A program with exactly this version, in `home` or else on the PATH.
pub(crate) fn of_version(name: &str, version: &str, home: &Path) -> Option<PathBuf> {
    let folders = [home.to_owned()].into_iter().chain(folders_on_path());
    candidates(name, folders).find(|program| is_version(program, version))
}

fn is_version(program: &Path, version: &str) -> bool {
    let answer = command::output(Command::new(program).arg("--version"));
    answer.is_ok_and(|text| version_in(&text) == Some(version))
}

/// The version in an output like `trunk 0.21.14` or `wasm-bindgen 0.2.100 (27c7a4d06)`.
fn version_in(answer: &str) -> Option<&str> {
    answer.lines().next()?.split_whitespace().nth(1)
}

fn candidates(name: &str, folders: impl Iterator<Item = PathBuf>) -> impl Iterator<Item = PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    folders.map(move |folder| folder.join(&file)).filter(|path| path.is_file())
}

fn folders_on_path() -> impl Iterator<Item = PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_second_word_of_the_output() {
        assert_eq!(version_in("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(version_in("wasm-bindgen 0.2.100 (27c7a4d06)\n"), Some("0.2.100"));
    }

    #[test]
    fn an_output_of_one_word_has_no_version() {
        assert_eq!(version_in(""), None);
        assert_eq!(version_in("trunk"), None);
    }

    #[test]
    fn a_program_with_another_version_is_not_used() {
        let nowhere = Path::new("no-such-folder");
        assert_eq!(of_version("cargo", "0.0.0", nowhere), None);
    }

    #[test]
    fn a_name_that_is_not_on_the_path_is_skipped() {
        let first_known = on_path(&["no-such-program", "cargo"]);
        assert!(first_known.is_some_and(|path| path.ends_with("cargo")));
    }
}
