//! `data/README.md`, which curators go by: its recipes are followed exactly, its keys are those of the schema.

#![expect(clippy::unwrap_used, reason = "a test whose files cannot be read has failed")]

mod support;

use std::fmt::Write as _;
use std::fs;

use curate::layout::Tree;
use expect_test::expect_file;
use model::{Bounds, Dashboard, Kind, Status};
use serde_json::{Map, Value, json};
use support::{curate, data, repository, scratch, stdout};

fn readme() -> String {
    fs::read_to_string(repository().join("data/README.md")).unwrap()
}

/// The text below a heading, up to the next of its kind.
fn below<'a>(text: &'a str, heading: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| unreachable!("there is no {heading}"));
    let level = heading.split(' ').next().unwrap_or_default();
    let ends = ["## ", "### "].iter().filter(|mark| mark.trim().len() <= level.len());
    let end = ends.filter_map(|mark| rest.find(&format!("\n{mark}"))).min();
    &rest[..end.unwrap_or(rest.len())]
}

/// The instructions of a recipe, in bold, each with the piece of the file that follows it.
fn instructions(recipe: &str) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let mut words = None;
    let mut lines = recipe.lines();
    while let Some(line) = lines.next() {
        if let Some(bold) = line.strip_prefix("**") {
            assert_eq!(words, None, "an instruction without a piece");
            words = Some(bold.strip_suffix(":**").unwrap().to_owned());
        } else if line == "```json" {
            let piece: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let piece = piece.join("\n");
            let value = serde_json::from_str(&piece).or_else(|_| serde_json::from_str(&format!("{{{piece}}}")));
            found.push((
                words.take().unwrap_or_else(|| unreachable!("a piece without an instruction: {piece}")),
                value.unwrap(),
            ));
        }
    }
    assert_eq!(words, None, "an instruction without a piece");
    found
}

/// The thing of this kind (a figure, a section) and id.
fn named<'a>(file: &'a mut Value, kind: &str, id: &str) -> &'a mut Map<String, Value> {
    let list = file[format!("{kind}s")].as_array_mut().unwrap();
    list.iter_mut().find(|item| item["id"] == id).unwrap().as_object_mut().unwrap()
}

/// Does what a recipe says, and nothing else.
fn follow(file: &mut Value, heading: &str) {
    let readme = readme();
    let mut before: Option<(String, Map<String, Value>)> = None;
    let instructions = instructions(below(&readme, &format!("### {heading}")));
    assert!(!instructions.is_empty(), "{heading} says nothing");
    for (words, piece) in instructions {
        let parts: Vec<&str> = words.split('`').collect();
        match parts.as_slice() {
            ["At the top of the file, add"] => {
                for (key, value) in piece.as_object().unwrap() {
                    assert!(file[key.as_str()].is_null(), "the file has a {key} already");
                    file[key.as_str()] = value.clone();
                }
            }
            ["At the end of ", list, ", add"] => {
                // Not every file has every list.
                if file[*list].is_null() {
                    file[*list] = json!([]);
                }
                file[*list].as_array_mut().unwrap().push(piece);
            }
            ["At the end of ", list, of, id, ", add"] => {
                let kind = of.trim_start_matches(" of the ").trim();
                named(file, kind, id)[*list].as_array_mut().unwrap().push(piece);
            }
            ["In the figure ", id, ", add"] => {
                let figure = named(file, "figure", id);
                for (key, value) in piece.as_object().unwrap() {
                    assert!(figure.insert(key.clone(), value.clone()).is_none(), "{id} has a {key} already");
                }
            }
            ["Change ", key, " to the day on which you do it"] => {
                assert_ne!(file[*key], piece[*key]);
                file[*key] = piece[*key].clone();
            }
            ["In the figure ", id, ", change"] => before = Some(((*id).to_owned(), piece.as_object().unwrap().clone())),
            ["to"] => {
                let (id, before) = before.take().unwrap();
                let place = named(file, "figure", &id);
                for (key, value) in before {
                    assert_eq!(place.get(&key), Some(&value), "{heading} wants to change what is not there");
                    place.insert(key.clone(), piece[&key].clone());
                }
            }
            _ => unreachable!("nobody knows how to do this: {words}"),
        }
    }
    assert_eq!(before, None, "{heading} does not say into what");
}

