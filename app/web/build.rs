//! How the program is linked for browsers.

use std::env;

/// Bytes of stack. A page has use for little of them, and a phone keeps every byte: the linker's own choice is 1 MiB.
/// The deepest recursion is that of reading JSON, which stops at 128 levels.
const STACK: u32 = 128 * 1024;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|architecture| architecture == "wasm32") {
        println!("cargo::rustc-link-arg-bins=-zstack-size={STACK}");
    }
}
