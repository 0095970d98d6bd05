//! The press: writes the static side of the site, so that everything on it can be read before, and without, any
//! script, and taken away in other people's formats.
//!
//! Trunk runs it when it has built the program (`post_build` in `Trunk.toml`), in the folder that becomes `dist/`.
//!
//! | variable | says |
//! | --- | --- |
//! | `TRUNK_STAGING_DIR` | the folder |
//! | `TRUNK_DIST_DIR` | where the site of the last build lies, whose frozen excerpts are kept |
//! | `TRUNK_PROFILE` | `release`, or else a draft, which `trunk serve` shows: no policy, no compressed copies |
//! | `FOOTNOTED_URL` | where the site will stand, for citations and previews; they do without when it is not known |

mod card;
mod cite;
mod excerpts;
mod leaf;
mod outlets;
mod packed;
mod picture;
mod policy;
mod poster;
mod press;
mod preview;
mod script;
mod share;
mod shell;
mod site;
mod snippet;
mod standalone;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::press::Press;
use crate::site::Site;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nThe press stopped: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder.context("TRUNK_STAGING_DIR is not set: Trunk runs this program (`cargo xtask build`)")?;
    let draft = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile != "release");
    let last = env::var_os("TRUNK_DIST_DIR").map(|folder| Site::at(PathBuf::from(folder)));
    Press { site: Site::at(folder), last, draft, address: address()? }.run()
}

/// Where the site will stand, with a slash at its end.
fn address() -> Result<Option<String>> {
    let Some(address) = env::var("FOOTNOTED_URL").ok().filter(|address| !address.is_empty()) else { return Ok(None) };
    if !(address.starts_with("https://") || address.starts_with("http://")) || address.contains(['?', '#', ' ', '"']) {
        bail!(
            "FOOTNOTED_URL is \"{address}\", but has to be the address of a folder, such as https://example.org/scams/"
        );
    }
    Ok(Some(format!("{}/", address.trim_end_matches('/'))))
}