/// The real dataset after these recipes.
fn after(recipes: &[&str]) -> Value {
    let mut file = serde_json::from_str(&data()).unwrap();
    recipes.iter().for_each(|recipe| follow(&mut file, recipe));
    file
}

/// The dashboard, of which the check finds nothing wrong, neither by itself nor against the published one.
fn checked(name: &str, file: &Value, published: &Value) -> Dashboard {
    let said = check(name, file, published);
    assert_eq!(said, (Some(0), String::new()));
    Dashboard::parse(&file.to_string()).unwrap()
}

/// The exit status, and the messages of a failure.
fn check(name: &str, file: &Value, published: &Value) -> (Option<i32>, String) {
    let new = scratch(&format!("recipe-{name}.json"), &format!("{file:#}"));
    let old = scratch(&format!("recipe-{name}-published.json"), &format!("{published:#}"));
    let output = curate(&["check", &new, "--against", &old]);
    let status = output.status.code();
    (status, if status == Some(0) { String::new() } else { stdout(&output) })
}

#[test]
fn an_article_is_added_by_its_recipe() {
    let file = after(&["Add an article"]);
    let dashboard = checked("article", &file, &after(&[]));
    let source = dashboard.sources.last().unwrap();
    assert_eq!(source.outlet.as_deref(), Some("The Example Times"));
    assert!(dashboard.figure("raids").unwrap().citations().any(|citation| citation.source == source.id));
}

#[test]
fn a_figure_is_added_by_its_recipe() {
    let published = after(&["Add an article"]);
    let file = after(&["Add an article", "Add a figure"]);
    let dashboard = checked("figure", &file, &published);
    assert_eq!(dashboard.figures.len(), after(&[])["figures"].as_array().unwrap().len() + 1);
    let figure = dashboard.figures.last().unwrap();
    assert!(dashboard.sections.iter().any(|section| section.figures.contains(&figure.id)));
    assert_ne!(file["updated"], published["updated"]);
}

#[test]
fn a_figure_is_corrected_by_its_recipe_and_the_page_says_so() {
    let published = after(&["Add an article", "Add a figure"]);
    let mut file = after(&["Add an article", "Add a figure", "Correct a figure"]);
    let dashboard = checked("correction", &file, &published);
    let correction = dashboard.corrections.last().unwrap();
    let was = Dashboard::parse(&published.to_string()).unwrap().figure(&correction.figure).unwrap().value;
    assert_eq!(correction.was, was);
    assert_ne!(dashboard.figure(&correction.figure).unwrap().value.bounds, was.bounds);
    file["corrections"] = json!([]);
    let (status, said) = check("correction-untold", &file, &published);
    assert!(status == Some(2) && said.contains(&correction.figure), "{said}");
}

#[test]
fn publisher_and_address_are_added_by_their_recipe() {
    let dashboard = checked("publisher", &after(&["Say who publishes it, and where"]), &after(&[]));
    let publisher = dashboard.publisher.unwrap();
    assert_eq!(publisher.name.in_language("en"), "Example Organisation");
    assert_eq!(publisher.url.as_deref(), Some("https://example.org/"));
    assert_eq!(dashboard.url.as_deref(), Some("https://figures.example.org/"));
}

#[test]
fn a_chart_is_added_by_its_recipe() {
    let dashboard = checked("chart", &after(&["Add a chart"]), &after(&[]));
    let chart = dashboard.charts.last().unwrap();
    assert!(dashboard.sections.iter().any(|section| section.charts.contains(&chart.id)));
}

