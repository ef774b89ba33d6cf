//! Every row that was read is accepted or rejected here, and nowhere else: rows = accepted + rejected.

use std::ops::ControlFlow;

use super::file::{Batch, Count};
use super::layout::Layout;
use super::limits::{Limits, grouped};
use super::{RejectedRow, RowBatch};

/// What to do with content behind the last column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Surplus {
    /// In text, a cell too many means that cells may stand under the wrong column: the row is rejected.
    Rejects,
    /// In a workbook every cell knows its column: the row is kept with the cells it has.
    Keeps,
}

/// Takes rows in order, hands on batches.
pub(crate) struct Sieve<'a> {
    layout: &'a Layout,
    limits: &'a Limits,
    surplus: Surplus,
    sink: &'a mut dyn FnMut(Batch) -> ControlFlow<()>,
    rows: RowBatch,
    rejected: Vec<RejectedRow>,
    rejected_bytes: usize,
    /// Rows that are a footer if nothing but such rows follows.
    held: Vec<(u32, Vec<String>)>,
    read: u64,
    accepted: u64,
    refused: u64,
    done: u64,
}

const BATCH_ROWS: usize = 4096;
const BATCH_BYTES: usize = 1 << 20;
/// A footer has few lines; more of them are data.
const FOOTER_LINES: usize = 8;

impl<'a> Sieve<'a> {
    pub fn new(
        layout: &'a Layout,
        limits: &'a Limits,
        surplus: Surplus,
        sink: &'a mut dyn FnMut(Batch) -> ControlFlow<()>,
    ) -> Self {
        Self {
            layout,
            limits,
            surplus,
            sink,
            rows: RowBatch::new(),
            rejected: Vec::new(),
            rejected_bytes: 0,
            held: Vec::new(),
            read: 0,
            accepted: 0,
            refused: 0,
            done: 0,
        }
    }

    /// How far the source was read, for the batches to come.
    pub fn progress(&mut self, bytes_done: u64) {
        self.done = bytes_done;
    }

    /// Rows read so far.
    pub fn read(&self) -> u64 {
        self.read
    }

