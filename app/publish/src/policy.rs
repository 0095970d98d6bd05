//! What the page may do in browsers: the Content-Security-Policy and the headers beside it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chart::Theme;
use sha2::{Digest, Sha256};

/// No referrer: many readers may be at risk, and the next site's log must not show what they read.
pub(crate) const REFERRER: &str = "no-referrer";

/// Browser features that the page does not use, nor any script injected into it.
const PERMISSIONS: &str = "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()";

/// The policies of a site.
#[derive(Clone, Copy)]
pub(crate) struct Policies<'a> {
    /// The origin at which the site will be published, if known: some browsers do not resolve `'self'` in a frame without an
    /// origin.
    pub(crate) origin: Option<&'a str>,
}

/// The inline styles of pictures.
pub(crate) fn styles_of_pictures() -> [String; 1] {
    [Theme::Reader.style()]
}

impl Policies<'_> {
    /// The policies of pages that are not framed: they have an origin.
    pub(crate) const UNFRAMED: Policies<'static> = Policies { origin: None };

    /// The policy of a page with these inline scripts and styles. That of the site, which applies to all its pages and
    /// pictures, contains all hashes; a page's own policy contains only its own.
    pub(crate) fn of(self, scripts: &[&str], styles: &[&str]) -> String {
        let own = self.origin.map_or_else(|| "'self'".to_owned(), |origin| format!("'self' {origin}"));
        let hashed =
            |contents: &[&str]| contents.iter().map(|content| format!(" {}", hash(content))).collect::<String>();
        policy(&Rules {
            scripts: &format!("{own} 'wasm-unsafe-eval'{}", hashed(scripts)),
            styles: &format!("{own}{}", hashed(styles)),
            connections: &own,
            frames: &own,
            images: &own,
        })
    }
}

/// The policy of the standalone page, whose only style is this one.
pub(crate) fn standalone(style: &str) -> String {
    let none = "'none'";
    policy(&Rules { scripts: none, styles: &hash(style), connections: none, frames: none, images: "'self'" })
}

/// The policy of a frozen page, which runs only this script and has only this style.
pub(crate) fn frozen(script: &str, style: &str) -> String {
    frozen_with(script, style, "'self'")
}

/// The same with pictures from its own site. In a frame without an origin some browsers do not resolve `'self'`, and the
/// site may move.
pub(crate) fn frozen_with_pictures(script: &str, style: &str) -> String {
    frozen_with(script, style, "'self' https: http:")
}

fn frozen_with(script: &str, style: &str, images: &str) -> String {
    let none = "'none'";
    policy(&Rules { scripts: &hash(script), styles: &hash(style), connections: none, frames: none, images })
}

struct Rules<'a> {
    scripts: &'a str,
    styles: &'a str,
    connections: &'a str,
    frames: &'a str,
    images: &'a str,
}

fn policy(rules: &Rules<'_>) -> String {
    let Rules { scripts, styles, connections, frames, images } = rules;
    format!(
        "default-src 'none'; script-src {scripts}; style-src {styles}; img-src {images} data:; connect-src {connections}; frame-src {frames}; base-uri 'none'; form-action 'none'"
    )
}

/// The source expression of an inline element: the hash of its content.
fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

/// The folders of pages and pictures to which today's policy applies. Frozen pages have their own policy, since today's does
/// not contain the hashes of their styles.
const PAGES: [&str; 11] = [
    "/",
    "/changes.html",
    "/index.html",
    "/embed.html",
    "/figures.html",
    "/live.html",
    "/standalone.html",
    "/charts/*",
    "/cite/*",
    "/embed/*",
    "/share/*",
];

/// The file `_headers`, which Netlify, Cloudflare Pages and others read. Other sites may read everything, and so may a frame
/// without an origin, which an excerpt is in. Sites that isolate themselves load from others only what allows it, and frame only pages
/// that isolate themselves too: the page and its excerpts load from their own site alone. Only `lasting` files, whose names change with their content, and frozen files
/// may be cached without revalidation.
pub(crate) fn headers(policy: &str, lasting: &[&str]) -> String {
    let mut text = format!(
        "/*\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n  Cross-Origin-Embedder-Policy: require-corp\n  Referrer-Policy: {REFERRER}\n  X-Content-Type-Options: nosniff\n  Permissions-Policy: {PERMISSIONS}\n"
    );
    for page in PAGES {
        text += &format!("\n{page}\n  Content-Security-Policy: {policy}\n");
    }
    // Hosts cannot see from the extension that the file is a feed.
    text += "\n/feed.xml\n  Content-Type: application/atom+xml; charset=utf-8\n";
    for file in lasting.iter().copied().chain(["v/:edition/*"]) {
        text += &format!("\n/{file}\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_named_by_its_hash() {
        // The digest of the empty text, as FIPS 180-4 gives it.
        assert_eq!(hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }

    #[test]
    fn the_style_of_a_picture_is_in_pages_as_it_was_hashed() {
        for style in styles_of_pictures() {
            assert_eq!(crate::shell::ascii(&style), style);
        }
    }

    #[test]
    fn the_page_runs_its_own_script_and_asks_no_other_site() {
        let policy = Policies { origin: None }.of(&["go()"], &["p { margin: 0 }"]);
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-")
                && policy.contains("; style-src 'self' 'sha256-")
        );
        assert!(!policy.contains("unsafe-inline") && !policy.contains("http"));
    }

    #[test]
    fn where_the_site_will_stand_is_named_beside_what_a_frame_without_an_origin_does_not_know() {
        let policy = Policies { origin: Some("https://example.org") }.of(&[], &[]);
        for rule in ["script-src", "style-src", "img-src", "connect-src", "frame-src"] {
            assert!(policy.contains(&format!("{rule} 'self' https://example.org")), "{policy}");
        }
    }

    #[test]
    fn frozen_pages_load_nothing_from_other_sites() {
        let policy = frozen("go()", "p { margin: 0 }");
        assert!(policy.contains("connect-src 'none'") && policy.contains("script-src 'sha256-"));
    }

    #[test]
    fn only_files_named_by_their_content_are_kept_without_asking() {
        let headers = headers("default-src 'none'", &["cite-1f.css"]);
        assert_eq!(headers.matches("immutable").count(), 2);
        assert!(headers.contains("/cite-1f.css\n  Cache-Control: public, max-age=31536000, immutable\n"));
        assert_eq!(headers.matches("Content-Security-Policy: default-src 'none'").count(), PAGES.len());
        assert!(headers.ends_with("/v/:edition/*\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
}
