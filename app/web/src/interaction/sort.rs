//! Sorting the table of a chart by one of its columns.

use std::cmp::Ordering;

use statement::Message;
use web_sys::Element;
use web_sys::js_sys::{Array, JsString, Object};

use super::{Shown, announcer, subject};
use crate::elements::{self, around, set, within};

/// The chart's order: the index of a row before it was moved.
const PLACE: &str = "data-place";

/// The sort key of a row.
enum Key {
    Number(f64),
    Words(String),
    /// Not known: always last.
    Nothing,
}

impl Key {
    /// Words, compared by the rules of the reader's language.
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.partial_cmp(b).unwrap_or(Ordering::Equal),
            (Self::Words(a), Self::Words(b)) => {
                JsString::from(a.as_str()).locale_compare(b, &Array::new(), &Object::new()).cmp(&0)
            }
            _ => Ordering::Equal,
        }
    }
}

/// Adds a button to the head of each column, once.
pub(crate) fn offer(shown: &Shown, details: &Element) {
    if details.has_attribute("data-sortable") {
        return;
    }
    set(details, "data-sortable", Some(""));
    for (place, row) in within(details, "tbody tr").iter().enumerate() {
        set(row, PLACE, Some(&place.to_string()));
    }
    for head in within(details, "thead th") {
        let column = head.text_content().unwrap_or_default();
        let Ok(button) = leptos::prelude::document().create_element("button") else { continue };
        set(&button, "type", Some("button"));
        set(&button, "data-do", Some("sort"));
        set(&button, "title", Some(&shown.language.say(Message::SortBy { column: &column })));
        while let Some(word) = head.first_child() {
            let moved = button.append_child(&word);
            debug_assert!(moved.is_ok());
        }
        let added = head.append_child(&button);
        debug_assert!(added.is_ok());
    }
}

/// Sorts by the column of a button: ascending, then descending, then in the order of the chart.
pub(crate) fn by(shown: &Shown, button: &Element) {
    let Some(head) = around(button, "th") else { return };
    let Some(table) = around(button, "table") else { return };
    let heads = within(&table, "thead th");
    let Some(column) = heads.iter().position(|other| *other == head) else { return };
    let order = match head.get_attribute("aria-sort").as_deref() {
        Some("ascending") => Some("descending"),
        Some("descending") => None,
        _ => Some("ascending"),
    };
    for other in &heads {
        set(other, "aria-sort", order.filter(|_| *other == head));
    }
    let by = head.get_attribute("data-by");
    let mut rows: Vec<(Key, usize, Element)> = Vec::new();
    for row in within(&table, "tbody tr") {
        let place = row.get_attribute(PLACE).and_then(|place| place.parse().ok()).unwrap_or_default();
        let key = if order.is_some() { key(shown, &row, by.as_deref(), column) } else { Key::Nothing };
        // There are few rows, and a general sort would add three kilobytes to the program.
        let next = rows.partition_point(|(other, before, _)| {
            let known = matches!(other, Key::Nothing).cmp(&matches!(key, Key::Nothing));
            let by_key = other.compare(&key);
            let by_key = if order == Some("descending") { by_key.reverse() } else { by_key };
            known.then(by_key).then(before.cmp(&place)).is_lt()
        });
        rows.insert(next, (key, place, row));
    }
    if let Some(body) = within(&table, "tbody").into_iter().next() {
        for (_, _, row) in rows {
            let moved = body.append_child(&row);
            debug_assert!(moved.is_ok());
        }
    }
    let column = button.text_content().unwrap_or_default();
    announcer::say(&shown.language.say(match order {
        Some("ascending") => Message::SortedUp { column: &column },
        Some(_) => Message::SortedDown { column: &column },
        None => Message::Unsorted,
    }));
    elements::focus(button);
}

/// The keys: values and dates by their meaning, other columns by their words, which the browser may have translated. The
/// head of a column names its kind of key.
fn key(shown: &Shown, row: &Element, by: Option<&str>, column: usize) -> Key {
    let known = shown.plot(|plot| {
        let item = subject::named(row)?;
        let figure = plot.dashboard.figure(&item);
        let date = match by? {
            "value" => return Some(Key::Number(figure?.value.rank())),
            "date" => match figure {
                Some(figure) => figure.as_of.as_ref(),
                None => Some(&plot.dashboard.event(&item)?.date),
            },
            number => {
                let (figure, note) = (figure?, plot.note(number.parse().ok()?)?);
                let said = figure.citations().find(|citation| citation.source == note.source.id);
                let value = said.map(|citation| citation.value.unwrap_or(figure.value));
                return Some(value.map_or(Key::Nothing, |value| Key::Number(value.rank())));
            }
        };
        #[expect(clippy::cast_precision_loss, reason = "days since the year 1 are few")]
        Some(Key::Number(date?.first() as f64))
    });
    known.flatten().unwrap_or_else(|| {
        let cells = within(row, "th, td");
        let cell = cells.get(column);
        let words = cell.and_then(|cell| cell.text_content()).unwrap_or_default();
        let none = words.trim().is_empty() || cell.is_some_and(|cell| cell.class_name() == "none");
        if none { Key::Nothing } else { Key::Words(words) }
    })
}
