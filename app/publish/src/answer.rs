//! The answers of oEmbed (<https://oembed.com>) for systems into which the address of the page or of an excerpt is pasted.

use export::{Embed, Exports};
use statement::Account;
use web::Excerpt;

use crate::preview::{SIZE, picture};
use crate::snippet;

/// The default width of a frame, in pixels.
const WIDTH: u32 = 600;

/// The oEmbed answer, if the address of the site is known.
pub(crate) fn answer(plot: &Account<'_>, excerpt: Excerpt<'_>) -> Option<String> {
    let address = plot.address?;
    Exports(*plot).oembed(&Embed {
        title: excerpt.title(plot)?,
        html: &snippet::frame(plot, excerpt, address),
        size: (WIDTH, snippet::height(plot, excerpt)),
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
        let answer = answer(&placed, Excerpt::Chart("people")).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let html = answer["html"].as_str().unwrap();
        assert!(html.starts_with(r#"<iframe src="https://example.org/a/embed/people.html" title="#), "{html}");
        assert!(html.contains(r#"src="https://example.org/a/embed.js""#) && !html.contains('{'), "{html}");
    }
}
