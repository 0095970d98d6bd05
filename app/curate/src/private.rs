//! Warns of private keys of articles, which are left out when the file is published, and of addresses with personal data.

use model::{Dashboard, Publication};

use crate::finding::Finding;
use crate::outline::Outline;

/// A warning for each value that is not published, or that reveals more than it seems to.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    for left in Publication::of(outline.text()).left_out {
        let message = format!(
            "\"{}\" of an article is private and is left out of everything that is published: it may stay here, unless this file itself is public",
            left.key
        );
        warnings.push(Finding::warning(&left.path, message, outline));
    }
    if !dashboard.left_out.is_empty() {
        let message = format!(
            "this file is a published copy, without private keys of its articles ({}): edit the original file, or remove this key if there is none",
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
