//! Tests `.ci/keep-frozen` in temporary repositories: a frozen file stays on the site unchanged, whatever a later build
//! contains.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
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

/// A temporary folder with a repository and checkouts of it that contain the script.
struct Home(PathBuf);

impl Home {
    /// An empty repository in a folder for this test.
    fn of(test: &str) -> Result<Self> {
        let home = std::env::temp_dir().join(format!("footnoted-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&home);
        fs::create_dir_all(&home)?;
        run("git", &["init", "--quiet", "--bare", "origin"], &home)?;
        Ok(Self(home))
    }

    fn checkout(&self, name: &str) -> Result<Checkout> {
        run("git", &["init", "--quiet", name], &self.0)?;
        let work = self.0.join(name);
        fs::create_dir_all(work.join(".ci"))?;
        fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../.ci/keep-frozen"), work.join(".ci/keep-frozen"))?;
        run("git", &["remote", "add", "origin", &self.0.join("origin").to_string_lossy()], &work)?;
        run("git", &["add", "."], &work)?;
        let name = ["-c", "user.name=Test", "-c", "user.email=test@localhost"];
        run("git", &[&name[..], &["commit", "--quiet", "--message", "Begin"]].concat(), &work)?;
        Ok(Checkout(work))
    }

    /// The paths of all kept files.
    fn kept(&self) -> Result<Vec<String>> {
        let kept = run("git", &["ls-tree", "-r", "--name-only", "frozen"], &self.0.join("origin"))?;
        Ok(kept.lines().map(str::to_owned).collect())
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Checkout(PathBuf);

impl Checkout {
    fn bring(&self, site: &str) -> Result<()> {
        fs::create_dir_all(self.0.join(site))?;
        run("bash", &[".ci/keep-frozen", "bring", site], &self.0).map(drop)
    }

    fn keep(&self, site: &str) -> Result<()> {
        run("bash", &[".ci/keep-frozen", "keep", site], &self.0).map(drop)
    }

    /// Writes a file of a site, with the compressed copy that a build makes.
    fn write(&self, site: &str, file: &str, words: &str) -> Result<()> {
        let path = self.0.join(site).join(file);
        fs::create_dir_all(path.parent().context("a file without a folder")?)?;
        fs::write(path.with_extension("html.br"), "packed")?;
        Ok(fs::write(path, words)?)
    }

    fn read(&self, site: &str, file: &str) -> Result<String> {
        let path = self.0.join(site).join(file);
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    }
}

/// A list of editions as a build writes it.
fn list(editions: &[&str]) -> String {
    let lines: Vec<String> = editions.iter().map(|edition| format!("{{\"data\":\"o/{edition}.json\"}}")).collect();
    format!("[\n{}\n]\n", lines.join("\n,"))
}

#[test]
fn every_published_file_stays_unchanged_in_later_sites() -> Result<()> {
    let home = Home::of("frozen")?;
    let work = home.checkout("work")?;
    // The form of names before there was a list of editions.
    work.write("first", "v/aaa/embed.html", "one")?;
    work.keep("first")?;
    work.bring("second")?;
    assert_eq!(work.read("second", "v/aaa/embed.html")?, "one", "the build lacks a file that was published before");
    work.write("second", "v/o/bbb.html", "two")?;
    work.keep("second")?;
    assert_eq!(work.read("second", "v/aaa/embed.html")?, "one");
    assert_eq!(work.read("second", "v/o/bbb.html")?, "two");
    // If a build writes another content under an old name, the first one is kept.
    work.write("third", "v/aaa/embed.html", "another")?;
    work.write("third", "v/o/bbb.html", "another")?;
    work.keep("third")?;
    assert_eq!(work.read("third", "v/aaa/embed.html")?, "one");
    assert_eq!(work.read("third", "v/o/bbb.html")?, "two");
    assert_eq!(home.kept()?, ["v/aaa/embed.html", "v/o/bbb.html"]);
    Ok(())
}

#[test]
fn the_list_of_editions_gains_lines_and_never_loses_one() -> Result<()> {
    let home = Home::of("list")?;
    let work = home.checkout("work")?;
    let site = "site";
    work.write(site, "v/editions.json", &list(&["a"]))?;
    work.keep(site)?;
    assert_eq!(work.read(site, "v/editions.json")?, list(&["a"]));
    work.write(site, "v/editions.json", &list(&["a", "b"]))?;
    work.keep(site)?;
    work.keep(site)?;
    assert_eq!(work.read(site, "v/editions.json")?, list(&["a", "b"]));
    // A build that started without the list.
    work.write("other", "v/editions.json", &list(&["c"]))?;
    work.keep("other")?;
    assert_eq!(work.read("other", "v/editions.json")?, list(&["a", "b", "c"]));
    // An older build, published again.
    work.write("last", "v/editions.json", &list(&["a", "b"]))?;
    work.keep("last")?;
    assert_eq!(work.read("last", "v/editions.json")?, list(&["a", "b", "c"]));
    Ok(())
}

#[test]
fn two_editions_published_at_the_same_time_are_both_kept() -> Result<()> {
    let home = Home::of("at-once")?;
    let (one, other) = (home.checkout("one")?, home.checkout("other")?);
    one.write("site", "v/editions.json", &list(&["a"]))?;
    one.keep("site")?;
    for (work, edition) in [(&one, "b"), (&other, "c")] {
        work.bring("site")?;
        work.write("site", "v/editions.json", &list(&["a", edition]))?;
        work.write("site", &format!("v/o/{edition}.html"), edition)?;
    }
    // A hook pushes the other edition just before this one is pushed.
    let hook = one.0.join(".git/hooks/pre-push");
    fs::create_dir_all(hook.parent().context("a file without a folder")?)?;
    let script = format!(
        "#!/bin/bash\nunset $(git rev-parse --local-env-vars)\ncd '{}'\n[ -e done ] && exit 0\ntouch done\nbash .ci/keep-frozen keep site\n",
        other.0.display()
    );
    fs::write(&hook, script)?;
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755))?;
    one.keep("site")?;
    assert!(other.0.join("done").exists(), "the hook did not run");
    assert_eq!(one.read("site", "v/editions.json")?, list(&["a", "c", "b"]));
    assert_eq!(home.kept()?, ["v/editions.json", "v/o/b.html", "v/o/c.html"]);
    Ok(())
}

#[test]
fn the_script_fails_if_the_kept_files_cannot_be_fetched() -> Result<()> {
    let home = Home::of("unreachable")?;
    let work = home.checkout("work")?;
    work.write("site", "v/o/a.html", "one")?;
    work.keep("site")?;
    fs::rename(home.0.join("origin"), home.0.join("gone"))?;
    assert!(work.keep("site").is_err() && work.bring("site").is_err());
    Ok(())
}
