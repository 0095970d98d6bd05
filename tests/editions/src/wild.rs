//! A generated edition of anything that a curator may write: every kind of chart, value, unit and status, in every script,
//! with signs, marks of direction, very long words and numbers from the least to the largest. What it says means nothing; most
//! of it is accepted by the check, and whatever is, has to come out whole.

mod chance;
mod letters;
mod places;
mod values;

use serde_json::{Value, json};

use chance::Chance;
use letters::{label, name, sentence, title};
use values::{UNITS, value, was};

/// The file of this number; the same number is always the same file.
pub fn wild(number: u64) -> String {
    let mut chance = Chance::of(number);
    let chance = &mut chance;
    let counts =
        Counts { sources: chance.among(&[1, 1, 2, 3, 9, 24]), figures: 1 + chance.below(9), events: chance.below(5) };
    let mut figures = figures(chance, &counts);
    let mut events: Vec<Value> = (0..counts.events).map(|place| event(chance, place, &counts)).collect();
    let mut charts = charts(chance, &figures, events.len());
    let places = places::places(chance, counts.sources, &mut figures, &mut events);
    let place = charts.len();
    charts.extend(places::map(chance, place, &places, &figures, &events));
    let sections = sections(chance, &figures, &charts);
    let mut file = json!({
        "schema_version": 1,
        "id": "wild",
        "title": title(chance),
        "summary": { "en": sentence(chance, &ids(&figures)) },
        "updated": "2026-11-01",
        "license": "CC-BY-4.0",
        "sources": sources(chance, &counts),
        "speakers": speakers(chance, &figures),
        "measures": measures(chance, &figures),
        "places": places,
        "figures": figures,
        "events": events,
        "charts": charts,
        "sections": sections,
    });
    if chance.once_in(3)
        && let Some(figure) = file["figures"].as_array().and_then(|figures| figures.first()).cloned()
        && let Some(was) = was(&figure)
    {
        file["corrections"] = json!([{
            "date": "2026-10-30",
            "figure": figure["id"],
            "was": was,
            "reason": { "en": sentence(chance, &[]) },
        }]);
    }
    format!("{file:#}\n")
}

/// How many of each there are.
struct Counts {
    sources: usize,
    figures: usize,
    events: usize,
}

/// Each article is cited: by the first figure all that no other cites.
fn figures(chance: &mut Chance, counts: &Counts) -> Vec<Value> {
    let unit = chance.among(&UNITS);
    let mut figures: Vec<Value> = Vec::new();
    for place in 0..counts.figures {
        let unit = if chance.once_in(3) { chance.among(&UNITS) } else { unit };
        let cited: Vec<usize> =
            if place == 0 { (0..counts.sources).collect() } else { vec![chance.below(counts.sources)] };
        let mut figure = json!({
            "id": format!("f-{place}"),
            "label": label(chance),
            "unit": unit,
            "value": value(chance, unit),
            "citations": cited.into_iter().map(|source| citation(chance, source)).collect::<Vec<_>>(),
        });
        if chance.once_in(2) {
            figure["short"] = json!({ "en": name(chance) });
        }
        if chance.once_in(3) {
            figure["said_by"] = json!({ "en": name(chance) });
        }
        if chance.once_in(2) {
            figure["speaker"] = json!(format!("w-{}", chance.below(SPEAKERS)));
        }
        if chance.once_in(3) {
            figure["as_of"] = json!(chance.among(&["2008", "2025-06", "2026-01~", "2025-07-04/2026-01", "2021/.."]));
        }
        if chance.once_in(4) {
            figure["since"] = json!(chance.among(&["1950", "2007-03~", "2008-01-02", "2008?"]));
        }
        if chance.once_in(3) {
            figure["basis"] = json!(chance.among(&["count", "estimate", "claim", "allegation", "law"]));
        }
        match chance.below(12) {
            0 => figure["status"] = json!("disputed"),
            1 => figure["status"] = json!("withdrawn"),
            2 if place > 0 => {
                figure["status"] = json!("superseded");
                figure["superseded_by"] = json!("f-0");
            }
            _ => {}
        }
        if chance.once_in(4) {
            figure["note"] = json!({ "en": sentence(chance, &[]) });
        }
        figures.push(figure);
    }
    measured(chance, &mut figures);
    figures.extend(derived(chance, &figures));
    figures
}

/// Makes the dated figures of one unit readings of a measure, unless they are magnitudes.
fn measured(chance: &mut Chance, figures: &mut [Value]) {
    let is_reading = |figure: &Value| figure.get("as_of").is_some() && !is_magnitude(figure);
    let Some(unit) = figures.iter().find(|figure| is_reading(figure)).map(|figure| figure["unit"].clone()) else {
        return;
    };
    for figure in figures.iter_mut().filter(|figure| is_reading(figure) && figure["unit"] == unit) {
        if chance.below(4) > 0 {
            figure["measure"] = json!(MEASURE);
        }
    }
}

/// The id of the measure.
const MEASURE: &str = "m-0";

