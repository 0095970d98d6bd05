//! The limits of bytes, since a phone on a slow line pays for every byte. Code and style have fixed limits; the limit of the
//! printed page grows with the data. The program, which is loaded at a reader's first action, is not part of the first view.

use std::path::Path;

use anyhow::{Result, bail, ensure};

use crate::content::{self, Content};
use crate::edition::Edition;
use crate::fixtures::Fixture;
use crate::parts::Parts;
use crate::trip;
use crate::weight::Encoding;

/// The limits of js and wasm of the answering program and of the drawing program, of the styles and of the first script, in bytes after brotli. Of the styles, some 300 bytes are the
/// search field, its icon on a phone, and the list of results.
const PROGRAM: usize = 176_000;
const DRAWING: usize = 306_000;
const STYLES: usize = 7_200;
const SCRIPT: usize = 3_100;

/// The limit of the first view of an edition with some thirty figures. Larger editions may exceed it.
const FIRST: usize = 40_000;

/// The size of a larger edition's first view from which its curator is warned.
const LARGE: usize = 100_000;

/// The limit of the document, which is the page without its style: a constant, and an amount for each of these. The amounts were
/// measured by removing one item from the page of a real edition: a figure takes 70 to 310 bytes with its marks and rows, a
/// citation 65 to 130, a chart 340 to 1,750 and usually half of that, an article some 600. The editions in tests/editions take 67
/// to 94 per cent of their limits; generated ones, whose words repeat, 40 to 70.
const DOCUMENT: Slope = Slope { alone: 1_900, figure: 150, citation: 70, event: 100, chart: 1_050, article: 720 };

/// The limit of the document's growth for each further figure of a generated edition, with its citations and charts: from 30 to 300
/// figures, so that nothing grows faster than the data. The charts are of every kind in turn; flows and wordings draw each article
/// of each figure.
const FIGURE: usize = 270;

struct Slope {
    alone: usize,
    figure: usize,
    citation: usize,
    event: usize,
    chart: usize,
    article: usize,
}

impl Slope {
    fn at(&self, content: Content) -> usize {
        self.alone
            + self.figure * content.figures
            + self.citation * content.citations
            + self.event * content.events
            + self.chart * content.charts
            + self.article * content.articles
    }
}

/// A part of the page, its size and its limit.
struct Weighed {
    what: &'static str,
    found: usize,
    most: usize,
}

impl Weighed {
    fn line(&self) -> String {
        let Self { what, found, most } = self;
        format!("{what} take {found} bytes after brotli; {most} are allowed")
    }
}

/// What the code is answerable for.
fn engine(parts: Parts, content: Content) -> [Weighed; 5] {
    [
        Weighed { what: "js and wasm", found: parts.program, most: PROGRAM },
        Weighed { what: "js and wasm of the drawing program", found: parts.drawing, most: DRAWING },
        Weighed { what: "the styles", found: parts.styles, most: STYLES },
        Weighed { what: "the bytes of the script", found: parts.script, most: SCRIPT },
        Weighed { what: "the words and pictures of the page", found: parts.document, most: DOCUMENT.at(content) },
    ]
}

/// What has to come until the head and the band of the page are there, as it is sent by servers of both kinds.
fn first_trip(site: &Path) -> Result<[Weighed; 2]> {
    let weighed =
        |what, encoding| trip::until_band(site, encoding).map(|found| Weighed { what, found, most: trip::FIRST });
    Ok([
        weighed("the head and the band of the page", Encoding::Brotli)?,
        weighed("the head and the band of the page, after gzip in place of it,", Encoding::Gzip)?,
    ])
}

/// Holds the site of an edition that the engine is tried on against the limits; `main` is the edition that the limit of the
/// first view is for.
pub(crate) fn judge(name: &str, edition: &Edition, site: &Path, main: bool) -> Result<()> {
    let (parts, content) = (Parts::of(site)?, Content::of(&content::read(&edition.data())?));
    let all = Weighed { what: "all files of the first view", found: parts.first, most: FIRST };
    let weighed = engine(parts, content).into_iter().chain(first_trip(site)?).chain(main.then_some(all));
    let (right, over): (Vec<Weighed>, Vec<Weighed>) = weighed.partition(|part| part.found <= part.most);
    right.iter().for_each(|part| println!("{name}: {}.", part.line()));
    if over.is_empty() {
        return Ok(());
    }
    let over = over.iter().map(Weighed::line).collect::<Vec<_>>().join("; ");
    bail!("the page of {name} is too heavy: {over}. `cargo xtask bench` shows where it is")
}

/// Holds the growth of the document between two generated editions against its limit.
pub(crate) fn judge_growth(small: &Fixture, large: &Fixture) -> Result<()> {
    let weighed = |fixture: &Fixture| -> Result<(usize, usize)> {
        let data = content::read(&fixture.edition.data())?;
        Ok((Content::of(&data).figures, Parts::of(&fixture.site)?.document))
    };
    let growth = growth(weighed(small)?, weighed(large)?);
    ensure!(growth <= FIGURE, "the page grows by {growth} bytes with each figure after brotli; {FIGURE} are allowed");
    println!("The page grows by {growth} bytes with each figure after brotli; {FIGURE} are allowed.");
    Ok(())
}

