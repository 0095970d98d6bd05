//! Checks the interactive parts: the evidence of a number, the dialog to embed it, excerpts, and the downloads.

use anyhow::Result;
use visitor::dataset::Dataset;
use visitor::reader::Reader;
use visitor::window::Window;

use crate::report::{ENGINE, Report};

/// The first click on a marker loads the program and opens the evidence with a quote.
pub(crate) async fn evidence(reader: &Reader, report: &mut Report) -> Result<()> {
    let open = "return document.querySelector('#evidence[data-open]')?.querySelectorAll('q').length ?? 0";
    let click = "const marker = [...document.querySelectorAll('#page a[role=doc-noteref]')].find(marker => marker.getClientRects().length > 0);
        marker?.scrollIntoView({ block: 'center', behavior: 'instant' });
        marker?.click();
        return marker?.getAttribute('href') ?? ''";
    let marker: String = reader.see(click).await?;
    let opened = reader.wait_until("the evidence of a number is open", open, |quotes: &usize| *quotes > 0).await;
    tell(opened, &format!("a click on the footnote marker to {marker} does not show a passage"), report);
    Ok(())
}

/// A click on “Embed” opens a dialog with the HTML to copy.
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

/// All files that the page offers for download can be fetched. Returns their number.
pub(crate) async fn files(reader: &Reader, report: &mut Report) -> Result<usize> {
    let (count, missing): (usize, Vec<String>) = reader.see(include_str!("probes/files.js")).await?;
    if count == 0 {
        report.fault("the page offers no files for download", ENGINE);
    }
    // Discard the messages of the browser about missing files.
    reader.console().await?;
    report.faults(missing.into_iter().map(|file| format!("{file} cannot be downloaded")), ENGINE);
    Ok(count)
}

/// The first chart and the first figure can be shown alone, with their notes, as other sites embed them.
pub(crate) async fn excerpts(reader: &Reader, dataset: &Dataset, report: &mut Report) -> Result<()> {
    let chart =
        dataset.ids("charts").first().map(|id| ("chart", format!("figure[data-chart='{id}']"), (*id).to_owned()));
    let figure =
        dataset.ids("figures").first().map(|id| ("figure", format!(".figure[data-figure='{id}']"), (*id).to_owned()));
    for (kind, selector, id) in chart.into_iter().chain(figure) {
        let what = format!("the {kind} `{id}` cannot be shown alone, as in a frame of another site");
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
    window.wait_until("the excerpt is there with its notes", &script, there).await
}

fn tell(found: Result<()>, what: &str, report: &mut Report) {
    if let Err(error) = found {
        report.fault(format!("{what} ({error:#})"), ENGINE);
    }
}
