//! Trunk's page: an empty place for the figures, and links to the style and the program.

use std::cell::RefCell;
use std::fmt::{self, Write as _};

use anyhow::{Context, Result};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use statement::direction::{CLOSE, OPEN};
use statement::isolated;

/// The folder of Trunk's page of the drawing program.
pub(crate) const DRAWING: &str = "drawing/";

/// Trunk's page, and the files that it loads.
pub(crate) struct Shell {
    html: String,
    /// The style sheets of its head, in their order.
    pub(crate) styles: Vec<String>,
    /// The sheets at its end, which do not block rendering.
    pub(crate) later_styles: Vec<String>,
    /// The program that answers readers, and the one that draws the page again.
    pub(crate) answering: Program,
    pub(crate) drawing: Program,
}

/// The addresses of the two files of a program: the script that loads it, and the program.
#[derive(Default)]
pub(crate) struct Program {
    pub(crate) script: String,
    pub(crate) wasm: String,
}

/// The content for the shell.
pub(crate) struct Filling<'a> {
    pub(crate) language: &'a str,
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// The Content-Security-Policy; `None` while Trunk serves the page and adds its own script.
    pub(crate) policy: Option<&'a str>,
    /// The inline style: loading it would delay everything by a round trip.
    pub(crate) style: &'a str,
    /// A script that runs before the first paint.
    pub(crate) first: &'a str,
    /// The address of the script that loads the programs, and the attributes that name them.
    pub(crate) start: &'a str,
    pub(crate) programs: &'a str,
    /// The elements of the head for link previews, as HTML.
    pub(crate) preview: &'a str,
    /// Further elements of the head, as HTML.
    pub(crate) head: &'a str,
    /// The figures, as HTML.
    pub(crate) body: &'a str,
    /// The edition of the data, and the day of its last change.
    pub(crate) version: &'a str,
    pub(crate) updated: &'a str,
    /// Further content after the figures, as HTML.
    pub(crate) foot: &'a str,
}

impl Shell {
    /// Reads Trunk's page, and its page of the drawing program.
    ///
    /// # Errors
    /// If they are not pages as Trunk writes them.
    pub(crate) fn read(html: String, drawing: &str) -> Result<Self> {
        let (styles, later_styles) = (RefCell::new(Vec::new()), RefCell::new(Vec::new()));
        rewrite_str(
            &html,
            RewriteStrSettings::new()
                .append_element_content_handler(element!("link[rel=stylesheet]", |link| {
                    styles.borrow_mut().extend(link.get_attribute("href"));
                    Ok(())
                }))
                .append_element_content_handler(element!("body link[rel=stylesheet]", |link| {
                    later_styles.borrow_mut().extend(link.get_attribute("href"));
                    Ok(())
                })),
        )?;
        // Trunk omits the tags of the head, so the head is everything that is not in the body.
        let (mut styles, later_styles) = (styles.into_inner(), later_styles.into_inner());
        styles.retain(|style| !later_styles.contains(style));
        let answering = Program::read(&html, "")?;
        Ok(Self { html, styles, later_styles, answering, drawing: Program::read(drawing, DRAWING)? })
    }

    /// The whole page.
    pub(crate) fn fill(&self, filling: &Filling<'_>) -> Result<String> {
        let policy = filling.policy.map(|policy| meta("http-equiv", "Content-Security-Policy", policy));
        // Readers of link previews often read only the first kilobytes, so the style is behind their elements.
        let head = format!(
            "{}<script>{}</script><style>{}</style><script async src=\"{}\"{}></script>{}",
            filling.preview, filling.first, filling.style, filling.start, filling.programs, filling.head
        );
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("html", |html| Ok(html.set_attribute("lang", filling.language)?)))
            .append_element_content_handler(element!("meta[charset]", |meta| {
                // The policy is before everything that it governs.
                meta.after(policy.as_deref().unwrap_or_default(), ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!("title", |title| {
                title.set_inner_content(filling.title, ContentType::Text);
                title.after(&head, ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!("meta[name=description]", |meta| {
                Ok(meta.set_attribute("content", &escaped(filling.description))?)
            }))
            .append_element_content_handler(element!(
                "link[rel=stylesheet], link[rel=modulepreload], link[rel=preload], script[type=module], noscript",
                |loaded| {
                    loaded.remove();
                    Ok(())
                }
            ))
            .append_element_content_handler(element!("#page", |page| {
                page.set_attribute("data-version", filling.version)?;
                page.set_attribute("data-updated", filling.updated)?;
                page.set_inner_content(filling.body, ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!("body", |body| {
                body.append(filling.foot, ContentType::Html);
                Ok(())
            }));
        Ok(rewrite_str(&self.html, settings)?)
    }
}

/// A page with every character beyond ASCII as a character reference: browsers keep it in half the memory and parse it
/// sooner. Its inline scripts and styles must be ASCII, since references are not decoded there.
pub(crate) fn ascii(html: &str) -> String {
    replaced(html, |out, c| write!(out, "&#{};", u32::from(c)))
}

/// A JSON text with every character beyond ASCII as an escape.
pub(crate) fn unicode_escaped(json: &str) -> String {
    replaced(json, |out, c| {
        let mut units = [0; 2];
        c.encode_utf16(&mut units).iter().try_for_each(|unit| write!(out, "\\u{unit:04x}"))
    })
}

/// A style with every character beyond ASCII as an escape.
pub(crate) fn css_escaped(style: &str) -> String {
    replaced(style, |out, c| write!(out, "\\{:x} ", u32::from(c)))
}

fn replaced(text: &str, write: impl Fn(&mut String, char) -> fmt::Result) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            // Writing to a String cannot fail.
            let _ = write(&mut out, c);
        }
    }
    out
}

/// A `<meta>` element.
pub(crate) fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{}\">", escaped(content))
}

/// The words of an element: right-to-left texts of the data are isolated, as on the page.
pub(crate) fn marked(words: &str) -> String {
    let words = escaped(&isolated(words));
    let mut open = Vec::new();
    let mut html = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\u{2066}'..=OPEN => {
                open.push(c);
                if c == OPEN { html += "<bdi>" } else { html.push(c) }
            }
            CLOSE if open.pop() == Some(OPEN) => html += "</bdi>",
            c => html.push(c),
        }
    }
    html
}

