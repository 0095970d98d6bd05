//! Previews of links to the page and its excerpts: the elements of Open Graph (<https://ogp.me>), and the links to the answers of
//! oEmbed (<https://oembed.com>).
//!
//! Their readers need absolute addresses. If that of the site is not known, the address of the picture is relative, which
//! some readers resolve, and there is no oEmbed.

use model::Day;
use statement::Account;
use web::Excerpt;

use crate::leaf::root_from;
use crate::shell::{escaped, meta};
use crate::{poster, social};

/// The size of all Open Graph images, in pixels.
pub(crate) const SIZE: (u32, u32) = (1200, 630);

/// A page as its preview shows it.
struct Shown<'a> {
    kind: &'static str,
    title: &'a str,
    /// What the page shows, in words.
    words: &'a str,
    /// Its own file and the place on the page that it is a part of; `None` for a page whose address is not known while it is written.
    place: Option<(&'a str, &'a str)>,
    /// The excerpt that systems make of its address.
    excerpt: Option<Excerpt<'a>>,
    image: &'a str,
    /// The words of the image.
    alternative: &'a str,
}

/// The elements for the head of the page.
pub(crate) fn of_page(plot: &Account<'_>) -> String {
    let image = format!("{}{}", plot.address.unwrap_or_default(), picture(Excerpt::Whole));
    let shown = Shown {
        kind: "website",
        title: plot.title(),
        words: &plot.sentence(&plot.dashboard.summary).to_string(),
        place: Some(("", "")),
        excerpt: Some(Excerpt::Whole),
        image: &image,
        alternative: &social::description(plot),
    };
    // Trunk's page has an element for the description.
    shown.head(plot)
}

/// The elements for the head of an excerpt.
pub(crate) fn of_excerpt(plot: &Account<'_>, excerpt: Excerpt<'_>, day: Day) -> String {
    let (file, home) = (excerpt.file(), excerpt.home(plot));
    let (words, alternative) = words(plot, excerpt, day);
    let shown = Shown {
        kind: "article",
        title: excerpt.title(plot).unwrap_or_default(),
        words: &words,
        place: Some((&file, &home)),
        excerpt: Some(excerpt),
        image: &image(plot, &file, &picture(excerpt)),
        alternative: &alternative,
    };
    shown.head(plot) + &meta("name", "description", &words)
}

/// The elements for the head of a page about a part, such as the page on how to cite it.
pub(crate) fn of_leaf(plot: &Account<'_>, excerpt: Excerpt<'_>, day: Day, file: &str, title: &str) -> String {
    let (words, alternative) = words(plot, excerpt, day);
    let shown = Shown {
        kind: "article",
        title,
        words: &words,
        place: Some((file, file)),
        excerpt: None,
        image: &image(plot, file, &picture(excerpt)),
        alternative: &alternative,
    };
    shown.head(plot) + &meta("name", "description", &words)
}

/// The elements for the head of a frozen page, with this frozen picture. The page is named after its content, so it cannot contain
/// its address; that of the live excerpt would lead to other numbers.
pub(crate) fn of_frozen(plot: &Account<'_>, excerpt: Excerpt<'_>, day: Day, picture: &str) -> String {
    let (words, alternative) = words(plot, excerpt, day);
    let shown = Shown {
        kind: "article",
        title: excerpt.title(plot).unwrap_or_default(),
        words: &words,
        place: None,
        excerpt: None,
        image: picture,
        alternative: &alternative,
    };
    shown.head(plot) + &meta("name", "description", &words)
}

/// What an excerpt shows, and what its picture shows, in words.
fn words(plot: &Account<'_>, excerpt: Excerpt<'_>, day: Day) -> (String, String) {
    let dashboard = plot.dashboard;
    match (excerpt, dashboard.chart(excerpt.id()), dashboard.figure(excerpt.id())) {
        (Excerpt::Chart(_), Some(chart), _) => {
            (plot.sentence(&chart.finding).to_string(), poster::description(plot, chart, day))
        }
        (Excerpt::Figure(_), _, Some(figure)) => {
            let told = plot.told_alone(figure);
            let alternative = format!("{told}. {}.", plot.known(figure));
            (told, alternative)
        }
        _ => (plot.sentence(&dashboard.summary).to_string(), social::description(plot)),
    }
}

