//! Finds the speaker whom a sentence names for what it says: `Amnesty International says`, `according to police`.

use super::near::is_listed;

/// Verbs of saying, in the forms in which sentences have them.
const SAYS: &str = "say, says, said, saying, estimate, estimates, estimated, report, reports, reported, claim, claims, claimed, \
    told, tells, announce, announced, announces, state, states, stated, write, writes, wrote, warn, warns, \
    warned, reveal, reveals, revealed, confirm, confirms, confirmed, find, finds, found, note, notes, noted, \
    add, adds, added, suggest, suggests, suggested, believe, believes, calculate, calculates, calculated, \
    declared, disclosed, recorded, verified, counted, documented, alleges, alleged, allege, put, puts, predicts";

/// Words that can begin a sentence about a speaker without being one.
const NOT_NAMES: &str = "it, he, she, they, who, which, that, we, i, this, these, those, also, has, have, had, is, are, was, were, \
    be, been, being, there, and, but, or, as, not, later, earlier, some, many, one, others, so, what, can, \
    could, would, will, people, often, further";

/// In words.
const LONGEST: usize = 11;

/// The speaker that a sentence names, if it names one. `at` is the place of the quantity in the sentence.
pub(super) fn speaker(sentence: &str, at: usize) -> Option<String> {
    let found = according(sentence).into_iter().chain(saying(sentence)).chain(quoted(sentence));
    // The nearest one counts.
    let near = found.min_by_key(|(place, _)| place.abs_diff(at));
    near.map(|(_, name)| name)
}

/// `according to the Ministry of Justice`, `per the Guardian`.
fn according(sentence: &str) -> Vec<(usize, String)> {
    let leads = [
        "according to ",
        "According to ",
        "per the ",
        "cited by ",
        "estimates by ",
        "Estimates by ",
        "figures from ",
        "data from ",
        "a report by ",
        "a report from ",
        "statistics from ",
        "a study by ",
        "survey by ",
    ];
    let mut found = Vec::new();
    for lead in leads {
        for (at, _) in sentence.match_indices(lead) {
            let rest = sentence.get(at + lead.trim_end_matches("the ").len()..).unwrap_or_default();
            found.extend(name_at(rest).map(|name| (at, name)));
        }
    }
    found
}

/// The name at the begin of a text, up to a mark or a verb.
fn name_at(rest: &str) -> Option<String> {
    let end = rest
        .find([',', ';', ':', '"', '(', '.', '!', '?', '-'])
        .filter(|end| !is_initial(rest, *end))
        .unwrap_or(rest.len());
    let words: Vec<&str> = rest.get(..end)?.split_whitespace().collect();
    let stops = [
        "in",
        "on",
        "that",
        "which",
        "who",
        "has",
        "have",
        "had",
        "was",
        "were",
        "is",
        "are",
        "suggest",
        "suggests",
        "show",
        "shows",
        "released",
        "published",
        "and",
        "as",
        "since",
        "at",
        "last",
        "this",
        "put",
        "puts",
        "from",
        "cited",
        "via",
        "after",
    ];
    let length = words.iter().position(|word| stops.contains(word) || is_listed(word, SAYS)).unwrap_or(words.len());
    // "estimates by the UN", "a report by Amnesty": what follows is the speaker.
    let from = words.iter().take(length).rposition(|word| ["by"].contains(word)).map_or(0, |by| by + 1);
    named(words.get(from..length)?)
}

