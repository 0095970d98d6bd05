//! Writes the page `changes.html`, which lists what changed in each edition, and the changes of single figures for their folds
//! on the page and for their pages in `cite/`.

use anyhow::Result;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use model::Place;
use statement::{Account, News, isolated};
use web::Excerpt;

use crate::chronicle::{Chronicle, Entry};
use crate::edits::{Did, Edit};
use crate::feed;
use crate::files::Files;
use crate::leaf::Leaf;
use crate::looks::Looks;
use crate::news::{PAGE, content, said};
use crate::preview;
use crate::shell::{escaped, marked};

/// The input for the page and the feed.
pub(crate) struct Changes<'a> {
    pub(crate) plot: &'a Account<'a>,
    pub(crate) chronicle: &'a Chronicle,
    pub(crate) looks: &'a Looks,
    /// The policy of the page; none in a draft.
    pub(crate) policy: Option<&'a str>,
}

impl Changes<'_> {
    /// Writes the page and the feed.
    pub(crate) fn write(&self, site: &mut Files) {
        let Self { plot, chronicle, looks, policy } = *self;
        let title = plot.title();
        let newest = chronicle.entries.first();
        let keep = newest.map(|newest| {
            let address = format!("{}{}", plot.address.unwrap_or_default(), newest.since());
            format!(
                "<p class=\"about\">{}: <a href=\"{}\"><code>{}</code></a>. {}</p>",
                said(plot, News::Keep),
                newest.since(),
                escaped(&address),
                said(plot, News::KeepHint)
            )
        });
        let editions: String =
            chronicle.entries.iter().enumerate().map(|(place, entry)| edition(plot, entry, place == 0)).collect();
        let body = format!(
            "<header class=\"masthead\"><h1><a href=\"index.html\">{}</a></h1></header><main><h2>{}</h2><p class=\"about\">{} <a href=\"{}\">{}</a></p>{}{editions}</main>",
            marked(title),
            said(plot, News::Changes),
            said(plot, News::Intro),
            feed::FEED,
            said(plot, News::Feed),
            keep.unwrap_or_default(),
        );
        let name = format!("{} · {}", plot.language.news(News::Changes), isolated(title));
        let page = Leaf {
            language: plot.language,
            policy,
            title: &name,
            preview: &preview::of_leaf(plot, Excerpt::Whole, plot.dashboard.updated, PAGE, &name),
            root: "",
            attributes: " data-leaf",
            inline: None,
            head: &format!(
                "<link rel=\"stylesheet\" href=\"{}\"><link rel=\"stylesheet\" href=\"{}\">{}<script type=\"module\" src=\"{}\"></script>",
                looks.whole_sheet,
                looks.changes_sheet,
                feed::link(plot),
                looks.since
            ),
            body: &body,
        };
        site.write(PAGE, page.html());
        if let Some(feed) = feed::feed(plot, chronicle) {
            site.write(feed::FEED, feed);
        }
    }
}

/// An edition: its corrections, then its other changes.
fn edition(plot: &Account<'_>, entry: &Entry, newest: bool) -> String {
    let Entry { key, date, .. } = entry;
    let seen = if newest { News::NothingNewer } else { News::NewerAbove };
    let heading = said(plot, News::Edition { date: &entry.day(plot) });
    let data = entry.data.as_ref().map(|data| format!("<a href=\"{data}\">{}</a> · ", said(plot, News::Data)));
    format!(
        "<section class=\"edition\" id=\"{key}\"><p class=\"seen\">{}</p><h3><time datetime=\"{}\">{heading}</time> <span class=\"newer\">{}</span></h3>{}<p class=\"foot\">{}<a href=\"{}\">{}</a> · <code>{key}</code></p></section>",
        said(plot, seen),
        escaped(date),
        said(plot, News::Newer),
        content(plot, entry, true),
        data.unwrap_or_default(),
        entry.since(),
        said(plot, News::Link),
    )
}

/// The changes of a figure, newest first, as HTML: `Changed on 3 March 2026, was about 5,000`. `root` is the path to the site's
/// folder.
pub(crate) fn of_figure(plot: &Account<'_>, chronicle: &Chronicle, id: &str, root: &str) -> String {
    chronicle.of_figure(id).filter_map(|(entry, edit)| past(plot, entry, edit, root)).collect()
}

/// The last change of a figure's value or status.
fn last_change(plot: &Account<'_>, chronicle: &Chronicle, id: &str) -> Option<String> {
    let mut changes = chronicle.of_figure(id).filter(|(_, edit)| edit.did != Did::FigureAdded);
    changes.find_map(|(entry, edit)| past(plot, entry, edit, ""))
}

fn past(plot: &Account<'_>, entry: &Entry, edit: &Edit, root: &str) -> Option<String> {
    let (date, was) = (&entry.day(plot), edit.was.as_str());
    let news = match edit.did {
        Did::Value | Did::Standing => News::ChangedOn { date, was },
        Did::Corrected => News::CorrectedOn { date, was },
        Did::FigureAdded => News::AddedOn { date },
        _ => return None,
    };
    Some(format!("<p><a href=\"{root}{PAGE}#{}\">{}</a></p>", entry.key, said(plot, news)))
}

/// Adds to the fold of each figure on the page the last change of its value or status.
pub(crate) fn in_folds(body: &str, plot: &Account<'_>, chronicle: &Chronicle) -> Result<String> {
    let mut settings = RewriteStrSettings::new();
    for figure in &plot.dashboard.figures {
        if let Some(told) = last_change(plot, chronicle, &figure.id) {
            let fold = format!("#{}-more > .more", Place::Figure(&figure.id).anchor());
            settings = settings.append_element_content_handler(element!(fold, move |fold| {
                fold.append(&told, ContentType::Html);
                Ok(())
            }));
        }
    }
    Ok(rewrite_str(body, settings)?)
}
