//! Breaks a paragraph with several styles into lines: plain and bold words, links, and raised footnote numbers.

use statement::direction::{CLOSE, OPEN};
use statement::needs_isolation;

use crate::breaks::{ends_word, pieces};
use crate::direction;
use crate::lettering::{self, Weight};

/// The style of words in a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Plain.
    Plain,
    /// Bold.
    Strong,
    /// A web address.
    Address,
    /// The number of a note, raised, on one line with the word before it.
    Number,
}

/// Words of one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) style: Style,
    /// The target of the link.
    pub(crate) link: Option<Link>,
}

/// The address of a link, and its name if its text alone is not clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) address: String,
    pub(crate) words: Option<String>,
}

/// The font size of a raised number, in tenths of a pixel. The style sheet has the same.
const RAISED: i32 = 110;
/// The height by which it is raised.
pub(crate) const RAISE: i32 = 50;
/// The gap before a raised number.
pub(crate) const THIN: i32 = 25;

impl Style {
    /// Its class name.
    pub(crate) fn class(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Strong => Some("strong"),
            Self::Address => Some("address"),
            Self::Number => Some("raised"),
        }
    }
}

impl Span {
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Plain, link: None }
    }

    /// Words that stay on one line.
    pub(crate) fn bound(text: &str) -> String {
        text.replace(' ', "\u{a0}")
    }

    pub(crate) fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Strong, link: None }
    }

    /// The font size and weight of its letters, in a paragraph of these.
    pub(crate) fn letters(&self, size: i32, weight: Weight) -> (i32, Weight) {
        match self.style {
            Style::Number => (RAISED, Weight::Bold),
            Style::Strong => (size, Weight::Bold),
            Style::Plain | Style::Address => (size, weight),
        }
    }

    fn width(&self, text: &str, size: i32, weight: Weight) -> i32 {
        let (size, weight) = self.letters(size, weight);
        lettering::width(text, size, weight) + if self.style == Style::Number { THIN } else { 0 }
    }
}

/// A piece of a span that is broken only if it is too long for a line.
struct Atom<'s> {
    span: &'s Span,
    text: String,
    /// Whether a space is before it.
    spaced: bool,
    /// Whether a line may begin with it.
    free: bool,
}

