//! A headless Chromium and the driver that commands it, for as long as one test takes.

use std::ops::Deref;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::common::print::{PrintPage, PrintParameters};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::driver::Driver;
use crate::place;
use crate::scratch::Scratch;
use crate::shelf::{Loan, Running, Shelf};
use crate::window::Window;

/// Each Chromium is a dozen processes: a machine with many cores may lack the memory for as many.
static SEATS: Semaphore = Semaphore::const_new(4);

/// What a browser does besides showing pages, it shall not do here.
const ARGUMENTS: [&str; 11] = [
    "--headless",
    // Chromium ends when the pipe to its driver does, so it never outlives a driver that was killed.
    "--remote-debugging-pipe",
    // As on a phone: a window of 320 pixels has room for 320.
    "--hide-scrollbars",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Where a link leads is seen from the address; nobody is asked for what is there.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/// Those that are running and not in use.
static SHELF: Shelf = Shelf::new();

/// A running browser, as if it had just been started.
pub struct Chromium {
    loan: Loan,
    _seat: SemaphorePermit<'static>,
}

impl Deref for Chromium {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.loan
    }
}

impl Chromium {
    /// Takes one that another test has done with, or starts one.
    pub async fn start() -> Result<Self> {
        let seat = SEATS.acquire().await?;
        Ok(Self { loan: SHELF.take(run, renew).await?, _seat: seat })
    }

    /// Makes the window so many CSS pixels wide, and 800 high.
    pub async fn width(&self, pixels: u32) -> Result<()> {
        self.size(pixels, 800).await
    }

    /// Makes the window so many CSS pixels wide and high.
    pub async fn size(&self, pixels: u32, height: u32) -> Result<()> {
        let size = json!({"width": pixels, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.command("Emulation.setDeviceMetricsOverride", size).await?;
        let painted = "return await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(innerWidth))))";
        self.wait_until("the window has its new width", painted, |found: &u32| *found == pixels).await
    }

    /// Prefers a `light` or `dark` page.
    pub async fn prefer(&self, scheme: &str) -> Result<()> {
        self.prefer_that("prefers-color-scheme", scheme).await
    }

    /// Has a media feature of this value, such as `forced-colors: active`, and no other than usual.
    pub async fn prefer_that(&self, feature: &str, value: &str) -> Result<()> {
        let features = json!([{"name": feature, "value": value}]);
        self.command("Emulation.setEmulatedMedia", json!({"features": features})).await?;
        let matches: bool = self.see(&format!("return matchMedia('({feature}: {value})').matches")).await?;
        anyhow::ensure!(matches, "the browser cannot be brought to {feature}: {value}");
        Ok(())
    }

    /// Becomes a phone: small, to be touched, slow, and far from its server on a slow line.
    pub async fn as_a_phone(&self) -> Result<()> {
        let size = json!({"width": 412, "height": 823, "deviceScaleFactor": 1.75, "mobile": true});
        self.command("Emulation.setDeviceMetricsOverride", size).await?;
        self.command("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        self.command("Emulation.setCPUThrottlingRate", json!({"rate": 4})).await?;
        self.command("Network.enable", json!({})).await?;
        let line = json!({"offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750});
        self.command("Network.emulateNetworkConditions", line).await
    }

    /// Touches the window with a finger, for a moment.
    pub async fn tap(&self, x: i64, y: i64) -> Result<()> {
        self.command("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        self.command("Input.dispatchTouchEvent", json!({"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}))
            .await?;
        self.command("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []})).await
    }

    /// Scrolls with a finger that comes down at a place and goes up.
    pub async fn flick(&self, x: i64, y: i64) -> Result<()> {
        self.command("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        let finger = |kind: &str, up: i64| json!({"type": kind, "touchPoints": [{"x": x, "y": y - up}]});
        self.command("Input.dispatchTouchEvent", finger("touchStart", 0)).await?;
        for up in [40, 120, 240] {
            self.command("Input.dispatchTouchEvent", finger("touchMove", up)).await?;
        }
        self.command("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []})).await
    }

    /// Sees the page as it is printed.
    pub async fn print(&self) -> Result<()> {
        self.command("Emulation.setEmulatedMedia", json!({"media": "print"})).await
    }

    /// Prints what is open on A4, and says over how many pages.
    pub async fn printed_pages(&self) -> Result<usize> {
        let page = PrintPage { width: 21.0, height: 29.7 };
        let sheets = self.session.print_page(PrintParameters { page, ..PrintParameters::default() }).await?;
        // Chromium writes each page as an object of its own, uncompressed.
        let pdf = String::from_utf8_lossy(&sheets);
        Ok(pdf.matches("/Type /Page").count() - pdf.matches("/Type /Pages").count())
    }

    /// Runs no script of any page that is opened from now on; the tests' own go on.
    pub async fn without_scripts(&self) -> Result<()> {
        self.command("Emulation.setScriptExecutionDisabled", json!({"value": true})).await
    }

    /// Has no network from now on.
    pub async fn without_network(&self) -> Result<()> {
        self.command("Network.enable", json!({})).await?;
        let nothing = json!({"offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.command("Network.emulateNetworkConditions", nothing).await
    }

    /// Runs a script in every page that is opened from now on, before all else that is in the page.
    pub async fn watch(&self, script: &str) -> Result<()> {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await
    }

    /// What was said on the console, by the page or by the browser about the page, since this was asked last.
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
        .context("ChromeDriver does not start: FOOTNOTED_CHROMEDRIVER may name it")?;
    let mut wishes = DesiredCapabilities::chrome();
    for argument in ARGUMENTS {
        wishes.add_arg(argument)?;
    }
    wishes.add_arg(&format!("--user-data-dir={}", scratch.path().join("profile").display()))?;
    wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    if let Some(path) = place::chromium() {
        wishes.set_binary(&path)?;
    }
    Running::start(driver, wishes, scratch).await.context("Chromium does not start: FOOTNOTED_CHROMIUM may name it")
}

/// Gives it a tab of its own, which has none of the sizes, colours and troubles that others had, and takes away all that
/// they kept. A context of its own, as in a private window, ChromeDriver does not give.
async fn renew(window: &Window) -> Result<()> {
    window.only_a_new_tab().await?;
    let cdp = window.session.cdp();
    for (command, parameters) in [
        ("Network.clearBrowserCache", json!({})),
        ("Network.clearBrowserCookies", json!({})),
        ("Storage.clearDataForOrigin", json!({"origin": "*", "storageTypes": "all"})),
        ("Browser.resetPermissions", json!({})),
        // A window that was opened by a command has not the keyboard yet.
        ("Page.bringToFront", json!({})),
    ] {
        cdp.send_raw(command, parameters).await.with_context(|| format!("{command} failed"))?;
    }
    window.copy_nothing().await?;
    window.session.get_log("browser").await?;
    Ok(())
}
