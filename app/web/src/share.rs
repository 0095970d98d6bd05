//! The page for embedding a chart, a figure or everything: the snippets to copy, with descriptions.

use leptos::prelude::*;
use statement::{Language, Offer, System};

use crate::apart::words;
use crate::still::{IntoStill, Still};

/// HTML or text for other sites. `share.js` replaces `{root}` by the address of the site's folder, `{query}` by the chosen colours
/// and language, and `{width}` by a width, at each choice.
#[derive(Clone, Debug)]
pub struct Snippet {
    /// Its kind, which is also its name in the page.
    pub kind: SnippetKind,
    /// What it does, in one or two sentences.
    pub hint: String,
    /// The text to copy; HTML uses the reader's colours.
    pub code: String,
    /// The HTML in light and dark colours, if a query cannot choose them.
    pub coloured: Option<[String; 2]>,
}

/// The kinds of snippet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnippetKind {
    /// A frame that shows the current data.
    Live,
    /// A frame that never changes.
    Frozen,
    /// An image with a line that cites it.
    Picture,
    /// The same for mails.
    Mail,
    /// A figure within a sentence.
    Sentence,
    /// A paragraph of text.
    Paragraph,
    /// A picture and text in Markdown.
    Markdown,
    /// Text in the markup of MediaWiki.
    Wiki,
    /// Text without markup.
    Text,
    /// A frame or figure in the spelling of React.
    Jsx,
}

/// The snippets of a chart, of a figure, or of the page.
#[derive(Clone, Debug)]
pub struct Share<'a> {
    /// The name of the part.
    pub what: &'a str,
    /// The HTML to copy.
    pub snippets: Vec<Snippet>,
    /// Pictures of a fixed size, each with its address in the site, its name and its size.
    pub pictures: Vec<(String, String, String)>,
    /// Whether one of them is for a slide.
    pub has_slide: bool,
    /// The address of the site's folder, relative to here.
    pub root: &'a str,
    /// The address at which it will be published, if known.
    pub address: Option<&'a str>,
    /// The address of the part on the page, relative to here.
    pub back: &'a str,
    /// The language of its words.
    pub language: Language,
}

/// A placeholder for an unknown address of the site, until a script replaces it.
const STAND_IN: &str = "https://ADDRESS-OF-THIS-SITE/";

impl SnippetKind {
    fn name(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Frozen => "frozen",
            Self::Picture => "picture",
            Self::Mail => "mail",
            Self::Sentence => "sentence",
            Self::Paragraph => "paragraph",
            Self::Markdown => "markdown",
            Self::Wiki => "wiki",
            Self::Text => "text",
            Self::Jsx => "jsx",
        }
    }

    fn title(self) -> Offer<'static> {
        match self {
            Self::Live => Offer::Live,
            Self::Frozen => Offer::Frozen,
            Self::Picture => Offer::Picture,
            Self::Mail => Offer::Mail,
            Self::Sentence => Offer::InSentence,
            Self::Paragraph => Offer::Paragraph,
            Self::Markdown => Offer::Markdown,
            Self::Wiki => Offer::Wiki,
            Self::Text => Offer::Text,
            Self::Jsx => Offer::Jsx,
        }
    }

    /// Whether a browser can show what it makes.
    fn is_html(self) -> bool {
        !matches!(self, Self::Markdown | Self::Wiki | Self::Text | Self::Jsx)
    }
}

/// The kinds that suit each system, the best first.
const SYSTEMS: [(System, &[SnippetKind]); 10] = {
    use SnippetKind::{Frozen, Jsx, Live, Mail, Markdown, Paragraph, Picture, Sentence, Text, Wiki};
    [
        (System::Html, &[Live, Frozen, Picture, Sentence, Paragraph]),
        (System::WordPress, &[Live, Picture, Sentence, Paragraph]),
        (System::Ghost, &[Live, Mail, Sentence, Paragraph]),
        (System::Drupal, &[Live, Picture, Paragraph]),
        (System::Wagtail, &[Live, Picture, Paragraph, Text]),
        (System::Markdown, &[Markdown, Text]),
        (System::Mdx, &[Jsx, Markdown]),
        (System::Wiki, &[Wiki, Text]),
        (System::Newsletter, &[Mail, Paragraph, Text]),
        (System::Slides, &[Live, Text]),
    ]
};

