//! A pool of running browsers, which tests share one after the other: starting one takes longer than most tests.

use std::ops::Deref;
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::Result;
use thirtyfour::{Capabilities, WebDriver};
use tokio::time;

use crate::connection::Connection;
use crate::driver::Driver;
use crate::scratch::Scratch;
use crate::window::{TIMEOUT, Window};

/// A browser and its driver. Fields are dropped in their order: first the driver, which ends the browser, then the folder.
pub(crate) struct Running {
    session: WebDriver,
    connection: Connection,
    driver: Driver,
    _scratch: Scratch,
}

impl Running {
    /// Starts a browser with these capabilities through a driver.
    pub(crate) async fn start(driver: Driver, capabilities: impl Into<Capabilities>, scratch: Scratch) -> Result<Self> {
        let connection = Connection::default();
        connection.renew()?;
        let session = WebDriver::builder(driver.address(), capabilities).client(connection.clone()).await?;
        // `Driver` ends the session. The session's own destructor uses a connection whose runtime may have ended before.
        session.clone().leak()?;
        Ok(Self { session, connection, driver, _scratch: scratch })
    }

    /// Ends the browser by ending its session, for drivers without a request to shut down.
    pub(crate) fn with_session_end(mut self) -> Self {
        self.driver.set_shutdown_request(format!("DELETE /session/{}", self.session.session_id()));
        self
    }
}

/// The browsers that no test is using.
pub(crate) struct Pool(Mutex<Vec<Running>>);

impl Pool {
    pub(crate) const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// Takes a browser and resets it with `renew`, or starts one.
    pub(crate) async fn take(
        &'static self,
        start: impl AsyncFnOnce() -> Result<Running>,
        renew: impl AsyncFn(&Window) -> Result<()>,
    ) -> Result<Lease> {
        while let Some(running) = self.next() {
            running.connection.renew()?;
            let lease = Lease::of(running, self);
            if let Ok(Ok(())) = time::timeout(TIMEOUT, renew(&lease)).await {
                return Ok(lease);
            }
            // The test before left it in a state that cannot be reset: end it.
            lease.discard();
        }
        let lease = Lease::of(start().await?, self);
        renew(&lease).await?;
        Ok(lease)
    }

    fn next(&self) -> Option<Running> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn put(&self, running: Running) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(running);
    }
}

/// A browser for one test. It returns to the pool when this is dropped.
pub(crate) struct Lease {
    window: Window,
    running: Option<Running>,
    pool: &'static Pool,
}

impl Lease {
    fn of(running: Running, pool: &'static Pool) -> Self {
        Self { window: Window { session: running.session.clone() }, running: Some(running), pool }
    }

    fn discard(mut self) {
        drop(self.running.take());
    }
}

impl Deref for Lease {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.window
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        // After a panic its state is unknown. Without the supervisor script it would outlive the tests.
        let keep = cfg!(unix) && !thread::panicking();
        if let Some(running) = self.running.take().filter(|_| keep) {
            self.pool.put(running);
        }
    }
}
