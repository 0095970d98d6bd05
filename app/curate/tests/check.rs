//! `curate check`, run as a curator runs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use model::Dashboard;
use serde_json::Value as Json;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn curate(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_curate"));
    command.current_dir(repository()).args(arguments).output().unwrap_or_else(|error| unreachable!("{error}"))
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const WRONG: &str = "app/model/tests/wrong/many-mistakes-at-once.json";
const BROKEN: &str = "app/model/tests/wrong/comma-missing.json";

/// What the model says of a file, problem by problem.
fn problems(file: &str) -> Vec<model::Problem> {
    let text = fs::read_to_string(repository().join(file)).unwrap_or_default();
    Dashboard::parse(&text).err().iter().flat_map(model::Problems::iter).cloned().collect()
}

#[test]
fn the_real_dataset_is_clean_and_the_exit_status_says_so() {
    let output = curate(&["check"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).starts_with("data/dashboard.json: nothing is wrong; "), "{}", stdout(&output));
    assert_eq!(stderr(&output), "");
}

#[test]
fn findings_stand_line_by_line_behind_the_name_of_the_file_and_exit_with_2() {
    for file in [WRONG, BROKEN] {
        let output = curate(&["check", file]);
        assert_eq!(output.status.code(), Some(2));
        let (found, printed) = (problems(file), stdout(&output));
        let mut lines = printed.lines();
        for problem in &found {
            assert_eq!(lines.next(), Some(format!("{file}: {problem}").as_str()));
        }
        let count = if found.len() == 1 { "1 problem found".into() } else { format!("{} problems found", found.len()) };
        assert_eq!(lines.collect::<Vec<_>>(), [format!("{file}: {count}")]);
    }
}

#[test]
fn findings_for_programs_are_one_json_object_with_the_same_words() {
    let output = curate(&["check", "--format", "json", WRONG]);
    assert_eq!(output.status.code(), Some(2));
    let report: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["file"], WRONG);
    let listed = report["problems"].as_array().unwrap();
    let found = problems(WRONG);
    assert!(found.len() > 10);
    assert_eq!(listed.len(), found.len());
    for (entry, problem) in listed.iter().zip(&found) {
        assert_eq!(entry["path"], *problem.path);
        assert_eq!(entry["line"], problem.line);
        assert_eq!(entry["column"], problem.column);
        assert_eq!(entry["message"], *problem.message);
    }
}

#[test]
fn a_clean_dataset_for_programs_has_no_problems() {
    let output = curate(&["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let report: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["problems"], Json::Array(Vec::new()));
}

#[test]
fn a_file_that_is_not_there_is_a_failure_of_the_check_and_no_finding() {
    let output = curate(&["check", "data/no-such-file.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).starts_with("curate: data/no-such-file.json cannot be read: "), "{}", stderr(&output));
}

#[test]
fn a_file_in_another_encoding_is_told_to_be_saved_as_utf_8() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("latin-1.json");
    fs::write(&file, b"{ \"title\": \"caf\xe9\" }").unwrap();
    let output = curate(&["check", &file.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).ends_with("is not UTF-8 text (byte 16): save it as UTF-8\n"), "{}", stderr(&output));
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
