//! One run of the press: from the data and Trunk's page to the finished site.

use anyhow::{Context, Result, anyhow};
use chart::{Plot, Theme};
use export::{Bibliography, Content, Edition, File};
use locale::Language;
use model::{Dashboard, Date, Footnotes};

use crate::cite::{self, Citations};
use crate::shell::{self, Filling, Shell, meta};
use crate::site::{self, Site};
use crate::{card, packed, picture, policy, script, standalone};

/// What starts the program.
const START: &str = include_str!("start.js");

/// What sets the colours that the address asks for.
const THEME: &str = include_str!("theme.js");

/// Where the data lies. It is edited there after the site was put up.
const DATA: &str = "data/dashboard.json";

/// The site to be, and what is known of it.
pub(crate) struct Press {
    pub(crate) site: Site,
    /// Whether it is only to be looked at while somebody edits.
    pub(crate) draft: bool,
    /// The address at which it will stand.
    pub(crate) address: Option<String>,
}

impl Press {
    pub(crate) fn run(&self) -> Result<()> {
        let text = self.site.read_text(DATA)?;
        let dashboard = match Dashboard::parse(&text) {
            Ok(dashboard) => dashboard,
            Err(problems) if self.draft => {
                // The page shows them, to whoever is just editing the file.
                eprintln!("{DATA} has problems, so the page is served without figures:\n{problems}");
                return Ok(());
            }
            Err(problems) => return Err(anyhow!("{DATA} has problems:\n{problems}")),
        };
        let footnotes = Footnotes::of(&dashboard);
        let language = Language::default();
        let plot = Plot { dashboard: &dashboard, footnotes: &footnotes, language };
        let address = self.address.as_deref();
        let edition = Edition { dashboard: &dashboard, footnotes: &footnotes, language, address };

        self.pictures(&plot)?;
        let bibliography = Bibliography::read(&dashboard, &text).context("the articles cannot be listed")?;
        let files = self.tables(&edition, &bibliography)?;
        let files: Vec<File<'_>> = files.iter().map(Written::file).collect();
        self.site.write("datapackage.json", edition.data_package(&files))?;

        let shell = Shell::read(self.site.read_text("index.html")?)?;
        let style = self.bind_styles(&shell.styles)?;
        let later_style = self.bind_styles(&shell.later_styles)?;
        let later_sheet = format!("later-{}.css", site::fingerprint(&[later_style.as_bytes()]));
        self.site.write(&later_sheet, &later_style)?;
        let (script, wasm) = self.bind_program(&shell)?;
        let start_script = script::spare(START);
        let start = format!("start-{}.js", site::fingerprint(&[start_script.as_bytes()]));
        self.site.write(&start, start_script)?;
        let theme = script::spare(THEME);

        let cite_style = format!("{style}{later_style}{}", cite::STYLE);
        let cite_sheet = format!("cite-{}.css", site::fingerprint(&[cite_style.as_bytes()]));
        self.site.write(&cite_sheet, &cite_style)?;
        let site_policy = policy::site(&theme, &[&style, &cite_style]);
        let policy = (!self.draft).then_some(site_policy.as_str());
        let title = dashboard.title.in_language(language.tag());
        let description = plot.sentence(&dashboard.summary);
        // The tables of single charts are listed in the data package; here they would cost every reader.
        let whole: Vec<File<'_>> =
            files.iter().filter(|file| matches!(file.path, DATA | "figures.csv")).copied().collect();
        let linked = shell::unicode_escaped(&edition.json_ld(&bibliography, &whole));
        let page = shell.fill(&Filling {
            language: language.tag(),
            title,
            description: &description,
            policy,
            first: &theme,
            style: &style,
            start: &start,
            script: &script,
            wasm: &wasm,
            head: &preview(&plot, title, address),
            body: &web::render(&dashboard, language),
            version: &web::version(&text),
            updated: &Date::Day(dashboard.updated).to_string(),
            foot: &format!(
                "<link rel=\"stylesheet\" href=\"{later_sheet}\"><script type=\"application/ld+json\">{linked}</script>"
            ),
        })?;
        let page = shell::ascii(&page);
        self.site.write("index.html", &page)?;
        self.site
            .write("_headers", policy::headers(&site_policy, &[&later_sheet, &cite_sheet, &start, &script, &wasm]))?;
        let citations = Citations::of(edition);
        citations.write(&self.site, &cite_sheet, policy)?;
        let alone = standalone::standalone(&page, &cite_style, &citations.section(), &self.site)?;
        self.site.write("standalone.html", alone)?;
        if !self.draft {
            packed::write(&self.site)?;
        }
        Ok(())
    }

