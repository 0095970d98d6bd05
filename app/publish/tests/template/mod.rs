//! A small page as Trunk would build it, so that the press can be tried without a build of the program.

use publish::Files;

/// The files of the template.
pub(crate) fn template() -> Files {
    let files = [
        (
            "index.html",
            r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="description" content=""><title></title>
            <link rel="stylesheet" href="./page-1f.css"><link rel="modulepreload" href="./page-1f.js">
            <link rel="preload" href="./page-1f_bg.wasm" as="fetch"></head>
            <body><div id="page"></div><div id="notice"></div><link rel="stylesheet" href="./later-1f.css"></body></html>"#,
        ),
        (
            "drawing/index.html",
            r#"<!doctype html><html><head><link rel="modulepreload" href="./drawing-1f.js">
            <link rel="preload" href="./drawing-1f_bg.wasm" as="fetch"></head><body></body></html>"#,
        ),
        ("drawing/drawing-1f.js", "// The drawing program.\nexport default function () {}\n"),
        ("drawing/drawing-1f_bg.wasm", "drawing program"),
        ("page-1f.css", "body { margin: 0 }"),
        ("later-1f.css", "dialog { padding: 1rem }"),
        ("page-1f.js", "// The program.\nexport default function () {}\n"),
        ("page-1f_bg.wasm", "program"),
        ("embed.js", ""),
        ("footnoted-figure.js", ""),
        ("favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("data/dashboard.schema.json", "{}"),
    ];
    files.into_iter().map(|(address, content)| (address.to_owned(), content.as_bytes().to_vec())).collect()
}
