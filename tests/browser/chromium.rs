//! A headless Chromium and the driver that commands it, for as long as one test takes.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{env, fs, process};

use anyhow::{Context, Result};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::place;

/// Each Chromium is a dozen processes: a machine with many cores may lack the memory for as many.
static SEATS: Semaphore = Semaphore::const_new(4);

/// What a browser does besides showing pages, it shall not do here.
const ARGUMENTS: [&str; 10] = [
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
];

/// A running browser. The fields end in their order: the driver, and with it the browser, then the
/// files of both.
pub(crate) struct Chromium {
    pub(crate) session: WebDriver,
    _driver: Driver,
    _scratch: Scratch,
    _seat: SemaphorePermit<'static>,
}

impl Chromium {
    pub(crate) async fn start() -> Result<Self> {
        let seat = SEATS.acquire().await?;
        let scratch = Scratch::new()?;
        let driver = Driver::start(&scratch)?;
        let mut wishes = DesiredCapabilities::chrome();
        for argument in ARGUMENTS {
            wishes.add_arg(argument)?;
        }
        wishes.add_arg(&format!("--user-data-dir={}", scratch.0.join("profile").display()))?;
        if let Some(path) = place::chromium() {
            wishes.set_binary(&path)?;
        }
        let session = WebDriver::new(driver.address(), wishes)
            .await
            .context("Chromium does not start: FOOTNOTED_CHROMIUM may name it")?;
        // Its own way to end asks over a connection whose runtime may have ended: the driver ends it.
        session.clone().leak()?;
        Ok(Self { session, _driver: driver, _scratch: scratch, _seat: seat })
    }
}

/// The process that takes commands over HTTP.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start(scratch: &Scratch) -> Result<Self> {
        let mut process = Command::new(place::chromedriver())
            .arg("--port=0")
            .env("TMPDIR", &scratch.0)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("ChromeDriver does not start: FOOTNOTED_CHROMEDRIVER may name it")?;
        let output = process.stdout.take().context("no output of ChromeDriver")?;
        // Owned from here on, so that it is stopped even if it says nothing of its port.
        let mut driver = Self { process, port: 0 };
        let said = BufReader::new(output).lines().map_while(Result::ok);
        driver.port = said
            .filter_map(|line| line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').parse().ok())
            .next()
            .context("ChromeDriver did not say at which port it listens")?;
        Ok(driver)
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Lets it end its browser and itself.
    fn dismiss(&self) -> io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.dismiss().is_err() {
            // Fails only if it has ended already.
            drop(self.process.kill());
        }
        drop(self.process.wait());
    }
}

/// A folder for the files that a browser leaves behind.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        // A short path: Chromium puts a socket there, and a socket's address has 108 bytes.
        let folder = env::temp_dir().join(format!("footnoted-{}-{count}", process::id()));
        fs::create_dir(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}