impl Share<'_> {
    /// The page as HTML.
    pub fn html(&self) -> String {
        Owner::new().with(|| self.view().into_html()).replace("<!>", "")
    }

    fn view(&self) -> Still {
        let language = self.language;
        let snippets: Vec<Still> =
            self.snippets.iter().enumerate().map(|(index, snippet)| self.snippet(snippet, index)).collect();
        let languages: Vec<Still> = Language::ALL
            .into_iter()
            .map(|language| view! { <option value=language.tag()>{language.name()}</option> }.still())
            .collect();
        let systems: Vec<Still> = SYSTEMS
            .into_iter()
            .filter(|(system, _)| *system != System::Slides || self.has_slide)
            .map(|(system, kinds)| {
                let kinds = kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" ");
                let (name, stays) = (language.offer(Offer::Name(system)), language.offer(Offer::Stays(system)));
                view! { <option data-kinds=kinds data-stays=stays>{name}</option> }.still()
            })
            .collect();
        let unknown = self.address.is_none().then(|| {
            let unknown = language.offer(Offer::UnknownAddress { stand_in: STAND_IN });
            view! { <p class="unscripted">{unknown}</p> }
        });
        let pictures: Vec<Still> = self
            .pictures
            .iter()
            .map(|(address, name, size)| {
                let address = format!("{}{address}", self.root);
                view! { <li><a href=address download="">{name.clone()}</a>" "{size.clone()}</li> }.still()
            })
            .collect();
        let pictures = (!pictures.is_empty()).then(|| view! { <ul class="pictures">{pictures}</ul> });
        view! {
            <article class="share" data-root=self.root.to_owned() data-site=self.address.map(str::to_owned) data-done=language.offer(Offer::Copied) data-by-hand=language.offer(Offer::CopyByHand) data-close=language.offer(Offer::Close) lang=language.tag()>
                <h2 id="share-title">{words(&language.offer(Offer::EmbedOf { what: self.what }))}</h2>
                {pictures}
                <p>{language.offer(Offer::Intro)}</p>
                <form class="choices">
                    <label class="where">{language.offer(Offer::Where)}" "<select name="system">{systems}</select></label>
                    <label>
                        {language.offer(Offer::Colours)}
                        " "
                        <select name="theme">
                            <option value="">{language.offer(Offer::AsTheReaders)}</option>
                            <option value="light">{language.offer(Offer::Light)}</option>
                            <option value="dark">{language.offer(Offer::Dark)}</option>
                        </select>
                    </label>
                    <label>{language.offer(Offer::LanguageOfTexts)}" "<select name="lang">{languages}</select></label>
                    <label>
                        {language.offer(Offer::Width)}
                        " "
                        <input type="number" name="width" min="240" max="1600" step="10" placeholder=language.offer(Offer::WidthHint)/>
                    </label>
                </form>
                <p class="stays" aria-live="polite"></p>
                {unknown}
                {snippets}
                <p role="status" class="said"></p>
                <p class="back"><a href=self.back.to_owned()>{language.say(statement::Message::ToPage)}</a></p>
            </article>
        }
        .still()
    }

    fn snippet(&self, snippet: &Snippet, index: usize) -> Still {
        let language = self.language;
        let Snippet { kind, hint, code, coloured } = snippet;
        let [light, dark] = coloured.clone().map_or([None, None], |coloured| coloured.map(Some));
        let filled =
            code.replace("{root}", self.address.unwrap_or(STAND_IN)).replace("{query}", "").replace("{width}", "100%");
        let rows = filled.lines().map(|line| 1 + line.chars().count() / 76).sum::<usize>().clamp(2, 12);
        let label = format!("{}: {}", language.offer(Offer::Code), language.offer(kind.title()));
        let preview = kind
            .is_html()
            .then(|| view! { <div class="preview" role="group" aria-label=language.offer(Offer::Preview)></div> });
        view! {
            <details class="snippet" data-kind=kind.name() name="snippet" open=index == 0>
                <summary>{language.offer(kind.title())}</summary>
                <p>{hint.clone()}</p>
                <textarea readonly spellcheck="false" rows=rows.to_string() aria-label=label data-code=code.clone() data-light=light data-dark=dark>{written(&filled)}</textarea>
                <p class="actions"><button type="button" data-do="copy-code">{language.offer(Offer::Copy)}</button></p>
                {preview}
            </details>
        }
        .still()
    }
}

/// A text for a `<textarea>`: Leptos does not escape it there, and browsers decode character references in it, but no
/// elements.
fn written(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
