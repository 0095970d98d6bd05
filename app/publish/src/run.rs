//! One run of the press, part by part, until the site is complete.

use anyhow::{Context, Result};
use chart::{Purpose, Slide, Theme};
use export::{Bibliography, Exports, File};
use model::{Date, Figure};
use statement::Account;
use web::Excerpt;

use crate::changes::{self, Changes};
use crate::chronicle::Chronicle;
use crate::citing::Citations;
use crate::embedding::Shares;
use crate::excerpts::{self, Excerpts};
use crate::feed;
use crate::files::Files;
use crate::frozen::Freezer;
use crate::history::History;
use crate::input::{DATA, Input};
use crate::looks::Looks;
use crate::part::Part;
use crate::policy::{self, Policies};
use crate::shell::{self, Filling, Shell};
use crate::tables::{self, Written};
use crate::{answer, drawing, packed, poster, preview, sending, social, standalone, workers};

/// One run, with the finished files.
pub(crate) struct Run<'a> {
    input: &'a Input<'a>,
    /// The text of the data as published.
    text: &'a str,
    plot: &'a Account<'a>,
    history: History,
    chronicle: Chronicle,
    site: Files,
}

impl<'a> Run<'a> {
    /// A run without finished files.
    pub(crate) fn of(input: &'a Input<'a>, text: &'a str, plot: &'a Account<'a>) -> Self {
        let mut site = input.template.clone();
        site.write(DATA, text);
        let history = History::of(input.earlier, plot.dashboard);
        let chronicle = Chronicle::of(plot, &history.editions, input.earlier, text, input.draft);
        Self { input, text, plot, history, chronicle, site }
    }

    /// The finished site.
    pub(crate) fn site(mut self) -> Result<Files> {
        let (shell, looks) = self.template().with_context(|| {
            format!("{} is not the page as Trunk builds it; `cargo xtask build` does", self.input.template_path)
        })?;
        self.pictures()?;
        let policies = Policies { origin: self.plot.address.and_then(origin) };
        let citations = Citations::of(Exports(*self.plot), &self.history);
        let page = self.page(&shell, &looks)?;
        self.site.write("_headers", policy::headers(&site_policy(policies, &looks), &looks.lasting()));
        let policy_of_leaves = self.policy(Policies::UNFRAMED, &[], &[]);
        citations.write(&mut self.site, &self.chronicle, &looks.whole_sheet, policy_of_leaves.as_deref());
        Changes { plot: self.plot, chronicle: &self.chronicle, looks: &looks, policy: policy_of_leaves.as_deref() }
            .write(&mut self.site);
        let alone = standalone::standalone(&page, &looks.whole_style, &citations.section(&self.chronicle), &self.site)?;
        self.site.write("standalone.html", alone);

        let scripts = [looks.first_of_excerpts.as_str(), &looks.redirect];
        let policy_of_excerpts = self.policy(policies, &scripts, &[&looks.whole_style]);
        let excerpts =
            Excerpts { plot: self.plot, history: &self.history, looks: &looks, policy: policy_of_excerpts.as_deref() };
        excerpts.write(&mut self.site)?;
        // A preview freezes nothing: others do not see it, and it would take most of the time.
        let frozen = if self.input.draft {
            None
        } else {
            let freezer = Freezer {
                plot: self.plot,
                text: self.text,
                address: self.plot.address,
                looks: &looks,
                history: &self.history,
                chronicle: &self.chronicle,
                memory: self.input.memory,
            };
            Some(freezer.freeze(&mut self.site)?)
        };
        let shares = Shares {
            plot: self.plot,
            address: self.plot.address,
            frozen: frozen.as_ref(),
            history: &self.history,
            looks: &looks,
            policy: policy_of_leaves.as_deref(),
        };
        let all = excerpts::all(self.plot);
        shares.write(&mut self.site, &all);
        let policy_of_figures = self.policy(policies, &[&looks.figures], &[]);
        self.answers(&all, &looks.figures, policy_of_figures.as_deref());
        if !self.input.draft {
            packed::write(&mut self.site, self.input.memory, self.input.workers)?;
        }
        Ok(self.site)
    }

    /// Takes Trunk's page out of the site, with its files.
    fn template(&mut self) -> Result<(Shell, Looks)> {
        let drawing = self.site.take_text(&format!("{}index.html", shell::DRAWING))?;
        let shell = Shell::read(self.site.take_text("index.html")?, &drawing)?;
        let looks = Looks::bind(&mut self.site, &shell)?;
        Ok((shell, looks))
    }

    /// The policy of a page with these inline scripts and styles; `None` for previews.
    fn policy(&self, policies: Policies<'_>, scripts: &[&str], styles: &[&str]) -> Option<String> {
        (!self.input.draft).then(|| policies.of(scripts, styles))
    }

