//! `datapackage.json`: what the files are, by the Data Package standard, version 2 (<https://datapackage.org>).

use serde_json::{Map, Value, json};

use crate::column::{self, Column, Content};
use crate::exports::Exports;
use crate::file::File;
use crate::licence;
use crate::table;

impl Exports<'_> {
    /// `datapackage.json`: a description of these files, the tables among them column by column. At least one file is
    /// needed; paths are taken as relative to the description.
    pub fn data_package(&self, files: &[File<'_>]) -> String {
        let dashboard = self.dashboard;
        let mut package = Map::new();
        let mut say = |key: &str, value: Value| package.insert(key.into(), value);
        say("$schema", "https://datapackage.org/profiles/2.0/datapackage.json".into());
        say("name", dashboard.id.as_str().into());
        say("title", self.text(&dashboard.title).into());
        say("description", self.sentence(&dashboard.summary).to_string().into());
        if let Some(address) = self.address {
            say("homepage", address.into());
        }
        // The day of the last change is what the page calls its version.
        say("version", dashboard.updated.to_string().into());
        if let Some(licence) = licence(&dashboard.license) {
            say("licenses", json!([licence]));
        }
        if let Some(name) = self.publisher() {
            let mut publisher = json!({ "title": name, "roles": ["publisher"] });
            let url = dashboard.publisher.as_ref().and_then(|publisher| publisher.url.as_deref());
            if let (Some(url), Some(publisher)) = (url, publisher.as_object_mut()) {
                publisher.insert("path".into(), url.into());
            }
            say("contributors", json!([publisher]));
        }
        let sources = dashboard.sources.iter().map(|source| {
            let mut item = Map::new();
            item.insert("title".into(), source.title.as_deref().unwrap_or(source.short_name()).into());
            if let Some(url) = &source.url {
                item.insert("path".into(), url.as_str().into());
            }
            Value::Object(item)
        });
        say("sources", sources.collect());
        say("resources", files.iter().map(|file| self.resource(file)).collect());
        format!("{:#}\n", Value::Object(package))
    }

    fn resource(&self, file: &File<'_>) -> Value {
        let mut resource = Map::new();
        let mut say = |key: &str, value: Value| resource.insert(key.into(), value);
        say("name", name(file.path).into());
        say("path", file.path.into());
        let chart = file.chart().and_then(|id| self.dashboard.chart(id));
        let title = match file.path {
            "figures.csv" => Some("The figures, with a row for each of their citations".into()),
            "data/dashboard.json" => Some("All of the data, as one file".into()),
            "sources.csl.json" | "sources.bib" | "sources.ris" => Some("The articles, for reference managers".into()),
            _ => chart.map(|chart| self.text(&chart.title).to_owned()),
        };
        if let Some(title) = title {
            say("title", title.into());
        }
        if let Some(chart) = chart {
            say("description", self.sentence(&chart.finding).to_string().into());
        }
        if let Some((_, format)) = file.path.rsplit_once('.') {
            say("format", format.into());
        }
        if let Some(media_type) = file.media_type() {
            say("mediatype", media_type.into());
        }
        let columns: Option<Vec<&Column>> = match chart {
            Some(chart) => Some(table::columns(chart)),
            None => (file.path == "figures.csv").then(|| column::of_figures().collect()),
        };
        if let Some(columns) = columns {
            say("type", "table".into());
            say("encoding", "utf-8".into());
            say("schema", schema(&columns, chart.is_some_and(table::is_mixed)));
        }
        if let Some(content) = file.content {
            say("bytes", content.bytes.into());
            say("hash", format!("sha256:{}", content.sha256).into());
        }
        Value::Object(resource)
    }
}

/// A name for a file that is fit for an address: `charts/people.csv` is `charts-people`.
fn name(path: &str) -> String {
    let path = path.strip_suffix(".csv").unwrap_or(path).to_ascii_lowercase();
    path.replace(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'), "-")
}

/// The licence by its name, its page, or both; `None` where it can be said in neither way.
fn licence(licence: &str) -> Option<Value> {
    let mut item = Map::new();
    if !licence.is_empty() && licence.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_')) {
        item.insert("name".into(), licence.into());
    }
    if let Some(address) = licence::address(licence) {
        item.insert("path".into(), address.into());
    }
    (!item.is_empty()).then_some(Value::Object(item))
}

/// The columns as a Table Schema; of a table whose rows are of two kinds, what only one kind has may be empty.
fn schema(columns: &[&Column], mixed: bool) -> Value {
    let fields: Vec<Value> = columns.iter().map(|column| field(column, mixed && !column.is_of_each())).collect();
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "missingValues": [""],
    })
}

fn field(column: &Column, optional: bool) -> Value {
    let mut field = Map::new();
    let mut say = |key: &str, value: Value| field.insert(key.into(), value);
    say("name", column.name.into());
    let (kind, mut constraints) = match column.content {
        Content::Words => ("string", json!({ "required": true })),
        Content::MaybeWords | Content::MaybeDate => ("string", Value::Null),
        Content::OneOf(options) => ("string", json!({ "required": true, "enum": options })),
        Content::MaybeOneOf(options) => ("string", json!({ "enum": options })),
        Content::Number => ("number", Value::Null),
        Content::Ordinal => ("integer", json!({ "required": true, "minimum": 1 })),
        Content::Address => ("string", Value::Null),
    };
    say("type", kind.into());
    if matches!(column.content, Content::Address) {
        say("format", "uri".into());
    }
    say("description", column.meaning.into());
    if let Some(constraints) = constraints.as_object_mut().filter(|_| optional) {
        constraints.remove("required");
    }
    if constraints.as_object().is_some_and(|constraints| !constraints.is_empty()) {
        say("constraints", constraints);
    }
    Value::Object(field)
}
