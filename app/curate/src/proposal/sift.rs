//! Tells figures from other numbers: dates, ages, times of day, sections of laws, names, and parts of the page.

use crate::grammar::{Dating, Hedge, Measure};

use super::near::{Near, is_listed, last_word};
use super::timed::{counts, is_a_time_of_day, is_an_age, is_in_a_date};

/// After one of these words, a number is part of a name or of a reference.
const NAMED: &str = "agenda, annex, appendix, article, articles, channel, chapter, clause, covid, directive, episode, figure, \
    fig, flight, gate, goal, group, highway, item, law, line, no, nos, number, page, pages, paragraph, part, \
    phase, point, regulation, resolution, room, route, rule, section, sections, serial, step, table, unit, \
    version, volume, zone";

/// Persons of whom a single one is counted, and what happens to them.
const ONES: &str = "person, man, woman, child, boy, girl, suspect, victim, soldier, officer, worker, migrant, civilian, \
    policeman, policewoman, student, teenager, journalist, national, death, case, arrest, survivor, fatality, \
    prisoner, detainee, foreigner, passenger, patient, driver, pilot, refugee, resident, villager, casualty, \
    conviction, guard, fighter, militant, hostage, baby, infant, protester, activist, citizen, bystander, \
    fisherman, farmer, miner, sailor, firefighter, rescuer";

/// What can be reported to be none.
const NONES: &str = "arrests, casualties, cases, charges, convictions, deaths, fatalities, injuries, survivors, victims, \
    prosecutions, complaints, killed, injured, wounded, prisoners, detainees, attacks, \
    incidents, infections, hostages, refugees, permits, licences, licenses, schools, hospitals, payments, \
    refunds, inspections, raids";

/// Whether a quantity is a figure that an article reports. `dates` are those that are near it.
pub(super) fn is_figure(near: &Near<'_>, dates: &[Dating], title_case: bool) -> bool {
    let digits = near.has_digits();
    !(is_in_a_date(near, dates)
        || is_an_age(near)
        || is_a_time_of_day(near)
        || is_a_reference(near, digits)
        || is_glued(near, digits)
        || is_an_ordinal(near)
        || !digits && is_an_idiom(near, title_case)
        || digits && is_a_name(near, title_case))
}

/// Whether it is the number of a law, a page, a telephone or an item of a list.
fn is_a_reference(near: &Near<'_>, digits: bool) -> bool {
    let bare = near.quantity.measure == Measure::None;
    let word = near.word_ahead();
    if bare && near.quantity.hedge == Hedge::default() {
        let point = near.before.trim_end();
        let dotted =
            ["No.", "no.", "Nos.", "Art.", "art.", "Sec.", "sec.", "Fig.", "fig.", "p.", "pp.", "vol.", "Vol."];
        if point.ends_with(['§', '#', '№']) || dotted.iter().any(|mark| point.ends_with(mark)) {
            return true;
        }
        if is_listed(&word, NAMED) {
            return true;
        }
    }
    // "1. Tap the bar": the number of an item.
    let first = near.before.trim_matches(['(', ' ', '-', '•', '*']).is_empty();
    let numbered = near.behind.starts_with(')') || near.behind.starts_with(". ") || near.behind == ".";
    let telephone = near.before.ends_with('+')
        || ["tel", "telephone", "phone", "call", "hotline", "fax", "isbn", "issn", "dial"].contains(&word.as_str());
    // "+855 23 999 999": a number directly after another, unless that is a year.
    let last = last_word(near.before);
    let follows = last.len() != 4 && !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
    // "6.85 deaths per 100,000": a part of the unit.
    let rate = near.before.trim_end().ends_with(" per") && near.said.len() >= 3;
    digits
        && bare
        && (rate || first && numbered && near.said.len() <= 3 || telephone && near.said.len() >= 3 || follows)
}

/// Whether letters or marks beside the digits make them part of something else: `9/11`, `5G`, `covid-19`, `2-1`.
fn is_glued(near: &Near<'_>, digits: bool) -> bool {
    if !digits {
        return false;
    }
    let glued_before = near.before.chars().next_back();
    let glued_behind = near.behind.chars().next();
    let next = near.behind.chars().nth(1);
    let bare = near.quantity.measure == Measure::None;
    let slashed = glued_before == Some('/') || glued_behind == Some('/') && next.is_some_and(char::is_alphanumeric);
    let address =
        matches!(glued_before, Some('@' | '_' | '=' | '&' | '#')) || matches!(glued_behind, Some('@' | '_' | '='));
    let lettered = bare && glued_behind.is_some_and(|letter| letter.is_ascii_alphabetic());
    let hyphened = glued_before == Some('-') && {
        let word = near.before.trim_end_matches('-');
        word.ends_with(|letter: char| letter.is_ascii_alphanumeric())
            && bare
            && !near.dash_before
            && !["mid", "non"].contains(&last_word(word).as_str())
    };
    let score =
        glued_behind == Some('-') && next.is_some_and(|next| next.is_ascii_digit()) && bare && !near.dash_behind;
    slashed || address || lettered || hyphened || score
}

