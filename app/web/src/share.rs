//! How to put a chart, a figure or everything into another page: the HTML to copy, with what it does.

use leptos::prelude::*;
use statement::{Language, Offer};

use crate::apart::words;
use crate::still::{IntoStill, Still};

/// HTML for other people's pages. In it, `{root}` stands for the address of the site's folder, `{query}` for what is
/// chosen of colours and language, and `{width}` for a width; `share.js` fills them in anew with each choice.
#[derive(Clone, Debug)]
pub struct Snippet {
    /// What kind it is; also the name of it in the page.
    pub kind: SnippetKind,
    /// What it does, in a sentence or two.
    pub hint: String,
    /// The HTML that shows it in the reader's colours.
    pub code: String,
    /// That in light and in dark colours alone, where it is another and not the same with another query.
    pub coloured: Option<[String; 2]>,
}

/// What a snippet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnippetKind {
    /// A frame that follows the data.
    Live,
    /// A frame that never changes.
    Frozen,
    /// An image with a line that cites it.
    Picture,
    /// A figure among other words.
    Sentence,
    /// A paragraph of text.
    Paragraph,
}

/// Everything of one chart, of one figure, or of the page.
#[derive(Clone, Debug)]
pub struct Share<'a> {
    /// What it is of, in words.
    pub what: &'a str,
    /// The HTML to copy.
    pub snippets: Vec<Snippet>,
    /// Pictures in a fixed size, each by its address in the site, its name and its size.
    pub pictures: Vec<(String, String, String)>,
    /// The address of the site's folder, seen from here.
    pub root: &'a str,
    /// The address at which it will stand, where that is known.
    pub address: Option<&'a str>,
    /// The address of what is shared, seen from here.
    pub back: &'a str,
    /// The language it is written in.
    pub language: Language,
}

/// What stands for the address of the site where it is not known, until somebody with scripts looks.
const STAND_IN: &str = "https://ADDRESS-OF-THIS-SITE/";

impl SnippetKind {
    fn name(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Frozen => "frozen",
            Self::Picture => "picture",
            Self::Sentence => "sentence",
            Self::Paragraph => "paragraph",
        }
    }

    fn title(self) -> Offer<'static> {
        match self {
            Self::Live => Offer::Live,
            Self::Frozen => Offer::Frozen,
            Self::Picture => Offer::Picture,
            Self::Sentence => Offer::InSentence,
            Self::Paragraph => Offer::Paragraph,
        }
    }
}

impl Share<'_> {
    /// It as HTML.
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
            <article class="share" data-root=self.root.to_owned() data-done=language.offer(Offer::Copied) data-by-hand=language.offer(Offer::CopyByHand) data-close=language.offer(Offer::Close) lang=language.tag()>
                <h2 id="share-title">{words(&language.offer(Offer::EmbedOf { what: self.what }))}</h2>
                {pictures}
                <p>{language.offer(Offer::Intro)}</p>
                <form class="choices">
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
        view! {
            <details class="snippet" data-kind=kind.name() name="snippet" open=index == 0>
                <summary>{language.offer(kind.title())}</summary>
                <p>{hint.clone()}</p>
                <textarea readonly spellcheck="false" rows=rows.to_string() aria-label=label data-code=code.clone() data-light=light data-dark=dark>{written(&filled)}</textarea>
                <p class="actions"><button type="button" data-do="copy-code">{language.offer(Offer::Copy)}</button></p>
                <div class="preview" role="group" aria-label=language.offer(Offer::Preview)></div>
            </details>
        }
        .still()
    }
}

/// A text as it stands in a `<textarea>`. Leptos writes what is in one as it is, and browsers read references to characters
/// in it, but no elements.
fn written(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
