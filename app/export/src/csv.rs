//! CSV by RFC 4180 (UTF-8, CRLF, a header row) that is safe to open in a spreadsheet.
//!
//! A file begins with the mark of UTF-8 (U+FEFF): without it Excel reads the bytes as the code page of the machine, and
//! LibreOffice offers the encoding that was chosen last. What reads CSV by a standard leaves it out (the Encoding standard's *decode*,
//! CSV on the Web, Data Package). A line `sep=,` would be a row to all others, so there is none.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and runs it (OWASP, *CSV
//! Injection*). The texts here come from a file that others edit and from articles, so such a text gets an apostrophe
//! before it, which spreadsheets know as "this is text". Numbers stay numbers: only texts are touched. A spreadsheet
//! that is set to another separator cuts cells in two at `;`, a tab or a line break, so what follows one of those
//! within a text is treated in the same way.

/// A cell.
pub(crate) enum Cell {
    /// Words, in quotation marks.
    Text(String),
    /// Plain digits.
    Number(String),
    /// Nothing is known.
    Empty,
}

impl Cell {
    /// A text, or nothing.
    pub(crate) fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }
}

/// What a file begins with.
pub(crate) const MARK: char = '\u{feff}';

/// Adds a row.
pub(crate) fn row(out: &mut String, cells: impl Iterator<Item = Cell>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(',');
        }
        match cell {
            Cell::Text(text) => {
                out.push('"');
                out.push_str(&harmless(&text).replace('"', "\"\""));
                out.push('"');
            }
            Cell::Number(digits) => out.push_str(&digits),
            Cell::Empty => {}
        }
    }
    out.push_str("\r\n");
}

/// The text with an apostrophe wherever a spreadsheet would begin to read a formula.
fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // OWASP counts a tab or a line break at the beginning as dangerous, whatever follows.
    if text.starts_with(BREAKS) {
        out.push('\'');
    }
    for cell in text.split_inclusive([';', '\t', '\r', '\n']) {
        if cell.trim_start_matches(is_blank).starts_with(starts_formula) {
            out.push('\'');
        }
        out.push_str(cell);
    }
    out
}

const BREAKS: [char; 3] = ['\t', '\r', '\n'];

/// The signs that begin a formula, and their full-width forms, which spreadsheets in East Asian languages take for them.
fn starts_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// What a spreadsheet may skip before a sign. A mark of the order of bytes and spaces without width are not seen at all.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_would_be_a_formula_gets_an_apostrophe() {
        for text in
            ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠1", "\r", "\tx", " =1", "\u{feff}=1", "\u{2068}=1"]
        {
            assert_eq!(harmless(text), format!("'{text}"));
        }
    }

    #[test]
    fn so_does_what_would_be_one_behind_another_separator() {
        assert_eq!(harmless("so many;=1+1"), "so many;'=1+1");
        assert_eq!(harmless("so many\n=1+1"), "so many\n'=1+1");
        assert_eq!(harmless("a; b -c; - d"), "a; b -c;' - d");
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in ["", " ", "about 5,000", "a=b", "a - b", "'quoted'", "1,440", "កម្ពុជា", "🙂", "one; two", "“=1”"]
        {
            assert_eq!(harmless(text), text);
        }
    }
}
