//! What is kept of imports beside their rows: when they came, and of forgotten ones that they were there.

use rusqlite::params;

use super::import::ImportWriter;
use super::{Casefile, StoreError};

/// An import that was forgotten. Nothing of it tells of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForgottenImport {
    /// The number its file had.
    pub file: i64,
    /// What is left of the file's name: its ending.
    pub name: String,
    /// What its bytes hashed to.
    pub sha256: [u8; 32],
    /// Its size.
    pub bytes: u64,
    /// The day of the import, as `YYYY-MM-DD`.
    pub imported_on: String,
    /// The moment of the import, where a clock was known; else empty.
    pub imported_at: String,
    /// The day it was forgotten.
    pub forgotten_on: String,
    /// What its tables came to, as JSON.
    pub tables: String,
}

impl ImportWriter<'_> {
    /// Keeps the moment at which a file was imported.
    pub fn stamp(&mut self, file: i64, imported_at: &str) -> Result<(), StoreError> {
        self.transaction
            .execute("UPDATE file SET imported_at = ?2 WHERE id = ?1", params![file, imported_at])
            .map_err(StoreError::from_write)?;
        Ok(())
    }

    /// Keeps that an import was there.
    pub fn keep_forgotten(&mut self, one: &ForgottenImport) -> Result<(), StoreError> {
        self.transaction
            .execute(
                "INSERT INTO forgotten (file, name, sha256, bytes, imported_on, imported_at, forgotten_on, tables)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    one.file,
                    one.name,
                    one.sha256,
                    i64::try_from(one.bytes).unwrap_or(i64::MAX),
                    one.imported_on,
                    one.imported_at,
                    one.forgotten_on,
                    one.tables,
                ],
            )
            .map_err(StoreError::from_write)?;
        Ok(())
    }
}

impl Casefile {
    /// Every import that was forgotten, in the order of forgetting.
    pub fn forgotten(&self) -> Result<Vec<ForgottenImport>, StoreError> {
        let mut query = self.vault.connection().prepare(
            "SELECT file, name, sha256, bytes, imported_on, imported_at, forgotten_on, tables FROM forgotten ORDER BY id",
        )?;
        let found = query.query_map([], |row| {
            Ok(ForgottenImport {
                file: row.get(0)?,
                name: row.get(1)?,
                sha256: row.get(2)?,
                bytes: row.get::<_, i64>(3)?.unsigned_abs(),
                imported_on: row.get(4)?,
                imported_at: row.get(5)?,
                forgotten_on: row.get(6)?,
                tables: row.get(7)?,
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
