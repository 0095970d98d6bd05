//! What stands behind a figure or event: each citation, with its article. A computed figure has those of all that it
//! is computed from.

use model::{Citation, Dashboard, Figure, Origin, Source};

/// A citation of a reported figure or of an event.
#[derive(Clone, Copy)]
pub(crate) struct Evidence<'a> {
    /// The figure that the article reports; `None` for an event.
    pub(crate) figure: Option<&'a Figure>,
    /// What the article says.
    pub(crate) citation: &'a Citation,
    /// The article.
    pub(crate) source: &'a Source,
}

/// The citations behind a figure or event, in the order of the formula; each reported figure once.
pub(crate) fn evidence<'a>(dashboard: &'a Dashboard, item: &str) -> Vec<Evidence<'a>> {
    let mut found = Vec::new();
    let mut add = |figure: Option<&'a Figure>, citation: &'a Citation| {
        if let Some(source) = dashboard.source(&citation.source) {
            found.push(Evidence { figure, citation, source });
        }
    };
    if let Some(event) = dashboard.event(item) {
        event.citations.iter().for_each(|citation| add(None, citation));
    }
    let mut waiting: Vec<&'a Figure> = dashboard.figure(item).into_iter().collect();
    let mut seen: Vec<&str> = Vec::new();
    while let Some(figure) = waiting.pop() {
        if seen.contains(&figure.id.as_str()) {
            continue;
        }
        seen.push(&figure.id);
        match &figure.origin {
            Origin::Reported(citations) => citations.iter().for_each(|citation| add(Some(figure), citation)),
            Origin::Derived(formula) => {
                waiting.extend(formula.operands.iter().rev().filter_map(|id| dashboard.figure(id)));
            }
        }
    }
    found
}
