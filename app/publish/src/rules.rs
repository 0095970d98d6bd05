//! The CSS rules that a page can use. A frozen page contains its style for ever, so unused rules are left out.

use std::collections::BTreeSet;

/// Attributes around the content of a page, or set by readers or scripts.
const ALWAYS: [&str; 8] =
    ["lang", "hidden", "open", "data-state", "data-framed", "data-laid-out", "data-theme", "disabled"];

/// Elements around the content.
const AROUND: [&str; 5] = ["html", "body", "head", "summary", "a"];

/// The style without rules for classes, ids, attributes and elements that the page lacks. Unknown syntax is kept.
pub(crate) fn used(style: &str, html: &str) -> String {
    let names = Names { names: names(html), html };
    let mut out = String::new();
    keep(style, &names, &mut out);
    out
}

/// The names that the rules of a page can use.
struct Names<'a> {
    names: BTreeSet<&'a str>,
    html: &'a str,
}

impl Names<'_> {
    fn has_attribute(&self, name: &str) -> bool {
        ALWAYS.contains(&name) || self.html.contains(&format!(" {name}=")) || self.html.contains(&format!(" {name}>"))
    }

    fn has_element(&self, name: &str) -> bool {
        AROUND.contains(&name) || self.html.contains(&format!("<{name}"))
    }
}

/// The classes and ids of a page.
fn names(html: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for attribute in [" class=\"", " id=\""] {
        for rest in html.split(attribute).skip(1) {
            let value = rest.split('"').next().unwrap_or_default();
            found.extend(value.split_ascii_whitespace());
        }
    }
    found
}

/// Copies the usable rules of a list.
fn keep(rules: &str, names: &Names<'_>, out: &mut String) {
    let mut rest = rules;
    while let Some(rule) = next(rest) {
        rest = rule.rest;
        let head = without_comments(rule.head);
        let head = head.trim();
        match rule.body {
            None => *out += rule.text,
            Some(body) if is_group(head) => {
                let mut within = String::new();
                keep(body, names, &mut within);
                if !within.trim().is_empty() {
                    *out += head;
                    *out += "{";
                    *out += within.trim();
                    *out += "}";
                }
            }
            Some(body) if head.starts_with('@') => {
                *out += head;
                *out += "{";
                *out += body;
                *out += "}";
            }
            Some(body) => {
                let selectors: Vec<&str> = split(head, ',').into_iter().filter(|one| can_match(one, names)).collect();
                if !selectors.is_empty() {
                    *out += &selectors.iter().map(|one| one.trim()).collect::<Vec<_>>().join(",");
                    *out += "{";
                    *out += body.trim();
                    *out += "}";
                }
            }
        }
    }
    *out += rest.trim();
}

/// A rule, or a statement without a body.
struct Rule<'a> {
    text: &'a str,
    head: &'a str,
    body: Option<&'a str>,
    rest: &'a str,
}

/// The first rule of a list; `None` if there is none, or it is unterminated.
fn next(rules: &str) -> Option<Rule<'_>> {
    let mut signs = Signs::of(rules);
    let mut open: Option<usize> = None;
    let mut depth = 0_usize;
    while let Some((at, sign)) = signs.next() {
        let past = at + 1;
        let whole = |head: usize, body: Option<(usize, usize)>| {
            Some(Rule {
                text: rules.get(..past)?,
                head: rules.get(..head)?,
                body: body.and_then(|(from, to)| rules.get(from..to)),
                rest: rules.get(past..)?,
            })
        };
        match (sign, open) {
            (b';', None) => return whole(at, None),
            (b'{', None) => open = Some(at),
            (b'{', Some(_)) => depth += 1,
            (b'}', Some(from)) if depth == 0 => return whole(from, Some((from + 1, at))),
            (b'}', Some(_)) => depth -= 1,
            _ => {}
        }
    }
    None
}

