//! The page that shows how to cite the dashboard, a chart or a figure.

use export::Reference;
use leptos::prelude::*;
use statement::{Language, Message};

use crate::apart::words;
use crate::link;
use crate::still::{IntoStill, Still};

/// What is cited.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    /// Its name.
    pub what: &'a str,
    /// The citation.
    pub reference: &'a Reference,
    /// The place on the page: the address within the page, and a name.
    pub places: &'a [(String, String)],
}

/// The citation as HTML, and as plain text with marks of direction to copy. `stem` is the address of its two files without
/// `.bib` and `.ris`; `back` is the address of the page.
pub fn cite(cited: &Cited<'_>, stem: &str, back: &str, language: Language) -> String {
    let Cited { what, reference, places } = *cited;
    let texts = [
        (language.say(Message::CiteShort), reference.short.clone(), None),
        (language.say(Message::CiteFull), reference.full.clone(), None),
        ("BibTeX".to_owned(), reference.bibtex.clone(), Some(format!("{stem}.bib"))),
        ("RIS".to_owned(), reference.ris.clone(), Some(format!("{stem}.ris"))),
    ];
    let texts: Vec<Still> = texts
        .into_iter()
        .map(|(name, text, file)| {
            let download = language.say(Message::Download);
            let file = file.map(|file| view! { " "<a href=file download="">{download}</a> });
            view! { <h3>{name}{file}</h3><pre tabindex="0">{text}</pre> }.still()
        })
        .collect();
    let page = back.split('#').next().unwrap_or_default();
    let places: Vec<Still> = places
        .iter()
        .map(|(anchor, name)| view! { {link::within(format!("{page}#{anchor}"), name.clone())}" " }.still())
        .collect();
    let places = (!places.is_empty()).then(|| view! { <p class="places">{language.say(Message::ShownIn)}{places}</p> });
    let view = view! {
        <article class="cite">
            <h2>{words(&language.say(Message::CiteOf { what }))}</h2>
            {texts}
            {places}
            <p><a href=back.to_owned()>{language.say(Message::ToPage)}</a></p>
        </article>
    };
    Owner::new().with(|| view.to_html()).replace("<!>", "")
}
