//! Draws figures: a [`Scene`] for each chart and [`Frame`], and its SVG text; a [`Sheet`], which is a chart with its
//! articles for use outside the page; a [`Slide`], which is the same in a fixed size; and a [`Tile`], the small drawing of
//! one figure.
//!
//! plotters does the scales, ticks and shapes; no other crate imports it. Text is measured by a committed table and colours
//! are roles, so the browser and the press write the same bytes, and light, dark and print need no second drawing.

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
mod course;
mod direction;
mod dots;
mod extent;
mod frame;
mod globe;
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
