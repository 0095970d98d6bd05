//! The page: a checked dashboard as HTML, in the browser and natively from the same components.
//!
//! Everything shown is a function from data to view; only the two programs in the browser depend on time, network and state:
//! `answer`, which answers readers on the printed page, and `draw`, which can also draw it again.

#[cfg(target_arch = "wasm32")]
pub use answering::answer;
#[cfg(not(target_arch = "wasm32"))]
pub use cite::{Cited, cite};
#[cfg(target_arch = "wasm32")]
pub use drawing::draw;
pub use evidence::Evidence;
pub use excerpt::{Excerpt, nothing};
pub use failure::{Failure, failure, notice};
pub use inline::inline;
pub use loading::loading;
#[cfg(not(target_arch = "wasm32"))]
pub use overview::Kept;
pub use page::page;
#[cfg(not(target_arch = "wasm32"))]
pub use printed::{render, render_excerpt, render_nothing, render_overview};
pub use setting::Setting;
#[cfg(not(target_arch = "wasm32"))]
pub use share::{Share, Snippet, SnippetKind};
pub use still::Still;
pub use version::version;

#[cfg(target_arch = "wasm32")]
mod answering;
mod apart;
#[cfg(target_arch = "wasm32")]
mod app;
mod band;
mod card;
#[cfg(target_arch = "wasm32")]
mod charge;
#[cfg(not(target_arch = "wasm32"))]
mod cite;
mod colophon;
mod corrections;
pub mod desk;
#[cfg(target_arch = "wasm32")]
mod drawing;
#[cfg(target_arch = "wasm32")]
mod elements;
mod evidence;
mod excerpt;
mod failure;
mod finder;
mod fold;
mod formula;
#[cfg(target_arch = "wasm32")]
mod framed;
mod horizon;
mod inline;
#[cfg(target_arch = "wasm32")]
mod interaction;
#[cfg(target_arch = "wasm32")]
mod kept;
mod key;
mod link;
mod loading;
mod localities;
mod marker;
mod masthead;
mod notes;
#[cfg(not(target_arch = "wasm32"))]
mod overview;
mod page;
mod picture;
#[cfg(not(target_arch = "wasm32"))]
mod printed;
mod prose;
mod provenance;
mod row;
mod section;
mod setting;
#[cfg(not(target_arch = "wasm32"))]
mod share;
mod still;
mod table;
mod takeaway;
#[cfg(target_arch = "wasm32")]
mod timer;
mod tools;
mod version;
mod wording;
