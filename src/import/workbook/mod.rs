//! Workbooks, read by a child process of our own program.
//!
//! A workbook can make any reader ask for hundreds of gigabytes, run for hours or break down. So a limited child reads
//! it and tells its rows over a pipe; whatever happens to the child is a sentence about one file.

mod cell;
pub mod child;
mod formatting;
mod frame;
mod markup;
mod parent;
mod web_page;
mod xml2003;

use std::ffi::OsString;
use std::path::PathBuf;

pub(crate) use parent::{MarkColumn, Sheet, Workbook};

/// The first argument by which a program of ours knows that it is the reader of workbooks.
pub const CHILD_ARGUMENT: &str = "__read-workbook";

/// How to start the process that reads workbooks. That program must call [`child::main`] first thing when its first
/// argument is [`CHILD_ARGUMENT`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkbookParser {
    /// The program; `None` for the one that is running.
    pub program: Option<PathBuf>,
    /// Arguments before those that name the workbook.
    pub arguments: Vec<OsString>,
}

impl Default for WorkbookParser {
    fn default() -> Self {
        Self { program: None, arguments: vec![CHILD_ARGUMENT.into()] }
    }
}

#[cfg(test)]
mod fuzzed;
#[cfg(test)]
mod tests;
