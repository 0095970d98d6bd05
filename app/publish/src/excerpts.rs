//! The excerpts: each chart, each figure and the whole as pages of their own, to be framed by other people's pages;
//! once as they follow the data, and once frozen, as they are today.

use anyhow::{Context, Result};
use chart::{Plot, Theme};
use locale::{Language, Offer};
use model::Date;
use web::Excerpt;

use crate::files::Files;
use crate::input::FROZEN;
use crate::leaf::{Leaf, root_from};
use crate::looks::Looks;
use crate::shell::escaped;
use crate::{hash, picture, policy, preview};

/// Everything that the excerpts are made of.
pub(crate) struct Excerpts<'a> {
    pub(crate) plot: &'a Plot<'a>,
    /// The data as it was read.
    pub(crate) text: &'a str,
    /// The address at which the site will stand, where that is known.
    pub(crate) address: Option<&'a str>,
    /// Their style and scripts.
    pub(crate) looks: &'a Looks,
    /// The policy of excerpts; none while the site is only looked at.
    pub(crate) policy: Option<&'a str>,
}

impl<'a> Excerpts<'a> {
    /// All there is to take out of the dashboard: everything, each chart, each figure.
    pub(crate) fn all(&self) -> Vec<Excerpt<'a>> {
        let dashboard = self.plot.dashboard;
        let charts = dashboard.charts.iter().map(|chart| Excerpt::Chart(&chart.id));
        let figures = dashboard.figures.iter().map(|figure| Excerpt::Figure(&figure.id));
        [Excerpt::Whole].into_iter().chain(charts).chain(figures).collect()
    }

    /// Writes those that follow the data, and the page that draws whatever was not printed.
    pub(crate) fn write(&self, site: &mut Files) -> Result<()> {
        let version = web::version(self.text);
        let updated = Date::Day(self.plot.dashboard.updated);
        let languages = Language::ALL.map(Language::tag).join(" ");
        for excerpt in self.all() {
            let file = excerpt.file();
            let root = root_from(&file);
            let view = self.view(excerpt, &root, None)?;
            let body = format!(
                "<div id=\"page\" data-excerpt=\"{}\" data-id=\"{}\" data-root=\"{root}\" data-languages=\"{languages}\" data-version=\"{version}\" data-updated=\"{updated}\">{view}</div><div id=\"notice\"></div>",
                excerpt.kind(),
                escaped(excerpt.id()),
            );
            let head = self.program(&root) + &preview::of_excerpt(self.plot, excerpt, self.address);
            site.write(&file, self.leaf(excerpt, &root, self.policy, &head, &body).html());
        }
        let nothing = web::render_nothing(self.plot, "index.html");
        let body = format!(
            "<div id=\"page\" data-root=\"\">{nothing}</div><div id=\"notice\"></div><script>{}</script>",
            self.looks.redirect
        );
        site.write("live.html", self.leaf(Excerpt::Whole, "", self.policy, &self.program(""), &body).html());
        Ok(())
    }

    /// Writes those that never change, with what pictures and data belong to them, into a folder that is named after all
    /// that is in it. Gives its address. The PNGs of the site have to be there.
    pub(crate) fn freeze(&self, site: &mut Files) -> Result<String> {
        let files = self.frozen(site)?;
        let contents: Vec<&[u8]> =
            files.iter().flat_map(|(file, content)| [file.as_bytes(), content.as_slice()]).collect();
        let folder = format!("{FROZEN}{}/", hash::fingerprint(&contents));
        for (file, content) in files {
            site.write(&format!("{folder}{file}"), content);
        }
        Ok(folder)
    }

    fn frozen(&self, site: &Files) -> Result<Vec<(String, Vec<u8>)>> {
        let plot = self.plot;
        let policy = self.policy.map(|_| policy::frozen(&self.looks.first_of_excerpts, &self.looks.whole_style));
        let remark = plot.language.offer(Offer::FrozenRemark);
        let mut files = vec![("dashboard.json".to_owned(), self.text.as_bytes().to_vec())];
        for excerpt in self.all() {
            let file = excerpt.file();
            // Two folders deeper than the others: that of all editions and that of its own.
            let root = format!("../../{}", root_from(&file));
            let body = format!("<div id=\"page\">{}</div>", self.view(excerpt, &root, Some(&remark))?);
            files.push((file, self.leaf(excerpt, &root, policy.as_deref(), "", &body).html().into_bytes()));
        }
        for chart in &plot.dashboard.charts {
            let sheet = picture::sheet(plot, chart, self.address);
            for (name, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
                files.push((format!("charts/{}-{name}.svg", chart.id), sheet.svg(theme).into_bytes()));
            }
        }
        // Painting takes longer than all the rest, and these are painted.
        let charts = plot.dashboard.charts.iter().map(|chart| format!("charts/{}.png", chart.id));
        for painted in charts.chain(["card.png".to_owned()]) {
            let content = site.read(&painted)?.to_vec();
            files.push((painted, content));
        }
        Ok(files)
    }

    fn view(&self, excerpt: Excerpt<'_>, root: &str, remark: Option<&str>) -> Result<String> {
        web::render_excerpt(self.plot, excerpt, &format!("{root}index.html"), remark)
            .with_context(|| format!("there is no {} {}", excerpt.kind(), excerpt.id()))
    }

    fn leaf<'l>(
        &'l self,
        excerpt: Excerpt<'_>,
        root: &'l str,
        policy: Option<&'l str>,
        head: &'l str,
        body: &'l str,
    ) -> Leaf<'l> {
        // The style stands in the page: some browsers give a frame without an origin nothing else.
        Leaf {
            language: self.plot.language,
            policy,
            title: excerpt.title(self.plot).unwrap_or_default(),
            root,
            attributes: " data-laid-out data-framed",
            head,
            inline: Some((&self.looks.first_of_excerpts, &self.looks.whole_style)),
            body,
        }
    }

    /// What brings an excerpt up to date.
    fn program(&self, root: &str) -> String {
        let Looks { frame, script, wasm, .. } = self.looks;
        format!("<script defer src=\"{root}{frame}\" data-app=\"{root}{script}\" data-wasm=\"{root}{wasm}\"></script>")
    }
}

