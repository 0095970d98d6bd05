//! The unit of a quantity, as the file writes it: from its measure, or from the noun that it counts.

use crate::grammar::{Amount, Measure};

use super::near::{Near, is_listed, words};

/// Nouns for persons. The file counts all of them as people.
const PERSONS: &str = "people, persons, individuals, nationals, citizens, workers, victims, suspects, survivors, foreigners, \
    residents, migrants, refugees, detainees, prisoners, employees, staff, men, others, members, participants, \
    civilians, inhabitants, returnees, perpetrators, scammers, criminals, operatives, labourers, laborers, \
    immigrants, deportees, inmates, passengers, patients, villagers, locals, tourists, ringleaders, accomplices, \
    offenders, defendants, accused, relatives, protesters, demonstrators, students, soldiers, troops, officers, \
    police, guards, fighters, militants, hostages, figures, bosses, associates, captives, escapees, applicants, \
    claimants, voters, users, customers, farmers, fishermen, teachers, doctors";

/// Words of what happens to people, from which a number without a noun counts people.
const OF_PEOPLE: &str = "arrested, detained, released, freed, killed, injured, wounded, died, dead, trafficked, deported, \
    repatriated, fled, escaped, displaced, evacuated, rescued, work, working, employed, employs, trapped, \
    stranded, missing, hospitalised, hospitalized, infected, homeless, left, nabbed, charged, convicted, \
    sentenced, jailed, imprisoned, live, attended, returned, arrests, hurt";

/// Words at which the noun phrase after a number ends.
const STOPS: &str = "a, an, the, and, or, but, in, on, at, to, from, by, with, for, as, that, which, who, whom, whose, where, \
    when, while, after, before, since, until, during, across, into, over, under, between, among, against, \
    within, without, about, around, through, than, per, is, are, was, were, be, been, being, has, have, had, \
    will, would, could, can, may, might, should, must, do, does, did, not, also, now, still, already, alone, \
    each, every, all, so, if, because, said, says, say, told, reported, killed, arrested, detained, died, \
    linked, believed, involved, seized, worth, including, such, this, these, those, it, they, he, she, we, more, \
    less, fewer, annually, yearly, daily, monthly, work, working, live, living, later, ago, earlier, either, \
    both, some, out, up, down, off, near, along, there, nationwide";

/// The unit of a quantity in a sentence; empty if the sentence does not say it.
pub(super) fn unit(near: &Near<'_>, sentence: &str) -> String {
    let measured = match near.quantity.measure {
        Measure::Money(currencies) => currencies.first().copied().unwrap_or_default(),
        Measure::Percent => "percent",
        Measure::Fraction => "fraction",
        Measure::Time("decades") => "decades",
        Measure::Time(name) | Measure::Level(name) | Measure::Unit(name) => name,
        Measure::None => return noun(near, sentence),
    };
    measured.into()
}

/// The plural that a number counts.
fn noun(near: &Near<'_>, sentence: &str) -> String {
    let phrase = phrase(near.behind);
    if let Some(rate) = rate(near, &phrase) {
        return rate;
    }
    let head = phrase.iter().rposition(|word| is_plural(word)).and_then(|head| phrase.get(head)).copied();
    if let Some(head) = head {
        return of_people(head).unwrap_or_else(|| head.to_lowercase());
    }
    // "1,440 Indonesian", "50 dead": people without a plural.
    let hyphened = near.behind.starts_with('-') && !near.dash_behind;
    let single = phrase.first().filter(|_| (phrase.len() == 1 || hyphened) && is_single(near));
    if let Some(single) = single {
        return of_people(&plural(single)).unwrap_or_else(|| plural(single));
    }
    // "70 Bangladeshi", "42 Thai".
    let nation = |word: &&str| {
        word.starts_with(char::is_uppercase) && ["i", "an", "ese", "ish"].iter().any(|ending| word.ends_with(ending))
    };
    if phrase.len() == 1 && phrase.first().is_some_and(nation) {
        return "people".into();
    }
    let small = sentence.to_lowercase();
    let mut words = small.split(|letter: char| !letter.is_alphanumeric());
    if words.any(|word| is_listed(word, OF_PEOPLE) || word == "people") { "people".into() } else { String::new() }
}

