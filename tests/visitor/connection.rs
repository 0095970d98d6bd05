//! The line on which a driver is given its commands.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use axum::http::{Request, Response};
use reqwest::Client;
use thirtyfour::error::WebDriverResult;
use thirtyfour::session::http::{Body, HttpClient};

/// Longer than any command takes.
const LONGEST: std::time::Duration = std::time::Duration::from_secs(120);

/// Connections end with the runtime that they were made in, and each test has a runtime of its own: for each, the line is
/// laid anew.
#[derive(Clone, Default)]
pub(crate) struct Line(Arc<Mutex<Client>>);

impl Line {
    /// Forgets the connections of the test before.
    pub(crate) fn renew(&self) -> reqwest::Result<()> {
        let client = Client::builder().no_proxy().timeout(LONGEST).build()?;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = client;
        Ok(())
    }

    fn client(&self) -> Client {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// As the trait's own macro would write it.
impl HttpClient for Line {
    fn send<'line, 'request, 'answer>(
        &'line self,
        request: Request<Body<'request>>,
    ) -> Pin<Box<dyn Future<Output = WebDriverResult<Response<Bytes>>> + Send + 'answer>>
    where
        'line: 'answer,
        'request: 'answer,
        Self: 'answer,
    {
        let client = self.client();
        Box::pin(async move { client.send(request).await })
    }

    fn new<'line, 'answer>(&'line self) -> Pin<Box<dyn Future<Output = Arc<dyn HttpClient>> + Send + 'answer>>
    where
        'line: 'answer,
        Self: 'answer,
    {
        let line: Arc<dyn HttpClient> = Arc::new(self.clone());
        Box::pin(async move { line })
    }
}
