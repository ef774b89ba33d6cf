//! The rows of a text table as a stream.

use std::borrow::Cow;
use std::io::{self, Read};
use std::ops::ControlFlow;

use memchr::memchr;

use super::dialect::Dialect;
use super::halves::{Halves, Verdict};
use super::record::Record;
use super::records::Records;
use super::split::{Quoting, split};
use super::table::TextLayout;
use crate::import::encoding::{TextEncoding, TextReader, UNDECODABLE, encoded_once, may_be_encoded_twice};
use crate::import::limits::{Limits, bytes, grouped};
use crate::import::repair::Repair;
use crate::import::sieve::Sieve;

/// What is kept of a row that is too long to be read.
const RAW_BYTES: usize = 1 << 20;
/// How far a quoted cell may reach after many quotes in a row were never closed.
const SHORTEST_REACH: usize = 64 << 10;

/// Streams the rows of a text into a sieve. `Break` if the sieve asked to stop.
pub(crate) fn read<R: Read>(
    source: R,
    layout: &TextLayout,
    limits: &Limits,
    sieve: &mut Sieve<'_>,
) -> io::Result<ControlFlow<()>> {
    let mut stream = Stream {
        reader: layout.encoding.reader(source),
        records: if layout.wrapped {
            Records::new(Dialect::default(), Some(1))
        } else {
            Records::new(layout.dialect.clone(), Some(layout.table.columns()))
        },
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

/// What became of a short row and the one below it.
enum Next {
    /// They are two rows.
    Apart,
    /// More of the text has to be read first.
    ReadOn,
    /// Both were taken.
    Taken(ControlFlow<()>),
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
        let (mut record, mut other) = (Record::default(), Record::default());
        loop {
            let pending = &self.buffer[self.start..];
            let window = &pending[..pending.len().min(self.reach)];
            let last = self.ended && window.len() == pending.len();
            let used = match self.records.next(self.passed + self.start, window, last, &mut record) {
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
            if self.layout.halves.as_ref().is_some_and(|halves| halves.may_be_half(self.number + 1, record.len())) {
                match self.with_next(&record, used, &mut other, sieve)? {
                    Next::Taken(flow) if flow.is_break() => return Ok(flow),
                    Next::Taken(_) => continue,
                    Next::ReadOn => continue,
                    Next::Apart => {}
                }
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

    /// Looks at a short row and the next, which may be halves of one.
    fn with_next(
        &mut self,
        record: &Record,
        used: usize,
        other: &mut Record,
        sieve: &mut Sieve<'_>,
    ) -> io::Result<Next> {
        let Some(halves) = &self.layout.halves else { return Ok(Next::Apart) };
        let window = &self.buffer[self.start..];
        let (source, rest) = window.split_at(used);
        let Some(more) = self.records.next(self.passed + self.start + used, rest, self.ended, other) else {
            if self.ended || window.len() >= self.reach {
                return Ok(Next::Apart);
            }
            self.fill()?;
            return Ok(Next::ReadOn);
        };
        let below = &rest[..more];
        if record.unclosed
            || other.unclosed
            || self.fault(source, record).is_some()
            || self.fault(below, other).is_some()
        {
            return Ok(Next::Apart);
        }
        let encoding = self.layout.encoding;
        let text = |record: &Record, source: &[u8]| -> Vec<String> {
            record.cells(source).map(|cell| readable(encoding, cell).into_owned()).collect()
        };
        let (first, second) = (text(record, source), text(other, below));
        let first: Vec<&str> = first.iter().map(String::as_str).collect();
        let second: Vec<&str> = second.iter().map(String::as_str).collect();
        let number = self.number.saturating_add(1);
        let flow = match halves.verdict(&first, &second) {
            Verdict::Apart => return Ok(Next::Apart),
            Verdict::OneRow => {
                let cells = Halves::joined(&first, &second);
                let repairs = record.repairs.with(Repair::JoinedLines);
                let both = &window[..used + more];
                sieve.row(number, cells.iter().map(String::as_str), repairs, || raw(encoding, both))
            }
            Verdict::Unsure => {
                let reason = || "may be half of a row that a line break cut in two".to_owned();
                if sieve.reject(number, reason(), raw(encoding, source)).is_break() {
                    return Ok(Next::Taken(ControlFlow::Break(())));
                }
                sieve.reject(number.saturating_add(1), reason(), raw(encoding, below))
            }
        };
        self.number = number.saturating_add(1);
        self.start += used + more;
        Ok(Next::Taken(flow))
    }

    fn row(&self, source: &[u8], record: &Record, sieve: &mut Sieve<'_>) -> ControlFlow<()> {
        if self.layout.wrapped {
            let (inside, mut cells) = (record.cell(source, 0), Record::default());
            let _ = split(&self.layout.dialect, Quoting::Lenient, inside, true, &mut cells);
            return self.row_of_cells(inside, &cells, sieve);
        }
        self.row_of_cells(source, record, sieve)
    }

    fn row_of_cells(&self, source: &[u8], record: &Record, sieve: &mut Sieve<'_>) -> ControlFlow<()> {
        let encoding = self.layout.encoding;
        if let Some(reason) = self.fault(source, record) {
            return sieve.reject(self.number, reason, raw(encoding, source));
        }
        let mut repairs = record.repairs;
        if record.odd {
            repairs.add(Repair::StrayQuote);
        }
        let too_long = record.len() > self.layout.table.width() && self.layout.joiner.is_some();
        let twice = may_be_encoded_twice(source);
        if !too_long
            && !twice
            && let Some(cells) = encoding.as_is(source).and_then(|text| record.texts(text))
        {
            if encoding.is_single_byte() && !source.is_ascii() {
                repairs.add(Repair::OtherEncoding);
            }
            return sieve.row(self.number, cells, repairs, || raw(encoding, source));
        }
        let mut cells: Vec<Cow<'_, str>> = record.cells(source).map(|cell| encoding.text(cell)).collect();
        for cell in cells.iter_mut().filter(|_| twice) {
            if let Some(once) = encoded_once(cell) {
                *cell = once.into();
                repairs.add(Repair::EncodedTwice);
            }
        }
        if cells.iter().any(|cell| cell.contains(UNDECODABLE)) {
            return sieve.reject(self.number, no_text(encoding), raw(encoding, source));
        }
        if record.cells(source).any(|cell| encoding.is_of_another(cell)) {
            repairs.add(Repair::OtherEncoding);
        }
        let cells: Vec<&str> = cells.iter().map(|cell| &**cell).collect();
        if too_long && let Some((joined, repair)) = self.joined(&cells, record) {
            let repairs = repairs.with(repair);
            return sieve.row(self.number, joined.iter().map(String::as_str), repairs, || raw(encoding, source));
        }
        sieve.row(self.number, cells.iter().copied(), repairs, || raw(encoding, source))
    }

    /// The cells of a row that is too long because a value holds the sign that divides cells.
    fn joined(&self, cells: &[&str], record: &Record) -> Option<(Vec<String>, Repair)> {
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
        if record.unclosed && record.len() != self.layout.table.columns() {
            return Some(format!("a quote opens in row {} and never closes", self.number));
        }
        if record.odd && record.broken && self.holds_a_row(source, record) {
            return Some("a quote that stands where none should may have taken in the row below".into());
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

    /// Whether a cell goes on, behind a line break, as a row with an address does.
    fn holds_a_row(&self, source: &[u8], record: &Record) -> bool {
        let delimiter = &self.layout.dialect.delimiter;
        !delimiter.is_empty()
            && record.cells(source).any(|cell| {
                let below = memchr(b'\n', cell).map_or(&[][..], |at| &cell[at..]);
                memchr(b'@', below).is_some() && memchr::memmem::find(below, delimiter).is_some()
            })
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

/// The text of a cell; what was turned into UTF-8 twice, as it was before.
pub(super) fn readable(encoding: TextEncoding, cell: &[u8]) -> Cow<'_, str> {
    let text = encoding.text(cell);
    encoded_once(&text).map_or(text, Cow::Owned)
}

/// A record as it stood there, without its line break.
fn raw(encoding: TextEncoding, source: &[u8]) -> String {
    encoding.text(source).trim_end_matches(['\n', '\r']).to_owned()
}

fn no_text(encoding: TextEncoding) -> String {
    format!("the row holds bytes that are no text in {}", encoding.name())
}
