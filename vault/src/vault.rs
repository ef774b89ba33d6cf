//! A case, open.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use secrecy::{ExposeSecret, SecretString};

use crate::envelope::{Envelope, Unreadable};
use crate::error::VaultError;
use crate::kdf::{KdfCost, NotEnoughMemory};
use crate::keys::{DatabaseKey, random};
use crate::lock::{Lock, beside};
use crate::recovery_key::RecoveryKey;
use crate::settings;
use crate::slots;

/// An open case: its database, and the right to be the only one who writes to it.
///
/// Dropping it closes the case as well, but [`Vault::close`] says whether that went well.
pub struct Vault {
    // Dropped in this order: the database before the file it lies in, the lock last.
    database: Connection,
    kept: Option<Kept>,
    path: PathBuf,
}

/// What belongs to a case that is kept, as opposed to a throw-away one.
struct Kept {
    /// Held open as long as the database: closing it would drop SQLite's locks on Unix.
    file: File,
    envelope: Envelope,
    key: DatabaseKey,
    /// The path with all links followed, as SQLite sees it.
    resolved: PathBuf,
    _lock: Lock,
}

/// What opens a case.
#[derive(Debug, Clone, Copy)]
pub enum Unlock<'a> {
    /// What its owner chose.
    Passphrase(&'a SecretString),
    /// What was printed when it was created.
    Recovery(&'a RecoveryKey),
}

impl Vault {
    /// Creates an encrypted case at `path`, where nothing may be yet, and its recovery key, which is shown only now.
    ///
    /// # Errors
    /// [`Exists`](VaultError::Exists), [`NotFound`](VaultError::NotFound) (no such folder), [`Unwritable`](VaultError::Unwritable),
    /// [`DiskFull`](VaultError::DiskFull), [`EmptyPassphrase`](VaultError::EmptyPassphrase) … Nothing stays behind then.
    pub fn create(path: &Path, passphrase: &SecretString, cost: KdfCost) -> Result<(Self, RecoveryKey), VaultError> {
        refuse_empty(passphrase)?;
        let io = |error| VaultError::from_io(path, error);
        if fs::symlink_metadata(path).is_ok() {
            return Err(VaultError::Exists { path: path.to_owned() });
        }
        let resolved = resolved_new(path).map_err(io)?;
        let lock = take_lock(path, &resolved)?;
        // SQLite would take the remains of a case that was deleted by hand for this one's.
        if beside(&resolved, "-wal").exists() {
            return Err(VaultError::Exists { path: beside(path, "-wal") });
        }
        let key = DatabaseKey::random();
        let (envelope, recovery) = Envelope::seal(&key, passphrase, cost).map_err(|e| no_memory(path, cost, e))?;

        let mut file = create_private(&resolved).map_err(io)?;
        let made = Self::fill(path, &resolved, &mut file, &envelope, &key);
        let database = match made {
            Ok(database) => database,
            Err(error) => {
                // Only what was created three lines above is removed.
                let _ = fs::remove_file(beside(&resolved, "-wal"));
                let _ = fs::remove_file(&resolved);
                return Err(error);
            }
        };
        let kept = Kept { file, envelope, key, resolved, _lock: lock };
        Ok((Self { database, kept: Some(kept), path: path.to_owned() }, recovery))
    }

    /// Makes the empty file a case. The envelope comes last: before it is there, the file is not taken for a case.
    fn fill(
        path: &Path,
        resolved: &Path,
        file: &mut File,
        envelope: &Envelope,
        key: &DatabaseKey,
    ) -> Result<Connection, VaultError> {
        let io = |error| VaultError::from_io(path, error);
        file.write_all(&[0; slots::FRONT]).map_err(io)?;
        let database = settings::open_case(resolved, key)
            .and_then(|database| {
                database.pragma_update(None, "application_id", settings::APPLICATION_ID)?;
                checkpoint(&database)?;
                Ok(database)
            })
            .map_err(|error| VaultError::from_database(path, error))?;
        file.sync_all().map_err(io)?;
        slots::write(file, envelope).map_err(io)?;
        sync_folder(resolved).map_err(io)?;
        Ok(database)
    }

    /// Whether a file is a case at all, asked before its passphrase is.
    ///
    /// # Errors
    /// [`NotACase`](VaultError::NotACase), [`Damaged`](VaultError::Damaged), [`TooNew`](VaultError::TooNew),
    /// [`NotFound`](VaultError::NotFound) …
    pub fn look(path: &Path) -> Result<(), VaultError> {
        let io = |error| VaultError::from_io(path, error);
        let resolved = file_at(path)?;
        let mut file = OpenOptions::new().read(true).open(&resolved).map_err(io)?;
        slots::read(&mut file).map_err(io)?.map_err(|found| unreadable(path, found))?;
        Ok(())
    }

    /// Opens the case at `path`, recovering what a killed program left in its write-ahead log.
    ///
    /// # Errors
    /// [`WrongPassphrase`](VaultError::WrongPassphrase), [`WrongRecoveryKey`](VaultError::WrongRecoveryKey),
    /// [`Damaged`](VaultError::Damaged), [`NotACase`](VaultError::NotACase), [`TooNew`](VaultError::TooNew),
    /// [`NotFound`](VaultError::NotFound), [`Locked`](VaultError::Locked), [`Unwritable`](VaultError::Unwritable) …
    /// Nothing is created or changed at `path` then.
    pub fn open(path: &Path, unlock: Unlock<'_>) -> Result<Self, VaultError> {
        let io = |error| VaultError::from_io(path, error);
        let resolved = file_at(path)?;
        let lock = take_lock(path, &resolved)?;
        let mut file = OpenOptions::new().read(true).write(true).open(&resolved).map_err(io)?;
        let (envelope, both) = slots::read(&mut file).map_err(io)?.map_err(|found| unreadable(path, found))?;
        let length = file.metadata().map_err(io)?.len();
        // A torn page at the end is fine only while the log beside it has that page whole.
        let torn = !length.is_multiple_of(slots::FRONT as u64) && !beside(&resolved, "-wal").exists();
        if torn || length < 2 * slots::FRONT as u64 {
            return Err(VaultError::Damaged { path: path.to_owned(), detail: "its end is missing" });
        }
        let key = match unlock {
            Unlock::Passphrase(passphrase) => envelope
                .open(passphrase)
                .map_err(|e| no_memory(path, envelope.cost(), e))?
                .ok_or_else(|| VaultError::WrongPassphrase { path: path.to_owned() })?,
            Unlock::Recovery(recovery) => {
                envelope.recover(recovery).ok_or_else(|| VaultError::WrongRecoveryKey { path: path.to_owned() })?
            }
        };
        let database = settings::open_case(&resolved, &key).map_err(|error| VaultError::from_database(path, error))?;
        if !both {
            // A torn write, or a slot that went bad: make the spare copy good again while there is one.
            slots::write(&mut file, &envelope).map_err(io)?;
        }
        let kept = Kept { file, envelope, key, resolved, _lock: lock };
        Ok(Self { database, kept: Some(kept), path: path.to_owned() })
    }

    /// A case that leaves nothing behind: its random key is never written, and its file has no name, or
    /// on Windows is deleted by the system with the last handle, however the program ends.
    ///
    /// The file is on disk, because it may grow beyond memory: in `TMPDIR` if that is set, otherwise in `/var/tmp` on Unix,
    /// as `/tmp` is often kept in memory, and in the user's temporary folder elsewhere.
    ///
    /// # Errors
    /// [`Unwritable`](VaultError::Unwritable), [`DiskFull`](VaultError::DiskFull) …, naming that folder's file.
    pub fn throwaway() -> Result<Self, VaultError> {
        let name = u128::from_le_bytes(random());
        let path = throwaway_folder().join(format!("bonafide-{name:032x}.tmp"));
        let database = settings::open_throwaway(&path).map_err(|error| VaultError::from_database(&path, error))?;
        Ok(Self { database, kept: None, path })
    }

    /// Wraps the key anew, for another passphrase. The database and the recovery key stay as they are.
    ///
    /// The old passphrase opens the case until this returns, and whenever it fails.
    pub fn change_passphrase(&mut self, passphrase: &SecretString, cost: KdfCost) -> Result<(), VaultError> {
        refuse_empty(passphrase)?;
        let kept = self.kept.as_mut().ok_or(VaultError::Throwaway)?;
        let next = kept.envelope.rewrapped(&kept.key, passphrase, cost).map_err(|e| no_memory(&self.path, cost, e))?;
        slots::write(&mut kept.file, &next).map_err(|error| VaultError::from_io(&self.path, error))?;
        kept.envelope = next;
        Ok(())
    }

    /// The case's database, with foreign keys on, and views and triggers off.
    pub fn connection(&self) -> &Connection {
        &self.database
    }

    /// The case's database, for transactions.
    pub fn connection_mut(&mut self) -> &mut Connection {
        &mut self.database
    }

    /// Whether the case stays when it is closed.
    pub fn is_kept(&self) -> bool {
        self.kept.is_some()
    }

    /// The path as it was given; of a throw-away case, where its file was made.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes everything into the one file and closes it.
    ///
    /// # Errors
    /// If the write-ahead log could not be emptied. Everything committed is still safe in it.
    pub fn close(self) -> Result<(), VaultError> {
        let Self { database, kept, path } = self;
        let refused = |error| VaultError::from_database(&path, error);
        if kept.is_some() {
            checkpoint(&database).map_err(refused)?;
        }
        database.close().map_err(|(_, error)| refused(error))?;
        match kept {
            Some(kept) if beside(&kept.resolved, "-wal").exists() => {
                Err(VaultError::Io { path, source: io::Error::other("its write-ahead log was not removed") })
            }
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").field("path", &self.path).finish_non_exhaustive()
    }
}

/// Moves the write-ahead log into the database and empties it.
fn checkpoint(database: &Connection) -> rusqlite::Result<()> {
    let busy: bool = database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy {
        return Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None));
    }
    Ok(())
}

