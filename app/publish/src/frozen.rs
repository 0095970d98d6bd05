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
use crate::{drawing, policy, poster, preview, rules, social};

/// The folder of the site, relative to a frozen file.
const ROOT: &str = "../../";

/// A frozen picture is for newsletters with narrow columns: it is drawn up to half as large again as it is shown, as long as
/// it has at most this many pixels.
const PIXELS: f32 = 450_000.0;
const SCALES: (f32, f32) = (1.0, 1.5);

/// The kind of the picture for link previews, of 1200 by 630 pixels.
const CARD: &str = "card";

/// The kinds of file for small screens: the drawing for phones as an SVG, and the same as a PNG for mails, which mail programs
/// show 600 pixels wide, and phones at half of that: its letters are large enough for both.
pub(crate) const NARROW: &str = "narrow";
pub(crate) const MAIL: &str = "mail";
const MAIL_WIDTH: f32 = 600.0;

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
        let mut add = |kind: &str, ending: &str, content: Vec<u8>| {
            let address = object(site, ending, content);
            files.insert(kind.to_owned(), address.clone());
            address
        };
        let day = self.history.day(part);
        match part {
            Part::Card => {
                let card = social::card(self.plot, day);
                add("png", "png", drawing::plain(self.memory, &card, 1.0)?);
            }
            Part::Chart(id) => {
                let chart = self.plot.dashboard.chart(id).with_context(|| format!("there is no chart {id}"))?;
                let sheet = self.sheet(chart).without_links();
                add("svg", "svg", sheet.svg(Theme::ByAddress).into_bytes());
                add("png", "png", self.painted(&sheet, scale(&sheet))?);
                let narrow = drawing::narrow(self.plot, chart, day, self.address).without_links();
                add(NARROW, "svg", narrow.svg(Theme::ByAddress).into_bytes());
                add(MAIL, "png", self.painted(&narrow, MAIL_WIDTH / (narrow.width as f32 / 10.0))?);
                let card = add(CARD, "png", poster::painted(self.memory, &poster::poster(self.plot, chart, day))?);
                add("html", "html", self.page(Excerpt::Chart(id), &card)?.into_bytes());
            }
            Part::Figure(id) => {
                let figure = self.plot.dashboard.figure(id).with_context(|| format!("there is no figure {id}"))?;
                let card = add(CARD, "png", poster::painted(self.memory, &poster::of_figure(self.plot, figure, day))?);
                add("html", "html", self.page(Excerpt::Figure(id), &card)?.into_bytes());
            }
            Part::Whole => {
                add("html", "html", self.overview(frozen).into_bytes());
            }
        }
        Ok(files)
    }

    /// A sheet as a PNG in light colours.
    fn painted(&self, sheet: &Sheet, scale: f32) -> Result<Vec<u8>> {
        drawing::plain(self.memory, &sheet.svg(Theme::Light), drawing::fitting(sheet, scale))
    }

    fn sheet(&self, chart: &Chart) -> Sheet {
        drawing::sheet(self.plot, chart, self.history.day(Part::Chart(&chart.id)), self.address)
    }

    /// The page of a chart or figure, with its frozen picture for link previews.
    fn page(&self, excerpt: Excerpt<'_>, card: &str) -> Result<String> {
        let (plot, day) = (self.plot, self.history.day(excerpt));
        let remark = plot.language.offer(Offer::FrozenRemark);
        let view = web::render_excerpt(plot, excerpt, &format!("{ROOT}index.html"), day, Some(&remark));
        let view = view.with_context(|| format!("there is no {} {}", excerpt.kind(), excerpt.id()))?;
        Ok(self.leaf(excerpt, &view, card, &self.looks.whole_style, policy::frozen))
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
        let card = frozen.get(&Part::Card.name()).and_then(|card| card.files.get("png"));
        self.leaf(Excerpt::Whole, &view, card.map_or("", String::as_str), &style, policy::frozen_with_pictures)
    }

    /// A page with an inline style, since some browsers load nothing in a frame without an origin.
    fn leaf(
        &self,
        excerpt: Excerpt<'_>,
        view: &str,
        card: &str,
        style: &str,
        policy: fn(&str, &str) -> String,
    ) -> String {
        let first = &self.looks.first_of_excerpts;
        // Frozen files are in one folder; most readers of previews ignore relative addresses.
        let card = match self.address {
            Some(address) => format!("{address}{FROZEN}{card}"),
            None => card.strip_prefix(FOLDER).unwrap_or(card).to_owned(),
        };
        let style = rules::used(style, view);
        let page = Leaf {
            language: self.plot.language,
            policy: Some(&policy(first, &style)),
            title: excerpt.title(self.plot).unwrap_or_default(),
            root: ROOT,
            attributes: " data-laid-out data-framed",
            preview: &preview::of_frozen(self.plot, excerpt, self.history.day(excerpt), &card),
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
