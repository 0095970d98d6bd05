//! The local server: serves the files of the site, and the data in its latest state.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::State as Known;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use tokio::net::TcpListener;

use super::state::{Numbers, State};
use crate::view::DATA;

/// The script that reloads an open page after a change.
const RELOAD: &str = include_str!("reload.js");

/// Serves until the process ends.
pub(crate) async fn serve(listener: TcpListener, state: Arc<State>) -> Result<()> {
    let router = Router::new()
        .route("/-/reload.js", get(async || answer("reload.js", RELOAD.into())))
        .route("/-/changes", get(changes))
        .fallback(get(file))
        .with_state(state);
    axum::serve(listener, router).await.context("the server stopped")
}

/// The counters of changes, which open pages poll to find out whether they are out of date.
async fn changes(Known(state): Known<Arc<State>>) -> Response {
    let Numbers { edits, pressings } = state.numbers();
    answer("changes.json", format!("{{\"edits\":{edits},\"pressings\":{pressings}}}").into())
}

async fn file(Known(state): Known<Arc<State>>, address: Uri) -> Response {
    // Read before the file: if the file changes in between, the page reloads once more, and no change is missed.
    let numbers = state.numbers();
    let path = match path(address.path()) {
        Some(path) if path == Path::new("") => "index.html".into(),
        Some(path) => path,
        None => return missing(address.path()),
    };
    let name = path.to_string_lossy();
    let read = if path == Path::new(DATA) { state.data() } else { fs::read(state.site().join(&path)) };
    match read {
        Ok(page) if name.ends_with(".html") => answer(&name, with_reload(page, numbers)),
        Ok(content) => answer(&name, content),
        // Before the first run of the press there is no page.
        Err(_) if name == "index.html" => answer(&name, with_reload(WAITING.into(), numbers)),
        Err(_) => missing(&name),
    }
}

const WAITING: &str = "<!doctype html><title>Footnoted</title><p>The site is being built and will appear here. The \
    terminal shows the progress.</p>";

/// The path of a file, relative to the folder of the site; none if the address leads out of that folder.
fn path(address: &str) -> Option<PathBuf> {
    let address = percent_decode_str(address.trim_start_matches('/')).decode_utf8().ok()?;
    let path = Path::new(address.as_ref());
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| path.to_owned())
}

/// A page with the script that reloads it.
fn with_reload(mut page: Vec<u8>, Numbers { edits, pressings }: Numbers) -> Vec<u8> {
    let script =
        format!("<script src=\"/-/reload.js\" data-edits=\"{edits}\" data-pressings=\"{pressings}\"></script>");
    page.extend(script.bytes());
    page
}

fn missing(name: &str) -> Response {
    (StatusCode::NOT_FOUND, format!("The site has no {name}.\n")).into_response()
}

fn answer(name: &str, content: Vec<u8>) -> Response {
    let headers = [(header::CONTENT_TYPE, kind(name)), (header::CACHE_CONTROL, "no-store")];
    (headers, content).into_response()
}

/// The content type of a file, by its extension.
fn kind(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        "xml" => "application/atom+xml; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::thread;

    use tokio::runtime::Builder;

    use super::*;
    use crate::edition::Edition;
    use crate::scratch::Scratch;

    /// A server for an edition and a site in one temporary folder.
    struct Serving {
        folder: Scratch,
        state: Arc<State>,
        port: u16,
    }

    impl Serving {
        fn start(name: &str) -> Self {
            let folder = Scratch::new(name);
            folder.write("edition/dashboard.json", "first");
            let edition = Edition::of(Some(folder.path().join("edition"))).unwrap();
            let state = Arc::new(State::of(&edition, folder.path().join("site")));
            let (send, port) = std::sync::mpsc::channel();
            let served = Arc::clone(&state);
            thread::spawn(move || {
                let runtime = Builder::new_current_thread().enable_io().build().unwrap();
                runtime.block_on(async {
                    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
                    send.send(listener.local_addr().unwrap().port()).unwrap();
                    serve(listener, served).await
                })
            });
            Self { folder, state, port: port.recv().unwrap() }
        }

        /// Writes a site as the press would from the current data.
        fn press(&self, page: &str) {
            let text = self.folder.read("edition/dashboard.json");
            self.folder.write("site/index.html", page);
            self.folder.write("site/data/dashboard.json", &format!("{text} as published"));
            self.state.pressed(text.into());
        }

        fn get(&self, address: &str) -> String {
            let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
            write!(stream, "GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        }

        fn body(&self, address: &str) -> String {
            self.get(address).split_once("\r\n\r\n").unwrap().1.to_owned()
        }
    }

    #[test]
    fn edited_data_is_served_before_the_page_is_printed_again() {
        let serving = Serving::start("edit");
        serving.press("<p>5");
        assert_eq!(serving.body("/data/dashboard.json?since=1f"), "first as published");
        serving.folder.write("edition/dashboard.json", "second");
        assert_eq!(serving.body("/data/dashboard.json"), "second");
        assert!(
            serving.body("/").starts_with("<p>5<script src=\"/-/reload.js\" data-edits=\"0\" data-pressings=\"1\"")
        );
        serving.press("<p>6");
        assert_eq!(serving.body("/data/dashboard.json"), "second as published");
        assert!(serving.body("/index.html").starts_with("<p>6"));
    }

    #[test]
    fn the_counters_of_changes_are_served() {
        let serving = Serving::start("changes");
        assert_eq!(serving.body("/-/changes"), r#"{"edits":0,"pressings":0}"#);
        serving.state.edited();
        assert_eq!(serving.body("/-/changes"), r#"{"edits":1,"pressings":0}"#);
        serving.press("<p>5");
        assert_eq!(serving.body("/-/changes"), r#"{"edits":1,"pressings":1}"#);
    }

    #[test]
    fn before_the_site_is_built_the_page_says_so() {
        assert!(Serving::start("waiting").body("/").contains("being built"));
    }

    #[test]
    fn no_address_leads_out_of_the_site() {
        let serving = Serving::start("out");
        serving.press("<p>5");
        for address in ["/../edition/dashboard.json", "/%2e%2e/edition/dashboard.json", "//etc/passwd", "/no-such.html"]
        {
            let answer = serving.get(address);
            assert!(answer.starts_with("HTTP/1.1 404"), "{address}: {answer}");
        }
    }
}
