//! The HTML to paste into other sites. Each snippet contains its citation as words and a link, which stay where a site
//! removes unknown elements.

use model::{Day, Figure};
use statement::{Account, Offer, isolated};
use web::{Excerpt, Snippet, SnippetKind};

use crate::blocks::{Block, ROOT, Span};
use crate::framing::Framing;
use crate::frozen::{Frozen, MAIL};
use crate::history::History;
use crate::jsx::jsx;
use crate::markdown::markdown;
use crate::part::Part;
use crate::plain::plain;
use crate::quoted;
use crate::shell::{escaped, marked};
use crate::wiki::wiki;

/// The script that fills in figures in sentences.
const FIGURE_SCRIPT: &str = r#"<script async src="{root}footnoted-figure.js" referrerpolicy="no-referrer"></script>"#;

/// The snippets of an excerpt. `frozen` are its frozen files, if it has any.
pub(crate) fn snippets(
    plot: &Account<'_>,
    excerpt: Excerpt<'_>,
    history: &History,
    frozen: Option<&Frozen>,
) -> Vec<Snippet> {
    let day = history.day(excerpt);
    let framing = Framing::of(plot, excerpt, day);
    let writer = Writer { plot, excerpt, framing: &framing, day };
    let mut snippets = vec![writer.live()];
    snippets.extend(frozen.and_then(|frozen| writer.frozen(frozen)));
    match excerpt {
        Excerpt::Whole => {
            let writer = Writer { day: history.day(Part::Card), ..writer };
            snippets.extend(frozen.map(|frozen| writer.card(frozen)).unwrap_or_default());
        }
        Excerpt::Chart(id) => {
            if let Some(chart) = plot.dashboard.chart(id) {
                snippets.extend(frozen.map(|frozen| writer.pictures(chart, frozen)).unwrap_or_default());
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
    snippets.extend(writer.written(frozen));
    // What a page in React has is HTML by other names: of a figure the one within a sentence, of the rest the frame.
    let kind = if matches!(excerpt, Excerpt::Figure(_)) { SnippetKind::Sentence } else { SnippetKind::Live };
    let html = snippets.iter().find(|snippet| snippet.kind == kind).map(|snippet| jsx(&snippet.code));
    snippets.extend(html.map(|code| writer.snippet(SnippetKind::Jsx, Offer::JsxHint, code)));
    snippets
}

/// Spans as HTML.
pub(crate) fn html(spans: &[Span]) -> String {
    let written = |span: &Span| match span {
        Span::Words(words) => marked(words),
        Span::Strong(words) => format!("<strong>{}</strong>", marked(words)),
        Span::Link { words, address } => format!(r#"<a href="{}">{}</a>"#, escaped(address), marked(words)),
    };
    spans.iter().map(written).collect()
}

/// Writes the snippets of an excerpt.
#[derive(Clone, Copy)]
pub(crate) struct Writer<'a> {
    pub(crate) plot: &'a Account<'a>,
    pub(crate) excerpt: Excerpt<'a>,
    framing: &'a Framing<'a>,
    /// The day of the last change of the excerpt.
    pub(crate) day: Day,
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

    /// The day of the data, whose it is, and the link to the page.
    pub(crate) fn tail(&self) -> Vec<Span> {
        quoted::way(self.plot, self.excerpt, &self.plot.updated(self.day), self.plot.title())
    }

    fn sentence(&self, figure: &Figure) -> Snippet {
        let code = format!("{}{FIGURE_SCRIPT}", self.element(figure));
        self.snippet(SnippetKind::Sentence, Offer::InSentenceHint, code)
    }

    fn list(&self, figures: &[&Figure]) -> Snippet {
        let item =
            |figure: &&Figure| format!("<li>{} {}</li>\n", self.element(figure), marked(self.plot.text(&figure.label)));
        let items: String = figures.iter().map(item).collect();
        let code = format!("<ul{}>\n{items}</ul>{FIGURE_SCRIPT}", self.turned());
        self.snippet(SnippetKind::Sentence, Offer::InSentenceHint, code)
    }

    /// A figure within a sentence, in today's words, which link to it. The sentence may be in another language and direction,
    /// and a system may keep only the link.
    fn element(&self, figure: &Figure) -> String {
        // The words of the element below have the rest.
        let (_, _, unit) = self.plot.stated(figure).into_parts().0.into_parts();
        format!(
            r#"<footnoted-figure figure="{}"{} site="{{root}}"><a href="{{root}}{}"{}>{}</a></footnoted-figure>"#,
            escaped(&figure.id),
            if unit.is_empty() { "" } else { " unit" },
            Excerpt::Figure(&figure.id).home(self.plot),
            self.turned(),
            marked(&self.plot.in_sentence(figure)),
        )
    }

    fn paragraph(&self, figure: &Figure) -> Snippet {
        let said = [quoted::evidence(self.plot, figure), vec![Span::words(". ")], self.tail()].concat();
        let code = format!(
            "<p{}>{}. <small>{}</small></p>",
            self.turned(),
            html(&quoted::headed(self.plot, figure)),
            html(&said)
        );
        self.snippet(SnippetKind::Paragraph, Offer::ParagraphHint { date: &self.date() }, code)
    }

    /// The same content for sites that keep no HTML: in Markdown, in the markup of wikis, and as plain text.
    fn written(&self, frozen: Option<&Frozen>) -> Vec<Snippet> {
        let blocks = self.blocks(frozen);
        let date = self.date();
        [
            (SnippetKind::Markdown, Offer::MarkdownHint { date: &date }, markdown(&blocks)),
            (SnippetKind::Wiki, Offer::WikiHint { date: &date }, wiki(&blocks)),
            (SnippetKind::Text, Offer::TextHint { date: &date }, plain(&blocks)),
        ]
        .map(|(kind, hint, code)| self.snippet(kind, hint, code))
        .into()
    }

    /// A figure in one line; a chart or the page with its picture and its figures.
    fn blocks(&self, frozen: Option<&Frozen>) -> Vec<Block> {
        let plot = self.plot;
        let (prose, items, picture) = match self.excerpt {
            Excerpt::Figure(id) => {
                let figure = plot.dashboard.figure(id).map(|figure| quoted::figure(plot, figure));
                let line = [figure.unwrap_or_default(), vec![Span::words(" ")], self.tail()].concat();
                return vec![Block::Line(line)];
            }
            Excerpt::Chart(id) => {
                let chart = plot.dashboard.chart(id);
                let items = chart.map(|chart| quoted::items(plot, chart)).unwrap_or_default();
                (chart.map(|chart| &chart.finding), items, frozen.and_then(|frozen| frozen.address(self.excerpt, MAIL)))
            }
            Excerpt::Whole => {
                let items = plot.dashboard.leading().map(|figure| quoted::figure(plot, figure)).collect();
                (Some(&plot.dashboard.summary), items, frozen.and_then(|frozen| frozen.address(Part::Card, "png")))
            }
        };
        let picture = picture.map(|file| Block::Picture {
            address: format!("{ROOT}{file}"),
            words: isolated(self.title()).into_owned(),
            page: format!("{ROOT}{}", self.excerpt.home(plot)),
        });
        let said = prose.map(|prose| plot.sentence(prose).to_string()).unwrap_or_default();
        let title = vec![Span::strong(isolated(self.title())), Span::words(format!(" {said}"))];
        let items = (!items.is_empty()).then_some(Block::Items(items));
        let rest = [Block::Line(title)].into_iter().chain(items).chain([Block::Line(self.tail())]);
        picture.into_iter().chain(rest).collect()
    }

    /// The attributes that keep a text as it is on a page of another language.
    pub(crate) fn turned(&self) -> String {
        let language = self.plot.language;
        format!(r#" lang="{}" dir="{}""#, language.tag(), language.direction())
    }

    pub(crate) fn snippet(&self, kind: SnippetKind, hint: Offer<'_>, code: String) -> Snippet {
        Snippet { kind, hint: self.plot.language.offer(hint), code, coloured: None }
    }

    pub(crate) fn title(&self) -> &str {
        self.excerpt.title(self.plot).unwrap_or_default()
    }

    pub(crate) fn date(&self) -> String {
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
    use crate::frozen::NARROW;

    fn each(text: &str, check: impl Fn(&Account<'_>, Excerpt<'_>, &Snippet)) {
        let dashboard = Dashboard::parse(text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        let history = History::of(&Files::default(), &dashboard);
        let files = ["html", "png", "svg", NARROW, MAIL].map(|kind| (kind.to_owned(), format!("o/1f.{kind}")));
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
                &format!(r#" height="{}""#, Framing::of(plot, excerpt, plot.dashboard.updated).height()),
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
            let link = match snippet.kind {
                SnippetKind::Markdown => "]({root}",
                SnippetKind::Wiki => "[{root}",
                SnippetKind::Text => "<{root}",
                _ => r#"<a href="{root}"#,
            };
            assert!(snippet.code.contains(link), "{}", snippet.code);
            let date = plot.day(plot.dashboard.updated);
            let changes = [SnippetKind::Live, SnippetKind::Frozen, SnippetKind::Sentence, SnippetKind::Jsx];
            if !changes.contains(&snippet.kind) {
                assert!(snippet.code.contains(&date), "{}", snippet.code);
            }
        });
    }

    #[test]
    fn a_paragraph_a_picture_and_a_text_quote_every_article_behind_their_figures() {
        each(&real(), |plot, excerpt, snippet| {
            let quoted = match snippet.kind {
                SnippetKind::Paragraph | SnippetKind::Picture | SnippetKind::Mail => escaped,
                SnippetKind::Text => str::to_owned,
                _ => return,
            };
            let chart = plot.dashboard.chart(excerpt.id());
            let drawn = chart.iter().flat_map(|chart| &chart.figures).map(String::as_str);
            for (_, citations) in drawn.chain([excerpt.id()]).flat_map(|id| plot.dashboard.roots(id)) {
                for citation in citations.iter() {
                    assert!(snippet.code.contains(&quoted(&citation.quote)), "{} in {}", citation.quote, snippet.code);
                }
            }
        });
    }

    #[test]
    fn a_figure_and_its_script_are_on_one_line_so_that_no_editor_separates_them() {
        each(&real(), |_, excerpt, snippet| {
            if snippet.kind == SnippetKind::Sentence {
                assert!(snippet.code.contains("><script async "), "{}", snippet.code);
                assert_eq!(snippet.code.contains('\n'), matches!(excerpt, Excerpt::Chart(_)), "{}", snippet.code);
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
            // Plain text is not read as HTML.
            assert!(snippet.kind == SnippetKind::Text || !snippet.code.contains("<script>"), "{}", snippet.code);
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
