//! Words for formats that have a line for each thing they say.

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
    use super::line;

    #[test]
    fn a_line_has_no_breaks() {
        assert_eq!(line(" one\r\ntwo\u{2028}three\tfour\u{0} "), "one two three four");
    }
}
