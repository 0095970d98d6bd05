//! Compression, caching and missing scripts on a real nginx.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use axum::http::{StatusCode, header};
use tokio::time;

use crate::nginx::{Nginx, ask, files, is_copy};
use visitor::chromium::Chromium;
use visitor::dataset::{Dataset, Edit, edit};
use visitor::place;

#[tokio::test]
async fn compressed_copies_are_sent_to_clients_that_accept_them() -> Result<()> {
    let Some(nginx) = Nginx::start("compressed copies").await? else { return Ok(()) };
    let mut sent = BTreeMap::new();
    for file in files()? {
        let original = fs::read(place::dist().join(&file))?;
        for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
            let Ok(copy) = fs::read(place::dist().join(format!("{file}.{ending}"))) else { continue };
            let answer = ask(&nginx.address(&format!("/{file}")), &[(header::ACCEPT_ENCODING, encoding)]).await?;
            assert_eq!(answer.header("content-encoding"), encoding, "{file}");
            assert_eq!(answer.header("vary"), "Accept-Encoding", "{file}");
            assert!(answer.body == copy, "{file} is not the copy of the build");
            assert!(decoded(encoding, &copy)? == original, "{file}.{ending} has another content");
            let plain = ask(&nginx.address(&format!("/{file}")), &[]).await?;
            assert_eq!(answer.header("content-type"), plain.header("content-type"), "{file} as {encoding}");
            *sent.entry(encoding).or_insert(0) += 1;
        }
    }
    assert!(sent.len() == 2, "only these copies were sent: {sent:?}");
    Ok(())
}

fn decoded(encoding: &str, mut bytes: &[u8]) -> Result<Vec<u8>> {
    let mut decoded = Vec::new();
    if encoding == "br" {
        brotli::BrotliDecompress(&mut bytes, &mut decoded)?;
    } else {
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut decoded)?;
    }
    Ok(decoded)
}

