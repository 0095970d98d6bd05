//! Checks a data file before it is published.
//!
//! [`check`] checks one file and gives an [`outcome`]. [`factcheck`] checks each citation against its article: the text is
//! the recorded one ([`seed`]), it contains the quote ([`article`], normalised by [`normal`]), browsers find the quote
//! ([`fragment`]), and its words, parsed by [`grammar`], support the value ([`agreement`]) or date ([`dating`]).
//! [`publication`] compares the file with the published version, [`warning`] suggests improvements. Each [`finding`] has a
//! place in the [`outline`] of the file. [`layout`] formats JSON for people. [`proposal`] reads new articles.

pub mod agreement;
pub mod article;
pub mod border;
pub mod brevity;
pub mod bytes;
pub mod check;
mod checked;
pub mod dating;
pub mod edge;
pub mod edition;
pub mod exact;
pub mod factcheck;
mod fall;
pub mod finding;
pub mod fragment;
pub mod grammar;
pub mod human;
pub mod items;
pub mod layout;
pub mod lettering;
pub mod library;
pub mod likeness;
mod located;
pub mod loose;
pub mod machine;
mod mixed;
pub mod mojibake;
pub mod normal;
pub mod outcome;
pub mod outline;
mod overdue;
pub mod party;
pub mod private;
pub mod proposal;
pub mod publication;
pub mod records;
pub mod seed;
mod sentences;
pub mod shelf;
pub mod standing;
pub mod typed;
mod unjoined;
pub mod warning;
pub mod weight;
pub mod wording;
pub mod written;
