//! Style, scripts and program: what is the same whatever the figures are. Each is named after what is in it.

use anyhow::Result;

use crate::files::Files;
use crate::shell::{self, Shell};
use crate::{glue, hash, program, script};

/// What fetches the program when somebody asks for something, on the page and in excerpts.
const PROGRAM: &str = include_str!("program.js");

/// What looks after the page: the live data, what is laid out later, the way out.
const START: &str = include_str!("start.js");

/// What runs before anything of the page is painted.
const FIRST: &str = include_str!("first.js");

/// What sets the colours of an excerpt.
const THEME: &str = include_str!("theme.js");

/// What stands in each excerpt and tells the page around it how high it is.
const HEIGHT: &str = include_str!("height.js");

/// What brings an excerpt up to date.
const FRAME: &str = include_str!("frame.js");

/// What leads from the page of the live data to what was printed.
const REDIRECT: &str = include_str!("redirect.js");

/// What fills in what is chosen of HTML to copy, shows it and copies it.
const SHARE: &str = include_str!("share.js");

/// The style of that, apart from that of the page, since it comes with the dialog.
const SHARE_STYLE: &str = include_str!("share.css");

/// What the style has beyond that of the page, for pages on citing and for excerpts.
const BEYOND: [&str; 2] = [include_str!("cite.css"), include_str!("excerpt.css")];

// Pages are written without letters beyond ASCII (`shell::ascii`). In a script such a letter would become another text, and
// browsers would refuse the script, which the policy names by the hash of what it was.
const _: () = assert!(FIRST.is_ascii() && THEME.is_ascii() && HEIGHT.is_ascii() && REDIRECT.is_ascii());

/// What stands in pages, and the addresses of what they load.
#[derive(Default)]
pub(crate) struct Looks {
    /// The style of the page, and that of everything.
    pub(crate) style: String,
    pub(crate) whole_style: String,
    /// The scripts that stand in the page, in each excerpt, and at the end of the page of the live data.
    pub(crate) first: String,
    pub(crate) first_of_excerpts: String,
    pub(crate) redirect: String,
    /// Sheets: what the page has at its end, everything, and what pages on embedding have besides.
    pub(crate) later_sheet: String,
    pub(crate) whole_sheet: String,
    pub(crate) share_sheet: String,
    /// Scripts: what looks after the page, what keeps an excerpt up to date, what offers HTML to copy.
    pub(crate) start: String,
    pub(crate) frame: String,
    pub(crate) share: String,
    /// The two files of the program.
    pub(crate) script: String,
    pub(crate) wasm: String,
}

impl Looks {
    /// Takes what Trunk built out of the site and puts it back as it is to be sent.
    ///
    /// # Errors
    /// When a file that the shell names is not there.
    pub(crate) fn bind(site: &mut Files, shell: &Shell) -> Result<Self> {
        let style = bind_styles(site, &shell.styles)?;
        let later_style = bind_styles(site, &shell.later_styles)?;
        let whole_style = shell::css_escaped(&format!("{style}{later_style}{}", BEYOND.concat()));
        let (script, wasm) = bind_program(site, shell)?;
        let share = named(site, "share", "js", &script::spare(SHARE));
        let start = with_program(START).replace("share.js", &share);
        Ok(Self {
            first: script::spare(FIRST),
            first_of_excerpts: script::spare(THEME) + &script::spare(HEIGHT),
            redirect: script::spare(REDIRECT),
            later_sheet: named(site, "later", "css", &later_style),
            whole_sheet: named(site, "whole", "css", &whole_style),
            share_sheet: named(site, "share", "css", SHARE_STYLE),
            start: named(site, "start", "js", &start),
            frame: named(site, "frame", "js", &with_program(FRAME)),
            style,
            whole_style,
            share,
            script,
            wasm,
        })
    }

    /// The addresses of all that a cache may keep for ever.
    pub(crate) fn lasting(&self) -> [&str; 8] {
        [
            &self.later_sheet,
            &self.whole_sheet,
            &self.share_sheet,
            &self.start,
            &self.frame,
            &self.share,
            &self.script,
            &self.wasm,
        ]
    }
}

/// A script that can fetch the program: one block, so that no other script of a page knows its names.
fn with_program(script: &str) -> String {
    script::spare(&format!("{{\n{PROGRAM}{script}}}\n"))
}

/// Writes a file under a name that changes with its content.
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

/// Names the two files of the program after what is in both, so that no cache can pair one with the other of another
/// build.
fn bind_program(site: &mut Files, shell: &Shell) -> Result<(String, String)> {
    let (script, wasm) = (script::spare(&site.take_text(&shell.script)?), program::spare(&site.take(&shell.wasm)?));
    let (script, wasm) = glue::numbered(&script, &wasm);
    let name = hash::fingerprint(&[script.as_bytes(), &wasm]);
    let names = (format!("footnoted-{name}.js"), format!("footnoted-{name}_bg.wasm"));
    site.write(&names.0, script);
    site.write(&names.1, wasm);
    Ok(names)
}
