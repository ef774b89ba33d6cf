//! ZIP files: bundles of tables, and the packing of workbooks. Read in place; nothing is ever written by the names inside.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::endings::LISTS;
use super::error::ImportError;
use super::limits::{Limits, bytes, grouped};

/// A ZIP file that passed the checks of its directory.
pub(crate) struct Bundle<R> {
    archive: ZipArchive<R>,
    file: String,
}

/// What a ZIP file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packing {
    Xlsx,
    Xlsb,
    Ods,
    /// No workbook: files beside each other.
    Tables,
}

/// What to try with a document.
pub(crate) const FROM_DOCUMENT: &str =
    "Export the contacts as CSV, or copy the table into a spreadsheet program and save it as .xlsx.";

/// One entry of a ZIP file.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub index: usize,
    pub name: String,
}

impl Bundle<BufReader<File>> {
    pub fn of_file(file: &str, source: File, limits: &Limits) -> Result<Self, ImportError> {
        Self::open(file, BufReader::new(source), limits)
    }
}

impl<R: Read + Seek> Bundle<R> {
    /// Reads the directory and refuses what no export looks like.
    pub fn open(file: &str, source: R, limits: &Limits) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(source).map_err(|error| fault(file, error))?;
        if archive.len() > limits.entries {
            return Err(ImportError::Limit {
                file: file.to_owned(),
                what: format!("{} entries", grouped(archive.len() as u64)),
                limit: grouped(limits.entries as u64),
                hint: "Unpack it, and add the files you need.",
            });
        }
        if archive.has_duplicate_names() {
            return Err(ImportError::DuplicateEntries { file: file.to_owned() });
        }
        Ok(Self { archive, file: file.to_owned() })
    }

    /// What is packed in it.
    pub fn packing(&self) -> Packing {
        let names = || self.archive.file_names().filter_map(Result::ok);
        let has = |wanted: &str| names().any(|name| name.eq_ignore_ascii_case(wanted));
        match () {
            () if has("xl/workbook.bin") => Packing::Xlsb,
            () if has("[Content_Types].xml") && names().any(|name| name.starts_with("xl/")) => Packing::Xlsx,
            () if has("content.xml") && (has("mimetype") || has("META-INF/manifest.xml")) => Packing::Ods,
            () => Packing::Tables,
        }
    }

    /// The entries that can be tables, in the order of the file. Folders, hidden files and the Mac's doubles are none.
    pub fn tables(&mut self) -> Result<Vec<Entry>, ImportError> {
        let mut entries = Vec::new();
        for index in 0..self.archive.len() {
            let entry = self.archive.by_index_raw(index).map_err(|error| fault(&self.file, error))?;
            let name = entry.name().map_err(|error| fault(&self.file, error))?.replace('\\', "/");
            let last = name.rsplit('/').next().unwrap_or_default();
            let kind = last.rsplit_once('.').map(|(_, kind)| kind.to_ascii_lowercase()).unwrap_or_default();
            let hidden = last.starts_with('.') || name.split('/').any(|part| part == "__MACOSX");
            let table = kind != "zip" && LISTS.contains(&kind.as_str());
            if !table || hidden || entry.is_dir() {
                continue;
            }
            if entry.encrypted() {
                return Err(ImportError::Encrypted { file: inside(&self.file, &name) });
            }
            entries.push(Entry { index, name });
        }
        if entries.is_empty() {
            return Err(self.without_tables());
        }
        Ok(entries)
    }

    /// What a ZIP file without a table is: other programs pack their documents as ZIP files too.
    fn without_tables(&self) -> ImportError {
        let within =
            |folder: &str| self.archive.file_names().filter_map(Result::ok).any(|name| name.starts_with(folder));
        let what = match () {
            () if within("word/") => "a text document (Word)",
            () if within("ppt/") => "a presentation (PowerPoint)",
            () => return ImportError::NothingInside { file: self.file.clone() },
        };
        ImportError::NotATable { file: self.file.clone(), what, hint: FROM_DOCUMENT }
    }

    /// The unpacked bytes of an entry, counted against the limits while they are read.
    pub fn entry(&mut self, entry: &Entry, limits: &Limits) -> Result<impl Read + '_, ImportError> {
        let file = inside(&self.file, &entry.name);
        let inner = self.archive.by_index(entry.index).map_err(|error| fault(&file, error))?;
        let packed = inner.compressed_size();
        Ok(Inflated { inner, inflated: 0, budget: budget(packed, limits) })
    }

    /// Unpacks every entry into nothing and counts. `false` if it is more than the limits allow.
    pub fn fits(&mut self, limits: &Limits) -> Result<bool, ImportError> {
        let mut total = 0;
        let mut chunk = vec![0; 64 << 10];
        for index in 0..self.archive.len() {
            let mut inner = self.archive.by_index(index).map_err(|error| fault(&self.file, error))?;
            let allowed = budget(inner.compressed_size(), limits);
            let mut inflated = 0;
            loop {
                let read =
                    inner.read(&mut chunk).map_err(|_| ImportError::DamagedBundle { file: self.file.clone() })?;
                if read == 0 {
                    break;
                }
                inflated += read as u64;
                total += read as u64;
                if inflated > allowed || total > limits.inflated_bytes {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}

/// How far an entry may be unpacked.
fn budget(packed: u64, limits: &Limits) -> u64 {
    limits.inflated_bytes.min(packed.saturating_mul(limits.ratio).max(limits.ratio_from))
}

/// The name of an entry for a person to read.
pub(crate) fn inside(file: &str, entry: &str) -> String {
    format!("{entry} in {file}")
}

/// An entry while it is unpacked.
struct Inflated<R> {
    inner: R,
    inflated: u64,
    budget: u64,
}

/// Marks the error of a reader as a refusal, so that it is told from damage.
#[derive(Debug, thiserror::Error)]
#[error("more bytes unpacked than allowed")]
struct OverBudget;

impl<R: Read> Read for Inflated<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.inflated += read as u64;
        if self.inflated > self.budget { Err(io::Error::other(OverBudget)) } else { Ok(read) }
    }
}

/// What an error while unpacking means.
pub(crate) fn unpacking(file: &str, entry: &str, error: &io::Error, limits: &Limits) -> ImportError {
    let refused = error.get_ref().is_some_and(|inner| inner.is::<OverBudget>());
    if refused {
        too_inflated(inside(file, entry), limits)
    } else {
        ImportError::DamagedBundle { file: file.to_owned() }
    }
}

pub(crate) fn too_inflated(file: String, limits: &Limits) -> ImportError {
    ImportError::Limit {
        file,
        what: "far more in it than its size lets expect".to_owned(),
        limit: format!(
            "{}, and beyond {} at most {} times its packed size,",
            bytes(limits.inflated_bytes),
            bytes(limits.ratio_from),
            limits.ratio
        ),
        hint: "If you trust the file, unpack it and add what was inside.",
    }
}

fn fault(file: &str, error: ZipError) -> ImportError {
    let file = file.to_owned();
    match error {
        ZipError::Io(source) if source.kind() != io::ErrorKind::UnexpectedEof => {
            ImportError::Unreadable { file, source }
        }
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ImportError::Encrypted { file }
        }
        ZipError::UnsupportedArchive(_) => ImportError::NotATable {
            file,
            what: "packed in a way that is rarely used",
            hint: "Unpack it, and add the files that were inside.",
        },
        _ => ImportError::DamagedBundle { file },
    }
}
