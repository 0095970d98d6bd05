//! Letters that are taken for others: those that nobody sees, and those that look like a sign of JSON and are not.
//!
//! They come from word processors, chat programs and keyboards of other scripts. A message names them, with their numbers,
//! since in the file they cannot be told from what belongs there.

/// What to do where the text breaks off at this letter, if it is one that is taken for another.
pub(crate) fn advice(letter: char) -> Option<String> {
    if let Some(found) = unseen(letter) {
        return Some(format!("{found} stands here: type a space in its place, or nothing"));
    }
    let (name, meant) = look_alike(letter)?;
    let (number, meant) = (u32::from(letter), char::from(meant));
    Some(format!("the {name} {letter} (U+{number:04X}) stands here: type {meant} in its place"))
}

/// The first letter of an id, a key or an address that nobody sees, and what to do about it.
pub(crate) fn within(text: &str) -> Option<String> {
    text.chars().find_map(unseen).map(|found| found + " stands in it: delete it")
}

fn unseen(letter: char) -> Option<String> {
    Some(format!("an unseen {} (U+{:04X})", name(letter)?, u32::from(letter)))
}

/// What a letter is called that nobody sees, or takes for a space.
fn name(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\n' | '\r' | ' ' => return None,
        '\0'..=' ' | '\u{7f}'..='\u{9f}' => "control character",
        '\u{a0}' | '\u{2007}' | '\u{202f}' => "no-break space",
        '\u{ad}' => "soft hyphen",
        '\u{200b}' | '\u{2060}' | '\u{feff}' => "zero width space",
        '\u{200c}' | '\u{200d}' => "zero width joiner",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "direction mark",
        '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{205f}' | '\u{3000}' => "wide space",
        _ => return None,
    })
}

/// Of a letter that looks like a sign of JSON: what it is, and the sign.
fn look_alike(letter: char) -> Option<(&'static str, u8)> {
    /// The zeros of scripts with digits of their own: two of Arabic, Devanagari, Bengali, Tamil, Thai, Lao, Burmese, Khmer.
    const ZEROS: [u16; 9] = [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xe50, 0xed0, 0x1040, 0x17e0];
    let number = u16::try_from(u32::from(letter)).ok()?;
    Some(match letter {
        '‘'..='„' | '«' | '»' | '「' | '」' => ("quotation mark", b'"'),
        '،' | '、' => ("comma", b','),
        '‐'..='—' | '−' => ("hyphen", b'-'),
        '！'..='～' => ("full-width sign", u8::try_from(number - 0xfee0).ok()?),
        _ => {
            let zero = ZEROS.into_iter().find(|zero| (*zero..*zero + 10).contains(&number))?;
            ("digit", b'0' + u8::try_from(number - zero).ok()?)
        }
    })
}
