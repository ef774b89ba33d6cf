//! Taking an import back, as if it had never been.

use super::super::{Case, CaseError};

impl Case {
    /// Removes a file with everything read from it, and takes verdicts back. What was said of its columns by hand
    /// stays remembered for the next file of that layout. Gives back the file's name.
    ///
    /// # Errors
    /// When the file is not in the case.
    pub fn forget(&mut self, file: i64) -> Result<String, CaseError> {
        let name = self.file_record(file)?.name;
        let mut writer = self.store.begin_import()?;
        writer.forget(file)?;
        writer.commit()?;
        // Where it was the newest export, the one before it counts again.
        self.keys.clear();
        self.asked.borrow_mut().clear();
        Ok(name)
    }
}
