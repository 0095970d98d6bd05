//! The answers of oEmbed (<https://oembed.com>) for systems into which the address of the page or of an excerpt is pasted.

use export::{Embed, Exports};
use model::Day;
use statement::Account;
use web::Excerpt;

use crate::framing::Framing;
use crate::preview::{SIZE, picture};

/// The default width of a frame, in pixels.
const WIDTH: u32 = 600;

/// The oEmbed answer for an excerpt with the day of its last change, if the address of the site is known.
pub(crate) fn answer(plot: &Account<'_>, excerpt: Excerpt<'_>, day: Day) -> Option<String> {
    let address = plot.address?;
    let framing = Framing::of(plot, excerpt, day);
    Exports(*plot).oembed(&Embed {
        title: excerpt.title(plot)?,
        html: &framing.answer(address),
        size: (WIDTH, framing.height()),
        thumbnail: (&format!("{address}{}", picture(excerpt)), SIZE.0, SIZE.1),
    })
}

#[cfg(test)]
mod tests {
    use model::{Dashboard, Footnotes};
    use serde_json::Value;
    use statement::Language;

    use super::*;

    #[test]
    fn oembed_answers_with_the_frame_and_absolute_addresses() {
        let text = editions::text("cambodia").unwrap();
        let dashboard = Dashboard::parse(&text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let address = Some("https://example.org/a/");
        let placed = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address };
        let answer = answer(&placed, Excerpt::Chart("people"), dashboard.updated).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let html = answer["html"].as_str().unwrap();
        let (words, frame) = html.split_once("</blockquote>\n").unwrap();
        assert!(words.starts_with("<blockquote") && words.contains("5,000 people</a>"), "{words}");
        assert!(frame.contains(r#"<iframe src="https://example.org/a/embed/people.html" title="#), "{frame}");
        assert!(html.contains(r#"src="https://example.org/a/embed.js""#) && !html.contains('{'), "{html}");
    }
}
