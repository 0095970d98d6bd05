//! The pages that say how to embed the page, a chart or a figure; they are in the folder `share/`. The page opens them as
//! dialogs.

use anyhow::Result;
use chart::Plot;
use model::Place;
use web::{Excerpt, Share};

use crate::leaf::Leaf;
use crate::site::Site;
use crate::snippet;

/// Their style, apart from that of the page, since it comes with the dialog.
pub(crate) const STYLE: &str = include_str!("share.css");

/// What fills in what is chosen, shows it and copies it.
pub(crate) const SCRIPT: &str = include_str!("share.js");

/// What the pages are made of.
pub(crate) struct Shares<'a> {
    pub(crate) plot: &'a Plot<'a>,
    /// The address at which the site will stand, where that is known.
    pub(crate) address: Option<&'a str>,
    /// The folder of what never changes; none while somebody edits.
    pub(crate) frozen: Option<&'a str>,
    /// The addresses of the style of the site, of theirs, and of their script, seen from the site's folder.
    pub(crate) sheet: &'a str,
    pub(crate) own_sheet: &'a str,
    pub(crate) script: &'a str,
    /// The policy of the site; none while it is only looked at.
    pub(crate) policy: Option<&'a str>,
}

impl Shares<'_> {
    /// Writes a page for each excerpt.
    pub(crate) fn write(&self, site: &Site, excerpts: &[Excerpt<'_>]) -> Result<()> {
        let Self { plot, address, frozen, sheet, own_sheet, script, policy } = *self;
        let title = plot.dashboard.title.in_language(plot.language.tag());
        for excerpt in excerpts {
            let anchor = excerpt.place().map(|place: Place<'_>| place.anchor());
            let name = anchor.clone().unwrap_or_else(|| "dashboard".into());
            let what = excerpt.title(plot).unwrap_or_default();
            let share = Share {
                what,
                snippets: snippet::snippets(plot, *excerpt, frozen),
                root: "../",
                address,
                back: &format!("../index.html#{}", anchor.unwrap_or_default()),
                language: plot.language,
            };
            let page = Leaf {
                language: plot.language,
                policy,
                title: &format!("{what} · {title}"),
                root: "../",
                attributes: " data-leaf",
                inline: None,
                head: &format!(
                    "<link rel=\"stylesheet\" href=\"../{sheet}\"><link rel=\"stylesheet\" href=\"../{own_sheet}\" data-share><script type=\"module\" src=\"../{script}\"></script>"
                ),
                body: &format!(
                    "<header class=\"masthead\"><h1>{}</h1></header><main>{}</main>",
                    crate::shell::escaped(title),
                    share.html()
                ),
            };
            site.write(&format!("share/{name}.html"), page.html())?;
        }
        Ok(())
    }
}
