//! The press on other editions than the first: each link between the files of a site leads somewhere, and each figure and
//! chart has its page.

mod template;

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use model::Dashboard;
use publish::{Files, Forgetful, Input, press};

/// The site of an edition, as it is published.
fn site(text: &str) -> Result<Files> {
    let (template, nothing) = (template::template(), Files::default());
    let input = Input {
        data: text,
        data_path: "data/dashboard.json",
        template: &template,
        template_path: "template",
        address: Some("https://example.org/a/"),
        draft: false,
        earlier: &nothing,
        memory: &Forgetful,
        workers: 2,
    };
    Ok(press(&input)?.files)
}

/// What the pages of a site name that is not there.
fn dead_ends(files: &Files) -> Result<BTreeSet<String>> {
    let mut dead = BTreeSet::new();
    for (address, content) in files.iter().filter(|(address, _)| address.ends_with(".html")) {
        let html = std::str::from_utf8(content).with_context(|| address.to_owned())?;
        let named = ["href=\"", "src=\""].into_iter().flat_map(|name| html.split(name).skip(1));
        for link in named.filter_map(|rest| rest.split_once('"')).map(|(link, _)| link) {
            let path = link.split(['#', '?']).next().unwrap_or_default();
            if path.is_empty() || link.contains(':') || link.starts_with('/') {
                continue;
            }
            let mut folders: Vec<&str> = address.split('/').collect();
            folders.pop();
            for step in path.split('/') {
                match step {
                    "." => {}
                    ".." => drop(folders.pop()),
                    step => folders.push(step),
                }
            }
            let target = folders.join("/");
            let target = if target.is_empty() || target.ends_with('/') { target + "index.html" } else { target };
            if files.get(&target).is_none() {
                dead.insert(format!("{address} names {link}"));
            }
        }
    }
    Ok(dead)
}

#[test]
fn every_link_between_the_files_of_a_site_leads_to_a_file_and_all_that_is_shown_has_a_page() -> Result<()> {
    for name in ["schools", "scripts", "least"] {
        let text = editions::text(name)?;
        let dashboard = Dashboard::parse(&text).ok().context("the edition has problems")?;
        let files = site(&text)?;
        let dead = dead_ends(&files)?;
        assert!(dead.is_empty(), "{name}: {dead:#?}");
        let figures = dashboard.figures.iter().map(|figure| &figure.id);
        for id in figures.chain(dashboard.charts.iter().map(|chart| &chart.id)) {
            let page = format!("embed/{id}.html");
            let figure = format!("embed/figure/{id}.html");
            assert!(files.get(&page).or(files.get(&figure)).is_some(), "{name}: {id} has no page");
        }
    }
    Ok(())
}
