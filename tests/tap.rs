//! Measures the time on a phone from the first tap to its answer, including the download of the program.
//!
//! Times depend on the machine. The same visit also measures the download of the program alone: the ratio of both can be
//! compared between runs.

use std::io::Cursor;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use visitor::chromium::Chromium;
use visitor::host::Host;
use visitor::place;

/// The number of visits, each with an empty cache.
const VISITS: usize = 5;

/// Records the times of the first tap and of the painted evidence, and the total blocking time until then.
const WATCH: &str = "window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => window.longest += Math.max(0, duration - 50)))
        .observe({ type: 'longtask', buffered: true });
    addEventListener('pointerdown', () => window.touched ??= performance.now(), true);
    new MutationObserver((_, observer) => {
        if (!document.querySelector('#evidence[data-open]')) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => window.answered = performance.now()));
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-open'] });";

/// Scrolls to the first visible marker and returns its centre.
const MARKER: &str = "const marker = [...document.querySelectorAll('#page a[role=doc-noteref]')].find((marker) => marker.getClientRects().length > 0);
    marker?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = marker?.getClientRects()[0] ?? {};
    return marker ? [left + width / 2, top + height / 2].map(Math.round) : null";

/// Measures the download of the files of the program.
const ALONE: &str = "const { app, wasm } = document.querySelector('script[data-app]').dataset;
    const began = performance.now();
    await Promise.all([app, wasm].map((file) => fetch(file, { cache: 'no-store' }).then((answer) => answer.arrayBuffer())));
    return performance.now() - began";

/// The measurements of a visit, in milliseconds.
struct Visit {
    /// From the first tap to its answer.
    answer: f64,
    /// The download of the files of the program alone.
    alone: f64,
    /// The total blocking time before the tap and after it: the time of each task beyond 50 milliseconds.
    blocked: [f64; 2],
}

fn main() -> Result<()> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let mut visits = Vec::new();
        for _ in 0..VISITS {
            visits.push(visit().await?);
        }
        print!("{}", report(&visits));
        Ok(())
    })
}

async fn visit() -> Result<Visit> {
    let data = std::fs::read(place::dist().join("data/dashboard.json")).context("there is no built site")?;
    let host = Host::start("/").await?;
    host.compress(packed(&data)?);
    let chromium = Chromium::start().await?;
    chromium.as_a_phone().await?;
    chromium.watch(WATCH).await?;
    chromium.session.goto(host.page()).await?;
    chromium.wait_for_state("ready").await?;
    let place: Option<(i64, i64)> = chromium.see(MARKER).await?;
    let (x, y) = place.context("the page has no visible marker")?;
    let before: f64 = chromium.see("return window.longest").await?;
    chromium.tap(x, y).await?;
    let answered = "return window.answered - window.touched";
    chromium.wait_until("the first tap is answered", answered, |time: &Option<f64>| time.is_some()).await?;
    let answer: Option<f64> = chromium.see(answered).await?;
    let after: f64 = chromium.see("return window.longest").await?;
    let alone: f64 = chromium.see(ALONE).await?;
    Ok(Visit { answer: answer.context("no answer")?, alone, blocked: [before, after - before] })
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut packed, &BrotliEncoderParams::default())?;
    Ok(packed)
}

fn report(visits: &[Visit]) -> String {
    let median = |read: fn(&Visit) -> f64| {
        let mut values: Vec<f64> = visits.iter().map(read).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    };
    format!(
        "\non a phone (1.6 Mbit/s, 150 ms latency, a quarter of this processor), medians of {} visits\n\
         {:>7.0} ms  from the first tap to its answer: {:.2} times the download of the program alone ({:.0} ms)\n\
         {:>7.0} ms  total blocking time before the tap, and {:.0} ms after it\n",
        visits.len(),
        median(|visit| visit.answer),
        median(|visit| visit.answer / visit.alone),
        median(|visit| visit.alone),
        median(|visit| visit.blocked[0]),
        median(|visit| visit.blocked[1]),
    )
}
