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
    let given = input.address.map(folder_address).transpose()?;
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
    let address = given.or_else(|| dashboard.url.as_deref().map(folder));
    let mut remarks: Vec<String> =
        private::remark(input.data_path, &dashboard, &publication.left_out).into_iter().collect();
    // A preview is not published.
    if address.is_none() && !input.draft {
        remarks.push(without_address(input.data_path));
    }
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
    Ok(folder(address))
}

fn folder(address: &str) -> String {
    format!("{}/", address.trim_end_matches('/'))
}

/// What a site lacks whose address is not known.
fn without_address(data_path: &str) -> String {
    format!(
        "{data_path} has no \"url\", the address of the site, and FOOTNOTED_URL is not set. The site works, but most programs will show links to it without a picture, \
         no system can make a chart of a pasted address (oEmbed), its citations, pictures and feed do not name the address, and the HTML for other sites begins with the address at which the page \
         is open when it is copied. Add a line such as \"url\": \"https://figures.example.org/\" to the file."
    )
}
