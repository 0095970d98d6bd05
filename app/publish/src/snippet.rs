//! The HTML to paste into other sites. Each snippet contains its citation as words and a link, which stay where a site
//! removes unknown elements.

use model::{Chart, Day, Figure, Source};
use statement::{Account, Backing, Offer, isolated};
use web::{Excerpt, Snippet, SnippetKind};

use crate::framing::{self, Framing};
use crate::frozen::Frozen;
use crate::history::History;
use crate::part::Part;
use crate::shell::{escaped, marked};
use crate::social;

/// The script that fills in figures in sentences.
const FIGURE_SCRIPT: &str = r#"<script async src="{root}footnoted-figure.js" referrerpolicy="no-referrer"></script>"#;

/// The snippets of an excerpt. `frozen` are its frozen files, if it has any.
pub(crate) fn snippets(
    plot: &Account<'_>,
    excerpt: Excerpt<'_>,
    history: &History,
    frozen: Option<&Frozen>,
) -> Vec<Snippet> {
    let framing = Framing::of(plot, excerpt);
    let writer = Writer { plot, excerpt, framing: &framing, day: history.day(excerpt) };
    let mut snippets = vec![writer.live()];
    snippets.extend(frozen.and_then(|frozen| writer.frozen(frozen)));
    match excerpt {
        Excerpt::Whole => {
            let writer = Writer { day: history.day(Part::Card), ..writer };
            snippets.extend(frozen.and_then(|frozen| writer.card(frozen)));
        }
        Excerpt::Chart(id) => {
            if let Some(chart) = plot.dashboard.chart(id) {
                snippets.extend(frozen.and_then(|frozen| writer.chart(chart, frozen)));
                let figures = plot.figures(chart);
                snippets.extend((!figures.is_empty()).then(|| writer.list(&figures)));
            }
        }
        Excerpt::Figure(id) => {
            if let Some(figure) = plot.dashboard.figure(id) {
                snippets.push(writer.sentence(figure));
                snippets.push(writer.paragraph(figure));
            }
        }
    }
    snippets
}

fn image(address: &str, words: &str) -> String {
    format!(
        r#"<img src="{address}" alt="{}" width="{{width}}" style="max-width:100%" referrerpolicy="no-referrer">"#,
        escaped(words)
    )
}

#[derive(Clone, Copy)]
struct Writer<'a> {
    plot: &'a Account<'a>,
    excerpt: Excerpt<'a>,
    framing: &'a Framing<'a>,
    /// The day of the last change of the excerpt.
    day: Day,
}

