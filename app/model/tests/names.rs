//! The names of authors, in the order of a byline and in parts.

#![expect(clippy::unwrap_used, reason = "a test whose name cannot be read has failed")]

use model::Name;
use serde_json::{Value as Json, json};

fn read(name: &Json) -> Name {
    Name::of_csl(&name.to_string()).unwrap()
}

#[test]
fn a_name_is_printed_as_in_a_byline() {
    for (name, printed) in [
        (json!({ "family": "Ratcliffe", "given": "Rebecca" }), "Rebecca Ratcliffe"),
        // The examples of CSL's specification.
        (json!({ "family": "Gogh", "given": "Vincent", "non-dropping-particle": "van" }), "Vincent van Gogh"),
        (json!({ "family": "Humboldt", "given": "Alexander", "dropping-particle": "von" }), "Alexander von Humboldt"),
        (
            json!({ "family": "Fontaine", "given": "Jean", "dropping-particle": "de", "non-dropping-particle": "La" }),
            "Jean de La Fontaine",
        ),
        (json!({ "family": "King", "given": "Martin Luther", "suffix": "Jr." }), "Martin Luther King Jr."),
        (
            json!({ "family": "King", "given": "Martin Luther", "suffix": "Jr.", "comma-suffix": true }),
            "Martin Luther King, Jr.",
        ),
        (json!({ "family": "King", "given": "Martin Luther, Jr." }), "Martin Luther King Jr."),
        (json!({ "family": "King", "given": "Martin Luther,! Jr.", "parse-names": true }), "Martin Luther King, Jr."),
        (json!({ "family": "Aspremont", "given": "Jean", "non-dropping-particle": "d’" }), "Jean d’Aspremont"),
        (
            json!({ "family": "Khwarizmi", "given": "Muhammad", "non-dropping-particle": "al-" }),
            "Muhammad al-Khwarizmi",
        ),
        (json!({ "family": "Hun", "given": "Manet", "static-ordering": true }), "Hun Manet"),
        (json!({ "family": "Hun", "given": "Manet", "static-ordering": false }), "Manet Hun"),
        (json!({ "family": "ហ៊ុន", "given": "ម៉ាណែត" }), "ហ៊ុន ម៉ាណែត"),
        (json!({ "family": "毛", "given": "泽东" }), "毛泽东"),
        (json!({ "family": "김", "given": "정은" }), "김정은"),
        (json!({ "family": "Чехов", "given": "Антон" }), "Антон Чехов"),
        (json!({ "family": "Sopheap", "given": "" }), "Sopheap"),
        (json!({ "family": "", "given": "Sothy" }), "Sothy"),
        (json!({ "family": "Sothy", "suffix": "III" }), "Sothy III"),
        (json!({ "literal": "Agence France-Presse" }), "Agence France-Presse"),
        (json!({ "family": "", "literal": "AT&amp;T" }), "AT&T"),
        (json!({ "family": "United Nations", "isInstitution": true }), "United Nations"),
    ] {
        assert_eq!(read(&name).to_string(), printed, "{name}");
    }
}

#[test]
fn a_name_has_parts() {
    let name =
        read(&json!({ "family": "Beek", "given": "Ludwig", "non-dropping-particle": "van der", "suffix": "Jr." }));
    let parts = (name.family.as_str(), name.given.as_deref(), name.suffix.as_deref(), name.particle, name.literal);
    assert_eq!(parts, ("van der Beek", Some("Ludwig"), Some("Jr."), true, false));
    assert!(read(&json!({ "literal": "AFP" })).literal);
    assert!(read(&json!({ "family": "UN", "isInstitution": 1 })).literal);
}

#[test]
fn an_empty_author_has_no_name() {
    for empty in [
        json!({ "family": "", "given": "" }),
        json!({ "literal": " " }),
        json!({}),
        json!({ "suffix": "Jr." }),
        json!("Doe"),
    ] {
        assert_eq!(Name::of_csl(&empty.to_string()), None);
    }
}
