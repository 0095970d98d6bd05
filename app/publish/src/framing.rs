//! The frame of an excerpt as HTML to paste: the frame, its line of citation, and the script for its height.

use model::Day;
use statement::{Account, Message};
use web::Excerpt;

use crate::heights::Heights;
use crate::shell::{escaped, marked};
use crate::worded::worded;

/// The sandbox is as strict as possible: it allows scripts, for the height and for newer data, and articles in new windows
/// that are not sandboxed; nothing that gives the frame access to the site around it.
pub(crate) const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// The script that fits the height of frames.
pub(crate) const HEIGHT_SCRIPT: &str = r#"<script async src="{root}embed.js" referrerpolicy="no-referrer"></script>"#;

/// The style of the box around frame and line. The height of the frame depends on the width of the box, which therefore does not
/// depend on its content: so it is as wide as its column also in boxes that are as narrow as their content.
const BOX: &str =
    "container-type:inline-size;place-self:stretch;flex-grow:1;min-width:0;contain-intrinsic-inline-size:300px";

/// The height of a frame with everything, in pixels: it scrolls where no script fits it.
const WHOLE: u32 = 800;

/// An excerpt about to be framed.
pub(crate) struct Framing<'a> {
    plot: &'a Account<'a>,
    excerpt: Excerpt<'a>,
    /// The day of its last change. That of the whole file would change with every edit.
    day: Day,
    /// `None` for everything.
    heights: Option<Heights>,
}

impl<'a> Framing<'a> {
    pub(crate) fn of(plot: &'a Account<'a>, excerpt: Excerpt<'a>, day: Day) -> Self {
        let html = || web::render_excerpt(plot, excerpt, "index.html", day, None);
        let part = (excerpt != Excerpt::Whole).then(html).flatten();
        // HTML of the press itself can always be read.
        Self { plot, excerpt, day, heights: part.and_then(|html| Heights::of(&html).ok()) }
    }

    /// The live or frozen frame in this file of the site, with its line of citation, in one box: sites set the width of their
    /// columns by the parts in them, and the height of the frame depends on the width of the box.
    pub(crate) fn code(&self, file: &str) -> String {
        let title = self.excerpt.title(self.plot).unwrap_or_default();
        let (frame, way, tag) = (self.frame(file), way(self.plot, self.excerpt, title), self.plot.language.tag());
        format!(
            "<div class=\"footnoted\" style=\"{BOX}\">\n{frame}\n<p lang=\"{tag}\" dir=\"auto\">{way}</p>\n</div>\n{HEIGHT_SCRIPT}"
        )
    }

    /// The answer for a site into which the address of the excerpt is pasted (oEmbed): the figures in words, and the live
    /// frame, of a site at this address. WordPress shows the words until the frame has sent its height, and in feeds; it keeps
    /// nothing else than these two.
    pub(crate) fn answer(&self, address: &str) -> String {
        let Self { plot, excerpt, day, .. } = *self;
        let title = marked(excerpt.title(plot).unwrap_or_default().trim_end_matches('.'));
        let words = worded(plot, excerpt);
        let way = way(plot, excerpt, &plot.updated(day));
        let frame = self.frame(&excerpt.file());
        let code = format!(
            "<blockquote class=\"footnoted\">{title}. {words}{way}</blockquote>\n<div class=\"footnoted\" style=\"{BOX}\">{frame}</div>\n{HEIGHT_SCRIPT}"
        );
        code.replace("{query}", "").replace("{width}", "100%").replace("{root}", address)
    }

    /// The height of the frame in pixels, where neither a script nor a style sets it.
    pub(crate) fn height(&self) -> u32 {
        self.heights.as_ref().map_or(WHOLE, Heights::typical)
    }

    /// The frame. Where a site removes its style, the attributes keep its height, and keep it without a border.
    fn frame(&self, file: &str) -> String {
        let height = self.heights.as_ref().map(|heights| format!(";height:{}", heights.css())).unwrap_or_default();
        format!(
            r#"<iframe src="{{root}}{file}{{query}}" title="{}" width="{{width}}" height="{}" frameborder="0" style="border:0;max-width:100%{height}" loading="lazy" sandbox="{SANDBOX}" referrerpolicy="no-referrer"></iframe>"#,
            escaped(self.excerpt.title(self.plot).unwrap_or_default()),
            self.height(),
        )
    }
}

/// Words with the link to the place of an excerpt on the page.
pub(crate) fn way(plot: &Account<'_>, excerpt: Excerpt<'_>, words: &str) -> String {
    let anchor = excerpt.home(plot);
    let all = plot.language.say(Message::WholeDashboard);
    format!(r#"{}. <a href="{{root}}{anchor}">{}</a>"#, marked(words.trim_end_matches('.')), marked(&all))
}
