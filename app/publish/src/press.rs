//! One run of the press: from the data and Trunk's page to the finished site.

use anyhow::{Context, Result, anyhow};
use chart::{Plot, Theme};
use export::{Bibliography, Content, Edition, File};
use locale::Language;
use model::{Dashboard, Date, Footnotes};
use web::Excerpt;

use crate::cite::{self, Citations};
use crate::excerpts::{self, Excerpts};
use crate::policy::Policies;
use crate::share::{self, Shares};
use crate::shell::{self, Filling, Shell};
use crate::site::{self, Site};
use crate::{card, packed, picture, policy, poster, preview, script, standalone};

/// What starts the program.
const START: &str = include_str!("start.js");

/// What runs before anything of the page is painted.
const FIRST: &str = include_str!("first.js");

/// What sets the colours of an excerpt.
const THEME: &str = include_str!("theme.js");

/// Where the data lies. It is edited there after the site was put up.
const DATA: &str = "data/dashboard.json";

/// The site to be, and what is known of it.
pub(crate) struct Press {
    pub(crate) site: Site,
    /// That of the last build, if there was one.
    pub(crate) last: Option<Site>,
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
        let later_sheet = self.named("later", "css", &later_style)?;
        let (script, wasm) = self.bind_program(&shell)?;
        let share = self.named("share", "js", &script::spare(share::SCRIPT))?;
        let share_sheet = self.named("share", "css", share::STYLE)?;
        let start = self.named("start", "js", &script::spare(START).replace("share.js", &share))?;
        let frame = self.named("frame", "js", &script::spare(excerpts::FRAME))?;
        let first = script::spare(FIRST);
        let redirect = excerpts::redirect();
        let first_of_excerpts = script::spare(THEME) + &script::spare(excerpts::HEIGHT);

        let whole_style = shell::css_escaped(&format!("{style}{later_style}{}{}", cite::STYLE, excerpts::STYLE));
        let whole_sheet = self.named("whole", "css", &whole_style)?;
        let policies = Policies { origin: address.and_then(origin) };
        let policy = |policies: Policies<'_>, scripts: &[&str], styles: &[&str]| {
            (!self.draft).then(|| policies.of(scripts, styles))
        };
        // What is not made to be framed has an origin, which knows itself.
        let unframed = Policies { origin: None };
        let policy_of_leaves = policy(unframed, &[], &[]);
        let policy_of_excerpts = policy(policies, &[&first_of_excerpts, &redirect], &[&whole_style]);
        let version = web::version(&text);
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
            policy: policy(unframed, &[&first], &[&style]).as_deref(),
            first: &first,
            style: &style,
            start: &start,
            script: &script,
            wasm: &wasm,
            head: &preview::of_page(&plot, address),
            body: &web::render(&dashboard, language),
            version: &version,
            updated: &Date::Day(dashboard.updated).to_string(),
            foot: &format!(
                "<link rel=\"stylesheet\" href=\"{later_sheet}\"><script type=\"application/ld+json\">{linked}</script>"
            ),
        })?;
        let page = shell::ascii(&page);
        self.site.write("index.html", &page)?;
        let lasting = [&later_sheet, &whole_sheet, &share_sheet, &start, &frame, &share, &script, &wasm];
        let pictures = policy::styles_of_pictures();
        let styles: Vec<&str> = pictures.iter().chain([&style, &whole_style]).map(String::as_str).collect();
        let site_policy = policies.of(&[&first, &first_of_excerpts, &redirect], &styles);
        self.site.write("_headers", policy::headers(&site_policy, &lasting.map(String::as_str)))?;
        let citations = Citations::of(edition);
        citations.write(&self.site, &whole_sheet, policy_of_leaves.as_deref())?;
        let alone = standalone::standalone(&page, &whole_style, &citations.section(), &self.site)?;
        self.site.write("standalone.html", alone)?;

        let excerpts = Excerpts {
            plot: &plot,
            text: &text,
            address,
            style: &whole_style,
            first: &first_of_excerpts,
            frame: &frame,
            script: &script,
            wasm: &wasm,
            policy: policy_of_excerpts.as_deref(),
        };
        excerpts.write(&self.site)?;
        if let Some(last) = &self.last {
            self.site.take_over(last, excerpts::FROZEN)?;
        }
        // While somebody edits nothing is frozen: nobody else sees it, and it would take most of the time.
        let frozen = if self.draft { None } else { Some(excerpts.freeze(&self.site)?) };
        let shares = Shares {
            plot: &plot,
            address,
            frozen: frozen.as_deref(),
            sheet: &whole_sheet,
            own_sheet: &share_sheet,
            script: &share,
            policy: policy_of_leaves.as_deref(),
        };
        shares.write(&self.site, &excerpts.all())?;
        self.answers(&edition, &plot, &version, &excerpts.all())?;
        if !self.draft {
            packed::write(&self.site)?;
        }
        Ok(())
    }

    /// Writes what programs of others ask for: the figures in sentences, and what is behind the address of an excerpt.
    /// `version` is that of the data.
    fn answers(&self, edition: &Edition<'_>, plot: &Plot<'_>, version: &str, excerpts: &[Excerpt<'_>]) -> Result<()> {
        let figures = web::inline(plot);
        self.site.write("figures.json", format!("{{\"version\":\"{version}\",\"figures\":{figures}}}\n"))?;
        for excerpt in excerpts {
            if let Some(answer) = preview::answer(edition, plot, *excerpt) {
                self.site.write(&preview::answer_file(*excerpt), answer)?;
            }
        }
        Ok(())
    }

    /// Draws each chart, and the card by which the page is shown where it is linked to.
    fn pictures(&self, plot: &Plot<'_>) -> Result<()> {
        for chart in &plot.dashboard.charts {
            let sheet = picture::sheet(plot, chart, self.address.as_deref());
            self.site.write(&format!("charts/{}.svg", chart.id), sheet.svg(Theme::Reader))?;
            // Twice the size, for screens with more than one pixel in a pixel and for print.
            self.site.write(&format!("charts/{}.png", chart.id), picture::png(&sheet.svg(Theme::Light), 2.0)?)?;
            // Whoever is just editing shares no links.
            if !self.draft {
                self.site
                    .write(&format!("cards/{}.png", chart.id), picture::png(&poster::poster(plot, chart), 1.0)?)?;
            }
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

    /// Writes a file under a name that changes with its content.
    fn named(&self, name: &str, ending: &str, content: &str) -> Result<String> {
        let address = format!("{name}-{}.{ending}", site::fingerprint(&[content.as_bytes()]));
        self.site.write(&address, content)?;
        Ok(address)
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

/// The origin of an address: all before its path.
fn origin(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split('/').next()?;
    address.get(..scheme.len() + "://".len() + host.len())
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