fn refuse_empty(passphrase: &SecretString) -> Result<(), VaultError> {
    if passphrase.expose_secret().is_empty() { Err(VaultError::EmptyPassphrase) } else { Ok(()) }
}

fn no_memory(path: &Path, cost: KdfCost, NotEnoughMemory: NotEnoughMemory) -> VaultError {
    VaultError::NotEnoughMemory { path: path.to_owned(), mib: cost.memory_mib() }
}

fn unreadable(path: &Path, found: Unreadable) -> VaultError {
    let path = path.to_owned();
    match found {
        Unreadable::Foreign(found) => VaultError::NotACase { path, found },
        Unreadable::Damaged(detail) => VaultError::Damaged { path, detail },
        Unreadable::TooNew(format) => VaultError::TooNew { path, format },
    }
}

fn take_lock(path: &Path, resolved: &Path) -> Result<Lock, VaultError> {
    Lock::take(resolved)
        .map_err(|error| VaultError::from_io(path, error))?
        .ok_or_else(|| VaultError::Locked { path: path.to_owned() })
}

/// The file that `path` leads to, so that one case has one lock however it is reached.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    let real = fs::canonicalize(path)?;
    // The `\\?\` form that canonical paths have on Windows is not for SQLite.
    if cfg!(windows) { std::path::absolute(path) } else { Ok(real) }
}

