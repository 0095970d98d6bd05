//! Parses quantities: a number, a range or a bare *thousands*, with its hedges and its measure.

use std::ops::Range;

use model::{Bounds, Magnitude, Value};

use super::hedge::{self, Bound, Hedge};
use super::measure::{self, Measure};
use super::numeral::{self, SCALES};
use super::token::{Token, begins_at, ends_before, is, is_any, listed};

/// A quantity in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The amount.
    pub amount: Amount,
    /// Its qualifier.
    pub hedge: Hedge,
    /// Its measure.
    pub measure: Measure,
    /// The byte range of its number in the text.
    pub core: Range<usize>,
    /// The byte range with its hedges and measure.
    pub span: Range<usize>,
}

/// An amount without hedges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// A number.
    Number(f64),
    /// From one number to another.
    Range(f64, f64),
    /// A plural in place of a number.
    Magnitude(Magnitude),
}

impl Quantity {
    /// The value of the words, as the data file would have it.
    pub fn value(&self) -> Value {
        match self.amount {
            Amount::Magnitude(magnitude) => Value::bounded(Bounds::Magnitude(magnitude)),
            Amount::Range(low, high) => Value::bounded(Bounds::Between(low, high)),
            Amount::Number(number) => match self.hedge.bound {
                Bound::Plain if self.hedge.about => Value::about(number),
                Bound::Plain => Value::exactly(number),
                Bound::AtLeast => Value::bounded(Bounds::AtLeast(number)),
                Bound::MoreThan => Value::bounded(Bounds::MoreThan(number)),
                Bound::AtMost => Value::bounded(Bounds::AtMost(number)),
                Bound::LessThan => Value::bounded(Bounds::LessThan(number)),
            },
        }
    }
}

/// An amount, before the words around it are parsed.
struct Amounted {
    amount: Amount,
    /// The number before a word such as *million* is applied.
    mantissa: f64,
    /// The measure that the amount itself implies: a fraction.
    measure: Measure,
    next: usize,
}