/// Whether it is an ordinal in words: `a third suspect`, not `a third of the suspects`.
fn is_an_ordinal(near: &Near<'_>) -> bool {
    let ordinal = near.said.strip_prefix("a ").or(near.said.strip_prefix("A ")).is_some_and(|part| {
        ["third", "fourth", "fifth", "sixth", "eighth", "tenth", "hundredth", "thousandth"].contains(&part)
    });
    let after = [
        "of", "are", "is", "were", "was", "have", "had", "has", "said", "say", "more", "less", "fewer", "higher",
        "lower", "live", "lived", "in", "and", "or", "to", "from", "since", "as", "by",
    ];
    let next = near.words_behind();
    ordinal && next.first().is_some_and(|word| !after.contains(&word.as_str()))
}

/// Whether a number in words counts nothing: `one of the largest`, `at one point`, `no doubt`, `first half`.
fn is_an_idiom(near: &Near<'_>, title_case: bool) -> bool {
    let said = near.said.to_lowercase();
    let (word, behind) = (near.word_ahead(), near.words_behind());
    let first = behind.first().map(String::as_str).unwrap_or_default();
    let second = behind.get(1).map(String::as_str).unwrap_or_default();
    let hedged = near.quantity.hedge != Hedge::default() || ["only", "just", "least"].contains(&word.as_str());
    let measured = matches!(near.quantity.measure, Measure::Money(_) | Measure::Percent | Measure::Fraction);
    let timed = matches!(near.quantity.measure, Measure::Time(_));
    let hyphened = near.behind.starts_with('-') && !near.dash_behind;
    match said.as_str() {
        "one" | "a single" | "just the one" => {
            let single = said != "one";
            let person = is_listed(first, ONES) || is_listed(second, ONES) && !["of", "and", "or"].contains(&first);
            let speaks = behind.iter().take(4).any(|word| ["said", "says", "told", "who"].contains(&word.as_str()));
            // "One day", "one year later".
            let lasting = timed && !matches!(near.quantity.measure, Measure::Time("days" | "minutes")) && !hyphened;
            let level = matches!(near.quantity.measure, Measure::Level(_));
            !(measured
                || single && !first.is_empty()
                || person && !speaks && !hyphened
                || hedged && !hyphened && first != "of" && !level
                || lasting)
        }
        "no" => !is_listed(first, NONES),
        "not one" | "no single" | "none" => first != "of",
        "zero" => {
            ["tolerance", "waste", "emissions", "sum", "carbon", "day"].contains(&first)
                || ["ground", "net", "from", "sub"].contains(&word.as_str())
        }
        "half" => {
            let halves = ["first", "second", "other", "better", "latter", "top", "bottom", "one"];
            halves.contains(&word.as_str())
                || near.behind.starts_with('-')
                || ["hour", "past", "way", "brother", "sister", "time", "hearted"].contains(&first)
        }
        "a quarter" => {
            near.before.trim_end().ends_with(|letter: char| letter.is_ascii_digit())
                || ["million", "billion", "m", "bn"].contains(&word.as_str())
        }
        _ => {
            let name = !title_case
                && !near.ahead.trim_matches(['"', '\'', ' ', '(', '-', '•']).is_empty()
                && near.said.starts_with(char::is_uppercase)
                && near.rest.trim_start().starts_with(char::is_uppercase);
            let compound = hyphened && near.quantity.measure == Measure::None;
            let turn = ["or", "by"].contains(&first) && second == said;
            name || compound || turn
        }
    }
}

/// Whether the digits belong to the name before them: `Boeing 737`, `Apollo 11`, `World Cup 2026`.
fn is_a_name(near: &Near<'_>, title_case: bool) -> bool {
    let bare = near.quantity.measure == Measure::None
        && near.quantity.hedge == Hedge::default()
        && !near.said.contains([',', ' ', '.'])
        && near.said.chars().all(|letter| letter.is_ascii_digit());
    let Some(before) = near.before.strip_suffix(' ').filter(|_| bare && !title_case) else { return false };
    let word = before.rsplit(' ').next().unwrap_or_default();
    let days = "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, January, February, March, April, May, June, \
        July, August, September, October, November, December";
    let first = before.trim_end_matches(word).trim_matches(['"', '\'', ' ', '(', '-', '•']).is_empty();
    if first
        || is_listed(word, days)
        || !word.starts_with(char::is_uppercase)
        || !word.ends_with(char::is_alphabetic)
        || word.ends_with("'s")
    {
        return false;
    }
    let behind = near.rest.trim_start();
    let verbs = "is, are, was, were, has, have, had, will, that, in, on, at, and, with, to, from, by, for, which, who";
    let words = near.words_behind();
    let mut phrase = words.iter().take(3).take_while(|word| !is_listed(word, verbs));
    let plural = phrase.any(|word| word.ends_with('s') && word.len() > 3);
    let mark = behind.is_empty() || behind.starts_with(['.', ',', ';', ')']);
    !(plural || counts(near)) || mark
}
