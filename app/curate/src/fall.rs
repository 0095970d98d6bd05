//! Finds words or a minus that state a fall or a number below zero, which a quote for a value below zero needs.

/// Words for falls, losses and numbers below zero.
const WORDS: [&str; 60] = [
    "fall",
    "falls",
    "fell",
    "fallen",
    "falling",
    "drop",
    "drops",
    "dropped",
    "dropping",
    "decline",
    "declines",
    "declined",
    "declining",
    "decrease",
    "decreases",
    "decreased",
    "decreasing",
    "down",
    "lower",
    "lowered",
    "less",
    "loss",
    "losses",
    "lose",
    "loses",
    "lost",
    "losing",
    "minus",
    "below",
    "negative",
    "shrank",
    "shrink",
    "shrinks",
    "shrunk",
    "shrinking",
    "contract",
    "contracts",
    "contracted",
    "contraction",
    "cut",
    "cuts",
    "cutting",
    "reduced",
    "reduction",
    "reductions",
    "plunge",
    "plunged",
    "plummeted",
    "sank",
    "slid",
    "slump",
    "slumped",
    "dip",
    "dipped",
    "eased",
    "deficit",
    "worse",
    "fewer",
    "colder",
    "subzero",
];

/// Whether a text, as written, states a fall.
pub(crate) fn is_said(text: &str) -> bool {
    let small = text.to_lowercase();
    let mut words = small.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| WORDS.contains(&word)) || has_minus(text)
}

/// Whether a minus, or a dash used as one, is directly before a number and not after a letter or digit: `−5`, `(-$5m)`.
fn has_minus(text: &str) -> bool {
    text.match_indices(['-', '−', '–']).any(|(at, dash)| {
        let (before, behind) = (text.get(..at).unwrap_or_default(), text.get(at + dash.len()..).unwrap_or_default());
        let number = behind.trim_start_matches(|letter: char| !letter.is_alphanumeric() && !letter.is_whitespace());
        let parts = before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '%');
        number.starts_with(|letter: char| letter.is_ascii_digit()) && !parts
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_or_a_minus_states_a_fall() {
        for text in
            ["fell by 5%", "a loss of $3 million", "-5 °C", "growth of -1.5 percent", "(-$5m)", "down 1.5 points"]
        {
            assert!(is_said(text), "{text}");
        }
        for text in ["rose by 5%", "7-20 years", "COVID-19 cases", "an 18-month term"] {
            assert!(!is_said(text), "{text}");
        }
    }
}
