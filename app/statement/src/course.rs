//! The course of a measure over time, in words: where its joined readings begin and end.

use std::cmp::Ordering;

use locale::Message;
use model::{Chart, Figure};

use crate::account::Account;

impl Account<'_> {
    /// A sentence for each line of a chart over time: from which reading to which, and on whose behalf.
    pub fn courses(&self, chart: &Chart) -> Vec<String> {
        let figures = self.figures(chart);
        let mut courses = Vec::new();
        for (place, first) in figures.iter().enumerate() {
            if figures.iter().take(place).any(|before| self.dashboard.continues(before, first)) {
                continue;
            }
            let mut after = figures.iter().skip(place + 1);
            if let Some(last) = after.rfind(|next| self.dashboard.continues(first, next)) {
                courses.extend(self.course(first, last));
            }
        }
        courses
    }

    /// From one reading to another. It rose or fell only if their values do not overlap.
    fn course(&self, first: &Figure, last: &Figure) -> Option<String> {
        let (from, to) = (first.value.ends(), last.value.ends());
        let is_above = |low: Option<f64>, high: Option<f64>| low.zip(high).is_some_and(|(low, high)| low > high);
        let turn = match () {
            () if is_above(to.0, from.1) => Ordering::Greater,
            () if is_above(from.0, to.1) => Ordering::Less,
            () => Ordering::Equal,
        };
        let body = self.dashboard.body(last).and_then(|body| self.dashboard.speaker(body));
        let who = body.map(|body| &body.name).or(last.said_by.as_ref()).map(|who| self.text(who)).unwrap_or_default();
        let date = |figure: &Figure| Some(self.language.date(figure.as_of.as_ref()?));
        let words = self.say(Message::Course {
            from: &self.stated(first).to_string(),
            begun: &date(first)?,
            to: &self.stated(last).to_string(),
            ended: &date(last)?,
            who,
            turn,
        });
        Some(words + ".")
    }
}
