//! Titles without the few marks of rich text that CSL allows in them.

/// The marks of <https://docs.citationstyles.org/en/stable/specification.html>, as reference managers write them.
const MARKS: [&str; 12] = [
    "<i>",
    "</i>",
    "<b>",
    "</b>",
    "<sup>",
    "</sup>",
    "<sub>",
    "</sub>",
    "<sc>",
    "</sc>",
    "<span class=\"nocase\">",
    "<span style=\"font-variant:small-caps;\">",
];

/// The text alone: `<i>flee</i>` is `flee`. Any other `<` is a letter of the title.
pub(crate) fn plain(title: &str) -> String {
    let mut text = title.to_owned();
    for mark in MARKS {
        if text.contains(mark) {
            text = text.replace(mark, "");
        }
    }
    // Only where a span was opened is its end a mark.
    if title.contains("<span ") { text.replace("</span>", "") } else { text }
}

/// One line: whatever breaks lines or cannot be seen becomes a space.
pub(crate) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{line, plain};

    #[test]
    fn a_title_loses_its_marks_and_nothing_else() {
        assert_eq!(plain("Workers <i>flee</i> <span class=\"nocase\">CIA</span> sites"), "Workers flee CIA sites");
        assert_eq!(plain("If a < b and <b is 3</span>"), "If a < b and <b is 3</span>");
    }

    #[test]
    fn a_line_has_no_breaks() {
        assert_eq!(line(" one\r\ntwo\u{2028}three\tfour\u{0} "), "one two three four");
    }
}
