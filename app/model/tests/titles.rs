//! A title is printed without the HTML of reference managers.

use model::plain;
use proptest::prelude::*;

#[test]
fn tags_are_taken_out_and_entities_are_decoded() {
    for (written, printed) in [
        ("Workers <i>flee</i> <span class=\"nocase\">CIA</span> sites", "Workers flee CIA sites"),
        ("<span style=\"font-variant:small-caps;\">ad</span> 12, H<sub>2</sub>O, 10<sup>6</sup>", "ad 12, H2O, 106"),
        ("<I>Flee</I> <span class='nocase'>CIA</span> <b>now</b><em>!</em>", "Flee CIA now!"),
        ("AT&amp;T &#x2019;s &#8220;deal&#8221; &rsquo;&ndash;&nbsp;x", "AT&T ’s “deal” ’–\u{a0}x"),
        ("&lt;i&gt;Flee&lt;/i&gt; 5 &lt; 6", "Flee 5 < 6"),
        ("one<br/>two\nthree\u{2028} four ", "one two three four"),
        ("<i></i>", ""),
    ] {
        assert_eq!(plain(written), printed);
    }
}

#[test]
fn text_that_only_looks_like_html_stays() {
    for title in
        ["5 < 6 > 4", "If a <b and c> d", "<unknown>", "Q&A; AT&T", "&#xd83d; &#0; &nope; & ;", "a <", "<3", "ព័ត៌មាន 🙂"]
    {
        assert_eq!(plain(title), title);
    }
}

proptest! {
    #[test]
    fn no_tag_is_ever_printed_and_nothing_changes_the_second_time(
        pieces in proptest::collection::vec(
            prop_oneof![Just("<i>"), Just("</i>"), Just("<span class=\"nocase\">"), Just("</span>"), Just("<sup>"), Just("5 < 6"), Just("a"), Just(" "), Just("é")],
            0..12
        )
    ) {
        let title = plain(&pieces.concat());
        prop_assert!(!["<i>", "</i>", "span", "sup"].iter().any(|tag| title.contains(tag)), "{}", title);
        prop_assert_eq!(plain(&title), title);
    }
}
