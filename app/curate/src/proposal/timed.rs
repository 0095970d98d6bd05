//! Tells numbers that are dates, ages or times of day.

use crate::grammar::{Amount, Bound, Dating, Hedge, Measure};

use super::near::{Near, is_listed};

/// Months in languages other than English.
const MONTHS: &str = "januari, februari, maret, mac, mei, juni, juli, agustus, ogos, oktober, disember, desember, janvier, \
    février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre, enero, febrero, marzo, abril, \
    mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre, januar, februar, märz, dezember, janeiro, \
    fevereiro, março, maio, junho, julho, setembro, outubro, novembro, dezembro, gennaio, febbraio, aprile, maggio, giugno, \
    luglio, settembre, ottobre, dicembre, tháng";

/// Whether the number is a date, or a part of one: `2008`, the 18 of `Jan 1 and 18`, the 16 of `16-22 February`.
pub(super) fn is_in_a_date(near: &Near<'_>, dates: &[Dating]) -> bool {
    let quantity = near.quantity;
    let (core, counted) = (&quantity.core, counts(near));
    if dates.iter().any(|date| date.span.start < core.end && core.start < date.span.end) {
        // "2,000 people" has a comma; "2000 people" may be a year, unless people or money are counted.
        return !(counted || quantity.hedge != Hedge::default() && !near.rest.starts_with([',', '.']));
    }
    let day = |number: f64| (1.0..=31.0).contains(&number) && number.fract() == 0.0;
    let is_day = quantity.measure == Measure::None
        && match quantity.amount {
            Amount::Number(number) => day(number),
            Amount::Range(low, high) => day(low) && day(high),
            Amount::Magnitude(_) => false,
        };
    if !is_day || counted || !near.has_digits() {
        return false;
    }
    // "16 Januari", "3 de mayo".
    if near.words_behind().iter().take(2).any(|word| is_listed(word, MONTHS)) {
        return true;
    }
    let joined = |between: &str| {
        matches!(between.trim(), "" | "-" | "and" | "to" | "," | "or" | "/" | "until" | "through" | "–")
    };
    dates.iter().any(|date| {
        let dated = date.day.is_some() || date.month.is_some();
        let gap = |from: usize, to: usize, part: &str| to >= from && part.get(..to - from).is_some_and(joined);
        let ahead = core.end <= date.span.start && gap(core.end, date.span.start, near.behind);
        let distance = core.start.checked_sub(date.span.end);
        let part = distance.and_then(|gap| near.before.get(near.before.len().checked_sub(gap)?..));
        // "On July 4, 25 were arrested": a comma after a date ends it.
        let behind = part.is_some_and(|part| joined(part) && part.trim() != ",");
        dated && (ahead || behind)
    })
}

/// Whether people or another plural in small letters follow.
pub(super) fn counts(near: &Near<'_>) -> bool {
    let behind = near.words_behind();
    let people =
        ["people", "persons", "men", "women", "children", "others", "suspects", "workers", "victims", "nationals"];
    let first = behind.first().map(String::as_str).unwrap_or_default();
    near.quantity.measure != Measure::None
        || first == "of" && near.rest.starts_with(' ')
        || behind.iter().take(2).any(|word| people.contains(&word.as_str()))
}

/// Whether it is the age of a person.
pub(super) fn is_an_age(near: &Near<'_>) -> bool {
    let rest = near.behind.trim_start_matches(['-', ' ']);
    let old = [
        "year-old",
        "years-old",
        "years old",
        "year old",
        "month-old",
        "months old",
        "week-old",
        "day-old",
        "years of age",
        "yo ",
    ];
    if old.iter().any(|words| rest.starts_with(words)) {
        return true;
    }
    // "between 18 and 35 years old": the measure is already after the last number.
    if matches!(near.quantity.measure, Measure::Time(_))
        && ["old", "-old", " old", " of age"].iter().any(|words| near.rest.starts_with(words))
    {
        return true;
    }
    let word = near.word_ahead();
    let before = near.word_before();
    let aged = ["aged", "age", "ages", "aging"];
    let turned = ["turned", "turning", "turns"].contains(&word.as_str()) && !counts_on(near);
    if turned || aged.contains(&word.as_str()) || aged.contains(&before.as_str()) {
        return !matches!(near.quantity.measure, Measure::Money(_) | Measure::Percent);
    }
    let Amount::Number(number) = near.quantity.amount else { return false };
    let small = (1.0..=110.0).contains(&number) && number.fract() == 0.0 && near.quantity.measure == Measure::None;
    // "Ly Sok, 34, said".
    let parted = near.before.ends_with(", ") && near.rest.starts_with([',', '.', ')', ';']) && near.has_digits();
    let name = near.before.trim_end_matches([',', ' ']).rsplit(' ').next().unwrap_or_default();
    let bare = near.quantity.hedge.bound == Bound::Plain;
    let named = bare && parted && name.starts_with(char::is_uppercase) && number >= 5.0;
    // "children under 18".
    let groups = [
        "children",
        "people",
        "those",
        "adults",
        "minors",
        "anyone",
        "boys",
        "girls",
        "women",
        "men",
        "persons",
        "youths",
        "citizens",
        "residents",
        "workers",
        "voters",
        "patients",
        "infants",
    ];
    let open = matches!(near.quantity.hedge.bound, Bound::LessThan | Bound::MoreThan);
    small && (named || open && groups.contains(&word.as_str()) && !counts_on(near))
}

/// Whether a word follows without a mark, which the number may count.
fn counts_on(near: &Near<'_>) -> bool {
    let stops =
        ["and", "or", "in", "at", "who", "were", "are", "to", "with", "from", "on", "have", "had", "can", "must"];
    near.words_behind().first().is_some_and(|word| !stops.contains(&word.as_str()))
}

/// Whether it is a time of day.
pub(super) fn is_a_time_of_day(near: &Near<'_>) -> bool {
    let rest = near.behind.trim_start();
    let small: String = rest.chars().take(8).collect::<String>().to_lowercase();
    let clock = near.behind.starts_with(':')
        && near.behind.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || near.before.ends_with(':') && near.before.trim_end_matches(':').ends_with(|c: char| c.is_ascii_digit());
    let words = ["am", "a.m", "pm", "p.m", "o'clock", "gmt", "utc", "noon", "wib", "est", "cst", "hrs gmt"];
    let timed =
        words.iter().any(|word| small.strip_prefix(word).is_some_and(|next| !next.starts_with(char::is_alphanumeric)));
    clock || timed && near.has_digits()
}
