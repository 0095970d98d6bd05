//! The excerpts: each chart, each figure and the whole dashboard as pages for frames in other sites. They show the current
//! data. An excerpt contains only its own part, so an edit of another part does not change it.

use anyhow::{Context, Result};
use model::Date;
use statement::{Account, Language};
use web::Excerpt;

use crate::files::Files;
use crate::history::History;
use crate::leaf::{Leaf, root_from};
use crate::looks::Looks;
use crate::preview;
use crate::shell::escaped;

/// The inputs of the excerpts.
pub(crate) struct Excerpts<'a> {
    pub(crate) plot: &'a Account<'a>,
    /// The days of the last changes.
    pub(crate) history: &'a History,
    /// Their style and scripts.
    pub(crate) looks: &'a Looks,
    /// The policy of excerpts; `None` for previews.
    pub(crate) policy: Option<&'a str>,
}

/// All excerpts of a dashboard: everything, each chart, each figure.
pub(crate) fn all<'a>(plot: &Account<'a>) -> Vec<Excerpt<'a>> {
    let dashboard = plot.dashboard;
    let charts = dashboard.charts.iter().map(|chart| Excerpt::Chart(&chart.id));
    let figures = dashboard.figures.iter().map(|figure| Excerpt::Figure(&figure.id));
    [Excerpt::Whole].into_iter().chain(charts).chain(figures).collect()
}

impl Excerpts<'_> {
    /// Writes the excerpts, and the page that draws any other.
    pub(crate) fn write(&self, site: &mut Files) -> Result<()> {
        let languages = Language::ALL.map(Language::tag).join(" ");
        for excerpt in all(self.plot) {
            let file = excerpt.file();
            let root = root_from(&file);
            let (day, shows) = (self.history.day(excerpt), self.history.shows(excerpt));
            let view = web::render_excerpt(self.plot, excerpt, &format!("{root}index.html"), day, None)
                .with_context(|| format!("there is no {} {}", excerpt.kind(), excerpt.id()))?;
            let day = Date::Day(day);
            let body = format!(
                "<div id=\"page\" data-excerpt=\"{}\" data-id=\"{}\" data-root=\"{root}\" data-languages=\"{languages}\" data-shows=\"{shows}\" data-updated=\"{day}\">{view}</div><div id=\"notice\"></div>",
                excerpt.kind(),
                escaped(excerpt.id()),
            );
            let head = self.program(&root);
            let preview = preview::of_excerpt(self.plot, excerpt, self.history.day(excerpt));
            let leaf = Leaf { preview: &preview, ..self.leaf(excerpt, &root, self.policy, &head, &body) };
            site.write(&file, leaf.html());
        }
        let nothing = web::render_nothing(self.plot, "index.html");
        let body = format!(
            "<div id=\"page\" data-root=\"\">{nothing}</div><div id=\"notice\"></div><script>{}</script>",
            self.looks.redirect
        );
        let (head, preview) =
            (self.program(""), preview::of_excerpt(self.plot, Excerpt::Whole, self.plot.dashboard.updated));
        let leaf = Leaf { preview: &preview, ..self.leaf(Excerpt::Whole, "", self.policy, &head, &body) };
        site.write("live.html", leaf.html());
        Ok(())
    }

    fn leaf<'l>(
        &'l self,
        excerpt: Excerpt<'_>,
        root: &'l str,
        policy: Option<&'l str>,
        head: &'l str,
        body: &'l str,
    ) -> Leaf<'l> {
        // The style is inline, since some browsers load nothing in a frame without an origin.
        Leaf {
            language: self.plot.language,
            policy,
            title: excerpt.title(self.plot).unwrap_or_default(),
            root,
            attributes: " data-laid-out data-framed",
            preview: "",
            head,
            inline: Some((&self.looks.first_of_excerpts, &self.looks.whole_style)),
            body,
        }
    }

    /// The script that updates an excerpt.
    fn program(&self, root: &str) -> String {
        format!("<script defer src=\"{root}{}\"{}></script>", self.looks.frame, self.looks.programs(root))
    }
}
