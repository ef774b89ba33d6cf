//! What can go wrong with a casefile.

use bonafide_vault::VaultError;

/// Why the casefile cannot be used. Nothing was changed when one of these is returned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The file itself: passphrase, damage, lock, space.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The database refused.
    #[error(
        "the case could not be read or written ({0}). Nothing was changed; free some space, or open a copy of the case"
    )]
    Database(#[source] rusqlite::Error),
    /// A newer Bonafide has written it.
    #[error("the case was written by a newer Bonafide. Install the newer version to open it; nothing was changed")]
    TooNew,
    /// A block does not decompress or decode.
    #[error("a part of the case is damaged and cannot be read. Open a backup of the case, or import the files again")]
    Damaged,
    /// The disk is full.
    #[error("the disk is full. Nothing was changed; free some space and try again")]
    DiskFull,
    /// Another program writes to it.
    #[error("another program is writing to the case. Nothing was changed; close it there and try again")]
    Busy,
}

impl From<rusqlite::Error> for StoreError {
    /// Tells a full disk, damage and a second writer from other refusals.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            _ => Self::Database(error),
        }
    }
}

impl StoreError {
    /// What a statement that writes was refused for.
    pub(super) fn from_write(error: rusqlite::Error) -> Self {
        Self::from(error)
    }
}
