//! Converts the countries of `world-atlas`, which is TopoJSON of Natural Earth, into the files of `app/curate/outlines`. It is run
//! once for a version of that package:
//!
//! `cargo run -p curate --example outlines -- countries-110m.json countries-50m.json`

use std::collections::BTreeMap;
use std::{env, error, fs, io};

use model::rings;
use model::{Point, Ring};
use serde_json::Value;

/// The maximum size of an outline after brotli, in bytes: at 1:110m, and at 1:50m.
const MOST: [usize; 2] = [400, 8000];

/// The numeric and three-letter codes of ISO 3166-1.
const CODES: &str = "\
    004AFG008ALB010ATA012DZA016ASM020AND024AGO028ATG031AZE032ARG036AUS040AUT044BHS048BHR050BGD051ARM052BRB056BEL060BMU\
    064BTN068BOL070BIH072BWA074BVT076BRA084BLZ086IOT090SLB092VGB096BRN100BGR104MMR108BDI112BLR116KHM120CMR124CAN132CPV\
    136CYM140CAF144LKA148TCD152CHL156CHN158TWN162CXR166CCK170COL174COM175MYT178COG180COD184COK188CRI191HRV192CUB196CYP\
    203CZE204BEN208DNK212DMA214DOM218ECU222SLV226GNQ231ETH232ERI233EST234FRO238FLK239SGS242FJI246FIN248ALA250FRA254GUF\
    258PYF260ATF262DJI266GAB268GEO270GMB275PSE276DEU288GHA292GIB296KIR300GRC304GRL308GRD312GLP316GUM320GTM324GIN328GUY\
    332HTI334HMD336VAT340HND344HKG348HUN352ISL356IND360IDN364IRN368IRQ372IRL376ISR380ITA384CIV388JAM392JPN398KAZ400JOR\
    404KEN408PRK410KOR414KWT417KGZ418LAO422LBN426LSO428LVA430LBR434LBY438LIE440LTU442LUX446MAC450MDG454MWI458MYS462MDV\
    466MLI470MLT474MTQ478MRT480MUS484MEX492MCO496MNG498MDA499MNE500MSR504MAR508MOZ512OMN516NAM520NRU524NPL528NLD531CUW\
    533ABW534SXM535BES540NCL548VUT554NZL558NIC562NER566NGA570NIU574NFK578NOR580MNP581UMI583FSM584MHL585PLW586PAK591PAN\
    598PNG600PRY604PER608PHL612PCN616POL620PRT624GNB626TLS630PRI634QAT638REU642ROU643RUS646RWA652BLM654SHN659KNA660AIA\
    662LCA663MAF666SPM670VCT674SMR678STP682SAU686SEN688SRB690SYC694SLE702SGP703SVK704VNM705SVN706SOM710ZAF716ZWE724ESP\
    728SSD729SDN732ESH740SUR744SJM748SWZ752SWE756CHE760SYR762TJK764THA768TGO772TKL776TON780TTO784ARE788TUN792TUR795TKM\
    796TCA798TUV800UGA804UKR807MKD818EGY826GBR831GGY832JEY833IMN834TZA840USA850VIR854BFA858URY860UZB862VEN876WLF882WSM\
    887YEM894ZMB";

fn main() -> Result<(), Box<dyn error::Error>> {
    for ((path, name), most) in env::args().skip(1).zip(["110m", "50m"]).zip(MOST) {
        let atlas: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
        let mut lines = String::new();
        let mut simplified = Vec::new();
        for ((code, name), rings) in countries(&atlas) {
            let (text, tolerance) = fitted(&rings, most)?;
            if tolerance > 0.0 {
                simplified.push(code.clone());
            }
            lines += &format!("{code}\t{name}\t{text}\n");
        }
        fs::write(format!("app/curate/outlines/{name}.txt"), lines)?;
        println!("{name}: {} are simplified to fit into {most} bytes: {}", simplified.len(), simplified.join(" "));
    }
    Ok(())
}

/// The rings of each country by code and name.
fn countries(atlas: &Value) -> BTreeMap<(String, String), Vec<Ring>> {
    let arcs = arcs(atlas);
    let mut found: BTreeMap<String, (String, Vec<Ring>)> = BTreeMap::new();
    for shape in list(&atlas["objects"]["countries"]["geometries"]) {
        let name = shape["properties"]["name"].as_str().unwrap_or_default();
        let Some(code) = code(shape["id"].as_str(), name) else {
            println!("{name} has no code");
            continue;
        };
        let polygons: Vec<&Value> = match shape["type"].as_str() {
            Some("Polygon") => vec![&shape["arcs"]],
            _ => list(&shape["arcs"]).iter().collect(),
        };
        let rings =
            polygons.into_iter().map(|polygon| joined(list(polygon).iter().map(|ring| ring_of(ring, &arcs)).collect()));
        // Of several shapes with one code, such as Australia and its reefs, the first has the name.
        found.entry(code).or_insert_with(|| (name.to_owned(), Vec::new())).1.extend(rings);
    }
    found.into_iter().map(|(code, (name, rings))| ((code, name), rings)).collect()
}

/// The three letters of a country. Kosovo has none in ISO 3166-1, and XKX by custom.
fn code(number: Option<&str>, name: &str) -> Option<String> {
    if name == "Kosovo" {
        return Some("XKX".to_owned());
    }
    let number = number?;
    let mut codes = CODES.as_bytes().chunks(6).filter_map(|code| std::str::from_utf8(code).ok());
    codes.find_map(|code| code.strip_prefix(number)).map(str::to_owned)
}

