//! The table of sizes: what a reader downloads, in the order in which it is paid for.

use std::path::Path;

use anyhow::Result;

use crate::page;
use crate::weight::{self, Item, Phase, Weight};

/// Prints the table.
pub(crate) fn run() -> Result<()> {
    page::built()?;
    print!("{}", table(&weight::folder(Path::new(page::DIST))?));
    Ok(())
}

fn table(items: &[Item]) -> String {
    let groups = [
        (Phase::BeforeScript, "before script (html, css)"),
        (Phase::Script, "after script (js, wasm)"),
        (Phase::Data, "data (json)"),
        (Phase::Other, "everything else"),
    ];
    let titles = groups.iter().map(|(_, title)| title.len());
    let names = items.iter().map(|item| item.name.len() + 2);
    let width = titles.chain(names).max().unwrap_or_default();
    let head = format!("{:width$} {:>10} {:>10} {:>10}\n", "bytes", "raw", "gzip 9", "brotli 11");
    let groups = groups.map(|(phase, title)| {
        let files = items.iter().filter(|item| item.phase == phase);
        let rows = files.map(|item| row(&format!("  {}", item.name), item.weight, width));
        row(title, weight::total(items, phase), width) + &rows.collect::<String>()
    });
    head + &groups.join("\n")
}

fn row(name: &str, weight: Weight, width: usize) -> String {
    let Weight { raw, gzip, brotli } = weight;
    format!("{name:width$} {raw:>10} {gzip:>10} {brotli:>10}\n")
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
            item("index.html", Phase::BeforeScript, 5),
            item("web.css", Phase::BeforeScript, 2),
            item("web_bg.wasm", Phase::Script, 100),
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

data (json)                        0          0          0

everything else                    0          0          0
"
        );
    }
}
