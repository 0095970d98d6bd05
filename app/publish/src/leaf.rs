//! A page beside the main page: on citing, on embedding, or an excerpt.

use statement::Language;

use crate::policy;
use crate::shell::{escaped, meta};

/// A page that the press writes as a whole, without Trunk.
pub(crate) struct Leaf<'a> {
    pub(crate) language: Language,
    /// The Content-Security-Policy; `None` for previews.
    pub(crate) policy: Option<&'a str>,
    /// Its title.
    pub(crate) title: &'a str,
    /// The address of the site's folder, relative to this page.
    pub(crate) root: &'a str,
    /// Further attributes of its root element, as HTML.
    pub(crate) attributes: &'a str,
    /// A script that runs before the first paint, and the style, for a page with both inline.
    pub(crate) inline: Option<(&'a str, &'a str)>,
    /// The elements of its head for link previews, as HTML. Their readers often read only the first kilobytes of a page, so they are
    /// before the style.
    pub(crate) preview: &'a str,
    /// Further elements of its head, as HTML.
    pub(crate) head: &'a str,
    /// Its content, as HTML.
    pub(crate) body: &'a str,
}

/// The site's folder, relative to a file in it.
pub(crate) fn root_from(file: &str) -> String {
    "../".repeat(file.matches('/').count())
}

impl Leaf<'_> {
    /// The page as HTML. The policy is before everything that it governs.
    pub(crate) fn html(&self) -> String {
        let Self { language, title, root, attributes, preview, head, body, .. } = self;
        let policy = self.policy.map(|policy| meta("http-equiv", "Content-Security-Policy", policy));
        let inline = self.inline.map(|(script, style)| format!("<script>{script}</script><style>{style}</style>"));
        let metas = [
            ("viewport", "width=device-width, initial-scale=1"),
            ("color-scheme", "light dark"),
            ("referrer", policy::REFERRER),
        ];
        let metas: String = metas.into_iter().map(|(name, content)| meta("name", name, content)).collect();
        format!(
            "<!doctype html>\n<html lang=\"{}\" data-state=\"static\"{attributes}><head><meta charset=\"utf-8\">{}{metas}<title>{}</title>{preview}<link rel=\"icon\" href=\"{root}favicon.svg\" type=\"image/svg+xml\">{}{head}</head><body>{body}</body></html>\n",
            language.tag(),
            policy.unwrap_or_default(),
            escaped(title),
            inline.unwrap_or_default(),
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
