//! How to cite the page, a chart or a figure, for whoever writes about it.

use export::Reference;
use leptos::prelude::*;
use statement::{Language, Message};

use crate::apart::words;
use crate::still::{IntoStill, Still};

/// The words by which to cite `what`, as HTML; those to copy are plain text, with its marks of direction. `stem` is the address of its two files, of which it is the part before
/// `.bib` and `.ris`; `back` is the address of what is cited.
pub fn cite(what: &str, reference: &Reference, stem: &str, back: &str, language: Language) -> String {
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
    let view = view! {
        <article class="cite">
            <h2>{words(&language.say(Message::CiteOf { what }))}</h2>
            {texts}
            <p><a href=back.to_owned()>{language.say(Message::ToPage)}</a></p>
        </article>
    };
    Owner::new().with(|| view.to_html()).replace("<!>", "")
}
