//! English.

use model::{Basis, Bounds, Certainty, Date, Day, Magnitude, Unit, Value, number};

use crate::{Message, Phrase};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(crate) fn value(value: &Value, unit: &Unit) -> Phrase {
    let about = |words: &str| match (words, value.approximate) {
        ("", true) => "about".to_owned(),
        (words, true) => format!("{words} about"),
        (words, false) => words.to_owned(),
    };
    let (qualifier, quantity) = match value.bounds {
        Bounds::Exactly(n) => (about(""), number(n, unit)),
        Bounds::AtLeast(n) => (about("at least"), number(n, unit)),
        Bounds::MoreThan(n) => (about("more than"), number(n, unit)),
        Bounds::AtMost(n) => (about("at most"), number(n, unit)),
        Bounds::LessThan(n) => (about("less than"), number(n, unit)),
        Bounds::Between(low, high) => (about(""), format!("{} to {}", number(low, unit), number(high, unit))),
        Bounds::Magnitude(magnitude) => (String::new(), magnitude_word(magnitude).to_owned()),
    };
    let one = match value.bounds {
        Bounds::Exactly(n) | Bounds::AtLeast(n) | Bounds::MoreThan(n) | Bounds::AtMost(n) | Bounds::LessThan(n) => {
            n == 1.0
        }
        Bounds::Between(..) | Bounds::Magnitude(_) => false,
    };
    let noun = match unit {
        Unit::Percent | Unit::Fraction | Unit::Level(_) => String::new(),
        Unit::Money(_) if !matches!(value.bounds, Bounds::Magnitude(_)) => String::new(),
        Unit::Money(code) => currency(code).to_owned(),
        Unit::Count(word) | Unit::Time(word) | Unit::Rate(word) => {
            if one {
                singular(word)
            } else {
                word.clone()
            }
        }
    };
    let unit = match value.bounds {
        Bounds::Magnitude(_) if !noun.is_empty() => format!("of {noun}"),
        _ => noun,
    };
    Phrase { qualifier, quantity, unit }
}

pub(crate) fn number(number: f64, unit: &Unit) -> String {
    match unit {
        Unit::Money(code) if code == "USD" => format!("${}", scaled(number)),
        Unit::Money(code) => format!("{code} {}", scaled(number)),
        Unit::Percent => format!("{}%", grouped(&number::write(number))),
        Unit::Fraction => fraction(number),
        Unit::Level(word) => format!("{} {}", capital(word), grouped(&number::write(number))),
        Unit::Count(_) | Unit::Time(_) | Unit::Rate(_) => scaled(number),
    }
}

/// Millions and more in words, what is below in digits.
fn scaled(number: f64) -> String {
    let scales = [(12, 1e12, "trillion"), (9, 1e9, "billion"), (6, 1e6, "million")];
    let digits = number::write(number);
    match scales.into_iter().find(|(_, scale, _)| number >= *scale) {
        Some((places, _, word)) => format!("{} {word}", grouped(&number::shift(&digits, places))),
        None => grouped(&digits),
    }
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("−", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

/// The fractions that have a name, by name; others as decimals. Nothing near a name is taken for it, but for the
/// thirds, which no decimals can write.
fn fraction(number: f64) -> String {
    let named = [
        (0.0, "nothing"),
        (0.1, "a tenth"),
        (0.2, "a fifth"),
        (0.25, "a quarter"),
        (0.33, "a third"),
        (0.333, "a third"),
        (0.5, "half"),
        (0.67, "two thirds"),
        (0.667, "two thirds"),
        (0.75, "three quarters"),
        (1.0, "the whole"),
    ];
    let exact = named.into_iter().find(|(known, _)| *known == number);
    exact.map_or_else(|| grouped(&number::write(number)), |(_, name)| name.to_owned())
}

/// A word as it begins a name; the words for levels are plain ASCII.
fn capital(word: &str) -> String {
    let mut letters: String = word.into();
    if let Some(first) = letters.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    letters
}

fn currency(code: &str) -> &str {
    if code == "USD" { "US dollars" } else { code }
}

/// One of what is counted. Of a rate, the first word is counted: `1 person per location`.
fn singular(plural: &str) -> String {
    let (counted, rest) = match plural.find(" per ") {
        Some(at) => plural.split_at(at),
        None => (plural, ""),
    };
    let one = match counted {
        "people" => "person".into(),
        _ => match counted.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => counted.strip_suffix('s').unwrap_or(counted).into(),
        },
    };
    one + rest
}

fn magnitude_word(magnitude: Magnitude) -> &'static str {
    match magnitude {
        Magnitude::Dozens => "dozens",
        Magnitude::Hundreds => "hundreds",
        Magnitude::Thousands => "thousands",
        Magnitude::TensOfThousands => "tens of thousands",
        Magnitude::HundredsOfThousands => "hundreds of thousands",
        Magnitude::Millions => "millions",
        Magnitude::Billions => "billions",
    }
}

