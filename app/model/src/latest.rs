//! The readings of a measure, in the order of the time that they apply to, and the latest of them.

use crate::dashboard::Dashboard;
use crate::date::Date;
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
        self.readings(measure).into_iter().rfind(|figure| figure.status.stands())
    }

    /// A newer reading of what a figure measures, if there is one that still applies.
    pub fn later_reading(&self, figure: &Figure) -> Option<&Figure> {
        let newest = self.newest_reading(figure.measure.as_deref()?)?;
        let end = |figure: &Figure| figure.as_of.as_ref().map(Date::last);
        (newest.id != figure.id && end(newest) > end(figure)).then_some(newest)
    }

    /// The day after which a measure is overdue, in days as [`Date::last`] counts them; `None` if no report is expected.
    pub fn due(&self, measure: &Measure) -> Option<i64> {
        let newest = self.newest_reading(&measure.id)?;
        Some(newest.as_of.as_ref()?.last() + measure.expected?.days())
    }
}
