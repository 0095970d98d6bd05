//! What is said of each figure, event and article, in the words of one language.
//!
//! Charts, tables, exports, the page and the press lay these statements out, and word none of them by themselves. A value
//! is had with its qualifier and with what became of it, or not at all: see [`Stated`]. This crate alone imports `locale`,
//! so the words of a value cannot be had past it; [`Account::bare`] is the one way to a value without its figure.

pub use account::Account;
pub use article::Article;
pub use evidence::Evidence;
pub use formula::Spelled;
pub use locale::{Language, Message, Offer, Phrase};
pub use sentence::{Sentence, Word};
pub use stated::Stated;
pub use statement::{Fact, Statement, Topic};

mod account;
mod article;
mod evidence;
mod formula;
mod sentence;
mod standing;
mod stated;
mod statement;
