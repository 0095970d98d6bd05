//! The site while somebody edits: served on this machine, kept up to date with the data at once and with all that is
//! printed from it soon after.

mod server;
mod state;
mod watch;
mod work;

use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tokio::runtime::Builder;

use crate::edition::Edition;
use state::State;

/// Where the sites are printed that are only looked at, each in a folder of its own.
const HOME: &str = "target/serve";

/// Serves the site of an edition until it is stopped.
pub(crate) fn run(edition: &Edition, port: u16) -> Result<()> {
    let runtime = Builder::new_current_thread().enable_io().build().context("no server can be started")?;
    runtime.block_on(async {
        // First of all: else somebody waits for the engine, and then cannot see the site.
        let listener = TcpListener::bind(("127.0.0.1", port))
            .await
            .with_context(|| format!("port {port} cannot be used; choose another with `cargo xtask serve --port N`"))?;
        println!("The site stands at http://127.0.0.1:{port}/. Ctrl-C stops.");
        let name = edition.folder().file_name().unwrap_or_default();
        let state = Arc::new(State::of(edition, Path::new(HOME).join(name)));
        thread::spawn({
            let state = Arc::clone(&state);
            move || work::keep_up(&state)
        });
        server::serve(listener, state).await
    })
}
