//! The fonts that pictures are lettered with: which letters they have, how wide a text is, where its lines may break, and
//! where its glyphs stand.
//!
//! Liberation's faces letter whatever they can ([`is_plain`]). Other letters come from Noto's, cut as
//! `app/typeface/fonts/README.md` says and packed with Brotli; each is unpacked when a text first needs it, and then kept.
//! A letter that no font has is drawn as [`REPLACEMENT`], so that nothing a curator writes keeps a picture from being drawn.
//!
//! This crate depends on no other of the house, and the reader's program not on this one.

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
