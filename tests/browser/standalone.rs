//! The standalone page: one file that works alone in a folder, opened from disk, without network.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use visitor::chromium::Chromium;
use visitor::dataset::Dataset;
use visitor::firefox::Firefox;
use visitor::scratch::Scratch;
use visitor::window::Window;
use visitor::{findings, place};

/// A folder that contains only the file.
struct Stick {
    folder: Scratch,
}

impl Stick {
    fn new() -> Result<Self> {
        let folder = Scratch::new()?;
        let built = place::dist().join("standalone.html");
        fs::copy(&built, folder.path().join("standalone.html"))
            .with_context(|| format!("{} cannot be copied", built.display()))?;
        Ok(Self { folder })
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("standalone.html")
    }

    fn address(&self) -> String {
        format!("file://{}", self.file().display())
    }
}

/// The content and references of the file.
#[derive(Deserialize)]
struct Shown {
    state: String,
    figures: Vec<String>,
    charts: Vec<(String, usize, usize)>,
    notes: usize,
    styled: bool,
    addresses: Vec<String>,
    dead: Vec<String>,
    requests: Vec<String>,
}

async fn look(window: &Window, stick: &Stick) -> Result<()> {
    // Without a network, Chromium's driver may return before the file is read to its end.
    let loaded = "return location.protocol === 'file:' && document.readyState === 'complete'";
    window.wait_until("the file is loaded", loaded, |loaded: &bool| *loaded).await?;
    let shown: Shown = window.see(include_str!("probes/standalone.js")).await?;
    let dataset = Dataset::read()?;
    assert!(["static", "ready"].contains(&shown.state.as_str()), "the page is in the state {}", shown.state);
    for id in dataset.ids("figures") {
        assert!(shown.figures.iter().any(|figure| figure == id), "the figure {id} is missing");
    }
    let ids: Vec<_> = shown.charts.iter().map(|(id, ..)| id.as_str()).collect();
    let mut wanted = dataset.ids("charts");
    wanted.sort_unstable();
    assert_eq!(ids, wanted, "the charts");
    for (id, pictures, rows) in &shown.charts {
        assert!(*pictures == 1, "the chart {id} has {pictures} visible pictures");
        assert!(*rows > 0, "the chart {id} has no table");
    }
    assert_eq!(shown.notes, dataset.list("sources").len(), "notes");
    assert!(shown.styled, "the page has no styles");
    findings::none(&shown.dead, "links to targets that are not on the page");
    findings::none(&shown.requests, "requests");
    for address in &shown.addresses {
        assert!(is_there(address, stick.folder.path()), "the page refers to {address}, which does not exist");
    }
    Ok(())
}

/// Whether the target of an address exists: it is a data URL, an address of another site, or a file in the folder.
fn is_there(address: &str, folder: &Path) -> bool {
    let absolute = ["data:", "https://", "http://", "mailto:"].iter().any(|start| address.starts_with(start));
    absolute || folder.join(address.split(['?', '#']).next().unwrap_or_default()).is_file()
}

#[tokio::test]
async fn the_file_contains_the_whole_page_in_chromium() -> Result<()> {
    let stick = Stick::new()?;
    let chromium = Chromium::start().await?;
    chromium.without_network().await?;
    for width in [320, 1280] {
        chromium.width(width).await?;
        chromium.session.goto(stick.address()).await?;
        look(&chromium, &stick).await?;
    }
    findings::none(&chromium.console().await?, "on the console");
    Ok(())
}

#[tokio::test]
async fn the_file_contains_the_whole_page_in_firefox() -> Result<()> {
    let stick = Stick::new()?;
    let Some(firefox) = Firefox::start("standalone.html in Firefox").await? else { return Ok(()) };
    firefox.session.goto(stick.address()).await?;
    look(&firefox, &stick).await?;
    findings::none(&firefox.console(&stick.address()).await?, "on the console");
    Ok(())
}

#[tokio::test]
async fn the_tests_notice_errors_in_firefox() -> Result<()> {
    let Some(firefox) = Firefox::start("the notice of mistakes in Firefox").await? else { return Ok(()) };
    let folder = Scratch::new()?;
    let file = folder.path().join("wrong.html");
    let policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">";
    fs::write(&file, format!("<!doctype html><meta charset=utf-8>{policy}<style>p {{ color: red }}</style><p>Hello"))?;
    let address = format!("file://{}", file.display());
    firefox.session.goto(&address).await?;
    let said = firefox.console(&address).await?;
    assert!(said.iter().any(|words| words.contains("Content-Security-Policy")), "the console says {said:?}");
    Ok(())
}
