//! Words every statement about figures, events and articles in one language.
//!
//! Charts, tables, exports, the page and the press only lay these statements out. A value cannot be had without its qualifier
//! and its status: see [`Stated`]. Only this crate imports `locale`, so no other can word a value. [`Account::bare`] words a value
//! that belongs to no figure, and [`Language::number`] a number on a scale.
//!
//! A single text of the data is returned unchanged. In a statement that joins several texts each is isolated
//! ([`direction`]), so that an Arabic name does not change places with the date beside it; isolated texts can be joined
//! together further, and [`isolated`] is for a text that others set beside something.
//!
//! | of a figure | gives |
//! | --- | --- |
//! | [`Account::stated`] | `about 5 people (disputed)`, in its parts |
//! | [`Account::told`] | `about 5 people freed (disputed)` |
//! | [`Account::told_alone`] | the same, where nothing says its basis: `about 5 people freed (disputed; Allegation)` |
//! | [`Account::in_sentence`] | `about 5 people (disputed; Allegation)` |
//! | [`Account::facts`] | computed, basis, standing, correction, speaker, date, reports: each with its words |
//! | [`Account::full_facts`] | the same, with the formula of what is computed |
//! | [`Account::pill`] | its one marker: the numbers of its articles, and where they lead |
//! | [`Account::known`] | the full facts in one line |
//! | [`Account::way`] | who says it, which articles report it, and which repeat them |

pub use account::Account;
pub use article::Article;
pub use backing::Backing;
pub use facts::{Fact, Topic, basis};
pub use formula::Spelled;
pub use gathered::Kind;
pub use ladder::{Cut, Piece, Rung, Worded};
pub use locale::{Isolated, Language, Message, News, Offer, Phrase, System, direction, isolated, needs_isolation};
pub use locality::Locality;
pub use pill::{Number, Pill};
pub use search::{Hit, Index, Query};
pub use sentence::{Sentence, Word};
pub use stated::Stated;
pub use way::{Teller, Way};

mod account;
mod alike;
mod article;
mod backing;
mod course;
mod facts;
mod formula;
mod gathered;
mod home;
mod ladder;
mod locality;
mod pill;
mod search;
mod sentence;
mod standing;
mod stated;
mod way;
