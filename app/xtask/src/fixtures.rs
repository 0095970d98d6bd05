//! The editions for tests, and their sites: those in tests/editions and two generated ones. The sites are built in
//! target/editions.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::edition::Edition;
use crate::engine::{self, Profile};
use crate::programs::{self, Program};
use crate::{command, press};

/// The folder with the editions.
const HOME: &str = "tests/editions";

/// The folder with the sites of all editions except the published one.
const SITES: &str = "target/editions";

/// The edition that the browser tests are written for: a copy of a published one.
pub(crate) const MAIN: &str = "cambodia";

/// The edition with texts in many scripts and words that are longer than a line.
pub(crate) const LETTERS: &str = "letters";

/// The number of figures in each generated edition. The size limit of a page grows with the data; these two test that.
const GENERATED: [usize; 2] = [30, 300];

/// An edition with its site.
pub(crate) struct Fixture {
    pub(crate) name: String,
    pub(crate) edition: Edition,
    pub(crate) site: PathBuf,
}

impl Fixture {
    /// The generated editions among these, the smallest first.
    pub(crate) fn generated(fixtures: &[Self]) -> Vec<&Self> {
        let folders = GENERATED.map(folder);
        folders.iter().filter_map(|folder| fixtures.iter().find(|fixture| fixture.edition.folder() == folder)).collect()
    }
}

/// The output folder for the site of an edition with this name.
pub(crate) fn site(name: &str) -> PathBuf {
    Path::new(SITES).join(name).join(press::DIST)
}

/// Builds the sites of all editions.
pub(crate) fn build() -> Result<()> {
    programs::ready(&[Program::Publish, Program::Editions, Program::Smoke, Program::Curate])?;
    let template = engine::ready(Profile::Release)?;
    for Fixture { name, edition, site } in fixtures()? {
        println!("{name}:");
        press::press(&mut press::call(&template, &edition, &site))?;
    }
    Ok(())
}

/// All editions. Their sites are built if one is missing.
pub(crate) fn built() -> Result<Vec<Fixture>> {
    let missing = |fixtures: &[Fixture]| fixtures.iter().any(|fixture| !fixture.site.join("index.html").is_file());
    programs::ready(&[Program::Editions])?;
    let fixtures = fixtures()?;
    if missing(&fixtures) {
        println!("Some sites are missing: building all.");
        build()?;
    }
    Ok(fixtures)
}

/// All editions. The program `editions` must be compiled.
fn fixtures() -> Result<Vec<Fixture>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(HOME).with_context(|| format!("{HOME} cannot be read"))? {
        let path = entry?.path();
        if path.join("dashboard.json").is_file() {
            folders.push(path);
        }
    }
    folders.sort();
    for figures in GENERATED {
        folders.push(generated(figures)?);
    }
    folders.into_iter().map(fixture).collect()
}

fn fixture(folder: PathBuf) -> Result<Fixture> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Fixture { site: site(&name), edition: Edition::of(Some(folder))?, name })
}

fn folder(figures: usize) -> PathBuf {
    Path::new(SITES).join(format!("generated-{figures}"))
}

/// Generates an edition with this number of figures and returns its folder. The program `editions` must be compiled.
pub(crate) fn generated(figures: usize) -> Result<PathBuf> {
    let folder = folder(figures);
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    command::run(Program::Editions.call().arg(figures.to_string()).arg(&folder))?;
    Ok(folder)
}
