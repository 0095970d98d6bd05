//! Snippets in plain text, for the text part of mails and for places that keep no links.

use crate::blocks::{Block, Span, encoded, in_line};

/// Blocks as plain text, with each address behind the words that link to it.
pub(crate) fn plain(blocks: &[Block]) -> String {
    blocks.iter().filter_map(block).collect::<Vec<_>>().join("\n\n")
}

/// A picture has no place in a text.
fn block(block: &Block) -> Option<String> {
    match block {
        Block::Line(spans) => Some(line(spans)),
        Block::Items(items) => {
            Some(items.iter().map(|item| format!("- {}", line(item))).collect::<Vec<_>>().join("\n"))
        }
        Block::Picture { .. } => None,
    }
}

fn line(spans: &[Span]) -> String {
    let line: String = spans.iter().map(span).collect();
    line.trim().to_owned()
}

/// Between angle brackets a program recognizes an address without the punctuation after it (RFC 3986, Appendix C).
fn span(span: &Span) -> String {
    match span {
        Span::Words(words) | Span::Strong(words) => in_line(words),
        Span::Link { words, address } => format!("{} <{}>", in_line(words), encoded(address, "<>")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_behind_its_words() {
        let line =
            vec![Span::strong("5 boats"), Span::words(" seen: "), Span::link("“five\nboats”", "https://a.org/b c")];
        let picture = Block::Picture { address: String::new(), words: String::new(), page: String::new() };
        let blocks = [picture, Block::Line(line.clone()), Block::Items(vec![line])];
        let words = "5 boats seen: “five boats” <https://a.org/b%20c>";
        assert_eq!(plain(&blocks), format!("{words}\n\n- {words}"));
    }
}
