//! One CSV file, written beside its place and moved there when it is whole.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use crate::case::CaseError;

/// A CSV file being written. It appears under its name only when it is finished.
pub struct Table {
    writer: csv::Writer<BufWriter<File>>,
    path: PathBuf,
    partial: PathBuf,
    record: csv::StringRecord,
}

impl Table {
    /// Starts a file with its header.
    pub fn create(path: &Path, header: &[&str]) -> Result<Self, CaseError> {
        let partial = path.with_extension("csv.part");
        let file = File::create(&partial).map_err(|source| unwritable(path, source))?;
        let mut writer = csv::WriterBuilder::new().flexible(false).from_writer(BufWriter::with_capacity(1 << 18, file));
        writer.write_record(header).map_err(|error| unwritable(path, io(error)))?;
        Ok(Self { writer, path: path.to_owned(), partial, record: csv::StringRecord::new() })
    }

    /// Writes a line. Cells a spreadsheet would take for a formula are guarded.
    pub fn line<'a>(&mut self, cells: impl IntoIterator<Item = Cow<'a, str>>) -> Result<(), CaseError> {
        self.record.clear();
        for cell in cells {
            self.record.push_field(&guarded(&cell));
        }
        self.writer.write_record(&self.record).map_err(|error| unwritable(&self.path, io(error)))
    }

    /// Finishes the file and puts it in its place.
    pub fn finish(self) -> Result<(), CaseError> {
        let Self { writer, path, partial, .. } = self;
        let buffered =
            writer.into_inner().map_err(|error| unwritable(&path, std::io::Error::other(error.to_string())))?;
        let file = buffered.into_inner().map_err(|error| unwritable(&path, error.into_error()))?;
        file.sync_all().map_err(|source| unwritable(&path, source))?;
        fs::rename(&partial, &path).map_err(|source| unwritable(&path, source))
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
    use super::*;

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
