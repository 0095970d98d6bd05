//! A page beside the page: how to cite something, how to embed it, or an excerpt.

use statement::Language;

use crate::policy;
use crate::shell::{escaped, meta};

/// A page that the press writes from nothing, unlike the one that Trunk begins.
pub(crate) struct Leaf<'a> {
    pub(crate) language: Language,
    /// The Content-Security-Policy; none while Trunk serves the site.
    pub(crate) policy: Option<&'a str>,
    /// Its title.
    pub(crate) title: &'a str,
    /// The address of the site's folder, seen from here.
    pub(crate) root: &'a str,
    /// Further attributes of its root element, as HTML.
    pub(crate) attributes: &'a str,
    /// A script that runs before anything is painted, and the style, for a page in which both stand.
    pub(crate) inline: Option<(&'a str, &'a str)>,
    /// Further elements of its head, as HTML.
    pub(crate) head: &'a str,
    /// What is in it, as HTML.
    pub(crate) body: &'a str,
}

/// The site's folder, seen from a file in it.
pub(crate) fn root_from(file: &str) -> String {
    "../".repeat(file.matches('/').count())
}

impl Leaf<'_> {
    /// It as HTML. The policy stands before everything that it governs.
    pub(crate) fn html(&self) -> String {
        let Self { language, title, root, attributes, head, body, .. } = self;
        let policy = self.policy.map(|policy| meta("http-equiv", "Content-Security-Policy", policy));
        let inline = self.inline.map(|(script, style)| format!("<script>{script}</script><style>{style}</style>"));
        let metas = [
            ("viewport", "width=device-width, initial-scale=1"),
            ("color-scheme", "light dark"),
            ("referrer", policy::REFERRER),
        ];
        let metas: String = metas.into_iter().map(|(name, content)| meta("name", name, content)).collect();
        format!(
            "<!doctype html>\n<html lang=\"{}\" data-state=\"static\"{attributes}><head><meta charset=\"utf-8\">{}{}{metas}<title>{}</title><link rel=\"icon\" href=\"{root}favicon.svg\" type=\"image/svg+xml\">{head}</head><body>{body}</body></html>\n",
            language.tag(),
            policy.unwrap_or_default(),
            inline.unwrap_or_default(),
            escaped(title),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::root_from;

    #[test]
    fn the_site_is_as_many_folders_up_as_the_file_is_down() {
        assert_eq!(root_from("embed.html"), "");
        assert_eq!(root_from("embed/people.html"), "../");
        assert_eq!(root_from("embed/figure/raids.html"), "../../");
    }
}
