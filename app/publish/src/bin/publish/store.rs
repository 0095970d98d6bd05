//! The memory of the press in one file: results by their keys, each with the number of runs since its last use.
//!
//! The file is named after the program that writes it, so that a result is never used by other code. Lost or damaged results
//! are computed again.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;
use std::{env, fs, io};

use publish::Memory;
use sha2::{Digest, Sha256};

/// After this many runs without use a result is dropped: several editions may be pressed in turn.
const PATIENCE: u8 = 8;

/// The number of programs whose results are kept: the current one and the one before.
const PROGRAMS: usize = 3;

/// The extension of a file of results, and its first bytes.
const ENDING: &str = "results";
const MARK: &[u8] = b"footnoted press 1\n";

/// The memory, open for one run.
pub(crate) struct Store {
    path: PathBuf,
    /// The file as it was read.
    read: Vec<u8>,
    /// The results in it.
    kept: BTreeMap<String, Kept>,
    run: Mutex<Run>,
}

struct Kept {
    /// The number of runs without use.
    idle: u8,
    /// Its place in the file.
    place: Range<usize>,
}

/// What this run did with it.
#[derive(Default)]
struct Run {
    used: BTreeSet<String>,
    made: BTreeMap<String, Vec<u8>>,
}

impl Store {
    /// The memory in a folder, which need not exist yet.
    pub(crate) fn open(folder: &Path) -> Self {
        let program = env::current_exe().and_then(fs::read).unwrap_or_default();
        let name: String = Sha256::digest(program).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Self::at(folder.join(name).with_extension(ENDING))
    }

    fn at(path: PathBuf) -> Self {
        let read = fs::read(&path).unwrap_or_default();
        let kept = results(&read).unwrap_or_default();
        Self { path, read, kept, run: Mutex::default() }
    }

    /// Writes the memory for the next run.
    ///
    /// # Errors
    /// If the file cannot be written. The site is complete without it.
    pub(crate) fn close(self) -> io::Result<()> {
        let Self { path, read, kept, run } = self;
        let Run { used, made } = run.into_inner().unwrap_or_else(PoisonError::into_inner);
        if made.is_empty() && kept.iter().all(|(key, kept)| kept.idle == 0 && used.contains(key)) {
            return Ok(());
        }
        let mut content = MARK.to_vec();
        for (key, result) in &made {
            append(&mut content, 0, key, result);
        }
        for (key, Kept { idle, place }) in &kept {
            let idle = if used.contains(key) { 0 } else { idle + 1 };
            if idle <= PATIENCE && !made.contains_key(key) {
                append(&mut content, idle, key, read.get(place.clone()).unwrap_or_default());
            }
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        // A run that is interrupted while it writes leaves the old file.
        let draft = path.with_extension(format!("{}.part", std::process::id()));
        fs::write(&draft, content)?;
        fs::rename(&draft, &path)?;
        forget_others(folder)
    }

    fn run(&self) -> MutexGuard<'_, Run> {
        self.run.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory for Store {
    fn recall(&self, key: &str) -> Option<Vec<u8>> {
        let kept = self.kept.get(key)?;
        let result = self.read.get(kept.place.clone())?.to_vec();
        self.run().used.insert(key.to_owned());
        Some(result)
    }

    fn keep(&self, key: &str, result: &[u8]) {
        self.run().made.insert(key.to_owned(), result.to_vec());
    }
}

/// The results in a file; `None` if it is no such file, or damaged.
fn results(file: &[u8]) -> Option<BTreeMap<String, Kept>> {
    let mut kept = BTreeMap::new();
    let mut rest = file.strip_prefix(MARK)?;
    while let Some((idle, more)) = rest.split_first() {
        let (key_length, more) = length(more)?;
        let (result_length, more) = length(more)?;
        let (key, more) = more.split_at_checked(key_length)?;
        let (_, more) = more.split_at_checked(result_length)?;
        let end = file.len() - more.len();
        kept.insert(str::from_utf8(key).ok()?.to_owned(), Kept { idle: *idle, place: end - result_length..end });
        rest = more;
    }
    Some(kept)
}

fn length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    Some((usize::try_from(u64::from_le_bytes(*length)).ok()?, rest))
}

fn append(file: &mut Vec<u8>, idle: u8, key: &str, result: &[u8]) {
    file.push(idle);
    for length in [key.len(), result.len()] {
        file.extend((length as u64).to_le_bytes());
    }
    file.extend(key.as_bytes());
    file.extend(result);
}

/// Removes the results of programs that have not run recently.
fn forget_others(folder: &Path) -> io::Result<()> {
    let mut files: Vec<(SystemTime, PathBuf)> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|ending| ending == ENDING) {
            files.push((entry.metadata()?.modified()?, entry.path()));
        }
    }
    files.sort_by(|one, other| other.cmp(one));
    files.into_iter().skip(PROGRAMS).try_for_each(|(_, path)| fs::remove_file(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path in an empty folder, for the test of this name.
    fn path(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("footnoted-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder.join("program").with_extension(ENDING)
    }

    #[test]
    fn what_was_kept_is_known_in_the_next_run() {
        let path = path("kept");
        let first = Store::at(path.clone());
        assert_eq!(first.recall("png a"), None);
        first.keep("png a", b"picture");
        first.keep("gzip b", b"");
        first.close().unwrap();
        let second = Store::at(path);
        assert_eq!(second.recall("png a").as_deref(), Some(b"picture".as_slice()));
        assert_eq!(second.recall("gzip b").as_deref(), Some(b"".as_slice()));
        assert_eq!(second.recall("png b"), None);
    }

    #[test]
    fn what_no_run_uses_for_long_is_forgotten() {
        let path = path("idle");
        let first = Store::at(path.clone());
        first.keep("used", b"1");
        first.keep("unused", b"2");
        first.close().unwrap();
        for _ in 0..=PATIENCE {
            let store = Store::at(path.clone());
            assert!(store.recall("used").is_some());
            store.close().unwrap();
        }
        let last = Store::at(path);
        assert!(last.recall("used").is_some() && last.recall("unused").is_none());
    }

    #[test]
    fn a_damaged_file_is_an_empty_memory() {
        let path = path("damaged");
        let store = Store::at(path.clone());
        store.keep("key", b"result");
        store.close().unwrap();
        let whole = fs::read(&path).unwrap();
        for length in 0..whole.len() {
            fs::write(&path, &whole[..length]).unwrap();
            assert_eq!(Store::at(path.clone()).recall("key"), None, "cut at {length}");
        }
        fs::write(&path, whole).unwrap();
        assert!(Store::at(path).recall("key").is_some());
    }
}