/// The quantity whose number begins at a token, and the token after it.
pub(super) fn read(tokens: &[Token<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (money, first) = measure::money_before(tokens, at).map_or((None, at), |(money, at)| (Some(money), at));
    let low = amount(tokens, first)?;
    let amounted = range(tokens, at, &low, money).unwrap_or(low);
    let core_end = amounted.next;
    // Before the number: the name of a scale, "between", then hedges.
    let level = measure::level_before(tokens, at).filter(|_| money.is_none());
    let lead = ["ranging from", "ranges from", "from", "between"].into_iter();
    let lead =
        lead.filter(|_| matches!(amounted.amount, Amount::Range(..))).find_map(|words| ends_before(tokens, at, words));
    let begin = level.map_or(lead.unwrap_or(at), |(_, place)| place);
    let (outer, start) = hedge::before(tokens, begin);
    // After the number: hedges and the measure, in either order.
    let (near, behind) = hedge_at(tokens, core_end);
    let (measure, behind) = match amounted.measure {
        Measure::None => measure::behind(tokens, behind).map_or((None, behind), |(measure, at)| (Some(measure), at)),
        known => (Some(known), behind),
    };
    let (late, end) = hedge::behind(tokens, behind);
    let measure = money.or(level.map(|(level, _)| level)).or(measure).unwrap_or(Measure::None);
    let mut hedge = late.joined(near).joined(outer);
    // "over 18 months" may mean "during".
    let lasting = matches!(measure, Measure::Time(_)) && is_any(tokens, start, &["over", "in", "around"]);
    hedge.perhaps |= lasting && hedge.bound == Bound::MoreThan;
    let place = |from: usize, to: usize| -> Option<Range<usize>> {
        Some(tokens.get(from)?.start..tokens.get(to.checked_sub(1)?)?.end)
    };
    let quantity =
        Quantity { amount: amounted.amount, hedge, measure, core: place(at, core_end)?, span: place(start, end)? };
    Some((quantity, end.max(core_end)))
}

/// The hedges directly after a number, without a word between.
fn hedge_at(tokens: &[Token<'_>], at: usize) -> (Hedge, usize) {
    let (hedge, next) = hedge::behind(tokens, at);
    let direct = is_any(tokens, at, &["or", "and", "+", "-", "at", "give"]);
    if direct { (hedge, next) } else { (Hedge::default(), at) }
}

fn amount(tokens: &[Token<'_>], at: usize) -> Option<Amounted> {
    if let Some((magnitude, next)) = magnitude(tokens, at) {
        let amount = Amount::Magnitude(magnitude);
        return Some(Amounted { amount, mantissa: f64::NAN, measure: Measure::None, next });
    }
    if let Some((part, next)) = fraction(tokens, at) {
        return Some(Amounted { amount: Amount::Number(part), mantissa: part, measure: Measure::Fraction, next });
    }
    if let Some((times, next)) = multiple(tokens, at) {
        return Some(Amounted {
            amount: Amount::Number(times),
            mantissa: times,
            measure: Measure::Unit("times"),
            next,
        });
    }
    let numeral = numeral::read(tokens, at)?;
    Some(Amounted {
        amount: Amount::Number(numeral.value),
        mantissa: numeral.mantissa,
        measure: Measure::None,
        next: numeral.next,
    })
}

/// The upper end after the lower end of a range: `seven to twenty`, `$5 to $10 million`, `between 10 and 20`, `7-20`.
fn range(tokens: &[Token<'_>], at: usize, low: &Amounted, money: Option<Measure>) -> Option<Amounted> {
    let Amount::Number(from) = low.amount else { return None };
    if rises_from(tokens, at) {
        return None;
    }
    // "5% to 10%": both ends may have the measure.
    let measured = measure::behind(tokens, low.next).filter(|_| !is(tokens, low.next, "-"));
    let link = measured.map_or(low.next, |(_, next)| next);
    let between = ends_before(tokens, at, "between").is_some();
    let links: &[&str] = if between { &["and", "-", "to"] } else { &["to", "-", "or"] };
    if !is_any(tokens, link, links) {
        return None;
    }
    let first = match measure::money_before(tokens, link + 1) {
        Some((_, first)) if money.is_some() => first,
        _ => link + 1,
    };
    let high = amount(tokens, first)?;
    let Amount::Number(to) = high.amount else { return None };
    // "5 to 10 million" means from five million.
    let scale = to / high.mantissa;
    let from = if from == low.mantissa && from < high.mantissa && measured.is_none() { from * scale } else { from };
    (from < to).then_some(Amounted { amount: Amount::Range(from, to), ..high })
}

/// Whether the number at a token is the start of a rise or fall.
fn rises_from(tokens: &[Token<'_>], at: usize) -> bool {
    const VERBS: [&str; 27] = [
        "rise",
        "rose",
        "rising",
        "risen",
        "grow",
        "grew",
        "growing",
        "grown",
        "increase",
        "increased",
        "increasing",
        "fall",
        "fell",
        "falling",
        "fallen",
        "drop",
        "dropped",
        "decline",
        "declined",
        "jumped",
        "climbed",
        "surged",
        "up",
        "down",
        "went",
        "raised",
        "cut",
    ];
    let Some(from) = ends_before(tokens, at, "from") else { return false };
    (from.saturating_sub(4)..from).any(|place| is_any(tokens, place, &VERBS))
}

const PLURALS: [(&str, Magnitude); 5] = [
    ("dozens", Magnitude::Dozens),
    ("hundreds", Magnitude::Hundreds),
    ("thousands", Magnitude::Thousands),
    ("millions", Magnitude::Millions),
    ("billions", Magnitude::Billions),
];

/// Words that make a singular a plural: *several thousand*.
const SEVERAL: [&str; 7] = ["several", "many", "few", "multiple", "various", "couple", "multi"];

/// `thousands`, `hundreds of thousands`, `several hundred`, `multibillion`.
fn magnitude(tokens: &[Token<'_>], at: usize) -> Option<(Magnitude, usize)> {
    if is_any(tokens, at, &["tens", "dozens", "hundreds", "scores"]) && is(tokens, at + 1, "of") {
        let tens = !is(tokens, at, "hundreds");
        let larger = match listed(tokens, at + 2, &PLURALS) {
            Some(Magnitude::Thousands) if tens => Some(Magnitude::TensOfThousands),
            Some(Magnitude::Thousands) => Some(Magnitude::HundredsOfThousands),
            // The file has no word for tens of millions; the plain plural is less exact, but correct.
            Some(large @ (Magnitude::Millions | Magnitude::Billions)) => Some(large),
            _ => None,
        };
        if let Some(larger) = larger {
            return Some((larger, at + 3));
        }
    }
    if let Some(plural) = listed(tokens, at, &PLURALS) {
        // "five thousands" is not a bare plural.
        return Some((plural, at + 1));
    }
    // The file has no word for some times twenty; "dozens" is the nearest.
    if is(tokens, at, "scores") && is(tokens, at + 1, "of") {
        return Some((Magnitude::Dozens, at + 1));
    }
    let one_word = [("multimillion", Magnitude::Millions), ("multibillion", Magnitude::Billions)];
    if let Some(magnitude) = listed(tokens, at, &one_word) {
        return Some((magnitude, at + 1));
    }
    if !is_any(tokens, at, &SEVERAL) {
        return None;
    }
    let behind = if is_any(tokens, at + 1, &["-", "of"]) { at + 2 } else { at + 1 };
    let magnitude = match listed(tokens, behind, &SCALES)? {
        12.0 => Magnitude::Dozens,
        100.0 if is(tokens, behind + 1, "thousand") => return Some((Magnitude::HundredsOfThousands, behind + 2)),
        100.0 => Magnitude::Hundreds,
        1e3 => Magnitude::Thousands,
        1e6 => Magnitude::Millions,
        1e9 => Magnitude::Billions,
        _ => return None,
    };
    Some((magnitude, behind + 1))
}

/// `tripled`, `twofold`, `10-fold`, `three times`, `twice as many`: how many times as much.
fn multiple(tokens: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    const VERBS: [(&str, f64); 11] = [
        ("doubled", 2.0),
        ("doubling", 2.0),
        ("tripled", 3.0),
        ("tripling", 3.0),
        ("trebled", 3.0),
        ("quadrupled", 4.0),
        ("quadrupling", 4.0),
        ("quintupled", 5.0),
        ("sextupled", 6.0),
        ("twofold", 2.0),
        ("threefold", 3.0),
    ];
    const FOLDS: [(&str, f64); 7] = [
        ("fourfold", 4.0),
        ("fivefold", 5.0),
        ("sixfold", 6.0),
        ("sevenfold", 7.0),
        ("eightfold", 8.0),
        ("tenfold", 10.0),
        ("hundredfold", 100.0),
    ];
    if let Some(times) = listed(tokens, at, &VERBS).or_else(|| listed(tokens, at, &FOLDS)) {
        return Some((times, at + 1));
    }
    let compares = |next: usize| is_any(tokens, next, &["as", "more", "the", "higher", "larger", "greater", "bigger"]);
    if let Some(times) = listed(tokens, at, &[("twice", 2.0), ("thrice", 3.0)]) {
        return compares(at + 1).then_some((times, at + 1));
    }
    let numeral = numeral::read(tokens, at)?;
    let hyphen = usize::from(is(tokens, numeral.next, "-"));
    let behind = numeral.next + hyphen;
    let fold =
        is_any(tokens, behind, &["fold", "x"]) && (hyphen == 1 || tokens.get(behind).is_some_and(|next| next.glued));
    (fold || is(tokens, behind, "times")).then_some((numeral.value, behind + 1))
}

const PARTS: [(&str, f64); 22] = [
    ("half", 2.0),
    ("halves", 2.0),
    ("third", 3.0),
    ("thirds", 3.0),
    ("quarter", 4.0),
    ("quarters", 4.0),
    ("fourth", 4.0),
    ("fourths", 4.0),
    ("fifth", 5.0),
    ("fifths", 5.0),
    ("sixth", 6.0),
    ("sixths", 6.0),
    ("seventh", 7.0),
    ("sevenths", 7.0),
    ("ninth", 9.0),
    ("ninths", 9.0),
    ("eighth", 8.0),
    ("eighths", 8.0),
    ("tenth", 10.0),
    ("tenths", 10.0),
    ("hundredth", 100.0),
    ("thousandth", 1000.0),
];

/// `half`, `a third`, `two-thirds`, `one in five`, `1/3`.
fn fraction(tokens: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    // "Half a million" is a number.
    if numeral::part_of_a_scale(tokens, at).is_some() {
        return None;
    }
    if is(tokens, at, "half") {
        return Some((0.5, at + 1));
    }
    let (count, next) = if is_any(tokens, at, &["a", "an"]) {
        (1.0, at + 1)
    } else {
        numeral::read(tokens, at).filter(|n| n.value.fract() == 0.0).map(|n| (n.value, n.next))?
    };
    let behind = if is(tokens, next, "-") { next + 1 } else { next };
    if let Some(parts) = listed(tokens, behind, &PARTS).filter(|parts| count < *parts) {
        return Some((count / parts, behind + 1));
    }
    let of = ["in", "out of every", "out of", "in every", "of every", "- in -", "/"]
        .into_iter()
        .find_map(|words| begins_at(tokens, next, words))?;
    let whole =
        numeral::read(tokens, of).filter(|_| !is(tokens, next, "/") || tokens.get(of).is_some_and(|t| t.glued))?;
    const WHOLES: [f64; 14] = [2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 20.0, 50.0, 100.0, 1000.0];
    // "ten in twelve", but not a date or "15 in 36 hours".
    let good = WHOLES.contains(&whole.value) && count < whole.value && count > 0.0;
    let bare = measure::behind(tokens, whole.next).is_none() && !is(tokens, whole.next, "/");
    (good && bare).then_some((count / whole.value, whole.next))
}