    /// Draws each chart, and the card by which the page is shown where it is linked to.
    fn pictures(&self, plot: &Plot<'_>) -> Result<()> {
        for chart in &plot.dashboard.charts {
            let mut sheet = plot.sheet(chart);
            if let Some(address) = &self.address {
                sheet = sheet.with_address(address);
            }
            self.site.write(&format!("charts/{}.svg", chart.id), sheet.svg(Theme::Reader))?;
            // Twice the size, for screens with more than one pixel in a pixel and for print.
            self.site.write(&format!("charts/{}.png", chart.id), picture::png(&sheet.svg(Theme::Light), 2.0)?)?;
        }
        self.site.write("card.png", picture::png(&card::card(plot), 1.0)?)
    }

    /// Writes the figures and their articles in other people's formats.
    fn tables(&self, edition: &Edition<'_>, bibliography: &Bibliography<'_>) -> Result<Vec<Written>> {
        let mut files = vec![("figures.csv".to_owned(), edition.figures_csv())];
        let charts = edition.dashboard.charts.iter();
        files.extend(charts.map(|chart| (format!("charts/{}.csv", chart.id), edition.chart_csv(chart))));
        files.push(("sources.csl.json".into(), bibliography.csl_json()));
        files.push(("sources.bib".into(), bibliography.bibtex()));
        files.push(("sources.ris".into(), bibliography.ris()));
        let mut written = vec![Written { path: DATA.into(), content: None }];
        for (path, content) in files {
            self.site.write(&path, &content)?;
            written.push(Written { path, content: Some((content.len() as u64, site::sha256(content.as_bytes()))) });
        }
        Ok(written)
    }

    /// Makes one style of several sheets.
    fn bind_styles(&self, sheets: &[String]) -> Result<String> {
        let mut style = String::new();
        for address in sheets {
            style += &self.site.read_text(address)?;
            self.site.remove(address)?;
        }
        Ok(shell::css_escaped(&style))
    }

    /// Names the two files of the program after what is in both, so that no cache can pair one with the other of
    /// another build.
    fn bind_program(&self, shell: &Shell) -> Result<(String, String)> {
        let (script, wasm) = (script::spare(&self.site.read_text(&shell.script)?), self.site.read(&shell.wasm)?);
        self.site.remove(&shell.script)?;
        self.site.remove(&shell.wasm)?;
        let name = site::fingerprint(&[script.as_bytes(), &wasm]);
        let names = (format!("footnoted-{name}.js"), format!("footnoted-{name}_bg.wasm"));
        self.site.write(&names.0, script)?;
        self.site.write(&names.1, wasm)?;
        Ok(names)
    }
}

/// A file that was written.
struct Written {
    path: String,
    /// Its length and hash, unless it is edited later.
    content: Option<(u64, String)>,
}

impl Written {
    fn file(&self) -> File<'_> {
        let content = self.content.as_ref().map(|(bytes, sha256)| Content { bytes: *bytes, sha256 });
        File { path: &self.path, content }
    }
}

/// How the page is shown where somebody links to it: Open Graph (<https://ogp.me>). Those who read it want absolute
/// addresses; where the page's own is not known, the picture's is relative, which some of them follow. The description
/// is that of the page.
fn preview(plot: &Plot<'_>, title: &str, address: Option<&str>) -> String {
    let mut head = String::new();
    let image = format!("{}card.png", address.unwrap_or_default());
    let properties = [
        ("og:type", "website"),
        ("og:title", title),
        ("og:image", &image),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", &card::description(plot)),
    ];
    for (name, content) in properties {
        head += &meta("property", name, content);
    }
    head += &meta("name", "twitter:card", "summary_large_image");
    if let Some(address) = address {
        head += &meta("property", "og:url", address);
        head += &format!("<link rel=\"canonical\" href=\"{}\">", crate::shell::escaped(address));
    }
    head
}