    /// Writes the page and the lists beside it. Returns the page.
    fn page(&mut self, shell: &Shell, looks: &Looks) -> Result<String> {
        let (plot, exports) = (self.plot, Exports(*self.plot));
        let (dashboard, language) = (plot.dashboard, plot.language);
        let bibliography = Bibliography::read(dashboard, self.text)
            .with_context(|| format!("the articles of {} cannot be listed", self.input.data_path))?;
        let files = tables::write(&mut self.site, exports, &bibliography);
        let files: Vec<File<'_>> = files.iter().map(Written::file).collect();
        self.site.write("datapackage.json", exports.data_package(&files));
        // The data package lists the tables of single charts; on the page the list would be too long.
        let whole: Vec<File<'_>> =
            files.iter().filter(|file| matches!(file.path, DATA | "figures.csv")).copied().collect();
        let linked = shell::unicode_escaped(&exports.json_ld(&bibliography, &whole));
        let page = shell.fill(&Filling {
            language: language.tag(),
            title: plot.title(),
            description: &plot.sentence(&dashboard.summary).to_string(),
            policy: self.policy(Policies::UNFRAMED, &[&looks.first], &[&looks.style]).as_deref(),
            first: &looks.first,
            style: &looks.style,
            start: &looks.start,
            programs: &looks.programs(""),
            preview: &preview::of_page(plot),
            head: &feed::link(plot),
            body: &changes::in_folds(&web::render(dashboard, language), plot, &self.chronicle)?,
            version: &web::version(self.text),
            updated: &Date::Day(dashboard.updated).to_string(),
            foot: &format!(
                "<link rel=\"stylesheet\" href=\"{}\"><script type=\"application/ld+json\">{linked}</script>",
                looks.later_sheet
            ),
        })?;
        let page = shell::ascii(&page);
        self.site.write("index.html", page.as_str());
        Ok(page)
    }

    /// Writes the files for other programs: the figures in sentences, and the oEmbed answers.
    fn answers(&mut self, excerpts: &[Excerpt<'_>], script: &str, policy: Option<&str>) {
        let (version, figures) = (web::version(self.text), web::inline(self.plot));
        let figures = format!("{{\"version\":\"{version}\",\"figures\":{figures}}}\n");
        self.site.write("figures.html", sending::page(self.plot, &figures, script, policy));
        self.site.write("figures.json", figures);
        self.site.write("parts.json", format!("{{\"version\":\"{version}\",\"parts\":{}}}\n", self.history.listed()));
        for excerpt in excerpts {
            if let Some(answer) = answer::answer(self.plot, *excerpt, self.history.day(*excerpt)) {
                self.site.write(&preview::answer_file(*excerpt), answer);
            }
        }
    }

    /// Draws each chart with its slide and preview, the slides of the leading figures, and the card of the page.
    fn pictures(&mut self) -> Result<()> {
        let (plot, memory) = (self.plot, self.input.memory);
        let (address, draft, history) = (self.plot.address, self.input.draft, &self.history);
        let made = workers::each(self.input.workers, &plot.dashboard.charts, |chart| {
            let day = history.day(Part::Chart(&chart.id));
            let sheet = drawing::sheet(plot, chart, day, address);
            // Twice the size, for high-density screens and print.
            let painted = drawing::painted(memory, &sheet.svg(Theme::Light), drawing::fitting(&sheet, 2.0))?;
            let mut made = vec![
                (format!("charts/{}.svg", chart.id), sheet.svg(Theme::Reader).into_bytes()),
                (format!("charts/{}.png", chart.id), painted),
            ];
            let slide = Slide::of_chart(plot, chart, Purpose::Slide, day);
            made.push((preview::slide(Excerpt::Chart(&chart.id)), drawing::slide(memory, &slide, Purpose::Slide)?));
            // Previews have no link images.
            if !draft {
                let poster = poster::painted(memory, &poster::poster(plot, chart, day))?;
                made.push((preview::picture(Excerpt::Chart(&chart.id)), poster));
            }
            Ok(made)
        })?;
        self.site.extend(made.into_iter().flatten());
        let band: Vec<&Figure> = plot.dashboard.leading().collect();
        let made = workers::each(self.input.workers, &band, |figure| {
            let slide = Slide::of_figure(plot, figure, Purpose::Slide, &band, history.day(Part::Figure(&figure.id)));
            Ok((preview::slide(Excerpt::Figure(&figure.id)), drawing::slide(memory, &slide, Purpose::Slide)?))
        })?;
        self.site.extend(made);
        let linked: &[Figure] = if draft { &[] } else { &plot.dashboard.figures };
        let made = workers::each(self.input.workers, linked, |figure| {
            let excerpt = Excerpt::Figure(&figure.id);
            Ok((
                preview::picture(excerpt),
                poster::painted(memory, &poster::of_figure(plot, figure, history.day(excerpt)))?,
            ))
        })?;
        self.site.extend(made);
        self.site.write("card.png", drawing::painted(memory, &social::card(plot, self.history.day(Part::Card)), 1.0)?);
        Ok(())
    }
}

/// The policy of the whole site, with every inline script and style of its pages and pictures.
fn site_policy(policies: Policies<'_>, looks: &Looks) -> String {
    let pictures = policy::styles_of_pictures();
    let styles: Vec<&str> = pictures.iter().chain([&looks.style, &looks.whole_style]).map(String::as_str).collect();
    policies.of(&[&looks.first, &looks.first_of_excerpts, &looks.redirect, &looks.figures], &styles)
}

/// The origin of an address: everything before its path.
fn origin(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split('/').next()?;
    address.get(..scheme.len() + "://".len() + host.len())
}
