//! A dashboard about to be taken away.

use std::ops::Deref;

use statement::Account;

/// An account of a dashboard, in the formats of other programs.
#[derive(Clone, Copy, Debug)]
pub struct Exports<'a>(pub Account<'a>);

impl<'a> Deref for Exports<'a> {
    type Target = Account<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
