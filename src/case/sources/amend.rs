//! Rejected rows that a person mends: read again as mended, marked as such, and taken back.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::import::{RejectedRow, RowBatch, part};
use crate::store::{Amendment, TableRecord};
use crate::vocabulary::TableId;

use super::super::{Case, CaseError};
use super::correct::normaliser;
use super::shortened;

/// A row as a person mended it.
#[derive(Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MendedRow {
    /// Cell by cell, in the order of the table's columns.
    Cells {
        /// The cells. Personal data.
        cells: Vec<String>,
    },
    /// As a line, parted as the file is.
    Line {
        /// The line. Personal data.
        line: String,
    },
}

/// A row that was mended.
#[derive(Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AmendedView {
    /// The row as a person sees it in a spreadsheet.
    pub row: u32,
    /// Why it was rejected.
    pub reason: String,
    /// What stands there now. Personal data.
    pub text: String,
}

/// Why a mended row cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AmendError {
    /// It is not rejected.
    #[error("row {0} is not among the rejected rows any more. Look at them again; nothing was changed")]
    NotRejected(u32),
    /// It has more cells than the table has columns.
    #[error(
        "row {row} now has {cells} cells, and the table has {columns} columns. Join or empty the cells beyond the last column"
    )]
    TooMany {
        /// The row.
        row: u32,
        /// Its cells.
        cells: usize,
        /// The table's columns.
        columns: usize,
    },
    /// It still says nothing of a person.
    #[error("row {row} still cannot be read: {reason}. Change it further, or leave it rejected")]
    StillRejected {
        /// The row.
        row: u32,
        /// Why, without any content.
        reason: String,
    },
    /// It is more than one row.
    #[error(
        "row {0} goes on behind the end of its line. Put a value that holds a line break in quotes, or take the line break out"
    )]
    Several(u32),
    /// It is longer than any row is.
    #[error("row {0} is longer than any row that is read. Shorten it")]
    TooLong(u32),
}

/// The longest mended row, in bytes.
const LONGEST: usize = 1 << 20;
/// The longest text of a row on a screen.
const SHOWN: usize = 2000;

impl Case {
    /// Reads a rejected row as a person mended it. It keeps its number, is marked as mended, and the file stays as it is;
    /// verdicts are taken back.
    ///
    /// # Errors
    /// When the row is not rejected, or still says nothing of a person; nothing is changed then.
    pub fn amend_row(&mut self, table: TableId, row: u32, mended: &MendedRow) -> Result<(), CaseError> {
        let record = self.table_record(table)?;
        let rejected = self.store.rejected_row(table, row)?.ok_or(AmendError::NotRejected(row))?;
        let mut cells = match mended {
            MendedRow::Cells { cells } => cells.clone(),
            MendedRow::Line { line } if line.len() > LONGEST => return Err(AmendError::TooLong(row).into()),
            MendedRow::Line { line } => parted(line, &record).ok_or(AmendError::Several(row))?,
        };
        if cells.iter().map(String::len).sum::<usize>() > LONGEST {
            return Err(AmendError::TooLong(row).into());
        }
        let columns = record.header.len();
        while cells.len() > columns && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
        if cells.len() > columns {
            return Err(AmendError::TooMany { row, cells: cells.len(), columns }.into());
        }
        let mut batch = RowBatch::new();
        batch.push(row, cells.iter().map(String::as_str));
        let read = batch.row(row).map(|row| normaliser(&record, &record.recognition).contact(row));
        if let Some(Err(reason)) = read {
            return Err(AmendError::StillRejected { row, reason }.into());
        }
        let mut writer = self.store.begin_import()?;
        writer.amend(table, &rejected, &cells)?;
        writer.commit()?;
        self.forget_table(table);
        Ok(())
    }

    /// Takes a mended row back: it is rejected again, as it was.
    ///
    /// # Errors
    /// When the row was not mended.
    pub fn take_amendment_back(&mut self, table: TableId, row: u32) -> Result<(), CaseError> {
        let amendments = self.store.amendments(table)?;
        let amendment = amendments.into_iter().find(|one| one.rejected.row == row).ok_or(CaseError::Gone)?;
        let mut writer = self.store.begin_import()?;
        writer.take_amendment_back(table, &amendment)?;
        writer.commit()?;
        self.forget_table(table);
        Ok(())
    }

    fn forget_table(&mut self, table: TableId) {
        self.keys.remove(&table);
        self.asked.borrow_mut().clear();
    }

    /// The rows of a table that were mended, as they stand now; the first few hundred.
    pub(super) fn amended(&self, record: &TableRecord, most: usize) -> Result<Vec<AmendedView>, CaseError> {
        let mut told = Vec::new();
        for Amendment { rejected: RejectedRow { row, reason, .. }, .. } in
            self.store.amendments(record.id)?.into_iter().take(most)
        {
            let text = self.text_of_row(record, row, String::new())?;
            told.push(AmendedView { row, reason, text: shortened(&text, SHOWN) });
        }
        Ok(told)
    }

    /// The cells of a rejected row, to be mended one by one; `None` where it cannot be parted into cells.
    pub(super) fn cells_of_rejected(
        &self,
        record: &TableRecord,
        rejected: &RejectedRow,
    ) -> Result<Option<Vec<String>>, CaseError> {
        if !rejected.raw.is_empty() {
            return Ok(parted(&rejected.raw, record).filter(|cells| cells.len() > 1 || record.header.len() == 1));
        }
        let mut cells = None;
        self.store.each_row([(record.id, rejected.row)], |_, row| -> Result<(), CaseError> {
            cells = Some(row.cells().map(str::to_owned).collect());
            Ok(())
        })?;
        Ok(cells)
    }
}

/// A line parted as its file is; `None` if it is too long to be one, or more than one.
fn parted(line: &str, record: &TableRecord) -> Option<Vec<String>> {
    if line.len() > LONGEST {
        return None;
    }
    // The rejected rows of a workbook are kept with tabs between their cells.
    let Some(delimiter) = record.delimiter.as_deref() else {
        return Some(line.trim_end_matches(['\r', '\n']).split('\t').map(str::to_owned).collect());
    };
    part(line, delimiter, record.header.len())
}

/// Rows are personal data: no log shows them.
impl std::fmt::Debug for MendedRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cells { cells } => write!(f, "Cells({})", cells.len()),
            Self::Line { line } => write!(f, "Line({} bytes)", line.len()),
        }
    }
}

impl std::fmt::Debug for AmendedView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AmendedView({}, {})", self.row, self.reason)
    }
}
