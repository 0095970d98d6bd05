//! JSON-LD: the dashboard as a `Dataset` of <https://schema.org>, for search engines and data catalogues.

use model::{Bounds, Certainty, Date, Day, Figure, Issued, Name, Origin, number};
use serde_json::{Map, Value, json};

use crate::bibliography::{Bibliography, Item};
use crate::exports::Exports;
use crate::file::File;
use crate::licence;

impl Exports<'_> {
    /// The content of a `<script type="application/ld+json">`: the dataset, every article and every figure, and the
    /// files it can be had as. Nothing in it ends the script or begins a comment.
    pub fn json_ld(&self, bibliography: &Bibliography<'_>, files: &[File<'_>]) -> String {
        let dashboard = self.dashboard;
        let mut data = Map::new();
        let mut say = |key: &str, value: Value| data.insert(key.into(), value);
        say("@context", "https://schema.org".into());
        say("@type", "Dataset".into());
        if let Some(address) = self.address {
            say("@id", address.into());
            say("url", address.into());
        }
        say("identifier", dashboard.id.as_str().into());
        say("name", self.text(&dashboard.title).into());
        say("description", self.sentence(&dashboard.summary).to_string().into());
        say("inLanguage", self.language.tag().into());
        say("dateModified", dashboard.updated.to_string().into());
        if let Some(publisher) = self.publishing() {
            say("creator", publisher.clone());
            say("publisher", publisher);
        }
        if let Some((first, last)) = self.time_covered() {
            say("temporalCoverage", [first.as_str(), "/", &last].concat().into());
        }
        say("license", licence::address(&dashboard.license).unwrap_or_else(|| dashboard.license.clone()).into());
        say("citation", bibliography.items().iter().map(|item| self.cited(item)).collect());
        say("variableMeasured", dashboard.figures.iter().map(|figure| self.variable(figure)).collect());
        if let Some(coverage) = self.coverage() {
            say("spatialCoverage", coverage);
        }
        if !files.is_empty() {
            say("distribution", files.iter().map(|file| self.download(file)).collect());
        }
        harmless(&Value::Object(data).to_string())
    }

    /// The name of an article in the graph: that of its note on the page.
    fn node(&self, anchor: &str) -> String {
        [self.address.unwrap_or_default(), "#", anchor].concat()
    }

    /// The publisher of the dashboard; `None` if the data names none.
    fn publishing(&self) -> Option<Value> {
        let mut publisher = json!({ "@type": "Organization", "name": self.publisher()? });
        let url = self.dashboard.publisher.as_ref().and_then(|publisher| publisher.url.as_deref());
        if let (Some(url), Some(publisher)) = (url, publisher.as_object_mut()) {
            publisher.insert("url".into(), url.into());
        }
        Some(publisher)
    }

    /// An article. Some readers of JSON-LD take the first author, publisher, headline or day of publication at any depth for that of
    /// the page. These keys are therefore written with the prefix that the context of schema.org declares: the same for JSON-LD, and
    /// other keys for such readers.
    fn cited(&self, item: &Item<'_>) -> Value {
        let source = item.source;
        let mut article = Map::new();
        let mut say = |key: &str, value: Value| article.insert(key.into(), value);
        say("@type", item.kind().schema_org.into());
        say("@id", self.node(&source.note_anchor()).into());
        if let Some(title) = item.title() {
            say("name", title.as_str().into());
            say("schema:headline", title.into());
        }
        let authors: Value = source.authors.iter().map(author).collect();
        if authors.as_array().is_some_and(|authors| !authors.is_empty()) {
            say("schema:author", authors);
        }
        let within = match item.kind().csl {
            // A newspaper or site without a name has the publisher's.
            "article-newspaper" | "webpage" | "post" | "post-weblog" => None,
            "article-journal" | "article-magazine" => Some("Periodical"),
            _ => Some("CreativeWork"),
        };
        let (container, mut publisher) = (item.variable("container-title"), item.variable("publisher"));
        match within {
            None => publisher = publisher.or(container),
            Some(kind) => {
                if let Some(name) = container {
                    say("isPartOf", json!({ "@type": kind, "name": name }));
                }
            }
        }
        if let Some(publisher) = publisher {
            say("schema:publisher", json!({ "@type": "Organization", "name": publisher }));
        }
        if let Some(day) = source.issued.as_ref().and_then(sure) {
            say("schema:datePublished", day.into());
        }
        if let Some(url) = &source.url {
            say("url", url.as_str().into());
        }
        if let Some(archive) = &source.archive_url {
            say("archivedAt", archive.as_str().into());
        }
        let origins: Vec<Value> = source
            .repeats
            .iter()
            .filter_map(|id| self.dashboard.source(id))
            .map(|origin| json!({ "@id": self.node(&origin.note_anchor()) }))
            .collect();
        if !origins.is_empty() {
            say("isBasedOn", origins.into());
        }
        Value::Object(article)
    }

    /// The first and the last day of the times that the figures apply to.
    fn time_covered(&self) -> Option<(String, String)> {
        let times = || self.dashboard.figures.iter().flat_map(|figure| figure.since.iter().chain(&figure.as_of));
        let day = |day: Option<i64>| Some(Day::on(day?).to_string());
        Some((day(times().map(Date::first).min())?, day(times().map(Date::last).max())?))
    }

    /// A figure. What is given without *about* is a number or its bounds; anything else is the words that are printed.
    fn variable(&self, figure: &Figure) -> Value {
        let mut variable = Map::new();
        let mut say = |key: &str, value: Value| variable.insert(key.into(), value);
        let observed = figure.as_of.as_ref().and_then(observed);
        // Only an observation has a date.
        say("@type", if observed.is_some() { json!(["PropertyValue", "Observation"]) } else { "PropertyValue".into() });
        say("propertyID", figure.id.as_str().into());
        say("name", self.text(figure.name()).into());
        say("description", self.told_alone(figure).into());
        let printed = self.stated(figure).to_string();
        let applies = self.standing(figure).is_none();
        let (low, high) = figure.value.ends();
        match figure.value.bounds {
            Bounds::Magnitude(_) => {
                say("value", printed.into());
            }
            // schema.org has no property for an exclusive bound, nor for a superseded or withdrawn number.
            Bounds::MoreThan(_) | Bounds::LessThan(_) => {
                say("value", printed.into());
            }
            _ if figure.value.approximate || !applies => {
                say("value", printed.into());
            }
            Bounds::Exactly(exact) => {
                say("value", digits(exact));
            }
            _ => {
                for (key, end) in [("minValue", low), ("maxValue", high)] {
                    if let Some(end) = end {
                        say(key, digits(end));
                    }
                }
            }
        }
        say("unitText", figure.unit.key().into());
        if let Some(day) = observed {
            say("observationDate", day.into());
            if let Some(measure) = figure.measure.as_ref().and_then(|id| self.dashboard.measure(id)) {
                say("measuredProperty", json!({ "@type": "Property", "name": self.text(&measure.label) }));
            }
        }
        if let Origin::Derived(formula) = &figure.origin {
            say("measurementTechnique", self.formula(formula).into());
        }
        let mut articles: Vec<Value> = Vec::new();
        for found in self.backing(&figure.id) {
            let article = json!({ "@id": self.node(&found.source.note_anchor()) });
            if !articles.contains(&article) {
                articles.push(article);
            }
        }
        say("subjectOf", articles.into());
        Value::Object(variable)
    }

    fn download(&self, file: &File<'_>) -> Value {
        let mut download = Map::new();
        let mut say = |key: &str, value: Value| download.insert(key.into(), value);
        say("@type", "DataDownload".into());
        let chart = file.chart().and_then(|id| self.dashboard.chart(id));
        say("name", chart.map_or(file.path, |chart| self.text(&chart.title)).into());
        if let Some(media_type) = file.media_type() {
            say("encodingFormat", media_type.into());
        }
        say("contentUrl", self.file(file.path).into());
        if let Some(content) = file.content {
            say("contentSize", format!("{} B", content.bytes).into());
        }
        Value::Object(download)
    }
}

