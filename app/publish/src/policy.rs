//! What the page may do, said to browsers: the Content-Security-Policy and the headers beside it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chart::Theme;
use sha2::{Digest, Sha256};

/// Nothing that was read leaves a trace in the log of the next site; many of its readers may be at risk.
pub(crate) const REFERRER: &str = "no-referrer";

/// What the page has no use for, and what was put into it could not use either.
const PERMISSIONS: &str = "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()";

/// The policies of a site.
#[derive(Clone, Copy)]
pub(crate) struct Policies<'a> {
    /// The origin at which the site will stand, where that is known: in a frame without an origin of its own some
    /// browsers do not know what `'self'` is.
    pub(crate) origin: Option<&'a str>,
}

/// The styles that stand inside pictures.
pub(crate) fn styles_of_pictures() -> [String; 1] {
    [Theme::Reader.style()]
}

impl Policies<'_> {
    /// Those of what is not made to be framed: it has an origin, which knows itself.
    pub(crate) const UNFRAMED: Policies<'static> = Policies { origin: None };

    /// The policy of a page in which these scripts and styles stand. That of the site, which holds for every page and
    /// picture, names all there are; a page of its own names no more than it has.
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

/// The policy of the page in one file, whose only style is this one.
pub(crate) fn standalone(style: &str) -> String {
    let none = "'none'";
    policy(&Rules { scripts: none, styles: &hash(style), connections: none, frames: none, images: "'self'" })
}

/// The policy of what never changes, which runs only this script and has only this style.
pub(crate) fn frozen(script: &str, style: &str) -> String {
    frozen_with(script, style, "'self'")
}

/// The same where it shows pictures, from its own site. Some browsers do not know in a frame without an origin what site
/// that is, and the site may move.
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

/// How a policy names an inline element: by the hash of what stands in it.
fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

/// Where pages and pictures lie that are as they are now. What is frozen brings a policy of its own with it: that of today
/// does not know the styles of earlier editions.
const PAGES: [&str; 9] = [
    "/",
    "/index.html",
    "/embed.html",
    "/live.html",
    "/standalone.html",
    "/charts/*",
    "/cite/*",
    "/embed/*",
    "/share/*",
];

/// The file `_headers`, which Netlify, Cloudflare Pages and others read. Pages of others may read everything, and so may
/// a frame that has no origin of its own, which an excerpt is in. Only `lasting` files, whose names change with their
/// content, and what is frozen may be kept without asking.
pub(crate) fn headers(policy: &str, lasting: &[&str]) -> String {
    let mut text = format!(
        "/*\n  Access-Control-Allow-Origin: *\n  Referrer-Policy: {REFERRER}\n  X-Content-Type-Options: nosniff\n  Permissions-Policy: {PERMISSIONS}\n"
    );
    for page in PAGES {
        text += &format!("\n{page}\n  Content-Security-Policy: {policy}\n");
    }
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
    fn a_style_of_a_picture_stands_in_pages_as_it_was_when_it_was_hashed() {
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
    fn what_is_frozen_asks_nobody_for_anything() {
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
