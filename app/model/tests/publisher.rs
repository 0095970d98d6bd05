//! Who publishes a dashboard, and at which address.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

use model::{Dashboard, Publication};

const MINIMAL: &str = include_str!("minimal.json");

fn with(keys: &str) -> Dashboard {
    Dashboard::parse(&MINIMAL.replacen('{', &format!("{{{keys},"), 1)).unwrap()
}

#[test]
fn a_file_that_names_no_publisher_has_none() {
    let dashboard = Dashboard::parse(MINIMAL).unwrap();
    assert_eq!((dashboard.publisher, dashboard.url), (None, None));
}

#[test]
fn a_publisher_needs_no_address_of_its_own() {
    let publisher = with(r#""publisher":{"name":{"en":"Example Organisation"}}"#).publisher.unwrap();
    assert_eq!((publisher.name.in_language("en"), publisher.url), ("Example Organisation", None));
}

#[test]
fn the_address_of_the_site_is_kept_with_or_without_a_slash() {
    for url in ["https://example.org/scams/", "https://example.org/scams", "http://example.org"] {
        assert_eq!(with(&format!(r#""url":"{url}""#)).url.as_deref(), Some(url));
    }
}

#[test]
fn publisher_and_address_are_published() {
    let keys = r#"{"publisher":{"name":{"en":"Example Organisation"}},"url":"https://example.org/","#;
    let text = MINIMAL.replacen('{', keys, 1);
    assert_eq!(Publication::of(&text).text, text);
}