pub(crate) fn date(date: &Date) -> String {
    match date {
        Date::Day(point) => day(point),
        Date::Interval(from, Some(to)) => format!("{} to {}", day(from), day(to)),
        Date::Interval(from, None) => format!("from {} on", day(from)),
    }
}

fn day(day: &Day) -> String {
    let month = day.month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    let plain = match (day.day, month) {
        (Some(number), Some(month)) => format!("{number} {month} {}", day.year),
        (_, Some(month)) => format!("{month} {}", day.year),
        _ => day.year.to_string(),
    };
    match day.certainty {
        Certainty::Sure => plain,
        Certainty::Approximate => format!("about {plain}"),
        Certainty::Uncertain => format!("{plain} (uncertain)"),
        Certainty::Both => format!("about {plain} (uncertain)"),
    }
}

pub(crate) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Count => "Count",
        Basis::Estimate => "Estimate",
        Basis::Claim => "Claim",
        Basis::Allegation => "Allegation",
        Basis::Law => "Law",
    }
}

pub(crate) fn say(message: Message<'_>) -> String {
    let fixed = match message {
        Message::SkipToFigures => "Skip to the figures",
        Message::Sections => "Contents",
        Message::Computed => "Computed",
        Message::FromOneArticle => "One article reports it",
        Message::Disputed => "Disputed",
        Message::Withdrawn => "Withdrawn by who said it",
        Message::Divided => "divided by",
        Message::Added => "plus",
        Message::Subtracted => "less",
        Message::ShowTable => "The figures as a table",
        Message::ColumnFigure => "Figure",
        Message::ColumnValue => "As reported",
        Message::ColumnAsOf => "As of",
        Message::ColumnSaidBy => "Who says so",
        Message::ColumnDate => "Date",
        Message::ColumnEvent => "Event",
        Message::NotReported => "not reported",
        Message::Notes => "Notes: the articles and their words",
        Message::NotesIntro => {
            "Each number on this page leads to the article that reports it and to the fragment in which it stands. The link behind a fragment opens the article at that place, where the browser can."
        }
        Message::NotesShort => "Notes",
        Message::Untitled => "Title not known",
        Message::Undated => "date not known",
        Message::ArchivedCopy => "Archived copy",
        Message::BackToSummary => "the introduction",
        Message::UsedIn => "Used in: ",
        Message::LegendExact => "a number as given",
        Message::LegendAbout => "about: a soft end",
        Message::LegendAtLeast => "at least: closed, and open beyond",
        Message::LegendMoreThan => "more than: open end",
        Message::LegendBetween => "from … to …",
        Message::LegendMagnitude => {
            "a word such as “thousands”: drawn from that number to the next such word, open at both ends"
        }
        Message::LegendSame => "reports it as given",
        Message::LegendOther => "gives another value",
        Message::LegendDay => "a day",
        Message::LegendMonth => "a month",
        Message::LegendYear => "a year",
        Message::LegendUncertain => "uncertain",
        Message::Corrections => "Corrections",
        Message::DataFile => "The data as one file",
        Message::Loading => "The figures are being fetched.",
        Message::CannotShow => "The figures cannot be shown",
        Message::Unreachable => {
            "The data file could not be fetched. Either there is no connection, or the server did not answer."
        }
        Message::TryAgain => "Try again",
        Message::ForCurators => {
            "For whoever keeps the data: every problem stands below, with its place in data/dashboard.json."
        }
        Message::Updated { date } => return format!("Data as of {date}"),
        Message::SaidBy { who } => return format!("According to {who}"),
        Message::AsOf { date } => return format!("As of {date}"),
        Message::FromArticles { articles, origins: 1 } => return format!("{articles} articles, one origin"),
        Message::FromArticles { articles, origins } if articles == origins => {
            return format!("{articles} articles");
        }
        Message::FromArticles { articles, origins } => {
            return format!("{articles} articles, {origins} origins");
        }
        Message::Differs { phrase } => return format!("gives {phrase}"),
        Message::Superseded { by } => return format!("Superseded by {by}"),
        Message::TableOf { title } => return format!("Table: {title}"),
        Message::Repeats { outlets } => return format!("Repeats reporting of {outlets}"),
        Message::BackTo { place } => return format!("Back to {place}"),
        Message::FigurePlace { name } => return name.to_owned(),
        Message::ChartPlace { title } => return format!("chart “{title}”"),
        Message::MarkerLabel { number, outlet, what } => return format!("Note {number}: {outlet} on {what}"),
        Message::Opens { outlet } => return format!("opens {outlet} at this passage"),
        Message::LegendLog { factor } => {
            return format!("Each step on the scale is {factor} times the one before it.");
        }
        Message::LegendDot { amount } => return format!("One dot stands for {amount}."),
        Message::GapYears { years } => return format!("about {years} years later"),
        Message::CorrectionOf { label, was } => return format!("{label}: was {was}"),
        Message::Licence { licence } => return format!("Data: {licence}"),
        Message::ProblemsIn { count: 1 } => {
            return "There is a problem in the data file, so its figures are held back.".into();
        }
        Message::ProblemsIn { count } => {
            return format!("There are {count} problems in the data file, so its figures are held back.");
        }
        Message::NotFound { status } => {
            return format!(
                "The data file data/dashboard.json is not where it should be: the server answered {status}. Put the file back beside the page."
            );
        }
    };
    fixed.into()
}