    /// Takes a row that could be read. `raw` gives it as it stood there, should it be rejected.
    #[inline]
    pub fn row<'c>(
        &mut self,
        number: u32,
        cells: impl ExactSizeIterator<Item = &'c str> + Clone,
        raw: impl FnOnce() -> String,
    ) -> ControlFlow<()> {
        if number == self.layout.header_row {
            return ControlFlow::Continue(());
        }
        if let Some(reason) = self.objection(number, cells.clone()) {
            return self.reject(number, reason, raw());
        }
        let width = self.layout.width();
        if looks_like_footer(cells.clone(), width) && self.held.len() < FOOTER_LINES {
            self.read += 1;
            self.held.push((number, cells.map(str::to_owned).collect()));
            return ControlFlow::Continue(());
        }
        self.release();
        self.read += 1;
        self.accepted += 1;
        let taken = if self.surplus == Surplus::Rejects { cells.len().min(width) } else { cells.len() };
        self.rows.push(number, cells.take(taken));
        self.flush_if_full()
    }

    /// Takes a row that is no row of the table.
    pub fn reject(&mut self, number: u32, reason: String, raw: String) -> ControlFlow<()> {
        self.read += 1;
        self.refused += 1;
        self.rejected_bytes += raw.len();
        self.rejected.push(RejectedRow { row: number, reason, raw });
        self.flush_if_full()
    }

    /// Hands on what is left. What was held back is a footer now.
    pub fn finish(mut self) -> Count {
        for (row, cells) in std::mem::take(&mut self.held) {
            self.refused += 1;
            let reason = "looks like a footer, not a row of the table".to_owned();
            self.rejected.push(RejectedRow { row, reason, raw: cells.join("\t") });
        }
        let _ = self.flush();
        self.count()
    }

    /// What was handed on before the sink asked to stop.
    pub fn stop(mut self) -> Count {
        self.read -= self.held.len() as u64;
        self.held.clear();
        self.count()
    }

    fn count(&self) -> Count {
        let count = Count { rows: self.read, accepted: self.accepted, rejected: self.refused };
        assert_eq!(count.rows, count.accepted + count.rejected, "every row is accepted or rejected");
        count
    }

    #[inline]
    fn objection<'c>(&self, number: u32, mut cells: impl ExactSizeIterator<Item = &'c str> + Clone) -> Option<String> {
        let (width, length) = (self.layout.width(), cells.len());
        if number < self.layout.first_row {
            return Some("stands above the table, not a row of it".into());
        }
        if cells.clone().all(|cell| cell.trim_ascii().is_empty()) {
            return Some("the row is empty".into());
        }
        if length > self.limits.columns {
            return Some(format!(
                "the row has {} cells, and at most {} are read",
                grouped(length as u64),
                grouped(self.limits.columns as u64)
            ));
        }
        if length > width
            && self.surplus == Surplus::Rejects
            && cells.clone().skip(width).any(|cell| !cell.trim().is_empty())
        {
            return Some(format!(
                "the row has {} cells, the table has {} columns",
                grouped(length as u64),
                grouped(width as u64)
            ));
        }
        let header = &self.layout.header;
        if self.layout.header_row > 0
            && length == width
            && cells.next() == header.first().map(String::as_str)
            && width > 1
            && cells.eq(header.iter().skip(1).map(String::as_str))
        {
            return Some("repeats the header, not a row of data".into());
        }
        None
    }

    /// A row of the table follows, so what was held back was one too.
    fn release(&mut self) {
        for (number, cells) in self.held.drain(..) {
            self.accepted += 1;
            self.rows.push(number, cells.iter().map(String::as_str));
        }
    }

    #[inline]
    fn flush_if_full(&mut self) -> ControlFlow<()> {
        if self.rows.len() < BATCH_ROWS
            && self.rows.text_len() < BATCH_BYTES
            && self.rejected.len() < BATCH_ROWS
            && self.rejected_bytes < BATCH_BYTES
        {
            return ControlFlow::Continue(());
        }
        self.flush()
    }

    fn flush(&mut self) -> ControlFlow<()> {
        if self.rows.is_empty() && self.rejected.is_empty() {
            return ControlFlow::Continue(());
        }
        self.rejected_bytes = 0;
        (self.sink)(Batch {
            rows: std::mem::take(&mut self.rows),
            rejected: std::mem::take(&mut self.rejected),
            bytes_done: self.done,
        })
    }
}

/// Whether a row could be a line below the table: a sentence alone in a wide table, or a known word at its beginning
/// and little behind it. Never one with an address or a telephone number.
#[inline]
fn looks_like_footer<'c>(mut cells: impl ExactSizeIterator<Item = &'c str> + Clone, width: usize) -> bool {
    if width < 3 {
        return false;
    }
    let short = cells.len() <= (width / 4).max(1);
    let all = cells.clone();
    let first = cells.next().unwrap_or_default();
    if !short && !begins_like_footer(first) {
        return false;
    }
    let filled = all.clone().filter(|cell| !cell.trim().is_empty()).count();
    let reachable = |cell: &str| {
        cell.contains('@')
            || cell.bytes().filter(u8::is_ascii_digit).count() >= 7
                && !cell.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    (filled <= 1 || (begins_like_footer(first) && filled * 2 <= width)) && !all.clone().any(reachable)
}

#[inline]
fn begins_like_footer(cell: &str) -> bool {
    const BEGINNINGS: [&str; 22] = [
        "copyright",
        "confidential information",
        "total",
        "totals",
        "totale",
        "totali",
        "totalt",
        "grand total",
        "subtotal",
        "gesamt",
        "summe",
        "summa",
        "somme",
        "suma",
        "generated by",
        "generated on",
        "generated at",
        "report generated",
        "exported by",
        "exported on",
        "end of report",
        "end of file",
    ];
    let cell = cell.trim_start();
    if cell.starts_with('©') {
        return true;
    }
    if !matches!(
        cell.bytes().next().map(|byte| byte.to_ascii_lowercase()),
        Some(b'c' | b't' | b'g' | b's' | b'r' | b'e')
    ) {
        return false;
    }
    let starts =
        |beginning: &&str| cell.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning));
    BEGINNINGS
        .iter()
        .filter(|beginning| starts(beginning))
        .any(|beginning| cell[beginning.len()..].chars().next().is_none_or(|next| !next.is_alphanumeric()))
}
