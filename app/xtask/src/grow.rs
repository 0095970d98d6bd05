//! `cargo xtask bench grow`: measures time, memory, bytes and files for editions of several sizes, and the exponents of
//! their growth. With exponent 1 twice the data takes twice the work; with exponent 2 it takes four times the work.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::content;
use crate::edition::Edition;
use crate::engine::{self, Profile};
use crate::fixtures;
use crate::press::{self, Pressed};
use crate::programs::{self, Program};

/// The default sizes: numbers of figures.
pub(crate) const SIZES: [usize; 5] = [30, 100, 300, 1_000, 3_000];

const HOME: &str = "target/grow";

/// The measurements of one edition.
struct Row {
    figures: usize,
    /// A first run of the press, without cached work.
    first: Pressed,
    /// A second run, after an edit of one figure.
    again: Pressed,
    /// The duration of `curate check`, in seconds.
    check: f64,
}

/// Measures editions of these sizes and prints a table.
pub(crate) fn run(sizes: &[usize]) -> Result<()> {
    programs::ready(&[Program::Publish, Program::Curate, Program::Editions])?;
    let template = engine::ready(Profile::Release)?;
    let rows = sizes.iter().map(|size| measured(*size, &template)).collect::<Result<Vec<_>>>()?;
    print!("\n{}", report(&rows));
    Ok(())
}

fn measured(figures: usize, template: &Path) -> Result<Row> {
    println!("{figures} figures:");
    let edition = Edition::of(Some(fixtures::generated(figures)?))?;
    let home = PathBuf::from(HOME).join(figures.to_string());
    // The memory of an earlier run would make the press faster.
    if home.exists() {
        fs::remove_dir_all(&home).with_context(|| format!("{} cannot be removed", home.display()))?;
    }
    let press = |edition: &Edition| {
        let mut call = press::call(template, edition, &home.join("dist"));
        press::press(call.arg("--memory").arg(home.join("memory")))
    };
    let first = press(&edition)?;
    let again = press(&edited(&edition, &home.join("edited"))?)?;
    let begin = Instant::now();
    let mut check = Program::Curate.call();
    let checked =
        check.args(["check", "--data"]).arg(edition.folder()).output().context("the check could not be started")?;
    ensure!(
        checked.status.success(),
        "the check of the generated edition failed:\n{}",
        String::from_utf8_lossy(&checked.stdout)
    );
    Ok(Row { figures, first, again, check: begin.elapsed().as_secs_f64() })
}

/// A copy of an edition in which one figure has another note.
fn edited(edition: &Edition, folder: &Path) -> Result<Edition> {
    let mut data = content::read(&edition.data())?;
    let figure = data.pointer_mut("/figures/0").context("the generated edition has no figure")?;
    figure["note"] = serde_json::json!({ "en": "Repeated a day later." });
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let edited = folder.join("dashboard.json");
    fs::write(&edited, data.to_string()).with_context(|| format!("{} cannot be written", edited.display()))?;
    Edition::of(Some(folder.to_owned()))
}

/// A table with a row per quantity: its value at each size, and the exponent between each size and the next.
fn report(rows: &[Row]) -> String {
    type Read = fn(&Row) -> f64;
    let lines: [(&str, usize, Read); 7] = [
        ("first press, seconds", 1, |row| row.first.seconds),
        ("press after one edit, seconds", 1, |row| row.again.seconds),
        ("press, memory in MB", 0, |row| row.first.memory),
        ("site, bytes", 0, |row| row.first.bytes as f64),
        ("site, files", 0, |row| row.first.files as f64),
        ("site, files without compressed copies", 0, |row| row.first.own_files as f64),
        ("curate check, seconds", 2, |row| row.check),
    ];
    let sizes = rows.iter().map(|row| row.figures.to_string()).collect::<Vec<_>>();
    let mut report = line("figures", &sizes, "exponents");
    for (name, decimals, read) in lines {
        let values = rows.iter().map(|row| format!("{:.decimals$}", read(row))).collect::<Vec<_>>();
        let exponents = rows.windows(2).filter_map(|pair| {
            let [small, large] = pair else { return None };
            let exponent = exponent((small.figures as f64, read(small)), (large.figures as f64, read(large)));
            Some(format!("{exponent:.2}"))
        });
        report += &line(name, &values, &exponents.collect::<Vec<_>>().join(" "));
    }
    report
}

fn line(name: &str, values: &[String], exponents: &str) -> String {
    let values = values.iter().map(|value| format!(" {value:>10}")).collect::<String>();
    format!("{name:37}{values}  {exponents}\n")
}

/// The exponent of the growth between two pairs of size and value.
fn exponent((small, before): (f64, f64), (large, after): (f64, f64)) -> f64 {
    (after / before).ln() / (large / small).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(figures: usize, seconds: f64) -> Row {
        let (files, own_files, bytes) = (20 * figures as u64, 10 * figures as u64, 1000 * figures as u64);
        let first = Pressed { figures: figures as u64, files, own_files, bytes, seconds, memory: 90.0 };
        Row { figures, first, again: first, check: 0.25 }
    }

    #[test]
    fn the_exponent_shows_work_that_grows_faster_than_the_data() {
        assert_eq!(
            report(&[row(30, 1.0), row(300, 100.0)]),
            "\
figures                                       30        300  exponents
first press, seconds                         1.0      100.0  2.00
press after one edit, seconds                1.0      100.0  2.00
press, memory in MB                           90         90  0.00
site, bytes                                30000     300000  1.00
site, files                                  600       6000  1.00
site, files without compressed copies        300       3000  1.00
curate check, seconds                       0.25       0.25  0.00
"
        );
    }
}