/// The address of a picture, for a file of the site: absolute if that of the site is known, since most readers ignore others.
fn image(plot: &Account<'_>, file: &str, picture: &str) -> String {
    let root = plot.address.map_or_else(|| root_from(file), str::to_owned);
    format!("{root}{picture}")
}

impl Shown<'_> {
    /// The elements, the shortest and most important ones first: some readers stop after some kilobytes.
    fn head(&self, plot: &Account<'_>) -> String {
        let (width, height) = (SIZE.0.to_string(), SIZE.1.to_string());
        let mut head = meta("property", "og:title", self.title);
        // A site without a publisher in its data has no name beside its title.
        if let Some(publisher) = plot.publisher() {
            head += &meta("property", "og:site_name", publisher);
        }
        head += &meta("property", "og:type", self.kind);
        if let (Some(site), Some((file, home))) = (plot.address, self.place) {
            head += &meta("property", "og:url", &format!("{site}{file}"));
            head += &format!("<link rel=\"canonical\" href=\"{}\">", escaped(&format!("{site}{home}")));
        }
        if let (Some(site), Some(excerpt)) = (plot.address, self.excerpt) {
            head += &format!(
                "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
                escaped(&format!("{site}{}", answer_file(excerpt))),
                escaped(self.title),
            );
        }
        head += &meta("property", "og:image", self.image);
        head += &meta("property", "og:image:width", &width);
        head += &meta("property", "og:image:height", &height);
        head += &meta("name", "twitter:card", "summary_large_image");
        head += &meta("property", "og:description", self.words);
        head + &meta("property", "og:image:alt", self.alternative)
    }
}

/// The address of an excerpt's oEmbed answer.
pub(crate) fn answer_file(excerpt: Excerpt<'_>) -> String {
    match excerpt {
        Excerpt::Whole => "oembed.json".into(),
        Excerpt::Chart(id) => format!("oembed/{id}.json"),
        Excerpt::Figure(id) => format!("oembed/figure/{id}.json"),
    }
}

/// The Open Graph image of an excerpt.
pub(crate) fn picture(excerpt: Excerpt<'_>) -> String {
    match excerpt {
        Excerpt::Chart(id) => format!("cards/{id}.png"),
        Excerpt::Figure(id) => format!("cards/figure/{id}.png"),
        Excerpt::Whole => "card.png".into(),
    }
}

/// The slide of an excerpt. All charts have one, and the leading figures.
pub(crate) fn slide(excerpt: Excerpt<'_>) -> String {
    match excerpt {
        Excerpt::Figure(id) => format!("slides/figure-{id}.png"),
        _ => format!("slides/{}.png", excerpt.id()),
    }
}

#[cfg(test)]
mod tests {
    use model::{Dashboard, Footnotes};
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
            let placed = Account { address: Some("https://example.org/a/"), ..*plot };
            let head = of_excerpt(&placed, Excerpt::Chart("people"), plot.dashboard.updated);
            for part in [
                r#"property="og:image" content="https://example.org/a/cards/people.png""#,
                r#"property="og:url" content="https://example.org/a/embed/people.html""#,
                r#"rel="canonical" href="https://example.org/a/#chart-people""#,
                r#"type="application/json+oembed" href="https://example.org/a/oembed/people.json""#,
            ] {
                assert!(head.contains(part), "{part} is not in {head}");
            }
            let head = of_excerpt(plot, Excerpt::Figure("raids"), plot.dashboard.updated);
            assert!(head.contains(r#"content="../../cards/figure/raids.png""#), "{head}");
            assert!(!head.contains("oembed") && !head.contains("og:url"), "{head}");
        });
    }

    #[test]
    fn a_frozen_page_has_a_frozen_picture_and_leads_to_no_newer_number() {
        plotted(|plot| {
            let placed = Account { address: Some("https://example.org/a/"), ..*plot };
            let picture = "https://example.org/a/v/o/1f.png";
            let head = of_frozen(&placed, Excerpt::Figure("raids"), plot.dashboard.updated, picture);
            assert!(head.contains(r#"property="og:image" content="https://example.org/a/v/o/1f.png""#), "{head}");
            assert!(!head.contains("canonical") && !head.contains("og:url") && !head.contains("oembed"), "{head}");
        });
    }

    #[test]
    fn a_preview_names_an_allegation_as_one() {
        plotted(|plot| {
            let head = of_excerpt(plot, Excerpt::Figure("proceeds"), plot.dashboard.updated);
            assert!(head.contains("(Allegation)"), "{head}");
        });
    }
}
