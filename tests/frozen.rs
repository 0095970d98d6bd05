//! What is frozen on the site stays there, whatever a later build brings: `.ci/keep-frozen`, tried on a repository of
//! its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

fn run(program: &str, arguments: &[&str], folder: &Path) -> Result<String> {
    let output =
        Command::new(program).args(arguments).current_dir(folder).output().with_context(|| program.to_owned())?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{program} {arguments:?}: {complaint}");
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A checkout with the script in it, whose origin is an empty repository.
fn checkout(home: &Path) -> Result<PathBuf> {
    let _ = fs::remove_dir_all(home);
    fs::create_dir_all(home)?;
    run("git", &["init", "--quiet", "--bare", "origin"], home)?;
    run("git", &["init", "--quiet", "work"], home)?;
    let work = home.join("work");
    fs::create_dir_all(work.join(".ci"))?;
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../.ci/keep-frozen"), work.join(".ci/keep-frozen"))?;
    run("git", &["remote", "add", "origin", &home.join("origin").to_string_lossy()], &work)?;
    run("git", &["add", "."], &work)?;
    let name = ["-c", "user.name=Test", "-c", "user.email=test@localhost"];
    run("git", &[&name[..], &["commit", "--quiet", "--message", "Begin"]].concat(), &work)?;
    Ok(work)
}

/// A site with one edition.
fn site(work: &Path, edition: &str, words: &str) -> Result<PathBuf> {
    let folder = work.join(format!("site-{edition}"));
    fs::create_dir_all(folder.join("v").join(edition))?;
    fs::write(folder.join("v").join(edition).join("embed.html"), words)?;
    fs::write(folder.join("v").join(edition).join("embed.html.br"), "packed")?;
    Ok(folder)
}

#[test]
fn every_edition_that_was_published_comes_back_unchanged_into_later_sites() -> Result<()> {
    let home = std::env::temp_dir().join(format!("footnoted-frozen-{}", std::process::id()));
    let work = checkout(&home)?;
    let keep = |site: &Path| run("bash", &[".ci/keep-frozen", &site.to_string_lossy()], &work);
    keep(&site(&work, "aaa", "one")?)?;
    let second = site(&work, "bbb", "two")?;
    keep(&second)?;
    assert_eq!(fs::read_to_string(second.join("v/aaa/embed.html"))?, "one");
    assert_eq!(fs::read_to_string(second.join("v/bbb/embed.html"))?, "two");
    // Should a build ever write something else under an old name, what was published first stands.
    let first = site(&work, "aaa", "another")?;
    keep(&first)?;
    assert_eq!(fs::read_to_string(first.join("v/aaa/embed.html"))?, "one");
    assert_eq!(fs::read_to_string(first.join("v/bbb/embed.html"))?, "two");
    let kept = run("git", &["ls-tree", "-r", "--name-only", "frozen"], &home.join("origin"))?;
    assert_eq!(kept.lines().collect::<Vec<_>>(), ["v/aaa/embed.html", "v/bbb/embed.html"]);
    let _ = fs::remove_dir_all(&home);
    Ok(())
}