#[tokio::test]
async fn the_data_is_compressed_by_the_server_and_has_no_copy_that_could_be_stale() -> Result<()> {
    let Some(nginx) = Nginx::start("the compression of the data").await? else { return Ok(()) };
    for entry in fs::read_dir(place::dist().join("data"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        assert!(!is_copy(&name), "data/{name} would be sent instead of an edited file");
    }
    let address = nginx.address("/data/dashboard.json");
    let answer = ask(&address, &[(header::ACCEPT_ENCODING, "gzip")]).await?;
    assert_eq!(answer.header("content-encoding"), "gzip");
    assert!(decoded("gzip", &answer.body)? == fs::read(nginx.folder("/").join("data/dashboard.json"))?);
    Ok(())
}

#[tokio::test]
async fn edited_data_shows_at_the_next_visit_and_unchanged_data_is_not_sent_again() -> Result<()> {
    let Some(nginx) = Nginx::start("visits after an edit").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let dataset = Dataset::read()?;
    let Edit { position, id, value, words } = edit(&dataset)?;
    let sent = "const file = performance.getEntriesByType('resource').find(({ name }) => name.includes('/data/dashboard.json'));
        return [file.transferSize, file.encodedBodySize]";
    for folder in Nginx::FOLDERS {
        let page = nginx.address(folder);
        let file = nginx.folder(folder).join("data/dashboard.json");
        visit(&chromium, &page).await?;
        visit(&chromium, &page).await?;
        let (transferred, whole): (u32, u32) = chromium.see(sent).await?;
        assert!(transferred > 0, "{folder}: the second visit did not revalidate the data");
        assert!(transferred < whole, "{folder}: {transferred} of {whole} bytes were sent again, unchanged");

        let address = nginx.address(&format!("{folder}data/dashboard.json"));
        let first = ask(&address, &[]).await?;
        let again = ask(&address, &[(header::IF_NONE_MATCH, first.header("etag"))]).await?;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{folder}");

        fs::write(&file, dataset.edited(|file| file["figures"][position]["value"] = value.clone()))?;
        let again = ask(&address, &[(header::IF_NONE_MATCH, first.header("etag"))]).await?;
        assert_eq!(again.status, StatusCode::OK, "{folder}");
        visit(&chromium, &page).await?;
        let shown = chromium.text(&format!("section [data-figure='{id}']")).await?;
        assert!(shown.contains(words), "{folder}: {id} is still {shown}");
    }
    Ok(())
}

async fn visit(chromium: &Chromium, page: &str) -> Result<()> {
    chromium.session.goto(page).await?;
    chromium.wait_for_state("ready").await
}

#[tokio::test]
async fn with_a_missing_or_wrong_script_the_page_stays_as_printed() -> Result<()> {
    let Some(nginx) = Nginx::start("the page with broken scripts").await? else { return Ok(()) };
    let figures = Dataset::read()?.ids("figures").len();
    // An empty module and an empty program: both are valid files with the wrong content.
    let wrong: [(&str, &[u8]); 2] = [("js", b"export const nothing = 1;"), ("wasm", b"\0asm\x01\0\0\0")];
    for name in scripts(&nginx.address("/")).await? {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let replacement = wrong.iter().find(|(kind, _)| *kind == ending).map(|(_, bytes)| *bytes);
        for content in [None, Some(replacement.with_context(|| format!("{name} is neither js nor wasm"))?)] {
            let kept = Kept::of(&nginx.folder("/"), &name)?;
            kept.put(content)?;
            // A new browser, without the correct file in its cache.
            let chromium = Chromium::start().await?;
            chromium.session.goto(nginx.address("/")).await?;
            let loaded = "return document.readyState === 'complete'";
            chromium.wait_until("the page is loaded", loaded, |loaded: &bool| *loaded).await?;
            // Actions that load the programs, if the start script runs.
            chromium.see::<()>("dispatchEvent(new KeyboardEvent('keydown', { key: 'F8' }))").await?;
            let draws = name.starts_with("drawing-");
            if draws {
                chromium.call_the_program().await?;
                chromium.click("#chart-orders .switch button").await?;
            }
            let asked = format!(
                "return document.readyState === 'complete' && performance.getEntriesByType('resource').some(({{ name }}) => name.endsWith('/{name}'))"
            );
            chromium.wait_until("the script was requested", &asked, |asked: &bool| *asked).await?;
            // Wait for a possible effect.
            time::sleep(Duration::from_millis(500)).await;
            let state: String = chromium.see("return document.documentElement.dataset.state").await?;
            let what = if content.is_some() { "a wrong" } else { "no" };
            let wanted = match name.split_once('-') {
                Some(("start", _)) => "static",
                Some(("drawing", _)) => "ready",
                _ => "error",
            };
            assert_eq!(state, wanted, "with {what} {name}");
            let printed = "return new Set([...document.querySelectorAll('#page [data-figure]')].map(figure => figure.dataset.figure)).size";
            assert_eq!(chromium.see::<usize>(printed).await?, figures, "figures with {what} {name}");
            assert_eq!(chromium.text("[role=alert]").await?, "", "with {what} {name} there is an error message");
            chromium.click("#page a[role=doc-noteref]").await?;
            if draws {
                let open = "return document.querySelector('#evidence[data-open]') !== null";
                chromium
                    .wait_until(&format!("with {what} {name} a marker opens its evidence"), open, |open: &bool| *open)
                    .await?;
                assert!(
                    chromium
                        .see::<bool>("return document.querySelector('#chart-orders .switch button').disabled")
                        .await?
                );
                kept.restore()?;
                continue;
            }
            let note = "return document.querySelector(':target')?.closest('[role=doc-endnotes]') != null";
            chromium
                .wait_until(&format!("with {what} {name} a marker leads to its note"), note, |led: &bool| *led)
                .await?;
            kept.restore()?;
        }
    }
    Ok(())
}

/// The file names of the scripts that the page loads.
async fn scripts(page: &str) -> Result<Vec<String>> {
    let chromium = Chromium::start().await?;
    chromium.session.goto(page).await?;
    let script = "const start = document.querySelector('script[data-app]');
        const { app, wasm, draw, drawing } = start.dataset;
        return [start.getAttribute('src'), app, wasm, draw, drawing].map(name => name.replace(/^[.][/]/, ''))";
    chromium.see(script).await
}

/// A file and its compressed copies, to restore them after a test.
struct Kept(Vec<(PathBuf, Vec<u8>)>);

impl Kept {
    fn of(folder: &Path, name: &str) -> Result<Self> {
        let paths = ["", ".br", ".gz"].map(|ending| folder.join(format!("{name}{ending}")));
        let there = paths.into_iter().filter(|path| path.is_file());
        let kept = there.map(|path| fs::read(&path).map(|bytes| (path, bytes))).collect::<Result<Vec<_>, _>>()?;
        assert!(!kept.is_empty(), "{name} does not exist");
        Ok(Self(kept))
    }

    /// Removes the file and its copies, and writes another content in its place, if there is one.
    fn put(&self, content: Option<&[u8]>) -> Result<()> {
        for (path, _) in &self.0 {
            fs::remove_file(path)?;
        }
        if let (Some(content), Some((path, _))) = (content, self.0.first()) {
            fs::write(path, content)?;
        }
        Ok(())
    }

    fn restore(&self) -> Result<()> {
        for (path, bytes) in &self.0 {
            fs::write(path, bytes)?;
        }
        Ok(())
    }
}
