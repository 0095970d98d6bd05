//! What a reader is sent, taken apart into what grows with the data and what does not.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::view::{PAGE, Phase};
use crate::weight::{self, Item, Weight};

/// What the parts come to after brotli, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The page, less what its style comes to alone: it grows with the data.
    pub(crate) document: usize,
    /// The style in the page and the sheet that it fetches last.
    pub(crate) styles: usize,
    /// The script that notices a reader.
    pub(crate) script: usize,
    /// All of these: the first view.
    pub(crate) first: usize,
    /// js and wasm, which come when a reader asks for something.
    pub(crate) program: usize,
}

impl Parts {
    /// Weighs the page in a folder.
    pub(crate) fn of(folder: &Path) -> Result<Self> {
        let items = weight::folder(folder, |phase| phase != Phase::Later)?;
        let path = folder.join(PAGE);
        let html = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let style = weight::brotli(style(&html).as_bytes())?.len();
        let ending = |ending: &str| {
            let found = items.iter().filter(|item: &&Item| item.phase == Phase::First && item.name.ends_with(ending));
            found.map(|item| item.weight).sum::<Weight>().brotli
        };
        let page = ending(PAGE);
        let parts = Self {
            document: page.saturating_sub(style),
            styles: style + ending(".css"),
            script: ending(".js"),
            first: weight::total(&items, Phase::First).brotli,
            program: weight::total(&items, Phase::Program).brotli,
        };
        ensure!(page > style && parts.program > 0, "{} has no words or no program", path.display());
        Ok(parts)
    }
}

/// The style that stands in a page.
fn style(html: &str) -> String {
    let sheets = html.split("<style>").skip(1).filter_map(|rest| rest.split_once("</style>"));
    sheets.map(|(sheet, _)| sheet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn style_is_found_wherever_it_stands_in_the_page() {
        assert_eq!(style("<p>1<style>a{}</style><p>2<style>b{}</style><p>3"), "a{}b{}");
    }

    #[test]
    fn the_parts_are_read_off_the_page() {
        let scratch = Scratch::new("parts");
        scratch.write("start.js", "addEventListener('click', () => {})");
        scratch.write("a.js", "export const five = 5;");
        scratch.write("later.css", "p { color: red }");
        scratch.write("figures.csv", "not part of it");
        let page = |figures: usize| {
            let words = (0..figures).map(|figure| format!("<p>{figure} people, at least")).collect::<String>();
            let head =
                "<html><head><style>p { margin: 0 }</style><script src=\"start.js\" data-app=\"a.js\"></script></head>";
            scratch.write("index.html", &format!("{head}<body>{words}<link rel=\"stylesheet\" href=\"later.css\">"));
            Parts::of(scratch.path()).unwrap()
        };
        let (small, large) = (page(1), page(400));
        assert!(large.document > small.document, "{large:?}");
        assert_eq!((large.styles, large.script, large.program), (small.styles, small.script, small.program));
        assert_eq!(small.first, small.document + small.styles + small.script);
    }

    #[test]
    fn a_page_without_a_program_has_not_been_weighed() {
        let scratch = Scratch::new("parts-without");
        scratch.write("index.html", "<html><head><style>p{}</style></head><body>");
        assert!(Parts::of(scratch.path()).is_err());
    }
}
