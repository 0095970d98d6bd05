//! Texts of the data among other words. Right-to-left text is put into a `<bdi>`, the HTML element for the marks that
//! isolate it in plain text. Other text is printed unchanged.

use leptos::prelude::*;
use statement::direction::{CLOSE, OPEN};
use statement::isolated;

use crate::still::{IntoStill, Still};

/// A text of the data, or several joined.
pub(crate) fn words(text: &str) -> Still {
    pieces(&isolated(text))
}

fn pieces(text: &str) -> Still {
    let Some((before, rest)) = text.split_once(OPEN) else { return text.to_owned().still() };
    let mut open = 1_usize;
    let end = rest.find(|c| {
        match c {
            '\u{2066}'..=OPEN => open += 1,
            CLOSE => open -= 1,
            _ => {}
        }
        open == 0
    });
    let (within, behind) = rest.split_at(end.unwrap_or(rest.len()));
    let behind = behind.trim_start_matches(CLOSE);
    let mut parts = Vec::new();
    // Leptos prints an empty text as a space.
    if !before.is_empty() {
        parts.push(before.to_owned().still());
    }
    parts.push(apart(pieces(within)));
    if !behind.is_empty() {
        parts.push(pieces(behind));
    }
    parts.still()
}

/// An element that isolates the direction of its content.
pub(crate) fn apart(part: Still) -> Still {
    view! { <bdi>{part}</bdi> }.still()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        Owner::new().with(|| words(text)).into_html().replace("<!>", "")
    }

    #[test]
    fn only_right_to_left_text_is_isolated() {
        assert_eq!(html("The <i>Daily</i>"), "The &lt;i&gt;Daily&lt;/i&gt;");
        assert_eq!(html("الجزيرة"), "<bdi>الجزيرة</bdi>");
        let line = format!("by {}, 21 January 2026", isolated("הארץ"));
        assert_eq!(html(&line), "by <bdi>הארץ</bdi>, 21 January 2026");
        let pair = format!("{}, {}", isolated("א"), isolated("ב"));
        assert_eq!(html(&pair), "<bdi>א</bdi>, <bdi>ב</bdi>");
        assert_eq!(html(&format!("{pair} ג")), "<bdi><bdi>א</bdi>, <bdi>ב</bdi> ג</bdi>");
        let own = "\u{2066}a\u{2069}א\u{2066}b\u{2069}";
        assert_eq!(html(own), format!("<bdi>{own}</bdi>"));
    }
}
