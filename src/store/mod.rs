//! The casefile: one encrypted database that holds what was read and what was found.
//!
//! Rows are kept as they were read, in compressed blocks; contacts and people are derived from them and never
//! stored, so that another mapping or one import less leaves no trace. Verdicts are kept in blocks too, in the
//! order of people, each beside the short lines of the ledger, to count and filter by.

mod amend;
mod correction;
mod decision;
mod error;
mod forget;
mod history;
mod import;
mod ledger;
mod repairs;
mod reread;
mod rows;
mod schema;
mod snapshot;
mod verdict;

pub use amend::Amendment;
pub use bonafide_vault::{KdfCost, RecoveryKey, Unlock, Vault, VaultError, throwaway_folder};
pub use error::StoreError;
pub use history::ForgottenImport;
pub use import::{Block, FileRecord, ImportWriter, StoredBlock, TableRecord};
pub use ledger::{CellLine, Ledger, LedgerCell, Person, PersonLine, StateLine, pack_lines};
pub use snapshot::{Newer, SnapshotPair};
pub use verdict::VerdictWriter;

/// An open case.
#[derive(Debug)]
pub struct Casefile {
    vault: Vault,
}

impl Casefile {
    /// Takes an opened vault and brings its tables up to date.
    ///
    /// # Errors
    /// [`StoreError::TooNew`] for a case that a newer Bonafide has written.
    pub fn open(mut vault: Vault) -> Result<Self, StoreError> {
        schema::migrate(vault.connection_mut())?;
        Ok(Self { vault })
    }

    /// A case that leaves nothing behind.
    pub fn throwaway() -> Result<Self, StoreError> {
        Self::open(Vault::throwaway()?)
    }

    /// Writes everything into the one file and closes it.
    pub fn close(self) -> Result<(), StoreError> {
        Ok(self.vault.close()?)
    }

    /// Keeps a text under a name, replacing what was there.
    pub fn note(&self, name: &str, value: &str) -> Result<(), StoreError> {
        note(self.vault.connection(), name, value)
    }

    /// The text kept under a name.
    pub fn noted(&self, name: &str) -> Result<Option<String>, StoreError> {
        use rusqlite::OptionalExtension;
        let found =
            self.vault.connection().query_row("SELECT value FROM note WHERE name = ?1", [name], |row| row.get(0));
        Ok(found.optional()?)
    }

    /// Whether people were judged before, and rows or their meaning have changed since.
    pub fn is_taken_back(&self) -> Result<bool, StoreError> {
        Ok(self.noted("taken-back")?.is_some())
    }

    /// Where the case is kept; `None` for one that leaves nothing behind.
    pub fn path(&self) -> Option<&std::path::Path> {
        self.vault.is_kept().then(|| self.vault.path())
    }

    /// The vault, to change its passphrase.
    pub fn vault_mut(&mut self) -> &mut Vault {
        &mut self.vault
    }
}

/// Verdicts hold for the rows they were found in. Whatever changes rows or their meaning takes them back.
const FORGET_VERDICTS: &str = "DELETE FROM verdict_block; DELETE FROM note WHERE name IN ('summary', 'voices');";
/// Remembers that there were verdicts, before they are taken back.
const TAKE_BACK: &str = "INSERT OR REPLACE INTO note (name, value)
    SELECT 'taken-back', '' WHERE EXISTS (SELECT 1 FROM note WHERE name = 'summary');";
/// There are verdicts again.
const NOT_TAKEN_BACK: &str = "DELETE FROM note WHERE name = 'taken-back';";

fn note(connection: &rusqlite::Connection, name: &str, value: &str) -> Result<(), StoreError> {
    connection
        .execute(
            "INSERT INTO note (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
            [name, value],
        )
        .map_err(StoreError::from_write)?;
    Ok(())
}

/// Compresses a block, with a checksum: damage that the encrypted page hides is found when it is opened.
/// Level 1: a block is written once and read a few times.
fn pack(bytes: &[u8]) -> Vec<u8> {
    const HOLDS: &str = "compressing into memory fails only without memory";
    let mut compressor = zstd::bulk::Compressor::new(1).expect(HOLDS);
    compressor.set_parameter(zstd::zstd_safe::CParameter::ChecksumFlag(true)).expect("the flag is known to zstd");
    compressor.compress(bytes).expect(HOLDS)
}

fn unpack(bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    zstd::stream::decode_all(bytes).map_err(|_| StoreError::Damaged)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_block_with_one_changed_bit_does_not_open() {
        let block = pack(&b"ada@example.org".repeat(200));
        assert_eq!(unpack(&block).unwrap(), b"ada@example.org".repeat(200));
        for at in 0..block.len() {
            let mut flipped = block.clone();
            flipped[at] ^= 1;
            assert!(unpack(&flipped).map_or(true, |text| text == b"ada@example.org".repeat(200)), "byte {at}");
        }
    }
}
