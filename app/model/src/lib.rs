//! What the numbers mean: the text of `data/dashboard.json` in, a checked [`Dashboard`] out, or every
//! [`Problem`] that keeps it from being one.
//!
//! There is one door, [`Dashboard::parse`]. Behind it a figure cannot exist without a citation, a
//! derived figure has been computed, and every id leads somewhere. The crate does no input or
//! output, knows no clock and no browser.

pub use change::{Change, Turn};
pub use chart::{Chart, Group};
pub use citation::{Citation, Citations, Reader};
pub use claim::{Claim, Stated};
pub use contact::Contact;
pub use correction::Correction;
pub use csl::{CSL_KEYS, NAME_KEYS, PRIVATE_KEYS, TYPES};
pub use dashboard::Dashboard;
pub use date::{Certainty, Date, Day};
pub use declared::Declared;
pub use encoding::decoded;
pub use event::Event;
pub use figure::{Basis, Figure, Origin, Status};
pub use footnotes::{Footnotes, Marker, Note, Passage, Place};
pub use formula::Formula;
pub use id::{LONGEST_ITEM_ID, LONGEST_SOURCE_ID, item_id_fault};
pub use issued::{Issued, Season};
pub use kind::{CHART_OPTIONS, Draws, Kind, Need, Scale, Share, Traits};
pub use letters::Letters;
pub use magnitude::Magnitude;
pub use name::Name;
pub use node::Node;
pub use operation::Operation;
pub use plain::plain;
pub use problem::{Problem, Problems};
pub use publication::{LeftOut, Publication};
pub use raw::SCHEMA_VERSION;
pub use section::Section;
pub use source::Source;
pub use speaker::Speaker;
pub use support::Support;
pub use text::{Cited, Counted, Piece, Prose, Text};
pub use unit::{MEASURES, TIMES, Unit};
pub use value::{Bounds, Value};

mod bracket;
mod change;
mod chart;
mod citation;
mod claim;
mod contact;
mod correction;
mod csl;
mod dashboard;
mod date;
mod declared;
mod derive;
mod dimension;
mod encoding;
mod event;
mod field;
mod figure;
mod footnotes;
mod formula;
mod id;
mod index;
mod interval;
mod issued;
mod json;
mod kind;
mod letters;
mod magnitude;
mod name;
mod node;
pub mod number;
mod operation;
mod plain;
mod problem;
mod publication;
mod raw;
mod rules;
mod section;
mod source;
mod speaker;
mod standing;
mod support;
mod syntax;
mod text;
mod unit;
mod unseen;
mod value;