/// Whether the point at a place belongs to an initial, as in `U.S.`.
fn is_initial(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    text.get(at..).is_some_and(|rest| rest.starts_with('.'))
        && before
            .rsplit([' ', '.'])
            .next()
            .is_some_and(|word| word.chars().count() == 1 && word.starts_with(char::is_uppercase))
        || text.get(at..).is_some_and(|rest| {
            rest.starts_with('-') && rest.get(1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        })
}

/// `Amnesty International says`, `the UN estimates`.
fn saying(sentence: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut start = 0;
    let from = sentence.as_ptr() as usize;
    // "Received reports from them": a noun.
    let is_noun = |at: usize, word: &str| {
        let next = sentence.get(at + word.len()..).unwrap_or_default().trim_start();
        word.ends_with('s') && ["from ", "of ", "about ", "by "].iter().any(|lead| next.starts_with(lead))
    };
    for word in sentence.split([' ', '"']) {
        let at = word.as_ptr() as usize - from;
        let bare = word.trim_end_matches([',', ':', '.', ';']);
        if is_listed(bare, SAYS) && !is_noun(at, word) {
            let before = sentence.get(start..at).unwrap_or_default();
            found.extend(subject(before).map(|name| (at, name)));
        }
        if word.ends_with([';', ':']) {
            start = at + word.len();
        }
    }
    found
}

/// `"…," said the minister`, `said Volker Turk`.
fn quoted(sentence: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for verb in [" said ", " says ", " added "] {
        for (at, _) in sentence.match_indices(verb) {
            let before = sentence.get(..at).unwrap_or_default().trim_end();
            let rest = sentence.get(at + verb.len()..).unwrap_or_default();
            let name = rest.trim_start_matches("the ");
            if before.ends_with(['"', ',']) && name.starts_with(char::is_uppercase) {
                found.extend(name_at(rest).map(|name| (at, name)));
            }
        }
    }
    found
}

/// Words that may be between a subject and its verb.
const AUXILIARIES: &str = "have since, has, have, had, also, later, then, itself, now, can, cannot, on Monday, on Tuesday, \
    on Wednesday, on Thursday, on Friday, on Saturday, on Sunday";

/// The subject at the end of the text before a verb of saying.
fn subject(before: &str) -> Option<String> {
    let mut before = before.trim_end_matches([' ', '"']);
    // "The UN has estimated", "The report also says".
    for auxiliary in AUXILIARIES.split(", ") {
        before = before.strip_suffix(auxiliary).and_then(|rest| rest.strip_suffix(' ')).unwrap_or(before);
    }
    // "Information Minister Neth Pheaktra, who leads it, said": an aside in commas is left out.
    let clause = before.trim_end_matches(',');
    let aside = before.ends_with(',').then(|| clause.rsplit_once(", ").map(|(head, _)| head)).flatten();
    let before = aside.unwrap_or(clause);
    let clause = before.rsplit([',', ';', ':', '"', '(', '-']).next()?;
    let words: Vec<&str> = clause.split_whitespace().collect();
    let breaks = [
        "that", "as", "when", "while", "after", "and", "but", "because", "where", "which", "who", "if", "since",
        "than", "said", "says",
    ];
    let from = words.iter().rposition(|word| breaks.contains(word)).map_or(0, |at| at + 1);
    named(words.get(from..)?)
}

/// Bodies and persons that can be meant without a name.
const BODIES: &str = "police, officials, authorities, government, ministry, minister, ministers, embassy, mission, commission, \
    committee, department, agency, court, prosecutors, report, study, survey, indictment, group, groups, experts, analysts, \
    advocates, researchers, investigators, spokesman, spokeswoman, spokesperson, statement, post, army, military, company, \
    bank, union, council, residents, witnesses, activists, lawyers, doctors, medics, rescuers, organisation, organization, \
    organisations, organizations, charity, newspaper, office, bureau, centre, center, institute, university, tank, official, \
    prosecutor, judge, mayor, governor, president, ambassador, director, chief, leader, data, figures, paper, source, sources";

/// Joins the words of a name; `None` for pronouns, and for what is no name of a body or person.
fn named(words: &[&str]) -> Option<String> {
    // "Estimates by the UN", "a report from Amnesty": the body that made it.
    let made =
        "estimates, estimate, report, reports, study, survey, data, figures, statistics, statement, analysis, research";
    let maker = words
        .windows(2)
        .rposition(|pair| is_listed(&pair[0].to_lowercase(), made) && ["by", "from"].contains(&pair[1]));
    let words = maker.and_then(|at| words.get(at + 2..)).unwrap_or(words);
    let (first, last) = (words.first()?, words.last()?);
    let small = |word: &str| word.to_lowercase();
    let pronoun = is_listed(&small(first), NOT_NAMES) || is_listed(&small(last), NOT_NAMES);
    let open =
        "a, an, the, its, their, his, her, of, from, by, in, on, to, new, latest, recent, total, some, for, with, at";
    let numbered = words.iter().any(|word| word.contains(char::is_numeric) && !word.contains(char::is_alphabetic));
    let verbs = "was, were, is, are, has, have, had, be, been, according, thousands, dozens, hundreds, millions";
    let verb = words.iter().any(|word| is_listed(&small(word), verbs));
    let past = last.ends_with("ed") && last.starts_with(char::is_lowercase) && words.len() > 1;
    if pronoun || numbered || verb || past || is_listed(&small(last), open) || words.len() > LONGEST {
        return None;
    }
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let begins = capital(&first)
        || is_listed(first, "the, a, an, its, their, his, her, other, local, state, several, one")
        || is_listed(first, BODIES);
    let proper = words.iter().skip(1).any(|word| word.starts_with(char::is_uppercase));
    let known = words.iter().any(|word| is_listed(&small(word), BODIES)) || words.len() == 1 && capital(&first);
    if !(begins && (proper || known)) {
        return None;
    }
    // A first "The" is small within a phrase.
    let mut name = words.join(" ").replace('\'', "’");
    for article in ["The ", "A ", "An ", "Its ", "Their "] {
        if let Some(rest) = name.strip_prefix(article) {
            name = small(article) + rest;
        }
    }
    Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speaker_is_the_one_that_the_sentence_names() {
        for (sentence, name) in [
            ("Amnesty International said it had geolocated 15 videos.", Some("Amnesty International")),
            ("The UN has estimated about 100,000 people are trapped.", Some("the UN")),
            ("It has flourished in Cambodia, where the UN estimates 100,000 work.", Some("the UN")),
            ("According to the Ministry of Justice, courts charged 500 people.", Some("the Ministry of Justice")),
            (
                "According to estimates by United States Institute of Peace, it is $12bn.",
                Some("United States Institute of Peace"),
            ),
            (
                "They held 2,137 people, Information Minister Neth Pheaktra said in a statement.",
                Some("Information Minister Neth Pheaktra"),
            ),
            ("The commission says that it has raided 118 locations.", Some("the commission")),
            ("It said that 118 people left.", None),
            ("They raided 118 locations.", None),
        ] {
            assert_eq!(speaker(sentence, sentence.len() / 2).as_deref(), name, "{sentence}");
        }
    }
}
