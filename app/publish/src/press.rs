//! From the data and Trunk's page to the files of the site.

use anyhow::{Result, anyhow, bail};
use model::{Dashboard, Footnotes, Problems, Publication, decoded};
use statement::{Account, Language};

use crate::input::{DATA, Input, Output};
use crate::private;
use crate::run::Run;

/// Makes the site.
///
/// # Errors
/// If the data has problems, if the template is invalid, or if something cannot be drawn.
pub fn press(input: &Input<'_>) -> Result<Output> {
    let address = input.address.map(folder_address).transpose()?;
    let text = match decoded(input.data) {
        Ok(text) => text,
        Err(problems) => return refused(input, input.data, &problems),
    };
    // Private values of the data are left out of every file of the site.
    let publication = Publication::of(text);
    let dashboard = match Dashboard::parse(text).and_then(|_| Dashboard::parse(&publication.text)) {
        Ok(dashboard) => dashboard,
        Err(problems) => return refused(input, publication.text.as_bytes(), &problems),
    };
    let remarks = private::remark(input.data_path, &dashboard, &publication.left_out).into_iter().collect();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account {
        dashboard: &dashboard,
        footnotes: &footnotes,
        language: Language::default(),
        address: address.as_deref(),
    };
    let files = Run::of(input, &publication.text, &account).site()?;
    Ok(Output { files, figures: dashboard.figures.len(), remarks })
}

/// The site for data with problems: none, or, for previews, a page without figures that lists them.
fn refused(input: &Input<'_>, data: &[u8], problems: &Problems) -> Result<Output> {
    if !input.draft {
        return Err(anyhow!("{} has problems:\n{problems}", input.data_path));
    }
    let remark = format!("{} has problems, so the page has no figures:\n{problems}", input.data_path);
    let mut files = input.template.clone();
    files.write(DATA, data);
    Ok(Output { files, figures: 0, remarks: vec![remark] })
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
