//! Rows that say nothing of a person, with their reasons, and as they were read.

use serde::Serialize;
use specta::Type;

use crate::store::{StoreError, TableRecord};
use crate::vocabulary::TableId;

use super::super::{Case, CaseError};
use super::{AmendedView, count, shortened};

/// Some rejected rows of a table.
#[derive(Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RejectedPage {
    /// How many there are in all.
    pub total: u32,
    /// Rows of the table.
    pub rows: u32,
    /// Their reasons, in the order of their first rows; the first fifty.
    pub reasons: Vec<RejectedReason>,
    /// The rows asked for.
    pub page: Vec<RejectedView>,
    /// The headers of the table, to mend a row by.
    pub header: Vec<String>,
    /// The rows that were mended.
    pub amended: Vec<AmendedView>,
}

/// A reason, and the rows it is about.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RejectedReason {
    /// Why.
    pub reason: String,
    /// How many rows.
    pub count: u32,
    /// The first of them.
    pub first: Vec<u32>,
}

/// One rejected row.
#[derive(Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RejectedView {
    /// The row as a person sees it in a spreadsheet.
    pub row: u32,
    /// Why.
    pub reason: String,
    /// What stands there, cells parted as in the file. Personal data.
    pub text: String,
    /// Its cells, where it can be parted into them and all of them can be shown whole. Personal data.
    pub cells: Option<Vec<String>>,
    /// Whether more stands there than `text` shows: then it can be mended only where it comes from.
    pub cut: bool,
}

const REASONS: u32 = 50;
const FIRST: u32 = 8;
/// The most rows of one page.
const PAGE: u32 = 500;
/// The most mended rows that are shown.
const AMENDED: usize = 500;
/// The longest text of a row on a screen.
const LONGEST: usize = 2000;

impl Case {
    /// So many rejected rows of a table after the first `from`, and the reasons of all.
    ///
    /// # Errors
    /// When the table is not in the case.
    pub fn rejected_rows(&self, table: TableId, from: u32, rows: u32) -> Result<RejectedPage, CaseError> {
        let record = self.table_record(table)?;
        let reasons = self.store.rejected_reasons(table, REASONS, FIRST)?;
        let mut page = Vec::new();
        for rejected in self.store.rejected_of(table, from, rows.min(PAGE))? {
            let cells = self.cells_of_rejected(&record, &rejected)?;
            let text = self.text_of_row(&record, rejected.row, rejected.raw)?;
            let (shown, cut) = (shortened(&text, LONGEST), text.chars().nth(LONGEST).is_some());
            let cells = cells.filter(|_| !cut);
            page.push(RejectedView { row: rejected.row, reason: rejected.reason, text: shown, cells, cut });
        }
        Ok(RejectedPage {
            total: count(record.rejected),
            rows: count(record.rows),
            reasons: reasons
                .into_iter()
                .map(|(reason, count, first)| RejectedReason { reason, count, first })
                .collect(),
            page,
            header: record.header.clone(),
            amended: self.amended(&record, AMENDED)?,
        })
    }

    /// Every rejected row of a table, in order, as it was read.
    pub fn each_rejected_row(
        &self,
        table: TableId,
        mut sink: impl FnMut(u32, &str, &str) -> Result<(), CaseError>,
    ) -> Result<u32, CaseError> {
        let record = self.table_record(table)?;
        let mut told = 0;
        loop {
            let page = self.store.rejected_of(table, told, PAGE)?;
            let Some(last) = page.len().checked_sub(1) else { return Ok(told) };
            for rejected in page {
                let text = self.text_of_row(&record, rejected.row, rejected.raw)?;
                sink(rejected.row, &rejected.reason, &text)?;
            }
            told += count(last as u64 + 1);
        }
    }

    pub(super) fn text_of_row(&self, table: &TableRecord, row: u32, raw: String) -> Result<String, CaseError> {
        if !raw.is_empty() {
            return Ok(raw);
        }
        let mut text = String::new();
        self.store.each_row([(table.id, row)], |_, row| -> Result<(), StoreError> {
            let cells: Vec<&str> = row.cells().collect();
            text = cells.join(table.delimiter.as_deref().unwrap_or("\t"));
            Ok(())
        })?;
        Ok(text)
    }
}

/// Rows are personal data: no log shows them.
impl std::fmt::Debug for RejectedPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RejectedPage({} of {})", self.page.len(), self.total)
    }
}
