//! One program at a time: an advisory lock on a small file beside the case.
//!
//! Beside it, because a lock on the case file itself would get in SQLite's way (on Windows and macOS they are the same kind of lock),
//! and because opening and closing the case a second time would drop SQLite's own locks on Unix. The lock
//! goes with the process, however it ends; the file goes with [`Lock`]. One left by a crash is harmless.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The lock, held until dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    /// Locked; dropping it lets go.
    _file: File,
}

impl Lock {
    /// Takes the lock of the case at `case`, or nothing if someone holds it.
    pub(crate) fn take(case: &Path) -> io::Result<Option<Self>> {
        let path = beside(case, "-lock");
        loop {
            let Some(file) = open(&path)? else {
                return Ok(None);
            };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
            }
            // Who held it before may have removed the file between our opening and locking it:
            // then this lock is on a file nobody else will ever find.
            if is_at(&file, &path)? {
                return Ok(Some(Self { path, _file: file }));
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still locked. If that fails the file stays, unlocked, and does no harm.
        let _ = fs::remove_file(&self.path);
    }
}

/// `case` with `suffix` added to its name, as SQLite names its own files.
pub(crate) fn beside(case: &Path, suffix: &str) -> PathBuf {
    let mut name = case.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[cfg(not(windows))]
fn open(path: &Path) -> io::Result<Option<File>> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map(Some)
}

/// Shared with nobody and deleted with its handle: on Windows, having it open is the lock.
#[cfg(windows)]
fn open(path: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;
    const FILE_FLAG_DELETE_ON_CLOSE: u32 = 0x0400_0000;
    const ERROR_SHARING_VIOLATION: i32 = 32;
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).share_mode(0).custom_flags(FILE_FLAG_DELETE_ON_CLOSE);
    match options.open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let held = file.metadata()?;
    match fs::metadata(path) {
        Ok(found) => Ok(found.ino() == held.ino() && found.dev() == held.dev()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_lock_is_held_by_one_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("a.bonafide");
        let held = Lock::take(&case).unwrap().unwrap();
        assert!(Lock::take(&case).unwrap().is_none());
        drop(held);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(Lock::take(&case).unwrap().is_some());
    }

    #[test]
    fn a_lock_file_left_by_a_crash_does_not_lock() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("a.bonafide");
        fs::write(beside(&case, "-lock"), "").unwrap();
        assert!(Lock::take(&case).unwrap().is_some());
    }

    #[test]
    fn of_many_who_take_it_again_and_again_only_one_holds_it() {
        use std::sync::atomic::{AtomicU32, Ordering};
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("a.bonafide");
        let (holders, taken) = (AtomicU32::new(0), AtomicU32::new(0));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    while taken.load(Ordering::SeqCst) < 2_000 {
                        if let Some(lock) = Lock::take(&case).unwrap() {
                            assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0);
                            taken.fetch_add(1, Ordering::SeqCst);
                            holders.fetch_sub(1, Ordering::SeqCst);
                            drop(lock);
                        }
                    }
                });
            }
        });
    }
}
