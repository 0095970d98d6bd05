//! What somebody has changed: the data of the edition, or the code of the engine.

use std::fs;
use std::time::SystemTime;

use anyhow::Result;

use crate::edition::Edition;
use crate::fingerprint;

/// When the data and the code were written last, as far as was seen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Seen {
    data: Option<(SystemTime, u64)>,
    code: Option<SystemTime>,
}

/// What is not as it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    pub(crate) data: bool,
    pub(crate) code: bool,
}

impl Seen {
    /// Has a look.
    pub(crate) fn now(edition: &Edition) -> Result<Self> {
        Ok(Self { data: Self::data_of(edition), code: fingerprint::last_change()? })
    }

    /// When the data was written, and how long it is. While an editor puts a new file in the place of the old one there
    /// may be none.
    fn data_of(edition: &Edition) -> Option<(SystemTime, u64)> {
        let file = fs::metadata(edition.data()).ok()?;
        Some((file.modified().ok()?, file.len()))
    }

    /// What has changed since an earlier look.
    pub(crate) fn since(&self, earlier: &Self) -> Changes {
        Changes { data: self.data.is_some() && self.data != earlier.data, code: self.code != earlier.code }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn an_edit_of_the_data_is_seen_and_is_no_change_of_the_code() {
        let scratch = Scratch::new("watch");
        scratch.write("dashboard.json", "{}");
        let edition = Edition::of(Some(scratch.path().to_owned())).unwrap();
        let look = || Seen { data: Seen::data_of(&edition), code: None };
        let before = look();
        assert_eq!(look().since(&before), Changes::default());
        scratch.write("dashboard.json", "{ }");
        assert_eq!(look().since(&before), Changes { data: true, code: false });
    }

    #[test]
    fn a_file_that_is_gone_for_a_moment_is_no_edit() {
        let seen = |data| Seen { data, code: None };
        let written = Some((SystemTime::UNIX_EPOCH, 2));
        assert_eq!(seen(None).since(&seen(written)), Changes::default());
    }

    #[test]
    fn a_change_of_the_code_is_seen() {
        let seen = |seconds| Seen { data: None, code: Some(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)) };
        assert_eq!(seen(2).since(&seen(1)), Changes { data: false, code: true });
    }
}
