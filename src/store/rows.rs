//! The rows of one table: as they were read, and those that were refused.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use rusqlite::params;

use crate::import::{RejectedRow, RowBatch};
use crate::vocabulary::TableId;

use super::{Casefile, StoreError, StoredBlock};

impl Casefile {
    /// The rows of one table in order, a batch at a time. The sink may ask to stop.
    pub fn each_batch_of<E: From<StoreError>>(
        &self,
        table: TableId,
        mut sink: impl FnMut(&RowBatch) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E> {
        let lost = |error: rusqlite::Error| E::from(StoreError::from(error));
        let mut query = self
            .vault
            .connection()
            .prepare("SELECT contacts, data FROM raw_block WHERE source_table = ?1 ORDER BY first_row")
            .map_err(lost)?;
        let mut rows = query.query([table.0]).map_err(lost)?;
        while let Some(row) = rows.next().map_err(lost)? {
            let block = StoredBlock { table, contacts: row.get(0).map_err(lost)?, data: row.get(1).map_err(lost)? };
            if sink(&block.open()?)?.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// The rejected rows of one table: so many, in order, after the first `from`.
    pub fn rejected_of(&self, table: TableId, from: u32, count: u32) -> Result<Vec<RejectedRow>, StoreError> {
        let mut query = self.vault.connection().prepare(
            "SELECT row, reason, raw FROM rejected_row WHERE source_table = ?1 ORDER BY row LIMIT ?3 OFFSET ?2",
        )?;
        let rows = query.query_map(params![table.0, from, count], |row| {
            Ok(RejectedRow { row: row.get(0)?, reason: row.get(1)?, raw: row.get(2)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The numbers of the rejected rows of one table.
    pub fn rejected_numbers(&self, table: TableId) -> Result<BTreeSet<u32>, StoreError> {
        let mut query = self.vault.connection().prepare("SELECT row FROM rejected_row WHERE source_table = ?1")?;
        let numbers = query.query_map([table.0], |row| row.get(0))?;
        Ok(numbers.collect::<Result<_, _>>()?)
    }

    /// Why rows of a table were rejected, in the order of their first rows: how many each, and the first of them.
    pub fn rejected_reasons(
        &self,
        table: TableId,
        reasons: u32,
        rows: u32,
    ) -> Result<Vec<(String, u32, Vec<u32>)>, StoreError> {
        let connection = self.vault.connection();
        let mut groups = connection.prepare(
            "SELECT reason, COUNT(*) FROM rejected_row WHERE source_table = ?1 GROUP BY reason ORDER BY MIN(row) LIMIT ?2",
        )?;
        let mut first = connection
            .prepare("SELECT row FROM rejected_row WHERE source_table = ?1 AND reason = ?2 ORDER BY row LIMIT ?3")?;
        let found = groups.query_map(params![table.0, reasons], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut told = Vec::new();
        for group in found {
            let (reason, count): (String, u32) = group?;
            let numbers = first.query_map(params![table.0, reason, rows], |row| row.get(0))?;
            let numbers = numbers.collect::<Result<Vec<u32>, _>>()?;
            told.push((reason, count, numbers));
        }
        Ok(told)
    }
}
