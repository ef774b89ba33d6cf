//! A file of a stranger: opened, looked through, and read table by table. It is never changed.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::bundle::{Bundle, Entry, Packing, unpacking};
use super::carry::Carry;
use super::error::ImportError;
use super::layout::Layout;
use super::limits::{Limits, bytes, grouped};
use super::passes;
use super::recognise::{FORMATTING, FORMATTING_EXPLAINED, speaks_of_colour, title_that_refuses};
use super::repair::{RepairSet, Repaired, Repairs};
use super::side_by_side;
use super::sieve::{Sieve, Surplus};
use super::signature::Signature;
use super::stacked;
use super::survey::Survey;
use super::text::{self, TextLayout};
use super::workbook::{MarkColumn, Sheet, Workbook, WorkbookParser};
use super::{Recognition, RejectedRow, RowBatch};

/// A file that was opened: what it is, and which tables it holds. Holds no open handle.
///
/// `Debug` shows no cell.
pub struct SourceFile {
    /// File name without folder.
    pub name: String,
    /// The SHA-256 of the file, by which the same file is known again.
    pub sha256: [u8; 32],
    /// Its size on disk.
    pub bytes: u64,
    /// Its tables in the order of the file. Never empty, and at least one of them has a cell that says something.
    pub tables: Vec<Table>,
    path: PathBuf,
    modified: Option<SystemTime>,
    limits: Limits,
    parser: WorkbookParser,
}

/// One table of a file.
pub struct Table {
    /// Which table of the file: empty for a plain text file, the name of the sheet in a workbook, the name of the entry
    /// in a ZIP file (`entry!sheet` for a workbook in a ZIP file). Of several tables in one text, the line above each.
    pub sheet: String,
    /// `UTF-8`, `windows-1252`, `UTF-16LE` …; empty for a workbook.
    pub encoding: String,
    /// What stands between two cells: mostly one character, sometimes more. `None` for a workbook and for one column.
    pub delimiter: Option<String>,
    /// The row that names the columns, as a person sees it in a spreadsheet (a first line `sep=;` is not shown there and
    /// does not count). 0 if none does; the names are then empty.
    pub header_row: u32,
    /// The names of the columns as written, by position; empty where there is none. Its length is the number of columns.
    pub header: Vec<String>,
    /// The first rows of data, as they will be accepted.
    pub sample: Vec<Vec<String>>,
    /// What was mended in the rows of the sample.
    pub repairs: Repairs,
    /// What [`Batch::bytes_done`] runs to; 0 if that is not known.
    pub bytes: u64,
    /// Whether no cell of it says anything.
    blank: bool,
    layout: Layout,
    place: Place,
}

/// Where a table lies.
enum Place {
    Text { entry: Option<Entry>, layout: Box<TextLayout> },
    Workbook { entry: Option<Entry>, index: usize, rows: u32, marks: Option<MarkColumn> },
}

/// Some rows of a table, in order.
#[derive(Debug)]
pub struct Batch {
    /// The rows that were accepted. A short row has fewer cells than the table has columns.
    pub rows: RowBatch,
    /// The rows that were not, with their reasons.
    pub rejected: Vec<RejectedRow>,
    /// What was mended in rows that were accepted, sorted by row.
    pub repaired: Vec<Repaired>,
    /// How far the table was read, in [`Table::bytes`]; an estimate for a workbook.
    pub bytes_done: u64,
}

/// What became of the rows of a table. Always `rows == accepted + rejected`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Rows read: every line but the header and blank lines.
    pub rows: u64,
    /// Rows handed on.
    pub accepted: u64,
    /// Rows handed on as rejected, with a reason.
    pub rejected: u64,
    /// Rows handed on of which something was mended.
    pub repaired: u64,
}

/// Opens a file: takes its SHA-256, finds its tables, and decides encoding, delimiter and header of each from its
/// beginning.
///
/// # Errors
/// If the file cannot be read at all, is empty, is no table, or is beyond the limits.
pub fn open(path: &Path, limits: &Limits, parser: &WorkbookParser) -> Result<SourceFile, ImportError> {
    opened(path, limits, parser, |source, survey, _| passes::digest(source, survey, limits.file_bytes))
}

