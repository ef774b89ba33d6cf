//! Which table is a later export of which: kept in pairs, so that forgetting either file leaves the others as they are.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::vocabulary::TableId;

use super::import::ImportWriter;
use super::{Casefile, StoreError};

/// Two exports of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotPair {
    /// The earlier export.
    pub older: TableId,
    /// The later one.
    pub newer: TableId,
    /// What says which is the later.
    pub why: Newer,
    /// Whether the pair holds. One that does not was said by a person to be two sources.
    pub stands: bool,
}

/// What says that one export is later than another. The surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Newer {
    /// The days in their names.
    FileDate,
    /// The latest day in their cells.
    CellDate,
    /// The numbers of copies in their names.
    CopyNumber,
    /// Nothing but the order in which they were imported.
    ImportOrder,
    /// A person.
    ByHand,
}

impl Newer {
    const ALL: [Self; 5] = [Self::FileDate, Self::CellDate, Self::CopyNumber, Self::ImportOrder, Self::ByHand];

    /// The word it is kept by.
    pub fn word(self) -> &'static str {
        match self {
            Self::FileDate => "file_date",
            Self::CellDate => "cell_date",
            Self::CopyNumber => "copy_number",
            Self::ImportOrder => "import_order",
            Self::ByHand => "by_hand",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.word() == word)
    }
}

impl ImportWriter<'_> {
    /// Keeps a pair, in place of what was kept of the same two.
    pub fn relate(&mut self, pair: &SnapshotPair) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("INSERT OR REPLACE INTO snapshot (older, newer, why, stands) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![pair.older.0, pair.newer.0, pair.why.word(), pair.stands])
            .map_err(StoreError::from_write)?;
        Ok(())
    }

    /// Keeps nothing of two tables any more.
    pub fn unrelate(&mut self, older: TableId, newer: TableId) -> Result<(), StoreError> {
        self.transaction
            .execute("DELETE FROM snapshot WHERE older = ?1 AND newer = ?2", params![older.0, newer.0])
            .map_err(StoreError::from_write)?;
        Ok(())
    }
}

impl Casefile {
    /// Every pair, in the order of tables.
    pub fn snapshots(&self) -> Result<Vec<SnapshotPair>, StoreError> {
        let mut query = self
            .vault
            .connection()
            .prepare_cached("SELECT older, newer, why, stands FROM snapshot ORDER BY older, newer")?;
        let mut rows = query.query([])?;
        let mut pairs = Vec::new();
        while let Some(row) = rows.next()? {
            let why: String = row.get(2)?;
            pairs.push(SnapshotPair {
                older: TableId(row.get(0)?),
                newer: TableId(row.get(1)?),
                why: Newer::from_word(&why).ok_or(StoreError::Damaged)?,
                stands: row.get(3)?,
            });
        }
        Ok(pairs)
    }
}
