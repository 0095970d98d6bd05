//! Calls the press, which makes the site of an edition from the engine and the data.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::edition::Edition;
use crate::engine::{self, Profile};
use crate::programs::{self, Program};

/// The default folder of the site, ready to be copied to a web server.
pub(crate) const DIST: &str = "dist";

/// The statistics that the press prints in its last line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pressed {
    pub(crate) figures: u64,
    pub(crate) files: u64,
    /// The number of files without the compressed copies.
    pub(crate) own_files: u64,
    pub(crate) bytes: u64,
    pub(crate) seconds: f64,
    /// The peak memory, in megabytes.
    pub(crate) memory: f64,
}

/// Builds the engine if necessary, and then the site of an edition.
pub(crate) fn build(edition: &Edition, out: &Path) -> Result<Pressed> {
    let template = engine::ready(Profile::Release)?;
    programs::ready(&[Program::Publish])?;
    press(&mut call(&template, edition, out))
}

/// A call of the press. The engine and the press must be compiled.
pub(crate) fn call(template: &Path, edition: &Edition, out: &Path) -> Command {
    let mut press = Program::Publish.call();
    press.arg("--template").arg(template).arg("--data").arg(edition.folder()).arg("--out").arg(out);
    // The address of the site, for citations and link previews. It may be unknown.
    if let Some(address) = env::var_os("FOOTNOTED_URL").filter(|address| !address.is_empty()) {
        press.arg("--address").arg(address);
    }
    press
}

/// Runs a call, passes its output on, and reads the last line of it.
pub(crate) fn press(call: &mut Command) -> Result<Pressed> {
    let mut press = call.stdout(Stdio::piped()).spawn().context("the press could not be started")?;
    let mut last = String::new();
    for line in press.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
        last = line.context("the output of the press cannot be read")?;
        println!("{last}");
    }
    let status = press.wait().context("the press cannot be waited for")?;
    ensure!(status.success(), "the site was not written");
    read(&last).with_context(|| format!("the last line of the press has no statistics: {last}"))
}

/// Reads `pressed F figures: N files (M without compressed copies), B bytes, S seconds, P MB at most`.
fn read(line: &str) -> Option<Pressed> {
    let words = line.strip_prefix("pressed ")?.split([' ', '(']);
    let mut numbers = words.filter_map(|word| word.parse::<f64>().ok());
    let mut whole = || Some(numbers.next()? as u64);
    let (figures, files, own_files, bytes) = (whole()?, whole()?, whole()?, whole()?);
    Some(Pressed { figures, files, own_files, bytes, seconds: numbers.next()?, memory: numbers.next()? })
}

/// The folder of the site of this repository's edition. The site is built if it is missing.
pub(crate) fn built() -> Result<PathBuf> {
    let dist = PathBuf::from(DIST);
    if !dist.join("index.html").is_file() {
        println!("{DIST}/ does not exist yet: building it.");
        build(&Edition::of(None)?, &dist)?;
    }
    Ok(dist)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_statistics_of_the_press_are_read() {
        let line =
            "pressed 31 figures: 906 files (312 without compressed copies), 4210234 bytes, 2.5 seconds, 88 MB at most";
        let pressed = Pressed { figures: 31, files: 906, own_files: 312, bytes: 4_210_234, seconds: 2.5, memory: 88.0 };
        assert_eq!(read(line), Some(pressed));
        assert_eq!(read("done"), None);
    }
}
