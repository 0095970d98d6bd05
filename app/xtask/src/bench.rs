//! The table of sizes: what a reader downloads, in the order in which it is paid for.

use anyhow::Result;

use crate::press;
use crate::view::Phase;
use crate::weight::{self, Item, Weight};

/// Prints the table.
pub(crate) fn run() -> Result<()> {
    print!("{}", table(&weight::folder(&press::built()?, |_| true)?));
    Ok(())
}

fn table(items: &[Item]) -> String {
    let groups = [
        (Phase::Figures, "before script (html, css)"),
        (Phase::Program, "after script (js, wasm)"),
        (Phase::Data, "meanwhile (json, css)"),
        (Phase::Later, "not in the first view"),
    ];
    let first_view = "whole first view";
    let titles = groups.iter().map(|(_, title)| title.len());
    let names = items.iter().map(|item| item.name.len() + 2);
    let width = titles.chain(names).max().unwrap_or_default();
    let head = format!("{:width$} {:>10} {:>10} {:>10}\n", "bytes", "raw", "gzip 9", "brotli 11");
    let groups = groups.map(|(phase, title)| {
        let total = row(title, weight::total(items, phase), width);
        let files = items.iter().filter(|item| item.phase == phase).map(|item| (item.name.as_str(), item.weight));
        let files: Vec<(String, Weight)> = match phase {
            Phase::Later => by_folder(files),
            _ => files.map(|(name, weight)| (name.to_owned(), weight)).collect(),
        };
        let rows = files.iter().map(|(name, weight)| row(&format!("  {name}"), *weight, width) + "\n");
        total + "\n" + &rows.collect::<String>()
    });
    let [figures, program, data, later] = groups;
    let whole = row(first_view, weight::first_view(items), width) + "\n";
    head + &[figures, program, data, whole, later].join("\n")
}

/// Files that lie in folders as one line for each folder: there are hundreds, and none of them is paid for by everybody.
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
    fn each_file_stands_below_the_total_of_its_group() {
        let items = [
            item("index.html", Phase::Figures, 5),
            item("web.css", Phase::Figures, 2),
            item("web_bg.wasm", Phase::Program, 100),
            item("figures.csv", Phase::Later, 3),
            item("embed/a.html", Phase::Later, 4),
            item("embed/figure/b.html", Phase::Later, 6),
        ];
        assert_eq!(
            table(&items),
            "\
bytes                            raw     gzip 9  brotli 11
before script (html, css)         63         14          7
  index.html                      45         10          5
  web.css                         18          4          2

after script (js, wasm)          900        200        100
  web_bg.wasm                    900        200        100

meanwhile (json, css)              0          0          0

whole first view                 963        214        107

not in the first view            117         26         13
  figures.csv                     27          6          3
  embed/                          90         20         10
"
        );
    }
}
