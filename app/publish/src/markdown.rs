//! Snippets in Markdown, for sites that remove HTML.
//!
//! Letters with a meaning are written as character references: unlike a backslash, these are text to every kind of Markdown,
//! to templates before it (Liquid, Hugo's shortcodes), and to extensions such as mathematics.

use crate::blocks::{Block, Span, encoded, replaced};

/// Blocks in Markdown.
pub(crate) fn markdown(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join("\n\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Line(spans) => line(spans),
        Block::Items(items) => items.iter().map(|item| format!("- {}", line(item))).collect::<Vec<_>>().join("\n"),
        Block::Picture { address, words, page } => {
            format!("[![{}]({})]({})", escaped(words.trim()), target(address), target(page))
        }
    }
}

/// Spans in one line. It begins with a mark of its own or with a letter that means nothing at the beginning of a line.
fn line(spans: &[Span]) -> String {
    let line: String = spans.iter().map(span).collect();
    let line = line.trim();
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']);
    match line.chars().next() {
        // A heading, a list, a rule, a definition.
        Some(first @ ('#' | '-' | '+' | ':')) => {
            format!("&#{};{}", u32::from(first), line.get(1..).unwrap_or_default())
        }
        Some(first @ '0'..='9') if numbered => format!("&#{};{}", u32::from(first), line.get(1..).unwrap_or_default()),
        _ => line.to_owned(),
    }
}

fn span(span: &Span) -> String {
    match span {
        Span::Words(words) => escaped(words),
        Span::Strong(words) if words.trim().is_empty() => String::new(),
        Span::Strong(words) => format!("**{}**", escaped(words.trim())),
        Span::Link { words, address } => format!("[{}]({})", escaped(words.trim()), target(address)),
    }
}

fn escaped(words: &str) -> String {
    replaced(words, |c, next| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '\\' => Some("&#92;"),
        '`' => Some("&#96;"),
        '*' => Some("&#42;"),
        '_' => Some("&#95;"),
        '{' => Some("&#123;"),
        '}' => Some("&#125;"),
        '[' => Some("&#91;"),
        ']' => Some("&#93;"),
        '|' => Some("&#124;"),
        '~' => Some("&#126;"),
        '^' => Some("&#94;"),
        '=' => Some("&#61;"),
        '$' => Some("&#36;"),
        '!' => Some("&#33;"),
        '@' => Some("&#64;"),
        // An address, or the name of a symbol between colons.
        ':' if next.is_some_and(|next| !next.is_whitespace()) => Some("&#58;"),
        // An address without a scheme.
        'w' | 'W' if next.is_some_and(|next| matches!(next, 'w' | 'W')) => {
            Some(if c == 'w' { "&#119;" } else { "&#87;" })
        }
        _ => None,
    })
}

fn target(address: &str) -> String {
    encoded(address, "()<>[]{}\\\"'`|*").replace('&', "&amp;")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// What a reader sees: the text, and the kinds and targets of the elements.
    fn read(markdown: &str) -> (String, Vec<String>) {
        let (mut text, mut elements) = (String::new(), Vec::new());
        for event in Parser::new_ext(markdown, Options::all() & !Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(words) => text += &words,
                Event::SoftBreak => text.push('\n'),
                Event::Start(Tag::Link { dest_url, .. }) => elements.push(format!("link {dest_url}")),
                Event::Start(Tag::Image { dest_url, .. }) => elements.push(format!("image {dest_url}")),
                Event::Start(Tag::Paragraph | Tag::Item | Tag::List(None)) | Event::End(_) => {}
                other => elements.push(format!("{other:?}")),
            }
        }
        (text, elements)
    }

    proptest! {
        #[test]
        fn words_of_the_data_are_read_as_words(words in hostile(), label in hostile()) {
            let page = "https://example.org/a_b_c?d=1&copy=2#:~:text=e,-f";
            let spans = vec![
                Span::strong(&words),
                Span::words(format!(" {label}. ")),
                Span::link(format!("“{words}”"), page),
                Span::words("."),
            ];
            let blocks = [
                Block::Picture { address: "https://example.org/p.png".into(), words: format!("x{words}"), page: page.into() },
                Block::Line(spans.clone()),
                Block::Items(vec![spans, vec![Span::words(&label), Span::words(" end")]]),
            ];
            let (text, elements) = read(&markdown(&blocks));
            let own = |text: &str| text.split_whitespace().collect::<String>();
            let sentence = format!("{words}{label}.“{words}”.");
            let expected = format!("x{words}{sentence}{sentence}{label}end");
            prop_assert_eq!(own(&text), own(&expected));
            let strong: &[&str] = if words.trim().is_empty() { &[] } else { &["Start(Strong)"] };
            let link = format!("link {page}");
            let line: Vec<&str> = strong.iter().copied().chain([link.as_str()]).collect();
            let expected = [&[link.as_str(), "image https://example.org/p.png"][..], &line, &line].concat();
            prop_assert_eq!(elements, expected);
        }
    }

    /// Words that are full of what the languages give a meaning to.
    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("`"),
            Just("**"),
            Just("_"),
            Just("]("),
            Just("[["),
            Just("]]"),
            Just("![x](y)"),
            Just("<b>"),
            Just("<script>"),
            Just("-->"),
            Just("&copy;"),
            Just("\\"),
            Just("{{"),
            Just("}}"),
            Just("{%"),
            Just("{root}"),
            Just("$x$"),
            Just("~~"),
            Just("http://a.b"),
            Just("www.a.b"),
            Just("a@b.c"),
            Just("# "),
            Just("- "),
            Just("1. "),
            Just("| "),
            Just("\n"),
            Just("\n\n"),
            Just("==="),
            Just("---"),
            Just(":smile:"),
            Just("[^1]"),
            Just("word"),
            Just(" "),
            Just("“é”"),
            Just("!"),
            Just("5,000"),
        ];
        prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
    }
}
