//! oEmbed (<https://oembed.com>): the answer for a content management system into which the address of an excerpt is pasted.

use serde_json::json;

use crate::exports::Exports;

/// Something to be embedded: an answer of the type `rich`.
#[derive(Clone, Copy, Debug)]
pub struct Embed<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The HTML of its frame.
    pub html: &'a str,
    /// The size of its frame in pixels.
    pub size: (u32, u32),
    /// The address of its picture, and the size of that in pixels.
    pub thumbnail: (&'a str, u32, u32),
}

impl Exports<'_> {
    /// The answer, as JSON. Readers of it take no addresses that are not whole, so there is none while the address of
    /// the site is not known.
    pub fn oembed(&self, embed: &Embed<'_>) -> Option<String> {
        let address = self.address?;
        let Embed { title, html, size: (width, height), thumbnail: (picture, across, down) } = embed;
        let mut answer = json!({
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_url": address,
            "html": html,
            "width": width,
            "height": height,
            "thumbnail_url": picture,
            "thumbnail_width": across,
            "thumbnail_height": down,
        });
        if let (Some(publisher), Some(answer)) = (self.publisher(), answer.as_object_mut()) {
            answer.insert("provider_name".into(), publisher.into());
        }
        Some(format!("{answer:#}\n"))
    }
}

#[cfg(test)]
mod tests {
    use model::{Dashboard, Footnotes};
    use serde_json::Value;
    use statement::{Account, Language};

    use super::*;

    fn answer(address: Option<&str>) -> Option<Value> {
        answer_of(&editions::text("cambodia").unwrap(), address)
    }

    fn answer_of(text: &str, address: Option<&str>) -> Option<Value> {
        let dashboard = Dashboard::parse(text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let edition =
            Exports(Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address });
        let embed = Embed {
            title: "Who & “what”",
            html: "<iframe></iframe>",
            size: (600, 480),
            thumbnail: ("https://example.org/card.png", 1200, 630),
        };
        edition.oembed(&embed).map(|text| serde_json::from_str(&text).unwrap())
    }

    /// What section 2.3.4 of the specification asks of every answer, of the type `rich`, and of those with a thumbnail.
    #[test]
    fn an_answer_has_all_that_the_specification_asks_for() {
        let answer = answer(Some("https://example.org/")).unwrap();
        assert_eq!(answer["version"], "1.0", "a text, not a number");
        assert_eq!(answer["type"], "rich");
        assert_eq!((&answer["width"], &answer["height"]), (&json!(600), &json!(480)));
        assert_eq!(answer["html"], "<iframe></iframe>");
        assert_eq!(answer["title"], "Who & “what”");
        assert_eq!(answer["provider_url"], "https://example.org/");
        for key in ["thumbnail_url", "thumbnail_width", "thumbnail_height"] {
            assert!(!answer[key].is_null(), "{key}");
        }
    }

    #[test]
    fn an_answer_names_the_publisher_of_the_data_and_no_other_provider() {
        let text = editions::text("cambodia").unwrap();
        assert_eq!(answer_of(&text, Some("https://example.org/")).unwrap().get("provider_name"), None);
        let named = text.replacen('{', r#"{"publisher":{"name":{"en":"Example Organisation"}},"#, 1);
        let answer = answer_of(&named, Some("https://example.org/")).unwrap();
        assert_eq!(answer["provider_name"], "Example Organisation");
    }

    #[test]
    fn there_is_no_answer_while_the_address_of_the_site_is_not_known() {
        assert_eq!(answer(None), None);
    }
}
