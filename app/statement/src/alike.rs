//! Compares texts without regard to accents and to variants of punctuation marks, after the browser has decomposed them and
//! changed them to small letters.

/// Whether a text contains a word of the query. The word has to be the beginning of a word of the text. In scripts without
/// spaces between words, or with particles joined to words, such as Khmer, Chinese, Arabic and Hebrew, it may be anywhere:
/// these follow the Latin, Greek, Cyrillic and Armenian letters in Unicode.
pub(crate) fn has(text: &str, word: &str) -> bool {
    let anywhere = word.chars().next().is_some_and(|first| first >= '\u{590}');
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(word)) {
        let at = from + found;
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if anywhere || before.is_none_or(|before| parts(before) || before >= '\u{2e80}') {
            return true;
        }
        from = at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
    false
}

/// The words of a text that [`plain`] has made, without the marks around them.
pub(crate) fn words(text: &str) -> Vec<&str> {
    let words = text.split(char::is_whitespace).map(|word| word.trim_matches(parts));
    words.filter(|word| !word.is_empty()).collect()
}

/// Whether a character separates words: a space, a punctuation mark or a symbol.
pub(crate) fn parts(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => !c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => true,
        _ => false,
    }
}

/// The small letter of a capital, in Latin without its rarer letters, in Greek and in Cyrillic. The tables that Unicode has for
/// all scripts would be some kilobytes of the reader's program.
pub(crate) fn small(c: char) -> char {
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        _ => 0,
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}

/// Removes accents and points from a text that was decomposed and changed to small letters, and the commas between the digits
/// of a number. Replaces variants of an apostrophe, a hyphen and some letters, which Unicode does not decompose, by one of them.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_within_number = || plain.ends_with(|c: char| c.is_ascii_digit());
        match letter {
            // Combining marks of Latin, Greek and Cyrillic, of Hebrew and of Arabic; below, invisible characters.
            '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}' => {}
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => {}
            ',' if is_within_number() && letters.peek().is_some_and(char::is_ascii_digit) => {}
            '‘' | '’' => plain.push('\''),
            '\u{2010}'..='\u{2015}' => plain.push('-'),
            'ł' => plain.push('l'),
            'ø' => plain.push('o'),
            'đ' => plain.push('d'),
            'ı' => plain.push('i'),
            'ς' => plain.push('σ'),
            'ß' => plain.push_str("ss"),
            _ => plain.push(letter),
        }
    }
    plain
}
