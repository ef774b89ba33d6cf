//! A text table: its layout from the beginning of the text, its rows as a stream.

use std::borrow::Cow;
use std::io::{self, Read};
use std::ops::ControlFlow;

use memchr::{memchr, memchr2};

use super::dialect::Dialect;
use super::join::Joiner;
use super::record::Record;
use super::records::{Records, all};
use super::sniff;
use super::stack::{self, Section};
use crate::import::encoding::{TextEncoding, TextReader, UNDECODABLE};
use crate::import::layout::Layout;
use crate::import::limits::{Limits, bytes, grouped};
use crate::import::repair::Repair;
use crate::import::sieve::Sieve;
use crate::import::survey::Survey;

/// How a text table is to be read.
#[derive(Debug, Clone)]
pub(crate) struct TextLayout {
    pub encoding: TextEncoding,
    pub dialect: Dialect,
    /// What stands above the table as its title, where several tables are stacked; empty otherwise.
    pub title: String,
    /// Where in the decoded text the table begins: behind a first line `sep=;`, which spreadsheet programs read and do
    /// not show, and behind the tables above it.
    start: usize,
    /// Where the next table begins.
    end: Option<usize>,
    /// Rows of the tables above.
    before: u32,
    joiner: Option<Joiner>,
    pub table: Layout,
}

/// Rows the layout is decided from.
const LAYOUT_ROWS: usize = 300;
/// What is kept of a row that is too long to be read.
const RAW_BYTES: usize = 1 << 20;
/// How far a quoted cell may reach after many quotes in a row were never closed.
const SHORTEST_REACH: usize = 64 << 10;

impl TextLayout {
    /// Decides everything from what a survey saw: one layout for each table, mostly one. `whole` says that its head is
    /// the whole text.
    pub fn of(survey: &Survey, whole: bool) -> io::Result<Vec<Self>> {
        let encoding = TextEncoding::of(survey);
        let mut text = Vec::new();
        let mut reader = encoding.reader(survey.head());
        while reader.fill(&mut text, 0)? {}
        let (hint_line, hint) = separator_hint(&text).unwrap_or((0, &[]));
        let hint = hint.to_vec();
        let body = &text[hint_line..];
        let (dialect, width) = sniff::dialect(body, whole, Some(&hint[..]).filter(|hint| !hint.is_empty()));
        let sections = stack::sections(&dialect, encoding, body, whole);
        if sections.is_empty() {
            let only = Section { title: String::new(), start: 0, end: None, before: 0 };
            let only = Self::of_section(only, &dialect, encoding, hint_line, (body, whole), width);
            // Tables of several widths hide the sign that divides them all; then nothing names the columns.
            let hidden = if only.table.header_row == 0 { stack::hidden(&dialect, encoding, body, whole) } else { None };
            let Some((dialect, sections)) = hidden else { return Ok(vec![only]) };
            return Ok(Self::of_sections(sections, &dialect, encoding, hint_line, (body, whole)));
        }
        Ok(Self::of_sections(sections, &dialect, encoding, hint_line, (body, whole)))
    }

    fn of_sections(
        sections: Vec<Section>,
        dialect: &Dialect,
        encoding: TextEncoding,
        hint_line: usize,
        (text, whole): (&[u8], bool),
    ) -> Vec<Self> {
        let of_section = |section: Section| {
            let part = &text[section.start..section.end.unwrap_or(text.len())];
            let whole = whole || section.end.is_some();
            let width = sniff::usual_width(dialect, None, part, whole);
            Self::of_section(section, dialect, encoding, hint_line, (part, whole), width)
        };
        sections.into_iter().map(of_section).collect()
    }

    fn of_section(
        section: Section,
        dialect: &Dialect,
        encoding: TextEncoding,
        hint_line: usize,
        (text, whole): (&[u8], bool),
        width: usize,
    ) -> Self {
        let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
        all(dialect, Some(width), text, whole, |number, source, record| {
            if rows.len() < LAYOUT_ROWS {
                let mut cells: Vec<String> =
                    record.cells(source).map(|cell| encoding.text(cell).into_owned()).collect();
                // A file that was glued in brings its mark along.
                if let Some(first) = cells.first_mut().filter(|first| first.starts_with('\u{FEFF}')) {
                    first.remove(0);
                }
                rows.push((section.before + number, cells));
            }
        });
        let mut table = Layout::of(&rows, Some(width));
        if rows.is_empty() && !whole {
            // One line longer than all that was looked at: one column, until the reader meets the limits.
            table = Layout { header_row: 0, group_row: 0, first_row: 1, header: vec![String::new()] };
        }
        let joiner = Joiner::of(&rows, &table, &String::from_utf8_lossy(&dialect.delimiter));
        Self {
            encoding,
            dialect: dialect.clone(),
            title: section.title,
            start: hint_line + section.start,
            end: section.end.map(|end| hint_line + end),
            before: section.before,
            joiner,
            table,
        }
    }
}

