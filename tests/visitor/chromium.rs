//! A headless Chromium with its driver, for one test.

use std::ops::Deref;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::common::print::{PrintPage, PrintParameters};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::driver::Driver;
use crate::place;
use crate::pool::{Lease, Pool, Running};
use crate::scratch::Scratch;
use crate::window::Window;

/// The number of Chromiums at a time. Each is a dozen processes, and tests run in as many threads as there are cores.
static PERMITS: Semaphore = Semaphore::const_new(4);

/// Switches that turn off everything a browser does besides showing pages.
const ARGUMENTS: [&str; 11] = [
    "--headless",
    // Chromium ends when the pipe to its driver closes, so it never outlives a driver that was killed.
    "--remote-debugging-pipe",
    // As on a phone: the scroll bar takes no width from the viewport.
    "--hide-scrollbars",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // No test opens a page of another host: links are tested by their addresses alone.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/// The running browsers that no test is using.
static POOL: Pool = Pool::new();

/// A running browser in its initial state.
pub struct Chromium {
    lease: Lease,
    _permit: SemaphorePermit<'static>,
}

impl Deref for Chromium {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.lease
    }
}

impl Chromium {
    /// Takes a browser from the pool, or starts one.
    pub async fn start() -> Result<Self> {
        let permit = PERMITS.acquire().await?;
        Ok(Self { lease: POOL.take(run, renew).await?, _permit: permit })
    }

    /// Sets the width of the viewport in CSS pixels, and a height of 800.
    pub async fn width(&self, pixels: u32) -> Result<()> {
        self.size(pixels, 800).await
    }

    /// Sets the size of the viewport in CSS pixels.
    pub async fn size(&self, pixels: u32, height: u32) -> Result<()> {
        let size = json!({"width": pixels, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.command("Emulation.setDeviceMetricsOverride", size).await?;
        let painted = "return await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(innerWidth))))";
        self.wait_until("the window has its new width", painted, |found: &u32| *found == pixels).await
    }

    /// Sets `prefers-color-scheme` to `light` or `dark`.
    pub async fn prefer(&self, scheme: &str) -> Result<()> {
        self.prefer_that("prefers-color-scheme", scheme).await
    }

    /// Sets one media feature, such as `forced-colors: active`, and resets all others.
    pub async fn prefer_that(&self, feature: &str, value: &str) -> Result<()> {
        let features = json!([{"name": feature, "value": value}]);
        self.command("Emulation.setEmulatedMedia", json!({"features": features})).await?;
        let matches: bool = self.see(&format!("return matchMedia('({feature}: {value})').matches")).await?;
        anyhow::ensure!(matches, "the browser cannot emulate {feature}: {value}");
        Ok(())
    }

    /// Emulates a phone: a small touch screen, a slow processor, and a slow connection with a long latency.
    pub async fn as_a_phone(&self) -> Result<()> {
        let size = json!({"width": 412, "height": 823, "deviceScaleFactor": 1.75, "mobile": true});
        self.command("Emulation.setDeviceMetricsOverride", size).await?;
        self.command("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        self.command("Emulation.setCPUThrottlingRate", json!({"rate": 4})).await?;
        self.command("Network.enable", json!({})).await?;
        let connection =
            json!({"offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750});
        self.command("Network.emulateNetworkConditions", connection).await
    }

    /// Taps a point of the viewport.
    pub async fn tap(&self, x: i64, y: i64) -> Result<()> {
        self.command("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        self.command("Input.dispatchTouchEvent", json!({"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}))
            .await?;
        self.command("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []})).await
    }

    /// Scrolls by a swipe upwards from a point of the viewport.
    pub async fn flick(&self, x: i64, y: i64) -> Result<()> {
        self.command("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        let finger = |kind: &str, up: i64| json!({"type": kind, "touchPoints": [{"x": x, "y": y - up}]});
        self.command("Input.dispatchTouchEvent", finger("touchStart", 0)).await?;
        for up in [40, 120, 240] {
            self.command("Input.dispatchTouchEvent", finger("touchMove", up)).await?;
        }
        self.command("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []})).await
    }

    /// Shows the page with its print styles.
    pub async fn print(&self) -> Result<()> {
        self.command("Emulation.setEmulatedMedia", json!({"media": "print"})).await
    }

    /// Prints the open page on A4 and returns the number of sheets.
    pub async fn printed_pages(&self) -> Result<usize> {
        let page = PrintPage { width: 21.0, height: 29.7 };
        let sheets = self.session.print_page(PrintParameters { page, ..PrintParameters::default() }).await?;
        // Chromium writes an uncompressed object for each page.
        let pdf = String::from_utf8_lossy(&sheets);
        Ok(pdf.matches("/Type /Page").count() - pdf.matches("/Type /Pages").count())
    }

    /// Disables scripts in pages that are opened from now on. The scripts of the test still run.
    pub async fn without_scripts(&self) -> Result<()> {
        self.command("Emulation.setScriptExecutionDisabled", json!({"value": true})).await
    }

    /// Disables the network from now on.
    pub async fn without_network(&self) -> Result<()> {
        self.command("Network.enable", json!({})).await?;
        let nothing = json!({"offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.command("Network.emulateNetworkConditions", nothing).await
    }

    /// Runs a script in every page that is opened from now on, before the scripts of the page.
    pub async fn watch(&self, script: &str) -> Result<()> {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await
    }

    /// The messages on the console since the last call, from the page or from the browser about the page.
    pub async fn console(&self) -> Result<Vec<String>> {
        let entries = self.session.get_log("browser").await?;
        Ok(entries.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    async fn command(&self, name: &str, parameters: Value) -> Result<()> {
        self.session.cdp().send_raw(name, parameters).await.with_context(|| format!("{name} failed"))?;
        Ok(())
    }
}

async fn run() -> Result<Running> {
    let scratch = Scratch::new()?;
    let mut command = Command::new(place::chromedriver());
    command.arg("--port=0");
    let driver = Driver::start(&command, scratch.path(), "successfully on port ", "GET /shutdown")
        .context("ChromeDriver does not start: set FOOTNOTED_CHROMEDRIVER to its path")?;
    let mut capabilities = DesiredCapabilities::chrome();
    for argument in ARGUMENTS {
        capabilities.add_arg(argument)?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", scratch.path().join("profile").display()))?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    if let Some(path) = place::chromium() {
        capabilities.set_binary(&path)?;
    }
    Running::start(driver, capabilities, scratch)
        .await
        .context("Chromium does not start: set FOOTNOTED_CHROMIUM to its path")
}

/// Opens a new tab, which resets all emulation, and clears all storage. ChromeDriver cannot open a separate browser context.
async fn renew(window: &Window) -> Result<()> {
    window.only_a_new_tab().await?;
    let cdp = window.session.cdp();
    for (command, parameters) in [
        ("Network.clearBrowserCache", json!({})),
        ("Network.clearBrowserCookies", json!({})),
        ("Storage.clearDataForOrigin", json!({"origin": "*", "storageTypes": "all"})),
        ("Browser.resetPermissions", json!({})),
        // A tab that was opened by a command has no focus yet.
        ("Page.bringToFront", json!({})),
    ] {
        cdp.send_raw(command, parameters).await.with_context(|| format!("{command} failed"))?;
    }
    window.copy_nothing().await?;
    window.session.get_log("browser").await?;
    Ok(())
}
