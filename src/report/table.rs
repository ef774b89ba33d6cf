//! One CSV file, written beside its place and moved there when it is whole.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use crate::case::CaseError;

/// A CSV file being written. It appears under its name only when it is finished; nothing is left of one that is not.
pub struct Table {
    writer: Option<csv::Writer<BufWriter<File>>>,
    path: PathBuf,
    partial: PathBuf,
    record: csv::StringRecord,
    lines: u32,
    guarded: u32,
    people: u32,
    person: String,
}

/// What a finished file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Lines below the header.
    pub lines: u32,
    /// Cells that got an apostrophe, so that no spreadsheet runs them.
    pub guarded: u32,
    /// Runs of lines about one person, in lists of people.
    pub people: u32,
}

impl Table {
    /// Starts a file with its header.
    pub fn create(path: &Path, header: &[&str]) -> Result<Self, CaseError> {
        let partial = path.with_extension("csv.part");
        let file = File::create(&partial).map_err(|source| unwritable(path, source))?;
        let mut writer = csv::WriterBuilder::new().flexible(false).from_writer(BufWriter::with_capacity(1 << 18, file));
        writer.write_record(header).map_err(|error| unwritable(path, io(error)))?;
        let (writer, record, person) = (Some(writer), csv::StringRecord::new(), String::new());
        Ok(Self { writer, path: path.to_owned(), partial, record, lines: 0, guarded: 0, people: 0, person })
    }

    /// Writes a line about the person its first cell names. Cells a spreadsheet would take for a formula are guarded.
    pub fn line<'a>(&mut self, cells: impl IntoIterator<Item = Cow<'a, str>>) -> Result<(), CaseError> {
        self.write(None, cells)
    }

    /// Writes a line about a person whom no cell names.
    pub fn line_of<'a>(
        &mut self,
        person: &str,
        cells: impl IntoIterator<Item = Cow<'a, str>>,
    ) -> Result<(), CaseError> {
        self.write(Some(person), cells)
    }

    fn write<'a>(
        &mut self,
        person: Option<&str>,
        cells: impl IntoIterator<Item = Cow<'a, str>>,
    ) -> Result<(), CaseError> {
        self.record.clear();
        for cell in cells {
            let guarded = guarded(&cell);
            self.guarded += u32::from(guarded.len() != cell.len());
            self.record.push_field(&guarded);
        }
        self.lines += 1;
        if let Some(person) = person.or(self.record.get(0)).filter(|person| *person != self.person) {
            self.people += 1;
            person.clone_into(&mut self.person);
        }
        let writer = self.writer.as_mut().expect("a table is written to until it is finished");
        writer.write_record(&self.record).map_err(|error| unwritable(&self.path, io(error)))
    }

    /// Finishes the file and puts it in its place.
    pub fn finish(mut self) -> Result<Held, CaseError> {
        let writer = self.writer.take().expect("a table is finished once");
        let put = || -> std::io::Result<()> {
            let buffered = writer.into_inner().map_err(|error| std::io::Error::other(error.to_string()))?;
            buffered.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
            fs::rename(&self.partial, &self.path)
        };
        if let Err(source) = put() {
            // What cannot be written perhaps cannot be removed either; the reason is told already.
            let _ = fs::remove_file(&self.partial);
            return Err(unwritable(&self.path, source));
        }
        Ok(Held { lines: self.lines, guarded: self.guarded, people: self.people })
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        if self.writer.take().is_some() {
            let _ = fs::remove_file(&self.partial);
        }
    }
}

/// The cell as it may stand in a file that a spreadsheet opens (OWASP ASVS 5, 1.2.10): an apostrophe before
/// whatever would be run as a formula. A signed number is none.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    let dangerous = match cell.chars().next() {
        Some('=' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => true,
        Some('+' | '-') => !(cell.len() > 1 && cell[1..].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')),
        _ => false,
    };
    if dangerous { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

pub fn unwritable(path: &Path, source: std::io::Error) -> CaseError {
    CaseError::Write { path: path.display().to_string(), source }
}

fn io(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        _ => std::io::Error::other("the table does not hold together"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_file_that_is_not_finished_leaves_nothing_and_a_finished_one_counts_itself() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keep.csv");
        let mut table = Table::create(&path, &["person", "email"]).unwrap();
        table.line(["P1", "=1+1"].map(Cow::Borrowed)).unwrap();
        drop(table);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let mut table = Table::create(&path, &["person", "email"]).unwrap();
        for line in [["P1", "=1+1"], ["P1", "ada@example.org"], ["P2", "bo@example.org"]] {
            table.line(line.map(Cow::Borrowed)).unwrap();
        }
        assert_eq!(table.finish().unwrap(), Held { lines: 3, guarded: 1, people: 2 });
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn no_cell_becomes_a_formula_and_a_telephone_number_stays_itself() {
        for evil in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\r=1", "＝1", "+", "+46 70"] {
            assert_eq!(guarded(evil), format!("'{evil}"));
        }
        for harmless in ["+46701740605", "ada@example.org", "-12.5", "", "a=b"] {
            assert_eq!(guarded(harmless), harmless);
        }
    }
}
