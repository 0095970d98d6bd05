//! A map projection in whole numbers: equirectangular, true to scale along the middle latitude, cut where nothing is drawn.

use model::Point;

/// The width and height of the earth that a map shows, at least, in hundredths of a degree.
const LEAST: i32 = 200;
/// A turn around the earth.
const TURN: i32 = 36_000;

/// The cosine of 0, 10, … 90 degrees, in thousandths.
const COSINES: [i32; 10] = [1000, 985, 940, 866, 766, 643, 500, 342, 174, 0];

/// A part of the earth, in hundredths of a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Globe {
    /// The longitude at which the earth is cut: longitudes west of it are drawn a turn further east.
    cut: i32,
    west: i32,
    north: i32,
    /// Its width at its middle latitude, in thousandths of a hundredth of a degree of latitude, and its height.
    width: i32,
    height: i32,
    /// The length of a degree of longitude at the middle latitude, in thousandths of one of latitude.
    cosine: i32,
}

/// Where a part of the earth is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Projection {
    pub(crate) globe: Globe,
    /// The left and upper end.
    pub(crate) at: (i32, i32),
    /// The width and height.
    pub(crate) size: (i32, i32),
}

impl Globe {
    /// The part that holds these lines, each of which is drawn without a cut.
    pub(crate) fn holding(lines: &[&[Point]]) -> Self {
        let mut spans: Vec<(i32, i32)> = Vec::new();
        let (mut south, mut north) = (9000, -9000);
        for line in lines {
            let (mut west, mut east) = (TURN, -TURN);
            for (lon, lat) in *line {
                (west, east) = (west.min(i32::from(*lon)), east.max(i32::from(*lon)));
                (south, north) = (south.min(i32::from(*lat)), north.max(i32::from(*lat)));
            }
            if west <= east {
                spans.insert(spans.partition_point(|other| *other < (west, east)), (west, east));
            }
        }
        let (cut, west, east) = uncovered(&spans);
        let (south, north) = if south <= north { (south, north) } else { (0, 0) };
        let middle = south.midpoint(north);
        let cosine = cosine(middle).max(100);
        let (width, height) = ((east - west) * cosine, north - south);
        Self {
            cut,
            west: west - (1000 * LEAST - width).max(0) / 2 / cosine,
            north: north + (LEAST - height).max(0) / 2,
            width: width.max(1000 * LEAST),
            height: height.max(LEAST),
            cosine,
        }
    }

    /// Its width for a height, in thousandths.
    pub(crate) fn aspect(&self) -> i32 {
        self.width / self.height
    }
}

impl Projection {
    /// A line as it is drawn, without points that are hardly apart. A line that begins west of the cut is drawn a turn further
    /// east.
    pub(crate) fn line(&self, line: &[Point]) -> Vec<(i32, i32)> {
        let west = line.iter().map(|(lon, _)| i32::from(*lon)).min().unwrap_or_default();
        let turn = if west < self.globe.cut { TURN } else { 0 };
        let mut drawn: Vec<(i32, i32)> = Vec::new();
        for (lon, lat) in line {
            let point = self.place(i32::from(*lon) + turn, i32::from(*lat));
            let is_near = |last: &(i32, i32)| (point.0 - last.0).abs() + (point.1 - last.1).abs() < APART;
            if !drawn.last().is_some_and(is_near) {
                drawn.push(point);
            }
        }
        drawn
    }

    /// A point as it is drawn.
    pub(crate) fn point(&self, point: Point) -> (i32, i32) {
        self.line(&[point]).first().copied().unwrap_or(self.at)
    }

    /// Lines every thirty degrees, if much of the earth is shown.
    pub(crate) fn graticule(&self) -> Vec<[(i32, i32); 2]> {
        let (globe, (x, y), (width, height)) = (&self.globe, self.at, self.size);
        let mut lines = Vec::new();
        if (globe.width / 1000).max(globe.height) < 3 * STEP / 2 {
            return lines;
        }
        let east = globe.west + globe.width / globe.cosine;
        for lon in (-12 * STEP..=24 * STEP).step_by(STEP as usize).filter(|lon| (globe.west..=east).contains(lon)) {
            let across = self.place(lon, 0).0;
            lines.push([(across, y), (across, y + height)]);
        }
        let south = globe.north - globe.height;
        for lat in (-2 * STEP..=2 * STEP).step_by(STEP as usize).filter(|lat| (south..=globe.north).contains(lat)) {
            let down = self.place(0, lat).1;
            lines.push([(x, down), (x + width, down)]);
        }
        lines
    }

