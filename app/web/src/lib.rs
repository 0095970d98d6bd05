//! The page: a checked dashboard as HTML, in the browser and natively from the same components.
//!
//! Everything that is shown is one function from data to view; only [`start`] (in the browser) knows of time,
//! network and state.

#[cfg(target_arch = "wasm32")]
pub use app::start;
pub use failure::{Failure, failure};
pub use loading::loading;
pub use page::page;
#[cfg(not(target_arch = "wasm32"))]
pub use press::render;

#[cfg(target_arch = "wasm32")]
mod app;
mod card;
mod colophon;
mod corrections;
mod failure;
mod formula;
mod loading;
mod marker;
mod masthead;
mod notes;
mod page;
mod picture;
#[cfg(not(target_arch = "wasm32"))]
mod press;
mod prose;
mod section;
mod table;
mod wording;
