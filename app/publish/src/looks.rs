//! The style, scripts and program, which do not depend on the figures. Each file is named after its content.

use anyhow::Result;

use crate::files::Files;
use crate::shell::{self, Program, Shell};
use crate::{glue, hash, program, script};

/// Loads the program at a reader's first action, on the page and in excerpts.
const PROGRAM: &str = include_str!("program.js");

/// The page's script: live data, later layout, exit.
const START: &str = include_str!("start.js");

/// Runs before the first paint of the page.
const FIRST: &str = include_str!("first.js");

/// Sets the colours of an excerpt.
const THEME: &str = include_str!("theme.js");

/// In each excerpt: tells the page around it its height.
const HEIGHT: &str = include_str!("height.js");

/// Updates an excerpt.
const FRAME: &str = include_str!("frame.js");

/// Redirects from the page of the live data to the printed excerpt.
const REDIRECT: &str = include_str!("redirect.js");

/// Sends the figures to the pages with figures in sentences.
const FIGURES: &str = include_str!("figures.js");

/// Fills in the HTML to copy, shows and copies it.
const SHARE: &str = include_str!("share.js");

/// Marks the editions that are newer than the one in the address.
const SINCE: &str = include_str!("since.js");

/// The style of the page that lists the changes.
const CHANGES_STYLE: &str = include_str!("changes.css");

/// The style of that, which loads with the dialog.
const SHARE_STYLE: &str = include_str!("share.css");

/// The style beyond that of the page, for pages on citing and for excerpts.
const BEYOND: [&str; 2] = [include_str!("cite.css"), include_str!("excerpt.css")];

// Pages are ASCII (`shell::ascii`). A character reference in a script would change its text, and browsers would refuse the
// script, whose hash is in the policy.
const _: () = assert!(FIRST.is_ascii() && THEME.is_ascii() && HEIGHT.is_ascii() && REDIRECT.is_ascii());

/// The inline parts of pages, and the addresses of what they load.
#[derive(Default)]
pub(crate) struct Looks {
    /// The style of the page, and that of everything.
    pub(crate) style: String,
    pub(crate) whole_style: String,
    /// The inline scripts of the page, of each excerpt, of the page of the live data, and of that of the figures in sentences.
    pub(crate) first: String,
    pub(crate) first_of_excerpts: String,
    pub(crate) redirect: String,
    pub(crate) figures: String,
    /// Style sheets: the end of the page's style, all of it, and that of pages on embedding.
    pub(crate) later_sheet: String,
    pub(crate) whole_sheet: String,
    pub(crate) share_sheet: String,
    pub(crate) changes_sheet: String,
    /// Scripts: of the page, of an excerpt, and of pages on embedding.
    pub(crate) start: String,
    pub(crate) frame: String,
    pub(crate) share: String,
    /// The script of the page that lists the changes.
    pub(crate) since: String,
    /// The program that answers readers, and the one that draws the page again.
    pub(crate) answering: Program,
    pub(crate) drawing: Program,
}

impl Looks {
    /// Takes Trunk's files out of the site and adds them as they are published.
    ///
    /// # Errors
    /// If a file that the shell names does not exist.
    pub(crate) fn bind(site: &mut Files, shell: &Shell) -> Result<Self> {
        let style = bind_styles(site, &shell.styles)?;
        let later_style = bind_styles(site, &shell.later_styles)?;
        let whole_style = shell::css_escaped(&format!("{style}{later_style}{}", BEYOND.concat()));
        let answering = bind_program(site, "footnoted", &shell.answering)?;
        let drawing = bind_program(site, "drawing", &shell.drawing)?;
        let share = named(site, "share", "js", &script::spare(SHARE));
        let start = with_program(START).replace("share.js", &share);
        Ok(Self {
            first: script::spare(FIRST),
            first_of_excerpts: script::spare(THEME) + &script::spare(HEIGHT),
            redirect: script::spare(REDIRECT),
            figures: script::spare(FIGURES),
            later_sheet: named(site, "later", "css", &later_style),
            whole_sheet: named(site, "whole", "css", &whole_style),
            share_sheet: named(site, "share", "css", SHARE_STYLE),
            changes_sheet: named(site, "changes", "css", CHANGES_STYLE),
            since: named(site, "since", "js", &script::spare(SINCE)),
            start: named(site, "start", "js", &start),
            frame: named(site, "frame", "js", &with_program(FRAME)),
            style,
            whole_style,
            share,
            answering,
            drawing,
        })
    }

    /// The attributes of a script that loads the programs, in pages with this path to the folder of the site.
    pub(crate) fn programs(&self, root: &str) -> String {
        let Self { answering, drawing, .. } = self;
        [("app", &answering.script), ("wasm", &answering.wasm), ("draw", &drawing.script), ("drawing", &drawing.wasm)]
            .map(|(name, address)| format!(" data-{name}=\"{root}{address}\""))
            .concat()
    }

    /// The addresses of all files that can be cached for ever.
    pub(crate) fn lasting(&self) -> [&str; 12] {
        [
            &self.later_sheet,
            &self.whole_sheet,
            &self.share_sheet,
            &self.changes_sheet,
            &self.since,
            &self.start,
            &self.frame,
            &self.share,
            &self.answering.script,
            &self.answering.wasm,
            &self.drawing.script,
            &self.drawing.wasm,
        ]
    }
}

/// A script that can load the program: one block, so that its names are invisible to other scripts.
fn with_program(script: &str) -> String {
    script::spare(&format!("{{\n{PROGRAM}{script}}}\n"))
}

/// Writes a file under a name made of a hash of its content.
fn named(site: &mut Files, name: &str, ending: &str, content: &str) -> String {
    let address = format!("{name}-{}.{ending}", hash::fingerprint(&[content.as_bytes()]));
    site.write(&address, content);
    address
}

/// Makes one style of several sheets.
fn bind_styles(site: &mut Files, sheets: &[String]) -> Result<String> {
    let mut style = String::new();
    for address in sheets {
        style += &site.take_text(address)?;
    }
    Ok(shell::css_escaped(&style))
}

/// Names the two files of a program after the content of both, so that no cache can combine files of two builds.
fn bind_program(site: &mut Files, name: &str, built: &Program) -> Result<Program> {
    let (script, wasm) = (script::spare(&site.take_text(&built.script)?), program::spare(&site.take(&built.wasm)?));
    let (script, wasm) = glue::numbered(&script, &wasm);
    let name = format!("{name}-{}", hash::fingerprint(&[script.as_bytes(), &wasm]));
    let named = Program { script: format!("{name}.js"), wasm: format!("{name}_bg.wasm") };
    site.write(&named.script, script);
    site.write(&named.wasm, wasm);
    Ok(named)
}
