//! Where a statement stands: every finding leads back to one of these.

use serde::{Deserialize, Serialize};

/// One table of rows: a CSV file, one sheet of a workbook, or one entry of a bundle.
/// Numbered within a case in the order of import, from 0; never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TableId(pub u32);

/// One accepted row, numbered within a case in the order of import, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ContactId(pub u32);

/// One person after matching. The number of its first contact, so it does not depend on what was
/// matched after it within the same imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SubjectId(pub u32);

/// A column by its position from 0, or a statement no column makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Column(pub u16);

impl Column {
    /// The statement is made by the name of the file or sheet (a Mailchimp export carries its status only there).
    pub const FILE_NAME: Self = Self(u16::MAX);
    /// The statement is about the row as a whole, for instance about something it lacks.
    pub const WHOLE_ROW: Self = Self(u16::MAX - 1);

    /// The position from 0, or `None` for a statement no column makes.
    pub fn position(self) -> Option<usize> {
        (self.0 < Self::WHOLE_ROW.0).then_some(usize::from(self.0))
    }
}

/// One cell of one file: the end of every chain of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The table the cell stands in.
    pub table: TableId,
    /// The row as a person sees it in a spreadsheet: the first line of the file is 1.
    pub row: u32,
    /// The column.
    pub column: Column,
}
