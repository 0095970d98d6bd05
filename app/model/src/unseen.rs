//! Names invisible characters, and characters that look like JSON syntax but are others.
//!
//! They come from word processors, chat programs and keyboards of other scripts. A message gives their names and code
//! points, since in the file they look correct or like nothing.

/// What to do if parsing stopped at this character; `None` if it is an ordinary one.
pub(crate) fn advice(letter: char) -> Option<String> {
    if let Some(found) = unseen(letter) {
        return Some(format!("{found} is here: type a space in its place, or nothing"));
    }
    let (name, meant) = look_alike(letter)?;
    let (number, meant) = (u32::from(letter), char::from(meant));
    Some(format!("the {name} {letter} (U+{number:04X}) is here: type {meant} in its place"))
}

/// The message for the first invisible character of an id, a key or an address.
pub(crate) fn within(text: &str) -> Option<String> {
    text.chars().find_map(unseen).map(|found| found + " is in it: delete it")
}

fn unseen(letter: char) -> Option<String> {
    Some(format!("an unseen {} (U+{:04X})", name(letter)?, u32::from(letter)))
}

/// The name of a character that is invisible or looks like a space.
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

/// The name of a character that looks like JSON syntax, and the ASCII character that it looks like.
fn look_alike(letter: char) -> Option<(&'static str, u8)> {
    /// The zeros of other scripts' digits: Arabic (two), Devanagari, Bengali, Tamil, Thai, Lao, Burmese, Khmer.
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
