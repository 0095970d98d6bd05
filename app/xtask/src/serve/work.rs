//! What goes on behind the server: it looks for changes, builds the engine when the code has changed, and prints the
//! site anew when the data has.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use super::state::State;
use super::watch::{Changes, Seen};
use crate::engine::{self, Profile};
use crate::press;
use crate::programs::{self, Program};

/// How often it looks. A file that was written is taken when it has not changed between two looks: editors write in
/// pieces.
const PAUSE: Duration = Duration::from_millis(100);

/// How long the press waits for further edits: the browser first, which shows what was edited.
const PATIENCE: Duration = Duration::from_secs(2);

/// Keeps the site up to date for ever. Says on the terminal what goes wrong, and goes on.
pub(crate) fn keep_up(state: &State) {
    let (tell, changes) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || work(state, &changes));
        watch(state, |changes| {
            if changes.data {
                state.edited();
            }
            // Nobody listens any more only when the program ends.
            let _ = tell.send(changes);
        });
    });
}

/// Does what changes ask for, one after the other.
fn work(state: &State, changes: &Receiver<Changes>) {
    let mut template = None;
    loop {
        if let Err(error) = bring_up_to_date(state, &mut template) {
            eprintln!("\n{error:#}\nThe pages stay as they were.");
        }
        let Ok(mut change) = changes.recv() else { return };
        loop {
            if change.code {
                template = None;
            }
            match changes.recv_timeout(PATIENCE) {
                Ok(next) => change = next,
                Err(_) => break,
            }
        }
    }
}

/// Tells of each change, once it is whole.
fn watch(state: &State, mut tell: impl FnMut(Changes)) {
    let mut known = None;
    let mut last = None;
    loop {
        if let Ok(now) = Seen::now(state.edition()) {
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
        thread::sleep(PAUSE);
    }
}

/// Builds what has to be built, and prints the site. `template` is the page without data, as long as it is up to date.
fn bring_up_to_date(state: &State, template: &mut Option<PathBuf>) -> Result<()> {
    let built = template.take();
    let code = built.is_none();
    let page = template.insert(built.map_or_else(engine, Ok)?);
    let edition = state.edition();
    let text = fs::read(edition.data()).with_context(|| format!("{} cannot be read", edition.data().display()))?;
    press::press(press::call(page, edition, state.site()).arg("--draft"))?;
    state.pressed(text);
    if code {
        // The program in the page is another one: pages that fetch the data by themselves have to be loaded again too.
        state.edited();
    }
    Ok(())
}

/// The page without data: that of the release if it is up to date, since then nothing has to be compiled.
fn engine() -> Result<PathBuf> {
    programs::ready(&[Program::Publish])?;
    let profile = if Profile::Release.is_current()? { Profile::Release } else { Profile::Draft };
    engine::ready(profile)
}
