//! The page: Trunk called so that it uses our tools and asks nobody for others.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, tools, wasm};

/// The folder that Trunk writes and that a web server is given.
pub(crate) const DIST: &str = "dist";

/// Builds the release of the page.
pub(crate) fn build() -> Result<()> {
    command::run(trunk()?.args(["build", "--release"])).context("the page was not built")
}

/// Builds the release of the page unless there is one.
pub(crate) fn built() -> Result<()> {
    if Path::new(DIST).join("index.html").is_file() {
        return Ok(());
    }
    println!("There is no {DIST}/ yet: building it.");
    build()
}

/// Serves the page, built again at every edit, until it is stopped.
pub(crate) fn serve(port: u16) -> Result<()> {
    // Trunk builds first and complains afterwards; a person should not wait for that.
    TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("port {port} cannot be used; choose another with `cargo xtask serve --port N`"))?;
    let mut trunk = trunk()?;
    trunk
        .args(["serve", "--address", "127.0.0.1", "--port"])
        .arg(port.to_string())
        // Else it also lists names of this machine, under which the page may not be found.
        .arg("--disable-address-lookup");
    println!("The page will stand at http://127.0.0.1:{port}/ once it is built. Ctrl-C stops.");
    become_program(trunk)
}

fn trunk() -> Result<Command> {
    let tools = tools::ready()?;
    // Trunk is kept offline, and then so is its cargo: everything has to be here by now.
    command::run(&mut command::cargo(["fetch", "--target", wasm::TARGET, "--target", "host-tuple"]))
        .context("the dependencies could not be fetched")?;
    let mut trunk = Command::new(&tools.trunk);
    trunk.env(WASM_FLAGS, wasm_flags());
    // Either of these would silence the flags for wasm.
    trunk.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    trunk.env("PATH", path_led_by(tools.wasm_bindgen.parent())?).env("TRUNK_OFFLINE", "true");
    match env::var("NO_COLOR") {
        // Any value means no colour (https://no-color.org), but Trunk reads none but these words.
        Ok(value) if !value.is_empty() => trunk.env("NO_COLOR", "true"),
        _ => trunk.env_remove("NO_COLOR"),
    };
    Ok(trunk)
}

/// The compiler's flags for the page alone: what Trunk runs besides, natively, is built as everywhere else.
const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

fn wasm_flags() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let sources = home.and_then(|home| fs::read_dir(home.join("registry").join("src")).ok());
    let folders = sources.into_iter().flatten().flatten().map(|source| source.path());
    let given = env::var(WASM_FLAGS).ok();
    given.into_iter().chain(folders.filter_map(|folder| unnamed(&folder))).collect::<Vec<_>>().join(" ")
}

/// What keeps a folder of whoever builds out of the page, which else names it in every place it could panic at.
fn unnamed(folder: &Path) -> Option<String> {
    let flag = folder.to_str().map(|folder| format!("--remap-path-prefix={folder}=crates"));
    // Cargo divides this variable at spaces.
    let flag = flag.filter(|flag| !flag.contains(char::is_whitespace));
    if flag.is_none() {
        println!("The page will hold the name of the folder {}, since that name has a space in it.", folder.display());
    }
    flag
}

/// Trunk takes the first wasm-bindgen on the PATH, so the right one must come first.
fn path_led_by(folder: Option<&Path>) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = folder.map(Path::to_owned).into_iter().chain(env::split_paths(&path));
    env::join_paths(folders).context("the PATH cannot be written")
}

/// Whoever stops this process means the server: on Unix they become one.
#[cfg(unix)]
fn become_program(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("the server could not be started")
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<()> {
    command::run(&mut command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_folder_leads_the_path() {
        let path = path_led_by(Some(Path::new("/tools/bin"))).unwrap();
        assert_eq!(env::split_paths(&path).next(), Some("/tools/bin".into()));
    }

    #[test]
    fn the_page_does_not_name_the_folder_it_was_built_from() {
        let flag = unnamed(Path::new("/home/dara/.cargo/registry/src/index"));
        assert_eq!(flag.as_deref(), Some("--remap-path-prefix=/home/dara/.cargo/registry/src/index=crates"));
    }

    #[test]
    fn a_folder_with_a_space_in_its_name_does_not_break_the_build() {
        assert_eq!(unnamed(Path::new("/home/Sok Dara/.cargo/registry/src/index")), None);
    }
}
