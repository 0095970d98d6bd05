//! A web server for the built page. It serves the files like any plain host, simulates failures of the dataset, and
//! records all requests.

use std::net::SocketAddr;
use std::panic;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::AbortHandle;

use crate::place;

const DATASET: &str = "data/dashboard.json";

/// The response to requests for the dataset.
#[derive(Clone)]
pub enum Answer {
    /// The built file.
    AsBuilt,
    /// This text instead.
    Text(String),
    /// These bytes, with a header that names another encoding than UTF-8.
    Bytes(Vec<u8>),
    /// Status 404.
    Missing,
    /// None: the connection is closed.
    Dropped,
    /// None until the answer is changed to another one.
    Held,
}

/// A recorded request.
#[derive(Clone, Debug)]
pub struct Request {
    /// The header `Host`.
    pub host: String,
    /// The path of the address.
    pub path: String,
    /// The headers that name the page that it is for: `Origin` and `Referer`.
    pub naming: Vec<String>,
}

/// A running server. It stops when it is dropped.
pub struct Host {
    address: SocketAddr,
    site: Arc<Site>,
    task: AbortHandle,
}

struct Site {
    /// The folder of the site on disk.
    dist: PathBuf,
    folder: &'static str,
    answer: watch::Sender<Answer>,
    requests: Mutex<Vec<Request>>,
    /// The compressed dataset, if files are sent compressed.
    compressed: OnceLock<Vec<u8>>,
}

impl Host {
    /// Serves the built page at a path such as `/` or `/some/folder/`.
    pub async fn start(folder: &'static str) -> Result<Self> {
        Self::of_site(place::dist(), folder).await
    }

    /// Serves another built page.
    pub async fn of_site(dist: PathBuf, folder: &'static str) -> Result<Self> {
        anyhow::ensure!(
            dist.join("index.html").is_file(),
            "{} has no index.html: run `cargo xtask build`, or set FOOTNOTED_DIST to the folder of a built site",
            dist.display()
        );
        let site = Arc::new(Site {
            dist,
            folder,
            answer: watch::Sender::new(Answer::AsBuilt),
            requests: Mutex::default(),
            compressed: OnceLock::new(),
        });
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let router = Router::new().fallback(serve).with_state(Arc::clone(&site));
        let task = tokio::spawn(async { axum::serve(listener, router).await }).abort_handle();
        Ok(Self { address, site, task })
    }

    /// The origin of the server, such as `http://127.0.0.1:4000`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the page.
    pub fn page(&self) -> String {
        format!("{}{}", self.origin(), self.site.folder)
    }

    /// Sets the response to requests for the dataset from now on.
    pub fn answer(&self, answer: Answer) {
        self.site.answer.send_replace(answer);
    }

    /// From now on sends the brotli copies of files, and `dataset` as the brotli copy of the dataset.
    pub fn compress(&self, dataset: Vec<u8>) {
        self.site.compressed.get_or_init(|| dataset);
    }

    /// All requests so far.
    pub fn requests(&self) -> Vec<Request> {
        self.site.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(State(site): State<Arc<Site>>, headers: HeaderMap, uri: Uri) -> Response {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let naming = [header::ORIGIN, header::REFERER].map(|name| headers.get(name)?.to_str().map(str::to_owned).ok());
    let request = Request {
        host: host.unwrap_or_default().to_owned(),
        path: uri.path().to_owned(),
        naming: naming.into_iter().flatten().collect(),
    };
    site.requests.lock().unwrap_or_else(PoisonError::into_inner).push(request);
    match uri.path().strip_prefix(site.folder) {
        None => StatusCode::NOT_FOUND.into_response(),
        Some(DATASET) => site.dataset().await.unwrap_or_else(failed),
        Some("") => site.file("index.html").await.unwrap_or_else(failed),
        Some(path) => site.file(path).await.unwrap_or_else(failed),
    }
}

impl Site {
    async fn dataset(&self) -> Result<Response> {
        let mut answers = self.answer.subscribe();
        let answer = answers.wait_for(|answer| !matches!(answer, Answer::Held)).await?.clone();
        // Like many hosts, this one lets browsers cache files for an hour. An edit must show nevertheless.
        let kept = [(header::CACHE_CONTROL, "max-age=3600")];
        Ok(match answer {
            Answer::Text(text) => (kept, [(header::CONTENT_TYPE, mime(DATASET))], text).into_response(),
            Answer::Bytes(bytes) => {
                (kept, [(header::CONTENT_TYPE, "application/json; charset=windows-1252")], bytes).into_response()
            }
            Answer::Missing => StatusCode::NOT_FOUND.into_response(),
            // Ends the task of the connection, which closes it, without a message in the log.
            Answer::Dropped => panic::resume_unwind(Box::new("dropped")),
            Answer::AsBuilt | Answer::Held => (kept, self.file(DATASET).await?).into_response(),
        })
    }

    async fn file(&self, path: &str) -> Result<Response> {
        let path = Path::new(path);
        if !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return Ok(StatusCode::NOT_FOUND.into_response());
        }
        let name = path.to_str().context("the path is not UTF-8")?;
        if let Some(copy) = self.copy(name).await {
            let headers = [(header::CONTENT_TYPE, mime(name)), (header::CONTENT_ENCODING, "br")];
            return Ok((headers, copy).into_response());
        }
        Ok(match tokio::fs::read(self.dist.join(path)).await {
            Ok(bytes) => ([(header::CONTENT_TYPE, mime(name))], bytes).into_response(),
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        })
    }

    /// The compressed copy of a file, if copies are sent and this file has one.
    async fn copy(&self, name: &str) -> Option<Vec<u8>> {
        let dataset = self.compressed.get()?;
        if name == DATASET {
            return Some(dataset.clone());
        }
        tokio::fs::read(self.dist.join(format!("{name}.br"))).await.ok()
    }
}

fn failed(error: anyhow::Error) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
}

fn mime(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("xml") => "application/atom+xml; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("bib") => "application/x-bibtex",
        Some("ris") => "application/x-research-info-systems",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