/// The bytes that each further figure adds, from one edition to another, of which the figures and the bytes are given.
fn growth((few, small): (usize, usize), (many, large): (usize, usize)) -> usize {
    large.saturating_sub(small).div_ceil(many.saturating_sub(few).max(1))
}

/// Reports the size of an edition's page, and how a curator can reduce it. It never fails.
pub(crate) fn advise(edition: &Edition, site: &Path) -> Result<()> {
    let data = content::read(&edition.data())?;
    let (parts, content) = (Parts::of(site)?, Content::of(&data));
    println!("{}", summary(parts, content));
    let longest = content::longest(&data, 3);
    let longest = longest.iter().map(|text| format!("{} ({} letters)", text.place, text.letters));
    for warning in warnings(parts, content, &longest.collect::<Vec<_>>().join("; ")) {
        println!("WARNING: {warning}");
    }
    Ok(())
}

fn summary(parts: Parts, content: Content) -> String {
    let Content { figures, citations, charts, articles, .. } = content;
    format!(
        "The first view of the page takes {} bytes, compressed: {} for what is printed of {figures} figures, {citations} \
         citations, {charts} charts and {articles} articles, {} for the style, {} for a script. The program, {} bytes, comes \
         when a reader asks for something.",
        parts.first, parts.document, parts.styles, parts.script, parts.program
    )
}

/// The bytes that a phone gets in a second on a slow line (1.6 megabits, which is called "slow 4G").
const SLOW_LINE: usize = 200_000;

fn warnings(parts: Parts, content: Content, longest: &str) -> Vec<String> {
    let mut warnings = Vec::new();
    let usual = DOCUMENT.at(content);
    if parts.document > usual {
        warnings.push(format!(
            "the page without its style takes {} bytes, compressed; for so many figures, citations, charts and \
             articles at most {usual} are usual. Long texts make it heavy. The longest: {longest}. Shorten what can be said \
             in fewer words",
            parts.document
        ));
    }
    if parts.first > LARGE {
        let tenths = (10 * parts.first).div_ceil(SLOW_LINE);
        let seconds = format!("{}.{}", tenths / 10, tenths % 10);
        warnings.push(format!(
            "the page has grown past {LARGE} bytes: on a slow line it is complete after {seconds} seconds, and what leads it \
             comes first. It may be published as it is. To make it lighter, take figures that no longer matter out of \
             \"sections\" (they may stay in charts), retire figures that were superseded, or make a dashboard of its own \
             of a part"
        ));
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTENT: Content = Content { figures: 30, citations: 70, events: 11, charts: 7, articles: 5 };

    fn page() -> Parts {
        Parts {
            document: DOCUMENT.at(CONTENT),
            styles: STYLES,
            script: SCRIPT,
            program: PROGRAM,
            drawing: DRAWING,
            first: FIRST,
        }
    }

    #[test]
    fn a_page_at_its_limits_passes() {
        assert!(engine(page(), CONTENT).iter().all(|part| part.found <= part.most));
        assert!(warnings(page(), CONTENT, "").is_empty());
    }

    #[test]
    fn each_part_has_its_own_limit() {
        for (heavy, what) in [
            (Parts { document: page().document + 1, ..page() }, "the words and pictures of the page"),
            (Parts { styles: STYLES + 1, ..page() }, "the styles"),
            (Parts { script: SCRIPT + 1, ..page() }, "the bytes of the script"),
            (Parts { program: PROGRAM + 1, ..page() }, "js and wasm"),
            (Parts { drawing: DRAWING + 1, ..page() }, "js and wasm of the drawing program"),
        ] {
            let over = engine(heavy, CONTENT).into_iter().filter(|part| part.found > part.most);
            assert_eq!(over.map(|part| part.what).collect::<Vec<_>>(), [what]);
        }
    }

    #[test]
    fn what_is_printed_may_grow_with_the_data_and_the_program_may_not() {
        let more = Content { figures: 31, articles: 6, ..CONTENT };
        let [program, drawing, styles, script, document] = engine(page(), more);
        assert!(document.found < document.most);
        for code in [program, drawing, styles, script] {
            assert_eq!(code.found, code.most, "{}", code.what);
        }
    }

    #[test]
    fn growth_is_what_each_further_figure_adds() {
        assert_eq!(growth((30, 10_000), (300, 37_000)), 100);
        assert_eq!(growth((30, 10_000), (300, 37_001)), 101);
        assert_eq!(growth((30, 10_000), (30, 10_000)), 0);
    }

    #[test]
    fn a_curator_learns_which_texts_are_long() {
        let heavy = Parts { document: page().document + 1, ..page() };
        let warnings = warnings(heavy, CONTENT, "figures left, note (900 letters)");
        assert_eq!(warnings.len(), 1);
        assert!(warnings.iter().all(|warning| warning.contains("The longest: figures left, note (900 letters).")));
    }

    #[test]
    fn a_large_edition_is_warned_of_how_long_readers_wait() {
        let large = Parts { first: 410_000, ..page() };
        let warnings = warnings(large, CONTENT, "");
        assert!(warnings.iter().all(|warning| warning.contains("after 2.1 seconds")), "{warnings:?}");
        assert_eq!(warnings.len(), 1);
    }
}
