//! The engine: the page that Trunk builds, without data. It is built again only when one of its source files has changed,
//! not when the data has.

use std::fs;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result};

use crate::mark::Mark;
use crate::{command, fingerprint, trunk};

/// The folder with the built engine. The workflow on GitHub caches it.
pub(crate) const HOME: &str = "target/engine";

/// The compiler profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Optimised for size; takes some minutes.
    Release,
    /// Not optimised; takes seconds. For `cargo xtask serve` while the code changes.
    Draft,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Draft => "draft",
        }
    }

    fn home(self) -> PathBuf {
        Path::new(HOME).join(self.name())
    }

    /// The folder with the page without data, the input of the press. The drawing program is in its folder `drawing`.
    pub(crate) fn template(self) -> PathBuf {
        self.home().join("site")
    }

    fn mark(self) -> Mark {
        Mark::at(self.home().join("mark"))
    }

    /// Whether it was built from the current source files.
    pub(crate) fn is_current(self) -> Result<bool> {
        let site = self.template();
        let built = [site.join("index.html"), site.join("drawing").join("index.html")];
        Ok(self.mark().matches(&fingerprint::of_engine()?) && built.iter().all(|page| page.is_file()))
    }
}

/// The folder with the page without data. It is built if the source files have changed.
pub(crate) fn ready(profile: Profile) -> Result<PathBuf> {
    if !profile.is_current()? {
        build(profile).context("the engine could not be built")?;
    }
    Ok(profile.template())
}

/// Builds the page with the answering program, and beside it the drawing program.
fn build(profile: Profile) -> Result<()> {
    let fingerprint = fingerprint::of_engine()?;
    profile.mark().set_after(&fingerprint, || {
        let site = path::absolute(profile.template())?;
        let drawing = site.join("drawing");
        // Trunk empties the folder that it builds into, so the outer one is built first.
        for (page, folder) in [(None, &site), (Some("app/web/drawing.html"), &drawing)] {
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
            let mut trunk = trunk::trunk()?;
            trunk.args(["build", "--dist"]).arg(folder).args(page);
            if profile == Profile::Release {
                trunk.arg("--release");
            }
            command::run(&mut trunk)?;
        }
        Ok(())
    })
}
