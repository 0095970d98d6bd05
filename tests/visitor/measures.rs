//! Puts readings in place of the measures that a dataset names, as curators mean them.

use serde_json::{Value, json};

/// Names the leading reading wherever a measure is named, and in charts over time all its readings.
pub(crate) fn resolve(dataset: &mut Value) {
    let measures: Vec<(String, String, Vec<String>)> = list(dataset, "measures")
        .iter()
        .map(|measure| {
            let mut readings: Vec<&Value> =
                list(dataset, "figures").iter().filter(|figure| figure["measure"] == measure["id"]).collect();
            readings.sort_by_key(|figure| end(text(figure, "as_of")));
            let is_current = |figure: &&&Value| {
                figure.get("superseded_by").is_none() && !matches!(text(figure, "status"), "withdrawn" | "superseded")
            };
            let newest = readings.iter().rfind(is_current).map(|figure| text(figure, "id")).unwrap_or_default();
            let pinned = measure["pinned"].as_str().unwrap_or(newest);
            let all = readings.iter().map(|figure| text(figure, "id").to_owned()).collect();
            (text(measure, "id").to_owned(), pinned.to_owned(), all)
        })
        .collect();
    if measures.is_empty() {
        return;
    }
    for chart in dataset["charts"].as_array_mut().into_iter().flatten() {
        if chart["kind"] == "series" {
            let named = list(chart, "figures").iter().filter_map(Value::as_str);
            let all = named.flat_map(|id| {
                let measure = measures.iter().find(|(measure, ..)| measure == id);
                measure.map_or_else(|| vec![id.to_owned()], |(_, _, all)| all.clone())
            });
            chart["figures"] = json!(all.collect::<Vec<_>>());
        }
        rename(chart, &measures);
    }
    for key in ["summary", "sections", "figures", "events"] {
        if let Some(part) = dataset.get_mut(key) {
            rename(part, &measures);
        }
    }
}

/// Replaces the ids of measures in lists, and in braces within texts.
fn rename(part: &mut Value, measures: &[(String, String, Vec<String>)]) {
    match part {
        Value::Array(items) => {
            for item in items {
                let measure = measures.iter().find(|(measure, ..)| item.as_str() == Some(measure));
                match measure {
                    Some((_, leading, _)) => *item = json!(leading),
                    None => rename(item, measures),
                }
            }
        }
        // A chart may have the id of a measure.
        Value::Object(entries) => {
            let named = entries.iter_mut().filter(|(key, _)| *key != "charts");
            named.for_each(|(_, value)| rename(value, measures));
        }
        Value::String(words) => {
            for (measure, leading, _) in measures {
                *words = words.replace(&format!("{{{measure}}}"), &format!("{{{leading}}}"));
            }
        }
        _ => {}
    }
}

/// The last day that a date can mean: year, month and day.
fn end(date: &str) -> (u32, u32, u32) {
    let end = date.rsplit('/').find(|part| *part != "..").unwrap_or(date);
    let mut parts = end.trim_end_matches(['~', '?', '%']).split('-').map(|part| part.parse().unwrap_or(0));
    let mut part = |last: u32| parts.next().unwrap_or(last);
    (part(0), part(12), part(31))
}

fn list<'a>(item: &'a Value, key: &str) -> &'a [Value] {
    item[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(item: &'a Value, key: &str) -> &'a str {
    item[key].as_str().unwrap_or_default()
}