#[cfg(test)]
mod tests {
    use model::{Dashboard, Footnotes};

    use super::*;

    /// The excerpts of a dashboard, in a style of this sort.
    fn of<T>(text: &str, style: &str, then: impl FnOnce(&Excerpts<'_>) -> T) -> T {
        let dashboard = Dashboard::parse(text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Plot { dashboard: &dashboard, footnotes: &footnotes, language: Language::English };
        let looks = Looks { whole_style: style.into(), frame: "frame.js".into(), ..Looks::default() };
        then(&Excerpts { plot: &plot, text, address: None, looks: &looks, policy: Some("default-src 'none'") })
    }

    #[test]
    fn an_edition_is_named_after_all_that_is_in_it_and_stands_beside_others() {
        let real = editions::text("cambodia").unwrap();
        let mut site = Files::default();
        let mut freeze = |text: &str, style| {
            of(text, style, |excerpts| {
                for chart in &excerpts.plot.dashboard.charts {
                    site.write(&format!("charts/{}.png", chart.id), "painted");
                }
                site.write("card.png", "painted");
                excerpts.freeze(&mut site).unwrap()
            })
        };
        let old = freeze(&real, "p {}");
        assert_eq!(freeze(&real, "p {}"), old, "the same is frozen under another name");
        let newer = freeze(&real.replacen("\"exactly\": 118", "\"exactly\": 119", 1), "p {}");
        let other_look = freeze(&real, "p { margin: 0 }");
        assert!(newer != old && other_look != old && newer != other_look);
        for file in
            ["embed.html", "embed/people.html", "embed/figure/raids.html", "charts/people.png", "dashboard.json"]
        {
            for edition in [&old, &newer, &other_look] {
                assert!(site.get(&format!("{edition}{file}")).is_some(), "{edition} has no {file}");
            }
        }
        let page = site.take_text(&format!("{old}embed/figure/raids.html")).unwrap();
        assert!(page.contains(">118<") && page.contains("does not change") && !page.contains("<script defer"));
    }
}
