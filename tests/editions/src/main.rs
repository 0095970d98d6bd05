//! Writes a generated edition into a folder: `cargo run -p editions -- FIGURES DIR [--wrong QUOTES]`.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result, bail};

const USAGE: &str = "usage: editions FIGURES DIR [--wrong QUOTES]
writes DIR/dashboard.json with FIGURES figures; QUOTES of their quotes contradict their values";

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (figures, folder, wrong) = match words.as_slice() {
        [figures, folder] => (*figures, *folder, "0"),
        [figures, folder, "--wrong", wrong] => (*figures, *folder, *wrong),
        _ => bail!("{USAGE}"),
    };
    let number = |words: &str| words.parse::<usize>().with_context(|| format!("\"{words}\" is not a number; {USAGE}"));
    let text = editions::with_wrong(number(figures)?, number(wrong)?);
    let folder = Path::new(folder);
    // An edition needs a folder for the records of its articles. It is empty, since these articles have no texts.
    fs::create_dir_all(folder.join("seeds")).with_context(|| format!("{} cannot be made", folder.display()))?;
    let file = folder.join("dashboard.json");
    fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}
