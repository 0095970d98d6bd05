//! A place that articles name: a city, a province or a country. There is no finer precision, since an address could endanger
//! people who are held there.

use crate::citation::{Citations, RawCitation};
use crate::id::item_id;
use crate::json::{self, Fields, Node, one_of};
use crate::problem::Report;
use crate::rings::{self, Point, Ring};
use crate::text::Text;

/// A place that articles name.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Location {
    /// Its id in the file. Figures, events, measures and places share one set of ids.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// How precisely the articles locate it.
    pub precision: Precision,
    /// Its longitude and latitude in hundredths of a degree, rounded to a tenth of a degree. A country with an outline needs none.
    pub at: Option<Point>,
    /// The ISO 3166-1 alpha-3 code of the country that it is or is in.
    pub country: Option<String>,
    /// The border of a country, ring by ring.
    pub outline: Vec<Ring>,
    /// The passages that name it; `None` if only figures and events do.
    pub citations: Option<Citations>,
}

/// How precisely articles locate something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Within a city or town.
    City,
    /// Within a province.
    Province,
    /// Within a country.
    Country,
}

impl Precision {
    /// Each with its name in the file.
    pub const ALL: [(&'static str, Self); 3] =
        [("city", Self::City), ("province", Self::Province), ("country", Self::Country)];
}

/// A place as the file has it.
pub(crate) struct RawLocation<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) id: Option<(String, Node<'a>)>,
    pub(crate) citations: Vec<RawCitation<'a>>,
    pub(crate) has_citations: bool,
    pub(crate) precision: Option<Precision>,
    pub(crate) at: Option<Point>,
    pub(crate) outline: Vec<Ring>,
    name: Option<Text>,
    country: Option<String>,
}

impl<'a> RawLocation<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "a place", report)?;
        let id = fields.need("id", report).and_then(|node| Some((item_id(&node, report)?, node)));
        let name = fields.need("name", report).and_then(|node| Text::read(&node, report));
        let precision =
            fields.need("precision", report).and_then(|node| one_of(&node, &Precision::ALL, "precision", report));
        let (lat_node, lon_node) = (fields.get("lat"), fields.get("lon"));
        let lat = lat_node.as_ref().and_then(|node| degrees(node, "lat", 90, report));
        let lon = lon_node.as_ref().and_then(|node| degrees(node, "lon", 180, report));
        let outline_node = fields.get("outline");
        let has_point = lat_node.is_some() && lon_node.is_some();
        match precision {
            Some(Precision::Country) if !has_point && outline_node.is_none() => report.at(
                node,
                "the key \"outline\" is missing: let \"cargo curate outline\" write it, or give \"lat\" and \"lon\" of the country's middle",
            ),
            Some(Precision::City | Precision::Province) if !has_point => {
                report.at(node, "the keys \"lat\" and \"lon\" are missing: add the middle of the place, in degrees");
            }
            _ => {}
        }
        let mut rings = Vec::new();
        if let Some(node) = &outline_node {
            if matches!(precision, Some(Precision::City | Precision::Province)) {
                report.at(node, "only a country has \"outline\": remove it");
            }
            match json::words(node, report).map(|words| rings::read(&words)) {
                Some(Some(read)) => rings = read,
                Some(None) => {
                    report.at(node, "this outline cannot be read: let \"cargo curate outline\" write it again");
                }
                None => {}
            }
        }
        let country = fields.get("country").and_then(|node| code(&node, report));
        let citations_node = fields.get("citations");
        let has_citations = citations_node.is_some();
        let citations = match citations_node {
            Some(citations) => RawCitation::read_all(Some(citations), None, node, report),
            None => Vec::new(),
        };
        fields.close(&[], report);
        let at = lon.zip(lat);
        Some(Self { node: node.clone(), id, citations, has_citations, precision, at, outline: rings, name, country })
    }

    pub(crate) fn check(self) -> Option<Location> {
        Some(Location {
            id: self.id?.0,
            name: self.name?,
            precision: self.precision?,
            at: self.at,
            country: self.country,
            outline: self.outline,
            citations: Citations::new(self.citations.into_iter().filter_map(|raw| raw.citation).collect()),
        })
    }
}

/// Reads the ids of one place or of several.
pub(crate) fn references<'a>(node: Option<Node<'a>>, report: &mut Report<'_>) -> Vec<(String, Node<'a>)> {
    match node {
        Some(node) if node.written().starts_with('[') => {
            if node.list().is_some_and(|list| list.is_empty()) {
                report.at(&node, "this list is empty: name a place, or remove the key");
            }
            json::references(Some(node), "\"place\"", report)
        }
        Some(node) => json::words(&node, report).map(|id| (id, node)).into_iter().collect(),
        None => Vec::new(),
    }
}

/// Reads a number of degrees, rounded to tenths, in hundredths.
fn degrees(node: &Node<'_>, key: &str, most: i16, report: &mut Report<'_>) -> Option<i16> {
    let found = node.number().filter(|number| number.abs() <= f64::from(most));
    if found.is_none() {
        report.at(
            node,
            format!(
                "\"{key}\" is a number of degrees from -{most} to {most}, but this is {}: write it without a sign of degrees",
                node.found()
            ),
        );
    }
    found.map(|number| (number * 10.0).round() as i16 * 10)
}

/// Reads the code of a country.
fn code(node: &Node<'_>, report: &mut Report<'_>) -> Option<String> {
    let code = json::words(node, report)?;
    let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_code {
        report.at(node, "\"country\" is the ISO 3166-1 code of a country in three capitals: write it like KHM");
    }
    is_code.then_some(code)
}