impl Writer<'_> {
    fn live(&self) -> Snippet {
        self.snippet(SnippetKind::Live, Offer::LiveHint, self.framing.code(&self.excerpt.file()))
    }

    fn frozen(&self, frozen: &Frozen) -> Option<Snippet> {
        let file = frozen.address(self.excerpt, "html")?;
        let code = self.framing.code(&file);
        Some(self.snippet(SnippetKind::Frozen, Offer::FrozenHint { date: &self.date() }, code))
    }

    /// The chart in the colours of the reader, with a PNG for programs without SVG.
    fn chart(&self, chart: &Chart, frozen: &Frozen) -> Option<Snippet> {
        let plot = self.plot;
        let (drawn, painted) = (frozen.address(self.excerpt, "svg")?, frozen.address(self.excerpt, "png")?);
        let words = format!("{}. {}", isolated(self.title()), chart::description(plot, chart));
        let articles = plot.articles(chart);
        let image = image(&format!("{{root}}{painted}"), &words);
        let source =
            |end: &str, media: &str| format!(r#"<source{media} srcset="{{root}}{drawn}{end}" type="image/svg+xml">"#);
        let picture = |sources: &[String]| {
            self.captioned(&format!("<picture>\n{}\n{image}\n</picture>", sources.join("\n")), &articles)
        };
        let at_night = source("#dark", r##" media="(prefers-color-scheme: dark)""##);
        let code = picture(&[at_night, source("", "")]);
        let coloured = [picture(&[source("", "")]), picture(&[source("#dark", "")])];
        let snippet = self.snippet(SnippetKind::Picture, Offer::PictureHint { date: &self.date() }, code);
        Some(Snippet { coloured: Some(coloured), ..snippet })
    }

    /// The card of the page.
    fn card(&self, frozen: &Frozen) -> Option<Snippet> {
        let image = image(&format!("{{root}}{}", frozen.address(Part::Card, "png")?), &social::description(self.plot));
        let articles: Vec<&Source> = self.plot.footnotes.notes().iter().map(|note| note.source).collect();
        let code = self.captioned(&image, &articles);
        Some(self.snippet(SnippetKind::Picture, Offer::PictureHint { date: &self.date() }, code))
    }

    /// A picture with the line of citation.
    fn captioned(&self, picture: &str, articles: &[&Source]) -> String {
        let articles = self.plot.outlets(articles);
        let sources = self.plot.language.offer(Offer::SourcesLine { articles: &articles, date: &self.date() });
        let caption = framing::way(self.plot, self.excerpt, &format!("{}. {sources}", isolated(self.title())));
        format!("<figure>\n{picture}\n<figcaption>{caption}</figcaption>\n</figure>")
    }

    fn sentence(&self, figure: &Figure) -> Snippet {
        let code = format!("{}\n{FIGURE_SCRIPT}", self.element(figure));
        self.snippet(SnippetKind::Sentence, Offer::InSentenceHint, code)
    }

    fn list(&self, figures: &[&Figure]) -> Snippet {
        let item =
            |figure: &&Figure| format!("<li>{} {}</li>\n", self.element(figure), marked(self.plot.text(&figure.label)));
        let items: String = figures.iter().map(item).collect();
        let code = format!("<ul>\n{items}</ul>\n{FIGURE_SCRIPT}");
        self.snippet(SnippetKind::Sentence, Offer::InSentenceHint, code)
    }

    /// A figure within a sentence, in today's words, which link to it.
    fn element(&self, figure: &Figure) -> String {
        // The words of the element below have the rest.
        let (_, _, unit) = self.plot.stated(figure).into_parts().0.into_parts();
        format!(
            r#"<footnoted-figure figure="{}"{} site="{{root}}"><a href="{{root}}{}">{}</a></footnoted-figure>"#,
            escaped(&figure.id),
            if unit.is_empty() { "" } else { " unit" },
            Excerpt::Figure(&figure.id).home(self.plot),
            marked(&self.plot.in_sentence(figure)),
        )
    }

    fn paragraph(&self, figure: &Figure) -> Snippet {
        let plot = self.plot;
        let mut said = vec![marked(&plot.known(figure))];
        said.extend(plot.backing(&figure.id).iter().map(|found| self.quoted(found)));
        let data = plot.updated(self.day);
        // The status of the figure is one of its facts.
        let (phrase, _) = plot.stated(figure).into_parts();
        let phrase = marked(&phrase.to_string());
        let code = format!(
            "<p><strong>{phrase}</strong> {}. <small>{}. {}. {}</small></p>",
            marked(plot.text(&figure.label)),
            said.join(". "),
            marked(&data),
            framing::way(self.plot, self.excerpt, plot.title()),
        );
        self.snippet(SnippetKind::Paragraph, Offer::ParagraphHint { date: &self.date() }, code)
    }

    /// An article with a passage that links to it.
    fn quoted(&self, found: &Backing<'_>) -> String {
        let Backing { citation, source, .. } = found;
        let quote = marked(&found.quoted());
        let quote = match citation.link(source) {
            Some(link) => format!(r#"<a href="{}">{quote}</a>"#, escaped(&link)),
            None => quote,
        };
        format!("{}: {quote}", marked(&self.plot.outlet(source)))
    }

    fn snippet(&self, kind: SnippetKind, hint: Offer<'_>, code: String) -> Snippet {
        Snippet { kind, hint: self.plot.language.offer(hint), code, coloured: None }
    }

    fn title(&self) -> &str {
        self.excerpt.title(self.plot).unwrap_or_default()
    }

    fn date(&self) -> String {
        self.plot.day(self.day)
    }
}

#[cfg(test)]
mod tests {
    use model::{Dashboard, Footnotes};
    use statement::Language;

    use super::*;
    use crate::editions::Kept;
    use crate::files::Files;
    use crate::framing::{HEIGHT_SCRIPT, SANDBOX};

    fn each(text: &str, check: impl Fn(&Account<'_>, Excerpt<'_>, &Snippet)) {
        let dashboard = Dashboard::parse(text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        let history = History::of(&Files::default(), &dashboard);
        let files = ["html", "png", "svg"].map(|kind| (kind.to_owned(), format!("o/1f.{kind}")));
        let kept = Kept { day: "2026-01-21".into(), files: files.into_iter().collect() };
        let frozen = Frozen(Part::all(&dashboard).iter().map(|part| (part.name(), kept.clone())).collect());
        let charts = dashboard.charts.iter().map(|chart| Excerpt::Chart(&chart.id));
        let figures = dashboard.figures.iter().map(|figure| Excerpt::Figure(&figure.id));
        for excerpt in [Excerpt::Whole].into_iter().chain(charts).chain(figures) {
            for snippet in snippets(&plot, excerpt, &history, Some(&frozen)) {
                check(&plot, excerpt, &snippet);
            }
        }
    }

    fn real() -> String {
        editions::text("cambodia").unwrap()
    }

    #[test]
    fn every_frame_has_a_name_a_size_and_no_more_leave_than_it_needs() {
        each(&real(), |plot, excerpt, snippet| {
            if !matches!(snippet.kind, SnippetKind::Live | SnippetKind::Frozen) {
                return;
            }
            let title = escaped(excerpt.title(plot).unwrap());
            for part in [
                &format!(r#" title="{title}""#),
                r#" width="{width}""#,
                &format!(r#" height="{}""#, Framing::of(plot, excerpt).height()),
                r#" loading="lazy""#,
                r#" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox""#,
                r#" referrerpolicy="no-referrer""#,
            ] {
                assert!(snippet.code.contains(part), "{part} is not in {}", snippet.code);
            }
            // The frame is empty: some systems accept only empty ones.
            assert!(snippet.code.contains("></iframe>"));
        });
    }

    #[test]
    fn whatever_is_pasted_leads_to_the_site_and_what_stays_as_it_is_says_of_when_it_is() {
        each(&real(), |plot, _, snippet| {
            assert!(snippet.code.contains(r#"<a href="{root}"#), "{}", snippet.code);
            let date = plot.day(plot.dashboard.updated);
            if matches!(snippet.kind, SnippetKind::Picture | SnippetKind::Paragraph) {
                assert!(snippet.code.contains(&date), "{}", snippet.code);
            }
        });
    }

    #[test]
    fn a_paragraph_quotes_every_article_behind_its_figure() {
        each(&real(), |plot, excerpt, snippet| {
            if snippet.kind != SnippetKind::Paragraph {
                return;
            }
            for (_, citations) in plot.dashboard.roots(excerpt.id()) {
                for citation in citations.iter() {
                    assert!(snippet.code.contains(&escaped(&citation.quote)), "{} in {}", citation.quote, snippet.code);
                }
            }
        });
    }

    #[test]
    fn what_a_curator_writes_cannot_break_out_of_the_html() {
        let evil = "\\\"><script>alert(1)</script>";
        let text = real()
            .replacen("People: estimated, arrested, released", evil, 1)
            .replacen("Arrests claimed", evil, 1)
            .replacen("whom Cambodia", &format!("{evil} whom Cambodia"), 1);
        each(&text, |_, _, snippet| {
            assert!(!snippet.code.contains("<script>"), "{}", snippet.code);
        });
    }

    #[test]
    fn the_guide_for_editors_shows_what_is_pasted() {
        let guide = include_str!("../../../docs/embedding.md");
        let site = |script: &str| script.trim().replace("{root}", "https://figures.example.org/");
        for part in [&format!(r#"sandbox="{SANDBOX}""#), &site(HEIGHT_SCRIPT), &site(FIGURE_SCRIPT)] {
            assert!(guide.contains(part), "docs/embedding.md does not show {part}");
        }
    }
}
