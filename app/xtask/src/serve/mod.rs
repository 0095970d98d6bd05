//! `cargo xtask serve`: a local server that updates the site after each edit. It serves the edited data at once, and
//! prints the other files soon after.

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

/// The folder with the sites of this server, one folder per edition.
const HOME: &str = "target/serve";

/// Serves the site of an edition until the process ends.
pub(crate) fn run(edition: &Edition, port: u16) -> Result<()> {
    let runtime = Builder::new_current_thread().enable_io().build().context("the server could not be started")?;
    runtime.block_on(async {
        // Before the engine is built, so that a port in use is reported at once.
        let listener = TcpListener::bind(("127.0.0.1", port))
            .await
            .with_context(|| format!("port {port} cannot be used; choose another: `cargo xtask serve --port N`"))?;
        println!("Serving the site at http://127.0.0.1:{port}/. Press Ctrl-C to stop.");
        let name = edition.folder().file_name().unwrap_or_default();
        let state = Arc::new(State::of(edition, Path::new(HOME).join(name)));
        thread::spawn({
            let state = Arc::clone(&state);
            move || work::keep_current(&state)
        });
        server::serve(listener, state).await
    })
}
