//! Checks that a quote states the date of an event, if necessary relative to the day of publication: *last year*, *earlier
//! this month* and a bare *October 14* are resolved from that day.

use std::ops::Range;

use model::{Certainty, Date, Day};

use crate::grammar::Dating;

/// The date that a quote must state.
#[derive(Clone, Copy, Debug)]
pub struct Dated<'d> {
    /// The date that the citation reports.
    pub date: &'d Date,
    /// The event's own date, if the citation has another.
    pub event: Option<&'d Date>,
    /// The day of publication, if known.
    pub issued: Option<Day>,
}

/// Checks a date against those of a text that contains the quote.
///
/// # Errors
/// A message, if the quote does not support the date.
pub fn check(dated: Dated<'_>, dates: &[Dating], text: &str, quote: &Range<usize>) -> Result<(), String> {
    let near = |said: &&Dating| said.span.start < quote.end && quote.start < said.span.end;
    let near: Vec<&Dating> = dates.iter().filter(near).collect();
    let passages = || {
        let all: Vec<String> =
            near.iter().take(3).map(|said| format!("“{}”", text.get(said.span.clone()).unwrap_or_default())).collect();
        all.join(" and ")
    };
    if near.is_empty() {
        return Err("this quote has no date: quote the words that date the event".into());
    }
    let date = dated.date;
    let mut faults: Vec<Fault> = Vec::new();
    match date {
        Date::Interval(from, Some(to)) => {
            for (place, first) in near.iter().enumerate() {
                for second in near.iter().skip(place + 1) {
                    let found = [fault(dated, from, first, quote), fault(dated, to, second, quote)];
                    faults.push(found.into_iter().flatten().max().unwrap_or(Fault::None));
                }
            }
        }
        Date::Interval(day, None) | Date::Day(day) => {
            let open = matches!(date, Date::Interval(..));
            for said in &near {
                let found = fault(dated, day, said, quote);
                let begins = (said.since != open).then_some(if open { Fault::NotSince } else { Fault::Since });
                faults.push(found.max(begins).unwrap_or(Fault::None));
            }
        }
    }
    let passages = passages();
    match faults.into_iter().min().unwrap_or(Fault::Other) {
        Fault::None => Ok(()),
        Fault::Since => Err(format!("the quote says {passages}, which has no end: write {}/..", plain(date))),
        Fault::NotSince => Err(format!(
            "the quote says {passages}, not that it goes on since then: write {}",
            plain(date).trim_end_matches("/..")
        )),
        Fault::Sure => Err(format!(
            "the quote says {passages}, which leaves nothing open: write {}, without the mark behind it",
            plain(date)
        )),
        Fault::About => Err(format!("the quote says {passages}, which is approximate: write {}~", plain(date))),
        Fault::Open => {
            Err(format!("the quote says {passages}, which is less exact than {date}: write {}?", plain(date)))
        }
        Fault::Coarser => Err(format!(
            "the quote says {passages}, which is more exact than {date}: date it as exactly as the article"
        )),
        Fault::Cut => {
            Err(format!("the article says {passages}, but the quote leaves out a part of it: quote it whole"))
        }
        Fault::Other => {
            let issued = dated.issued.map(|day| format!(" in an article of {day}")).unwrap_or_default();
            Err(format!("the quote says {passages}{issued}, not {date}: correct the date"))
        }
    }
}

/// The reasons for which words do not support a date, from the slightest to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    None,
    /// None: the words state the date.
    Sure,
    /// They say *about*.
    About,
    /// They are less exact.
    Open,
    /// They say *since*.
    Since,
    /// They do not say *since*, but the date does.
    NotSince,
    /// They are more exact.
    Coarser,
    /// The quote leaves out a part of them.
    Cut,
    /// They give another date.
    Other,
}

/// A date without its mark of doubt, as EDTF.
fn plain(date: &Date) -> String {
    date.to_string().replace(['~', '?', '%'], "")
}

