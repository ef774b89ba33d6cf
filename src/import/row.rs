//! Rows as they were read: decoded text, nothing else changed.

use serde::{Deserialize, Serialize};

/// A batch of rows of one table, the unit that travels between the reader, the normaliser and the casefile.
/// All cells lie in one text; a row costs no allocation of its own. A few thousand rows a batch.
///
/// `Debug` shows counts only: the text is personal data.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowBatch {
    text: String,
    /// Where each cell ends in `text`.
    cell_ends: Vec<u32>,
    /// Spreadsheet number of each row, and where its cells end in `cell_ends`.
    rows: Vec<(u32, u32)>,
}

/// One row of a [`RowBatch`].
#[derive(Clone, Copy)]
pub struct SourceRow<'a> {
    batch: &'a RowBatch,
    index: usize,
}

/// A row that could not be read, or says nothing of a person. It is shown to the user and never lost.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedRow {
    /// The row as a person sees it in a spreadsheet: the first line of the file is 1.
    pub row: u32,
    /// Why; without any content of the row.
    pub reason: String,
    /// What stood there, as far as it could be decoded. Personal data: kept in the casefile only.
    pub raw: String,
}

impl RowBatch {
    /// An empty batch.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a row with the given spreadsheet number.
    pub fn push<'c>(&mut self, number: u32, cells: impl IntoIterator<Item = &'c str>) {
        for cell in cells {
            self.text.push_str(cell);
            self.cell_ends.push(offset(self.text.len()));
        }
        self.rows.push((number, offset(self.cell_ends.len())));
    }

    /// How many rows it holds.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it holds no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many bytes of text it holds.
    pub fn text_len(&self) -> usize {
        self.text.len()
    }

    /// The text of all cells, one behind the other.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Every row in order.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = SourceRow<'_>> {
        (0..self.rows.len()).map(|index| SourceRow { batch: self, index })
    }

    /// The row with that spreadsheet number, if it is in this batch.
    pub fn row(&self, number: u32) -> Option<SourceRow<'_>> {
        let index = self.rows.binary_search_by_key(&number, |row| row.0).ok()?;
        Some(SourceRow { batch: self, index })
    }
}

impl<'a> SourceRow<'a> {
    /// The row as a person sees it in a spreadsheet: the first line of the file is 1.
    pub fn number(self) -> u32 {
        self.batch.rows[self.index].0
    }

    fn bounds(self) -> (usize, usize) {
        let start = if self.index == 0 { 0 } else { self.batch.rows[self.index - 1].1 };
        (start as usize, self.batch.rows[self.index].1 as usize)
    }

    /// How many cells the row has.
    pub fn len(self) -> usize {
        let (start, end) = self.bounds();
        end - start
    }

    /// Whether the row has no cell at all.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The cell at a position from 0; `None` past the end of a short row.
    pub fn cell(self, position: usize) -> Option<&'a str> {
        let (start, end) = self.bounds();
        let cell = start + position;
        if cell >= end {
            return None;
        }
        let from = if cell == 0 { 0 } else { self.batch.cell_ends[cell - 1] as usize };
        Some(&self.batch.text[from..self.batch.cell_ends[cell] as usize])
    }

    /// Every cell in order.
    pub fn cells(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(move |position| self.cell(position).unwrap_or_default())
    }
}

/// A batch is sent on long before 4 GiB.
fn offset(length: usize) -> u32 {
    u32::try_from(length).expect("a batch holds a few thousand rows of at most 16 MiB, and is cut by size")
}

impl std::fmt::Debug for RowBatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RowBatch({} rows, {} bytes)", self.rows.len(), self.text.len())
    }
}

impl std::fmt::Debug for SourceRow<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SourceRow({}, {} cells)", self.number(), self.len())
    }
}

impl std::fmt::Debug for RejectedRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RejectedRow({}, {})", self.row, self.reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_gives_back_every_cell_under_its_row_number() {
        let mut batch = RowBatch::new();
        batch.push(2, ["a", "", "c"]);
        batch.push(5, []);
        batch.push(6, ["é"]);
        let rows: Vec<(u32, Vec<&str>)> = batch.rows().map(|row| (row.number(), row.cells().collect())).collect();
        assert_eq!(rows, [(2, vec!["a", "", "c"]), (5, vec![]), (6, vec!["é"])]);
        assert_eq!(batch.row(6).and_then(|row| row.cell(0)), Some("é"));
        assert_eq!(batch.row(6).and_then(|row| row.cell(1)), None);
        assert!(batch.row(3).is_none());
    }
}
