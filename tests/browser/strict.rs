//! The page on a real nginx with the configuration of docs/hosting.md: no violation of its policy, and the right headers.

use std::fs;

use anyhow::{Context, Result};
use axum::http::StatusCode;

use crate::nginx::{self, Nginx, ask, files};
use visitor::chromium::Chromium;
use visitor::{findings, place};

/// Records all violations of the policy, from before the page loads.
const VIOLATIONS: &str = "window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) =>
        violations.push(`${violatedDirective} forbids ${blockedURI} ${sourceFile} ${sample}`))";

/// The headers of every file, with their values.
const ALWAYS: [&str; 7] = [
    "content-security-policy",
    "access-control-allow-origin",
    "cross-origin-resource-policy",
    "cross-origin-embedder-policy",
    "referrer-policy",
    "x-content-type-options",
    "permissions-policy",
];

/// The content types by file extension.
const KINDS: [(&str, &str); 14] = [
    (".csl.json", "application/vnd.citationstyles.csl+json"),
    (".bib", "application/x-bibtex"),
    (".css", "text/css; charset=utf-8"),
    (".csv", "text/csv; charset=utf-8"),
    (".html", "text/html; charset=utf-8"),
    (".js", "text/javascript; charset=utf-8"),
    (".json", "application/json"),
    (".png", "image/png"),
    (".ris", "application/x-research-info-systems"),
    (".svg", "image/svg+xml"),
    (".txt", "text/plain; charset=utf-8"),
    (".wasm", "application/wasm"),
    (".xml", "application/atom+xml; charset=utf-8"),
    ("_headers", "text/plain"),
];

/// Whether a file never changes: all files in `v/` except the list of editions.
fn is_frozen(file: &str) -> bool {
    file.starts_with("v/") && file != "v/editions.json"
}

/// Whether a file may be cached for ever: its name changes with its content, or its content never changes.
fn is_lasting(file: &str) -> bool {
    if is_frozen(file) {
        return true;
    }
    let stem = ["_bg.wasm", ".js", ".css"].iter().find_map(|ending| file.strip_suffix(ending));
    stem.and_then(|stem| stem.rsplit_once('-'))
        .is_some_and(|(_, hash)| hash.len() == 16 && hash.chars().all(|letter| letter.is_ascii_hexdigit()))
}

/// Opens a page, waits until it is idle, and returns violations of the policy and messages on the console.
async fn complaints(chromium: &Chromium, address: &str) -> Result<Vec<String>> {
    chromium.session.goto(address).await?;
    let program: bool = chromium.see("return document.querySelector('script[data-app]') !== null").await?;
    if program {
        chromium.wait_for_state("ready").await?;
    }
    let mut complaints: Vec<String> = chromium.see("return window.violations").await?;
    // Ignore the icon, which a browser requests for a picture that it opens directly.
    let own_wish = |line: &String| is_picture(address) && line.contains("/favicon.ico - Failed to load resource");
    complaints.extend(chromium.console().await?.into_iter().filter(|line| !own_wish(line)));
    Ok(complaints)
}

#[tokio::test]
async fn no_page_or_picture_violates_the_policy_or_writes_to_the_console() -> Result<()> {
    let test = "the pages under a strict policy";
    let Some(nginx) = Nginx::start(test).await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    chromium.watch(VIOLATIONS).await?;
    let mut opened: Vec<_> = files()?.into_iter().filter(|file| is_document(file)).collect();
    assert!(opened.iter().any(|file| file == "standalone.html"), "there is no standalone.html in {opened:?}");
    assert!(opened.iter().any(|file| file.starts_with("charts/")), "there is no picture of a chart in {opened:?}");
    opened.push(String::new());
    for folder in Nginx::FOLDERS {
        for file in &opened {
            let found = complaints(&chromium, &nginx.address(&format!("{folder}{file}"))).await?;
            findings::none(&found, &format!("{folder}{file}"));
        }
    }
    Ok(())
}

fn is_document(file: &str) -> bool {
    file.ends_with(".html") || (is_picture(file) && (file.contains("charts/") || is_frozen(file)))
}

fn is_picture(address: &str) -> bool {
    address.ends_with(".svg")
}

