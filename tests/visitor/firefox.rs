//! A headless Firefox with its driver, for one test.

use std::ops::Deref;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::DesiredCapabilities;
use thirtyfour::common::command::{Command as DriverCommand, ExtensionCommand};

use crate::driver::Driver;
use crate::pool::{Lease, Pool, Running};
use crate::scratch::Scratch;
use crate::window::Window;
use crate::{gaps, place};

/// The running browsers that no test is using.
static POOL: Pool = Pool::new();

/// A running browser in its initial state, without network.
pub struct Firefox {
    lease: Lease,
}

impl Deref for Firefox {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.lease
    }
}

impl Firefox {
    /// Takes a browser from the pool, or starts one. Without Firefox on this machine it reports that `test` was skipped.
    pub async fn start(test: &str) -> Result<Option<Self>> {
        let (Some(firefox), Some(geckodriver)) = (place::firefox(), place::geckodriver()) else {
            gaps::say(test, "FOOTNOTED_FIREFOX and FOOTNOTED_GECKODRIVER are not set")?;
            return Ok(None);
        };
        Ok(Some(Self { lease: POOL.take(async || run(&firefox, &geckodriver).await, renew).await? }))
    }

    /// Sets the size of the viewport in CSS pixels.
    pub async fn size(&self, width: u32, height: u32) -> Result<()> {
        let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let (across, down): (u32, u32) = self.see(frame).await?;
        self.session.set_window_rect(0, 0, width + across, height + down).await?;
        let size = "return [innerWidth, innerHeight]";
        self.wait_until("the window has its new size", size, |found: &(u32, u32)| *found == (width, height)).await
    }

    /// The messages on the console about pages whose address begins with `address`.
    pub async fn console(&self, address: &str) -> Result<Vec<String>> {
        look_into(self, Side::Chrome).await?;
        let script = "return Services.console.getMessageArray()
            .filter(message => message instanceof Ci.nsIScriptError && message.sourceName.startsWith(arguments[0]))
            .map(message => message.toString())";
        let found = self.see_with(script, vec![json!(address)]).await;
        look_into(self, Side::Content).await?;
        found
    }
}

async fn run(firefox: &str, geckodriver: &Path) -> Result<Running> {
    let scratch = Scratch::new()?;
    let mut command = Command::new(geckodriver);
    // System access, to read the messages on the console.
    command
        .args(["--port", "0", "--websocket-port", "0", "--allow-system-access", "--profile-root"])
        .arg(scratch.path())
        .env("MOZ_CRASHREPORTER_DISABLE", "1");
    let driver = Driver::start(&command, scratch.path(), "Listening on 127.0.0.1:", "GET /status")
        .context("geckodriver does not start: set FOOTNOTED_GECKODRIVER to its path")?;
    let mut capabilities = DesiredCapabilities::firefox();
    capabilities.set_headless()?;
    capabilities.set_firefox_binary(firefox)?;
    let running = Running::start(driver, capabilities, scratch).await;
    Ok(running.context("Firefox does not start: set FOOTNOTED_FIREFOX to its path")?.with_session_end())
}

/// Opens a new tab, disables the network, and clears all storage.
async fn renew(window: &Window) -> Result<()> {
    window.only_a_new_tab().await?;
    window.session.set_window_rect(0, 0, 1280, 900).await?;
    look_into(window, Side::Chrome).await?;
    let script = "const done = arguments[arguments.length - 1];
        Services.io.offline = true;
        Services.console.reset();
        Services.cache2.clear();
        Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, () => done(Services.io.offline))";
    let offline: bool = window.session.execute_async(script, vec![]).await?.convert()?;
    ensure!(offline, "Firefox does not go offline");
    look_into(window, Side::Content).await
}

async fn look_into(window: &Window, context: Side) -> Result<()> {
    let command = DriverCommand::ExtensionCommand(Box::new(context));
    window.session.cmd(command).await.context("Firefox does not allow scripts with system access")?;
    Ok(())
}

/// The context that scripts run in: the page, or the browser itself.
#[derive(Clone, Copy, Debug)]
enum Side {
    Content,
    Chrome,
}

impl ExtensionCommand for Side {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({"context": match self { Self::Content => "content", Self::Chrome => "chrome" }}))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/moz/context".into()
    }
}
