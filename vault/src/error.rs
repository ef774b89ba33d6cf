//! What can go wrong with a case file, each as one sentence: where, what, what to try.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::kdf::KdfCostOutOfRange;

/// Why a case could not be created, opened or used. Messages name the path as the caller gave it,
/// never a passphrase, a key or anything that is stored in the case.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// The file is a whole case, but this is not its passphrase.
    #[error("{path}: this is not the passphrase of this case; try again, or use the printed recovery key", path = path.display())]
    WrongPassphrase {
        /// The case file.
        path: PathBuf,
    },
    /// The file is a whole case, but the recovery key belongs to another one.
    #[error("{path}: this recovery key belongs to another case; look for the sheet printed when this case was created", path = path.display())]
    WrongRecoveryKey {
        /// The case file.
        path: PathBuf,
    },
    /// The file is a case, but its bytes are not what was written.
    #[error("{path}: this case is damaged ({detail}); keep the file as it is and restore a backup copy", path = path.display())]
    Damaged {
        /// The case file.
        path: PathBuf,
        /// Which part is damaged, in plain words.
        detail: &'static str,
    },
    /// The file is something else.
    #[error("{path}: this is not a Bonafide case but {found}; choose a file ending in .bonafide", path = path.display())]
    NotACase {
        /// The path that was to be opened.
        path: PathBuf,
        /// What it is instead, e.g. "a folder".
        found: &'static str,
    },
    /// The case was written by a later version of the program.
    #[error("{path}: this case has format {format}, newer than this program knows (format {known}); update Bonafide to open it", path = path.display(), known = crate::envelope::FORMAT)]
    TooNew {
        /// The case file.
        path: PathBuf,
        /// The format version found in it.
        format: u16,
    },
    /// A case is never created over something that is already there.
    #[error("{path}: there is already something of this name; choose another name, or open it instead", path = path.display())]
    Exists {
        /// The path that was to be created.
        path: PathBuf,
    },
    /// Nothing is at this path, or its folder does not exist.
    #[error("{path}: nothing is there; check the name and the folder", path = path.display())]
    NotFound {
        /// The path that was looked for.
        path: PathBuf,
    },
    /// The case is open elsewhere; one program writes at a time.
    #[error("{path}: this case is already open; close it in the other window or program first", path = path.display())]
    Locked {
        /// The case file.
        path: PathBuf,
    },
    /// The file or its folder may not be written to.
    #[error("{path}: the case or its folder cannot be written to; check its permissions, or copy it to a folder of your own", path = path.display())]
    Unwritable {
        /// The case file.
        path: PathBuf,
    },
    /// No room is left on the disk; what was committed before stands.
    #[error("{path}: the disk is full, and the last step was undone; free some space and repeat it", path = path.display())]
    DiskFull {
        /// The case file.
        path: PathBuf,
    },
    /// Deriving the key from the passphrase takes more memory than there is.
    #[error("{path}: unlocking this case needs {mib} MiB of free memory; close other programs and try again", path = path.display())]
    NotEnoughMemory {
        /// The case file.
        path: PathBuf,
        /// The memory asked for, in MiB.
        mib: u32,
    },
    /// A passphrase without a character protects nothing.
    #[error("the passphrase is empty; choose one of several words")]
    EmptyPassphrase,
    /// The cost of key derivation is outside what is allowed.
    #[error(transparent)]
    Cost(#[from] KdfCostOutOfRange),
    /// A throw-away case has no passphrase that could be changed.
    #[error("a throw-away case has no passphrase; create a case file to keep what is in it")]
    Throwaway,
    /// The operating system refused for another reason.
    #[error("{path}: the case could not be read or written ({source}); check the disk and try again", path = path.display())]
    Io {
        /// The case file.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The database refused for another reason.
    #[error("{path}: the case's database refused ({source}); close the case and open it again", path = path.display())]
    Database {
        /// The case file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
}

impl VaultError {
    /// Names what SQLite reported about the case at `path`: a full disk, damage, a lock … are told apart.
    ///
    /// Of use for every statement run on [`Vault::connection`](crate::Vault::connection): a damaged page shows
    /// only when it is read.
    pub fn from_database(path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull { path },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { path, detail: "a page of its database fails its check" }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
                Self::Locked { path }
            }
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::Unwritable { path }
            }
            _ => Self::Database { path, source },
        }
    }

    /// Names what the operating system reported about the case at `path`.
    pub(crate) fn from_io(path: &Path, source: io::Error) -> Self {
        use io::ErrorKind as Kind;
        let path = path.to_owned();
        match source.kind() {
            Kind::NotFound | Kind::NotADirectory => Self::NotFound { path },
            Kind::AlreadyExists => Self::Exists { path },
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::Unwritable { path },
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::DiskFull { path },
            Kind::IsADirectory => Self::NotACase { path, found: "a folder" },
            Kind::UnexpectedEof => Self::Damaged { path, detail: "its end is missing" },
            _ => Self::Io { path, source },
        }
    }
}
