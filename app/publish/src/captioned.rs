//! The pictures to paste, for pages and for mails, each with a line that quotes its articles.

use model::{Chart, Source};
use statement::{Offer, isolated};
use web::{Snippet, SnippetKind};

use crate::blocks::Span;
use crate::frozen::{Frozen, MAIL, NARROW};
use crate::part::Part;
use crate::shell::escaped;
use crate::snippet::{Writer, html};
use crate::{quoted, social};

/// Screens on which the drawing for phones is shown.
const PHONE: &str = "(max-width: 599px)";

fn image(address: &str, words: &str) -> String {
    format!(
        r#"<img src="{address}" alt="{}" width="{{width}}" style="max-width:100%" referrerpolicy="no-referrer">"#,
        escaped(words)
    )
}

impl Writer<'_> {
    /// The pictures of a chart, for a page and for a mail.
    pub(crate) fn pictures(&self, chart: &Chart, frozen: &Frozen) -> Vec<Snippet> {
        let address = |kind: &str| frozen.address(self.excerpt, kind);
        let articles = quoted::articles(self.plot, chart);
        let words = format!("{}. {}", isolated(self.title()), chart::description(self.plot, chart));
        let page = || Some(self.page_picture(&articles, &words, [address(NARROW)?, address("svg")?, address("png")?]));
        let mail = || Some(self.mail(&address(MAIL)?, &words, &articles));
        [page(), mail()].into_iter().flatten().collect()
    }

    /// The drawing for the width of the reader's screen in the colours of the reader, with a PNG for programs without SVG.
    fn page_picture(&self, articles: &[Span], words: &str, files: [String; 3]) -> Snippet {
        let [narrow, drawn, painted] = files;
        let image = image(&format!("{{root}}{painted}"), words);
        let source = |media: &str, file: &str, end: &str| {
            let media = if media.is_empty() { String::new() } else { format!(r#" media="{media}""#) };
            format!(r#"<source{media} srcset="{{root}}{file}{end}" type="image/svg+xml">"#)
        };
        let picture = |sources: &[String]| {
            self.captioned(&format!("<picture>\n{}\n{image}\n</picture>", sources.join("\n")), articles)
        };
        let dark = "(prefers-color-scheme: dark)";
        let both = format!("{PHONE} and {dark}");
        let code = picture(&[
            source(&both, &narrow, "#dark"),
            source(PHONE, &narrow, ""),
            source(dark, &drawn, "#dark"),
            source("", &drawn, ""),
        ]);
        let coloured = ["", "#dark"].map(|end| picture(&[source(PHONE, &narrow, end), source("", &drawn, end)]));
        let snippet = self.snippet(SnippetKind::Picture, Offer::PictureHint { date: &self.date() }, code);
        Snippet { coloured: Some(coloured), ..snippet }
    }

    /// The cards of the page, for a page and for a mail.
    pub(crate) fn card(&self, frozen: &Frozen) -> Vec<Snippet> {
        let Some(card) = frozen.address(Part::Card, "png") else { return Vec::new() };
        let words = social::description(self.plot);
        let shown: Vec<&str> = self.plot.dashboard.leading().map(|figure| figure.id.as_str()).collect();
        let behind = |source: &&Source| {
            shown.iter().any(|id| self.plot.backing(id).iter().any(|found| found.source.id == source.id))
        };
        let articles: Vec<&Source> =
            self.plot.footnotes.notes().iter().map(|note| note.source).filter(behind).collect();
        let articles = quoted::numbered(self.plot, &articles, &shown);
        let code = self.captioned(&image(&format!("{{root}}{card}"), &words), &articles);
        let picture = self.snippet(SnippetKind::Picture, Offer::PictureHint { date: &self.date() }, code);
        vec![picture, self.mail(&card, &words, &articles)]
    }

    /// A picture with the line of citation.
    fn captioned(&self, picture: &str, articles: &[Span]) -> String {
        let caption = html(&self.caption(articles));
        format!(
            "<figure{} style=\"margin:1em 0\">\n{picture}\n<figcaption>{caption}</figcaption>\n</figure>",
            self.turned()
        )
    }

    /// The title, the articles with their passages, the day, and the link to the page.
    fn caption(&self, articles: &[Span]) -> Vec<Span> {
        let title = Span::words(format!("{}. ", isolated(quoted::full(self.title()))));
        [vec![title], articles.to_vec(), vec![Span::words(". ")], self.tail()].concat()
    }

    /// A picture that mail programs show, without tables: they keep what programs for newsletters make of it.
    fn mail(&self, file: &str, words: &str, articles: &[Span]) -> Snippet {
        let code = format!(
            "<p><a href=\"{{root}}{}\"><img src=\"{{root}}{file}\" alt=\"{}\" width=\"600\" referrerpolicy=\"no-referrer\" style=\"display:block;border:0;width:100%;max-width:600px;height:auto\"></a></p>\n<p{}>{}</p>",
            self.excerpt.home(self.plot),
            escaped(words),
            self.turned(),
            html(&self.caption(articles)),
        );
        self.snippet(SnippetKind::Mail, Offer::MailHint { date: &self.date() }, code)
    }
}
