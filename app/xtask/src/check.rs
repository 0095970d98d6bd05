//! `cargo xtask check`: all checks that an edit of the data must pass before it is published, with messages for curators.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::debian::{self, Permission};
use crate::edition::Edition;
use crate::programs::{self, Program};
use crate::times::Times;
use crate::{browser, budget, fixtures, press, smoke};

/// The folder with the texts of the articles, relative to the root of the checkout. It need not exist.
const ARTICLES: &str = "../shared/articles";

/// Checks an edition, builds its site into `out`, tests the site in a browser, and prints the time of each step.
pub(crate) fn run(edition: &Edition, out: Option<PathBuf>, permission: Permission) -> Result<()> {
    let out = out.unwrap_or_else(|| site_of(edition));
    let mut times = Times::default();
    let outcome = times.of("compiling, if the code has changed", || {
        programs::ready(&[Program::Publish, Program::Curate, Program::Smoke])
    });
    let outcome = outcome.and_then(|()| all(edition, &out, permission, &mut times));
    println!("{times}");
    outcome?;
    println!("All checks passed: {} can be published. Its site is in {}/.", edition.data().display(), out.display());
    Ok(())
}

/// The default output folder for the site of an edition.
pub(crate) fn site_of(edition: &Edition) -> PathBuf {
    if edition.is_live() {
        return press::DIST.into();
    }
    fixtures::site(&edition.folder().file_name().unwrap_or_default().to_string_lossy())
}

/// Runs the steps in order. The programs must be compiled.
pub(crate) fn all(edition: &Edition, out: &Path, permission: Permission, times: &mut Times) -> Result<()> {
    let data = edition.data();
    println!("\n== The data: {}", data.display());
    times.of("the data", || facts(edition))?;
    println!("\n== The site");
    times.of("the site", || press::build(edition, out)).context(
        "The site could not be built. If the data has no mistakes, this is a bug: send these lines to the developers",
    )?;
    println!("\n== Its size");
    times.of("its size", || budget::advise(edition, out))?;
    println!("\n== The site in a browser");
    let ready = debian::provide(&[&browser::CHROMIUM], permission, "cargo xtask check");
    ready.context("All checks so far have passed, but the site was not tested in a browser")?;
    times.of("the site in a browser", || browse(out))
}

/// Checks the data against its rules, and against the texts of the articles if their folder exists.
fn facts(edition: &Edition) -> Result<()> {
    let mut curate = Program::Curate.call();
    curate.args(["check", "--data"]).arg(edition.folder());
    let articles = if edition.is_live() { PathBuf::from(ARTICLES) } else { edition.folder().join("articles") };
    let there = articles.is_dir();
    if there {
        curate.arg("--articles").arg(&articles);
    }
    let status = curate.status().context("the check of the data could not be started")?;
    if !there {
        println!(
            "SKIPPED: no quote was compared with its article, since the folder {} does not exist",
            articles.display()
        );
    }
    match status.code() {
        Some(0) => Ok(()),
        Some(2) => bail!(
            "The data cannot be published yet: each mistake is listed above, with its line and what to do. \
             data/README.md explains every key. The published site has not changed."
        ),
        _ => bail!("The check of the data stopped before it was complete."),
    }
}

fn browse(site: &Path) -> Result<()> {
    match browser::chromium() {
        Ok(chromium) => smoke::test(site, chromium),
        // Where apt cannot install Chromium, all other checks still run. The workflow on GitHub then refuses to publish.
        Err(why) => {
            println!("NOT CHECKED: the site in a browser ({why:#})");
            Ok(())
        }
    }
}