/// The lines of a paragraph of at most `room`, at a font size, both in tenths of a pixel. Only spaces at the ends of lines
/// are left out.
pub(crate) fn lines(spans: &[Span], room: i32, size: i32, weight: Weight) -> Vec<Vec<Span>> {
    let space = lettering::width(" ", size, weight);
    let mut lines: Vec<Vec<Span>> = Vec::new();
    let mut line: Vec<Span> = Vec::new();
    let mut taken = 0;
    let mut atoms = atoms(spans).into_iter().peekable();
    while let Some(first) = atoms.next() {
        let mut word = vec![first];
        while let Some(next) = atoms.next_if(|atom| !atom.free) {
            word.push(next);
        }
        let width: i32 = word.iter().map(|atom| atom.span.width(&atom.text, size, weight)).sum();
        let before = if word.first().is_some_and(|atom| atom.spaced) && !line.is_empty() { space } else { 0 };
        if taken + before + width > room && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            taken = 0;
        }
        if width <= room {
            taken += if line.is_empty() { width } else { before + width };
            word.into_iter().for_each(|atom| add(&mut line, &atom, &atom.text));
            continue;
        }
        for atom in word {
            let (size, weight) = atom.span.letters(size, weight);
            for part in lettering::lines(&atom.text, room, size, weight) {
                let width = atom.span.width(&part, size, weight);
                if taken + width > room && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    taken = 0;
                }
                taken += width;
                add(&mut line, &atom, &part);
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines.iter_mut().for_each(|line| isolate(line));
    lines
}

/// Isolates a line with right-to-left letters, since SVG orders each line separately.
fn isolate(line: &mut [Span]) {
    if !line.iter().any(|span| needs_isolation(&span.text)) {
        return;
    }
    for span in line.iter_mut() {
        span.text = direction::balanced(&span.text);
    }
    if let Some(first) = line.first_mut() {
        first.text.insert(0, OPEN);
    }
    if let Some(last) = line.last_mut() {
        last.text.push(CLOSE);
    }
}

fn add(line: &mut Vec<Span>, atom: &Atom<'_>, text: &str) {
    let mut text = text.to_owned();
    if let Some(last) = line.last_mut() {
        let same = last.style == atom.span.style && last.link == atom.span.link && last.style != Style::Number;
        // Some programs keep a space at the edge of plain words only.
        match (atom.spaced, same || last.style == Style::Plain) {
            (true, true) => last.text.push(' '),
            (true, false) => text.insert(0, ' '),
            (false, _) => {}
        }
        if same {
            last.text.push_str(&text);
            return;
        }
    }
    line.push(Span { text, ..atom.span.clone() });
}

fn atoms(spans: &[Span]) -> Vec<Atom<'_>> {
    let mut atoms = Vec::new();
    let (mut spaced, mut free) = (false, false);
    for span in spans {
        let text = span.text.as_str();
        // The edge of a span separates words like a place within it.
        let begins = text.trim_start_matches(ends_word);
        let edge = &text[..text.len() - begins.len()];
        (spaced, free) = (spaced || edge.contains(char::is_whitespace), free || !edge.is_empty());
        for (index, piece) in pieces(text).into_iter().enumerate() {
            let parts = (free || index > 0) && span.style != Style::Number;
            let spaced = if index > 0 { piece.spaced } else { spaced };
            atoms.push(Atom { span, text: piece.text.to_owned(), spaced: spaced && parts, free: parts });
        }
        if !begins.is_empty() {
            let edge = &begins[begins.trim_end_matches(ends_word).len()..];
            (spaced, free) = (edge.contains(char::is_whitespace), !edge.is_empty());
        }
    }
    atoms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[Vec<Span>]) -> Vec<String> {
        lines.iter().map(|line| line.iter().map(|span| span.text.as_str()).collect()).collect()
    }

    fn number(text: &str) -> Span {
        Span { text: text.into(), style: Style::Number, link: None }
    }

    #[test]
    fn a_line_that_runs_from_right_to_left_is_isolated_as_a_whole() {
        let mut spans = [Span::strong("عدد"), Span::plain(" 5")];
        isolate(&mut spans);
        assert_eq!((spans[0].text.as_str(), spans[1].text.as_str()), ("\u{2068}عدد", " 5\u{2069}"));
    }

    #[test]
    fn no_line_begins_with_the_number_of_a_note() {
        for room in 800..2000 {
            let spans = [
                Span::plain("an estimate of about 100,000 people"),
                number("1"),
                number("12"),
                Span::plain(", no more"),
            ];
            let lines = lines(&spans, room, 160, Weight::Regular);
            assert!(lines.iter().skip(1).all(|line| line[0].style != Style::Number), "{room}: {lines:?}");
            assert_eq!(texts(&lines).join("").replace(' ', ""), "anestimateofabout100,000people112,nomore");
        }
    }

    #[test]
    fn no_line_is_wider_than_its_room_and_no_word_is_lost() {
        let text = "Thousands of workers flee Cambodia scam centres, officials say";
        let spans = [Span::strong("Rebecca Ratcliffe, "), Span::plain(text), Span::plain(" and so on")];
        for room in 700..4000 {
            let lines = lines(&spans, room, 120, Weight::Regular);
            for line in &lines {
                let width: i32 = line.iter().map(|span| span.width(&span.text, 120, Weight::Regular)).sum();
                assert!(width <= room + 10, "{room}: {line:?}");
            }
            assert_eq!(texts(&lines).join(" "), format!("Rebecca Ratcliffe, {text} and so on"));
        }
    }

    #[test]
    fn an_address_breaks_where_it_is_marked_and_gains_no_space() {
        let spans = [Span::plain("www.example.org/\u{200b}news/\u{200b}2026/\u{200b}a-\u{200b}long-\u{200b}story")];
        let lines = lines(&spans, 1200, 120, Weight::Regular);
        assert!(lines.len() > 1);
        assert_eq!(texts(&lines).concat(), "www.example.org/news/2026/a-long-story");
        assert!(texts(&lines)[0].ends_with(['/', '-']));
    }
}