#[tokio::test]
async fn the_tests_notice_violations_of_the_policy() -> Result<()> {
    let Some(nginx) = Nginx::start("the notice of a broken policy").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    chromium.watch(VIOLATIONS).await?;
    findings::none(&complaints(&chromium, &nginx.address("/")).await?, "before the forbidden actions");
    let script = "const style = document.createElement('style');
        style.textContent = 'body { color: red }';
        document.head.append(style);
        fetch('https://example.org/').catch(() => {})";
    chromium.see::<()>(script).await?;
    chromium
        .wait_until("both violations are recorded", "return window.violations.length", |found: &u32| *found >= 2)
        .await?;
    assert!(!chromium.console().await?.is_empty(), "there is no message on the console");
    Ok(())
}

#[tokio::test]
async fn every_file_has_its_content_type_and_all_headers() -> Result<()> {
    let Some(nginx) = Nginx::start("the headers of each file").await? else { return Ok(()) };
    for folder in Nginx::FOLDERS {
        for file in files()? {
            let answer = ask(&nginx.address(&format!("{folder}{file}")), &[]).await?;
            assert_eq!(answer.status, StatusCode::OK, "{folder}{file}");
            assert_eq!(answer.body, fs::read(place::dist().join(&file))?, "{folder}{file} is not what was built");
            let kind = KINDS.iter().find(|(ending, _)| file.ends_with(ending));
            let (_, kind) = kind.with_context(|| format!("there is no content type for {file}"))?;
            assert_eq!(answer.header("content-type"), *kind, "{folder}{file}");
            for name in ALWAYS {
                // A frozen file contains the policy of its own edition.
                let has = name != "content-security-policy" || !is_frozen(&file);
                assert_eq!(!answer.header(name).is_empty(), has, "{folder}{file}: {name}");
            }
            let wanted = if is_lasting(&file) { "public, max-age=31536000, immutable" } else { "no-cache" };
            assert_eq!(answer.header("cache-control"), wanted, "{folder}{file}");
            for name in ["x-frame-options", "set-cookie"] {
                assert!(answer.headers.get(name).is_none(), "{folder}{file} has the header {name}");
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_missing_file_has_no_cache_header() -> Result<()> {
    let Some(nginx) = Nginx::start("the headers of missing files").await? else { return Ok(()) };
    let answer = ask(&nginx.address("/footnoted-0123456789abcdef.js"), &[]).await?;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.header("cache-control"), "");
    assert!(!answer.header("content-security-policy").is_empty(), "the policy is not sent with errors");
    Ok(())
}

#[test]
fn the_documentation_has_the_headers_of_the_built_page() -> Result<()> {
    let built = fs::read_to_string(place::dist().join("_headers"))?;
    let headers: Vec<_> = built.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": ")).collect();
    for name in ALWAYS {
        assert!(headers.iter().any(|(header, _)| header.eq_ignore_ascii_case(name)), "_headers has no {name}");
    }
    let (nginx, caddy) = (nginx::snippet("nginx")?, nginx::snippet("caddyfile")?);
    // If the address of the site was known during the build, its policy contains the origin as well.
    let page = fs::read_to_string(place::dist().join("embed.html"))?;
    let canonical = page.split_once("rel=\"canonical\" href=\"").and_then(|(_, rest)| rest.split_once('"'));
    let origin = canonical.map(|(address, _)| format!(" {}", address.split('/').take(3).collect::<Vec<_>>().join("/")));
    for (name, value) in headers.into_iter().filter(|(name, _)| *name != "Cache-Control") {
        let value = origin.as_ref().map_or_else(|| value.to_owned(), |origin| value.replace(origin, ""));
        // Both programs set media types by the extension or path.
        if name == "Content-Type" {
            assert!(nginx.contains(&value) && caddy.contains(&value), "docs/hosting.md lacks the media type {value}");
            continue;
        }
        let line = match name {
            "Content-Security-Policy" => format!(" \"{value}\";\n"),
            _ => format!("add_header {name} \"{value}\" always;"),
        };
        assert!(nginx.contains(&line), "the configuration for nginx in docs/hosting.md lacks: {line}");
        let line = format!("{name} \"{value}\"\n");
        assert!(caddy.contains(&line), "the configuration for Caddy in docs/hosting.md lacks: {line}");
    }
    Ok(())
}
