//! Splits the size of a page into the part that grows with the data and the parts that do not.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::view::{PAGE, Phase};
use crate::weight::{self, Item, Weight};

/// The sizes of the parts after brotli, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The HTML without its inline styles. It grows with the data.
    pub(crate) document: usize,
    /// The inline styles and the style sheets.
    pub(crate) styles: usize,
    /// The start script.
    pub(crate) script: usize,
    /// The first view: all of the above.
    pub(crate) first: usize,
    /// The js and wasm files of the answering program, which are fetched at a reader's first action.
    pub(crate) program: usize,
    /// Those of the drawing program, which are fetched when the page is drawn again.
    pub(crate) drawing: usize,
}

impl Parts {
    /// Measures the page in a folder.
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
            drawing: weight::total(&items, Phase::Drawing).brotli,
        };
        ensure!(
            page > style && parts.program > 0 && parts.drawing > 0,
            "{} has no text or does not load both programs",
            path.display()
        );
        Ok(parts)
    }
}

/// The inline styles of a page.
fn style(html: &str) -> String {
    let sheets = html.split("<style>").skip(1).filter_map(|rest| rest.split_once("</style>"));
    sheets.map(|(sheet, _)| sheet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn inline_styles_are_found_anywhere_in_the_page() {
        assert_eq!(style("<p>1<style>a{}</style><p>2<style>b{}</style><p>3"), "a{}b{}");
    }

    #[test]
    fn only_the_document_grows_with_the_data() {
        let scratch = Scratch::new("parts");
        scratch.write("start.js", "addEventListener('click', () => {})");
        scratch.write("a.js", "export const five = 5;");
        scratch.write("b.js", "export const six = 6;");
        scratch.write("later.css", "p { color: red }");
        scratch.write("figures.csv", "not part of it");
        let page = |figures: usize| {
            let words = (0..figures).map(|figure| format!("<p>{figure} people, at least")).collect::<String>();
            let script = "<script src=\"start.js\" data-app=\"a.js\" data-draw=\"b.js\"></script>";
            let head = format!("<html><head><style>p {{ margin: 0 }}</style>{script}</head>");
            scratch.write("index.html", &format!("{head}<body>{words}<link rel=\"stylesheet\" href=\"later.css\">"));
            Parts::of(scratch.path()).unwrap()
        };
        let (small, large) = (page(1), page(400));
        assert!(large.document > small.document, "{large:?}");
        let code = |parts: Parts| [parts.styles, parts.script, parts.program, parts.drawing];
        assert_eq!(code(large), code(small));
        assert_eq!(small.first, small.document + small.styles + small.script);
    }

    #[test]
    fn a_page_without_a_program_is_an_error() {
        let scratch = Scratch::new("parts-without");
        scratch.write("index.html", "<html><head><style>p{}</style></head><body>");
        assert!(Parts::of(scratch.path()).is_err());
    }
}
