//! The English grammar parses phrases of newspapers: each line has a phrase and its value.

use curate::agreement::{self, Cited};
use curate::dating::{self, Dated};
use curate::grammar::Parsed;
use curate::normal::Plain;
use curate::written::written;
use model::{Bounds, Date, Day, Magnitude, Unit, Value};
use proptest::prelude::*;

/// The quantities of a text, each as the JSON of the file, with its measure.
fn quantities(text: &str) -> Vec<String> {
    let parsed = Parsed::of(&Plain::of(text));
    parsed.quantities.iter().map(|quantity| format!("{} {:?}", written(&quantity.value()), quantity.measure)).collect()
}

/// Checks whether a quote alone supports a value.
fn supports(quote: &str, value: &Value, unit: &Unit) -> Result<(), String> {
    let plain = Plain::of(quote);
    let whole = 0..plain.text.len();
    agreement::check(
        Cited { value, unit, own: false, words: quote },
        &Parsed::of(&plain).quantities,
        &plain.text,
        &whole,
    )
}

#[test]
fn a_phrase_states_one_quantity() {
    for (phrase, said) in [
        ("raided 118 locations", r#"{"exactly": 118} None"#),
        ("1,440 of its nationals", r#"{"exactly": 1440} None"#),
        ("around 5,000 people", r#"{"about": 5000} None"#),
        ("approximately 100,000 people", r#"{"about": 100000} None"#),
        ("some 300 migrants", r#"{"about": 300} None"#),
        ("nearly 5,000 people", r#"{"about": 5000} None"#),
        ("5,000 or so", r#"{"about": 5000} None"#),
        ("about one hundred and twenty people", r#"{"about": 120} None"#),
        ("at least 10 different compounds", r#"{"at_least": 10} None"#),
        ("no fewer than a dozen people", r#"{"at_least": 12} None"#),
        ("10 compounds or more", r#"{"at_least": 10} None"#),
        ("10 or 15 compounds", r#"{"between": [10, 15]} None"#),
        ("the top 10 compounds", r#"{"exactly": 10} None"#),
        ("“about 5,000” people", r#"{"about": 5000} None"#),
        ("100+ trusted sources", r#"{"at_least": 100} None"#),
        ("at least some 5,000 people", r#"{"at_least": 5000} None"#),
        ("more than 50 sites", r#"{"more_than": 50} None"#),
        ("well over 200 people", r#"{"more_than": 200} None"#),
        ("in excess of 1.2 million users", r#"{"more_than": 1200000} None"#),
        ("up to 300 victims", r#"{"at_most": 300} None"#),
        ("as many as two hundred people", r#"{"at_most": 200} None"#),
        ("no more than twenty guards", r#"{"at_most": 20} None"#),
        ("fewer than 40 survivors", r#"{"less_than": 40} None"#),
        ("under 40 survivors", r#"{"less_than": 40} None"#),
        ("well below 40 survivors", r#"{"less_than": 40} None"#),
        ("less than 40% of them", r#"{"less_than": 40} Percent"#),
        ("did not exceed 40", r#"{"at_most": 40} None"#),
        ("from seven to twenty officers", r#"{"between": [7, 20]} None"#),
        ("between 10 and 20 buildings", r#"{"between": [10, 20]} None"#),
        ("200–300 buildings", r#"{"between": [200, 300]} None"#),
        ("5 to 10 million users", r#"{"between": [5000000, 10000000]} None"#),
        ("between 1500 and 2000 people", r#"{"between": [1500, 2000]} None"#),
        ("two or three compounds", r#"{"between": [2, 3]} None"#),
        ("dozens of suspects", r#"{"magnitude": "dozens"} None"#),
        ("several hundred people", r#"{"magnitude": "hundreds"} None"#),
        ("in the thousands", r#"{"magnitude": "thousands"} None"#),
        ("tens of thousands of victims", r#"{"magnitude": "tens of thousands"} None"#),
        ("Hundreds of thousands of people", r#"{"magnitude": "hundreds of thousands"} None"#),
        ("many millions of people", r#"{"magnitude": "millions"} None"#),
        ("a 62-count indictment", r#"{"exactly": 62} None"#),
        ("a quarter of a million people", r#"{"exactly": 250000} None"#),
        ("half of the workers", r#"{"exactly": 0.5} Fraction"#),
        ("about two-thirds of them", r#"{"about": 0.666666666666667} Fraction"#),
        ("more than half of all", r#"{"more_than": 0.5} Fraction"#),
        ("one in five of them", r#"{"exactly": 0.2} Fraction"#),
        ("three out of 10 workers", r#"{"exactly": 0.3} Fraction"#),
        ("rising by 53 percent", r#"{"exactly": 53} Percent"#),
        ("12.5% of all", r#"{"exactly": 12.5} Percent"#),
        ("around 30 per cent", r#"{"about": 30} Percent"#),
        ("5% to 10% of GDP", r#"{"between": [5, 10]} Percent"#),
        ("seven to twenty years", r#"{"between": [7, 20]} Time("years")"#),
        ("an 18-month long investigation", r#"{"exactly": 18} Time("months")"#),
        ("the past 36 hours", r#"{"exactly": 36} Time("hours")"#),
        ("placed on Tier 3", r#"{"exactly": 3} Level("tier")"#),
        ("1.5 lakh workers", r#"{"exactly": 150000} None"#),
        ("nearly 2 lakhs of them", r#"{"about": 200000} None"#),
        ("1,50,000 workers", r#"{"exactly": 150000} None"#),
        ("12,34,56,789 voters", r#"{"exactly": 123456789} None"#),
        ("5.2 crore people", r#"{"exactly": 52000000} None"#),
        ("100 000 people", r#"{"exactly": 100000} None"#),
        ("100\u{a0}000 people", r#"{"exactly": 100000} None"#),
        ("100’000 people", r#"{"exactly": 100000} None"#),
        ("1 250 000 people", r#"{"exactly": 1250000} None"#),
        ("none of the people", r#"{"exactly": 0} None"#),
        ("there were no arrests", r#"{"exactly": 0} None"#),
        ("a single conviction", r#"{"exactly": 1} None"#),
        ("raided at 10 p.m. on Monday", r#"{"exactly": 10} None"#),
        ("not a single conviction", r#"{"exactly": 0} None"#),
        ("2.5 tonnes of rice", r#"{"exactly": 2.5} Unit("tonnes")"#),
        ("12.4 hectares", r#"{"exactly": 12.4} Unit("ha")"#),
        ("about 3.5°C warmer", r#"{"about": 3.5} Unit("°C")"#),
        ("1.5 percentage points", r#"{"exactly": 1.5} Unit("percentage points")"#),
        ("a 1.5-point rise", r#"{"exactly": 1.5} Unit("points")"#),
        ("more than 40 µg/dL of lead", r#"{"more_than": 40} Unit("µg/dL")"#),
    ] {
        assert_eq!(quantities(phrase), [said], "{phrase}");
    }
}

#[test]
fn a_sum_of_money_is_in_its_currency() {
    let fits = |phrase: &str, value: Value, code: &str| supports(phrase, &value, &Unit::Money(code.into())).is_ok();
    for (phrase, number, code) in [
        ("$12.5bn annually", 12.5e9, "USD"),
        ("$4.57 billion", 4.57e9, "USD"),
        ("US$80 million", 80e6, "USD"),
        ("US $80m", 80e6, "USD"),
        ("80 million dollars", 80e6, "USD"),
        ("80 million US dollars", 80e6, "USD"),
        ("USD 1,200", 1200.0, "USD"),
        ("1,200 USD", 1200.0, "USD"),
        ("€3.5m", 3.5e6, "EUR"),
        ("3.5 million euros", 3.5e6, "EUR"),
        ("£20", 20.0, "GBP"),
        ("A$900,000", 900_000.0, "AUD"),
        ("half a million dollars", 500_000.0, "USD"),
        ("two billion riel", 2e9, "KHR"),
        ("Rs 500 crore", 5e9, "INR"),
        ("Rs. 500 crore", 5e9, "INR"),
        ("Rs500 crore", 5e9, "PKR"),
        ("₹1.5 lakh crore", 1.5e12, "INR"),
        ("RM5 million", 5e6, "MYR"),
        ("RM 1,200", 1200.0, "MYR"),
        ("Tk 20 lakh", 2e6, "BDT"),
        ("₦500bn", 5e11, "NGN"),
        ("N500 million", 5e8, "NGN"),
        ("R2.5bn", 2.5e9, "ZAR"),
        ("KSh1,200", 1200.0, "KES"),
        ("Rp50 billion", 5e10, "IDR"),
        ("P500,000", 500_000.0, "PHP"),
        ("USD500", 500.0, "USD"),
        ("GHS500", 500.0, "GHS"),
        ("500 million naira", 5e8, "NGN"),
    ] {
        assert!(fits(phrase, Value::exactly(number), code), "{phrase}: {:?}", quantities(phrase));
        assert!(!fits(phrase, Value::exactly(number), "SEK"), "{phrase}");
        assert!(!fits(phrase, Value::exactly(number * 10.0), code), "{phrase}");
    }
    assert!(!fits("US$80 million", Value::exactly(80e6), "AUD"));
    assert!(!fits("80 million in proceeds", Value::exactly(80e6), "USD"));
}

#[test]
fn a_value_below_zero_needs_words_for_a_fall() {
    let points = Unit::Measure("percentage points");
    for (phrase, value, unit) in [
        ("fell by 5%", Value::exactly(-5.0), &Unit::Percent),
        ("a drop of more than 5 per cent", Value::bounded(Bounds::LessThan(-5.0)), &Unit::Percent),
        ("shrank by at least 1.5 percentage points", Value::bounded(Bounds::AtMost(-1.5)), &points),
        ("temperatures of −12 °C", Value::exactly(-12.0), &Unit::Measure("°C")),
        (
            "a loss of between $3 million and $5 million",
            Value::bounded(Bounds::Between(-5e6, -3e6)),
            &Unit::Money("USD".into()),
        ),
    ] {
        assert_eq!(supports(phrase, &value, unit), Ok(()), "{phrase}");
    }
    for (phrase, value) in [("rose by 5%", -5.0), ("fell by 6%", -5.0), ("5% to 7% of all", -5.0)] {
        assert!(supports(phrase, &Value::exactly(value), &Unit::Percent).is_err(), "{phrase}");
    }
}

#[test]
fn a_number_in_one_unit_does_not_support_a_figure_in_another() {
    for (phrase, unit) in [("2.5 kg of rice", "tonnes"), ("1.5 percent", "percentage points"), ("12 km of fence", "ha")]
    {
        let value = Value::exactly(phrase.split(' ').next().unwrap().parse().unwrap());
        assert!(supports(phrase, &value, &Unit::Measure(unit)).is_err(), "{phrase}");
    }
    assert!(supports("1.5 percentage points", &Value::exactly(1.5), &Unit::Percent).is_err());
    assert_eq!(supports("12.4 hectares", &Value::exactly(12.4), &Unit::Measure("hectares")), Ok(()));
}

#[test]
fn words_that_only_look_like_hedges_are_ignored() {
    for (phrase, said) in [
        ("concerns about 500 people", &[Value::about(500.0), Value::exactly(500.0)][..]),
        ("handed over 70 suspects", &[Value::exactly(70.0)]),
        ("over 18 months, they visited", &[Value::exactly(18.0)]),
        ("over the past 36 hours", &[Value::exactly(36.0)]),
        ("at 10 compounds", &[Value::exactly(10.0)]),
        ("an estimated 900 people", &[Value::exactly(900.0)]),
        ("rose from 5,000 to 10,000 people", &[Value::exactly(5000.0), Value::exactly(10_000.0)]),
    ] {
        for value in said {
            let units = [Unit::Count("people".into()), Unit::Time("months".into()), Unit::Time("hours".into())];
            let fits = units.iter().any(|unit| supports(phrase, value, unit).is_ok());
            assert!(fits, "{phrase}: {value:?} {:?}", quantities(phrase));
        }
    }
}

#[test]
fn phrases_without_quantities_give_none() {
    for phrase in [
        "no number here",
        "the G20 met",
        "in the 1990s",
        "COVID hit",
        "a march in may",
        "U.S. officials",
        "",
        "no more of it",
        "no doubt",
        "No.",
    ] {
        assert_eq!(quantities(phrase), [""; 0], "{phrase}");
    }
}

#[test]
fn a_quantity_ends_with_its_sentence_and_its_line() {
    assert_eq!(quantities("It was about. 50 left").first().map(String::as_str), Some(r#"{"exactly": 50} None"#));
    assert_eq!(quantities("more than\n50 left").first().map(String::as_str), Some(r#"{"exactly": 50} None"#));
    assert_eq!(quantities("a list of 10\nThousands fled").len(), 2);
}

/// Whether a quote from an article of a day supports a date.
fn dates(quote: &str, date: &str, issued: &str) -> bool {
    let plain = Plain::of(quote);
    let whole = 0..plain.text.len();
    let day = |text: &str| -> Option<Day> {
        match Date::parse(text) {
            Some(Date::Day(day)) => Some(day),
            _ => None,
        }
    };
    let Some(date) = Date::parse(date) else { return false };
    let dated = Dated { date: &date, event: None, issued: day(issued) };
    dating::check(dated, &Parsed::of(&plain).dates, &plain.text, &whole).is_ok()
}

#[test]
fn a_phrase_dates_an_event() {
    for (phrase, date, issued) in [
        ("On July 4, 2025, the prime minister", "2025-07-04", ""),
        ("on 4 July 2025", "2025-07-04", ""),
        ("Feb. 9, 2025", "2025-02-09", ""),
        ("on the 7th of January 2026", "2026-01-07", ""),
        ("2025-07-04", "2025-07-04", ""),
        ("a 2008 law", "2008", ""),
        ("around 2008", "2008~", ""),
        ("since 2021", "2021/..", ""),
        ("from July 2025 to January 2026", "2025-07/2026-01", ""),
        ("between 2021 and 2023", "2021/2023", ""),
        ("2021–2023", "2021/2023", ""),
        ("in June of last year", "2025-06", "2026-01"),
        ("in October last year", "2025-10", "2026-01-21"),
        ("in October last year", "2025-10?", ""),
        ("on 14 January", "2026-01-14", "2026-01-21"),
        ("on October 14", "2025-10-14", "2026-01-21"),
        ("earlier this month", "2026-01", "2026-01-21"),
        ("last month", "2025-12", "2026-01-21"),
        ("on Friday", "2026-01-16", "2026-01-21"),
        ("on Friday", "2026-01-16?", "2026-01"),
        ("in May", "2025-05", "2026-01-21"),
        ("next March", "2026-03", "2026-01-21"),
        ("Friday, January 16, 2026", "2026-01-16", ""),
        ("Last week on January 7th", "2026-01-07", "2026-01"),
        ("he said yesterday", "2026-01-20", "2026-01-21"),
        ("released last week", "2026-01", "2026-01-21"),
        ("released last week", "2026-01-14?", "2026-01-21"),
        ("in recent days", "2026-01", "2026-01-21"),
        ("in recent days", "2026-01?", "2026-01"),
    ] {
        assert!(dates(phrase, date, issued), "{phrase} is not {date} in an article of \"{issued}\"");
    }
}

#[test]
fn a_phrase_does_not_date_an_event_otherwise() {
    for (phrase, date, issued) in [
        ("On July 4, 2025", "2025-07", ""),
        ("On July 4, 2025", "2025-07-04?", ""),
        ("On July 4, 2025", "2025-07-05", ""),
        ("in 2008", "2008~", ""),
        ("around 2008", "2008", ""),
        ("since 2021", "2021", ""),
        ("in 2021", "2021/..", ""),
        ("in October last year", "2025-10", ""),
        ("on October 14", "2026-10-14", "2026-01-21"),
        ("on Friday", "2026-01-15", "2026-01-21"),
        ("on Friday", "2026-01-16", "2026-01"),
        ("he said yesterday", "2026-01-21", "2026-01-21"),
        ("he said yesterday", "2026-01", "2026-01-21"),
        ("released last week", "2026-01-14", "2026-01-21"),
        ("released last week", "2025-12", "2026-01-21"),
        ("earlier this month", "2026-01-07?", ""),
        ("in October", "2025-10-05?", ""),
        ("last year", "2025-03?", ""),
        ("he may go", "2025-05", "2026-01-21"),
        ("no date at all", "2025", ""),
    ] {
        assert!(!dates(phrase, date, issued), "{phrase} is taken for {date} in an article of \"{issued}\"");
    }
}

/// The hedges of a number: words before it, words after it, and the key of the value.
fn hedges() -> impl Strategy<Value = (&'static str, &'static str, &'static str)> {
    proptest::sample::select(vec![
        ("", "", "exactly"),
        ("about ", "", "about"),
        ("roughly ", "", "about"),
        ("", " or so", "about"),
        ("at least ", "", "at_least"),
        ("", " or more", "at_least"),
        ("more than ", "", "more_than"),
        ("exceeding ", "", "more_than"),
        ("up to ", "", "at_most"),
        ("no more than ", "", "at_most"),
        ("fewer than ", "", "less_than"),
        ("less than ", "", "less_than"),
    ])
}

proptest! {
    #[test]
    fn a_hedged_number_is_parsed_as_written(number in 1u64..5_000_000, (before, behind, key) in hedges(), dollars in any::<bool>()) {
        let sign = if dollars { "$" } else { "" };
        let sentence = format!("Officials said that {before}{sign}{number}{behind} was seized at the site.");
        let said = quantities(&sentence);
        prop_assert!(said.iter().any(|said| said.starts_with(&format!("{{\"{key}\": {number}}}"))), "{sentence}: {said:?}");
    }

    #[test]
    fn a_number_is_never_supported_by_another(number in 1u64..5_000_000, other in 1u64..5_000_000, (before, behind, _) in hedges()) {
        prop_assume!(number != other);
        let sentence = format!("said that {before}{number}{behind} people left");
        prop_assert!(supports(&sentence, &Value::exactly(other as f64), &Unit::Count("people".into())).is_err());
    }

    #[test]
    fn a_range_is_parsed_with_both_ends(low in 1u64..1000, more in 1u64..1000, way in 0usize..4) {
        let high = low + more;
        let sentence = match way {
            0 => format!("from {low} to {high} people"),
            1 => format!("between {low} and {high} people"),
            2 => format!("{low}–{high} people"),
            _ => format!("{low} to {high} people"),
        };
        let value = Value::bounded(model::Bounds::Between(low as f64, high as f64));
        prop_assert!(supports(&sentence, &value, &Unit::Count("people".into())).is_ok(), "{sentence}: {:?}", quantities(&sentence));
        prop_assert!(supports(&sentence, &Value::exactly(low as f64), &Unit::Count("people".into())).is_err());
    }

    #[test]
    fn a_day_is_parsed_in_any_notation(year in 1900u16..2099, month in 1u8..=12, day in 1u8..=28, way in 0usize..4) {
        let names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        let name = names[usize::from(month) - 1];
        let sentence = match way {
            0 => format!("on {name} {day}, {year} he said"),
            1 => format!("on {day} {name} {year} he said"),
            2 => format!("on {year}-{month:02}-{day:02} he said"),
            _ => format!("on {} {day}, {year} he said", if name.len() > 4 { format!("{}.", &name[..3]) } else { name.into() }),
        };
        let date = format!("{year}-{month:02}-{day:02}");
        prop_assert!(dates(&sentence, &date, ""), "{sentence}");
    }

    #[test]
    fn any_text_is_parsed_without_a_panic(text in "\\PC{0,200}") {
        quantities(&text);
    }

    #[test]
    fn any_sequence_of_the_grammar_s_words_is_parsed_without_a_panic(words in proptest::collection::vec(proptest::sample::select(vec![
        "about", "at least", "5", "1,440", "$", "12.5", "bn", "-", "to", "and", "half", "a", "million", "of", "thousands", "tens", "percent", "%", "in", "July",
        "2025", ",", "4", "th", "last", "year", "Friday", "since", "between", "from", "or", "more", "Tier", "months", "two", "hundred", "\n", ".", "'", "s", "US",
    ]), 0..14), glued in any::<bool>()) {
        let text = words.join(if glued { "" } else { " " });
        let parsed = Parsed::of(&Plain::of(&text));
        for quantity in &parsed.quantities {
            prop_assert!(quantity.span.start <= quantity.core.start && quantity.core.end <= quantity.span.end);
        }
    }
}

#[test]
fn every_word_for_a_magnitude_is_parsed() {
    for magnitude in Magnitude::ALL {
        let sentence = format!("There were {} of people.", magnitude.key());
        let value = Value::bounded(model::Bounds::Magnitude(magnitude));
        assert_eq!(supports(&sentence, &value, &Unit::Count("people".into())), Ok(()), "{sentence}");
    }
}
