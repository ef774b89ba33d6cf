//! The process that reads one workbook: it takes limits upon itself, reads, tells rows, ends.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Cursor, Read, Seek, Write};

use calamine::{Data, DataRef, Ods, OdsError, Reader, SheetType, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError};
use serde::{Deserialize, Serialize};

use super::cell;
use super::frame::{self, Failure, Frame};
use super::{formatting, markup, web_page, xml2003};
use crate::import::RowBatch;
use crate::import::bundle::{Bundle, Packing};
use crate::import::error::ImportError;
use crate::import::limits::{Limits, bytes, grouped};

/// What the child is asked to do; the last argument, as JSON. The one before names the workbook, `-` for standard input.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Job {
    /// The sheet to read; `None` for the beginning of each.
    pub sheet: Option<usize>,
    pub sample_rows: usize,
    pub inflated_bytes: u64,
    pub entries: usize,
    pub ratio: u64,
    pub ratio_from: u64,
    pub columns: usize,
    pub field_bytes: usize,
    pub sheet_cells: u64,
    pub memory: u64,
    pub cpu_seconds: u64,
}

impl Job {
    /// The beginning of every sheet, or one sheet whole, within these limits.
    pub fn of(sheet: Option<usize>, limits: &Limits) -> Self {
        Self {
            sheet,
            sample_rows: limits.sample_rows + 100,
            inflated_bytes: limits.inflated_bytes,
            entries: limits.entries,
            ratio: limits.ratio,
            ratio_from: limits.ratio_from,
            columns: limits.columns,
            field_bytes: limits.field_bytes,
            sheet_cells: limits.sheet_cells,
            memory: limits.parser_memory,
            cpu_seconds: limits.parser_cpu_seconds,
        }
    }
}

/// What a child would tell of a workbook, told in this process, without the limits a child takes upon itself: for
/// tests and fuzzing. Per sheet its index and how many rows were told of it, refused ones among them.
///
/// # Errors
/// What a child would have failed with.
#[cfg(any(test, fuzzing))]
pub fn rows_here(content: &[u8], limits: &Limits, sheet: Option<usize>) -> Result<Vec<(usize, usize)>, String> {
    let mut teller = Teller::new(Vec::new(), Job::of(sheet, limits));
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| workbook(Cursor::new(content), &mut teller)))
        .map_err(|_| Failure::BrokeDown)
        .and_then(|read| read)
        .map_err(|failure| format!("{failure:?}"))?;
    let mut told = Cursor::new(teller.out);
    let mut sheets: Vec<(usize, usize)> = Vec::new();
    let mut last = 0;
    while let Some(frame) = frame::read(&mut told) {
        let numbers: Vec<u32> = match frame {
            Frame::Sheet { index, .. } => {
                sheets.push((index, 0));
                last = 0;
                continue;
            }
            Frame::Rows(batch) => batch.rows().map(|row| row.number()).collect(),
            Frame::Refused { row, .. } => vec![row],
            Frame::Marks(_) | Frame::Failed(_) | Frame::End => continue,
        };
        for number in numbers {
            assert!(number > last, "rows come in order");
            last = number;
            sheets.last_mut().expect("a row is told after its sheet").1 += 1;
        }
    }
    assert_eq!(told.position(), told.get_ref().len() as u64, "every frame can be read");
    Ok(sheets)
}

/// Reads the workbook named by the last two arguments of this process and ends it. For the faces to call first thing
/// when they see [`super::CHILD_ARGUMENT`].
pub fn main() -> ! {
    std::process::exit(i32::from(run().is_err()))
}

/// Whether this process was started to read a workbook: its last argument is a job.
#[cfg(test)]
pub(super) fn is_asked_for() -> bool {
    job().is_some()
}

fn job() -> Option<Job> {
    std::env::args_os().next_back()?.to_str().and_then(|text| serde_json::from_str(text).ok())
}

