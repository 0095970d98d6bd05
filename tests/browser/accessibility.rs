//! Runs the rules of axe-core on the page in all its states and colour schemes.

use std::fs;

use anyhow::{Context, Result};
use thirtyfour::Key;

use visitor::host::Answer;
use visitor::place;
use visitor::reader::Reader;
use visitor::{findings, gaps};

/// Runs the rules and returns the number of passed ones and a message for each violation, with its first five places.
const RUN: &str = "const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(({ passes, violations }) => [
        passes.length,
        violations.map(({ id, help, nodes }) =>
            `${id}: ${help}\\n` + nodes.slice(0, 5).map(node => `    ${node.target}: ${node.failureSummary.replaceAll('\\n', ' ')}`).join('\\n')),
    ])";

/// The script of axe-core. Without it the test is reported as skipped.
fn rules(test: &str) -> Result<Option<String>> {
    let Some(path) = place::axe() else {
        gaps::say(test, "FOOTNOTED_AXE is not set")?;
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
    for (feature, value) in
        [("prefers-contrast", "more"), ("forced-colors", "active"), ("prefers-reduced-motion", "reduce")]
    {
        reader.prefer_that(feature, value).await?;
        check(&reader, &rules, &format!("{feature}: {value}")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_colours_of_the_address_break_no_rule_of_accessibility() -> Result<()> {
    let Some(rules) = rules("the colours of the address break no rule of accessibility")? else { return Ok(()) };
    let reader = Reader::new().await?;
    // Each on a device that prefers the other one.
    for (theme, device) in [("dark", "light"), ("light", "dark")] {
        reader.prefer(device).await?;
        reader.open_with(&format!("?theme={theme}"), "ready").await?;
        check(&reader, &rules, &format!("?theme={theme}")).await?;
    }
    Ok(())
}

/// Opens the page in each size and colour scheme, brings it into a state, and runs the rules.
async fn check_in_use(test: &str, bring: impl AsyncFn(&Reader) -> Result<()>) -> Result<()> {
    let Some(rules) = rules(test)? else { return Ok(()) };
    let reader = Reader::new().await?;
    for (width, feature, value) in [
        (1280, "prefers-color-scheme", "light"),
        (1280, "prefers-color-scheme", "dark"),
        (320, "prefers-color-scheme", "light"),
        (1280, "prefers-contrast", "more"),
        (1280, "forced-colors", "active"),
    ] {
        reader.width(width).await?;
        reader.prefer_that(feature, value).await?;
        reader.open("ready").await?;
        bring(&reader).await?;
        // During a transition colours do not have their final contrast.
        let still = "return document.getAnimations().length";
        reader.wait_until("all transitions have ended", still, |running: &usize| *running == 0).await?;
        check(&reader, &rules, &format!("{test}; {feature}: {value}, {width} px")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn open_evidence_breaks_no_rule_of_accessibility() -> Result<()> {
    check_in_use("open evidence breaks no rule of accessibility", async |reader| {
        reader.focus("#figure-un-estimate .number .noteref").await?;
        reader.press(Key::Enter, 1).await?;
        there(reader, "#evidence[data-open]").await
    })
    .await
}

#[tokio::test]
async fn the_results_of_a_search_break_no_rule_of_accessibility() -> Result<()> {
    check_in_use("the results of a search break no rule of accessibility", async |reader| {
        reader.focus("#finder [name=find]").await?;
        reader.type_words("people").await?;
        there(reader, "#hits a").await
    })
    .await
}

#[tokio::test]
async fn open_details_break_no_rule_of_accessibility() -> Result<()> {
    check_in_use("open details break no rule of accessibility", async |reader| {
        reader.see::<()>("document.querySelectorAll('details').forEach(details => details.open = true)").await?;
        there(reader, ".fold .more").await
    })
    .await
}

#[tokio::test]
async fn the_field_to_copy_by_hand_breaks_no_rule_of_accessibility() -> Result<()> {
    check_in_use("the field to copy by hand breaks no rule of accessibility", async |reader| {
        reader.see::<()>("document.execCommand = () => false").await?;
        reader.focus("#figure-un-estimate .number .noteref").await?;
        reader.press(Key::Enter, 1).await?;
        reader.focus("#evidence [data-do=copy]").await?;
        reader.press(Key::Enter, 1).await?;
        there(reader, "#evidence textarea").await
    })
    .await
}

#[tokio::test]
async fn following_an_article_breaks_no_rule_of_accessibility() -> Result<()> {
    check_in_use("following an article breaks no rule of accessibility", async |reader| {
        reader.choose("source", "jurist").await?;
        there(reader, "#following button").await?;
        // At the end of the page the summary line covers no text.
        reader.see("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })").await
    })
    .await
}

#[tokio::test]
async fn sorted_tables_break_no_rule_of_accessibility() -> Result<()> {
    check_in_use("sorted tables break no rule of accessibility", async |reader| {
        reader.see::<()>("document.querySelectorAll('details.table').forEach(details => details.open = true)").await?;
        there(reader, "#chart-orders th button").await?;
        reader.focus("#chart-orders th:nth-child(2) button").await?;
        reader.press(Key::Enter, 1).await?;
        there(reader, "th[aria-sort=ascending]").await
    })
    .await
}

#[tokio::test]
async fn walking_through_a_chart_breaks_no_rule_of_accessibility() -> Result<()> {
    check_in_use("walking through a chart breaks no rule of accessibility", async |reader| {
        reader.focus("#chart-people .frames").await?;
        reader.press(Key::Right, 2).await?;
        there(reader, ".tip").await
    })
    .await
}

#[tokio::test]
async fn a_linear_scale_breaks_no_rule_of_accessibility() -> Result<()> {
    check_in_use("a linear scale breaks no rule of accessibility", async |reader| {
        reader.click("#chart-orders .switch button").await?;
        there(reader, "#chart-orders .switch span").await
    })
    .await
}

#[tokio::test]
async fn the_embed_dialog_breaks_no_rule_of_accessibility() -> Result<()> {
    check_in_use("the embed dialog breaks no rule of accessibility", async |reader| {
        reader.focus("a[href='share/chart-gdp.html']").await?;
        reader.press(Key::Enter, 1).await?;
        there(reader, "dialog[open] .preview iframe").await
    })
    .await
}

#[tokio::test]
async fn excerpts_break_no_rule_of_accessibility() -> Result<()> {
    let Some(rules) = rules("excerpts break no rule of accessibility")? else { return Ok(()) };
    let reader = Reader::new().await?;
    for address in [
        "embed/people.html",
        "embed/matrix.html",
        "embed/figure/people-per-arrest.html",
        "embed.html",
        "?chart=nobody",
        "share/figure-raids.html",
        "changes.html",
    ] {
        for (width, feature, value) in [
            (640, "prefers-color-scheme", "light"),
            (320, "prefers-color-scheme", "dark"),
            (640, "forced-colors", "active"),
        ] {
            reader.width(width).await?;
            reader.prefer_that(feature, value).await?;
            // Pages without the program have a part by which a test sees that they are there.
            let part = if address == "changes.html" {
                Some(".edition")
            } else {
                address.starts_with("share/").then_some(".share.scripted")
            };
            reader.session.goto(format!("{}{address}", reader.host.page())).await?;
            if let Some(part) = part {
                there(&reader, part).await?;
            } else {
                reader.wait_for_state("ready").await?;
                there(&reader, "h1").await?;
            }
            check(&reader, &rules, &format!("{address}, {value}, {width} px")).await?;
        }
    }
    Ok(())
}

/// Waits until an element that matches a selector is rendered.
async fn there(reader: &Reader, selector: &str) -> Result<()> {
    let script =
        format!("return [...document.querySelectorAll(\"{selector}\")].some(part => part.getClientRects().length > 0)");
    reader.wait_until(&format!("{selector} is there"), &script, |there: &bool| *there).await
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
