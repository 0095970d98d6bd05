//! What can be done with figures to compute another.

/// What is done with the operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// The first divided by the second.
    Ratio,
    /// All added up.
    Sum,
    /// The first less the second.
    Difference,
}

/// Each by its key in the file.
pub(crate) const OPERATIONS: [(&str, Operation); 3] =
    [("ratio", Operation::Ratio), ("sum", Operation::Sum), ("difference", Operation::Difference)];

impl Operation {
    /// Its key in the file.
    pub fn key(self) -> &'static str {
        OPERATIONS.iter().find(|(_, operation)| *operation == self).map_or("", |(key, _)| *key)
    }
}
