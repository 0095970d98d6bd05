//! What can be asked for and taken away: the evidence of a number, how to embed it, a chart and a figure alone, the files.

use anyhow::Result;
use visitor::dataset::Dataset;
use visitor::reader::Reader;
use visitor::window::Window;

use crate::report::{ENGINE, Report};

/// The evidence of a number opens beside it, with the words of an article: the first click brings the program that shows it.
pub(crate) async fn evidence(reader: &Reader, report: &mut Report) -> Result<()> {
    let open = "return document.querySelector('#evidence[data-open]')?.querySelectorAll('q').length ?? 0";
    let click = "const marker = [...document.querySelectorAll('#page a[role=doc-noteref]')].find(marker => marker.getClientRects().length > 0);
        marker?.scrollIntoView({ block: 'center', behavior: 'instant' });
        marker?.click();
        return marker?.getAttribute('href') ?? ''";
    let marker: String = reader.see(click).await?;
    let opened = reader.wait_until("the evidence of a number is open", open, |quotes: &usize| *quotes > 0).await;
    tell(opened, &format!("a click on the footnote marker to {marker} does not show what its article says"), report);
    Ok(())
}

/// How to embed something opens over the page, with the HTML to copy.
pub(crate) async fn embedding(reader: &Reader, report: &mut Report) -> Result<()> {
    let click = "const link = [...document.querySelectorAll('#page a[href^=\"share/\"]')].find(link => link.getClientRects().length > 0);
        link?.click();
        return link?.getAttribute('href') ?? ''";
    let link: String = reader.see(click).await?;
    let open = "return document.querySelector('dialog[open] .snippet textarea')?.value.includes('<iframe') ?? false";
    let opened = reader.wait_until("the HTML to copy is there", open, |there: &bool| *there).await;
    tell(opened, &format!("“Embed” ({link}) does not open"), report);
    Ok(())
}

/// All files that the page offers come when they are asked for. Gives their number.
pub(crate) async fn files(reader: &Reader, report: &mut Report) -> Result<usize> {
    let (count, missing): (usize, Vec<String>) = reader.see(include_str!("probes/files.js")).await?;
    if count == 0 {
        report.fault("the page offers nothing to take away", ENGINE);
    }
    // What does not come the browser notices as well.
    reader.console().await?;
    report.faults(missing.into_iter().map(|file| format!("{file} cannot be taken away from the page")), ENGINE);
    Ok(count)
}

/// A chart and a figure stand alone, for pages of others, with their notes.
pub(crate) async fn excerpts(reader: &Reader, dataset: &Dataset, report: &mut Report) -> Result<()> {
    let chart =
        dataset.ids("charts").first().map(|id| ("chart", format!("figure[data-chart='{id}']"), (*id).to_owned()));
    let figure =
        dataset.ids("figures").first().map(|id| ("figure", format!(".figure[data-figure='{id}']"), (*id).to_owned()));
    for (kind, selector, id) in chart.into_iter().chain(figure) {
        let what = format!("the {kind} `{id}` cannot be shown alone, as others embed it");
        reader.session.goto(format!("{}?{kind}={id}", reader.host.page())).await?;
        tell(shown(reader, &selector).await, &what, report);
    }
    Ok(())
}

async fn shown(window: &Window, selector: &str) -> Result<()> {
    window.wait_for_state("ready").await?;
    let script = format!(
        "return [document.querySelector(\"{selector}\") !== null, document.querySelectorAll('[role=doc-endnotes] q').length]"
    );
    let there = |(part, quotes): &(bool, usize)| *part && *quotes > 0;
    window.wait_until("it is there with its notes", &script, there).await
}

fn tell(found: Result<()>, what: &str, report: &mut Report) {
    if let Err(error) = found {
        report.fault(format!("{what} ({error:#})"), ENGINE);
    }
}
