//! The answering program: answers readers on the printed page. It cannot draw charts, which halves what a reader's first
//! action waits for, and hands over to the drawing program where the page is to be drawn again.

use crate::{app, charge};

/// Starts it.
pub fn answer() {
    app::run(|_| {
        charge::hand_over();
        Ok(())
    });
}
