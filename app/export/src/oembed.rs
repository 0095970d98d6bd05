//! oEmbed (<https://oembed.com>): what a content management system is told when somebody pastes the address of an excerpt.

use serde_json::json;

use crate::edition::Edition;

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

impl Edition<'_> {
    /// The answer, as JSON. Readers of it take no addresses that are not whole, so there is none while the address of
    /// the site is not known.
    pub fn oembed(&self, embed: &Embed<'_>) -> Option<String> {
        let address = self.address?;
        let Embed { title, html, size: (width, height), thumbnail: (picture, across, down) } = embed;
        let answer = json!({
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": self.title(),
            "provider_url": address,
            "html": html,
            "width": width,
            "height": height,
            "thumbnail_url": picture,
            "thumbnail_width": across,
            "thumbnail_height": down,
        });
        Some(format!("{answer:#}\n"))
    }
}
