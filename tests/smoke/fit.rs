//! Checks that the page fits a small phone and a desktop: nothing is cut off or wider than the viewport.

use anyhow::Result;
use visitor::reader::Reader;

use crate::report::Report;

const REMEDY: &str = "Use a shorter \"short\", \"label\", \"unit\", \"title\" or \"said_by\", or split a very long word. If \
     the words are short already, this is a bug: send these lines to the developers.";

/// The widths of the viewport in pixels, with words for the message.
const WIDTHS: [(u32, &str); 2] = [(320, "on a small phone"), (1280, "on a desktop")];

/// The overflow in pixels up to which text is still readable. It is reported, but does not prevent publication.
const READABLE: f64 = 16.0;

/// Checks the open page at each width.
pub(crate) async fn check(reader: &Reader, report: &mut Report) -> Result<()> {
    for (width, device) in WIDTHS {
        reader.width(width).await?;
        let (judged, found): (bool, Vec<(String, f64)>) = reader.see(include_str!("probes/fit.js")).await?;
        if !judged {
            report.note(
                "NOT CHECKED: whether words are cut off in pictures, since none of the usual fonts is installed here \
                 (Debian: `apt-get install fonts-liberation`)",
            );
        }
        for (what, over) in found {
            let what = format!("{device} ({width} pixels), {what}");
            if over > READABLE {
                report.fault(what, REMEDY);
            } else {
                report.note(format!("WARNING (does not prevent publication): {what}"));
            }
        }
    }
    Ok(())
}