/// A first line `sep=;`: how many bytes it takes, and what it names.
fn separator_hint(text: &[u8]) -> Option<(usize, &[u8])> {
    let end = memchr2(b'\n', b'\r', text).unwrap_or(text.len());
    let line = text[..end].trim_ascii_start();
    let line = line.strip_prefix(b"\"").map_or(line, |inner| inner.strip_suffix(b"\"").unwrap_or(inner));
    if line.len() < 5 || line.len() > 8 || !line[..4].eq_ignore_ascii_case(b"sep=") {
        return None;
    }
    let breaks = match text.get(end..end + 2) {
        Some(b"\r\n") => 2,
        _ => usize::from(end < text.len()),
    };
    Some((end + breaks, &line[4..]))
}

/// Streams the rows of a text into a sieve. `Break` if the sieve asked to stop.
pub(crate) fn read<R: Read>(
    source: R,
    layout: &TextLayout,
    limits: &Limits,
    sieve: &mut Sieve<'_>,
) -> io::Result<ControlFlow<()>> {
    let mut stream = Stream {
        reader: layout.encoding.reader(source),
        records: Records::new(layout.dialect.clone(), Some(layout.table.width())),
        layout,
        limits,
        buffer: Vec::new(),
        start: 0,
        ended: false,
        number: layout.before,
        passed: 0,
        reach: limits.record_bytes,
    };
    while stream.buffer.len() < layout.start && stream.fill()? {}
    stream.start = layout.start.min(stream.buffer.len());
    stream.run(sieve)
}

struct Stream<'a, R> {
    reader: TextReader<R>,
    records: Records,
    layout: &'a TextLayout,
    limits: &'a Limits,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
    number: u32,
    /// Bytes of the decoded text that are no longer in the buffer.
    passed: usize,
    reach: usize,
}

