//! One record of a text, and the text of a cell while escapes are taken out of it.

use crate::import::repair::RepairSet;

/// One record: cells as ranges of the bytes it was split from, or of its own scratch where quotes had to be taken out.
#[derive(Debug, Default)]
pub(crate) struct Record {
    pub(super) cells: Vec<Span>,
    pub(super) scratch: Vec<u8>,
    /// A quote stood where none should.
    pub odd: bool,
    /// A quoted cell holds a line break.
    pub broken: bool,
    /// A cell that begins with a quote, and is no quoted one, holds a line break.
    pub(super) astray: bool,
    /// A quoted cell never ended.
    pub unclosed: bool,
    /// The text of a cell was not read, because it was known that it would not end there.
    pub(super) skipped: bool,
    /// By which of its ways [`Records`](super::records::Records) split it.
    pub(super) way: usize,
    /// It has quotes or escapes at all.
    pub marked: bool,
    /// What was mended while it was split.
    pub repairs: RepairSet,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub start: u32,
    pub end: u32,
    pub scratch: bool,
    pub quoted: bool,
}

impl Record {
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// The bytes of a cell; `source` is what the record was split from.
    pub fn cell<'a>(&'a self, source: &'a [u8], index: usize) -> &'a [u8] {
        let span = self.cells[index];
        let from = if span.scratch { &self.scratch[..] } else { source };
        &from[span.start as usize..span.end as usize]
    }

    pub fn cells<'a>(&'a self, source: &'a [u8]) -> impl Iterator<Item = &'a [u8]> + Clone {
        (0..self.cells.len()).map(move |index| self.cell(source, index))
    }

    /// Every cell as text, if all of `source` and the scratch is UTF-8.
    pub fn texts<'a>(&'a self, source: &'a str) -> Option<impl ExactSizeIterator<Item = &'a str> + Clone> {
        let scratch = std::str::from_utf8(&self.scratch).ok()?;
        Some(self.cells.iter().map(move |span| {
            let from = if span.scratch { scratch } else { source };
            &from[span.start as usize..span.end as usize]
        }))
    }

    /// Whether a cell stood in quotes.
    pub fn quoted(&self, index: usize) -> bool {
        self.cells[index].quoted
    }

    /// Whether it is a line without anything on it.
    pub fn is_blank_line(&self) -> bool {
        matches!(self.cells[..], [only] if only.start == only.end && !only.quoted)
    }

    pub(super) fn clear(&mut self) {
        self.cells.clear();
        self.scratch.clear();
        self.odd = false;
        self.broken = false;
        self.astray = false;
        self.unclosed = false;
        self.skipped = false;
        self.marked = false;
        self.repairs = RepairSet::NONE;
    }

    pub(super) fn plain(&mut self, start: usize, end: usize) {
        self.cells.push(Span { start: start as u32, end: end as u32, scratch: false, quoted: false });
    }
}

/// The text of one cell while escapes are taken out of it. Touches the scratch only once there is one.
pub(super) struct Unescaped {
    piece: usize,
    pub scratch_start: usize,
    used: bool,
}

impl Unescaped {
    pub fn new(start: usize, scratch_start: usize) -> Self {
        Self { piece: start, scratch_start, used: false }
    }

    /// Keeps what stands before `at`, and leaves out `count` bytes from there.
    pub fn skip(&mut self, bytes: &[u8], at: usize, count: usize, record: &mut Record) {
        record.scratch.extend_from_slice(&bytes[self.piece..at]);
        self.used = true;
        // The byte behind the escape opens the next piece, so that it is kept whatever it is.
        self.piece = at + count;
    }

    pub fn finish(self, bytes: &[u8], end: usize, record: &mut Record) {
        let span = if self.used {
            record.scratch.extend_from_slice(&bytes[self.piece..end]);
            Span { start: self.scratch_start as u32, end: record.scratch.len() as u32, scratch: true, quoted: true }
        } else {
            Span { start: self.piece as u32, end: end as u32, scratch: false, quoted: true }
        };
        record.cells.push(span);
    }
}