/// The measure, if figures are readings of it.
fn measures(chance: &mut Chance, figures: &[Value]) -> Vec<Value> {
    let readings = ids_of(figures.iter().filter(|figure| figure["measure"] == MEASURE));
    let Some(first) = readings.first() else { return Vec::new() };
    let mut measure = json!({ "id": MEASURE, "label": label(chance) });
    if chance.once_in(2) {
        measure["pinned"] = json!(first);
    }
    if chance.once_in(2) {
        measure["expected"] = json!(chance.among(&["daily", "monthly", "yearly"]));
    }
    vec![measure]
}

/// A figure that is computed from two others of one unit.
fn derived(chance: &mut Chance, figures: &[Value]) -> Option<Value> {
    let [first, second] = figures.get(..2)? else { return None };
    let computable = |figure: &Value| ["exactly", "about"].iter().any(|key| figure["value"].get(key).is_some());
    let level = first["unit"] == "tier";
    if first["unit"] != second["unit"] || level || !computable(first) || !computable(second) {
        return None;
    }
    Some(json!({
        "id": "f-derived",
        "label": label(chance),
        "unit": first["unit"],
        "derive": { "sum": ["f-0", "f-1"] },
    }))
}

/// How many speakers there are.
const SPEAKERS: usize = 3;

/// Those that figures name.
fn speakers(chance: &mut Chance, figures: &[Value]) -> Vec<Value> {
    let ids = (0..SPEAKERS).map(|place| format!("w-{place}"));
    let named = ids.filter(|id| figures.iter().any(|figure| figure["speaker"] == id.as_str()));
    let named = named.map(|id| json!({ "id": id, "name": { "en": name(chance) }, "party": chance.once_in(3) }));
    let mut speakers: Vec<Value> = named.collect();
    // The last may speak for the first, as an article says.
    if let [body, .., speaker] = speakers.as_mut_slice()
        && chance.once_in(2)
    {
        speaker["for"] = body["id"].clone();
        speaker["citations"] = json!([citation(chance, 0)]);
    }
    speakers
}

fn citation(chance: &mut Chance, source: usize) -> Value {
    let mut citation = json!({ "source": source_id(source), "quote": letters::quote(chance) });
    if chance.once_in(3) {
        citation["wording"] = json!({ "en": name(chance) });
    }
    citation
}

fn event(chance: &mut Chance, place: usize, counts: &Counts) -> Value {
    let source = chance.below(counts.sources);
    json!({
        "id": format!("e-{place}"),
        "date": chance.among(&["2008", "2025-06", "2026-01-07", "2026-01~", "2026-01-16?", "2021/.."]),
        "label": label(chance),
        "citations": [citation(chance, source)],
    })
}

fn source_id(place: usize) -> String {
    format!("s{place}")
}

fn sources(chance: &mut Chance, counts: &Counts) -> Vec<Value> {
    // Often several articles are of one outlet.
    let outlets: Vec<String> = (0..counts.sources.div_ceil(2)).map(|_| name(chance)).collect();
    let source = |place: usize| {
        let mut source = json!({
            "id": source_id(place),
            "type": "article-newspaper",
            "language": chance.among(&["km", "zh", "ar", "th", "fr"]),
        });
        if !chance.once_in(5) {
            source["title"] = json!(label(chance)["en"]);
        }
        if !chance.once_in(5) {
            source["container-title"] = json!(outlets[chance.below(outlets.len())]);
        }
        // Some repeat one another in a circle.
        if chance.once_in(3) && counts.sources > 1 {
            source["repeats"] = json!([source_id((place + 1 + chance.below(counts.sources - 1)) % counts.sources)]);
        }
        if !chance.once_in(4) {
            source["author"] = (0..1 + chance.below(4)).map(|_| author(chance)).collect();
        }
        if !chance.once_in(5) {
            source["issued"] = json!({ "date-parts": [[2026, 1 + chance.below(9), 1 + chance.below(28)]] });
        }
        if !chance.once_in(4) {
            source["URL"] = json!(format!("https://www.example.org/{place}/{}", "a".repeat(chance.below(90))));
        }
        source
    };
    (0..counts.sources).map(source).collect()
}

fn author(chance: &mut Chance) -> Value {
    match chance.below(3) {
        0 => json!({ "literal": name(chance) }),
        1 => json!({ "family": name(chance), "given": name(chance) }),
        _ => json!({ "family": name(chance), "given": name(chance), "static-ordering": true }),
    }
}

