//! Rows that a person mended. The mended row lies in the block where it would have been read, so that everything that
//! reads rows reads it too; what stood there before is kept beside it. The file is never changed.

use rusqlite::{OptionalExtension, params};

use crate::import::{RejectedRow, RowBatch};
use crate::vocabulary::TableId;

use super::import::{Block, ImportWriter, json};
use super::{Casefile, StoreError, StoredBlock};

/// A row that was rejected and then mended.
#[derive(Clone, PartialEq, Eq)]
pub struct Amendment {
    /// Why it was rejected, and what stood there if it could not be parted into cells.
    pub rejected: RejectedRow,
    /// Its cells as they were read; `None` if it could not be parted into cells.
    pub before: Option<Vec<String>>,
}

impl ImportWriter<'_> {
    /// Puts a mended row in the place of a rejected one.
    pub fn amend(&mut self, table: TableId, rejected: &RejectedRow, cells: &[String]) -> Result<(), StoreError> {
        let before = self.place(table, rejected.row, Some(cells), 1)?;
        self.transaction
            .execute("DELETE FROM rejected_row WHERE source_table = ?1 AND row = ?2", params![table.0, rejected.row])
            .map_err(StoreError::from_write)?;
        // What is mended a second time was read as it was the first time.
        self.transaction
            .execute(
                "INSERT OR IGNORE INTO amendment (source_table, row, reason, raw, cells) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![table.0, rejected.row, rejected.reason, rejected.raw, before.as_ref().map(json)],
            )
            .map_err(StoreError::from_write)?;
        self.count_amended(table, 1, before.as_deref().unwrap_or_default(), cells)
    }

    /// Takes a mended row back: it is rejected again, for the reason it was.
    pub fn take_amendment_back(&mut self, table: TableId, amendment: &Amendment) -> Result<(), StoreError> {
        let row = amendment.rejected.row;
        let refused = self
            .transaction
            .execute("DELETE FROM rejected_row WHERE source_table = ?1 AND row = ?2", params![table.0, row])
            .map_err(StoreError::from_write)?;
        // Understood otherwise meanwhile, it may have been no contact.
        let accepted = if refused == 0 { -1 } else { 0 };
        let mended = self.place(table, row, amendment.before.as_deref(), accepted)?.unwrap_or_default();
        self.transaction
            .execute("DELETE FROM amendment WHERE source_table = ?1 AND row = ?2", params![table.0, row])
            .map_err(StoreError::from_write)?;
        self.reject(table, &amendment.rejected)?;
        self.count_amended(table, accepted, &mended, amendment.before.as_deref().unwrap_or_default())
    }

    /// Puts a row into its block, or takes it out, and counts the block's contacts anew. Gives back the cells it had.
    fn place(
        &mut self,
        table: TableId,
        row: u32,
        cells: Option<&[String]>,
        contacts: i64,
    ) -> Result<Option<Vec<String>>, StoreError> {
        let near = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
            let found = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
            self.transaction.query_row(sql, values, found).optional()
        };
        let mut found: Option<(i64, u32, Vec<u8>)> = near(
            "SELECT id, contacts, data FROM raw_block WHERE source_table = ?1 AND first_row <= ?2
             ORDER BY first_row DESC LIMIT 1",
            &[&table.0, &row],
        )?;
        if found.is_none() {
            let first = "SELECT id, contacts, data FROM raw_block WHERE source_table = ?1 ORDER BY first_row LIMIT 1";
            found = near(first, &[&table.0])?;
        }
        let (block, had, rows) = match found {
            Some((id, had, data)) => (Some(id), had, StoredBlock { table, contacts: had, data }.open()?),
            None => (None, 0, RowBatch::new()),
        };
        let mut after = RowBatch::new();
        let mut before = None;
        let mut due = cells;
        for one in rows.rows() {
            if one.number() >= row
                && let Some(cells) = due.take()
            {
                after.push(row, cells.iter().map(String::as_str));
            }
            if one.number() == row {
                before = Some(one.cells().map(str::to_owned).collect());
            } else {
                after.push(one.number(), one.cells());
            }
        }
        if let Some(cells) = due {
            after.push(row, cells.iter().map(String::as_str));
        }
        let contacts = u32::try_from(i64::from(had) + contacts).map_err(|_| StoreError::Damaged)?;
        if let Some(block) = block {
            self.transaction.execute("DELETE FROM raw_block WHERE id = ?1", [block]).map_err(StoreError::from_write)?;
        }
        if let Some(block) = Block::pack(&after, contacts) {
            self.block(table, &block)?;
        }
        Ok(before)
    }

    fn count_amended(
        &mut self,
        table: TableId,
        accepted: i64,
        before: &[String],
        after: &[String],
    ) -> Result<(), StoreError> {
        let filled: String =
            self.transaction.query_row("SELECT filled FROM source_table WHERE id = ?1", [table.0], |row| row.get(0))?;
        let mut filled: Vec<u64> = serde_json::from_str(&filled).map_err(|_| StoreError::Damaged)?;
        for (column, filled) in filled.iter_mut().enumerate() {
            let holds = |cells: &[String]| u64::from(cells.get(column).is_some_and(|cell| !cell.is_empty()));
            *filled = (*filled + holds(after)).saturating_sub(holds(before));
        }
        self.transaction
            .execute(
                "UPDATE source_table SET accepted = accepted + ?2, rejected = rejected - ?2, filled = ?3 WHERE id = ?1",
                params![table.0, accepted, json(&filled)],
            )
            .map_err(StoreError::from_write)?;
        Ok(())
    }
}

impl Casefile {
    /// The rows of a table that were mended, in order.
    pub fn amendments(&self, table: TableId) -> Result<Vec<Amendment>, StoreError> {
        let mut query = self
            .vault
            .connection()
            .prepare_cached("SELECT row, reason, raw, cells FROM amendment WHERE source_table = ?1 ORDER BY row")?;
        let mut rows = query.query([table.0])?;
        let mut amendments = Vec::new();
        while let Some(row) = rows.next()? {
            let cells: Option<String> = row.get(3)?;
            let before = cells.map(|cells| serde_json::from_str(&cells)).transpose();
            amendments.push(Amendment {
                rejected: RejectedRow { row: row.get(0)?, reason: row.get(1)?, raw: row.get(2)? },
                before: before.map_err(|_| StoreError::Damaged)?,
            });
        }
        Ok(amendments)
    }

    /// Whether a row was mended.
    pub fn is_amended(&self, table: TableId, row: u32) -> Result<bool, StoreError> {
        let mut query =
            self.vault.connection().prepare_cached("SELECT 1 FROM amendment WHERE source_table = ?1 AND row = ?2")?;
        Ok(query.exists(params![table.0, row])?)
    }

    /// One rejected row.
    pub fn rejected_row(&self, table: TableId, row: u32) -> Result<Option<RejectedRow>, StoreError> {
        let mut query = self
            .vault
            .connection()
            .prepare_cached("SELECT row, reason, raw FROM rejected_row WHERE source_table = ?1 AND row = ?2")?;
        let found = query.query_row(params![table.0, row], |row| {
            Ok(RejectedRow { row: row.get(0)?, reason: row.get(1)?, raw: row.get(2)? })
        });
        Ok(found.optional()?)
    }
}

/// Rows are personal data: no log shows them.
impl std::fmt::Debug for Amendment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Amendment({:?})", self.rejected)
    }
}
