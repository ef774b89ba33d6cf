//! Taking an import back, as if it had never been.

use crate::vocabulary::TableId;

use super::super::{Case, CaseError};

impl Case {
    /// Removes a file with everything read from it, and takes verdicts back. What was said of its columns by hand
    /// stays remembered for the next file of that layout. Gives back the file's name.
    ///
    /// # Errors
    /// When the file is not in the case.
    pub fn forget(&mut self, file: i64) -> Result<String, CaseError> {
        let name = self.file_record(file)?.name;
        let tables: Vec<TableId> =
            self.store.tables()?.iter().filter(|table| table.file == file).map(|table| table.id).collect();
        let mut writer = self.store.begin_import()?;
        writer.forget(file)?;
        writer.commit()?;
        for table in tables {
            self.keys.remove(&table);
        }
        self.asked.borrow_mut().clear();
        Ok(name)
    }
}
