//! Proposes figures and events from the text of an article, for a curator to choose from.
//!
//! The text is divided into sentences (`divide`), and the lines of the page around the article are set aside (`furniture`).
//! Each quantity that the [`crate::grammar`] finds is sifted from dates, ages and names (`sift`). A proposal has the words to
//! quote (`clip`, unique by `spots`), the unit (`counted`), the speaker (`attribution`) and the time (`moment`) that the
//! sentence gives, and is compared with the data file (`known`). Nothing here reads files.

mod amount;
mod attribution;
mod clip;
mod compared;
mod counted;
mod divide;
mod doubt;
mod falls;
mod furniture;
mod known;
mod moment;
mod near;
mod piece;
mod propose;
mod proposed;
mod sift;
mod spots;
mod timed;
mod told;

pub use clip::Clip;
pub use propose::propose;
pub use proposed::{Mark, Proposals, ProposedEvent, ProposedFigure, Refusal, Request};
pub use told::{human, json};