fn author(name: &Name) -> Value {
    let kind = if name.literal { "Organization" } else { "Person" };
    let mut author = json!({ "@type": kind, "name": name.to_string() });
    if let (Some(given), Some(author)) = (&name.given, author.as_object_mut()) {
        author.insert("givenName".into(), given.as_str().into());
        author.insert("familyName".into(), name.family.as_str().into());
    }
    author
}

/// A certain day, month or year in ISO 8601; schema.org has neither uncertain dates nor seasons.
fn sure(issued: &Issued) -> Option<String> {
    let day = match issued {
        Issued::Season { year, .. } => Some(*year),
        issued => issued.day(),
    };
    day.filter(|day: &Day| day.certainty == Certainty::Sure).map(|day| day.to_string())
}

/// The certain day, month or year that a figure applies to: for a total, the end of its period. A stretch of time is no date.
fn observed(as_of: &Date) -> Option<String> {
    match as_of {
        Date::Day(day) if day.certainty == Certainty::Sure => Some(day.to_string()),
        _ => None,
    }
}

/// A number in the same digits as in the other formats.
fn digits(number: f64) -> Value {
    serde_json::from_str(&number::write(number)).unwrap_or(Value::Null)
}

/// JSON without the signs of markup: they occur only within strings, where they can be escaped.
fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}
