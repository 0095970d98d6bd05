//! What the page may do, said to browsers: the Content-Security-Policy and the headers beside it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chart::Theme;
use sha2::{Digest, Sha256};

/// Nothing that was read leaves a trace in the log of the next site; many of its readers may be at risk.
pub(crate) const REFERRER: &str = "no-referrer";

/// What the page has no use for, and what was put into it could not use either.
const PERMISSIONS: &str = "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()";

/// The policy of every page and picture of the site. `script` and `styles` are those that stand inside pages, as that of
/// a picture stands inside the picture.
pub(crate) fn site(script: &str, styles: &[&str]) -> String {
    let mut sources = format!("'self' {}", hash(&Theme::Reader.style()));
    for style in styles {
        sources += " ";
        sources += &hash(style);
    }
    policy(&format!("'self' 'wasm-unsafe-eval' {}", hash(script)), &sources, "'self'")
}

/// The policy of the page in one file, whose only style is this one.
pub(crate) fn standalone(style: &str) -> String {
    policy("'none'", &hash(style), "'none'")
}

fn policy(scripts: &str, styles: &str, connections: &str) -> String {
    format!(
        "default-src 'none'; script-src {scripts}; style-src {styles}; img-src 'self' data:; connect-src {connections}; base-uri 'none'; form-action 'none'"
    )
}

/// How a policy names an inline element: by the hash of what stands in it.
fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

/// The file `_headers`, which Netlify, Cloudflare Pages and others read. Only `lasting` files, whose names change
/// with their content, may be kept without asking.
pub(crate) fn headers(policy: &str, lasting: &[&str]) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {policy}\n  Referrer-Policy: {REFERRER}\n  X-Content-Type-Options: nosniff\n  Permissions-Policy: {PERMISSIONS}\n"
    );
    for file in lasting {
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
    fn the_page_runs_its_own_script_and_asks_no_other_site() {
        let policy = site("go()", &["p { margin: 0 }"]);
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-")
                && policy.contains("; style-src 'self' 'sha256-")
        );
        assert!(!policy.contains("unsafe-inline") && !policy.contains("http"));
    }

    #[test]
    fn only_files_named_by_their_content_are_kept_without_asking() {
        let headers = headers("default-src 'none'", &["cite-1f.css"]);
        assert_eq!(headers.matches("immutable").count(), 1);
        assert!(headers.ends_with("/cite-1f.css\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
}