/// The lines of the atlas in degrees.
fn arcs(atlas: &Value) -> Vec<Vec<(f64, f64)>> {
    let number = |value: &Value| value.as_f64().unwrap_or_default();
    let (scale, shift) = (&atlas["transform"]["scale"], &atlas["transform"]["translate"]);
    let arc = |arc: &Value| {
        let (mut x, mut y) = (0.0, 0.0);
        let point = |step: &Value| {
            (x, y) = (x + number(&step[0]), y + number(&step[1]));
            (x * number(&scale[0]) + number(&shift[0]), y * number(&scale[1]) + number(&shift[1]))
        };
        list(arc).iter().map(point).collect()
    };
    list(&atlas["arcs"]).iter().map(arc).collect()
}

/// A ring of arcs, of which a negative number means one in the other direction.
fn ring_of(ring: &Value, arcs: &[Vec<(f64, f64)>]) -> Ring {
    let mut points: Vec<Point> = Vec::new();
    for number in list(ring).iter().filter_map(Value::as_i64) {
        let back = number < 0;
        let Some(arc) = usize::try_from(if back { !number } else { number }).ok().and_then(|at| arcs.get(at)) else {
            continue;
        };
        let rounded = |(lon, lat): &(f64, f64)| ((lon * 100.0).round() as i16, (lat * 100.0).round() as i16);
        let mut line: Vec<Point> = arc.iter().map(rounded).collect();
        if back {
            line.reverse();
        }
        points.extend(line);
    }
    points.dedup();
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    points
}

/// A polygon as one ring: each hole is joined to the border by a cut of no width.
fn joined(mut rings: Vec<Ring>) -> Ring {
    if rings.is_empty() {
        return Vec::new();
    }
    let mut outer = rings.remove(0);
    for hole in rings {
        let pairs = outer.iter().enumerate().flat_map(|(at, point)| {
            hole.iter().enumerate().map(move |(other, end)| (distance(*point, *end), at, other))
        });
        let Some((_, at, other)) = pairs.min() else { continue };
        let around: Vec<Point> = hole.iter().cycle().skip(other).take(hole.len() + 1).copied().collect();
        let back = outer[at];
        outer.splice(at + 1..at + 1, around.into_iter().chain([back]));
    }
    outer
}

fn distance(one: Point, other: Point) -> i64 {
    let part = |a: i16, b: i16| (i64::from(a) - i64::from(b)).pow(2);
    part(one.0, other.0) + part(one.1, other.1)
}

/// The outline with the least tolerance with which it is small enough, and that tolerance.
fn fitted(rings: &[Ring], most: usize) -> Result<(String, f64), io::Error> {
    let mut tolerance = 0.0;
    loop {
        let text = rings::write(&simplified(rings, tolerance));
        if compressed(&text)? <= most {
            return Ok((text, tolerance));
        }
        tolerance = if tolerance > 0.0 { tolerance * 1.2 } else { 1.0 };
    }
}

/// Rings without the points whose triangle with their neighbours has less than this area (Visvalingam), and without rings of less than
/// four times this area; the largest is always kept.
fn simplified(rings: &[Ring], tolerance: f64) -> Vec<Ring> {
    let mut kept: Vec<(f64, Ring)> = rings.iter().map(|ring| (extent(ring), reduced(ring, tolerance))).collect();
    kept.sort_by(|one, other| other.0.total_cmp(&one.0));
    let kept = kept
        .into_iter()
        .enumerate()
        .filter(|(place, (area, ring))| *place == 0 || (*area >= 4.0 * tolerance && ring.len() > 2));
    kept.map(|(_, (_, ring))| ring).collect()
}

fn reduced(ring: &Ring, tolerance: f64) -> Ring {
    let mut ring = ring.clone();
    while ring.len() > 4 {
        let areas = (0..ring.len()).map(|at| {
            let (before, behind) = (ring[(at + ring.len() - 1) % ring.len()], ring[(at + 1) % ring.len()]);
            (triangle(before, ring[at], behind), at)
        });
        let Some((least, at)) = areas.min_by(|one, other| one.0.total_cmp(&other.0)) else { break };
        if least >= tolerance {
            break;
        }
        ring.remove(at);
    }
    ring
}

/// The area of a triangle in square hundredths of a degree of latitude.
fn triangle(a: Point, b: Point, c: Point) -> f64 {
    let across = f64::from(b.1).to_radians() / 100.0;
    let x = |point: Point| f64::from(point.0) * across.cos();
    let y = |point: Point| f64::from(point.1);
    ((x(b) - x(a)) * (y(c) - y(a)) - (x(c) - x(a)) * (y(b) - y(a))).abs() / 2.0
}

/// The area of a ring.
fn extent(ring: &Ring) -> f64 {
    let across = ring.first().map_or(0.0, |first| f64::from(first.1).to_radians() / 100.0).cos();
    let next = ring.iter().cycle().skip(1);
    let twice: f64 = ring
        .iter()
        .zip(next)
        .map(|(one, other)| f64::from(one.0) * f64::from(other.1) - f64::from(other.0) * f64::from(one.1))
        .sum();
    twice.abs() / 2.0 * across
}

fn compressed(text: &str) -> Result<usize, io::Error> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &parameters)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}