fn without_comments(head: &str) -> String {
    let mut out = String::new();
    let mut rest = head;
    while let Some((before, comment)) = rest.split_once("/*") {
        out += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

/// Whether its block contains rules.
fn is_group(head: &str) -> bool {
    ["@media", "@layer", "@supports", "@container"].iter().any(|name| head.starts_with(name))
}

/// Whether the page has everything that a selector names outside round brackets.
fn can_match(selector: &str, names: &Names<'_>) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut bare = String::new();
    let mut depth = 0_usize;
    for (at, c) in selector.char_indices() {
        if c == '[' && depth == 0 {
            let rest = selector.get(at + 1..).unwrap_or_default();
            if !names.has_attribute(rest.split(|c| !part_of_name(c)).next().unwrap_or_default()) {
                return false;
            }
        }
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            // Selectors that use more than names are kept.
            '\\' => return true,
            _ if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    let compounds = bare.split([' ', '>', '+', '~']);
    let mut elements = compounds.map(|one| one.split(|c| !part_of_name(c)).next().unwrap_or_default());
    if !elements.all(|element| element.is_empty() || names.has_element(element)) {
        return false;
    }
    bare.match_indices(['.', '#']).all(|(at, sign)| {
        let rest = bare.get(at + sign.len()..).unwrap_or_default();
        let name = rest.split(|c| !part_of_name(c)).next().unwrap_or_default();
        names.names.contains(name)
    })
}

/// A text split at a sign outside brackets.
fn split(text: &str, sign: char) -> Vec<&str> {
    let (mut pieces, mut from, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if c == sign && depth == 0 => {
                pieces.extend(text.get(from..at));
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    pieces.extend(text.get(from..));
    pieces
}

/// The signs of a style outside strings and comments.
struct Signs<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Signs<'a> {
    fn of(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0 }
    }

    fn next(&mut self) -> Option<(usize, u8)> {
        loop {
            let at = self.at;
            let sign = *self.bytes.get(at)?;
            self.at += 1;
            match sign {
                b'"' | b'\'' => self.skip_quoted(sign),
                b'/' if self.bytes.get(self.at) == Some(&b'*') => self.skip_comment(),
                sign => return Some((at, sign)),
            }
        }
    }

    fn skip_quoted(&mut self, mark: u8) {
        while let Some(sign) = self.bytes.get(self.at) {
            self.at += if *sign == b'\\' { 2 } else { 1 };
            if *sign == mark {
                break;
            }
        }
    }

    fn skip_comment(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = rest.windows(2).position(|pair| pair == b"*/").map_or(rest.len(), |end| end + 2);
        self.at += end;
    }
}

#[cfg(test)]
mod tests {
    use super::used;

    #[test]
    fn what_the_page_has_no_class_for_goes() {
        let style = "@layer a,b;@layer a{p{margin:0}.x,.y p,a.x:not(.z){color:red}.y{}}.y .x{top:0}#i{left:0}";
        assert_eq!(
            used(style, r#"<p class="x w" id="j">"#),
            "@layer a,b;@layer a{p{margin:0}.x,a.x:not(.z){color:red}}"
        );
    }

    #[test]
    fn groups_in_groups_are_looked_into_and_what_is_not_understood_is_kept() {
        let style = "@media print{@supports (a:b){.y{top:0}}}@media screen{@supports (a:b){.x{top:0}}}@keyframes k{from{top:0}to{top:1px}}@font-face{src:url(a)}";
        assert_eq!(
            used(style, r#"<p class="x">"#),
            "@media screen{@supports (a:b){.x{top:0}}}@keyframes k{from{top:0}to{top:1px}}@font-face{src:url(a)}"
        );
    }

    #[test]
    fn what_a_script_or_a_reader_sets_is_not_taken_for_missing() {
        let style = ":root[data-theme=\"dark\"]{top:0}.x:is(:hover,.q){left:0}details[open] .x{top:0}";
        assert_eq!(used(style, r#"<details><p class="x">"#), style);
        let style = "[data-following] .x{top:0}dialog{top:0}nav .x{top:0}[role=note]{top:0}p>.x{left:0}";
        assert_eq!(used(style, r#"<p role="note"><b class="x">"#), "[role=note]{top:0}p>.x{left:0}");
    }

    #[test]
    fn braces_in_quotation_marks_and_comments_end_nothing() {
        let style = ".x::before{content:\"} .y{\"}/* } */.x{top:0}.y{content:'}'}";
        assert_eq!(used(style, r#"<p class="x">"#), ".x::before{content:\"} .y{\"}.x{top:0}");
        let style = "/* Excerpts. No .y, on other people's pages. */\n.x { top:0 }\n/* In print. */ @media print { .y { top:0 } .x { left:0 } }";
        assert_eq!(used(style, r#"<p class="x">"#), ".x{top:0}@media print{.x{left:0}}");
    }
}
