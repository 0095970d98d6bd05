//! The excerpts: each chart, each figure and the whole as pages of their own, to be framed by other people's pages;
//! once as they follow the data, and once frozen, as they are today.

use anyhow::{Context, Result};
use chart::{Plot, Theme};
use locale::{Language, Offer};
use model::Date;
use web::Excerpt;

use crate::leaf::Leaf;
use crate::shell::escaped;
use crate::site::{self, Site};
use crate::{picture, policy, preview, script};

/// What the style of excerpts has beyond that of the page.
pub(crate) const STYLE: &str = include_str!("excerpt.css");

/// What stands in each excerpt and tells the page around it how high it is.
pub(crate) const HEIGHT: &str = include_str!("height.js");

/// What leads from the page of the live data to what was printed.
const REDIRECT: &str = include_str!("redirect.js");

/// What brings an excerpt up to date.
pub(crate) const FRAME: &str = include_str!("frame.js");

/// The script at the end of the page of the live data.
pub(crate) fn redirect() -> String {
    script::spare(REDIRECT)
}

/// Where frozen excerpts lie, each edition in a folder of its own.
pub(crate) const FROZEN: &str = "v/";

/// Everything that the excerpts are made of.
pub(crate) struct Excerpts<'a> {
    pub(crate) plot: &'a Plot<'a>,
    /// The data as it was read.
    pub(crate) text: &'a str,
    /// The address at which the site will stand, where that is known.
    pub(crate) address: Option<&'a str>,
    /// The whole style.
    pub(crate) style: &'a str,
    /// The script that runs before anything is painted.
    pub(crate) first: &'a str,
    /// The addresses of what brings excerpts up to date, and of the program's two files, seen from the site's folder.
    pub(crate) frame: &'a str,
    pub(crate) script: &'a str,
    pub(crate) wasm: &'a str,
    /// The policy of excerpts; none while the site is only looked at.
    pub(crate) policy: Option<&'a str>,
}

/// The site's folder, seen from a file in it.
pub(crate) fn root_from(file: &str) -> String {
    "../".repeat(file.matches('/').count())
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
    pub(crate) fn write(&self, site: &Site) -> Result<()> {
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
            site.write(&file, self.leaf(excerpt, &root, self.policy, &head, &body).html())?;
        }
        let nothing = web::render_nothing(self.plot, "index.html");
        let body = format!(
            "<div id=\"page\" data-root=\"\">{nothing}</div><div id=\"notice\"></div><script>{}</script>",
            redirect()
        );
        site.write("live.html", self.leaf(Excerpt::Whole, "", self.policy, &self.program(""), &body).html())
    }

    /// Writes those that never change, with what pictures and data belong to them, into a folder that is named after all
    /// that is in it. Gives its address. The PNGs of the site have to be there.
    pub(crate) fn freeze(&self, site: &Site) -> Result<String> {
        let files = self.frozen(site)?;
        let contents: Vec<&[u8]> =
            files.iter().flat_map(|(file, content)| [file.as_bytes(), content.as_slice()]).collect();
        let folder = format!("{FROZEN}{}/", site::fingerprint(&contents));
        for (file, content) in &files {
            site.write(&format!("{folder}{file}"), content)?;
        }
        Ok(folder)
    }

    fn frozen(&self, site: &Site) -> Result<Vec<(String, Vec<u8>)>> {
        let plot = self.plot;
        let policy = self.policy.map(|_| policy::frozen(self.first, self.style));
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
            let content = site.read(&painted)?;
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
            inline: Some((self.first, self.style)),
            body,
        }
    }

    /// What brings an excerpt up to date.
    fn program(&self, root: &str) -> String {
        let Self { frame, script, wasm, .. } = self;
        format!("<script defer src=\"{root}{frame}\" data-app=\"{root}{script}\" data-wasm=\"{root}{wasm}\"></script>")
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use model::{Dashboard, Footnotes};

    use super::*;

    fn real() -> String {
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/editions/cambodia/dashboard.json")).unwrap()
    }

    /// The excerpts of a dashboard, in a style of this sort.
    fn of<T>(text: &str, style: &str, address: Option<&str>, then: impl FnOnce(&Excerpts<'_>) -> T) -> T {
        let dashboard = Dashboard::parse(text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Plot { dashboard: &dashboard, footnotes: &footnotes, language: Language::English };
        then(&Excerpts {
            plot: &plot,
            text,
            address,
            style,
            first: "go()",
            frame: "frame.js",
            script: "a.js",
            wasm: "a.wasm",
            policy: Some("default-src 'none'"),
        })
    }

    /// An empty folder, for the test of this name.
    fn folder(name: &str) -> Site {
        let folder = std::env::temp_dir().join(format!("footnoted-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Site::at(folder)
    }

    #[test]
    fn the_site_is_as_many_folders_up_as_the_file_is_down() {
        assert_eq!(root_from("embed.html"), "");
        assert_eq!(root_from("embed/people.html"), "../");
        assert_eq!(root_from("embed/figure/raids.html"), "../../");
    }

    #[test]
    fn an_edition_is_named_after_all_that_is_in_it_and_is_kept_by_the_next_build() {
        let (first, second) = (folder("first"), folder("second"));
        let freeze = |text: &str, style, site: &Site| {
            of(text, style, None, |excerpts| {
                for chart in &excerpts.plot.dashboard.charts {
                    site.write(&format!("charts/{}.png", chart.id), "painted").unwrap();
                }
                site.write("card.png", "painted").unwrap();
                excerpts.freeze(site).unwrap()
            })
        };
        let old = freeze(&real(), "p {}", &first);
        assert_eq!(freeze(&real(), "p {}", &first), old, "the same is frozen under another name");
        second.take_over(&first, FROZEN).unwrap();
        let newer = freeze(&real().replacen("\"exactly\": 118", "\"exactly\": 119", 1), "p {}", &second);
        let other_look = freeze(&real(), "p { margin: 0 }", &second);
        assert!(newer != old && other_look != old && newer != other_look);
        for file in
            ["embed.html", "embed/people.html", "embed/figure/raids.html", "charts/people.png", "dashboard.json"]
        {
            for edition in [&old, &newer, &other_look] {
                assert!(second.has(&format!("{edition}{file}")), "{edition} has no {file}");
            }
            let now = second.read(&format!("{old}{file}")).unwrap();
            assert_eq!(now, first.read(&format!("{old}{file}")).unwrap(), "{file} of an old edition has changed");
        }
        let page = second.read_text(&format!("{old}embed/figure/raids.html")).unwrap();
        assert!(page.contains(">118<") && page.contains("does not change") && !page.contains("<script defer"));
    }

    #[test]
    fn a_site_without_frozen_editions_has_none_to_keep() {
        let site = folder("none");
        site.take_over(&Site::at("no-such-folder".into()), FROZEN).unwrap();
        assert!(site.addresses().unwrap().is_empty());
    }
}
