//! Messages about values that a curator keeps beside an article and the site leaves out.

use std::collections::BTreeSet;

use model::{Dashboard, LeftOut};

/// The message about the values that were left out at this path; `None` if there are none.
pub(crate) fn remark(path: &str, dashboard: &Dashboard, left_out: &[LeftOut]) -> Option<String> {
    let keys: BTreeSet<&str> = left_out.iter().map(|left| left.key.as_str()).collect();
    let mut articles: Vec<&str> = Vec::new();
    for left in left_out {
        let article = article(dashboard, &left.path).unwrap_or(&left.path);
        if !articles.contains(&article) {
            articles.push(article);
        }
    }
    let quoted: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
    let which = match articles.as_slice() {
        [] => return None,
        [one] => format!("the article {one}"),
        several => format!("{} articles ({})", several.len(), several.join(", ")),
    };
    Some(format!(
        "{path}: {} of {which} may be private and is not published. It stays in this file alone; `cargo curate check` lists every place.",
        quoted.join(", ")
    ))
}

/// The id of the article in which a path leads: `sources[3].note`.
fn article<'d>(dashboard: &'d Dashboard, path: &str) -> Option<&'d str> {
    let (index, _) = path.strip_prefix("sources[")?.split_once(']')?;
    dashboard.sources.get(index.parse::<usize>().ok()?).map(|source| source.id.as_str())
}
