//! `cargo xtask bench`: the size of each file that a reader downloads, by phase, and the time to the first answer.

use anyhow::Result;

use crate::view::Phase;
use crate::weight::{self, Item, Weight};
use crate::{press, tap};

/// Prints the table of sizes, then the times.
pub(crate) fn run() -> Result<()> {
    let site = press::built()?;
    print!("{}", table(&weight::folder(&site, |_| true)?));
    tap::measure(&site)
}

fn table(items: &[Item]) -> String {
    let groups = [
        (Phase::First, "first view (html, css, script)"),
        (Phase::Program, "at the first action (js, wasm)"),
        (Phase::Drawing, "to draw it again (js, wasm)"),
        (Phase::Data, "when idle, to compare (json)"),
        (Phase::Later, "not fetched by the page"),
    ];
    let titles = groups.iter().map(|(_, title)| title.len());
    let names = items.iter().map(|item| item.name.len() + 2);
    let width = titles.chain(names).max().unwrap_or_default();
    let head = format!("{:width$} {:>10} {:>10} {:>10}\n", "bytes", "raw", "gzip 9", "brotli 11");
    let groups: [String; 5] = groups.map(|(phase, title)| {
        let total = row(title, weight::total(items, phase), width);
        let files = items.iter().filter(|item| item.phase == phase).map(|item| (item.name.as_str(), item.weight));
        let files: Vec<(String, Weight)> = match phase {
            Phase::Later => by_folder(files),
            _ => files.map(|(name, weight)| (name.to_owned(), weight)).collect(),
        };
        let rows = files.iter().map(|(name, weight)| row(&format!("  {name}"), *weight, width) + "\n");
        total + "\n" + &rows.collect::<String>()
    });
    head + &groups.join("\n")
}

/// One line per folder for the files in folders: there are hundreds of them, and no reader downloads all.
fn by_folder<'i>(files: impl Iterator<Item = (&'i str, Weight)>) -> Vec<(String, Weight)> {
    let mut lines: Vec<(String, Weight)> = Vec::new();
    for (name, weight) in files {
        let name = name.split_once('/').map_or_else(|| name.to_owned(), |(folder, _)| format!("{folder}/"));
        match lines.iter_mut().find(|(other, _)| *other == name) {
            Some((_, sum)) => *sum = *sum + weight,
            None => lines.push((name, weight)),
        }
    }
    lines
}

fn row(name: &str, weight: Weight, width: usize) -> String {
    let Weight { raw, gzip, brotli } = weight;
    format!("{name:width$} {raw:>10} {gzip:>10} {brotli:>10}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(name: &str, phase: Phase, brotli: usize) -> Item {
        let weight = Weight { raw: 9 * brotli, gzip: 2 * brotli, brotli };
        Item { name: name.to_owned(), phase, weight }
    }

    #[test]
    fn each_file_is_listed_below_the_total_of_its_group() {
        let items = [
            item("index.html", Phase::First, 5),
            item("later.css", Phase::First, 2),
            item("web_bg.wasm", Phase::Program, 100),
            item("drawing_bg.wasm", Phase::Drawing, 200),
            item("figures.csv", Phase::Later, 3),
            item("embed/a.html", Phase::Later, 4),
            item("embed/figure/b.html", Phase::Later, 6),
        ];
        assert_eq!(
            table(&items),
            "\
bytes                                 raw     gzip 9  brotli 11
first view (html, css, script)         63         14          7
  index.html                           45         10          5
  later.css                            18          4          2

at the first action (js, wasm)        900        200        100
  web_bg.wasm                         900        200        100

to draw it again (js, wasm)          1800        400        200
  drawing_bg.wasm                    1800        400        200

when idle, to compare (json)            0          0          0

not fetched by the page               117         26         13
  figures.csv                          27          6          3
  embed/                               90         20         10
"
        );
    }
}
