//! Cells as they were read, with where they stand.

use std::collections::HashMap;

use serde::Serialize;
use specta::Type;

use crate::import::SourceRow;
use crate::vocabulary::{Category, Column, Field, Place, TableId};

use super::super::CaseError;
use super::Closely;

/// The longest quote that crosses to a screen, in bytes.
const LONGEST: usize = 2_000;

/// A statement and where it stands. Personal data.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Quoted {
    /// What stands there, as written; `None` where no cell makes the statement.
    pub text: Option<String>,
    /// Whether more stands there than is quoted.
    pub cut: bool,
    /// What makes the statement.
    pub said_by: SaidBy,
    /// The file.
    pub file: String,
    /// The sheet or entry; empty for a plain file.
    pub sheet: String,
    /// The row as a person sees it in a spreadsheet.
    pub row: u32,
    /// The column: its header, or its number where the table has no headers.
    pub column: Option<String>,
    /// Whether a person mended the row, so that the file itself reads otherwise.
    pub amended: bool,
    /// What the column means.
    pub field: Option<Field>,
    /// Whether it tells who somebody is, and is masked until asked for.
    pub personal: bool,
}

/// What makes a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum SaidBy {
    /// A cell.
    Cell,
    /// The name of the file or sheet.
    FileName,
    /// The row as a whole.
    Row,
}

/// The cells of some rows.
#[derive(Default)]
pub struct Rows {
    cells: HashMap<(TableId, u32), Vec<String>>,
}

impl Rows {
    /// Keeps a row.
    pub fn keep(&mut self, table: TableId, row: SourceRow<'_>) {
        self.cells.insert((table, row.number()), row.cells().map(str::to_owned).collect());
    }

    fn cell(&self, place: Place) -> Option<Option<&str>> {
        let row = self.cells.get(&(place.table, place.row))?;
        Some(place.column.position().and_then(|position| row.get(position)).map(String::as_str))
    }
}

impl Closely<'_> {
    /// A cell, quoted. One of another row is looked up.
    pub fn quote(&self, place: Place) -> Result<Quoted, CaseError> {
        let text = match self.rows.cell(place) {
            Some(text) => text.map(str::to_owned),
            None => self.case.store.quote(place)?,
        };
        Ok(self.quoted(place, text))
    }

    /// A cell of the rows laid out, quoted.
    pub fn own_quote(&self, place: Place) -> Quoted {
        self.quoted(place, self.rows.cell(place).flatten().map(str::to_owned))
    }

    fn quoted(&self, place: Place, text: Option<String>) -> Quoted {
        let table = self.policy.table(place.table);
        let said_by = match place.column {
            Column::FILE_NAME => SaidBy::FileName,
            Column::WHOLE_ROW => SaidBy::Row,
            _ => SaidBy::Cell,
        };
        let cut = text.as_ref().is_some_and(|text| text.len() > LONGEST);
        let text = text.map(|mut text| {
            text.truncate(text.floor_char_boundary(LONGEST));
            text
        });
        let meaning = place.column.position().and_then(|position| table.recognition.columns.get(position));
        let field = meaning.and_then(|column| column.field);
        let tells_who =
            |category: Category| !matches!(category, Category::Consent | Category::Technical | Category::Behaviour);
        let address = matches!(field, Some(Field::ConsentIp | Field::ConfirmedIp));
        Quoted {
            field,
            personal: address || meaning.is_some_and(|column| tells_who(column.category)),
            text,
            cut,
            said_by,
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            row: place.row,
            // A mark that cannot be looked up is no reason to hide the cell.
            amended: self.case.store.is_amended(place.table, place.row).unwrap_or_default(),
            column: table.header(place.column).map(std::borrow::Cow::into_owned),
        }
    }
}

impl std::fmt::Debug for Quoted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Quoted(row {}, {:?})", self.row, self.column)
    }
}
