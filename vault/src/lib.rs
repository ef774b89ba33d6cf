//! The vault: one encrypted file that holds a whole case.
//!
//! ```text
//! byte 0        4096            8192           16384
//! ┌─────────────┬───────────────┬──────────────┬───────────────────────────────┐
//! │ key slot 1  │ key slot 2    │ zeros        │ SQLCipher database, 16 KiB    │
//! │ (512 bytes) │ (a full copy) │              │ pages, seen by SQLite at 0    │
//! └─────────────┴───────────────┴──────────────┴───────────────────────────────┘
//! ```
//!
//! *In:* a path, and a passphrase or the printed recovery key. *Out:* a [`rusqlite::Connection`] that can be
//! used like any other. *Never:* a key on disk that is not wrapped, a byte of a person's data in plaintext,
//! or a message that leaves open whether the passphrase is wrong, the file is damaged, or it is no case at all.
//!
//! The database is encrypted with a random key. That key is wrapped twice (XChaCha20-Poly1305): by
//! Argon2id of the passphrase, and by the recovery key. A new passphrase therefore rewrites one
//! small slot, not the database. Both slots carry the same content; while one is being
//! rewritten the other one holds, so a torn write loses nothing (`slots.rs`).
//!
//! While a case is open, two files stand beside it: `…-wal` (encrypted too) and `…-lock`. Both are
//! gone after [`Vault::close`]; after a crash the next [`Vault::open`] recovers the first and reuses the second.

mod envelope;
mod error;
mod kdf;
mod keys;
mod lock;
mod offset_vfs;
mod recovery_key;
mod settings;
mod slots;
mod vault;

pub use error::VaultError;
pub use kdf::{KdfCost, KdfCostOutOfRange};
pub use recovery_key::{RecoveryKey, RecoveryKeyTypo};
pub use secrecy::SecretString;
pub use vault::{Unlock, Vault, throwaway_folder};
