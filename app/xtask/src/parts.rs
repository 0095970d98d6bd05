//! The first view of a page, taken apart into what grows with the data and what does not.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::view::{PAGE, Phase};
use crate::weight::{self, Weight};

/// What the parts of the first view come to after brotli, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The page without its style: it grows with the data.
    pub(crate) document: usize,
    /// The style in the page and the sheet that it fetches last.
    pub(crate) styles: usize,
    /// js and wasm.
    pub(crate) program: usize,
    /// All that is fetched to show the page; style and document, sent as one file, come to a little less than apart.
    pub(crate) whole: usize,
}

impl Parts {
    /// Weighs the page in a folder.
    pub(crate) fn of(folder: &Path) -> Result<Self> {
        let items = weight::folder(folder, |phase| phase != Phase::Later)?;
        let path = folder.join(PAGE);
        let html = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let (document, style) = apart(&html);
        let later = items.iter().filter(|item| item.phase == Phase::Data && item.name.ends_with(".css"));
        let later: Weight = later.map(|item| item.weight).sum();
        let parts = Self {
            document: weight::brotli(document.as_bytes())?,
            styles: weight::brotli(style.as_bytes())? + later.brotli,
            program: weight::total(&items, Phase::Program).brotli,
            whole: weight::first_view(&items).brotli,
        };
        ensure!(!style.is_empty() && parts.program > 0, "{} has no style or no program", path.display());
        Ok(parts)
    }
}

/// A page without its style, and the style.
fn apart(html: &str) -> (String, String) {
    let (mut document, mut style, mut rest) = (String::new(), String::new(), html);
    while let Some((before, after)) = rest.split_once("<style>") {
        let (sheet, after) = after.split_once("</style>").unwrap_or((after, ""));
        document += before;
        style += sheet;
        rest = after;
    }
    (document + rest, style)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn style_is_weighed_apart_from_the_document() {
        assert_eq!(apart("<p>1<style>a{}</style><p>2"), ("<p>1<p>2".into(), "a{}".into()));
    }

    #[test]
    fn the_parts_are_read_off_the_page() {
        let scratch = Scratch::new("parts");
        scratch.write("a.js", "export const five = 5;");
        scratch.write("later.css", "p { color: red }");
        scratch.write("figures.csv", "not part of it");
        let page = |figures: usize| {
            let words = (0..figures).map(|figure| format!("<p>{figure} people, at least")).collect::<String>();
            let head = "<html><head><style>p { margin: 0 }</style><script src=\"a.js\"></script></head>";
            scratch.write("index.html", &format!("{head}<body>{words}<link rel=\"stylesheet\" href=\"later.css\">"));
            Parts::of(scratch.path()).unwrap()
        };
        let (small, large) = (page(1), page(400));
        assert!(large.document > small.document, "{large:?}");
        assert_eq!((large.styles, large.program), (small.styles, small.program));
    }

    #[test]
    fn a_page_without_a_program_has_not_been_weighed() {
        let scratch = Scratch::new("parts-without");
        scratch.write("index.html", "<html><head><style>p{}</style></head><body>");
        assert!(Parts::of(scratch.path()).is_err());
    }
}
