//! Browsers that go from one test to the next, since starting one takes longer than most tests do.

use std::ops::Deref;
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::Result;
use thirtyfour::{Capabilities, WebDriver};
use tokio::time;

use crate::driver::Driver;
use crate::line::Line;
use crate::scratch::Scratch;
use crate::window::{PATIENCE, Window};

/// A browser and its driver. The fields end in their order: the driver, and with it the browser, then the files of both.
pub(crate) struct Running {
    session: WebDriver,
    line: Line,
    driver: Driver,
    _scratch: Scratch,
}

impl Running {
    /// Has a driver start the browser that is wished for.
    pub(crate) async fn start(driver: Driver, wishes: impl Into<Capabilities>, scratch: Scratch) -> Result<Self> {
        let line = Line::default();
        line.renew()?;
        let session = WebDriver::builder(driver.address(), wishes).client(line.clone()).await?;
        // Its driver ends it: its own way to end asks over a connection whose runtime may have ended before.
        session.clone().leak()?;
        Ok(Self { session, line, driver, _scratch: scratch })
    }

    /// Names the request at which the browser ends.
    pub(crate) fn ends_with_its_session(mut self) -> Self {
        self.driver.ends_at(format!("DELETE /session/{}", self.session.session_id()));
        self
    }
}

/// Where browsers stand that nobody uses just now.
pub(crate) struct Shelf(Mutex<Vec<Running>>);

impl Shelf {
    pub(crate) const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// Lends a browser that `renew` has made as good as new, or starts one.
    pub(crate) async fn take(
        &'static self,
        start: impl AsyncFnOnce() -> Result<Running>,
        renew: impl AsyncFn(&Window) -> Result<()>,
    ) -> Result<Loan> {
        while let Some(running) = self.next() {
            running.line.renew()?;
            let loan = Loan::of(running, self);
            if let Ok(Ok(())) = time::timeout(PATIENCE, renew(&loan)).await {
                return Ok(loan);
            }
            // Whatever the test before has done to it, it is not done to the next.
            loan.discard();
        }
        let loan = Loan::of(start().await?, self);
        renew(&loan).await?;
        Ok(loan)
    }

    fn next(&self) -> Option<Running> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn put(&self, running: Running) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(running);
    }
}

/// A browser for as long as one test takes.
pub(crate) struct Loan {
    window: Window,
    running: Option<Running>,
    shelf: &'static Shelf,
}

impl Loan {
    fn of(running: Running, shelf: &'static Shelf) -> Self {
        Self { window: Window { session: running.session.clone() }, running: Some(running), shelf }
    }

    fn discard(mut self) {
        drop(self.running.take());
    }
}

impl Deref for Loan {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.window
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        // A test that panics may have left it in the middle of something. Without a keeper it would outlive the tests.
        let keep = cfg!(unix) && !thread::panicking();
        if let Some(running) = self.running.take().filter(|_| keep) {
            self.shelf.put(running);
        }
    }
}
