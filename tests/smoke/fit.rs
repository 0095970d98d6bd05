//! The page fits a small phone and a desk: nothing is cut off or wider than the window.

use anyhow::Result;
use visitor::reader::Reader;

use crate::report::Report;

const REMEDY: &str = "Say it in fewer words: a shorter \"short\", \"label\", \"unit\", \"title\" or \"said_by\", or break up a \
     very long word. If the words are short already, the program is at fault: hand these lines to those who look after it.";

/// The widths of windows, in pixels.
const WIDTHS: [(u32, &str); 2] = [(320, "on a small phone"), (1280, "on a desk")];

/// By how many pixels words may be out of their place and still be read: no reason to keep news back.
const READABLE: f64 = 16.0;

/// Looks at the page that is open at each width.
pub(crate) async fn check(reader: &Reader, report: &mut Report) -> Result<()> {
    for (width, device) in WIDTHS {
        reader.width(width).await?;
        let (judged, found): (bool, Vec<(String, f64)>) = reader.see(include_str!("probes/fit.js")).await?;
        if !judged {
            report.note(
                "NOT CHECKED: whether words are cut off in pictures, since none of the fonts that most readers have is \
                 installed here (Debian: `apt-get install fonts-liberation`)",
            );
        }
        for (what, over) in found {
            let what = format!("{device} ({width} pixels), {what}");
            if over > READABLE {
                report.fault(what, REMEDY);
            } else {
                report.note(format!("Worth a look, and no reason not to publish: {what}"));
            }
        }
    }
    Ok(())
}
