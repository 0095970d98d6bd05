//! Scripts as they are sent: without what only their authors read.

/// A script without its comments and indents, as far as they have lines of their own. Nothing else is touched, so that
/// nothing can change what it does; texts over several lines, in which an indent would count, neither of our scripts has.
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
    fn what_is_said_about_a_script_is_not_sent() {
        let script = "// Adds.\n/**\n * @param {number} a\n */\nfunction add(a, b) {\n    return a + b; // the sum\n}\n\n/* one line */\nadd(1, '//');\n";
        assert_eq!(spare(script), "function add(a, b) {\nreturn a + b; // the sum\n}\nadd(1, '//');\n");
    }
}