/// The noun phrase after a number: `different scamming compounds`, without `of its`.
fn phrase(behind: &str) -> Vec<&str> {
    let mut all = words(behind);
    let lead = |word: &&str| {
        [
            "of",
            "its",
            "their",
            "his",
            "her",
            "our",
            "the",
            "these",
            "those",
            "all",
            "other",
            "more",
            "additional",
            "such",
            "further",
            "different",
            "new",
        ]
        .contains(&word.to_lowercase().as_str())
    };
    let leading = all.iter().take_while(|word| lead(word)).count();
    all.drain(..leading);
    let end = all.iter().position(|word| {
        is_listed(&word.to_lowercase(), STOPS) || word.contains(char::is_numeric) || word.ends_with("ly")
    });
    all.truncate(end.unwrap_or(all.len()).min(5));
    // "Workers' rights": the workers are counted.
    if let Some(owner) = all.iter().position(|word| word.ends_with('\'')) {
        all.truncate(owner + 1);
        if let Some(last) = all.last_mut() {
            *last = last.trim_end_matches('\'');
        }
    }
    // "escape attempts and": the phrase ends with its first plural, unless another follows at once.
    if let Some(first) = all.iter().position(|word| is_plural(word)) {
        let follows = all.get(first + 1).is_some_and(|next| is_plural(next));
        all.truncate(first + 1 + usize::from(follows));
    }
    all
}

/// `deaths per 100,000`: a rate, which is a unit of its own.
fn rate(near: &Near<'_>, phrase: &[&str]) -> Option<String> {
    let things = phrase.join(" ");
    let (_, behind) = near.behind.split_once(" per ").filter(|(before, _)| before.trim() == things)?;
    let end = behind.find(|letter: char| !(letter.is_ascii_digit() || letter == ',')).unwrap_or(behind.len());
    let number = behind.get(..end)?.trim_end_matches(',');
    (number.len() > 2).then(|| format!("{} per {number}", things.to_lowercase()).trim().to_owned())
}

fn of_people(noun: &str) -> Option<String> {
    let small = noun.to_lowercase();
    // "Indonesians", "Chinese".
    let nation = noun.starts_with(char::is_uppercase)
        && ["ans", "ians", "ese", "is", "ish", "ns", "os", "ais", "men", "es", "ers", "ards"]
            .iter()
            .any(|ending| small.ends_with(ending));
    (is_listed(&small, PERSONS) || nation).then(|| "people".into())
}

fn is_plural(word: &str) -> bool {
    let small = word.to_lowercase();
    let irregular = [
        "people",
        "men",
        "women",
        "children",
        "police",
        "staff",
        "personnel",
        "troops",
        "media",
        "data",
        "cattle",
        "sheep",
        "feet",
        "mice",
        "aircraft",
        "vehicles",
        "chinese",
        "japanese",
        "vietnamese",
        "taiwanese",
        "burmese",
        "lives",
    ];
    let singular = ["ss", "us", "is", "'s", "ous"].iter().any(|ending| small.ends_with(ending));
    irregular.contains(&small.as_str())
        || small.ends_with('s') && small.len() > 3 && !singular
        || small.len() > 4 && small.ends_with("is") && word.starts_with(char::is_uppercase)
}

/// Whether a number is followed by a singular, as in `62-count indictment` and `one suspect`.
fn is_single(near: &Near<'_>) -> bool {
    let one = matches!(near.quantity.amount, Amount::Number(number) if number == 1.0 || number == 0.0);
    one || near.behind.starts_with('-') && !near.dash_behind
}

/// The plural of a noun, by the rules of English.
fn plural(noun: &str) -> String {
    let noun = noun.to_lowercase();
    match noun.as_str() {
        "person" => "people".into(),
        "man" => "men".into(),
        "woman" => "women".into(),
        "child" => "children".into(),
        _ => match noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u'])) {
            Some(stem) => format!("{stem}ies"),
            None if ["s", "x", "ch", "sh"].iter().any(|ending| noun.ends_with(ending)) => format!("{noun}es"),
            None => format!("{noun}s"),
        },
    }
}
