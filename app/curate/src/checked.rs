//! Warns of statements about all articles, such as that none dates a raid, that were not checked against a newer article.

use model::{Cited, Dashboard};

use crate::finding::Finding;
use crate::outline::Outline;
use crate::sentences::{Sentence, sentences};

/// A warning for each statement that was not checked against all articles of the file.
pub(crate) fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    for Sentence { path, prose, .. } in sentences(dashboard) {
        let checked = prose.articles().filter_map(|cited| match cited {
            Cited::Checked(ids) => Some(ids),
            Cited::For(_) => None,
        });
        for checked in checked {
            let missing = dashboard.sources.iter().filter(|source| !checked.contains(&source.id));
            let missing: Vec<String> = missing.map(|source| format!("\"{}\"", source.id)).collect();
            if !missing.is_empty() {
                let message = format!(
                    "this statement was not checked against {}: read it for that, then add its id to {{checked:…}}, or correct the statement",
                    missing.join(", ")
                );
                warnings.push(Finding::warning(&path, message, outline));
            }
        }
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(summary: &str) -> Vec<(String, String)> {
        let text = format!(
            r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"{summary}"}},"updated":"2026-01-21","license":"CC-BY-4.0",
            "sources":[{{"id":"one","type":"article"}},{{"id":"two","type":"article"}}],
            "figures":[{{"id":"f","label":{{"en":"L"}},"value":{{"exactly":5}},"unit":"people","citations":[{{"source":"one","quote":"q"}},{{"source":"two","quote":"q"}}]}}],
            "charts":[{{"id":"c","kind":"bars","title":{{"en":"C"}},"finding":{{"en":"F"}},"figures":["f"]}}],
            "sections":[{{"id":"s","title":{{"en":"S"}},"charts":["c"]}}]}}"#
        );
        let dashboard = Dashboard::parse(&text).unwrap_or_else(|problems| unreachable!("{problems}"));
        let found = warnings(&dashboard, &Outline::of(&text)).into_iter();
        found.map(|finding| (finding.problem.path.to_string(), finding.problem.message.to_string())).collect()
    }

    #[test]
    fn a_statement_checked_against_some_articles_names_the_others() {
        let found = said("None dates it{checked:one}.");
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, "summary");
        assert!(found[0].1.contains("not checked against \"two\":"), "{found:?}");
    }

    #[test]
    fn a_statement_checked_against_all_articles_or_cited_from_one_has_no_warning() {
        assert_eq!(said("None dates it{checked:one, two}. One says so{article:one}."), []);
    }
}