/// As [`resolved`], for what must be a file.
fn file_at(path: &Path) -> Result<PathBuf, VaultError> {
    let resolved = resolved(path).map_err(|error| VaultError::from_io(path, error))?;
    if resolved.is_file() {
        return Ok(resolved);
    }
    let found = if resolved.is_dir() { "a folder" } else { "a device or a pipe" };
    Err(VaultError::NotACase { path: path.to_owned(), found })
}

/// As [`resolved`], for a file that is yet to be created in a folder that exists.
fn resolved_new(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    match (absolute.parent(), absolute.file_name()) {
        (Some(folder), Some(name)) => Ok(resolved(folder)?.join(name)),
        _ => Err(io::ErrorKind::IsADirectory.into()),
    }
}

/// Creates a file that must not exist yet, readable by its owner alone.
fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes the name of a new file durable. Other systems than Unix do that with the file.
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// The folder that holds throw-away cases while they are open: see [`Vault::throwaway`].
pub fn throwaway_folder() -> PathBuf {
    let disk = Path::new("/var/tmp");
    if cfg!(unix) && std::env::var_os("TMPDIR").is_none() && disk.is_dir() {
        disk.to_owned()
    } else {
        let folder = std::env::temp_dir();
        std::path::absolute(&folder).unwrap_or(folder)
    }
}
