//! Reads the digits of all scripts, and tells from a whole text whether its points or its commas separate thousands.

/// The zeros of the scripts whose digits news use, each followed by its other digits.
const ZEROS: [char; 12] = ['0', '٠', '۰', '०', '০', '๐', '໐', '၀', '០', '༠', '௦', '೦'];

/// In bytes. A longer run of digits and marks is no number that anyone writes.
const LONGEST: usize = 120;

/// The marks in the numbers of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// 5,000.5
    English,
    /// 5.000,5
    Continental,
}

/// The value of a digit of any script.
pub(super) fn digit(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    ZEROS.iter().find_map(|zero| {
        let value = code.checked_sub(u32::from(*zero))?;
        u8::try_from(value).ok().filter(|value| *value < 10)
    })
}

/// Reads the number at the begin of a text with this function, which knows English numbers in ASCII. Returns the length in
/// bytes, and the value.
pub(super) fn number(rest: &str, marks: Marks, read: impl Fn(&str) -> (usize, Option<f64>)) -> (usize, Option<f64>) {
    if marks == Marks::English && rest.starts_with(|first: char| first.is_ascii_digit()) && !has_points(rest) {
        return read(rest);
    }
    // Each letter becomes one byte, so that the lengths can be compared.
    let mut english = String::new();
    let swap = marks == Marks::Continental || has_points(rest);
    for letter in rest.chars().take(LONGEST) {
        english.push(match (digit(letter), letter) {
            (Some(digit), _) => char::from(b'0' + digit),
            (None, '٬' | '\'' | ' ') => {
                if letter == '٬' {
                    ','
                } else {
                    letter
                }
            }
            (None, '٫') => '.',
            (None, ',') => {
                if swap {
                    '.'
                } else {
                    ','
                }
            }
            (None, '.') => {
                if swap {
                    ','
                } else {
                    '.'
                }
            }
            _ => break,
        });
    }
    let (length, value) = read(&english);
    (rest.chars().take(length).map(char::len_utf8).sum(), value)
}

/// Whether a number is written like `1.234.567`, which has no other meaning.
fn has_points(rest: &str) -> bool {
    groups(rest, b'.').is_some_and(|groups| groups > 1)
}

/// The number of groups of three digits after the first, if a number has only such groups, divided by this mark.
fn groups(rest: &str, mark: u8) -> Option<usize> {
    let bytes = rest.as_bytes();
    let run = |from: usize| bytes.iter().skip(from).take(5).take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = run(0);
    if !(1..=3).contains(&end) || bytes.first() == Some(&b'0') {
        return None;
    }
    let mut groups = 0;
    while end < LONGEST && bytes.get(end) == Some(&mark) && run(end + 1) == 3 {
        end += 4;
        groups += 1;
    }
    let more = bytes.get(end) == Some(&mark) && run(end + 1) > 0;
    (!more).then_some(groups)
}

/// The marks of a text: points separate thousands if some number has a point before three digits, and none has a point or a
/// comma otherwise.
pub(super) fn of(text: &str) -> Marks {
    let mut found = false;
    let mut last = ' ';
    for (at, letter) in text.char_indices() {
        let begins = letter.is_ascii_digit() && !last.is_ascii_digit() && !matches!(last, '.' | ',' | ':' | '/');
        let previous = std::mem::replace(&mut last, letter);
        if !begins {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let end = rest.bytes().take(LONGEST).take_while(u8::is_ascii_digit).count();
        let followed = |mark: char| {
            let behind = rest.get(end..).unwrap_or_default();
            behind.strip_prefix(mark).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
        };
        if !followed('.') && !followed(',') {
            continue;
        }
        let groups = groups(rest, b'.').unwrap_or(0);
        let measured = groups == 1 && (is_measured(rest) || "$€£¥₹".contains(previous));
        let decimals = rest.bytes().skip(end + 1).take(3).take_while(u8::is_ascii_digit).count();
        if followed('.') && groups > 0 && !measured {
            found = true;
        } else if followed('.') && decimals == 2 && !is_measured(rest) {
            // A time of day or a date: 16.10, 25.05.2025.
        } else if followed('.') || self::groups(rest, b',').is_some_and(|groups| groups > 0) {
            return Marks::English;
        }
    }
    if found { Marks::Continental } else { Marks::English }
}

/// Whether a measure or a word such as *million* follows a number, which then has decimals.
fn is_measured(rest: &str) -> bool {
    let behind = rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let word: String =
        behind.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '%').collect();
    let measures = [
        "%",
        "percent",
        "per",
        "percentage",
        "million",
        "billion",
        "trillion",
        "m",
        "mn",
        "bn",
        "tn",
        "k",
        "km",
        "kg",
        "mg",
        "mm",
        "cm",
        "tonnes",
        "tons",
        "hectares",
        "degrees",
        "points",
        "point",
        "times",
        "litres",
        "liters",
        "metres",
        "meters",
        "miles",
        "kilometres",
        "kilometers",
        "seconds",
        "inches",
    ];
    measures.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_separate_thousands_only_where_a_text_has_no_decimal_points() {
        for (text, marks) in [
            ("4.725 WNI dan 5.088 kasus, 92% dari total", Marks::Continental),
            ("Some 5.000 people left", Marks::Continental),
            ("Some 5.000 people left, 1.5 percent of all", Marks::English),
            ("Some 5.000 people left, and 1,440 came", Marks::English),
            ("It rose by 3.125 percent", Marks::English),
            ("It cost $1.625 in 2020", Marks::English),
            ("At 10.30 they raided 118 sites", Marks::English),
        ] {
            assert_eq!(of(text), marks, "{text}");
        }
    }

    #[test]
    fn a_digit_of_any_script_has_its_value() {
        for (letter, value) in
            [('7', Some(7)), ('៨', Some(8)), ('٣', Some(3)), ('۳', Some(3)), ('९', Some(9)), ('x', None)]
        {
            assert_eq!(digit(letter), value);
        }
    }
}
