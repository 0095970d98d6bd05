//! The background work of the server: it polls for changes, builds the engine when the code has changed, and prints the
//! site again when the data has.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use super::state::State;
use super::watch::{Changes, Snapshot};
use crate::engine::{self, Profile};
use crate::press;
use crate::programs::{self, Program};

/// The interval between two polls. A changed file is read once it is unchanged between two polls, since editors may write
/// it in several steps.
const POLL_INTERVAL: Duration = Duration::from_millis(100);

/// How long the press waits for further edits (debounce). The browser shows the edited data without the press.
const DEBOUNCE: Duration = Duration::from_secs(2);

/// Keeps the site up to date and never returns. Errors are printed, and the work goes on.
pub(crate) fn keep_current(state: &State) {
    let (tell, changes) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || work(state, &changes));
        watch(state, |changes| {
            if changes.data {
                state.edited();
            }
            // Sending fails only if the receiver is gone, when the program ends.
            let _ = tell.send(changes);
        });
    });
}

/// Updates the site after each change that is received.
fn work(state: &State, changes: &Receiver<Changes>) {
    let mut template = None;
    loop {
        if let Err(error) = update(state, &mut template) {
            eprintln!("\n{error:#}\nThe pages were not changed.");
        }
        let Ok(mut change) = changes.recv() else { return };
        loop {
            if change.code {
                template = None;
            }
            match changes.recv_timeout(DEBOUNCE) {
                Ok(next) => change = next,
                Err(_) => break,
            }
        }
    }
}

/// Polls for changes, and calls `tell` for each one once the files are unchanged between two polls.
fn watch(state: &State, mut tell: impl FnMut(Changes)) {
    let mut known = None;
    let mut last = None;
    loop {
        if let Ok(now) = Snapshot::now(state.edition()) {
            let still = last.as_ref() == Some(&now);
            let changes = known.as_ref().map(|known| now.since(known)).unwrap_or_default();
            if known.is_none() {
                known = Some(now.clone());
            } else if still && changes != Changes::default() {
                known = Some(now.clone());
                tell(changes);
            }
            last = Some(now);
        }
        thread::sleep(POLL_INTERVAL);
    }
}

/// Builds the engine if necessary, and prints the site. `template` is the page without data; None means that it must be
/// built.
fn update(state: &State, template: &mut Option<PathBuf>) -> Result<()> {
    let built = template.take();
    let code = built.is_none();
    let page = template.insert(built.map_or_else(engine, Ok)?);
    let edition = state.edition();
    let text = fs::read(edition.data()).with_context(|| format!("{} cannot be read", edition.data().display()))?;
    press::press(press::call(page, edition, state.site()).arg("--draft"))?;
    state.pressed(text);
    if code {
        // The program has changed too: pages that fetch the data by themselves must also reload.
        state.edited();
    }
    Ok(())
}

/// The folder with the page without data: the release build if it is up to date, otherwise a draft build.
fn engine() -> Result<PathBuf> {
    programs::ready(&[Program::Publish])?;
    let profile = if Profile::Release.is_current()? { Profile::Release } else { Profile::Draft };
    engine::ready(profile)
}
