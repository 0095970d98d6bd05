//! The subject of a block of eight generated figures: one kind of thing in one place. Figures of a block can be in one chart
//! and can be computed from one another.

use crate::amount::{Amount, Number};
use crate::choice::Choice;
use crate::words::{TELLERS, THINGS, Thing, place};

/// The number of figures in a block.
pub(crate) const BLOCK: usize = 8;

/// The thing and the place of a block.
pub(crate) struct Subject {
    /// The index of the block.
    pub(crate) block: usize,
    pub(crate) thing: Thing,
    pub(crate) place: String,
    /// The body that counts.
    pub(crate) teller: &'static str,
}

/// The content of a figure.
pub(crate) struct Statement {
    pub(crate) unit: String,
    pub(crate) label: String,
    pub(crate) short: String,
    pub(crate) known: Known,
}

/// The origin of the number.
pub(crate) enum Known {
    /// From an article.
    Reported(Reported),
    /// Computed from two figures of the block: the operation and their indexes.
    Derived(&'static str, [usize; 2]),
}

/// A number in an article.
#[derive(Clone, Copy)]
pub(crate) struct Reported {
    pub(crate) amount: Amount,
    /// The factor of a word such as *million*.
    pub(crate) scale: u64,
    /// The sign before the number in the article.
    pub(crate) sign: &'static str,
    /// The words after it; none if the counted thing follows.
    pub(crate) behind: Option<&'static str>,
    pub(crate) basis: Option<&'static str>,
}

impl Subject {
    pub(crate) fn of(block: usize) -> Self {
        let choice = Choice::of(block);
        Self {
            block,
            thing: THINGS.get((block * 7 + 3) % THINGS.len()).copied().unwrap_or_default(),
            place: place(choice, 1),
            teller: choice.among(&TELLERS, 4),
        }
    }

    /// The content of the figure at an index of the block.
    pub(crate) fn statement(&self, at: usize) -> Statement {
        let choice = Choice::of(self.block * BLOCK + at);
        let base = Choice::of(self.block).between(400, 90_000, 10);
        let counted = |amount, basis| Reported { amount, scale: 1, sign: "", behind: None, basis: Some(basis) };
        let reported = match at {
            0 => counted(Amount::Exactly(Number::of(base)), "count"),
            1 => counted(Amount::About(Number::of(base * choice.between(2, 7, 11) / 10)), "estimate"),
            2 if choice.below(2, 12) == 0 => counted(Amount::AtLeast(Number::of(base + 10)), "claim"),
            2 => counted(Amount::MoreThan(Number::of(base + 10)), "claim"),
            3 => counted(Amount::magnitude(choice, 13), "allegation"),
            4 => self.measured(choice),
            5 if self.block.is_multiple_of(2) => {
                let number = Number { whole: choice.between(1, 98, 14), tenth: Some(choice.below(10, 15)) };
                Reported {
                    amount: Amount::Exactly(number),
                    scale: 1,
                    sign: "",
                    behind: Some("percent"),
                    basis: Some("count"),
                }
            }
            5 => Reported {
                amount: Amount::part(choice, 16),
                scale: 1,
                sign: "",
                behind: Some("of them"),
                basis: Some("estimate"),
            },
            6 if choice.below(3, 17) == 0 => counted(Amount::AtMost(Number::of(base / 3 + 7)), "law"),
            6 => counted(Amount::Between(Number::of(base / 5 + 3), Number::of(base / 4 + 40)), "estimate"),
            _ => return self.derived(),
        };
        let Thing { plural, done, .. } = self.thing;
        let place = &self.place;
        let (unit, label, short) = match at {
            0 => (
                plural.to_owned(),
                format!("{done} in {place}, as {} counted them", self.teller),
                format!("Counted in {place}"),
            ),
            1 => (
                plural.to_owned(),
                format!("{done} in {place} by an estimate of its neighbours"),
                format!("Estimated in {place}"),
            ),
            2 => (
                plural.to_owned(),
                format!("that {} says it has {done} in {place}", self.teller),
                format!("Claimed in {place}"),
            ),
            3 => (
                plural.to_owned(),
                format!("that were {done} in {place} without leave, by a complaint"),
                format!("Without leave in {place}"),
            ),
            4 => self.measured_words(),
            5 if self.block.is_multiple_of(2) => (
                "percent".into(),
                format!("of the {plural} in {place} were {done} in time"),
                format!("In time in {place}"),
            ),
            5 => (
                "fraction".into(),
                format!("of the {plural} in {place} stand empty, writes one paper"),
                format!("Empty in {place}"),
            ),
            _ => (
                plural.to_owned(),
                format!("to be {done} in {place} each season under the new rule"),
                format!("Each season in {place}"),
            ),
        };
        Statement { unit, label, short, known: Known::Reported(reported) }
    }

    /// The fifth figure: money, a time, a rate or a rank.
    fn measured(&self, choice: Choice) -> Reported {
        let decimal = Number { whole: choice.between(1, 480, 20), tenth: Some(choice.below(10, 21)) };
        let few = Number::of(choice.between(3, 60, 22));
        let (amount, scale, sign, behind) = match self.block % 6 {
            0 => (Amount::MoreThan(decimal), 1_000_000, "$", "million"),
            1 => (Amount::About(decimal), 1_000_000, "€", "million"),
            2 => (Amount::Exactly(few), 1, "", "months"),
            3 => (Amount::Exactly(decimal), 1, "", "per 100,000 residents"),
            4 => (Amount::AtMost(few), 1, "", "hours"),
            _ => (Amount::Exactly(Number::of(choice.between(1, 4, 23))), 1, "Tier ", ""),
        };
        Reported { amount, scale, sign, behind: Some(behind), basis: None }
    }

    fn measured_words(&self) -> (String, String, String) {
        let Thing { plural, singular, done } = self.thing;
        let place = &self.place;
        match self.block % 6 {
            0 => ("USD".into(), format!("spent on {plural} in {place}"), format!("Spent in {place}")),
            1 => ("EUR".into(), format!("set aside for the {plural} of {place}"), format!("Set aside in {place}")),
            2 => (
                "months".into(),
                format!("until every {singular} in {place} is {done}"),
                format!("Time left in {place}"),
            ),
            3 => (
                format!("{plural} per 100,000 residents"),
                format!("in {place}, by the yearbook"),
                format!("Rate in {place}"),
            ),
            4 => ("hours".into(), format!("until a {singular} in {place} is {done}"), format!("Waiting in {place}")),
            _ => {
                ("tier".into(), format!("is the rank of {place} in the table of {plural}"), format!("Rank of {place}"))
            }
        }
    }

    /// The last figure of a block, computed from others.
    fn derived(&self) -> Statement {
        let Thing { plural, singular, done } = self.thing;
        let place = &self.place;
        let money = ["USD", "EUR"].get(self.block % 6);
        let (unit, label, short, operation, operands) = match (money, self.block % 2) {
            (Some(code), _) => (
                format!("{code} per {singular}"),
                format!("when the money for {place} is divided by what was {done}"),
                format!("Money for each in {place}"),
                "ratio",
                [4, 0],
            ),
            (None, 0) => (
                plural.into(),
                format!("in {place}, counted and estimated together"),
                format!("Together in {place}"),
                "sum",
                [0, 1],
            ),
            (None, _) => (
                plural.into(),
                format!("between the count and the estimate for {place}"),
                format!("Gap in {place}"),
                "difference",
                [0, 1],
            ),
        };
        Statement { unit, label, short, known: Known::Derived(operation, operands) }
    }
}