    /// A number of hundredths of a degree as a length.
    pub(crate) fn length(&self, hundredths: i32) -> i32 {
        scaled(hundredths, self.size.1, self.globe.height)
    }

    fn place(&self, lon: i32, lat: i32) -> (i32, i32) {
        let globe = &self.globe;
        let across = scaled((lon - globe.west) * globe.cosine, self.size.0, globe.width);
        (self.at.0 + across, self.at.1 + scaled(globe.north - lat, self.size.1, globe.height))
    }
}

/// The distance of the lines of a graticule.
const STEP: i32 = 3000;
/// The least distance of two points of a line.
const APART: i32 = 8;

fn scaled(length: i32, to: i32, from: i32) -> i32 {
    (i64::from(length) * i64::from(to) / i64::from(from.max(1))) as i32
}

/// The cut in the middle of the widest gap between spans, which are sorted, and the west and east end of what is left.
fn uncovered(spans: &[(i32, i32)]) -> (i32, i32, i32) {
    let Some((first, _)) = spans.first() else { return (-TURN, 0, 0) };
    let mut end = *first;
    let mut gaps: Vec<(i32, i32)> = Vec::new();
    for (west, east) in spans {
        if *west > end {
            gaps.push((end, *west));
        }
        end = end.max(*east);
    }
    // The gap across the date line needs no cut.
    let mut widest = first + TURN - end;
    let mut found = (-TURN, *first, end);
    for (from, to) in gaps {
        if to - from > widest {
            widest = to - from;
            found = (from.midpoint(to), to, from + TURN);
        }
    }
    found
}

fn cosine(latitude: i32) -> i32 {
    let latitude = latitude.abs().min(8999);
    let place = (latitude / 1000) as usize;
    let (Some(low), Some(high)) = (COSINES.get(place), COSINES.get(place + 1)) else { return 0 };
    low + (high - low) * (latitude % 1000) / 1000
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawn(lines: &[&[Point]], size: (i32, i32)) -> Vec<Vec<(i32, i32)>> {
        let sheet = Projection { globe: Globe::holding(lines), at: (0, 0), size };
        lines.iter().map(|line| line.iter().map(|point| sheet.line(&[*point])[0]).collect()).collect()
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let town = drawn(&[&[(10_000, 1000)], &[(11_000, 2000)]], (1000, 1000));
        assert_eq!(town, [[(0, 1000)], [(1000, 0)]]);
    }

    #[test]
    fn the_earth_is_cut_where_nothing_is_drawn() {
        // Fiji and Samoa, on both sides of the date line.
        let globe = Globe::holding(&[&[(17_800, -1800)], &[(-17_200, -1400)]]);
        assert_eq!((globe.west, globe.width), (17_800, 1000 * globe.cosine));
        // Peru and Chad: across the Atlantic, not around the earth.
        let globe = Globe::holding(&[&[(-7500, -1000)], &[(1900, 1500)]]);
        assert_eq!((globe.west, globe.cut), (-7500, -TURN));
    }

    #[test]
    fn a_degree_east_is_shorter_far_from_the_equator() {
        assert_eq!((cosine(0), cosine(-6000), cosine(6500), cosine(9000)), (1000, 500, 421, 1));
    }

    #[test]
    fn one_town_alone_has_some_land_around_it() {
        assert_eq!(drawn(&[&[(10_000, 1000)]], (1000, 1000)), [[(497, 500)]]);
    }

    proptest! {
        #[test]
        fn everything_is_drawn_within_its_sheet(
            points in proptest::collection::vec((-18_000i16..=18_000, -9000i16..=9000), 1..12), width in 100..9000, height in 100..9000
        ) {
            let lines: Vec<&[Point]> = points.chunks(1).collect();
            for (x, y) in drawn(&lines, (width, height)).into_iter().flatten() {
                prop_assert!((-9..=width + 9).contains(&x) && (0..=height).contains(&y), "{x}, {y}");
            }
        }
    }
}
