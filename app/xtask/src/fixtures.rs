//! The editions that the engine is tried on: those in tests/editions, and two that are generated. Their sites are built
//! beside one another in target/editions.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::edition::Edition;
use crate::engine::{self, Profile};
use crate::programs::{self, Program};
use crate::{command, press};

/// Where the editions lie.
const HOME: &str = "tests/editions";

/// Where the sites of editions are built that are not this repository's.
const SITES: &str = "target/editions";

/// The edition that the tests of the page know: a copy of one that was published.
pub(crate) const MAIN: &str = "cambodia";

/// The edition in many scripts, with words that are longer than any line.
pub(crate) const LETTERS: &str = "letters";

/// How many figures the generated editions have: what is printed of both has to keep to limits that grow with it.
const GENERATED: [usize; 2] = [30, 300];

/// An edition with its site.
pub(crate) struct Fixture {
    pub(crate) name: String,
    pub(crate) edition: Edition,
    pub(crate) site: PathBuf,
}

impl Fixture {
    /// The generated ones among these, the smallest first.
    pub(crate) fn generated(fixtures: &[Self]) -> Vec<&Self> {
        let folders = GENERATED.map(folder);
        folders.iter().filter_map(|folder| fixtures.iter().find(|fixture| fixture.edition.folder() == folder)).collect()
    }
}

/// Where the site of an edition of this name is built.
pub(crate) fn site(name: &str) -> PathBuf {
    Path::new(SITES).join(name).join(press::DIST)
}

/// Builds the sites of all.
pub(crate) fn build() -> Result<()> {
    programs::ready(&[Program::Publish, Program::Editions, Program::Smoke, Program::Curate])?;
    let template = engine::ready(Profile::Release)?;
    for Fixture { name, edition, site } in fixtures()? {
        println!("{name}:");
        press::press(&mut press::call(&template, &edition, &site))?;
    }
    Ok(())
}

/// All of them, built unless they are there.
pub(crate) fn built() -> Result<Vec<Fixture>> {
    let missing = |fixtures: &[Fixture]| fixtures.iter().any(|fixture| !fixture.site.join("index.html").is_file());
    programs::ready(&[Program::Editions])?;
    let fixtures = fixtures()?;
    if missing(&fixtures) {
        println!("Not all sites are built: building them.");
        build()?;
    }
    Ok(fixtures)
}

/// The editions. The program that generates some has to be ready.
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

/// The folder of a generated edition with so many figures. The program that generates it has to be ready.
pub(crate) fn generated(figures: usize) -> Result<PathBuf> {
    let folder = folder(figures);
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    command::run(Program::Editions.call().arg(figures.to_string()).arg(&folder))?;
    Ok(folder)
}
