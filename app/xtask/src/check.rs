//! What has to hold before an edit of the data is published, said to those who edit.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::debian::{self, Permission};
use crate::edition::Edition;
use crate::programs::{self, Program};
use crate::times::Times;
use crate::{browser, budget, fixtures, press, smoke};

/// Where the texts of the articles are, when they are at hand, from the root of the project.
const ARTICLES: &str = "../shared/articles";

/// Checks an edition, builds its site into `out` and tries that in a browser; says how long each of it took.
pub(crate) fn run(edition: &Edition, out: Option<PathBuf>, permission: Permission) -> Result<()> {
    let out = out.unwrap_or_else(|| site_of(edition));
    let mut times = Times::default();
    let outcome = times.of("compiling, if the code has changed", || {
        programs::ready(&[Program::Publish, Program::Curate, Program::Smoke])
    });
    let outcome = outcome.and_then(|()| all(edition, &out, permission, &mut times));
    println!("{times}");
    outcome?;
    println!("All is well: {} can be published. Its site is in {}/.", edition.data().display(), out.display());
    Ok(())
}

/// Where the site of an edition is built, if nothing else is asked for.
pub(crate) fn site_of(edition: &Edition) -> PathBuf {
    if edition.is_live() {
        return press::DIST.into();
    }
    fixtures::site(&edition.folder().file_name().unwrap_or_default().to_string_lossy())
}

/// The steps, one after the other. The programs have to be ready.
pub(crate) fn all(edition: &Edition, out: &Path, permission: Permission, times: &mut Times) -> Result<()> {
    let data = edition.data();
    println!("\n== The data: {}", data.display());
    times.of("the data", || facts(edition))?;
    println!("\n== The site");
    times.of("the site", || press::build(edition, out)).context(
        "The site could not be built. If the data has no mistake, that is a fault of the program: hand these lines to \
         those who look after it",
    )?;
    println!("\n== Its weight");
    times.of("its weight", || budget::advise(edition, out))?;
    println!("\n== The site in a browser");
    let ready = debian::provide(&[&browser::CHROMIUM], permission, "cargo xtask check");
    ready.context("So far all is well, but the site was not tried in a browser")?;
    times.of("the site in a browser", || browse(out))
}

/// Holds the data against its own rules, and against the articles where they are at hand.
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
        println!("SKIPPED: no citation was held against its article, since {} is not there", articles.display());
    }
    match status.code() {
        Some(0) => Ok(()),
        Some(2) => bail!(
            "The data cannot be published as it is: above stands each mistake, with its line and what to do. \
             data/README.md explains every key. The site that is published stays as it was."
        ),
        _ => bail!("The check of the data ended before it came to its end."),
    }
}

fn browse(site: &Path) -> Result<()> {
    match browser::chromium() {
        Ok(chromium) => smoke::test(site, chromium),
        // On a system that apt cannot bring it to, everything else can still be checked; the workflow refuses to publish then.
        Err(why) => {
            println!("NOT CHECKED: the site in a browser ({why:#})");
            Ok(())
        }
    }
}
