//! JSON without white space between values: files that differ only in layout are one edition.

/// The same JSON on one line.
pub(crate) fn compact(json: &str) -> String {
    let json = json.trim_start_matches('\u{feff}');
    let mut out = String::with_capacity(json.len());
    let (mut within, mut escaped) = (false, false);
    for c in json.chars() {
        if within {
            within = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else if c.is_ascii_whitespace() {
            continue;
        } else {
            within = c == '"';
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn only_white_space_between_values_is_removed() {
        let json = "\u{feff}{\n  \"a b\": [1, 2.50],\t\"\\\" c\\\\\": \" d \"\r\n}\n";
        assert_eq!(compact(json), r#"{"a b":[1,2.50],"\" c\\":" d "}"#);
    }
}
