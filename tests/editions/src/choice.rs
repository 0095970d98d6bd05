//! Pseudo-random choices that are the same in every run.

/// The choices for one item, such as a figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice(u64);

impl Choice {
    /// The choices for the item with this number.
    pub(crate) fn of(thing: usize) -> Self {
        Self(thing as u64)
    }

    /// A number below `end`, which must not be 0. Each `purpose` gives an independent choice for the same item.
    pub(crate) fn below(self, end: u64, purpose: u64) -> u64 {
        // SplitMix64 (Steele, Lea and Flood, 2014): results for neighbouring numbers are independent.
        let mut mixed = (self.0 << 8 | purpose).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)).checked_rem(end).unwrap_or(0)
    }

    /// A number from `low` to `high`, inclusive.
    pub(crate) fn between(self, low: u64, high: u64, purpose: u64) -> u64 {
        low + self.below(high - low + 1, purpose)
    }

    /// An item of a list.
    pub(crate) fn among<T: Copy + Default>(self, list: &[T], purpose: u64) -> T {
        list.get(self.below(list.len().max(1) as u64, purpose) as usize).copied().unwrap_or_default()
    }
}
