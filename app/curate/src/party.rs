//! Figures of a party: what it says of its own work, or of people it answers for, is a claim, however exact it is.

use model::{Basis, Dashboard};

use crate::finding::Finding;
use crate::outline::Outline;

/// A warning for each figure of a party that passes for a count or an estimate.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    for (place, figure) in dashboard.figures.iter().enumerate() {
        let speaker = figure.speaker.as_ref().and_then(|id| dashboard.speaker(id)).filter(|speaker| speaker.party);
        let basis = match figure.basis {
            Some(Basis::Count) => "count",
            Some(Basis::Estimate) => "estimate",
            _ => continue,
        };
        if let Some(speaker) = speaker {
            let message = format!(
                "\"{}\" is a party, so its own numbers are no {basis}: give \"{}\" the basis \"claim\", or name another speaker",
                speaker.id, figure.id
            );
            warnings.push(Finding::warning(&format!("figures[{place}].basis"), message, outline));
        }
    }
    warnings
}
