//! The rules of axe-core: for the ready page light, dark and small, and for the page with an error.

use std::fs;

use anyhow::{Context, Result};

use crate::host::Answer;
use crate::place;
use crate::reader::Reader;
use crate::{findings, gaps};

/// Runs the rules and answers with each break, the rule first, then the first places.
const RUN: &str = "const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(({ passes, violations }) => [
        passes.length,
        violations.map(({ id, help, nodes }) =>
            `${id}: ${help}\\n` + nodes.slice(0, 5).map(node => `    ${node.target}: ${node.failureSummary.replaceAll('\\n', ' ')}`).join('\\n')),
    ])";

/// The script with the rules; without it, says so where nobody overlooks it.
fn rules(test: &str) -> Result<Option<String>> {
    let Some(path) = place::axe() else {
        gaps::say(test, "FOOTNOTED_AXE names no axe.min.js")?;
        return Ok(None);
    };
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display())).map(Some)
}

async fn check(reader: &Reader, rules: &str, what: &str) -> Result<()> {
    reader.chromium.session.execute(rules, vec![]).await?;
    let (passed, violations): (usize, Vec<String>) = reader.see(RUN).await?;
    assert!(passed > 0, "{what}: no rule was applied");
    findings::none(&violations, what);
    Ok(())
}

#[tokio::test]
async fn the_ready_page_breaks_no_rule_of_accessibility() -> Result<()> {
    let Some(rules) = rules("the ready page breaks no rule of accessibility")? else { return Ok(()) };
    let reader = Reader::of_ready_page().await?;
    for (width, scheme) in [(1280, "light"), (1280, "dark"), (320, "light")] {
        reader.width(width).await?;
        reader.prefer(scheme).await?;
        check(&reader, &rules, &format!("{scheme}, {width} px")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_page_with_an_error_breaks_no_rule_of_accessibility() -> Result<()> {
    let Some(rules) = rules("the page with an error breaks no rule of accessibility")? else { return Ok(()) };
    let reader = Reader::new().await?;
    reader.host.answer(Answer::Text("[]".into()));
    reader.open("error").await?;
    for scheme in ["light", "dark"] {
        reader.prefer(scheme).await?;
        check(&reader, &rules, &format!("error, {scheme}")).await?;
    }
    Ok(())
}
