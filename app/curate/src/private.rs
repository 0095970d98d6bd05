//! What the file holds that is not for readers, and what becomes of it when the file is published.

use model::{Dashboard, Publication};

use crate::finding::Finding;
use crate::outline::Outline;

/// A warning for each thing that is not published, or that tells more than it seems to.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    for left in Publication::of(outline.text()).left_out {
        let message = format!(
            "\"{}\" of an article is yours and is not published: it is left out of the page and of every file beside it; here it may stay, unless this file itself is public",
            left.key
        );
        warnings.push(Finding::warning(&left.path, message, outline));
    }
    if !dashboard.left_out.is_empty() {
        let message = format!(
            "this file is a published copy, without what was left out of its articles ({}): edit the file that has it, if there is one, else remove this key",
            dashboard.left_out.join(", ")
        );
        warnings.push(Finding::warning("left_out", message, outline));
    }
    for (place, source) in dashboard.sources.iter().enumerate() {
        let account = source.id.split_once("zotero.org/users/").map(|(_, rest)| rest.split('/').next().unwrap_or(rest));
        if let Some(account) = account {
            let message = format!(
                "this id holds the number of a Zotero account ({account}) and is published: write a short id of your own, here and in the citations"
            );
            warnings.push(Finding::warning(&format!("sources[{place}].id"), message, outline));
        }
    }
    warnings
}