fn run() -> io::Result<()> {
    let job = job().ok_or_else(|| io::Error::other("no job"))?;
    let path = std::env::args_os().rev().nth(1).ok_or_else(|| io::Error::other("no workbook"))?;
    limit(&job)?;
    // What a panic says could quote a cell.
    std::panic::set_hook(Box::new(|_| {}));
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    frame::greet(&mut out)?;
    let mut teller = Teller::new(out, job);
    let read = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        if path == "-" {
            let mut content = Vec::new();
            io::stdin().lock().take(teller.job.inflated_bytes).read_to_end(&mut content).map_err(|_| Failure::Gone)?;
            workbook(Cursor::new(content), &mut teller)
        } else {
            workbook(BufReader::new(File::open(&path).map_err(|_| Failure::Gone)?), &mut teller)
        }
    }));
    let last = match read {
        Ok(Ok(())) => Frame::End,
        Ok(Err(failure)) => Frame::Failed(failure),
        Err(_) => Frame::Failed(Failure::BrokeDown),
    };
    frame::write(&mut teller.out, &last)?;
    teller.out.flush()
}

#[cfg(unix)]
fn limit(job: &Job) -> io::Result<()> {
    use rlimit::Resource;
    Resource::CPU.set(job.cpu_seconds, job.cpu_seconds + 2)?;
    Resource::FSIZE.set(0, 0)?;
    Resource::CORE.set(0, 0)?;
    Resource::NOFILE.set(64, 64)?;
    // Not every system counts both; where it does, the first is what a program really uses.
    let _ = Resource::DATA.set(job.memory, job.memory);
    let _ = Resource::AS.set(job.memory * 2, job.memory * 2);
    Ok(())
}

#[cfg(not(unix))]
fn limit(_: &Job) -> io::Result<()> {
    Ok(())
}

/// Cells in, frames out. Rows without content are no rows.
pub(super) struct Teller<W> {
    out: W,
    job: Job,
    rows: RowBatch,
    row: Vec<String>,
    /// Number of the row that is being gathered; 0 if none is.
    number: u32,
    /// The row has content further right, or longer, than is read: which column, and why.
    beyond: Option<String>,
    told: usize,
    cells: u64,
}

const BATCH_ROWS: usize = 4096;
const BATCH_BYTES: usize = 1 << 20;

impl<W: Write> Teller<W> {
    fn new(out: W, job: Job) -> Self {
        Self { out, job, rows: RowBatch::new(), row: Vec::new(), number: 0, beyond: None, told: 0, cells: 0 }
    }

    pub fn sheet(&mut self, index: usize, name: &str, declared_rows: u32) -> Result<(), Failure> {
        self.told = 0;
        self.cells = 0;
        self.tell(&Frame::Sheet { index, name: name.to_owned(), declared_rows })
    }

    /// Takes a cell by its position from 0. `false` if no more are wanted.
    pub fn cell(&mut self, (row, column): (u32, u32), value: &DataRef<'_>) -> Result<bool, Failure> {
        let text = cell::text(value);
        if text.trim().is_empty() {
            return Ok(true);
        }
        let number = row.saturating_add(1);
        if number != self.number {
            // Rows in disorder would be taken for others.
            if number < self.number {
                return Err(Failure::Damaged);
            }
            self.end_row()?;
            if self.job.sheet.is_none() && self.told >= self.job.sample_rows {
                return Ok(false);
            }
            self.number = number;
        }
        self.cells += 1;
        if self.cells > self.job.sheet_cells {
            return Err(Failure::Cells);
        }
        let column = column as usize;
        if column >= self.job.columns {
            let (column, limit) = (grouped(column as u64 + 1), grouped(self.job.columns as u64));
            self.beyond = Some(format!("the row has content in column {column}, and at most {limit} are read"));
        } else if text.len() > self.job.field_bytes {
            let (length, limit) = (grouped(text.len() as u64), bytes(self.job.field_bytes as u64));
            self.beyond = Some(format!("column {} holds {length} bytes, and at most {limit} are read", column + 1));
        } else {
            if self.row.len() <= column {
                self.row.resize(column + 1, String::new());
            }
            self.row[column].clear();
            self.row[column].push_str(&text);
        }
        Ok(true)
    }

