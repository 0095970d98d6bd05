//! A headless Firefox and the driver that commands it, for as long as one test takes.

use std::ops::Deref;
use std::process::Command;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command as DriverCommand, ExtensionCommand};
use thirtyfour::{DesiredCapabilities, WebDriver};

use crate::driver::Driver;
use crate::scratch::Scratch;
use crate::window::Window;
use crate::{gaps, place};

/// A running browser, without network. The fields end in their order.
pub struct Firefox {
    window: Window,
    _driver: Driver,
    _scratch: Scratch,
}

impl Deref for Firefox {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.window
    }
}

impl Firefox {
    /// Starts it without network; without Firefox on this machine, says that this test was not made.
    pub async fn start(test: &str) -> Result<Option<Self>> {
        let (Some(firefox), Some(geckodriver)) = (place::firefox(), place::geckodriver()) else {
            gaps::say(test, "FOOTNOTED_FIREFOX and FOOTNOTED_GECKODRIVER name no Firefox and its driver")?;
            return Ok(None);
        };
        let scratch = Scratch::new()?;
        let mut command = Command::new(geckodriver);
        // With access to Firefox itself, which keeps what is said on the console.
        command
            .args(["--port", "0", "--websocket-port", "0", "--allow-system-access", "--profile-root"])
            .arg(scratch.path())
            .env("TMPDIR", scratch.path())
            .env("MOZ_CRASHREPORTER_DISABLE", "1");
        let mut driver = Driver::start(&mut command, "Listening on 127.0.0.1:", "GET /status")
            .context("geckodriver does not start: FOOTNOTED_GECKODRIVER may name it")?;
        let mut wishes = DesiredCapabilities::firefox();
        wishes.set_headless()?;
        wishes.set_firefox_binary(&firefox)?;
        let session = WebDriver::new(driver.address(), wishes)
            .await
            .context("Firefox does not start: FOOTNOTED_FIREFOX may name it")?;
        driver.ends_at(format!("DELETE /session/{}", session.session_id()));
        let firefox = Self { window: Window::of(session)?, _driver: driver, _scratch: scratch };
        firefox.look_into(Side::Chrome).await?;
        let offline: bool = firefox.see("return Services.io.offline = true, Services.io.offline").await?;
        ensure!(offline, "Firefox does not leave the network");
        firefox.look_into(Side::Content).await?;
        Ok(Some(firefox))
    }

    /// What was said on the console about pages whose address begins like this.
    pub async fn console(&self, address: &str) -> Result<Vec<String>> {
        self.look_into(Side::Chrome).await?;
        let script = "return Services.console.getMessageArray()
            .filter(message => message instanceof Ci.nsIScriptError && message.sourceName.startsWith(arguments[0]))
            .map(message => message.toString())";
        let found = self.see_with(script, vec![json!(address)]).await;
        self.look_into(Side::Content).await?;
        found
    }

    async fn look_into(&self, context: Side) -> Result<()> {
        let command = DriverCommand::ExtensionCommand(Box::new(context));
        self.session.cmd(command).await.context("Firefox lets nobody look into itself")?;
        Ok(())
    }
}

/// What scripts are run in: the page, or the browser around it.
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
