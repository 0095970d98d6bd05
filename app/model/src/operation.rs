//! The operations by which figures are computed from others.

/// An operation on figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// The first divided by the second.
    Ratio,
    /// The sum of all.
    Sum,
    /// The first minus the second.
    Difference,
}

/// Each operation with its key in the file.
pub(crate) const OPERATIONS: [(&str, Operation); 3] =
    [("ratio", Operation::Ratio), ("sum", Operation::Sum), ("difference", Operation::Difference)];

impl Operation {
    /// Its key in the file.
    pub fn key(self) -> &'static str {
        OPERATIONS.iter().find(|(_, operation)| *operation == self).map_or("", |(key, _)| *key)
    }
}