    fn end_row(&mut self) -> Result<(), Failure> {
        let number = std::mem::take(&mut self.number);
        if number == 0 {
            return Ok(());
        }
        self.told += 1;
        if let Some(reason) = self.beyond.take() {
            self.flush()?;
            let raw = self.row.join("\t");
            self.tell(&Frame::Refused { row: number, reason, raw })?;
        } else {
            self.rows.push(number, self.row.iter().map(String::as_str));
        }
        self.row.clear();
        if self.rows.len() >= BATCH_ROWS || self.rows.text_len() >= BATCH_BYTES { self.flush() } else { Ok(()) }
    }

    pub fn end_sheet(&mut self) -> Result<(), Failure> {
        self.end_row()?;
        self.flush()
    }

    fn flush(&mut self) -> Result<(), Failure> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let rows = std::mem::take(&mut self.rows);
        self.tell(&Frame::Rows(rows))
    }

    fn tell(&mut self, frame: &Frame) -> Result<(), Failure> {
        frame::write(&mut self.out, frame).map_err(|_| Failure::BrokeDown)
    }

    pub fn wants(&self, index: usize) -> bool {
        self.job.sheet.is_none_or(|wanted| wanted == index)
    }
}

/// Reads a workbook of any format. What it unpacks to is counted before a reader of formats sees it.
fn workbook<R: Read + Seek>(mut source: R, teller: &mut Teller<impl Write>) -> Result<(), Failure> {
    let mut magic = [0; 2];
    source.read_exact(&mut magic).map_err(|_| Failure::Damaged)?;
    rewind(&mut source)?;
    match &magic {
        b"PK" => {}
        b"\xD0\xCF" => return compound(source, teller),
        _ => return tagged(source, teller),
    }
    let packing = {
        let mut bundle = Bundle::open("", &mut source, &limits(&teller.job)).map_err(refusal)?;
        if !bundle.fits(&limits(&teller.job)).map_err(refusal)? {
            return Err(Failure::Inflates);
        }
        bundle.packing()
    };
    rewind(&mut source)?;
    match packing {
        Packing::Xlsx => xlsx(source, teller),
        Packing::Xlsb => xlsb(source, teller),
        Packing::Ods => {
            let mut book = Ods::new(source).map_err(|error| match error {
                OdsError::Password => Failure::Encrypted,
                _ => Failure::Damaged,
            })?;
            ranges(&mut book, teller)
        }
        Packing::Tables => Err(Failure::Damaged),
    }
}

/// A text with tags, told by the first of them.
fn tagged(mut source: impl Read, teller: &mut Teller<impl Write>) -> Result<(), Failure> {
    let mut content = Vec::new();
    let most = teller.job.inflated_bytes;
    source.by_ref().take(most.saturating_add(1)).read_to_end(&mut content).map_err(|_| Failure::Gone)?;
    if content.len() as u64 > most {
        return Err(Failure::Inflates);
    }
    let text = markup::text(&content);
    drop(content);
    if markup::is_workbook(&text) { xml2003::sheets(&text, teller) } else { web_page::tables(&text, teller) }
}

fn compound<R: Read + Seek>(mut source: R, teller: &mut Teller<impl Write>) -> Result<(), Failure> {
    // A newer workbook behind a password lies in a compound file under this name, in UTF-16.
    let mut content = Vec::new();
    source.read_to_end(&mut content).map_err(|_| Failure::Gone)?;
    let sealed: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memchr::memmem::find(&content, &sealed).is_some() {
        return Err(Failure::Encrypted);
    }
    let mut book = Xls::new(Cursor::new(content)).map_err(|error| match error {
        XlsError::Password => Failure::Encrypted,
        _ => Failure::Damaged,
    })?;
    ranges(&mut book, teller)
}

