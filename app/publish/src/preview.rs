//! Previews of links to the page and its excerpts: Open Graph (<https://ogp.me>) and oEmbed (<https://oembed.com>).
//!
//! Their readers need absolute addresses. If that of the site is not known, the address of the picture is relative, which
//! some readers resolve, and there is no oEmbed.

use export::{Embed, Exports};
use model::Day;
use statement::Account;
use web::Excerpt;

use crate::leaf::root_from;
use crate::shell::{escaped, meta};
use crate::{poster, snippet, social};

/// The size of all Open Graph images, in pixels.
const SIZE: (u32, u32) = (1200, 630);

/// The default width of a frame, in pixels.
const WIDTH: u32 = 600;

/// The elements for the head of the page, with the page's description.
pub(crate) fn of_page(plot: &Account<'_>, address: Option<&str>) -> String {
    let title = plot.title();
    let image = format!("{}card.png", address.unwrap_or_default());
    let mut head = properties("website", title, &image, &social::description(plot));
    if let Some(address) = address {
        head += &addresses(address, "", "", Excerpt::Whole);
    }
    head
}

/// The elements for the head of an excerpt.
pub(crate) fn of_excerpt(plot: &Account<'_>, excerpt: Excerpt<'_>, day: Day, address: Option<&str>) -> String {
    let dashboard = plot.dashboard;
    let (chart, figure) = (dashboard.chart(excerpt.id()), dashboard.figure(excerpt.id()));
    let (words, alternative) = match (excerpt, chart, figure) {
        (Excerpt::Chart(_), Some(chart), _) => {
            (plot.sentence(&chart.finding).to_string(), poster::description(plot, chart, day))
        }
        (Excerpt::Figure(_), _, Some(figure)) => {
            // The rest of the card changes with other figures; this page does not.
            let title = plot.title();
            (plot.told_alone(figure), title.to_owned())
        }
        _ => (plot.sentence(&dashboard.summary).to_string(), social::description(plot)),
    };
    let root = address.map_or_else(|| root_from(&excerpt.file()), str::to_owned);
    let image = format!("{root}{}", picture(excerpt));
    let mut head = meta("name", "description", &words);
    head += &properties("article", excerpt.title(plot).unwrap_or_default(), &image, &alternative);
    head += &meta("property", "og:description", &words);
    if let Some(address) = address {
        head += &addresses(address, &excerpt.file(), &excerpt.home(plot), excerpt);
    }
    head
}

/// The address of an excerpt's oEmbed answer.
pub(crate) fn answer_file(excerpt: Excerpt<'_>) -> String {
    match excerpt {
        Excerpt::Whole => "oembed.json".into(),
        Excerpt::Chart(id) => format!("oembed/{id}.json"),
        Excerpt::Figure(id) => format!("oembed/figure/{id}.json"),
    }
}

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

/// The Open Graph image of an excerpt.
pub(crate) fn picture(excerpt: Excerpt<'_>) -> String {
    match excerpt {
        Excerpt::Chart(id) => format!("cards/{id}.png"),
        Excerpt::Whole | Excerpt::Figure(_) => "card.png".into(),
    }
}

/// The slide of an excerpt. All charts have one, and the leading figures.
pub(crate) fn slide(excerpt: Excerpt<'_>) -> String {
    match excerpt {
        Excerpt::Figure(id) => format!("slides/figure-{id}.png"),
        _ => format!("slides/{}.png", excerpt.id()),
    }
}

fn properties(kind: &str, title: &str, image: &str, alternative: &str) -> String {
    let (width, height) = SIZE;
    let properties = [
        ("og:type", kind),
        ("og:title", title),
        ("og:image", image),
        ("og:image:width", &width.to_string()),
        ("og:image:height", &height.to_string()),
        ("og:image:alt", alternative),
    ];
    let head: String = properties.into_iter().map(|(name, content)| meta("property", name, content)).collect();
    head + &meta("name", "twitter:card", "summary_large_image")
}

/// The addresses of an excerpt, of its place on the page, and of its oEmbed answer.
fn addresses(site: &str, file: &str, anchor: &str, excerpt: Excerpt<'_>) -> String {
    let site = escaped(site);
    format!(
        "{}<link rel=\"canonical\" href=\"{site}{anchor}\"><link rel=\"alternate\" type=\"application/json+oembed\" href=\"{site}{}\">",
        meta("property", "og:url", &format!("{site}{file}")),
        answer_file(excerpt)
    )
}

#[cfg(test)]
mod tests {
    use model::{Dashboard, Footnotes};
    use serde_json::Value;
    use statement::Language;

    use super::*;

    fn plotted(check: impl FnOnce(&Account<'_>)) {
        let text = editions::text("cambodia").unwrap();
        let dashboard = Dashboard::parse(&text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        check(&Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None });
    }

    #[test]
    fn an_excerpt_says_where_it_is_and_has_a_picture_of_its_own() {
        plotted(|plot| {
            let head =
                of_excerpt(plot, Excerpt::Chart("people"), plot.dashboard.updated, Some("https://example.org/a/"));
            for part in [
                r#"property="og:image" content="https://example.org/a/cards/people.png""#,
                r#"property="og:url" content="https://example.org/a/embed/people.html""#,
                r#"rel="canonical" href="https://example.org/a/#chart-people""#,
                r#"type="application/json+oembed" href="https://example.org/a/oembed/people.json""#,
            ] {
                assert!(head.contains(part), "{part} is not in {head}");
            }
            let head = of_excerpt(plot, Excerpt::Figure("raids"), plot.dashboard.updated, None);
            assert!(head.contains(r#"content="../../card.png""#) && !head.contains("oembed"), "{head}");
        });
    }

    #[test]
    fn a_preview_names_an_allegation_as_one() {
        plotted(|plot| {
            let head = of_excerpt(plot, Excerpt::Figure("proceeds"), plot.dashboard.updated, None);
            assert!(head.contains("(Allegation)"), "{head}");
        });
    }

    #[test]
    fn oembed_answers_with_the_frame_and_absolute_addresses() {
        plotted(|plot| {
            let placed = Account { address: Some("https://example.org/a/"), ..*plot };
            let answer = answer(&placed, Excerpt::Chart("people")).unwrap();
            let answer: Value = serde_json::from_str(&answer).unwrap();
            let html = answer["html"].as_str().unwrap();
            assert!(html.starts_with(r#"<iframe src="https://example.org/a/embed/people.html" title="#), "{html}");
            assert!(html.contains(r#"src="https://example.org/a/embed.js""#) && !html.contains('{'), "{html}");
        });
    }
}
