//! Why a file could not be read: what happened, where, and what to try. Never a word of its content.

use std::io;

/// A file, or one table of it, cannot be read. A single bad row is no error: it is a rejected row.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The system refuses the file.
    #[error(
        "{file} could not be read ({source}). Check that it is still there, that you may open it, and that no other program holds it."
    )]
    Unreadable {
        /// File name without folder.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// It is a folder.
    #[error("{file} is a folder, and one file was asked for. Name a file in it.")]
    Folder {
        /// File name without folder.
        file: String,
    },
    /// The file is something else than a table.
    #[error("{file} is {what}, not a table. {hint}")]
    NotATable {
        /// File name without folder.
        file: String,
        /// What it is, with its article.
        what: &'static str,
        /// What to try.
        hint: &'static str,
    },
    /// There is nothing in it, or nothing but blank lines and empty cells.
    #[error("{file} is empty. Export it again from the system it comes from, and look into it before you add it.")]
    Empty {
        /// File name without folder.
        file: String,
    },
    /// A password stands before the content.
    #[error(
        "{file} is protected by a password. Open it in the program that wrote it, save it without the password, and try again."
    )]
    Encrypted {
        /// File name, and the entry in it.
        file: String,
    },
    /// A ZIP file that does not hold together.
    #[error("{file} is a damaged or incomplete ZIP file. Download or export it again.")]
    DamagedBundle {
        /// File name without folder.
        file: String,
    },
    /// Two entries of one name: which one would be meant?
    #[error(
        "{file} holds two entries of the same name, which no export does. Unpack it and add the files you trust one by one."
    )]
    DuplicateEntries {
        /// File name without folder.
        file: String,
    },
    /// A ZIP file without a table.
    #[error(
        "{file} holds no table: no CSV, text or workbook file is inside. A ZIP file inside a ZIP file must be unpacked first."
    )]
    NothingInside {
        /// File name without folder.
        file: String,
    },
    /// A workbook that does not hold together.
    #[error(
        "{file} is a damaged workbook, or one of a kind that cannot be read. Open it in a spreadsheet program and save it again as .xlsx or as CSV."
    )]
    DamagedWorkbook {
        /// File name, and the entry in it.
        file: String,
    },
    /// The reader of workbooks broke down over it.
    #[error(
        "The reader of workbooks broke down over {file}; nothing of it was taken over. Open it in a spreadsheet program and save the sheet as CSV."
    )]
    WorkbookBrokeReader {
        /// File name, and the entry in it.
        file: String,
    },
    /// It asked for more memory than a workbook may.
    #[error(
        "{file} needs more than {limit} of memory to read; nothing of it was taken over. Save the sheet as CSV and try again."
    )]
    WorkbookTooLarge {
        /// File name, and the entry in it.
        file: String,
        /// The limit.
        limit: String,
    },
    /// It took longer than a workbook may.
    #[error(
        "{file} takes longer than {limit} to read; nothing of it was taken over. Save the sheet as CSV and try again."
    )]
    WorkbookTooSlow {
        /// File name, and the entry in it.
        file: String,
        /// The limit.
        limit: String,
    },
    /// The process that reads workbooks does not start.
    #[error(
        "The reader of workbooks could not be started for {file} ({source}). Restart the program; if that does not help, save the sheet as CSV."
    )]
    NoParser {
        /// File name without folder.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// A cap of [`super::Limits`] was reached.
    #[error("{file} has {what}, and at most {limit} are read. {hint}")]
    Limit {
        /// File name, and the entry in it.
        file: String,
        /// What there is too much of, with its number.
        what: String,
        /// The cap.
        limit: String,
        /// What to try.
        hint: &'static str,
    },
    /// The file was opened, then changed, then read.
    #[error("{file} was changed while it was being read. Wait until nothing writes to it, then add it again.")]
    Changed {
        /// File name without folder.
        file: String,
    },
    /// A table was asked for that the file does not have.
    #[error("{file} has no table number {table}.")]
    NoSuchTable {
        /// File name without folder.
        file: String,
        /// Index from 0.
        table: usize,
    },
}

impl ImportError {
    /// The name of the file as the message has it.
    pub fn file(&self) -> &str {
        match self {
            Self::Unreadable { file, .. }
            | Self::Folder { file }
            | Self::NotATable { file, .. }
            | Self::Empty { file }
            | Self::Encrypted { file }
            | Self::DamagedBundle { file }
            | Self::DuplicateEntries { file }
            | Self::NothingInside { file }
            | Self::DamagedWorkbook { file }
            | Self::WorkbookBrokeReader { file }
            | Self::WorkbookTooLarge { file, .. }
            | Self::WorkbookTooSlow { file, .. }
            | Self::NoParser { file, .. }
            | Self::Limit { file, .. }
            | Self::Changed { file }
            | Self::NoSuchTable { file, .. } => file,
        }
    }

    /// A stable word for the interface to decide by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::Folder { .. } => "folder",
            Self::NotATable { .. } => "not-a-table",
            Self::Empty { .. } => "empty",
            Self::Encrypted { .. } => "encrypted",
            Self::DamagedBundle { .. } => "damaged-bundle",
            Self::DuplicateEntries { .. } => "duplicate-entries",
            Self::NothingInside { .. } => "nothing-inside",
            Self::DamagedWorkbook { .. } => "damaged-workbook",
            Self::WorkbookBrokeReader { .. } => "workbook-broke-reader",
            Self::WorkbookTooLarge { .. } => "workbook-too-large",
            Self::WorkbookTooSlow { .. } => "workbook-too-slow",
            Self::NoParser { .. } => "no-parser",
            Self::Limit { .. } => "limit",
            Self::Changed { .. } => "changed",
            Self::NoSuchTable { .. } => "no-such-table",
        }
    }
}
