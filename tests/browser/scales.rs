//! The button that switches a chart between a logarithmic and a linear scale.

use anyhow::Result;
use serde::Deserialize;

use visitor::dataset::{Dataset, text};
use visitor::findings;
use visitor::reader::Reader;

/// The state of the chart with the button.
#[derive(Debug, Deserialize, PartialEq)]
struct Chart {
    pressed: String,
    button: String,
    /// The text about the scale in the caption.
    caption: String,
    announced: String,
    /// The SVG of the visible drawing.
    drawing: String,
    /// The ticks of the visible axis: horizontal positions with their numbers.
    ticks: Vec<(f64, String)>,
}

/// The chart on the other scale.
async fn switch(reader: &Reader) -> Result<Chart> {
    reader.switch_scale("orders").await?;
    look(reader).await
}

async fn look(reader: &Reader) -> Result<Chart> {
    let script = "const chart = document.getElementById('chart-orders');
        const picture = [...chart.querySelectorAll('svg.picture')].find(picture => picture.getClientRects().length > 0);
        const lines = [...picture.querySelectorAll(':is(.grid, .base)')]
            .flatMap(line => [...(line.getAttribute('d') ?? `M${line.getAttribute('points')}`).matchAll(/M([\\d.]+)/g)].map(place => Number(place[1])));
        return {
            pressed: chart.querySelector('.switch button').getAttribute('aria-pressed') ?? 'false',
            button: chart.querySelector('.switch').textContent,
            caption: chart.querySelector('figcaption').innerText,
            announced: document.getElementById('announcer').textContent,
            drawing: picture.parentElement.innerHTML.replace(/ xmlns=.http:[^ ]*/g, ''),
            // The positions are those of the lines, since at the edge of the drawing a number is moved away from its line.
            ticks: [...picture.querySelectorAll('text.small')].map(tick => {
                const at = Number(tick.getAttribute('x'));
                const far = line => Math.abs(line - at);
                return [lines.reduce((near, line) => far(line) < far(near) ? line : near, 1e6), tick.textContent];
            }),
        }";
    reader.see(script).await
}

/// The value of a number on the axis.
fn number(words: &str) -> Option<f64> {
    let (number, factor) = words.strip_suffix(" million").map_or((words, 1.0), |number| (number, 1e6));
    number.replace(',', "").parse().ok().map(|number: f64| number * factor)
}

/// The units per pixel between neighbouring ticks of an axis, after applying `measure` to their values.
fn steps(chart: &Chart, measure: impl Fn(f64) -> f64) -> Vec<f64> {
    let mut ticks: Vec<_> =
        chart.ticks.iter().filter_map(|(across, words)| Some((*across, measure(number(words)?)))).collect();
    ticks.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(ticks.len() > 2, "the axis has too few numbers: {:?}", chart.ticks);
    ticks.windows(2).map(|pair| (pair[1].1 - pair[0].1) / (pair[1].0 - pair[0].0)).collect()
}

fn are_equal(steps: &[f64]) -> bool {
    steps.iter().all(|step| (step - steps[0]).abs() < steps[0].abs() / 50.0)
}

#[tokio::test]
async fn the_button_draws_the_chart_on_a_linear_scale_and_back() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in [1280, 320] {
        reader.width(width).await?;
        reader.open("ready").await?;
        let logarithmic = look(&reader).await?;
        assert!(are_equal(&steps(&logarithmic, f64::ln)), "at {width} px: {:?}", logarithmic.ticks);
        assert!(!are_equal(&steps(&logarithmic, |number| number)), "at {width} px: {:?}", logarithmic.ticks);
        let linear = switch(&reader).await?;
        assert!(are_equal(&steps(&linear, |number| number)), "at {width} px: {:?}", linear.ticks);
        let back = switch(&reader).await?;
        assert_eq!(Chart { announced: String::new(), ..back }, Chart { announced: String::new(), ..logarithmic });
    }
    Ok(())
}

#[tokio::test]
async fn the_button_names_its_effect_and_the_new_scale_is_announced() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let logarithmic = look(&reader).await?;
    assert!(logarithmic.button.contains("linear"), "the text of the button is “{}”", logarithmic.button);
    assert!(logarithmic.caption.contains("ten times"), "the caption is “{}”", logarithmic.caption);
    let linear = switch(&reader).await?;
    assert!(linear.button.contains("logarithmic") && linear.button.contains("linear scale:"), "“{}”", linear.button);
    assert!(linear.announced.contains("linear scale:"), "the announcement is “{}”", linear.announced);
    assert!(!linear.caption.contains("ten times"), "the caption explains the logarithmic scale: “{}”", linear.caption);
    let back = switch(&reader).await?;
    assert!(back.announced.contains("logarithmic"), "the announcement is “{}”", back.announced);
    Ok(())
}

#[tokio::test]
async fn the_button_changes_its_text_or_its_pressed_state_and_not_both() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let before = look(&reader).await?;
    let after = switch(&reader).await?;
    // “Show on a logarithmic scale, pressed” would mean the opposite of what is shown.
    let words = |chart: &Chart| chart.button.split('.').next().unwrap_or_default().to_owned();
    assert!(before.pressed == after.pressed || words(&before) == words(&after), "both change: {after:?}");
    Ok(())
}

#[tokio::test]
async fn only_charts_with_a_logarithmic_scale_have_the_button() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "return [...document.querySelectorAll('figure.chart')].filter(chart => chart.querySelector('.switch')).map(chart => chart.dataset.chart)";
    let charts: Vec<String> = reader.see(script).await?;
    let wanted: Vec<String> = Dataset::read()?
        .list("charts")
        .iter()
        .filter(|chart| text(chart, "scale") == "log")
        .map(|chart| text(chart, "id").to_owned())
        .collect();
    assert_eq!(charts, wanted);
    Ok(())
}

#[tokio::test]
async fn no_text_overlaps_on_the_linear_scale() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in [320, 1280] {
        reader.width(width).await?;
        reader.open("ready").await?;
        reader.switch_scale("orders").await?;
        let found: Vec<String> = reader.see(include_str!("probes/collisions.js")).await?;
        findings::none(&found, &format!("at {width} px"));
    }
    Ok(())
}
