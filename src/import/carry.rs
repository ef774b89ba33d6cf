//! Rows that go on with the row above: an export with several rows a person writes what is the person's own only in
//! the first of them (Odoo). What a row leaves empty is filled in from there, and noted.

use super::file::Batch;
use super::repair::{Repair, Repaired};
use super::{RowBatch, SourceRow};

/// Fills rows of one table, batch after batch.
pub(crate) struct Carry<'a> {
    /// The columns that are carried down, from 1, in order.
    positions: &'a [u32],
    /// What they hold in the row that others go on with.
    above: Vec<String>,
    /// Whether that row is known: none is before the first, or once a row between was rejected, for the rows below
    /// may go on with that one.
    known: bool,
}

impl<'a> Carry<'a> {
    pub fn new(positions: &'a [u32]) -> Self {
        Self { positions, above: vec![String::new(); positions.len()], known: false }
    }

    /// Fills the rows of a batch. Gives the number of rows that were whole before.
    pub fn fill(&mut self, batch: &mut Batch) -> u64 {
        let mut rejected: Vec<u32> = batch.rejected.iter().map(|row| row.row).collect();
        rejected.sort_unstable();
        let mut rejected = rejected.into_iter().peekable();
        let mut filled = Vec::new();
        let mut rows = RowBatch::new();
        for row in batch.rows.rows() {
            while rejected.next_if(|rejected| *rejected < row.number()).is_some() {
                self.known = false;
            }
            if self.goes_on(row) && self.known {
                filled.push(row.number());
                rows.push(row.number(), self.filled(row).iter().copied());
            } else {
                self.remember(row);
                rows.push(row.number(), row.cells());
            }
        }
        self.known &= rejected.next().is_none();
        if filled.is_empty() {
            return 0;
        }
        batch.rows = rows;
        let whole = filled.iter().filter(|row| batch.repaired.binary_search_by_key(*row, |done| done.row).is_err());
        let whole = whole.count() as u64;
        batch.repaired.extend(filled.into_iter().map(|row| Repaired { row, repair: Repair::FilledFromAbove }));
        batch.repaired.sort_unstable();
        whole
    }

    /// Whether the row holds nothing of its own in any of the columns.
    fn goes_on(&self, row: SourceRow<'_>) -> bool {
        self.positions.iter().all(|position| row.cell(*position as usize - 1).unwrap_or_default().trim().is_empty())
    }

    fn remember(&mut self, row: SourceRow<'_>) {
        self.known = !self.goes_on(row);
        for (above, position) in self.above.iter_mut().zip(self.positions) {
            row.cell(*position as usize - 1).unwrap_or_default().clone_into(above);
        }
    }

    fn filled<'r>(&'r self, row: SourceRow<'r>) -> Vec<&'r str> {
        let width = self.positions.last().map_or(0, |last| *last as usize).max(row.len());
        let mut cells: Vec<&str> = row.cells().collect();
        cells.resize(width, "");
        for (position, above) in self.positions.iter().zip(&self.above) {
            cells[*position as usize - 1] = above;
        }
        cells
    }
}