/// The tables of a file that is only looked at, and its name: as [`open`], but of a large text a sample is read, so that
/// it takes no longer than a small one. A letter in another encoding may be missed there.
///
/// # Errors
/// As [`open`].
pub fn glance(path: &Path, limits: &Limits, parser: &WorkbookParser) -> Result<(String, Vec<Table>), ImportError> {
    let file = opened(path, limits, parser, |source, survey, size| {
        passes::sample(source, survey, size)?;
        Ok(([0; 32], size))
    })?;
    Ok((file.name, file.tables))
}

/// A file whose bytes were gone through by `pass`, which tells their SHA-256 and number.
fn opened(
    path: &Path,
    limits: &Limits,
    parser: &WorkbookParser,
    pass: impl FnOnce(&mut File, &mut Survey, u64) -> io::Result<([u8; 32], u64)>,
) -> Result<SourceFile, ImportError> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let unreadable = |source| ImportError::Unreadable { file: name.clone(), source };
    // Before it is opened: opening a pipe waits for whoever writes into it, and a device may never end.
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(ImportError::Folder { file: name });
    }
    if !metadata.is_file() {
        let hint = "Write what comes out of it into a file, and name that file.";
        return Err(ImportError::NotATable { file: name, what: "a pipe or a device", hint });
    }
    let mut source = passes::open_patiently(path).map_err(unreadable)?;
    let metadata = source.metadata().map_err(unreadable)?;
    if metadata.len() > limits.file_bytes {
        return Err(ImportError::Limit {
            file: name,
            what: format!("{} bytes", grouped(metadata.len())),
            limit: bytes(limits.file_bytes),
            hint: "Split it, or export fewer columns.",
        });
    }
    let mut survey = Survey::default();
    let (sha256, size) = pass(&mut source, &mut survey, metadata.len()).map_err(unreadable)?;
    let mut file = SourceFile {
        name,
        sha256,
        bytes: size,
        tables: Vec::new(),
        path: path.to_owned(),
        modified: metadata.modified().ok(),
        limits: limits.clone(),
        parser: parser.clone(),
    };
    file.tables = file.find_tables(&survey)?;
    if file.tables.iter().all(|table| table.blank) {
        return Err(ImportError::Empty { file: file.name });
    }
    Ok(file)
}

impl SourceFile {
    /// Streams one table in order. The sink may ask to stop; the count is then that of the batches it was given.
    ///
    /// # Errors
    /// If the file changed since it was opened, cannot be read to its end, or is beyond the limits. What the sink was
    /// given before is then not the whole table and must not be kept.
    pub fn read(&self, table: usize, sink: &mut dyn FnMut(Batch) -> ControlFlow<()>) -> Result<Count, ImportError> {
        let Some(table) = self.tables.get(table) else {
            return Err(ImportError::NoSuchTable { file: self.name.clone(), table });
        };
        self.check_unchanged()?;
        let surplus = if matches!(table.place, Place::Text { .. }) { Surplus::Rejects } else { Surplus::Keeps };
        let mut sieve = Sieve::new(&table.layout, &self.limits, surplus, sink);
        let flow = match &table.place {
            Place::Text { entry: None, layout } => {
                let source = passes::open_patiently(&self.path).map_err(|source| self.unreadable(source))?;
                text::read(source, layout, &self.limits, &mut sieve).map_err(|source| self.unreadable(source))?
            }
            Place::Text { entry: Some(entry), layout } => {
                let mut bundle = self.bundle()?;
                let source = bundle.entry(entry, &self.limits)?;
                text::read(source, layout, &self.limits, &mut sieve)
                    .map_err(|error| unpacking(&self.name, &entry.name, &error, &self.limits))?
            }
            Place::Workbook { entry, index, rows, marks } => {
                let scale = |row: u32| table.bytes * u64::from(row.min(*rows)) / u64::from((*rows).max(1));
                self.workbook(entry.as_ref())?.read(*index, &self.limits, marks.as_ref(), &mut sieve, &scale)?
            }
        };
        if sieve.read() > u64::from(self.limits.rows) {
            return Err(ImportError::Limit {
                file: self.name.clone(),
                what: format!("more than {} rows", grouped(u64::from(self.limits.rows))),
                limit: grouped(u64::from(self.limits.rows)),
                hint: "Split it into several files.",
            });
        }
        if flow.is_break() {
            return Ok(sieve.stop());
        }
        self.check_unchanged()?;
        Ok(sieve.finish())
    }

