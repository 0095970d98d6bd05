//! Figures to pictures: a [`Scene`] for each chart and [`Frame`], and its SVG text; and a [`Sheet`], a chart with its
//! sources on it, for where it leaves the page; a [`Slide`], the same in a fixed size; and a [`Tile`], the small drawing of one
//! figure.
//!
//! plotters does the scales, ticks and shapes; this crate is the only one that names it. Text is measured by a
//! committed table and colours are roles, so the same bytes come out natively and in the browser, and light,
//! dark and print need no redraw.

pub use frame::Frame;
pub use kind::ladder;
pub use legend::{bases, key, legend};
#[cfg(not(target_arch = "wasm32"))]
pub use look::light_glyph;
pub use plot::{description, scene};
pub use role::Role;
pub use sample::Sample;
pub use scene::{Align, Mark, Reference, Scene, Shape, Subject};
#[cfg(not(target_arch = "wasm32"))]
pub use sheet::Sheet;
#[cfg(not(target_arch = "wasm32"))]
pub use slide::{Purpose, Slide};
#[cfg(not(target_arch = "wasm32"))]
pub use theme::Theme;
pub use tile::{Tile, tile};

mod axis;
mod basis;
mod block;
#[cfg(not(target_arch = "wasm32"))]
mod boxed;
mod breaks;
mod canvas;
mod cluster;
#[cfg(test)]
mod collisions;
mod direction;
mod dots;
mod extent;
mod frame;
#[cfg(not(target_arch = "wasm32"))]
mod imprint;
mod kind;
mod legend;
mod lettering;
#[cfg(not(target_arch = "wasm32"))]
mod look;
mod marks;
#[cfg(not(target_arch = "wasm32"))]
mod paper;
#[cfg(not(target_arch = "wasm32"))]
mod paragraph;
mod plot;
mod reference;
mod role;
#[cfg(not(target_arch = "wasm32"))]
mod run;
mod sample;
mod scene;
#[cfg(not(target_arch = "wasm32"))]
mod sheet;
mod sign;
#[cfg(not(target_arch = "wasm32"))]
mod slide;
mod stagger;
mod svg;
#[cfg(not(target_arch = "wasm32"))]
pub mod theme;
mod tile;
mod time;
mod words;
mod worth;
