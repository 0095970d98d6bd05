//! Readers can report errors by mail or by a form.

use model::{Contact, Counted, Dashboard, Problems};

const MINIMAL: &str = include_str!("minimal.json");

fn with_contact(contact: &str) -> Result<Option<Contact>, Problems> {
    let text = MINIMAL.replacen('{', &format!("{{\"contact\":\"{contact}\","), 1);
    Dashboard::parse(&text).map(|dashboard| dashboard.contact)
}

#[test]
fn a_mail_to_report_an_error_says_which_figure_it_is_about() {
    let contact = with_contact("data@example.org").unwrap().unwrap();
    assert_eq!(contact.link("scams", Some("raids")), "mailto:data@example.org?subject=scams%20raids");
    assert_eq!(contact.link("scams", None), "mailto:data@example.org?subject=scams");
    assert_eq!(with_contact("mailto:data@example.org").unwrap(), Some(contact));
}

#[test]
fn the_address_of_a_form_contains_the_id_of_the_figure() {
    let link = |form: &str, figure| with_contact(form).unwrap().unwrap().link("scams", figure);
    assert_eq!(link("https://example.org/report", Some("raids")), "https://example.org/report?figure=raids");
    assert_eq!(
        link("https://example.org/report?l=en#form", Some("raids")),
        "https://example.org/report?l=en&figure=raids#form"
    );
    assert_eq!(link("https://example.org/f?entry.1={figure}", Some("raids")), "https://example.org/f?entry.1=raids");
    assert_eq!(link("https://example.org/f?entry.1={figure}", None), "https://example.org/f?entry.1=");
}

#[test]
fn a_text_that_is_not_an_address_is_refused_with_advice() {
    for wrong in
        ["example.org", "data@", "da ta@example.org", "javascript:alert(1)", "data@example.org?bcc=x@y.org", "https://"]
    {
        let problems = with_contact(wrong).unwrap_err().to_string();
        assert!(problems.contains("https://"), "{wrong}: {problems}");
    }
}

#[test]
fn a_sentence_counts_the_current_figures() {
    let dashboard = Dashboard::parse(MINIMAL).unwrap();
    for (name, counted) in Counted::ALL {
        let all = dashboard.count(counted);
        assert!(all <= dashboard.figures.len().max(dashboard.sources.len()), "{name}: {all}");
    }
    let reported = dashboard.count(Counted::Reported);
    assert_eq!(reported + dashboard.count(Counted::Computed), dashboard.count(Counted::Figures));
}
