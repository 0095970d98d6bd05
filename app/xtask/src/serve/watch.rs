//! Detects changes of the data and of the code by modification time.

use std::fs;
use std::time::SystemTime;

use anyhow::Result;

use crate::edition::Edition;
use crate::fingerprint;

/// The modification times of the data and the code at one moment.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Snapshot {
    data: Option<(SystemTime, u64)>,
    code: Option<SystemTime>,
}

/// What has changed between two snapshots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    pub(crate) data: bool,
    pub(crate) code: bool,
}

impl Snapshot {
    /// Takes a snapshot.
    pub(crate) fn now(edition: &Edition) -> Result<Self> {
        Ok(Self { data: Self::data_of(edition), code: fingerprint::last_change()? })
    }

    /// The modification time and length of the data. None while an editor replaces the file.
    fn data_of(edition: &Edition) -> Option<(SystemTime, u64)> {
        let file = fs::metadata(edition.data()).ok()?;
        Some((file.modified().ok()?, file.len()))
    }

    /// What has changed since an earlier snapshot.
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
    fn an_edit_of_the_data_is_detected_and_is_not_a_change_of_the_code() {
        let scratch = Scratch::new("watch");
        scratch.write("dashboard.json", "{}");
        let edition = Edition::of(Some(scratch.path().to_owned())).unwrap();
        let snapshot = || Snapshot { data: Snapshot::data_of(&edition), code: None };
        let before = snapshot();
        assert_eq!(snapshot().since(&before), Changes::default());
        scratch.write("dashboard.json", "{ }");
        assert_eq!(snapshot().since(&before), Changes { data: true, code: false });
    }

    #[test]
    fn a_file_that_is_missing_for_a_moment_is_not_an_edit() {
        let with_data = |data| Snapshot { data, code: None };
        let written = Some((SystemTime::UNIX_EPOCH, 2));
        assert_eq!(with_data(None).since(&with_data(written)), Changes::default());
    }

    #[test]
    fn a_change_of_the_code_is_detected() {
        let at = |seconds| Snapshot { data: None, code: Some(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)) };
        assert_eq!(at(2).since(&at(1)), Changes { data: false, code: true });
    }
}