/// A chart of every kind that these figures and events allow.
fn charts(chance: &mut Chance, figures: &[Value], events: usize) -> Vec<Value> {
    let unit = &figures[0]["unit"];
    let alike = figures.iter().filter(|figure| &figure["unit"] == unit);
    let numbers = alike.clone().filter(|figure| figure["value"].get("magnitude").is_none());
    let reported = figures.iter().filter(|figure| figure.get("derive").is_none());
    let reported = ids_of(reported);
    let mut kinds = vec![("range", ids_of(alike)), ("matrix", reported.clone()), ("flow", reported)];
    let articles = |figure: &&Value| {
        let cited = figure["citations"].as_array().into_iter().flatten().map(|citation| citation["source"].to_string());
        cited.collect::<std::collections::BTreeSet<_>>().len()
    };
    let told = ids_of(figures.iter().filter(|figure| articles(figure) > 1));
    if !told.is_empty() {
        kinds.push(("wording", told));
    }
    let numbers = ids_of(numbers);
    if !numbers.is_empty() {
        kinds.push(("bars", numbers));
    }
    let share =
        |figure: &Value| ["percent", "fraction"].iter().any(|unit| figure["unit"] == *unit) && !is_magnitude(figure);
    if let Some(part) = figures.iter().find(|figure| share(figure) && figure.get("derive").is_none()) {
        kinds.push(("share", ids_of(std::iter::once(part))));
    }
    let mut charts: Vec<Value> = Vec::new();
    for (place, (kind, drawn)) in kinds.into_iter().enumerate() {
        let mut chart = chart(chance, place, kind, figures);
        if ["range", "bars"].contains(&kind) && chance.once_in(2) {
            let (first, rest) = drawn.split_at(chance.below(drawn.len()));
            let groups = [first, rest].into_iter().filter(|group| !group.is_empty());
            chart["groups"] = groups.map(|group| json!({ "title": title(chance), "figures": group })).collect();
        } else {
            chart["figures"] = json!(drawn);
        }
        if chance.once_in(4) {
            chart["folded"] = json!(true);
        }
        charts.push(chart);
    }
    if events > 0 {
        let place = charts.len();
        charts.push(chart(chance, place, "timeline", figures));
    }
    charts.extend(spans(chance, charts.len(), figures, events));
    let place = charts.len();
    charts.push(sums(chance, place, figures));
    if figures.iter().any(|figure| figure["measure"] == MEASURE) {
        let place = charts.len();
        let mut series = chart(chance, place, "series", figures);
        series["figures"] = json!([MEASURE]);
        charts.push(series);
    }
    charts
}

/// Events and what is known to hold for some time; nothing where there is neither.
fn spans(chance: &mut Chance, place: usize, figures: &[Value], events: usize) -> Option<Value> {
    let dated = figures.iter().filter(|figure| figure.get("as_of").or(figure.get("since")).is_some());
    let dated = ids_of(dated);
    if events == 0 && dated.is_empty() {
        return None;
    }
    let mut chart = chart(chance, place, "spans", figures);
    if !dated.is_empty() && (events == 0 || chance.once_in(2)) {
        chart["figures"] = json!(dated);
    }
    Some(chart)
}

/// All figures, and two of one unit that can be compared.
fn sums(chance: &mut Chance, place: usize, figures: &[Value]) -> Value {
    let mut chart = chart(chance, place, "sums", figures);
    chart["figures"] = json!(ids(figures));
    let exact = |figure: &&Value| figure["value"].get("exactly").is_some_and(|number| number.as_f64() > Some(0.0));
    let pairs = figures.iter().filter(exact).flat_map(|part| {
        let is_whole = |whole: &&Value| {
            whole["unit"] == part["unit"]
                && whole["id"] != part["id"]
                && whole["value"]["exactly"].as_f64() >= part["value"]["exactly"].as_f64()
        };
        figures.iter().filter(exact).filter(is_whole).map(move |whole| (part, whole))
    });
    if let Some((part, whole)) = pairs.into_iter().next() {
        chart["compare"] = json!([part["id"], whole["id"]]);
    }
    chart
}

fn is_magnitude(figure: &Value) -> bool {
    figure["value"].get("magnitude").is_some()
}

fn chart(chance: &mut Chance, place: usize, kind: &str, figures: &[Value]) -> Value {
    json!({
        "id": format!("c-{place}"),
        "kind": kind,
        "title": title(chance),
        "finding": { "en": sentence(chance, &ids(figures)) },
    })
}

/// The first leads the page with some of the figures, and has some of the charts; another has the rest.
fn sections(chance: &mut Chance, figures: &[Value], charts: &[Value]) -> Vec<Value> {
    let (figures, charts) = (ids(figures), ids(charts));
    let (lead, drawn) = (chance.below(figures.len() + 1), chance.below(charts.len() + 1));
    let section = |chance: &mut Chance, id: &str, figures: &[String], charts: &[String]| {
        let mut section = json!({ "id": id, "title": title(chance), "figures": figures, "charts": charts });
        if chance.once_in(2) {
            section["summary"] = json!({ "en": sentence(chance, &[]) });
        }
        section
    };
    let parts = [("first", &figures[..lead], &charts[..drawn]), ("rest", &figures[lead..], &charts[drawn..])];
    let parts = parts.into_iter().filter(|(_, figures, charts)| !(figures.is_empty() && charts.is_empty()));
    parts.map(|(id, figures, charts)| section(chance, id, figures, charts)).collect()
}

fn ids(items: &[Value]) -> Vec<String> {
    ids_of(items.iter())
}

fn ids_of<'v>(items: impl Iterator<Item = &'v Value>) -> Vec<String> {
    items.filter_map(|item| item["id"].as_str()).map(str::to_owned).collect()
}
