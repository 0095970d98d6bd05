//! Pseudo-random choices that are the same in every run.

/// A sequence of choices.
pub(super) struct Chance {
    state: u64,
}

impl Chance {
    /// The sequence with this number.
    pub(super) fn of(number: u64) -> Self {
        Self { state: number.wrapping_mul(0xd134_2543_de82_ef95) }
    }

    /// A number below `end`, which must not be 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        // SplitMix64 (Steele, Lea and Flood, 2014).
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    /// True with a probability of one in `times`.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// An item of a list, which must not be empty.
    pub(super) fn among<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}
