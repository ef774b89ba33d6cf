//! Taking an import back: the file, its tables and all its rows.

use rusqlite::params;

use super::StoreError;
use super::import::{ImportWriter, NEXT_TABLE};

impl ImportWriter<'_> {
    /// Removes a file with everything read from it. The numbers of its tables are not given again.
    /// What was said of its columns by hand stays remembered: it is about layouts, not about people.
    pub fn forget(&mut self, file: i64) -> Result<(), StoreError> {
        let next: i64 = self.transaction.query_row(NEXT_TABLE, [], |row| row.get(0))?;
        self.note("next-table", &next.to_string())?;
        self.transaction.execute("DELETE FROM file WHERE id = ?1", params![file]).map_err(StoreError::from_write)?;
        Ok(())
    }
}
