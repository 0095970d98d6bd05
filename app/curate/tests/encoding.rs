//! The messages about files that are not UTF-8, and about texts that an earlier conversion damaged.

#![expect(clippy::unwrap_used, reason = "a test whose files cannot be read has failed")]

mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use support::{curate, data, scratch, stderr, stdout};

/// A file of these bytes.
fn file(name: &str, bytes: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

/// The data as Notepad saves it under "ANSI" and "Unicode".
fn ansi() -> Vec<u8> {
    let byte = |letter: char| match letter {
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        '—' => 0x97,
        letter => u8::try_from(letter).unwrap_or(b'?'),
    };
    data().chars().map(byte).collect()
}

fn unicode() -> Vec<u8> {
    std::iter::once(0xfeff).chain(data().encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn another_encoding_is_one_finding_with_its_line_for_people_and_for_programs() {
    for (name, bytes, seems) in [
        ("ansi.json", ansi(), "Windows-1252 or another old encoding (look after “"),
        ("unicode.json", unicode(), "UTF-16 LE: save it"),
    ] {
        let file = file(name, &bytes);
        let output = curate(&["check", &file]);
        let printed = stdout(&output);
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(2), ""), "{printed}");
        assert!(printed.contains(&format!("seems to be {seems}")) && printed.contains("1 problem found"), "{printed}");
        assert!(printed.lines().any(|line| line.trim_start().starts_with('|') && line.contains('^')), "{printed}");
        let output = curate(&["check", "--format", "json", &file]);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["problems"].as_array().unwrap().len(), 1);
        assert!(report["problems"][0]["message"].as_str().unwrap().contains(seems), "{report}");
        assert!(report["problems"][0]["line"].is_u64() && report["citations"]["checked"] == 0);
    }
}

#[test]
fn the_readable_part_of_the_line_is_shown() {
    let file = file("legible.json", b"{\n  \"title\": { \"en\": \"The country\x92s caf\xe9s\" }\n}\n");
    let printed = stdout(&curate(&["check", &file]));
    assert!(printed.contains("line 2, column 32: "), "{printed}");
    assert!(printed.contains("2 |   \"title\": { \"en\": \"The country’s cafés\" }"), "{printed}");
}

#[test]
fn all_commands_refuse_another_encoding_with_the_same_message() {
    let file = file("written.json", &ansi());
    for arguments in
        [["new", "source", "other", "--file"].as_slice(), &["new", "figure", "other", "--file"], &["archive", "--file"]]
    {
        let output = curate(&[arguments, &[file.as_str()]].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", stdout(&output));
        assert!(stderr(&output).contains("the file is not UTF-8 but seems to be Windows-1252"), "{}", stderr(&output));
    }
    assert_eq!(fs::read(&file).unwrap(), ansi(), "it was written into");
}

#[test]
fn an_article_in_another_encoding_is_reported_and_its_quotes_are_not_called_missing() {
    let id = "guardian";
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("articles-in-another-encoding");
    file(&format!("articles-in-another-encoding/{id}.txt"), b"The country\x92s caf\xe9s were closed.");
    let output = curate(&["check", "--data", support::EDITION, "--articles", &folder.to_string_lossy()]);
    let printed = stdout(&output);
    assert!(
        printed.contains(&format!("{id}.txt: line 1, column 12: the file is not UTF-8 but seems to be Windows-1252")),
        "{printed}"
    );
    assert!(!printed.contains("is not in the article"), "{printed}");
}

#[test]
fn a_record_in_another_encoding_is_reported() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("seeds-in-another-encoding");
    file("seeds-in-another-encoding/guardian.json", b"{ \"id\": \"guardian\", \"copy\": \"caf\xe9\" }");
    let printed = stdout(&curate(&["check", "--data", support::EDITION, "--seeds", &folder.to_string_lossy()]));
    let said = "\"guardian\" has a record that cannot be read: ";
    assert!(printed.contains(said) && printed.contains("line 1, column 33: the file is not UTF-8"), "{printed}");
}

#[test]
fn mojibake_is_a_warning_with_its_place() {
    let text = data();
    let from = text.find("\"quote\": \"").unwrap() + "\"quote\": \"".len();
    let garbled = format!("{}the cafÃ©â€™s {}", &text[..from], &text[from..]);
    let printed = stdout(&curate(&["check", &scratch("garbled.json", &garbled)]));
    let line = text[..from].matches('\n').count() + 1;
    let said = "“cafÃ©â€™s” looks like “café’s”, read once as Windows-1252 and saved so";
    let warned = printed.lines().find(|found| found.contains(said)).unwrap_or_default();
    assert!(warned.starts_with("warning: ") && warned.contains(&format!("line {line}, ")), "{printed}");
}

#[test]
fn private_keys_are_not_searched_for_mojibake() {
    let text = data().replacen("\"type\":", "\"note\": \"cafÃ©\", \"type\":", 1);
    let printed = stdout(&curate(&["check", &scratch("garbled-note.json", &text)]));
    assert!(!printed.contains("looks like"), "{printed}");
}
