//! The pages in the folder `share/`, which show how to embed the page, a chart or a figure. The main page opens them as
//! dialogs.

use model::Place;
use statement::{Account, Message, Offer, isolated};
use web::{Excerpt, Share};

use crate::files::Files;
use crate::frozen::Frozen;
use crate::history::History;
use crate::leaf::Leaf;
use crate::looks::Looks;
use crate::{preview, snippet};

/// The inputs of these pages.
pub(crate) struct Shares<'a> {
    pub(crate) plot: &'a Account<'a>,
    /// The address at which the site will be published, if known.
    pub(crate) address: Option<&'a str>,
    /// The frozen files; `None` for previews.
    pub(crate) frozen: Option<&'a Frozen>,
    pub(crate) history: &'a History,
    /// Their style and script.
    pub(crate) looks: &'a Looks,
    /// The policy of the site; `None` for previews.
    pub(crate) policy: Option<&'a str>,
}

impl Shares<'_> {
    /// Writes a page for each excerpt.
    pub(crate) fn write(&self, site: &mut Files, excerpts: &[Excerpt<'_>]) {
        let Self { plot, address, frozen, history, looks, policy } = *self;
        let Looks { whole_sheet: sheet, share_sheet: own_sheet, share: script, .. } = looks;
        let title = plot.title();
        for excerpt in excerpts {
            let anchor = excerpt.place().map(|place: Place<'_>| place.anchor());
            let name = anchor.unwrap_or_else(|| "dashboard".into());
            let what = excerpt.title(plot).unwrap_or_default();
            let pictures = self.pictures(*excerpt);
            let share = Share {
                what,
                snippets: snippet::snippets(plot, *excerpt, history, frozen),
                has_slide: pictures.iter().any(|(address, ..)| *address == preview::slide(*excerpt)),
                pictures,
                root: "../",
                address,
                back: &format!("../index.html{}", excerpt.home(plot)),
                language: plot.language,
            };
            let (file, called) = (format!("share/{name}.html"), format!("{} · {}", isolated(what), isolated(title)));
            let page = Leaf {
                language: plot.language,
                policy,
                title: &called,
                preview: &preview::of_leaf(plot, *excerpt, history.day(*excerpt), &file, &called),
                root: "../",
                attributes: " data-leaf",
                inline: None,
                head: &format!(
                    "<link rel=\"stylesheet\" href=\"../{sheet}\"><link rel=\"stylesheet\" href=\"../{own_sheet}\" data-share><script type=\"module\" src=\"../{script}\"></script>"
                ),
                body: &format!(
                    "<header class=\"masthead\"><h1>{}</h1></header><main>{}</main>",
                    crate::shell::marked(title),
                    share.html()
                ),
            };
            site.write(&file, page.html());
        }
    }

    /// The pictures of an excerpt in fixed sizes, each with its address, name and size. Previews have none for links.
    fn pictures(&self, excerpt: Excerpt<'_>) -> Vec<(String, String, String)> {
        let language = self.plot.language;
        let slide = (preview::slide(excerpt), language.say(Message::Slide), language.offer(Offer::SlideSize));
        let link = (preview::picture(excerpt), language.offer(Offer::LinkPicture), language.offer(Offer::LinkSize));
        match excerpt {
            Excerpt::Chart(_) if self.frozen.is_some() => vec![slide, link],
            Excerpt::Chart(_) => vec![slide],
            Excerpt::Figure(id) if self.plot.dashboard.leading().any(|figure| figure.id == id) => vec![slide],
            Excerpt::Figure(_) => Vec::new(),
            Excerpt::Whole => vec![link],
        }
    }
}