    /// Streams one table as [`SourceFile::read`] does, as it was understood: what a row leaves empty because it goes on
    /// with the row above is filled in from there, where the system is known to write such rows.
    ///
    /// # Errors
    /// As [`SourceFile::read`].
    pub fn read_as(
        &self,
        table: usize,
        recognition: &Recognition,
        sink: &mut dyn FnMut(Batch) -> ControlFlow<()>,
    ) -> Result<Count, ImportError> {
        if recognition.carries_down.is_empty() {
            return self.read(table, sink);
        }
        let mut carry = Carry::new(&recognition.carries_down);
        let mut filled = 0;
        let mut count = self.read(table, &mut |mut batch| {
            filled += carry.fill(&mut batch);
            sink(batch)
        })?;
        count.repaired += filled;
        Ok(count)
    }

    fn unreadable(&self, source: io::Error) -> ImportError {
        ImportError::Unreadable { file: self.name.clone(), source }
    }

    fn check_unchanged(&self) -> Result<(), ImportError> {
        let metadata = std::fs::metadata(&self.path).map_err(|source| self.unreadable(source))?;
        let same = metadata.len() == self.bytes && (metadata.modified().ok() == self.modified);
        if same { Ok(()) } else { Err(ImportError::Changed { file: self.name.clone() }) }
    }

    fn find_tables(&self, survey: &Survey) -> Result<Vec<Table>, ImportError> {
        match Signature::of(survey.head()) {
            Signature::Foreign(what, hint) => Err(ImportError::NotATable { file: self.name.clone(), what, hint }),
            Signature::Text => self.text_tables(None, survey, self.bytes),
            Signature::Compound | Signature::Markup => self.sheets(None),
            Signature::Zip => {
                let mut bundle = self.bundle().map_err(|error| self.by_name(error))?;
                if bundle.packing() == Packing::Tables { self.tables_of(&mut bundle) } else { self.sheets(None) }
            }
        }
    }

    /// A letter that does not hold together is still called a letter.
    fn by_name(&self, error: ImportError) -> ImportError {
        let kind = Path::new(&self.name).extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        let what = match kind.to_ascii_lowercase().as_str() {
            "docx" | "docm" | "dotx" => "a text document (Word)",
            "odt" => "a text document (OpenDocument)",
            "pptx" => "a presentation (PowerPoint)",
            _ => return error,
        };
        let ImportError::DamagedBundle { file } = error else { return error };
        ImportError::NotATable { file, what, hint: super::bundle::FROM_DOCUMENT }
    }

    fn bundle(&self) -> Result<Bundle<io::BufReader<File>>, ImportError> {
        let source = passes::open_patiently(&self.path).map_err(|source| self.unreadable(source))?;
        Bundle::of_file(&self.name, source, &self.limits)
    }

    fn tables_of<R: Read + io::Seek>(&self, bundle: &mut Bundle<R>) -> Result<Vec<Table>, ImportError> {
        let mut tables = Vec::new();
        let mut inflated = 0;
        for entry in bundle.tables()? {
            let mut survey = Survey::default();
            let mut source = bundle.entry(&entry, &self.limits)?;
            let size = passes::look_through(&mut source, &mut survey)
                .map_err(|error| unpacking(&self.name, &entry.name, &error, &self.limits))?;
            drop(source);
            inflated += size;
            if inflated > self.limits.inflated_bytes {
                return Err(super::bundle::too_inflated(self.name.clone(), &self.limits));
            }
            match Signature::of(survey.head()) {
                Signature::Text => tables.extend(self.text_tables(Some(&entry), &survey, size)?),
                Signature::Zip | Signature::Compound | Signature::Markup => tables.extend(self.sheets(Some(entry))?),
                Signature::Foreign(what, hint) => {
                    let file = super::bundle::inside(&self.name, &entry.name);
                    return Err(ImportError::NotATable { file, what, hint });
                }
            }
        }
        Ok(tables)
    }

    fn text_tables(&self, entry: Option<&Entry>, survey: &Survey, size: u64) -> Result<Vec<Table>, ImportError> {
        let whole = survey.head().len() as u64 == size;
        let layouts = TextLayout::of(survey, whole).map_err(|source| self.unreadable(source))?;
        layouts.into_iter().map(|layout| self.text_table(entry.cloned(), survey, layout, size)).collect()
    }

