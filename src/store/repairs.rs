//! What was mended in the rows of a table when it was read: how many by kind, and the first of them.

use rusqlite::params;

use crate::import::{Repair, RepairedRows, Repairs};
use crate::vocabulary::TableId;

use super::import::{ImportWriter, from_json, json};
use super::{Casefile, StoreError};

impl ImportWriter<'_> {
    /// Keeps what was mended in a table. They are forgotten with it.
    pub fn repairs(&mut self, table: TableId, repairs: &Repairs) -> Result<(), StoreError> {
        let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        self.transaction
            .execute("UPDATE source_table SET repaired = ?2 WHERE id = ?1", params![table.0, count(repairs.rows)])
            .map_err(StoreError::from_write)?;
        for (repair, rows) in &repairs.kinds {
            self.transaction
                .prepare_cached("INSERT INTO repair (source_table, repair, rows, first) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![table.0, repair.word(), count(rows.rows), json(&rows.first)])
                .map_err(StoreError::from_write)?;
        }
        Ok(())
    }
}

impl Casefile {
    /// What was mended in a table when it was read.
    pub fn repairs_of(&self, table: TableId) -> Result<Repairs, StoreError> {
        let connection = self.vault.connection();
        let mut repairs = Repairs::default();
        let rows = connection
            .query_row("SELECT repaired FROM source_table WHERE id = ?1", [table.0], |row| row.get::<_, i64>(0))?;
        repairs.rows = rows.unsigned_abs();
        let mut query = connection.prepare("SELECT repair, rows, first FROM repair WHERE source_table = ?1")?;
        let mut rows = query.query([table.0])?;
        while let Some(row) = rows.next()? {
            let repair = Repair::parse(&row.get::<_, String>(0)?).ok_or(StoreError::Damaged)?;
            let first = from_json(&row.get::<_, String>(2)?)?;
            let kind = RepairedRows { rows: row.get::<_, i64>(1)?.unsigned_abs(), first };
            repairs.kinds.insert(repair, kind);
        }
        Ok(repairs)
    }
}
