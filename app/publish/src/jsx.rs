//! Snippets as JSX, for pages in React and MDX: the HTML of another snippet, with the names of attributes, the objects for
//! styles and the strings that JSX demands.

/// Elements without a closing tag.
const VOID: [&str; 3] = ["br", "img", "source"];

/// The names of attributes that React writes otherwise.
const NAMES: [(&str, &str); 5] = [
    ("class", "className"),
    ("frameborder", "frameBorder"),
    ("allowfullscreen", "allowFullScreen"),
    ("referrerpolicy", "referrerPolicy"),
    ("srcset", "srcSet"),
];

/// The same elements in JSX. `html` is written by the press: each attribute has double quotes, and no value has an angle
/// bracket.
pub(crate) fn jsx(html: &str) -> String {
    let mut parts = html.split('<');
    let mut out = words(parts.next().unwrap_or_default());
    for part in parts {
        let (inside, text) = part.split_once('>').unwrap_or((part, ""));
        out += &tag(inside);
        out += &words(text);
    }
    out
}

fn tag(inside: &str) -> String {
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut out = format!("<{name}");
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let value = after.strip_prefix("=\"").and_then(|after| after.split_once('"'));
        out += &attribute(key, value.map(|(value, _)| value));
        rest = value.map_or(after, |(_, after)| after).trim_start();
    }
    out + if VOID.contains(&name) { " />" } else { ">" }
}

fn attribute(name: &str, value: Option<&str>) -> String {
    let known = NAMES.iter().find(|(html, _)| *html == name).map_or(name, |(_, jsx)| jsx);
    match value {
        None => format!(" {known}"),
        Some(value) if name == "style" => format!(" style={{{{ {} }}}}", style(value)),
        Some(value) if value.contains(['&', '\\']) => format!(" {known}={{{}}}", string(&decoded(value))),
        Some(value) => format!(" {known}=\"{value}\""),
    }
}

/// Declarations as an object: `border: "0", maxWidth: "100%"`.
fn style(declarations: &str) -> String {
    let declarations = declarations.split(';').filter_map(|declaration| declaration.split_once(':'));
    let written = declarations.map(|(name, value)| format!("{}: {}", camel(name.trim()), string(value.trim())));
    written.collect::<Vec<_>>().join(", ")
}

fn camel(name: &str) -> String {
    if name.starts_with("--") {
        return string(name);
    }
    let mut parts = name.split('-');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (first, rest) = part.split_at(part.len().min(1));
        out += &first.to_ascii_uppercase();
        out += rest;
    }
    out
}

/// A text between tags: MDX reads Markdown there, but not within a string. Ends of lines between tags stay.
fn words(text: &str) -> String {
    if text.is_empty() || text.trim().is_empty() && text.contains('\n') {
        return text.to_owned();
    }
    format!("{{{}}}", string(&decoded(text)))
}

/// A string of JavaScript without braces and angle brackets, by which programs find its end that do not read JavaScript.
fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '{' | '}' | '<' | '>' | '\u{2028}' | '\u{2029}' => out += &format!("\\u{:04x}", u32::from(c)),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out + "\""
}

/// A text without the character references that the press writes.
fn decoded(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::shell::{escaped, marked};

    #[test]
    fn the_elements_have_the_names_and_styles_of_react() {
        let html = "<div style=\"max-width:100%;border:0;--a:1\">\n<img src=\"{root}a.png{query}\" alt=\"a &quot;b&quot;\" width=\"{width}\" srcset=\"c\" referrerpolicy=\"no-referrer\">\n<p>It is {5}. <a href=\"x?y=1&amp;z\">All</a></p>\n<script async src=\"s\"></script>\n</div>";
        let expected = "<div style={{ maxWidth: \"100%\", border: \"0\", \"--a\": \"1\" }}>\n<img src=\"{root}a.png{query}\" alt={\"a \\\"b\\\"\"} width=\"{width}\" srcSet=\"c\" referrerPolicy=\"no-referrer\" />\n<p>{\"It is \\u007b5\\u007d. \"}<a href={\"x?y=1&z\"}>{\"All\"}</a></p>\n<script async src=\"s\"></script>\n</div>";
        assert_eq!(jsx(html), expected);
    }

    proptest! {
        /// A text and an attribute are strings of JavaScript (here read as JSON, whose strings these are) with what they were.
        #[test]
        fn words_of_the_data_are_strings(text in "(\\{|\\}|<b>|</p>|\"|\\\\|&amp;|\\*|`|[ -~é]){1,12}") {
            let written = jsx(&format!("<p title=\"{}&amp;\">{}</p>", escaped(&text), marked(&text)));
            let (title, words) = written.strip_prefix("<p title={").and_then(|rest| rest.split_once("}>{")).unwrap();
            let words = words.strip_suffix("}</p>").unwrap();
            prop_assert_eq!(serde_json::from_str::<String>(words).unwrap(), text.clone());
            prop_assert_eq!(serde_json::from_str::<String>(title).unwrap(), text + "&");
            prop_assert!(!words.contains(['{', '}', '<', '>']), "{}", words);
        }
    }
}
