//! Scripts as published: without comments and indents.

/// A script without comments and indents that have lines of their own. Nothing else is changed, so its behaviour stays;
/// these scripts have no strings over several lines.
pub(crate) fn spare(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            in_comment = !line.ends_with("*/");
        } else if !(line.is_empty() || line.starts_with("//")) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_of_a_script_are_not_published() {
        let script = "// Adds.\n/**\n * @param {number} a\n */\nfunction add(a, b) {\n    return a + b; // the sum\n}\n\n/* one line */\nadd(1, '//');\n";
        assert_eq!(spare(script), "function add(a, b) {\nreturn a + b; // the sum\n}\nadd(1, '//');\n");
    }
}