#[test]
fn speakers_and_a_flow_are_added_by_their_recipe() {
    let dashboard = checked("speakers", &after(&["Say who speaks, and draw who repeats whom"]), &after(&[]));
    let chart = dashboard.charts.last().unwrap();
    assert_eq!(chart.kind, Kind::Flow);
    assert!(dashboard.sections.iter().any(|section| section.charts.contains(&chart.id)));
    let parties = chart.figures.iter().filter_map(|id| dashboard.speaker(dashboard.figure(id)?.speaker.as_ref()?));
    assert_eq!(parties.filter(|speaker| speaker.party).count(), 2);
}

#[test]
fn a_chart_of_wordings_is_added_by_its_recipe() {
    let dashboard = checked("wordings", &after(&["Show how the words change"]), &after(&[]));
    let chart = dashboard.charts.last().unwrap();
    assert_eq!(chart.kind, Kind::Wording);
    assert!(chart.figures.iter().all(|id| !dashboard.rests_on_one(id)));
}

#[test]
fn events_and_totals_are_shown_on_an_axis_of_time_by_their_recipe() {
    let published = after(&["Add an article", "Add a figure"]);
    let file = after(&["Add an article", "Add a figure", "Show events and totals on an axis of time"]);
    let dashboard = checked("spans", &file, &published);
    let chart = dashboard.charts.last().unwrap();
    assert_eq!((chart.kind.name(), chart.figures.len(), chart.events.len()), ("spans", 1, 3));
    assert!(dashboard.figure(&chart.figures[0]).unwrap().since.is_some());
}

#[test]
fn a_figure_is_reported_again_by_its_recipe_and_keeps_its_earlier_reading() {
    let published = after(&["Add an article", "Add a figure"]);
    let file = after(&["Add an article", "Add a figure", "Report a figure again"]);
    let dashboard = checked("reported-again", &file, &published);
    let readings: Vec<&str> = dashboard.readings("arrests-claimed").iter().map(|figure| figure.id.as_str()).collect();
    assert_eq!(readings, ["arrests", "arrests-in-february"]);
    let later = dashboard.figure("arrests").and_then(|figure| dashboard.later_reading(figure));
    assert_eq!(later.map(|figure| figure.id.as_str()), Some("arrests-in-february"));
}

#[test]
fn a_figure_is_drawn_over_time_by_its_recipe() {
    let published = after(&["Add an article", "Add a figure", "Report a figure again"]);
    let file = after(&["Add an article", "Add a figure", "Report a figure again", "Draw a figure over time"]);
    let dashboard = checked("over-time", &file, &published);
    let chart = dashboard.charts.last().unwrap();
    assert_eq!((chart.kind.name(), chart.figures.len()), ("series", 2));
}

#[test]
fn readings_of_speakers_for_one_body_are_joined_by_their_recipe() {
    let before = ["Add an article", "Add a figure", "Report a figure again", "Draw a figure over time"];
    let (published, recipe) = (after(&before), "Name the body that a speaker speaks for");
    let file = after(&before.into_iter().chain([recipe]).collect::<Vec<_>>());
    let dashboard = checked("bodies", &file, &published);
    let [one, next] = ["arrests", "arrests-in-february"].map(|id| dashboard.figure(id).unwrap());
    assert_ne!(one.speaker, next.speaker);
    assert_eq!([one, next].map(|figure| dashboard.body(figure)), [Some("government"); 2]);
}

#[test]
fn sums_are_listed_by_their_recipe() {
    let dashboard = checked("sums", &after(&["List sums that share no axis"]), &after(&[]));
    let chart = dashboard.charts.last().unwrap();
    assert_eq!(chart.kind.name(), "sums");
    assert!(chart.compare.is_some());
}

