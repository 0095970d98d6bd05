//! The address to which readers report errors.

use crate::json::{self, Node};
use crate::problem::Report;
use crate::source;

/// An address to which readers can write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// A mail address.
    Mail(String),
    /// The URL of a web form. `{figure}` in it is replaced by the id of the figure that the report is about.
    Form(String),
}

/// The placeholder for the id of a figure in the URL of a form.
const FIGURE: &str = "{figure}";

impl Contact {
    pub(crate) fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let words = json::words(node, report)?;
        if words.contains("://") {
            return source::address(node, report).map(Self::Form);
        }
        let mail = words.strip_prefix("mailto:").unwrap_or(&words);
        if is_mail(mail) {
            return Some(Self::Mail(mail.to_owned()));
        }
        report.at(
            node,
            format!("\"{words}\" is neither a mail address nor a web address: write one such as \"data@example.org\", or the https:// address of a form"),
        );
        None
    }

    /// The link for a report, which contains its subject: the id of the figure, else of the dashboard.
    pub fn link(&self, dashboard: &str, figure: Option<&str>) -> String {
        match self {
            // Ids need no escaping in a URL.
            Self::Mail(mail) => match figure {
                Some(figure) => format!("mailto:{mail}?subject={dashboard}%20{figure}"),
                None => format!("mailto:{mail}?subject={dashboard}"),
            },
            Self::Form(form) if form.contains(FIGURE) => form.replace(FIGURE, figure.unwrap_or_default()),
            Self::Form(form) => match figure {
                Some(figure) => {
                    let (page, place) = form.split_at(form.find('#').unwrap_or(form.len()));
                    let joint = if page.contains('?') { '&' } else { '?' };
                    format!("{page}{joint}figure={figure}{place}")
                }
                None => form.clone(),
            },
        }
    }
}

/// Whether a text looks like a mail address that needs no escaping in a link.
fn is_mail(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let named =
        |part: &str| !part.is_empty() && !part.starts_with('.') && !part.ends_with('.') && part.chars().all(plain);
    text.split_once('@').is_some_and(|(name, host)| named(name) && named(host) && host.contains('.'))
}
