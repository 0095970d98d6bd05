//! The readings of a measure, in the order of the time that they apply to, and the latest of them.

use crate::dashboard::Dashboard;
use crate::date::{Certainty, Date};
use crate::figure::Figure;
use crate::measure::Measure;
use crate::reading::in_order;

impl Dashboard {
    /// The measure of this id.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The readings of a measure, by the last day that each applies to; of one day, in file order.
    pub fn readings(&self, measure: &str) -> Vec<&Figure> {
        let readings = self.figures.iter().filter(|figure| figure.measure.as_deref() == Some(measure));
        in_order(readings.filter_map(|figure| Some((figure, figure.as_of.as_ref()?))))
    }

    /// The newest reading of a measure that still applies.
    pub fn newest_reading(&self, measure: &str) -> Option<&Figure> {
        self.readings(measure).into_iter().rfind(|figure| figure.status.applies())
    }

    /// A newer reading of what a figure measures, if there is one that still applies.
    pub fn later_reading(&self, figure: &Figure) -> Option<&Figure> {
        let newest = self.newest_reading(figure.measure.as_deref()?)?;
        let end = |figure: &Figure| figure.as_of.as_ref().map(Date::last);
        (newest.id != figure.id && end(newest) > end(figure)).then_some(newest)
    }

    /// Whether a reading continues an earlier one, so that a line may join them: both are of one measure, stated by one speaker or
    /// on behalf of one body, count from one begin, and still apply. A count of a period continues nothing.
    pub fn continues(&self, one: &Figure, next: &Figure) -> bool {
        let is_same = |of: &dyn Fn(&Figure) -> Option<String>| of(one).is_some() && of(one) == of(next);
        let said = |figure: &Figure| match self.body(figure) {
            Some(body) => Some(body.to_owned()),
            None => figure.said_by.as_ref().map(|who| who.in_language("en").to_owned()),
        };
        let is_period = |figure: &Figure| figure.since.is_none() && matches!(figure.as_of, Some(Date::Interval(..)));
        is_same(&|figure| figure.measure.clone())
            && is_same(&said)
            && is_one_begin(one.since.as_ref(), next.since.as_ref())
            && [one, next].into_iter().all(|figure| figure.status.applies() && !is_period(figure))
    }

    /// The day after which a measure is overdue, in days as [`Date::last`] counts them; `None` if no report is expected.
    pub fn due(&self, measure: &Measure) -> Option<i64> {
        let newest = self.newest_reading(&measure.id)?;
        Some(newest.as_of.as_ref()?.last() + measure.expected?.days())
    }
}

/// Whether two totals can count from one day; an approximate date can be a month off.
fn is_one_begin(one: Option<&Date>, other: Option<&Date>) -> bool {
    let reach = |date: &Date| match date.start().certainty {
        Certainty::Sure => (date.first(), date.last()),
        _ => (date.first() - 31, date.last() + 31),
    };
    match (one.map(reach), other.map(reach)) {
        (Some(one), Some(other)) => one.0 <= other.1 && other.0 <= one.1,
        (None, None) => true,
        _ => false,
    }
}