#[cfg(test)]
mod tests {
    use model::{Bounds, Date, Magnitude, Unit, Value};

    fn printed(value: Value, unit: &str) -> String {
        let unit = match unit {
            "USD" => Unit::Money("USD".into()),
            "fraction" => Unit::Fraction,
            "percent" => Unit::Percent,
            "tier" => Unit::Level("tier".into()),
            word => Unit::Count(word.into()),
        };
        super::value(&value, &unit).to_string()
    }

    #[test]
    fn a_value_is_printed_as_it_was_reported() {
        assert_eq!(printed(Value::about(100_000.0), "people"), "about 100,000 people");
        assert_eq!(printed(Value::exactly(118.0), "scam locations"), "118 scam locations");
        assert_eq!(printed(Value::exactly(4.57e9), "USD"), "$4.57 billion");
        assert_eq!(printed(Value::bounded(Bounds::MoreThan(12.5e9)), "USD"), "more than $12.5 billion");
        assert_eq!(printed(Value::bounded(Bounds::MoreThan(80e6)), "USD"), "more than $80 million");
        assert_eq!(printed(Value::bounded(Bounds::AtLeast(10.0)), "compounds"), "at least 10 compounds");
        assert_eq!(printed(Value::bounded(Bounds::Between(7.0, 20.0)), "years"), "7 to 20 years");
        assert_eq!(printed(Value::about(0.5), "fraction"), "about half");
        assert_eq!(printed(Value::exactly(53.0), "percent"), "53%");
        assert_eq!(printed(Value::exactly(3.0), "tier"), "Tier 3");
        assert_eq!(printed(Value::exactly(1.0), "people"), "1 person");
        assert_eq!(printed(Value::bounded(Bounds::AtLeast(1.0)), "countries"), "at least 1 country");
        assert_eq!(printed(Value::exactly(1.0), "people per location"), "1 person per location");
        assert_eq!(printed(Value::exactly(0.503), "fraction"), "0.503");
    }

    #[test]
    fn a_word_in_place_of_a_number_stays_a_word() {
        assert_eq!(printed(Value::bounded(Bounds::Magnitude(Magnitude::Thousands)), "people"), "thousands of people");
        assert_eq!(printed(Value::bounded(Bounds::Magnitude(Magnitude::Billions)), "USD"), "billions of US dollars");
    }

    #[test]
    fn a_computed_bound_keeps_its_about() {
        let value = Value { bounds: Bounds::MoreThan(25e9), approximate: true };
        assert_eq!(printed(value, "USD"), "more than about $25 billion");
    }

    #[test]
    fn a_date_is_as_precise_as_its_source() {
        let written = |text: &str| Date::parse(text).map(|date| super::date(&date)).unwrap();
        assert_eq!(written("2008"), "2008");
        assert_eq!(written("2025-06"), "June 2025");
        assert_eq!(written("2025-07-04"), "4 July 2025");
        assert_eq!(written("2026-01~"), "about January 2026");
        assert_eq!(written("2026-01-16?"), "16 January 2026 (uncertain)");
        assert_eq!(written("2021/.."), "from 2021 on");
        assert_eq!(written("2025-07-04/2026-01"), "4 July 2025 to January 2026");
    }
}
