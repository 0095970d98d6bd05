//! The HTTP client that sends commands to a driver.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use axum::http::{Request, Response};
use reqwest::Client;
use thirtyfour::error::WebDriverResult;
use thirtyfour::session::http::{Body, HttpClient};

/// The longest time for a command.
const TIMEOUT: std::time::Duration = std::time::Duration::from_secs(120);

/// An HTTP client that can be replaced. Its connections end with the runtime that opened them, and each test has its own
/// runtime, so each test needs a new client.
#[derive(Clone, Default)]
pub(crate) struct Connection(Arc<Mutex<Client>>);

impl Connection {
    /// Replaces the client of the test before.
    pub(crate) fn renew(&self) -> reqwest::Result<()> {
        let client = Client::builder().no_proxy().timeout(TIMEOUT).build()?;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = client;
        Ok(())
    }

    fn client(&self) -> Client {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Written out as `async_trait` would generate it.
impl HttpClient for Connection {
    fn send<'connection, 'request, 'answer>(
        &'connection self,
        request: Request<Body<'request>>,
    ) -> Pin<Box<dyn Future<Output = WebDriverResult<Response<Bytes>>> + Send + 'answer>>
    where
        'connection: 'answer,
        'request: 'answer,
        Self: 'answer,
    {
        let client = self.client();
        Box::pin(async move { client.send(request).await })
    }

    fn new<'connection, 'answer>(
        &'connection self,
    ) -> Pin<Box<dyn Future<Output = Arc<dyn HttpClient>> + Send + 'answer>>
    where
        'connection: 'answer,
        Self: 'answer,
    {
        let connection: Arc<dyn HttpClient> = Arc::new(self.clone());
        Box::pin(async move { connection })
    }
}