    fn text_table(
        &self,
        entry: Option<Entry>,
        survey: &Survey,
        layout: TextLayout,
        size: u64,
    ) -> Result<Table, ImportError> {
        let head = survey.head();
        let name =
            entry.as_ref().map_or_else(|| self.name.clone(), |entry| super::bundle::inside(&self.name, &entry.name));
        self.check_columns(name, layout.table.width())?;
        let delimiter = &layout.dialect.delimiter;
        let divided = !delimiter.is_empty() && layout.table.width() > 1;
        let mut sample = Sample::new(self.limits.sample_rows);
        let mut keep = |batch: Batch| sample.keep(batch);
        let mut sieve = Sieve::new(&layout.table, &self.limits, Surplus::Rejects, &mut keep);
        // The last line of a beginning may be cut; one row less is shown then.
        let shown = if head.len() as u64 == size {
            head
        } else {
            &head[..head.iter().rposition(|byte| *byte == b'\n').map_or(head.len(), |at| at + 1)]
        };
        let _ = text::read(shown, &layout, &self.limits, &mut sieve).map_err(|source| self.unreadable(source))?;
        sieve.finish();
        let sheet = match (&entry, layout.title.as_str()) {
            (None, title) => title.to_owned(),
            (Some(entry), "") => entry.name.clone(),
            (Some(entry), title) => format!("{}!{title}", entry.name),
        };
        Ok(Table {
            sheet,
            encoding: layout.encoding.name().to_owned(),
            delimiter: divided.then(|| String::from_utf8_lossy(delimiter).into_owned()),
            header_row: layout.table.header_row,
            header: layout.table.header.clone(),
            sample: sample.rows,
            repairs: sample.repairs,
            bytes: size,
            blank: head.len() as u64 == size && is_blank(head),
            layout: layout.table.clone(),
            place: Place::Text { entry, layout: Box::new(layout) },
        })
    }

    fn workbook(&self, entry: Option<&Entry>) -> Result<Workbook<'_>, ImportError> {
        let (name, content) = match entry {
            None => (self.name.clone(), None),
            Some(entry) => {
                let mut bytes = Vec::new();
                let mut bundle = self.bundle()?;
                let mut source = bundle.entry(entry, &self.limits)?;
                source
                    .read_to_end(&mut bytes)
                    .map_err(|error| unpacking(&self.name, &entry.name, &error, &self.limits))?;
                (super::bundle::inside(&self.name, &entry.name), Some(bytes))
            }
        };
        Ok(Workbook { name, path: &self.path, content, parser: &self.parser })
    }

    fn sheets(&self, entry: Option<Entry>) -> Result<Vec<Table>, ImportError> {
        let sheets = self.workbook(entry.as_ref())?.sheets(&self.limits)?;
        let prefix = entry.as_ref().map(|entry| format!("{}!", entry.name)).unwrap_or_default();
        let mut tables = Vec::new();
        // A sheet with nothing on it is no table, unless there is no other: Mautic writes an empty second one.
        let only_empty = sheets.iter().all(|sheet| sheet.rows.is_empty());
        for sheet in sheets
            .into_iter()
            .enumerate()
            .filter(|(index, sheet)| *index == 0 || !holds_choices(sheet))
            .filter(|(index, sheet)| !sheet.rows.is_empty() || (only_empty && *index == 0))
            .map(|(_, sheet)| sheet)
        {
            let Sheet { index, name, rows, marks, declared_rows } = sheet;
            let mut layout = Layout::of(&rows, None);
            self.check_columns(format!("{prefix}{name} in {}", self.name), layout.width())?;
            let name = match title_that_refuses(layout.above(&rows)) {
                Some(title) => format!("{name}!{title}"),
                None => name,
            };
            let place = |marks| Place::Workbook { entry: entry.clone(), index, rows: declared_rows, marks };
            let stacked = stacked::tables(&layout, &rows);
            if !stacked.is_empty() {
                for (title, mut layout) in stacked {
                    let name = if title.is_empty() { name.clone() } else { format!("{name}!{title}") };
                    let marks = mark_column(&mut layout, &marks, &rows);
                    tables.push(self.sheet(format!("{prefix}{name}"), layout, &rows, place(marks)));
                }
                continue;
            }
            let lists = side_by_side::lists(&layout, &rows);
            if lists.is_empty() {
                let marks = mark_column(&mut layout, &marks, &rows);
                tables.push(self.sheet(format!("{prefix}{name}"), layout, &rows, place(marks)));
                continue;
            }
            for (title, layout) in lists {
                tables.push(self.sheet(format!("{prefix}{name}!{title}"), layout, &rows, place(None)));
            }
        }
        Ok(tables)
    }

    fn sheet(&self, name: String, layout: Layout, rows: &[(u32, Vec<String>)], place: Place) -> Table {
        let mut sample = Sample::new(self.limits.sample_rows);
        let mut keep = |batch: Batch| sample.keep(batch);
        let mut sieve = Sieve::new(&layout, &self.limits, Surplus::Keeps, &mut keep);
        let marks = if let Place::Workbook { marks, .. } = &place { marks.as_ref() } else { None };
        for (number, cells) in rows {
            let mut cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            if let Some((at, mark)) = marks.and_then(|marks| marks.of(*number, || cells.iter().copied())) {
                cells.resize(cells.len().max(at + 1), "");
                cells[at] = mark;
            }
            let _ = sieve.row(*number, cells.iter().copied(), RepairSet::NONE, String::new);
        }
        sieve.finish();
        Table {
            sheet: name,
            encoding: String::new(),
            delimiter: None,
            header_row: layout.header_row,
            header: layout.header.clone(),
            sample: sample.rows,
            repairs: sample.repairs,
            bytes: self.bytes,
            blank: rows.iter().flat_map(|(_, cells)| cells).all(|cell| cell.trim().is_empty()),
            layout,
            place,
        }
    }

    fn check_columns(&self, file: String, columns: usize) -> Result<(), ImportError> {
        if columns <= self.limits.columns {
            return Ok(());
        }
        Err(ImportError::Limit {
            file,
            what: format!("{} columns", grouped(columns as u64)),
            limit: grouped(self.limits.columns as u64),
            hint: "Export only the columns about contacts and consent.",
        })
    }
}

