//! Reads the version of a dependency from Cargo.lock.

use std::fs;

use anyhow::{Context, Result};

const FILE: &str = "Cargo.lock";

/// The locked version of a package.
pub(crate) fn version_of(package: &str) -> Result<String> {
    let text = fs::read_to_string(FILE).with_context(|| format!("{FILE} cannot be read"))?;
    let lock = text.parse().with_context(|| format!("{FILE} is not TOML"))?;
    find(&lock, package).with_context(|| format!("{FILE} has no package {package}; run `cargo update --workspace`"))
}

fn find(lock: &toml::Table, package: &str) -> Option<String> {
    let packages = lock.get("package")?.as_array()?;
    let entry = packages.iter().find(|entry| text(entry, "name") == Some(package))?;
    text(entry, "version").map(str::to_owned)
}

fn text<'a>(entry: &'a toml::Value, key: &str) -> Option<&'a str> {
    entry.get(key)?.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
        version = 4

        [[package]]
        name = "wasm-bindgen-shared"
        version = "0.2.99"

        [[package]]
        name = "wasm-bindgen"
        version = "0.2.100"
        dependencies = ["wasm-bindgen-shared"]
    "#;

    #[test]
    fn a_package_is_found_by_its_whole_name() {
        let lock = LOCK.parse().unwrap();
        assert_eq!(find(&lock, "wasm-bindgen").as_deref(), Some("0.2.100"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_no_version() {
        assert_eq!(find(&LOCK.parse().unwrap(), "leptos"), None);
        assert_eq!(find(&toml::Table::new(), "leptos"), None);
    }
}
