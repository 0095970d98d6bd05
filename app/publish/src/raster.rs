//! An opaque picture as a PNG with a palette, since charts have few colours.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use anyhow::Result;
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::Pixmap;

type Colour = [u8; 3];

/// A higher level takes four times as long for one percent, which frozen files are worth.
const QUICK: Compression = Compression::Balanced;

/// The number of colours in half a byte.
const FEW: usize = 16;

/// Lossless; in full colour if it has more colours than a palette holds.
pub(crate) fn exact(paper: &Pixmap) -> Result<Vec<u8>> {
    let pixels = pixels(paper);
    let palette: Vec<Colour> = counted(&pixels).into_iter().map(|(colour, _)| colour).collect();
    let places: Option<BTreeMap<Colour, u8>> =
        palette.iter().enumerate().map(|(place, colour)| Some((*colour, u8::try_from(place).ok()?))).collect();
    let Some(places) = places else {
        let mut bytes = Vec::new();
        let mut encoder = encoder(&mut bytes, paper, QUICK);
        encoder.set_color(ColorType::Rgb);
        encoder.set_filter(Filter::Adaptive);
        encoder.write_header()?.write_image_data(pixels.as_flattened())?;
        return Ok(bytes);
    };
    indexed(paper, &palette, BitDepth::Eight, &places_of(&pixels, &places), QUICK)
}

/// In sixteen colours: shades at the edges of letters without a place in the palette become their neighbours.
pub(crate) fn plain(paper: &Pixmap) -> Result<Vec<u8>> {
    let pixels = pixels(paper);
    let colours = counted(&pixels);
    let palette = chosen(&colours);
    let places = colours.iter().map(|(colour, _)| (*colour, nearest(&palette, colour))).collect();
    let width = usize::try_from(paper.width())?.max(1);
    let places = places_of(&pixels, &places);
    let rows = places.chunks(width).flat_map(|row| row.chunks(2));
    let packed: Vec<u8> = rows
        .map(|pair| match pair {
            [left, right] => left << 4 | right,
            pair => pair.first().copied().unwrap_or_default() << 4,
        })
        .collect();
    indexed(paper, &palette, BitDepth::Four, &packed, Compression::High)
}

fn pixels(paper: &Pixmap) -> Vec<Colour> {
    paper.pixels().iter().map(|p| [p.red(), p.green(), p.blue()]).collect()
}

/// Runs of one colour with their lengths.
fn runs(pixels: &[Colour]) -> impl Iterator<Item = (Colour, usize)> {
    pixels.chunk_by(|one, other| one == other).filter_map(|run| Some((*run.first()?, run.len())))
}

/// The colours with their frequencies, the most frequent first, which makes smaller files.
fn counted(pixels: &[Colour]) -> Vec<(Colour, usize)> {
    let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
    for (colour, length) in runs(pixels) {
        *counts.entry(colour).or_default() += length;
    }
    let mut counts: Vec<(Colour, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}

/// The most frequent colour, and then, one by one, the colour whose absence would change most.
fn chosen(colours: &[(Colour, usize)]) -> Vec<Colour> {
    let mut palette: Vec<Colour> = colours.iter().take(1).map(|(colour, _)| *colour).collect();
    // The distance of each colour from the nearest chosen one.
    let mut distances: Vec<u64> = vec![u64::MAX; colours.len()];
    while palette.len() < FEW {
        let Some(last) = palette.last().copied() else { break };
        for ((colour, _), known) in colours.iter().zip(&mut distances) {
            *known = distance(colour, &last).min(*known);
        }
        let lost = colours.iter().zip(&distances).map(|((_, count), distance)| distance * *count as u64);
        let Some((place, _)) = lost.enumerate().filter(|(_, lost)| *lost > 0).max_by_key(|(_, lost)| *lost) else {
            break;
        };
        palette.extend(colours.get(place).map(|(colour, _)| *colour));
    }
    palette
}

fn distance(one: &Colour, other: &Colour) -> u64 {
    one.iter().zip(other).map(|(one, other)| u64::from(one.abs_diff(*other)).pow(2)).sum()
}

fn nearest(palette: &[Colour], colour: &Colour) -> u8 {
    let places = (0_u8..).zip(palette);
    places.min_by_key(|(_, other)| distance(other, colour)).map(|(place, _)| place).unwrap_or_default()
}

/// Each pixel as an index into a palette.
fn places_of(pixels: &[Colour], places: &BTreeMap<Colour, u8>) -> Vec<u8> {
    let place = |colour| places.get(&colour).copied().unwrap_or_default();
    runs(pixels).flat_map(|(colour, length)| std::iter::repeat_n(place(colour), length)).collect()
}

fn indexed(
    paper: &Pixmap,
    palette: &[Colour],
    depth: BitDepth,
    data: &[u8],
    compression: Compression,
) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = encoder(&mut bytes, paper, compression);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(depth);
    encoder.set_palette(palette.concat());
    encoder.set_filter(Filter::NoFilter);
    encoder.write_header()?.write_image_data(data)?;
    Ok(bytes)
}

fn encoder<'b>(bytes: &'b mut Vec<u8>, paper: &Pixmap, compression: Compression) -> Encoder<'static, &'b mut Vec<u8>> {
    let mut encoder = Encoder::new(bytes, paper.width(), paper.height());
    encoder.set_compression(compression);
    encoder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_that_are_kept_are_those_by_which_most_would_be_lost() {
        let greys = |from: u8, count: usize| (0..40).map(move |step| ([from + step, from, from], count));
        let mut colours: Vec<(Colour, usize)> = vec![([255, 255, 255], 9000), ([200, 0, 0], 3)];
        colours.extend(greys(10, 20));
        let palette = chosen(&colours);
        assert_eq!(palette.len(), FEW);
        assert_eq!(palette[0], [255, 255, 255]);
        assert_eq!(palette[usize::from(nearest(&palette, &[200, 0, 0]))], [200, 0, 0], "a colour of its own is lost");
        assert_eq!(chosen(&colours[..2]), [[255, 255, 255], [200, 0, 0]]);
    }

    #[test]
    fn a_picture_in_few_colours_has_the_size_of_the_whole_one_and_is_smaller() {
        let mut paper = Pixmap::new(301, 40).unwrap();
        for (place, pixel) in paper.pixels_mut().iter_mut().enumerate() {
            let shade = (place * 7 % 200) as u8;
            *pixel = resvg::tiny_skia::ColorU8::from_rgba(shade, shade / 2, 255 - shade, 255).premultiply();
        }
        let (exact, plain) = (exact(&paper).unwrap(), plain(&paper).unwrap());
        for bytes in [&exact, &plain] {
            let mut reader = png::Decoder::new(std::io::Cursor::new(bytes.as_slice())).read_info().unwrap();
            let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
            let info = reader.next_frame(&mut pixels).unwrap();
            assert_eq!((info.width, info.height), (301, 40));
        }
        assert!(plain.len() < exact.len());
    }
}
