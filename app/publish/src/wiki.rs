//! Snippets in the markup of MediaWiki, which shows HTML as text and loads no pictures of other sites: the picture is a link.

use crate::blocks::{Block, Span, encoded, replaced};

/// Blocks in the markup of MediaWiki.
pub(crate) fn wiki(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join("\n\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Line(spans) => line(spans),
        Block::Items(items) => items.iter().map(|item| format!("* {}", line(item))).collect::<Vec<_>>().join("\n"),
        Block::Picture { address, words, .. } => link(words, address),
    }
}

/// Spans in one line. It begins with a letter that means nothing at the beginning of a line.
fn line(spans: &[Span]) -> String {
    let line: String = spans.iter().map(span).collect();
    let line = line.trim();
    match line.chars().next() {
        // A list, an indent, a rule.
        Some(first @ ('*' | '#' | ';' | ':' | '-')) => {
            format!("&#{};{}", u32::from(first), line.get(1..).unwrap_or_default())
        }
        _ => line.to_owned(),
    }
}

fn span(span: &Span) -> String {
    match span {
        Span::Words(words) => escaped(words),
        Span::Strong(words) if words.trim().is_empty() => String::new(),
        Span::Strong(words) => format!("'''{}'''", escaped(words.trim())),
        Span::Link { words, address } => link(words, address),
    }
}

fn link(words: &str, address: &str) -> String {
    format!("[{} {}]", encoded(address, "[]<>{}|\"'\\^`"), escaped(words.trim()))
}

/// Letters with a meaning as character references, which MediaWiki reads after its own marks.
fn escaped(words: &str) -> String {
    let words = replaced(words, |c, next| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '[' => Some("&#91;"),
        ']' => Some("&#93;"),
        '{' => Some("&#123;"),
        '}' => Some("&#125;"),
        '|' => Some("&#124;"),
        '\'' => Some("&#39;"),
        '=' => Some("&#61;"),
        '~' => Some("&#126;"),
        '_' => Some("&#95;"),
        // An address.
        ':' if next.is_some_and(|next| !next.is_whitespace()) => Some("&#58;"),
        _ => None,
    });
    // MediaWiki links these numbers by itself.
    ["RFC", "PMID", "ISBN"]
        .iter()
        .fold(words, |words, name| words.replace(&format!("{name} "), &format!("{name}&#32;")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// No mark of MediaWiki is left of the words of the data; each reference is one of those above.
        #[test]
        fn words_of_the_data_have_no_marks(words in "[ -~\n]{0,40}", more in "(\\[\\[|\\]\\]|\\{\\{|\\}\\}|<nowiki>|'''|~~~~|__TOC__|http://|\\||==|\n\\*|-\\{){0,6}") {
            let text = format!("{words}{more}");
            let written = escaped(&text);
            prop_assert!(!written.contains(['[', ']', '{', '}', '|', '<', '>', '\'', '=', '~', '_', '\n']), "{}", written);
            prop_assert!(!written.contains("://"), "{}", written);
            prop_assert_eq!(read(&written), text.replace('\n', " "));
        }
    }

    /// A text with its character references read, as a browser does.
    fn read(text: &str) -> String {
        let mut parts = text.split('&');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once(';').unwrap();
            let named = [("amp", '&'), ("lt", '<'), ("gt", '>')].into_iter().find(|(known, _)| *known == name);
            let number = || char::from_u32(name.strip_prefix('#').unwrap().parse().unwrap()).unwrap();
            out.push(named.map_or_else(number, |(_, letter)| letter));
            out += rest;
        }
        out
    }

    #[test]
    fn a_line_begins_with_no_mark_of_its_own() {
        let blocks = [
            Block::Line(vec![Span::words("#REDIRECT [[x]]")]),
            Block::Items(vec![vec![Span::words("* a")], vec![Span::strong("5"), Span::words(" b")]]),
            Block::Picture {
                address: "https://a.org/p q.png".into(),
                words: "A [picture]".into(),
                page: String::new(),
            },
        ];
        let expected = "&#35;REDIRECT &#91;&#91;x&#93;&#93;\n\n* &#42; a\n* '''5''' b\n\n[https://a.org/p%20q.png A &#91;picture&#93;]";
        assert_eq!(wiki(&blocks), expected);
    }
}