fn fault(dated: Dated<'_>, day: &Day, said: &Dating, quote: &Range<usize>) -> Option<Fault> {
    let resolved = match said.days_back {
        Some(days) => Resolved::shortly_before(days, said.weekday, day, dated.issued),
        None => Some(Resolved::of(said, dated.issued)),
    };
    let Some(resolved) = resolved.filter(|resolved| resolved.allows(day, dated)) else { return Some(Fault::Other) };
    if said.span.start < quote.start || quote.end < said.span.end {
        return Some(Fault::Cut);
    }
    let coarser = (resolved.month.is_some() && day.month.is_none()) || (resolved.day.is_some() && day.day.is_none());
    if coarser {
        return Some(Fault::Coarser);
    }
    let (about, uncertain) = match day.certainty {
        Certainty::Sure => (false, false),
        Certainty::Approximate => (true, false),
        Certainty::Uncertain => (false, true),
        Certainty::Both => (true, true),
    };
    match (resolved.open, uncertain, said.about, about) {
        (true, false, ..) => Some(Fault::Open),
        (false, true, ..) | (.., false, true) => Some(Fault::Sure),
        (.., true, false) => Some(Fault::About),
        _ => None,
    }
}

/// The date that words state, resolved from the day of publication.
struct Resolved {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    /// Whether a part stays open even so.
    open: bool,
    /// Whether these are the year, the month and the day.
    open_parts: [bool; 3],
}

impl Resolved {
    fn of(said: &Dating, issued: Option<Day>) -> Self {
        let mut resolved =
            Self { year: said.year, month: said.month, day: said.day, open: false, open_parts: [false; 3] };
        let issued_month = issued.and_then(|day| Some((day.year, day.month?)));
        if let Some(years) = said.years_on {
            resolved.year = issued.and_then(|day| day.year.checked_add_signed(years.into()));
            resolved.open = issued.is_none();
        } else if let Some(months) = said.months_on {
            match issued_month {
                Some((year, month)) => {
                    let count = i32::from(year) * 12 + i32::from(month) - 1 + i32::from(months);
                    resolved.year = u16::try_from(count.div_euclid(12)).ok();
                    resolved.month = u8::try_from(count.rem_euclid(12) + 1).ok();
                }
                None => resolved.open = true,
            }
        } else if let (None, Some(month)) = (said.year, said.month) {
            match (issued, issued_month) {
                (Some(issued), Some((year, issued_month))) => {
                    // The latest matching day before the article, or the next one if the words refer to the future.
                    let behind = (month, said.day.unwrap_or(0)) > (issued_month, issued.day.unwrap_or(31));
                    let ahead = (month, said.day.unwrap_or(32)) < (issued_month, issued.day.unwrap_or(1));
                    resolved.year = match (said.ahead, behind, ahead) {
                        (false, true, _) => year.checked_sub(1),
                        (true, _, true) => year.checked_add(1),
                        _ => Some(year),
                    };
                }
                _ => resolved.open = true,
            }
        }
        resolved.open_parts = [resolved.open, resolved.open && said.months_on.is_some(), false];
        resolved
    }

    /// *Yesterday*, *last week*, *on Friday*: whether such days shortly before the article can be this date.
    fn shortly_before((least, most): (i64, i64), weekday: Option<u8>, day: &Day, issued: Option<Day>) -> Option<Self> {
        let open = Self { year: None, month: None, day: None, open: true, open_parts: [true; 3] };
        if day.day.is_some() && weekday.is_some_and(|weekday| i64::from(weekday) != day.first().rem_euclid(7)) {
            return None;
        }
        let Some(issued) = issued else { return Some(open) };
        let (first, last) = (issued.first() - most, issued.last() - least);
        if day.last() < first || last < day.first() {
            return None;
        }
        let one_day = issued.day.is_some() && (least == most || weekday.is_some());
        let within = day.first() <= first && last <= day.last();
        let stated = Self { year: Some(day.year), month: day.month, day: day.day, open: false, open_parts: [false; 3] };
        Some(match (one_day, within) {
            // The words state a day, so the date must be a day too.
            (true, _) => Self { day: day.day.or(Some(0)), ..stated },
            (false, true) => stated,
            (false, false) => open,
        })
    }

    /// Whether the words can mean this date.
    fn allows(&self, day: &Day, dated: Dated<'_>) -> bool {
        let parts = [
            (self.year.map(u32::from), Some(u32::from(day.year))),
            (self.month.map(u32::from), day.month.map(u32::from)),
            (self.day.map(u32::from), day.day.map(u32::from)),
        ];
        let explained = parts.iter().zip(self.open_parts).all(|((said, stated), open)| match (said, stated) {
            (Some(said), Some(stated)) => said == stated,
            (None, Some(_)) => open,
            (_, None) => true,
        });
        // A part that the article leaves open must not contradict the event's own date.
        let near = dated.event.is_none_or(|event| day.first() <= event.last() && event.first() <= day.last());
        explained && (near || !self.open)
    }
}
