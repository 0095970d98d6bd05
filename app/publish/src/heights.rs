//! The heights of a frame by its width, as CSS, for pages that run no scripts.

use anyhow::Result;

use crate::estimate::Content;

/// The widths at which an excerpt is estimated. Its wide pictures begin at 594 pixels.
const WIDTHS: [f32; 20] = [
    280.0, 300.0, 320.0, 340.0, 360.0, 380.0, 410.0, 440.0, 470.0, 510.0, 550.0, 593.0, 594.0, 620.0, 650.0, 700.0,
    760.0, 850.0, 960.0, 1200.0,
];

/// The widths of a phone and of a column of text.
const PHONE: f32 = 320.0;
const COLUMN: f32 = 650.0;

/// The estimated heights of an excerpt.
pub(crate) struct Heights {
    /// The heights at some widths, with straight lines between them.
    knots: Vec<(f32, f32)>,
}

impl Heights {
    /// The heights of the excerpt with this HTML.
    ///
    /// # Errors
    /// If the HTML cannot be read.
    pub(crate) fn of(html: &str) -> Result<Self> {
        let content = Content::read(html)?;
        let samples: Vec<(f32, f32)> = WIDTHS.into_iter().map(|width| (width, content.height(width))).collect();
        Ok(Self { knots: joined(&samples) })
    }

    /// One height for all widths, in pixels, where a site removes styles: between that on a phone, where it scrolls a little, and
    /// that in a column of text.
    pub(crate) fn typical(&self) -> u32 {
        pixels((self.at(PHONE) + self.at(COLUMN)) / 2.0)
    }

    fn at(&self, width: f32) -> f32 {
        let line = self.knots.windows(2).find(|line| matches!(line, [_, (to, _)] if width <= *to));
        match line {
            Some([from, to]) => between(*from, *to, width),
            _ => self.knots.last().map(|(_, height)| *height).unwrap_or_default(),
        }
    }

    /// The height as CSS, by the width of the box around the frame. Each term is one of the straight lines: it is zero from
    /// its end on, and constant before its begin.
    pub(crate) fn css(&self) -> String {
        let Some((_, last)) = self.knots.last() else { return String::new() };
        let mut terms = format!("{}px", pixels(*last));
        for pair in self.knots.windows(2) {
            let [(from, high), (to, low)] = pair else { continue };
            let (from, to) = (pixels(*from), pixels(*to));
            let (high, low) = (pixels(*high), pixels(*low));
            let slope = f64::from(high.abs_diff(low)) / f64::from(to - from);
            let slope = format!("{slope:.3}");
            let slope = slope.trim_end_matches('0').trim_end_matches('.');
            match high.abs_diff(low) {
                0 => {}
                fall if high > low => terms += &format!(" + clamp(0px,({to}px - 100cqw)*{slope},{fall}px)"),
                rise => terms += &format!(" - clamp(0px,({to}px - 100cqw)*{slope},{rise}px)"),
            }
        }
        format!("calc({terms})")
    }
}

/// Few of the estimates, such that straight lines between them cut nothing, and are nowhere much too high. A text may fill
/// one line more in a browser, whose fonts are others: what is given is a little more than the estimate.
fn joined(samples: &[(f32, f32)]) -> Vec<(f32, f32)> {
    let given = |(width, height): (f32, f32)| (width, height * 1.01 + 16.0);
    let fits = |from: usize, to: usize| {
        let Some([first, .., last]) = samples.get(from..=to) else { return false };
        samples[from..=to].iter().all(|&(width, height)| {
            let found = between(given(*first), given(*last), width);
            found >= height + 2.0 && found <= height * 1.08 + 20.0
        })
    };
    let mut knots = Vec::new();
    let mut from = 0;
    knots.extend(samples.first().copied().map(given));
    while from + 1 < samples.len() {
        // The height is most exact on a phone.
        let phone = samples.iter().position(|(width, _)| *width == PHONE).filter(|phone| *phone > from);
        let furthest = phone.unwrap_or(samples.len() - 1);
        let to = (from + 1..=furthest).rev().find(|to| fits(from, *to)).unwrap_or(from + 1);
        knots.extend(samples.get(to).copied().map(given));
        from = to;
    }
    knots
}

fn between(from: (f32, f32), to: (f32, f32), width: f32) -> f32 {
    from.1 + (to.1 - from.1) * (width - from.0) / (to.0 - from.0)
}

fn pixels(length: f32) -> u32 {
    length.ceil().max(0.0) as u32
}

#[cfg(test)]
mod tests {
    use model::{Dashboard, Footnotes};
    use statement::{Account, Language};
    use web::Excerpt;

    use super::*;

    fn heights(excerpt: Excerpt<'_>) -> Heights {
        let dashboard = Dashboard::parse(&editions::text("cambodia").unwrap()).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        Heights::of(&web::render_excerpt(&plot, excerpt, "index.html", dashboard.updated, None).unwrap()).unwrap()
    }

    /// The value of the CSS in a box of this width.
    fn value(css: &str, width: f64) -> f64 {
        let terms = css.strip_prefix("calc(").unwrap().strip_suffix(')').unwrap();
        let terms = terms.replace(" + ", "\n+").replace(" - clamp", "\n-clamp");
        let pixels = |text: &str| text.trim_end_matches("px").parse::<f64>().unwrap();
        terms
            .lines()
            .map(|term| {
                let Some((sign, term)) = term.split_once("clamp(0px,(") else { return pixels(term) };
                let (to, term) = term.split_once("px - 100cqw)*").unwrap();
                let (slope, greatest) = term.trim_end_matches(')').split_once(',').unwrap();
                let height = ((pixels(to) - width) * pixels(slope)).clamp(0.0, pixels(greatest));
                if sign == "-" { -height } else { height }
            })
            .sum()
    }

    #[test]
    fn the_css_of_a_frame_has_its_height_at_every_width() {
        for excerpt in [Excerpt::Chart("people"), Excerpt::Chart("timeline"), Excerpt::Figure("left")] {
            let heights = heights(excerpt);
            let css = heights.css();
            for (width, height) in &heights.knots {
                let found = value(&css, f64::from(*width));
                assert!((found - f64::from(*height)).abs() < 3.0, "{found} for {height} at {width}: {css}");
            }
            let (phone, column) = (value(&css, 320.0), value(&css, 650.0));
            assert!((phone.min(column)..=phone.max(column)).contains(&f64::from(heights.typical())), "{css}");
        }
    }

    #[test]
    fn a_frame_is_higher_on_a_phone_and_no_higher_than_its_content_beyond_the_width_of_its_content() {
        let css = heights(Excerpt::Chart("people")).css();
        assert!(value(&css, 320.0) > value(&css, 650.0) + 100.0, "{css}");
        assert!((value(&css, 1200.0) - value(&css, 1600.0)).abs() < 0.5, "{css}");
    }
}