fn xlsx<R: Read + Seek>(mut source: R, teller: &mut Teller<impl Write>) -> Result<(), Failure> {
    let looks = teller.job.sheet.is_none();
    let mut marks = if looks { formatting::marks(&mut source) } else { formatting::Marks::new() };
    rewind(&mut source)?;
    let damage = |error| if matches!(error, XlsxError::Password) { Failure::Encrypted } else { Failure::Damaged };
    let mut book = Xlsx::new(source).map_err(damage)?;
    for (index, name) in worksheets(&book) {
        if !teller.wants(index) {
            continue;
        }
        let mut cells = book.worksheet_cells_reader(&name).map_err(damage)?;
        teller.sheet(index, &name, cells.dimensions().end.0.saturating_add(1))?;
        while let Some(cell) = cells.next_cell().map_err(damage)? {
            if !teller.cell(cell.get_position(), cell.get_value())? {
                break;
            }
        }
        teller.end_sheet()?;
        if let Some(marks) = marks.remove(&name).filter(|marks| !marks.is_empty()) {
            teller.tell(&Frame::Marks(marks))?;
        }
    }
    Ok(())
}

fn xlsb<R: Read + Seek>(source: R, teller: &mut Teller<impl Write>) -> Result<(), Failure> {
    let damage = |error| if matches!(error, XlsbError::Password) { Failure::Encrypted } else { Failure::Damaged };
    let mut book = Xlsb::new(source).map_err(damage)?;
    for (index, name) in worksheets(&book) {
        if !teller.wants(index) {
            continue;
        }
        let mut cells = book.worksheet_cells_reader(&name).map_err(damage)?;
        teller.sheet(index, &name, cells.dimensions().end.0.saturating_add(1))?;
        while let Some(cell) = cells.next_cell().map_err(damage)? {
            if !teller.cell(cell.get_position(), cell.get_value())? {
                break;
            }
        }
        teller.end_sheet()?;
    }
    Ok(())
}

/// Formats that are only read whole. The limits of the process hold them.
fn ranges<R: Read + Seek, B: Reader<R>>(book: &mut B, teller: &mut Teller<impl Write>) -> Result<(), Failure> {
    for (index, name) in worksheets(book) {
        if !teller.wants(index) {
            continue;
        }
        let range = book.worksheet_range(&name).map_err(|_| Failure::Damaged)?;
        teller.sheet(index, &name, range.end().map_or(0, |end| end.0.saturating_add(1)))?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let position = (top.saturating_add(row as u32), left.saturating_add(column as u32));
            if !teller.cell(position, &borrowed(value))? {
                break;
            }
        }
        teller.end_sheet()?;
    }
    Ok(())
}

/// The sheets that hold cells, with their index among all.
fn worksheets<R: Read + Seek, B: Reader<R>>(book: &B) -> Vec<(usize, String)> {
    let sheets = book.sheets_metadata().iter().enumerate();
    sheets
        .filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet)
        .map(|(index, sheet)| (index, sheet.name.clone()))
        .collect()
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn rewind(source: &mut impl Seek) -> Result<(), Failure> {
    source.rewind().map_err(|_| Failure::Gone)
}

fn limits(job: &Job) -> Limits {
    Limits {
        inflated_bytes: job.inflated_bytes,
        entries: job.entries,
        ratio: job.ratio,
        ratio_from: job.ratio_from,
        ..Limits::default()
    }
}

fn refusal(error: ImportError) -> Failure {
    match error {
        ImportError::Encrypted { .. } => Failure::Encrypted,
        ImportError::DuplicateEntries { .. } => Failure::DuplicateEntries,
        ImportError::Limit { .. } => Failure::Inflates,
        ImportError::Unreadable { .. } => Failure::Gone,
        _ => Failure::Damaged,
    }
}
