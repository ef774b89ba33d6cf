//! Rows that are there already, understood otherwise: by another country's numbering, or because a column means
//! something else. Which of them are contacts is counted anew.

use std::collections::BTreeSet;

use rusqlite::params;

use crate::audit::CountryCode;
use crate::import::{Recognition, SourceRow};
use crate::vocabulary::TableId;

use super::import::{ImportWriter, home_word, json};
use super::{StoreError, StoredBlock};

impl ImportWriter<'_> {
    /// Replaces what was recognised of a table. Its rows are to be reread after it.
    pub fn understand(&mut self, table: TableId, recognition: &Recognition) -> Result<(), StoreError> {
        self.transaction
            .execute("UPDATE source_table SET recognition = ?2 WHERE id = ?1", params![table.0, json(recognition)])
            .map_err(StoreError::from_write)?;
        Ok(())
    }

    /// Judges every row of a table anew. `contact` says of a row why it is no contact, if it is none; `counted` is told
    /// how many more rows were judged. Rows that could not be read at all stay rejected.
    ///
    /// # Errors
    /// Those of `counted`, and when the casefile cannot be read or written.
    pub fn reread<E: From<StoreError>>(
        &mut self,
        table: TableId,
        home: Option<CountryCode>,
        mut contact: impl FnMut(SourceRow<'_>) -> Result<(), String>,
        mut counted: impl FnMut(u64) -> Result<(), E>,
    ) -> Result<(), E> {
        let blocks = self.numbers(table, "SELECT id FROM raw_block WHERE source_table = ?1 ORDER BY first_row")?;
        let rejected = self.numbers(table, "SELECT row FROM rejected_row WHERE source_table = ?1")?;
        let rejected = rejected.into_iter().collect();
        let mut accepted = 0;
        for block in blocks {
            let (rows, contacts) = self.reread_block(table, block, &rejected, &mut contact)?;
            accepted += i64::from(contacts);
            counted(rows)?;
        }
        self.transaction
            .execute(
                "UPDATE source_table SET home = ?2, accepted = ?3, rejected = rows - ?3 WHERE id = ?1",
                params![table.0, home_word(home), accepted],
            )
            .map_err(StoreError::from_write)?;
        Ok(())
    }

    /// Judges the rows of one block anew. Gives back how many there are, and how many of them are contacts.
    fn reread_block(
        &self,
        table: TableId,
        block: i64,
        rejected: &BTreeSet<i64>,
        contact: &mut impl FnMut(SourceRow<'_>) -> Result<(), String>,
    ) -> Result<(u64, u32), StoreError> {
        let transaction = &self.transaction;
        let data = transaction.query_row("SELECT data FROM raw_block WHERE id = ?1", [block], |row| row.get(0))?;
        let (mut seen, mut contacts) = (0, 0_u32);
        let rows = StoredBlock { table, contacts, data }.open()?;
        for row in rows.rows() {
            seen += 1;
            if rejected.contains(&i64::from(row.number())) {
                transaction
                    .prepare_cached("DELETE FROM rejected_row WHERE source_table = ?1 AND row = ?2")?
                    .execute(params![table.0, row.number()])
                    .map_err(StoreError::from_write)?;
            }
            match contact(row) {
                Ok(()) => contacts += 1,
                Err(reason) => {
                    transaction
                        .prepare_cached(
                            "INSERT INTO rejected_row (source_table, row, reason, raw) VALUES (?1, ?2, ?3, '')",
                        )?
                        .execute(params![table.0, row.number(), reason])
                        .map_err(StoreError::from_write)?;
                }
            }
        }
        transaction
            .execute("UPDATE raw_block SET contacts = ?2 WHERE id = ?1", params![block, contacts])
            .map_err(StoreError::from_write)?;
        Ok((seen, contacts))
    }

    fn numbers(&self, table: TableId, sql: &str) -> Result<Vec<i64>, StoreError> {
        let mut query = self.transaction.prepare(sql)?;
        let numbers = query.query_map([table.0], |row| row.get(0))?;
        Ok(numbers.collect::<Result<_, _>>()?)
    }
}