/// Escapes a text for an attribute.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

impl Program {
    /// Reads from Trunk's page in this folder which program it loads.
    fn read(html: &str, folder: &str) -> Result<Self> {
        let (script, wasm) = (RefCell::new(None), RefCell::new(None));
        let address = |link: &Element<'_, '_>| {
            link.get_attribute("href").map(|href| format!("{folder}{}", href.trim_start_matches("./")))
        };
        rewrite_str(
            html,
            RewriteStrSettings::new()
                .append_element_content_handler(element!("link[rel=modulepreload]", |link| {
                    *script.borrow_mut() = address(link);
                    Ok(())
                }))
                .append_element_content_handler(element!("link[rel=preload][as=fetch]", |link| {
                    *wasm.borrow_mut() = address(link);
                    Ok(())
                })),
        )?;
        let missing = |what| format!("Trunk's {folder}index.html names no {what}");
        Ok(Self {
            script: script.into_inner().with_context(|| missing("script (link rel=modulepreload)"))?,
            wasm: wasm.into_inner().with_context(|| missing("program (link rel=preload as=fetch)"))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_beyond_ascii_are_written_as_numbers_and_read_back_the_same() {
        assert_eq!(ascii("Cambodia’s ខ្មែរ"), "Cambodia&#8217;s &#6017;&#6098;&#6040;&#6082;&#6042;");
        assert_eq!(unicode_escaped("“a” 🚩"), r"\u201ca\u201d \ud83d\udea9");
        let read: String = serde_json::from_str(&format!("\"{}\"", unicode_escaped("“a” 🚩"))).unwrap();
        assert_eq!(read, "“a” 🚩");
        assert_eq!(css_escaped("\" · \""), r#"" \b7  ""#);
    }

    #[test]
    fn right_to_left_text_is_isolated_in_html() {
        assert_eq!(marked("<The> “Daily”"), "&lt;The&gt; “Daily”");
        assert_eq!(marked("\u{2068}הארץ\u{2069}, 1 < 2"), "<bdi>הארץ</bdi>, 1 &lt; 2");
        assert_eq!(marked("\u{2066}a\u{2069}א"), "<bdi>\u{2066}a\u{2069}א</bdi>");
    }

    #[test]
    fn what_a_curator_writes_cannot_break_out_of_an_attribute() {
        let meta = meta("name", "x", "\"><script>&");
        assert_eq!(meta, r#"<meta name="x" content="&quot;&gt;&lt;script&gt;&amp;">"#);
    }

    #[test]
    fn the_error_about_a_page_that_trunk_did_not_write_names_what_it_lacks() {
        let error = Shell::read("<!doctype html><title>x</title>".into(), "").err().unwrap().to_string();
        assert!(error.contains("names no script"), "{error}");
    }

    #[test]
    fn style_at_the_end_of_the_page_is_apart_from_that_which_the_page_waits_for() {
        let html = "<!doctype html><html><link rel=stylesheet href=a.css><link rel=modulepreload href=a.js>\
            <link rel=preload as=fetch href=a.wasm><body><div id=page></div><link rel=stylesheet href=b.css></body>";
        let drawing = "<link rel=modulepreload href=./d.js><link rel=preload as=fetch href=./d.wasm>";
        let shell = Shell::read(html.into(), drawing).unwrap();
        assert_eq!((shell.styles, shell.later_styles), (vec!["a.css".to_owned()], vec!["b.css".to_owned()]));
        assert_eq!((shell.answering.script, shell.answering.wasm), ("a.js".to_owned(), "a.wasm".to_owned()));
        assert_eq!(
            (shell.drawing.script, shell.drawing.wasm),
            ("drawing/d.js".to_owned(), "drawing/d.wasm".to_owned())
        );
    }
}
