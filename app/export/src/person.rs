//! Names of authors, in the forms that other programs take apart again.

use model::Name;
use serde_json::{Map, Value};

/// A name as a byline has it.
pub(crate) fn whole(name: &Name) -> String {
    name.given.as_ref().map_or_else(|| name.family.clone(), |given| format!("{given} {}", name.family))
}

/// A name as a CSL item has it.
pub(crate) struct Person {
    /// An organisation's name, or one that is not to be taken apart.
    pub(crate) literal: Option<String>,
    /// The family name with its particles, such as `van der Beek`; all of a name that has one part.
    pub(crate) family: String,
    /// Given names.
    pub(crate) given: Option<String>,
    /// Whether the family name has a particle before it.
    pub(crate) particle: bool,
    /// Such as `Jr.`
    pub(crate) suffix: Option<String>,
}

impl Person {
    /// Reads a CSL name; `None` where nothing in it is a name.
    pub(crate) fn read(name: &Map<String, Value>) -> Option<Self> {
        let part = |key: &str| name.get(key).and_then(Value::as_str).map(str::trim).filter(|part| !part.is_empty());
        let (family, given) = (part("family"), part("given"));
        let literal = if family.is_none() { part("literal") } else { None };
        let (family, given) = match (family.or(literal), given) {
            (Some(family), given) => (family, given.filter(|_| literal.is_none())),
            (None, given) => (given?, None),
        };
        let particles = [part("dropping-particle"), part("non-dropping-particle")];
        let parts = particles.into_iter().chain([Some(family)]).flatten();
        let family = parts.collect::<Vec<_>>().join(" ");
        Some(Self {
            literal: literal.map(str::to_owned),
            family,
            given: given.map(str::to_owned),
            particle: particles.iter().any(Option::is_some),
            suffix: part("suffix").map(str::to_owned),
        })
    }

    /// As a byline has it.
    pub(crate) fn whole(&self) -> String {
        let name = match &self.given {
            Some(given) => format!("{given} {}", self.family),
            None => self.family.clone(),
        };
        match &self.suffix {
            Some(suffix) => format!("{name} {suffix}"),
            None => name,
        }
    }
}
