//! Warns of numbers that are typed into a sentence instead of the id of a figure: they have no source, and become outdated
//! when the figure changes.
//!
//! Many numbers are not figures: years, days, "Article 5", "two of the articles". Small numbers in words, and numbers of
//! things on the page, therefore cause no warning.

use model::{Dashboard, Piece, Prose};

use crate::agreement::bears;
use crate::finding::Finding;
use crate::grammar::{Amount, Measure, Parsed, Quantity};
use crate::normal::Plain;
use crate::outline::Outline;
use crate::sentences::{Sentence, sentences};

/// The placeholder for a figure while a sentence is parsed.
const FIGURE: &str = "\u{fffc}";

/// After one of these words, a number is part of a name.
const NAMED: [&str; 27] = [
    "agenda",
    "annex",
    "article",
    "articles",
    "chapter",
    "clause",
    "day",
    "directive",
    "figure",
    "goal",
    "group",
    "law",
    "level",
    "line",
    "no",
    "number",
    "page",
    "paragraph",
    "part",
    "phase",
    "point",
    "regulation",
    "resolution",
    "route",
    "rule",
    "section",
    "tier",
];

/// The parts of the page.
const OF_THE_PAGE: [&str; 12] = [
    "articles",
    "charts",
    "estimates",
    "figures",
    "newspapers",
    "numbers",
    "origins",
    "outlets",
    "papers",
    "reports",
    "sections",
    "sources",
];

/// A warning for each number in the summaries and findings of a dashboard.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    // Notes may quote numbers of an article.
    let all = sentences(dashboard).into_iter().filter(|sentence| sentence.note_of.is_none());
    let mut warnings = Vec::new();
    for Sentence { path, prose, .. } in all {
        let plain = Plain::of(&sentence(prose));
        let parsed = Parsed::of(&plain);
        for quantity in parsed.quantities.iter().filter(|quantity| is_typed(quantity, &parsed, &plain.text)) {
            let words = plain.text.get(quantity.span.clone()).unwrap_or_default();
            let same = dashboard.figures.iter().find(|figure| bears(&figure.value, &figure.unit, quantity));
            let advice = match same {
                Some(figure) => format!("did you mean {{{}}}?", figure.id),
                None => {
                    "write the id of a figure in braces in its place, such as {arrests}, or write it in words".into()
                }
            };
            let message = format!("“{words}” is typed into this sentence, without a source; {advice}");
            warnings.push(Finding::warning(&format!("{path}.en"), message, outline));
        }
    }
    warnings
}

/// The English sentence, with the placeholder for each figure.
fn sentence(prose: &Prose) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Figure(_) | Piece::Count(_) => FIGURE.to_owned(),
        Piece::Articles(_) => String::new(),
    };
    prose.in_language("en").iter().map(piece).collect()
}

fn is_typed(quantity: &Quantity, parsed: &Parsed, text: &str) -> bool {
    let core = &quantity.core;
    let (before, behind) = (text.get(..core.start).unwrap_or_default(), text.get(core.end..).unwrap_or_default());
    let said = text.get(core.clone()).unwrap_or_default();
    let of_the_page = words(behind).take(3).any(|word| OF_THE_PAGE.contains(&word.as_str()));
    let dated = parsed.dates.iter().any(|date| date.span.start < core.end && core.start < date.span.end);
    if of_the_page || dated || matches!(quantity.measure, Measure::Level(_)) {
        return false;
    }
    if !said.contains(|letter: char| letter.is_ascii_digit()) {
        return in_words(quantity, said, before, behind);
    }
    // Part of a name, a time of day or a score: COVID-19, 9/11, 10:30.
    let glued = before.ends_with(['-', '/', ':']) && !before.ends_with(" -")
        || behind.starts_with(['/', ':']) && behind.len() > 1;
    let named = words_before(before).is_some_and(|word| NAMED.contains(&word.as_str())) || before.ends_with(['§', '#']);
    let year = matches!(quantity.measure, Measure::None)
        && said.len() == 4
        && said.parse().is_ok_and(|year: u16| (1000..=2100).contains(&year));
    !(glued || named || year)
}

/// Whether a number in words probably belongs to a figure.
fn in_words(quantity: &Quantity, said: &str, before: &str, behind: &str) -> bool {
    const SCALES: [&str; 6] = ["dozen", "hundred", "thousand", "million", "billion", "trillion"];
    match (quantity.amount, quantity.measure) {
        (Amount::Magnitude(_), _) | (_, Measure::Money(_) | Measure::Percent) => true,
        (_, Measure::Fraction) => {
            let halves = ["first", "second", "other", "better"];
            let part_of_time = words_before(before).is_some_and(|word| halves.contains(&word.as_str()));
            !part_of_time && (behind.starts_with(" of ") || said.contains(" in ") || said.contains(" out of "))
        }
        _ => SCALES.iter().any(|scale| said.to_lowercase().contains(scale)),
    }
}

/// The words of a text, in small letters.
fn words(text: &str) -> impl DoubleEndedIterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// The word right before a place.
fn words_before(text: &str) -> Option<String> {
    words(text).next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Vec<String> {
        let plain = Plain::of(text);
        let parsed = Parsed::of(&plain);
        let found = parsed.quantities.iter().filter(|quantity| is_typed(quantity, &parsed, &plain.text));
        found.map(|quantity| plain.text[quantity.span.clone()].to_owned()).collect()
    }

    #[test]
    fn a_typed_number_of_a_figure_is_found() {
        for (text, found) in [
            ("The commission raided 118 locations.", "118"),
            ("About 5,000 people were arrested.", "About 5,000"),
            ("It cost $12.5bn in 2023.", "$12.5bn"),
            ("In Cambodia 25 compounds were visited.", "25"),
            ("Fraud rose by 53 percent.", "53 percent"),
            ("Half of the country’s GDP is made by it.", "Half"),
            ("One in three children is ill.", "One in three"),
            ("Tens of thousands left.", "Tens of thousands"),
            ("Two hundred thousand may follow.", "Two hundred thousand"),
            ("For each arrest 20 people are left.", "20"),
            ("Of 300 people \u{fffc} were heard.", "300"),
        ] {
            assert_eq!(typed(text), [found], "{text}");
        }
    }

    #[test]
    fn numbers_that_are_not_figures_cause_no_warning() {
        for text in [
            "The prime minister ordered it on 4 July 2025, and in January 2026 \u{fffc} left.",
            "After June 2025 came 2026; the report for 2024 followed in the 1990s.",
            "Article 5 forbids it, and so do Section 230 and Resolution 1325.",
            "COVID-19 and 9/11, at 10:30 on the 7th, in G20 and F-16.",
            "Newser and Asia Daily repeat it, so three articles can be one origin.",
            "Eight articles of seven outlets. Half of the outlets report it, and 12 of the figures.",
            "Five months lay between the two; the second half of the year was worse, on both sides.",
            "The one nationality that is counted comes to \u{fffc} of \u{fffc}.",
            "It is in the lowest tier, Tier 3, as a US assessment says.",
        ] {
            assert_eq!(typed(text), [""; 0], "{text}");
        }
    }
}