impl<R: Read> Stream<'_, R> {
    fn run(&mut self, sieve: &mut Sieve<'_>) -> io::Result<ControlFlow<()>> {
        let mut record = Record::default();
        loop {
            let pending = &self.buffer[self.start..];
            let window = &pending[..pending.len().min(self.reach)];
            let last = self.ended && window.len() == pending.len();
            let used = match self.records.next(window, last, &mut record) {
                Some(used) => used,
                None if pending.is_empty() && self.ended => return Ok(ControlFlow::Continue(())),
                None if pending.len() < self.reach => {
                    self.fill()?;
                    sieve.progress(self.reader.done());
                    continue;
                }
                // A quoted cell that reaches this far was never meant to be one.
                None => match self.records.next_line(window, false, &mut record) {
                    Some(used) => used,
                    None => {
                        if self.too_long(sieve)?.is_break() {
                            return Ok(ControlFlow::Break(()));
                        }
                        continue;
                    }
                },
            };
            if record.unclosed {
                self.reach = (self.reach / 2).max(SHORTEST_REACH.min(self.limits.record_bytes));
            }
            self.number = self.number.saturating_add(1);
            let source = &self.buffer[self.start..self.start + used];
            self.start += used;
            if !record.is_blank_line() && source != b"\x1A" && self.row(source, &record, sieve).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            if sieve.read() > u64::from(self.limits.rows) || self.number == u32::MAX {
                return Ok(ControlFlow::Continue(()));
            }
        }
    }

    fn row(&self, source: &[u8], record: &Record, sieve: &mut Sieve<'_>) -> ControlFlow<()> {
        let encoding = self.layout.encoding;
        if let Some(reason) = self.fault(source, record) {
            return sieve.reject(self.number, reason, raw(encoding, source));
        }
        let mut repairs = record.repairs;
        if record.odd {
            repairs.add(Repair::StrayQuote);
        }
        let too_long = record.len() > self.layout.table.width() && self.layout.joiner.is_some();
        if !too_long && let Some(cells) = encoding.as_is(source).and_then(|text| record.texts(text)) {
            if encoding.is_single_byte() && !source.is_ascii() {
                repairs.add(Repair::OtherEncoding);
            }
            return sieve.row(self.number, cells, repairs, || raw(encoding, source));
        }
        let cells: Vec<Cow<'_, str>> = record.cells(source).map(|cell| encoding.text(cell)).collect();
        if cells.iter().any(|cell| cell.contains(UNDECODABLE)) {
            return sieve.reject(self.number, no_text(encoding), raw(encoding, source));
        }
        if record.cells(source).any(|cell| encoding.is_of_another(cell)) {
            repairs.add(Repair::OtherEncoding);
        }
        let cells: Vec<&str> = cells.iter().map(|cell| &**cell).collect();
        if too_long && let Some(joined) = self.joined(&cells, record) {
            let repairs = repairs.with(Repair::JoinedCells);
            return sieve.row(self.number, joined.iter().map(String::as_str), repairs, || raw(encoding, source));
        }
        sieve.row(self.number, cells.iter().copied(), repairs, || raw(encoding, source))
    }

    /// The cells of a row that is too long because a value holds the sign that divides cells.
    fn joined(&self, cells: &[&str], record: &Record) -> Option<Vec<String>> {
        let surplus = &cells[self.layout.table.width()..];
        if self.number < self.layout.table.first_row || surplus.iter().all(|cell| cell.trim().is_empty()) {
            return None;
        }
        self.layout.joiner.as_ref()?.join(cells, |at| record.quoted(at))
    }

    /// Why the bytes of a record cannot be a row.
    #[inline]
    fn fault(&self, source: &[u8], record: &Record) -> Option<String> {
        if memchr(0, source).is_some() {
            return Some("the row holds a NUL character, which no text does; the file may be damaged".into());
        }
        if self.layout.encoding.lost_some(source) {
            return Some(no_text(self.layout.encoding));
        }
        if record.unclosed && record.len() != self.layout.table.width() {
            return Some(format!("a quote opens in row {} and never closes", self.number));
        }
        if source.len() > self.limits.field_bytes {
            let longest = record.cells(source).map(<[u8]>::len).enumerate().max_by_key(|(_, length)| *length);
            if let Some((column, length)) = longest.filter(|(_, length)| *length > self.limits.field_bytes) {
                let (length, limit) = (grouped(length as u64), bytes(self.limits.field_bytes as u64));
                return Some(format!("column {} holds {length} bytes, and at most {limit} are read", column + 1));
            }
        }
        None
    }

    /// Passes over a line that is longer than any row may be.
    fn too_long(&mut self, sieve: &mut Sieve<'_>) -> io::Result<ControlFlow<()>> {
        self.number = self.number.saturating_add(1);
        if self.reach < self.limits.record_bytes {
            // Only quotes were kept on a short leash; lines were not.
            self.reach = self.limits.record_bytes;
            self.number -= 1;
            return Ok(ControlFlow::Continue(()));
        }
        let kept = &self.buffer[self.start..][..RAW_BYTES.min(self.buffer.len() - self.start)];
        let raw = raw(self.layout.encoding, kept);
        loop {
            let pending = &self.buffer[self.start..];
            let ends = |byte: u8| byte == b'\n' || (byte == b'\r' && self.layout.dialect.bare_cr);
            if let Some(at) = pending.iter().position(|byte| ends(*byte)) {
                let pair = pending[at] == b'\r' && pending.get(at + 1) == Some(&b'\n');
                self.start += at + 1 + usize::from(pair);
                break;
            }
            self.start = self.buffer.len();
            if !self.fill()? {
                break;
            }
        }
        let reason = format!(
            "the row is longer than {}, which is the most that is read",
            bytes(self.limits.record_bytes as u64)
        );
        Ok(sieve.reject(self.number, reason, raw))
    }

    /// Reads on; at least as much again as is waiting, so that a long record is not looked at too often.
    fn fill(&mut self) -> io::Result<bool> {
        self.buffer.drain(..self.start);
        self.passed += self.start;
        self.start = 0;
        let waiting = self.buffer.len();
        let more = !self.ended && self.reader.fill(&mut self.buffer, waiting)?;
        self.ended = !more;
        if let Some(end) = self.layout.end
            && self.passed + self.buffer.len() >= end
        {
            self.buffer.truncate(end - self.passed);
            self.ended = true;
        }
        Ok(more)
    }
}

/// A record as it stood there, without its line break.
fn raw(encoding: TextEncoding, source: &[u8]) -> String {
    encoding.text(source).trim_end_matches(['\n', '\r']).to_owned()
}

fn no_text(encoding: TextEncoding) -> String {
    format!("the row holds bytes that are no text in {}", encoding.name())
}
