//! The rejected rows of one table, to mend them where they come from.

use std::path::Path;

use crate::case::{Case, CaseError};
use crate::vocabulary::TableId;

use super::table::Table;

/// Writes the rejected rows of a table as CSV: row, reason, and what stands there. Gives back how many.
///
/// # Errors
/// When the table is not in the case or the file cannot be written; nothing stands at the path then.
pub fn write_rejected(path: &Path, case: &Case, table: TableId) -> Result<u32, CaseError> {
    let mut list = Table::create(path, &["row", "reason", "text"])?;
    let written = case.each_rejected_row(table, |row, reason, text| {
        list.line([row.to_string().into(), reason.into(), text.into()])
    })?;
    list.finish()?;
    Ok(written)
}
