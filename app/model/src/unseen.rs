//! Letters that are taken for others: those that nobody sees, and those that look like a sign of JSON and are not.
//!
//! They come from word processors, chat programs and keyboards of other scripts. A message names them, with their numbers,
//! since in the file they cannot be told from what belongs there.

/// What to do where the text breaks off at this letter, if it is one that is taken for another.
pub(crate) fn advice(letter: char) -> Option<String> {
    if let Some(found) = unseen(letter) {
        return Some(format!(
            "an unseen character stands here, {found}: delete it, and type a space where one belongs"
        ));
    }
    let (name, meant) = look_alike(letter)?;
    Some(format!("{letter} (U+{:04X}, {name}) stands here: type {meant} in its place", u32::from(letter)))
}

/// The first letter of an id or a key that nobody sees, in words.
pub(crate) fn within(text: &str) -> Option<String> {
    let (at, found) = text.char_indices().find_map(|(at, letter)| Some((at, unseen(letter)?)))?;
    Some(format!("an unseen character, {found}, behind “{}”", text.get(..at)?))
}

/// The text without such letters.
pub(crate) fn without(text: &str) -> String {
    text.chars().filter(|letter| unseen(*letter).is_none()).collect()
}

/// A letter that nobody sees, or takes for a space.
fn unseen(letter: char) -> Option<String> {
    let name = match letter {
        '\n' | '\r' | ' ' => return None,
        '\t' => "tab",
        '\0'..=' ' | '\u{7f}'..='\u{9f}' => "control character",
        '\u{a0}' | '\u{2007}' | '\u{202f}' => "no-break space",
        '\u{ad}' => "soft hyphen",
        '\u{200b}' => "zero width space",
        '\u{200c}' => "zero width non-joiner",
        '\u{200d}' => "zero width joiner",
        '\u{2060}' => "word joiner",
        '\u{feff}' => "byte order mark",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "mark of direction",
        '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{205f}' | '\u{3000}' => "wide space",
        _ => return None,
    };
    Some(format!("a {name} (U+{:04X})", u32::from(letter)))
}

/// Of a letter that looks like a sign of JSON: what it is, and the sign.
fn look_alike(letter: char) -> Option<(&'static str, char)> {
    let number = u32::from(letter);
    Some(match letter {
        letter if is_curly(letter) => ("a curly quotation mark", '"'),
        '‘' | '’' | '‚' | '«' | '»' | '「' | '」' => ("another quotation mark", '"'),
        '،' | '、' => ("another comma", ','),
        '–' | '—' | '−' | '‑' => ("another hyphen", '-'),
        '\u{ff01}'..='\u{ff5e}' => ("a full-width sign", char::from_u32(number - 0xfee0)?),
        _ => {
            let zero = ZEROS.into_iter().map(u32::from).find(|zero| (*zero..*zero + 10).contains(&number))?;
            ("a digit of another script", char::from_digit(number - zero, 10)?)
        }
    })
}

/// Whether it is the quotation mark that word processors make of a straight one.
pub(crate) fn is_curly(letter: char) -> bool {
    matches!(letter, '“' | '”' | '„')
}

/// The zeros of scripts with digits of their own: two of Arabic, Devanagari, Bengali, Tamil, Thai, Lao, Burmese, Khmer.
const ZEROS: [u16; 9] = [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xe50, 0xed0, 0x1040, 0x17e0];
