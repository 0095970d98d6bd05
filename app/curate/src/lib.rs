//! What the news desk knows: how a data file is checked before a reader sees it.
//!
//! [`check`] is one run over one file, with an [`outcome`]. [`factcheck`] holds each citation against its article: the text
//! at hand is the one that was recorded ([`seed`]), the quote stands in it ([`article`], in the form of [`normal`]), browsers find
//! it there ([`fragment`]), and its words ([`reading`]) say what is cited for them ([`agreement`] for values, [`dating`] for dates). [`publication`] compares
//! with the published version, [`warning`] tells what could be better. Each [`finding`] has its place in the [`outline`]
//! of the file. [`layout`] is how JSON is set out for people.

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
pub mod human;
pub mod items;
pub mod layout;
pub mod lettering;
pub mod library;
pub mod likeness;
pub mod loose;
pub mod machine;
pub mod mojibake;
pub mod normal;
pub mod outcome;
pub mod outline;
pub mod private;
pub mod publication;
pub mod reading;
pub mod records;
pub mod seed;
mod sentences;
pub mod shelf;
pub mod standing;
pub mod typed;
pub mod warning;
pub mod weight;
pub mod written;
