//! What the page may cost: a phone on a slow line pays for every byte. Code and style have limits of their own; what is
//! printed from the data has one that grows with it.

use std::path::Path;

use anyhow::{Result, bail};

use crate::content::{self, Content};
use crate::edition::Edition;
use crate::parts::Parts;

/// The most that js and wasm may come to after brotli, in bytes, and that style may.
const PROGRAM: usize = 192_000;
const STYLES: usize = 5_500;

/// The most that the whole first view of an edition with some thirty figures may come to. Larger editions may pass it;
/// their curators learn of it.
const WHOLE: usize = 227_000;

/// What the document, which is the page without its style, may come to: so much, and so much more for each of these.
/// One more of each was measured by taking it out of the page of a real edition: a figure costs 53 to 86 bytes, a
/// citation 56, a chart 1,100 to 1,200, an article 580 to 720. With this much room the editions in tests/editions come to
/// 64 to 90 per cent of their limits; generated ones, whose words repeat, to half.
const DOCUMENT: Slope = Slope { alone: 1_600, figure: 90, citation: 65, event: 90, chart: 1_300, article: 700 };

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

/// A part of the page, what it comes to and what it may.
struct Weighed {
    what: &'static str,
    found: usize,
    most: usize,
}

impl Weighed {
    fn line(&self) -> String {
        let Self { what, found, most } = self;
        format!("{what} come to {found} bytes after brotli; {most} are allowed")
    }
}

/// What the code is answerable for.
fn engine(parts: Parts, content: Content) -> [Weighed; 3] {
    [
        Weighed { what: "js and wasm", found: parts.program, most: PROGRAM },
        Weighed { what: "the styles", found: parts.styles, most: STYLES },
        Weighed { what: "the words and pictures of the page", found: parts.document, most: DOCUMENT.at(content) },
    ]
}

/// Holds the site of an edition that the engine is tried on against the limits.
pub(crate) fn judge(name: &str, edition: &Edition, site: &Path, whole: bool) -> Result<()> {
    let (parts, content) = (Parts::of(site)?, Content::of(&content::read(&edition.data())?));
    let all = Weighed { what: "all files of the first view", found: parts.whole, most: WHOLE };
    let weighed = engine(parts, content).into_iter().chain(whole.then_some(all));
    let (right, over): (Vec<Weighed>, Vec<Weighed>) = weighed.partition(|part| part.found <= part.most);
    right.iter().for_each(|part| println!("{name}: {}.", part.line()));
    if over.is_empty() {
        return Ok(());
    }
    let over = over.iter().map(Weighed::line).collect::<Vec<_>>().join("; ");
    bail!("the page of {name} is too heavy: {over}. `cargo xtask bench` shows where it is")
}

/// Says what the page of an edition weighs, and what somebody who edits it can do if that is much. It never refuses.
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
        "The first view of the page comes to {} bytes, compressed: {} for the program, {} for the style, {} for what is \
         printed of {figures} figures, {citations} citations, {charts} charts and {articles} articles.",
        parts.whole, parts.program, parts.styles, parts.document
    )
}

/// The bytes that a phone gets in a second on a slow line (1.6 megabits, which is called "slow 4G").
const SLOW_LINE: usize = 200_000;

fn warnings(parts: Parts, content: Content, longest: &str) -> Vec<String> {
    let mut warnings = Vec::new();
    let usual = DOCUMENT.at(content);
    if parts.document > usual {
        warnings.push(format!(
            "what is printed of the data comes to {} bytes, compressed; for so many figures, citations, charts and \
             articles at most {usual} are usual. Long texts make it heavy. The longest: {longest}. Shorten what can be said \
             in fewer words",
            parts.document
        ));
    }
    if parts.whole > WHOLE {
        let seconds = parts.whole.div_ceil(SLOW_LINE);
        warnings.push(format!(
            "the page has grown past {WHOLE} bytes: on a slow line it is complete after {seconds} seconds, and its figures \
             come first. It may be published as it is. To make it lighter, take figures that no longer matter out of \
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
        Parts { document: DOCUMENT.at(CONTENT), styles: STYLES, program: PROGRAM, whole: WHOLE }
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
            (Parts { program: PROGRAM + 1, ..page() }, "js and wasm"),
        ] {
            let over = engine(heavy, CONTENT).into_iter().filter(|part| part.found > part.most);
            assert_eq!(over.map(|part| part.what).collect::<Vec<_>>(), [what]);
        }
    }

    #[test]
    fn what_is_printed_may_grow_with_the_data_and_the_program_may_not() {
        let more = Content { figures: 31, articles: 6, ..CONTENT };
        let [program, styles, document] = engine(page(), more);
        assert!(document.found < document.most);
        assert_eq!((program.found, styles.found), (program.most, styles.most));
    }

    #[test]
    fn a_curator_is_told_which_texts_are_long() {
        let heavy = Parts { document: page().document + 1, ..page() };
        let warnings = warnings(heavy, CONTENT, "figures left, note (900 letters)");
        assert_eq!(warnings.len(), 1);
        assert!(warnings.iter().all(|warning| warning.contains("The longest: figures left, note (900 letters).")));
    }

    #[test]
    fn a_large_edition_is_warned_of_how_long_readers_wait() {
        let large = Parts { whole: 410_000, ..page() };
        let warnings = warnings(large, CONTENT, "");
        assert!(warnings.iter().all(|warning| warning.contains("after 3 seconds")), "{warnings:?}");
        assert_eq!(warnings.len(), 1);
    }
}
