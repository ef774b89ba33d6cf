//! Taking an import back, as if it had never been.

use super::super::{Case, CaseError, Watch};

impl Case {
    /// Removes a file with everything read from it, and takes verdicts back. What was said of its columns by hand
    /// stays remembered for the next file of that layout; the history keeps that it was there, and that it was
    /// forgotten `on` this day (`YYYY-MM-DD`). Gives back the file's name.
    ///
    /// # Errors
    /// When the file is not in the case.
    pub fn forget(&mut self, file: i64, on: &str, watch: Watch<'_>) -> Result<String, CaseError> {
        let record = self.file_record(file)?;
        let kept = self.as_forgotten(&record, on)?;
        // Where it stood between two exports, or was the newest, the others are compared with each other.
        let series = self.series()?;
        let tables = self.store.tables_of(file)?.iter().map(|table| table.id).collect();
        let rejoined = self.rejoined(&series, series.without(&tables), &tables, watch)?;
        let mut writer = self.store.begin_import()?;
        writer.forget(file)?;
        writer.keep_forgotten(&kept)?;
        for pair in &rejoined {
            writer.relate(pair)?;
        }
        writer.commit()?;
        // Where it was the newest export, the one before it counts again.
        self.keys.clear();
        self.asked.borrow_mut().clear();
        Ok(record.name)
    }
}
