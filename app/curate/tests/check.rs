//! `curate check`, run from the command line.

mod support;

use std::fs;
use std::path::Path;

use model::Dashboard;
use serde_json::Value as Json;
use support::{EDITION, curate, data, repository, scratch, stderr, stdout};

const WRONG: &str = "app/model/tests/wrong/many-mistakes-at-once.json";
const BROKEN: &str = "app/model/tests/wrong/comma-missing.json";

/// The model's problems with a file.
fn problems(file: &str) -> Vec<model::Problem> {
    let text = fs::read_to_string(repository().join(file)).unwrap_or_default();
    Dashboard::parse(&text).err().iter().flat_map(model::Problems::iter).cloned().collect()
}

/// The messages of a kind about a file, without kind and file name.
fn said<'o>(printed: &'o str, kind: &str, file: &str) -> Vec<&'o str> {
    let start = format!("{kind}: {file}: ");
    printed.lines().filter_map(|line| line.strip_prefix(start.as_str())).collect()
}

#[test]
fn the_real_dataset_has_no_errors_and_the_exit_status_is_0() {
    let output = curate(&["check", "--data", EDITION]);
    let printed = stdout(&output);
    let file = format!("{EDITION}/dashboard.json");
    assert_eq!(output.status.code(), Some(0), "{printed}");
    assert_eq!(said(&printed, "error", &file), [""; 0]);
    assert!(printed.lines().last().unwrap().starts_with(&format!("{file}: nothing is wrong; ")), "{printed}");
    assert_eq!(stderr(&output), "");
}

#[test]
fn problems_are_printed_with_the_model_s_message_and_the_underlined_line_and_exit_with_2() {
    for file in [WRONG, BROKEN] {
        let output = curate(&["check", file]);
        assert_eq!(output.status.code(), Some(2));
        let (found, printed) = (problems(file), stdout(&output));
        let listed = said(&printed, "error", file);
        for problem in &found {
            assert!(listed.contains(&problem.to_string().as_str()), "{problem} is not in {printed}");
        }
        let underlined =
            printed.lines().filter(|line| line.trim_start().starts_with('|') && line.contains('^')).count();
        assert_eq!(underlined, listed.len() + said(&printed, "warning", file).len());
        let count = if listed.len() == 1 { "1 problem".into() } else { format!("{} problems", listed.len()) };
        assert_eq!(printed.lines().last(), Some(format!("{file}: {count} found").as_str()));
    }
}

#[test]
fn findings_are_in_file_order() {
    let places = |kind: &str| -> Vec<(u64, u64)> {
        let output = curate(&["check", "--format", "json", WRONG]);
        let report: Json = serde_json::from_slice(&output.stdout).unwrap();
        let listed = report[kind].as_array().unwrap();
        listed.iter().map(|entry| (entry["line"].as_u64().unwrap(), entry["column"].as_u64().unwrap())).collect()
    };
    let found = places("problems");
    assert!(found.len() > 10 && found.is_sorted(), "{found:?}");
}

#[test]
fn findings_for_programs_have_the_same_messages_and_json_pointers() {
    let output = curate(&["check", "--format", "json", WRONG]);
    assert_eq!(output.status.code(), Some(2));
    let report: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["file"], WRONG);
    let listed = report["problems"].as_array().unwrap();
    let found = problems(WRONG);
    assert!(found.len() > 10);
    for problem in &found {
        let said = |entry: &&Json| {
            entry["path"] == *problem.path
                && entry["line"] == problem.line
                && entry["column"] == problem.column
                && entry["message"] == *problem.message
        };
        assert!(listed.iter().any(|entry| said(&entry)), "{problem}");
    }
    let file: Json = serde_json::from_str(&fs::read_to_string(repository().join(WRONG)).unwrap()).unwrap();
    for entry in listed {
        let pointer = entry["pointer"].as_str().unwrap();
        assert!(file.pointer(pointer).is_some(), "{pointer} leads nowhere");
        let (end, start) = (|key: &str| entry[key].as_u64().unwrap(), entry["column"].as_u64().unwrap());
        assert!(end("end_line") == entry["line"].as_u64().unwrap() && end("end_column") > start, "{entry}");
    }
}

#[test]
fn the_output_for_programs_of_a_correct_dataset_has_no_problems() {
    let output = curate(&["check", "--format", "json", "--data", EDITION]);
    assert_eq!(output.status.code(), Some(0));
    let report: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["problems"], Json::Array(Vec::new()));
}

#[test]
fn a_file_of_any_name_or_a_folder_can_be_checked() {
    let file = format!("{EDITION}/dashboard.json");
    assert_eq!(stdout(&curate(&["check", &file])), stdout(&curate(&["check", "--data", EDITION])));
}

#[test]
fn a_last_change_in_the_future_is_refused() {
    let text = data();
    let updated = Dashboard::parse(&text).unwrap().updated.to_string();
    let file = scratch("yet-to-come.json", &text.replace(&format!("\"{updated}\""), "\"2999-01-01\""));
    let output = curate(&["check", &file]);
    let printed = stdout(&output);
    assert_eq!(output.status.code(), Some(2), "{printed}");
    assert!(printed.contains("updated: 2999-01-01 is yet to come: "), "{printed}");
}

#[test]
fn a_missing_file_is_a_failure_of_the_check_and_not_a_finding() {
    let output = curate(&["check", "data/no-such-file.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).starts_with("curate: data/no-such-file.json cannot be read: "), "{}", stderr(&output));
}

#[test]
fn the_message_for_another_encoding_says_to_save_as_utf_8() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("latin-1.json");
    fs::write(&file, b"{ \"title\": \"caf\xe9\" }").unwrap();
    let output = curate(&["check", &file.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2));
    let said = "line 1, column 16: the file is not UTF-8 but seems to be Windows-1252 or another old encoding (look after “{ \"title\": \"caf”): save it again";
    assert!(stdout(&output).contains(said), "{}", stdout(&output));
}

#[test]
fn a_mistyped_command_exits_with_1_and_help_with_0() {
    for arguments in [["chek", ""].as_slice(), &["check", "--fromat", "json"], &[]] {
        assert_eq!(curate(arguments).status.code(), Some(1), "{arguments:?}");
    }
    let help = curate(&["check", "--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(stdout(&help).contains("Exit status: 0"), "{}", stdout(&help));
}
