//! The frozen files: of each part its page and its pictures, and of the edition its data, each named after a hash of its
//! content.
//!
//! A part that did not change since the last edition keeps its frozen files and their addresses, so an edition adds only
//! what changed.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use chart::{Sheet, Theme};
use model::{Chart, Date};
use statement::{Account, Offer};
use web::Excerpt;

use crate::chronicle::Chronicle;
use crate::compact::compact;
use crate::editions::{Edition, FOLDER, Kept, LIST, address};
use crate::files::Files;
use crate::history::{FORM, History};
use crate::input::FROZEN;
use crate::leaf::Leaf;
use crate::looks::Looks;
use crate::memory::Memory;
use crate::part::Part;
use crate::{drawing, policy, rules, social};

/// The folder of the site, relative to a frozen file.
const ROOT: &str = "../../";

/// A frozen picture is for newsletters with narrow columns: it is drawn up to half as large again as it is shown, as long as
/// it has at most this many pixels.
const PIXELS: f32 = 450_000.0;
const SCALES: (f32, f32) = (1.0, 1.5);

/// The style that a page of everything needs besides that of excerpts.
const STYLE: &str = "[data-framed] .chart img{display:block;width:100%;height:auto;margin-top:.75rem}";

/// The frozen files of an edition.
#[derive(Debug, Default)]
pub(crate) struct Frozen(pub(crate) BTreeMap<String, Kept>);

impl Frozen {
    /// The address of a frozen file of a part, relative to the folder of the site.
    pub(crate) fn address<'a>(&self, part: impl Into<Part<'a>>, kind: &str) -> Option<String> {
        Some(format!("{FROZEN}{}", self.0.get(&part.into().name())?.files.get(kind)?))
    }
}

/// The inputs of the frozen files.
pub(crate) struct Freezer<'a> {
    pub(crate) plot: &'a Account<'a>,
    /// The data as it is published.
    pub(crate) text: &'a str,
    /// The address at which the site will be published, if known.
    pub(crate) address: Option<&'a str>,
    pub(crate) looks: &'a Looks,
    pub(crate) history: &'a History,
    pub(crate) chronicle: &'a Chronicle,
    pub(crate) memory: &'a dyn Memory,
}

