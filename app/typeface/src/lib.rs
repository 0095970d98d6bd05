//! The fonts for text in pictures: which letters they have, how wide a text is, where its lines may break, and where its
//! glyphs are placed.
//!
//! The Liberation faces draw every letter that they have ([`is_plain`]). The Noto fonts, subset as described in
//! `app/typeface/fonts/README.md` and packed with Brotli, draw the others; each is unpacked on first use and then kept.
//! A letter that no font has is drawn as [`REPLACEMENT`], so that any text can be drawn.
//!
//! This crate depends on no other crate of this repository, and the program in the browser does not contain it.

mod breaks;
mod face;
mod families;
mod font;
mod isolate;
mod letters;
mod line;
mod outline;
mod piece;
mod shape;
mod unseen;

pub use breaks::{clusters, segments};
pub use face::Face;
pub use font::Font;
pub use isolate::closed;
pub use letters::{REPLACEMENT, is_plain, lacking};
pub use line::{Line, Placed, Span, width};
pub use outline::outline;

#[cfg(test)]
mod tests;
