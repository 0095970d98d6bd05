//! Breaks a text on a card into lines: at spaces, between the words of scripts without spaces, and, in a word that is too
//! long for a line, between its letters with their marks.

use typeface::{Face, is_plain, width};

/// A text in pieces between which a line may break, measured once for all sizes.
pub(crate) struct Words<'t> {
    text: &'t str,
    face: Face,
    /// `None` if the base face has all letters: then each line is measured as a whole.
    pieces: Option<Vec<Piece<'t>>>,
}

struct Piece<'t> {
    text: &'t str,
    /// Whether a space is before it.
    spaced: bool,
    width: f32,
}

/// The size at which widths are measured.
const SIZE: f32 = 100.0;

impl<'t> Words<'t> {
    pub(crate) fn of(text: &'t str, face: Face) -> Self {
        let pieces = (!is_plain(text)).then(|| {
            let words = text.split_whitespace();
            let pieces = words.flat_map(|word| typeface::segments(word).into_iter().enumerate());
            pieces
                .map(|(place, text)| Piece { text, spaced: place == 0, width: width(text, face, SIZE) / SIZE })
                .collect()
        });
        Self { text, face, pieces }
    }

    /// The lines at a size, each of at most `room`.
    pub(crate) fn lines(&self, room: f32, size: f32) -> Vec<String> {
        let Some(pieces) = &self.pieces else { return plain(self.text, room, self.face, size) };
        let space = width(" ", self.face, size);
        let mut lines: Vec<(String, f32)> = Vec::new();
        for piece in pieces {
            let gap = if piece.spaced { space } else { 0.0 };
            let wide = piece.width * size;
            match lines.last_mut() {
                Some((line, taken)) if *taken + gap + wide <= room => {
                    line.push_str(if piece.spaced { " " } else { "" });
                    line.push_str(piece.text);
                    *taken += gap + wide;
                }
                _ if wide <= room => lines.push((piece.text.to_owned(), wide)),
                _ => lines.extend(broken(piece.text, room, self.face, size)),
            }
        }
        typeface::closed(lines.into_iter().map(|(line, _)| line).collect())
    }
}

/// A piece that is too long for a line, in lines, with their widths.
fn broken(piece: &str, room: f32, face: Face, size: f32) -> Vec<(String, f32)> {
    let mut lines: Vec<(String, f32)> = Vec::new();
    for cluster in typeface::clusters(piece) {
        let wide = width(cluster, face, size);
        match lines.last_mut() {
            Some((line, taken)) if *taken + wide <= room => {
                line.push_str(cluster);
                *taken += wide;
            }
            _ => lines.push((cluster.to_owned(), wide)),
        }
    }
    lines
}

fn plain(text: &str, room: f32, face: Face, size: f32) -> Vec<String> {
    let fits = |line: &str| width(line, face, size) <= room;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(line) = lines.last_mut()
            && fits(&format!("{line} {word}"))
        {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        lines.push(String::new());
        for c in word.chars() {
            match lines.last_mut() {
                Some(line) if line.is_empty() || fits(&format!("{line}{c}")) => line.push(c),
                _ => lines.push(c.into()),
            }
        }
    }
    typeface::closed(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, room: f32) -> Vec<String> {
        Words::of(text, Face::Sans).lines(room, 20.0)
    }

    #[test]
    fn no_line_is_wider_than_its_room_whatever_the_script() {
        for text in [
            "people in scam compounds, by one estimate",
            "ព្រះរាជាណាចក្រកម្ពុជាជាប្រទេសមួយនៅអាស៊ីអាគ្នេយ៍ដែលមានមនុស្សរស់នៅច្រើន",
            "联合国人权事务高级专员办事处估计有十万人",
            "ประเทศไทยเป็นประเทศหนึ่งในเอเชียตะวันออกเฉียงใต้",
            "بحسب تقدير الأمم المتحدة في كمبوديا",
            "ten 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂 people",
            "ខcompoundwordwithoutanyspacesthatistoolongforoneline",
        ] {
            let lines = lines(text, 160.0);
            assert!(lines.len() > 1, "{text}");
            for line in &lines {
                let wide = width(line, Face::Sans, 20.0);
                assert!(wide <= 161.0, "“{line}” is {wide} pixels wide");
            }
            let without_spaces = |text: &str| text.replace(' ', "");
            assert_eq!(without_spaces(&lines.concat()), without_spaces(text));
        }
    }

    #[test]
    fn a_break_within_an_isolate_closes_it_and_opens_it_again() {
        let lines = lines("\u{2068}بحسب تقدير الأمم المتحدة في كمبوديا\u{2069} · The Daily", 120.0);
        assert!(lines.len() > 2);
        for line in &lines {
            let opened = line.chars().filter(|c| ('\u{2066}'..='\u{2068}').contains(c)).count();
            assert_eq!(opened, line.chars().filter(|c| *c == '\u{2069}').count(), "{line:?}");
        }
        assert!(lines[0].starts_with('\u{2068}') && lines[1].starts_with('\u{2067}'));
    }
}
