//! The Sources screen: what was read, what it was taken for, what is asked, and what a person says by hand.

mod amend;
mod card;
mod correct;
mod forget;
mod mapping;
mod questions;
mod rejected;
mod table;
mod values;

pub use amend::{AmendError, AmendedView, MendedRow};
pub use card::{Delimiter, FileCard, RepairView, Sources, State, TableCard, TableDates};
pub use correct::{Change, Preview, Undone};
pub(super) use correct::{Said, layout_of, layout_within, write_corrections};
pub use questions::{Asked, Likely, LikelyReason, Question, UnknownWords, unknown_words};
pub use rejected::{RejectedPage, RejectedReason, RejectedView};
pub use table::{ColumnView, TableView};
pub use values::{ValueView, ValuesView};

use crate::store::{FileRecord, TableRecord};
use crate::vocabulary::TableId;

use super::{Case, CaseError};

impl Case {
    fn table_record(&self, table: TableId) -> Result<TableRecord, CaseError> {
        self.store.tables()?.into_iter().find(|record| record.id == table).ok_or(CaseError::Gone)
    }

    pub(super) fn file_record(&self, file: i64) -> Result<FileRecord, CaseError> {
        self.store.files()?.into_iter().find(|record| record.id == file).ok_or(CaseError::Gone)
    }
}

/// A count as it crosses the bridge. A table has fewer than 2^32 rows; a sum beyond is shown as the largest.
fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A share of one as whole percent.
fn percent(share: f32) -> u32 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u32
}

/// As much of a cell as a screen shows: cells of a stranger's file may hold a megabyte.
fn shortened(cell: &str, most: usize) -> String {
    match cell.char_indices().nth(most) {
        None => cell.to_owned(),
        Some((end, _)) => format!("{}…", &cell[..end]),
    }
}