#[test]
fn places_and_a_map_are_added_by_their_recipe() {
    let dashboard = checked("places", &after(&["Show where"]), &after(&[]));
    let chart = dashboard.charts.last().unwrap();
    assert_eq!((chart.kind, chart.places.len()), (Kind::Map, 2));
    let land = dashboard.place(&chart.places[0]).unwrap();
    assert!(!land.outline.is_empty() && dashboard.figure("raids").unwrap().places == [land.id.clone()]);
}

#[test]
fn a_figure_is_retired_by_its_recipe_and_stays_in_the_file() {
    let dashboard = checked("retired", &after(&["Retire a figure"]), &after(&[]));
    assert_eq!(dashboard.figures.iter().filter(|figure| figure.status == Status::Withdrawn).count(), 1);
}

#[test]
fn a_figure_is_replaced_by_its_recipe_and_names_the_newer_one() {
    let published = after(&["Add an article", "Add a figure"]);
    let file = after(&["Add an article", "Add a figure", "Replace a figure by a newer one"]);
    let dashboard = checked("replaced", &file, &published);
    let superseded = |status: &Status| matches!(status, Status::Superseded(by) if dashboard.figure(by).is_some());
    assert_eq!(dashboard.figures.iter().filter(|figure| superseded(&figure.status)).count(), 1);
}

#[test]
fn every_other_piece_of_the_file_in_the_text_is_good_json() {
    let readme = readme();
    let table = below(&readme, "## How a figure is read");
    let rows: Vec<&str> = table.lines().filter(|line| line.contains("`\"value\"")).collect();
    assert!(rows.len() > 7);
    for row in rows {
        let piece: Value = serde_json::from_str(&format!("{{{}}}", row.split('`').nth(1).unwrap())).unwrap();
        let mut file = after(&[]);
        let figure = named(&mut file, "figure", "investigation");
        figure.extend(piece.as_object().unwrap().clone());
        let dashboard = Dashboard::parse(&file.to_string()).unwrap();
        let value = dashboard.figure("investigation").unwrap().value;
        let says = |words: &[&str]| words.iter().any(|word| row.starts_with(&format!("| {word}")));
        let kept = match value.bounds {
            Bounds::AtLeast(_) => says(&["at least"]),
            Bounds::MoreThan(_) => says(&["more than"]),
            Bounds::AtMost(_) => says(&["at most"]),
            Bounds::Exactly(_) if value.approximate => says(&["about"]),
            _ => !says(&["at", "more", "about"]),
        };
        assert!(kept, "{row}");
    }
}

#[test]
fn every_command_in_the_text_is_one() {
    let readme = readme().replace('\n', " ");
    let commands: Vec<&str> =
        readme.split('`').skip(1).step_by(2).filter_map(|code| code.strip_prefix("cargo curate ")).collect();
    assert!(commands.len() > 5);
    for command in commands {
        let words: Vec<&str> = command.split(' ').collect();
        let task = words.iter().take_while(|word| {
            ["check", "read", "new", "source", "figure", "record", "archive", "schema", "outline"].contains(word)
        });
        let task: Vec<&str> = task.copied().collect();
        let help = stdout(&curate(&[task.as_slice(), &["--help"]].concat()));
        assert!(help.contains(&format!("Usage: curate {}", task.join(" "))), "{command}: {help}");
        for option in words.iter().filter(|word| word.starts_with("--")) {
            assert!(help.contains(option), "{command} has no {option}");
        }
    }
}