impl Freezer<'_> {
    /// Writes the new files of this edition, and its line in the list.
    pub(crate) fn freeze(&self, site: &mut Files) -> Result<Frozen> {
        let dashboard = self.plot.dashboard;
        let mut frozen = BTreeMap::new();
        let mut new = BTreeMap::new();
        // The page of everything links to the others, so it is the last.
        for part in Part::all(dashboard).into_iter().rev() {
            let kept = match self.history.kept(part) {
                Some(kept) => kept.clone(),
                None => {
                    let day = Date::Day(self.history.day(part)).to_string();
                    let kept = Kept { day, files: self.files(part, &frozen, site)? };
                    new.insert(part.name(), kept.clone());
                    kept
                }
            };
            frozen.insert(part.name(), kept);
        }
        let data = object(site, "json", compact(self.text));
        self.list(site, data, new, &frozen);
        Ok(Frozen(frozen))
    }

    /// Adds this edition to the list, if anything differs from the last one.
    fn list(&self, site: &mut Files, data: String, parts: BTreeMap<String, Kept>, frozen: &BTreeMap<String, Kept>) {
        let dashboard = self.plot.dashboard;
        let mut editions = self.history.editions.clone();
        let gone: BTreeSet<String> =
            editions.parts().into_keys().filter(|name| !frozen.contains_key(*name)).map(str::to_owned).collect();
        let last = editions.last();
        if last.is_some_and(|last| last.data == data) && parts.is_empty() && gone.is_empty() {
            return;
        }
        let edition = Edition {
            // The same data in another format has no changes.
            changes: last.filter(|last| last.data != data).and_then(|_| self.chronicle.newest()),
            date: Date::Day(dashboard.updated).to_string(),
            title: self.plot.title().to_owned(),
            after: last.map(|last| last.data.clone()),
            data,
            form: FORM,
            parts,
            gone,
        };
        editions.add(edition);
        site.write(LIST, editions.text());
        if let Some(damaged) = &self.history.damaged {
            object(site, "txt", damaged.clone());
        }
    }

    /// Writes the files of a part. Returns their addresses, relative to the list.
    fn files(
        &self,
        part: Part<'_>,
        frozen: &BTreeMap<String, Kept>,
        site: &mut Files,
    ) -> Result<BTreeMap<String, String>> {
        let mut files = BTreeMap::new();
        let mut add = |kind: &str, content: Vec<u8>| files.insert(kind.to_owned(), object(site, kind, content));
        match part {
            Part::Card => {
                let card = social::card(self.plot, self.history.day(part));
                add("png", drawing::plain(self.memory, &card, 1.0)?);
            }
            Part::Chart(id) => {
                let chart = self.plot.dashboard.chart(id).with_context(|| format!("there is no chart {id}"))?;
                let sheet = self.sheet(chart).without_links();
                add("svg", sheet.svg(Theme::ByAddress).into_bytes());
                add(
                    "png",
                    drawing::plain(self.memory, &sheet.svg(Theme::Light), drawing::fitting(&sheet, scale(&sheet)))?,
                );
                add("html", self.page(Excerpt::Chart(id))?.into_bytes());
            }
            Part::Figure(id) => {
                add("html", self.page(Excerpt::Figure(id))?.into_bytes());
            }
            Part::Whole => {
                add("html", self.overview(frozen).into_bytes());
            }
        }
        Ok(files)
    }

    fn sheet(&self, chart: &Chart) -> Sheet {
        drawing::sheet(self.plot, chart, self.history.day(Part::Chart(&chart.id)), self.address)
    }

    /// The page of a chart or figure.
    fn page(&self, excerpt: Excerpt<'_>) -> Result<String> {
        let (plot, day) = (self.plot, self.history.day(excerpt));
        let remark = plot.language.offer(Offer::FrozenRemark);
        let view = web::render_excerpt(plot, excerpt, &format!("{ROOT}index.html"), day, Some(&remark));
        let view = view.with_context(|| format!("there is no {} {}", excerpt.kind(), excerpt.id()))?;
        Ok(self.leaf(excerpt, &view, &self.looks.whole_style, policy::frozen))
    }

    /// The page of everything.
    fn overview(&self, frozen: &BTreeMap<String, Kept>) -> String {
        let (plot, day) = (self.plot, self.history.day(Part::Whole));
        let remark = plot.language.offer(Offer::FrozenRemark);
        let kept = |excerpt: Excerpt<'_>| {
            let kept = frozen.get(&Part::from(excerpt).name());
            // All frozen files are in one folder.
            let file = |kind: &str| kept.and_then(|kept| kept.files.get(kind)?.strip_prefix(FOLDER));
            let chart = plot.dashboard.chart(excerpt.id());
            let height = chart.map(|chart| self.sheet(chart).height / 10).unwrap_or_default();
            let picture = file("svg").map(|file| (file.to_owned(), Sheet::WIDTH / 10, height));
            web::Kept { page: file("html").map(str::to_owned), picture }
        };
        let view = web::render_overview(plot, &format!("{ROOT}index.html"), day, &remark, &kept);
        let style = format!("{}{STYLE}", self.looks.whole_style);
        self.leaf(Excerpt::Whole, &view, &style, policy::frozen_with_pictures)
    }

    /// A page with an inline style, since some browsers load nothing in a frame without an origin.
    fn leaf(&self, excerpt: Excerpt<'_>, view: &str, style: &str, policy: fn(&str, &str) -> String) -> String {
        let first = &self.looks.first_of_excerpts;
        let style = rules::used(style, view);
        let page = Leaf {
            language: self.plot.language,
            policy: Some(&policy(first, &style)),
            title: excerpt.title(self.plot).unwrap_or_default(),
            root: ROOT,
            attributes: " data-laid-out data-framed",
            head: "",
            inline: Some((first, &style)),
            body: &format!("<div id=\"page\">{view}</div>"),
        };
        page.html()
    }
}

fn scale(sheet: &Sheet) -> f32 {
    let pixels = Sheet::WIDTH as f32 / 10.0 * (sheet.height as f32 / 10.0);
    let most = (PIXELS / pixels.max(1.0)).sqrt();
    // In tenths, so that few different scales are used.
    ((most * 10.0).floor() / 10.0).clamp(SCALES.0, SCALES.1)
}

/// Writes a file that never changes, under a name made of a hash of its content. Returns its address, relative to the list.
fn object(site: &mut Files, ending: &str, content: impl Into<Vec<u8>>) -> String {
    let content = content.into();
    let address = address(ending, &content);
    site.write(&format!("{FROZEN}{address}"), content);
    address
}
