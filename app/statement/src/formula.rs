//! How a computed figure follows from others, in words.

use std::fmt;

use locale::Isolated;
use model::{Figure, Formula};

use crate::account::Account;
use crate::stated::Stated;

/// A formula with the values of its operands: `more than $12.5 billion divided by about half`.
#[derive(Clone, Debug)]
pub struct Spelled<'a> {
    /// The words between the operands.
    pub between: String,
    /// The operands in order, each with its value in words.
    pub operands: Vec<(&'a Figure, Stated)>,
}

impl<'a> Account<'a> {
    /// A formula with the values of its operands.
    pub fn spelled(&self, formula: &Formula) -> Spelled<'a> {
        let operands = formula.operands.iter().filter_map(|id| self.dashboard.figure(id));
        Spelled {
            between: self.language.operation(formula.operation),
            operands: operands.map(|figure| (figure, self.stated(figure))).collect(),
        }
    }

    /// A formula with the values and names of its operands, for places that do not name them.
    pub fn formula(&self, formula: &Formula) -> String {
        let Spelled { between, operands } = self.spelled(formula);
        let named =
            |(figure, stated): (&Figure, Stated)| stated.with(&format!("({})", Isolated(self.text(figure.name()))));
        operands.into_iter().map(named).collect::<Vec<_>>().join(&format!(" {between} "))
    }
}

impl fmt::Display for Spelled<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        for (_, stated) in &self.operands {
            if !first {
                write!(f, " {} ", self.between)?;
            }
            write!(f, "{stated}")?;
            first = false;
        }
        Ok(())
    }
}
