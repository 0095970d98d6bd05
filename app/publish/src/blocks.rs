//! Text with links, lists and pictures, which snippets write in several markup languages.

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    Words(String),
    /// The words that matter most, such as a number.
    Strong(String),
    Link {
        words: String,
        address: String,
    },
}

/// A part of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// A paragraph.
    Line(Vec<Span>),
    /// A list.
    Items(Vec<Vec<Span>>),
    /// A picture that links to the page.
    Picture { address: String, words: String, page: String },
}

impl Span {
    pub(crate) fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }

    pub(crate) fn strong(words: impl Into<String>) -> Self {
        Self::Strong(words.into())
    }

    pub(crate) fn link(words: impl Into<String>, address: impl Into<String>) -> Self {
        Self::Link { words: words.into(), address: address.into() }
    }
}

/// What the dialog replaces by the address of the site.
pub(crate) const ROOT: &str = "{root}";

/// A text in one line: every language here gives a meaning to the end of a line.
pub(crate) fn in_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}

/// A text with other words for some of its letters. `word` gets each letter with the one after it.
pub(crate) fn replaced(text: &str, word: impl Fn(char, Option<char>) -> Option<&'static str>) -> String {
    let text = in_line(text);
    let mut letters = text.chars().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(c) = letters.next() {
        match word(c, letters.peek().copied()) {
            Some(word) => out += word,
            None => out.push(c),
        }
    }
    out
}

/// An address in which these characters, spaces and control characters are percent-encoded.
pub(crate) fn encoded(address: &str, special: &str) -> String {
    let (mut out, rest) = match address.strip_prefix(ROOT) {
        Some(rest) => (ROOT.to_owned(), rest),
        None => (String::new(), address),
    };
    for c in rest.chars() {
        if c.is_control() || c.is_whitespace() || special.contains(c) {
            out.extend(c.to_string().bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_its_meaning_and_ends_where_it_ends() {
        assert_eq!(encoded("{root}#chart-a", "{}"), "{root}#chart-a");
        assert_eq!(encoded("https://a.org/b_(c) d#:~:text=e", "()"), "https://a.org/b_%28c%29%20d#:~:text=e");
        assert_eq!(encoded("https://a.org/{root}|é\u{a0}", "{}|"), "https://a.org/%7Broot%7D%7Cé%C2%A0");
    }

    #[test]
    fn a_text_of_several_lines_becomes_one_line() {
        assert_eq!(in_line("a\nb\r\tc\u{2028}d"), "a b  c d");
    }
}
