//! Finds or installs the wasm target of the Rust toolchain, which compiles for browsers.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{command, program};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the wasm target with rustup if it is missing.
pub(crate) fn ready() -> Result<()> {
    if is_installed()? {
        return Ok(());
    }
    let Some(rustup) = program::on_path(&["rustup"]) else {
        bail!(
            "the Rust standard library for browsers ({TARGET}) is missing, and there is no rustup \
             to add it. Install Rust with rustup (https://rustup.rs), or your system's package of \
             that target (Debian: libstd-rust-dev-wasm32)"
        );
    };
    println!("Adding the {TARGET} target to the Rust toolchain: the page is compiled for it.");
    command::run(Command::new(rustup).args(["target", "add", TARGET]))
        .with_context(|| format!("the {TARGET} target could not be added"))
}

/// Looks in the sysroot of the compiler, which works for toolchains of rustup and of distributions.
fn is_installed() -> Result<bool> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = command::output(Command::new(rustc).args(["--print", "sysroot"]))?;
    Ok(Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir())
}