/// The things of the file, in the order in which they are explained, and where the schema has them.
const THINGS: [(&str, &str, &str); 16] = [
    ("The file", "", ""),
    ("A publisher", "`publisher` at the top of the file", "/properties/publisher"),
    ("An article", "One of `sources`", "/properties/sources/items"),
    ("An author", "One of `author` in an article", "/properties/sources/items/properties/author/items"),
    ("A date of publication", "`issued` in an article", "/properties/sources/items/properties/issued"),
    ("A unit", "One of `units`", "/properties/units/items"),
    ("A figure", "One of `figures`", "/properties/figures/items"),
    ("A value", "`value` in a figure or citation, `was` in a correction", "/properties/figures/items/properties/value"),
    ("What is computed", "`derive` in a figure", "/properties/figures/items/properties/derive"),
    ("A citation", "One of `citations` in a figure or event", "/properties/figures/items/properties/citations/items"),
    ("A reader", "`read_by` in a citation", "/properties/figures/items/properties/citations/items/properties/read_by"),
    ("An event", "One of `events`", "/properties/events/items"),
    ("A place", "One of `places`", "/properties/places/items"),
    ("A chart", "One of `charts`", "/properties/charts/items"),
    ("A section", "One of `sections`", "/properties/sections/items"),
    ("A correction", "One of `corrections`", "/properties/corrections/items"),
];

/// More than this does not fit into a table.
const LONGEST_EXAMPLE: usize = 130;

/// The value behind these keys of a tree.
fn at<'a>(tree: &'a Tree, pointer: &str) -> Option<&'a Tree> {
    pointer.split('/').skip(1).try_fold(tree, |tree, step| match tree {
        Tree::Object(entries) => entries.iter().find(|(key, _)| key.trim_matches('"') == step).map(|(_, value)| value),
        _ => None,
    })
}

/// The items of a list.
fn items(tree: Option<&Tree>) -> &[Tree] {
    match tree {
        Some(Tree::List(items)) => items,
        _ => &[],
    }
}

/// The words of a text.
fn words(tree: &Tree) -> String {
    serde_json::from_str(&tree.line()).unwrap()
}

/// Every key of a thing, as the schema explains it.
fn table(thing: &Tree) -> String {
    let Some(Tree::Object(keys)) = at(thing, "/properties") else { unreachable!("a thing has keys") };
    let required: Vec<String> = items(at(thing, "/required")).iter().map(Tree::line).collect();
    let mut table = String::from("| key | what it is | example |\n| --- | --- | --- |\n");
    for (key, of) in keys {
        let name = key.trim_matches('"');
        let name = if required.contains(key) { format!("**`{name}`**") } else { format!("`{name}`") };
        let mut said = words(at(of, "/description").unwrap());
        for choice in items(at(of, "/oneOf")) {
            let _ = write!(
                said,
                "<br>`{}`: {}",
                at(choice, "/const").unwrap().line(),
                words(at(choice, "/description").unwrap())
            );
        }
        let choices: Vec<String> = items(at(of, "/enum")).iter().map(|choice| format!("`{}`", choice.line())).collect();
        if !choices.is_empty() {
            let _ = write!(said, " One of {}.", choices.join(", "));
        }
        let example = items(at(of, "/examples")).first().unwrap().line();
        let example = format!("`{key}: {example}`");
        let example = if example.chars().count() > LONGEST_EXAMPLE { "see below" } else { &example };
        let _ = writeln!(table, "| {name} | {said} | {example} |");
    }
    table
}

#[test]
fn every_key_is_explained_with_an_example_in_the_words_that_editors_show() {
    let schema = Tree::read(&stdout(&curate(&["schema"]))).unwrap();
    let readme = readme();
    let (before, rest) = readme.split_once("\n### The file\n").unwrap_or((&readme, ""));
    assert!(before.contains("\n## Every key\n") && !rest.contains("\n## "), "the keys come last");
    let mut text = before.to_owned();
    for (name, place, pointer) in THINGS {
        let thing = at(&schema, pointer).unwrap();
        let description = words(at(thing, "/description").unwrap());
        let place = if place.is_empty() { String::new() } else { format!("{place}. ") };
        let _ = write!(text, "\n### {name}\n\n{place}{description}\n\n{}", table(thing));
        for example in items(at(thing, "/examples")).iter().filter(|_| pointer.ends_with("/items")) {
            let _ = write!(text, "\n```json\n{}\n```\n", example.write());
        }
    }
    expect_file!["../../../data/README.md"].assert_eq(&text);
}
