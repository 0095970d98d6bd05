//! The engine: the page as Trunk builds it, without any data. It is built when a file of the engine has changed since,
//! and not when the data has.

use std::fs;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result};

use crate::mark::Mark;
use crate::{command, fingerprint, trunk};

/// Where it is kept. The workflow on GitHub keeps this folder from one run to the next.
pub(crate) const HOME: &str = "target/engine";

/// How it is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As small as can be, in some minutes.
    Release,
    /// Within seconds, for somebody who is changing the code.
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

    /// The page without data, which the press is given.
    pub(crate) fn template(self) -> PathBuf {
        self.home().join("site")
    }

    fn mark(self) -> Mark {
        Mark::at(self.home().join("mark"))
    }

    /// Whether it is that of the files as they are.
    pub(crate) fn is_current(self) -> Result<bool> {
        Ok(self.mark().says(&fingerprint::of_engine()?) && self.template().join("index.html").is_file())
    }
}

/// The page without data, built unless it is that of the files as they are.
pub(crate) fn ready(profile: Profile) -> Result<PathBuf> {
    if !profile.is_current()? {
        build(profile).context("the page was not built")?;
    }
    Ok(profile.template())
}

fn build(profile: Profile) -> Result<()> {
    let number = fingerprint::of_engine()?;
    let mut trunk = trunk::trunk()?;
    profile.mark().set_after(&number, || {
        let site = path::absolute(profile.template())?;
        fs::create_dir_all(&site).with_context(|| format!("{} cannot be made", site.display()))?;
        trunk.args(["build", "--dist"]).arg(site);
        if profile == Profile::Release {
            trunk.arg("--release");
        }
        command::run(&mut trunk)
    })
}
