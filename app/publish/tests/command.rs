//! The command `publish`: what it writes to a folder, what it leaves there, and what it says when something is wrong.

mod template;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, ensure};

/// A place to work in, with a template and an edition, for the test of this name.
struct Place(PathBuf);

impl Place {
    fn named(name: &str) -> Result<Self> {
        let place = std::env::temp_dir().join(format!("footnoted-press-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        for (address, content) in template::template().iter() {
            write(&place.join("template").join(address), content)?;
        }
        write(&place.join("edition/dashboard.json"), editions::text("cambodia")?.as_bytes())?;
        Ok(Self(place))
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    fn press(&self, more: &[&str]) -> Result<Output> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_publish"));
        command.current_dir(&self.0).env_remove("FOOTNOTED_URL");
        if !more.contains(&"--data") {
            command.args(["--data", "edition"]);
        }
        Ok(command.args(["--template", "template", "--memory", "memory"]).args(more).output()?)
    }

    fn pressed(&self, more: &[&str]) -> Result<String> {
        let output = self.press(more)?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(String::from_utf8(output.stdout)?)
    }

    fn refused(&self, more: &[&str]) -> Result<String> {
        let output = self.press(more)?;
        ensure!(!output.status.success(), "it did not stop");
        Ok(String::from_utf8(output.stderr)?)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::create_dir_all(path.parent().context("a file without a folder")?)?;
    Ok(fs::write(path, content)?)
}

#[test]
fn only_what_changed_is_written_and_what_is_gone_is_removed_but_nothing_that_was_frozen() -> Result<()> {
    let place = Place::named("changes")?;
    let said = place.pressed(&["--out", "site"])?;
    let last = said.lines().last().context("it said nothing")?;
    assert!(last.starts_with("pressed ") && last.contains(" without compressed copies), "), "{last}");

    let old = place.at("site/v/0123456789abcdef/embed.html");
    write(&old, b"given out")?;
    write(&place.at("site/charts/gone.svg"), b"of a chart that is no longer there")?;
    write(&place.at("site/gone/figure.html"), b"in a folder of its own")?;
    let same = place.at("site/charts/people.png");
    let long_ago = std::time::SystemTime::UNIX_EPOCH;
    fs::File::options().append(true).open(&same)?.set_modified(long_ago)?;
    write(&place.at("site/index.html"), b"changed by hand")?;
    place.pressed(&["--out", "site"])?;
    assert_eq!(fs::metadata(&same)?.modified()?, long_ago, "what is the same was written again");
    assert!(fs::read_to_string(place.at("site/index.html"))?.starts_with("<!doctype html>"));
    assert!(!place.at("site/charts/gone.svg").exists() && !place.at("site/gone").exists());
    assert_eq!(fs::read_to_string(old)?, "given out");
    Ok(())
}

#[test]
fn what_was_frozen_in_another_site_is_kept_in_this_one() -> Result<()> {
    let place = Place::named("earlier")?;
    write(&place.at("before/v/0123456789abcdef/embed.html"), b"given out")?;
    write(&place.at("before/index.html"), b"an old page")?;
    place.pressed(&["--out", "site", "--earlier", "before"])?;
    assert_eq!(fs::read_to_string(place.at("site/v/0123456789abcdef/embed.html"))?, "given out");
    assert_ne!(fs::read_to_string(place.at("site/index.html"))?, "an old page");
    Ok(())
}

#[test]
fn a_folder_that_holds_something_else_is_left_alone() -> Result<()> {
    let place = Place::named("foreign")?;
    write(&place.at("thesis/chapter.txt"), b"years of work")?;
    let said = place.refused(&["--out", "thesis"])?;
    assert!(said.contains("thesis") && said.contains("--out"), "{said}");
    assert_eq!(fs::read_dir(place.at("thesis"))?.count(), 1);
    Ok(())
}

#[test]
fn a_wrong_template_or_edition_is_named_with_its_path_and_what_to_do() -> Result<()> {
    let place = Place::named("wrong")?;
    for (arguments, words) in [
        (["--data", "no-such-folder"], ["no-such-folder/dashboard.json", "--data"]),
        (["--template", "no-such-page"], ["no-such-page", "cargo xtask build"]),
        (["--template", "edition"], ["edition", "cargo xtask build"]),
    ] {
        let mut all = vec!["--out", "site"];
        all.extend(arguments);
        let output = Command::new(env!("CARGO_BIN_EXE_publish"))
            .current_dir(&place.0)
            .args(
                ["--template", "template", "--data", "edition", "--memory", "none"]
                    .chunks(2)
                    .filter(|pair| pair[0] != arguments[0])
                    .flatten(),
            )
            .args(&all)
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && words.iter().all(|word| said.contains(word)), "{said}");
    }
    assert!(!place.at("site").exists(), "something was written all the same");
    Ok(())
}

#[test]
fn in_a_preview_a_broken_file_leaves_the_last_good_pages() -> Result<()> {
    let place = Place::named("broken-draft")?;
    write(&place.at("broken/dashboard.json"), b"{ \"schema_version\": 1 ")?;
    place.pressed(&["--out", "first", "--draft", "--data", "broken"])?;
    let page = fs::read_to_string(place.at("first/index.html"))?;
    assert!(!page.contains("data-figure"), "there is no good page yet, and figures come from somewhere");

    place.pressed(&["--out", "site", "--draft"])?;
    let page = fs::read_to_string(place.at("site/index.html"))?;
    let said = place.refused(&["--out", "site", "--draft", "--data", "broken"])?;
    assert!(said.contains("dashboard.json has problems") && said.contains("stay as they were"), "{said}");
    assert_eq!(fs::read_to_string(place.at("site/index.html"))?, page);
    Ok(())
}

#[test]
fn data_that_is_not_utf_8_is_refused_in_the_words_of_the_check_and_a_draft_shows_why() -> Result<()> {
    let place = Place::named("encoding")?;
    let text = fs::read(place.at("edition/dashboard.json"))?;
    write(&place.at("edition/dashboard.json"), &[b"\xff\xfe".as_slice(), &text].concat())?;
    let words = "line 1, column 1: the file is not UTF-8 but seems to be UTF-16 LE";
    let said = place.refused(&["--out", "site"])?;
    assert!(said.contains(words), "{said}");
    assert!(!place.at("site").exists());
    let output = place.press(&["--out", "draft", "--draft"])?;
    assert!(output.status.success() && String::from_utf8_lossy(&output.stderr).contains(words));
    // The page is given what was written, so that it says the same.
    assert!(fs::read(place.at("draft/data/dashboard.json"))?.starts_with(b"\xff\xfe"));
    Ok(())
}
