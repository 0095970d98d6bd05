//! The page fits a small phone and a desk: nothing is cut off or wider than the window.

use anyhow::Result;
use visitor::reader::Reader;

use crate::report::Report;

const REMEDY: &str = "Say it in fewer words: a shorter \"short\", \"label\", \"unit\", \"title\" or \"said_by\", or break up a \
     very long word. If the words are short already, the program is at fault: hand these lines to whoever looks after it.";

/// The widths of windows, in pixels.
const WIDTHS: [(u32, &str); 2] = [(320, "on a small phone"), (1280, "on a desk")];

/// Looks at the page that is open at each width.
pub(crate) async fn check(reader: &Reader, report: &mut Report) -> Result<()> {
    for (width, device) in WIDTHS {
        reader.width(width).await?;
        let (judged, found): (bool, Vec<String>) = reader.see(include_str!("probes/fit.js")).await?;
        if !judged {
            report.gap(
                "whether words are cut off in pictures: none of the fonts that most readers have is installed here \
                        (Debian: `apt-get install fonts-liberation`)",
            );
        }
        report.faults(found.into_iter().map(|what| format!("{device} ({width} pixels), {what}")), REMEDY);
    }
    Ok(())
}
