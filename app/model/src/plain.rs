//! Turns titles and names that contain HTML, as reference managers write them, into plain text.

/// The tags that CSL allows in a title, and those that come from web pages.
const TAGS: [&str; 10] = ["i", "b", "em", "strong", "sup", "sub", "sc", "span", "u", "br"];

/// XML's own entities, and HTML's for characters that are common in headlines.
const NAMED: [(&str, char); 13] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
];

/// The text on one line, without tags and with its entities decoded: `Workers <i>flee</i> AT&amp;T` becomes
/// `Workers flee AT&T`. Any other `<` or `&` is part of the text.
pub fn plain(html: &str) -> String {
    let decoded = decoded(html);
    let mut text = String::with_capacity(decoded.len());
    let mut rest = decoded.as_str();
    while let Some(c) = rest.chars().next() {
        let (length, blank) = match tag(rest) {
            Some(length) => (length, rest.starts_with("<br")),
            None => (c.len_utf8(), c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')),
        };
        if blank {
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
        } else if length == c.len_utf8() {
            text.push(c);
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    text.trim().to_owned()
}

/// The length of the tag at the beginning of a text.
fn tag(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name = inner.find(|c: char| !c.is_ascii_alphabetic()).and_then(|end| inner.get(..end))?;
    let rest = inner.get(name.len()..)?;
    let attributes = rest.get(..rest.find('>')?)?;
    // "<b" in "a <b and c> d" is not a tag.
    let sound = match attributes.trim_end_matches('/').trim() {
        "" => true,
        words => attributes.starts_with(' ') && words.contains('=') && !words.contains('<'),
    };
    let known = TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name));
    (known && sound).then_some(text.len() - rest.len() + attributes.len() + 1)
}

fn decoded(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, behind)) = rest.split_once('&') {
        text += before;
        let entity = behind.split_once(';').and_then(|(name, behind)| Some((letter(name)?, behind)));
        rest = match entity {
            Some((letter, behind)) => {
                text.push(letter);
                behind
            }
            None => {
                text.push('&');
                behind
            }
        };
    }
    text + rest
}

/// The character of an entity: `#8217`, `#x2019`, `rsquo`.
fn letter(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).filter(|letter| !letter.is_control())
}
