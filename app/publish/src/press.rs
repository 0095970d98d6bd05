//! From the data and Trunk's page to the files of the site.

use anyhow::{Result, anyhow, bail};
use chart::Plot;
use locale::Language;
use model::{Dashboard, Footnotes};

use crate::input::{DATA, Input, Output};
use crate::run::Run;

/// Makes the site.
///
/// # Errors
/// When the data has problems, when the template is not one, and when something cannot be drawn.
pub fn press(input: &Input<'_>) -> Result<Output> {
    let address = input.address.map(folder_address).transpose()?;
    let dashboard = match Dashboard::parse(input.data) {
        Ok(dashboard) => dashboard,
        Err(problems) if input.draft => {
            // The page shows them, to those who are just editing the file.
            let remark = format!("{} has problems, so the page has no figures:\n{problems}", input.data_path);
            let mut files = input.template.clone();
            files.write(DATA, input.data);
            return Ok(Output { files, figures: 0, remarks: vec![remark] });
        }
        Err(problems) => return Err(anyhow!("{} has problems:\n{problems}", input.data_path)),
    };
    let footnotes = Footnotes::of(&dashboard);
    let plot = Plot { dashboard: &dashboard, footnotes: &footnotes, language: Language::default() };
    let files = Run::of(input, &plot, address.as_deref()).site()?;
    Ok(Output { files, figures: dashboard.figures.len(), remarks: Vec::new() })
}

/// The address of a folder, with a slash at its end.
fn folder_address(address: &str) -> Result<String> {
    if !(address.starts_with("https://") || address.starts_with("http://")) || address.contains(['?', '#', ' ', '"']) {
        bail!(
            "the address of the site (--address, FOOTNOTED_URL) is \"{address}\", but has to be that of a folder, such as https://example.org/scams/"
        );
    }
    Ok(format!("{}/", address.trim_end_matches('/')))
}
