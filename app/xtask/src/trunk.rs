//! Calls Trunk offline, with the tools of this checkout.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, tools, wasm};

/// A call of Trunk. Its tools and dependencies are fetched first.
pub(crate) fn trunk() -> Result<Command> {
    let tools = tools::ready()?;
    // Trunk and its cargo run offline, so all dependencies must be fetched before.
    command::run(&mut command::cargo(["fetch", "--quiet", "--target", wasm::TARGET, "--target", "host-tuple"]))
        .context("the dependencies could not be fetched")?;
    let mut trunk = Command::new(&tools.trunk);
    trunk.env(WASM_FLAGS, wasm_flags());
    // Cargo ignores the flags for wasm if one of these is set.
    trunk.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    trunk.env("PATH", path_starting_with(tools.wasm_bindgen.parent())?).env("TRUNK_OFFLINE", "true");
    match env::var("NO_COLOR") {
        // Any value means no colour (https://no-color.org), but Trunk accepts only `true` and `false`.
        Ok(value) if !value.is_empty() => trunk.env("NO_COLOR", "true"),
        _ => trunk.env_remove("NO_COLOR"),
    };
    Ok(trunk)
}

/// The compiler flags for wasm alone. Native code is compiled with the usual flags.
const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

fn wasm_flags() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let sources = home.and_then(|home| fs::read_dir(home.join("registry").join("src")).ok());
    let folders = sources.into_iter().flatten().flatten().map(|source| source.path());
    let given = env::var(WASM_FLAGS).ok();
    given.into_iter().chain(folders.filter_map(|folder| remap_flag(&folder))).collect::<Vec<_>>().join(" ")
}

/// The flag that keeps the path of a folder of this machine out of the wasm: the compiler writes the path of the source
/// file into every place that may panic.
fn remap_flag(folder: &Path) -> Option<String> {
    let flag = folder.to_str().map(|folder| format!("--remap-path-prefix={folder}=crates"));
    // Cargo splits this variable at spaces.
    let flag = flag.filter(|flag| !flag.contains(char::is_whitespace));
    if flag.is_none() {
        println!("The wasm will contain the path {}, since a path with spaces cannot be remapped.", folder.display());
    }
    flag
}

/// Trunk takes the first wasm-bindgen on the PATH, so the right one must come first.
fn path_starting_with(folder: Option<&Path>) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = folder.map(Path::to_owned).into_iter().chain(env::split_paths(&path));
    env::join_paths(folders).context("the PATH cannot be written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_folder_is_first_on_the_path() {
        let path = path_starting_with(Some(Path::new("/tools/bin"))).unwrap();
        assert_eq!(env::split_paths(&path).next(), Some("/tools/bin".into()));
    }

    #[test]
    fn the_wasm_does_not_contain_the_path_of_its_sources() {
        let flag = remap_flag(Path::new("/home/dara/.cargo/registry/src/index"));
        assert_eq!(flag.as_deref(), Some("--remap-path-prefix=/home/dara/.cargo/registry/src/index=crates"));
    }

    #[test]
    fn a_folder_with_a_space_in_its_name_does_not_break_the_build() {
        assert_eq!(remap_flag(Path::new("/home/Sok Dara/.cargo/registry/src/index")), None);
    }
}