/// Puts the formatting of a table's rows behind its last column, if it has any.
fn mark_column(layout: &mut Layout, marks: &BTreeMap<u32, String>, rows: &[(u32, Vec<String>)]) -> Option<MarkColumn> {
    let (from, to) = layout.rows.unwrap_or((0, u32::MAX));
    let own = marks.range(from.max(layout.first_row)..to).map(|(row, mark)| (*row, mark.clone())).collect();
    let column = MarkColumn { at: layout.width(), rows: own };
    let on_people = rows.iter().any(|(row, cells)| column.of(*row, || cells.iter().map(String::as_str)).is_some());
    if !on_people || layout.header_row == 0 {
        return None;
    }
    let explained = layout.above(rows).flatten().any(|cell| speaks_of_colour(cell));
    layout.header.push(if explained { FORMATTING_EXPLAINED } else { FORMATTING }.to_owned());
    Some(column)
}

/// The first rows of a table.
struct Sample {
    rows: Vec<Vec<String>>,
    repairs: Repairs,
    most: usize,
}

impl Sample {
    fn new(most: usize) -> Self {
        Self { rows: Vec::new(), repairs: Repairs::default(), most }
    }

    fn keep(&mut self, batch: Batch) -> ControlFlow<()> {
        let room = self.most.saturating_sub(self.rows.len());
        let last = batch.rows.rows().take(room).last().map_or(0, |row| row.number());
        self.rows.extend(batch.rows.rows().take(room).map(|row| row.cells().map(str::to_owned).collect()));
        let shown = batch.repaired.partition_point(|repaired| repaired.row <= last);
        self.repairs.take(&batch.repaired[..shown]);
        if self.rows.len() < self.most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}

/// Whether a text has no letter and no digit: blank lines, and lines of empty cells.
fn is_blank(text: &[u8]) -> bool {
    let marks: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let text = marks.iter().find_map(|mark| text.strip_prefix(*mark)).unwrap_or(text);
    !text.iter().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
}

impl std::fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SourceFile({}, {} tables)", self.name, self.tables.len())
    }
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Table({}, {} columns)", self.sheet, self.header.len())
    }
}

/// Whether a sheet is the one in which Dynamics lists the choices of its columns, and nobody.
fn holds_choices(sheet: &Sheet) -> bool {
    let names_nobody = |(_, cells): &(u32, Vec<String>)| cells.iter().all(|cell| !cell.contains('@'));
    sheet.name == "hiddenSheet" && sheet.rows.iter().all(names_nobody)
}
