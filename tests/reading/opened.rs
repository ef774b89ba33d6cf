//! A file written for one test, opened and read; what is promised of every table is looked at each time.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;

use bonafide::import::{Count, ImportError, Limits, Repair, SourceFile, WorkbookParser, open};
use tempfile::TempDir;

#[derive(Debug)]
pub struct Opened {
    _folder: TempDir,
    pub path: PathBuf,
    pub source: SourceFile,
}

pub fn try_open(name: &str, content: &[u8], limits: &Limits) -> Result<Opened, ImportError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    let source = open(&path, limits, &WorkbookParser::default())?;
    Ok(Opened { _folder: folder, path, source })
}

pub fn opened(content: impl AsRef<[u8]>) -> Opened {
    try_open("list.csv", content.as_ref(), &Limits::default()).unwrap()
}

#[derive(Default)]
pub struct Outcome {
    pub rows: Vec<(u32, Vec<String>)>,
    pub rejected: Vec<(u32, String, String)>,
    pub repaired: Vec<(u32, Repair)>,
    pub count: Count,
}

pub fn read(source: &SourceFile, table: usize) -> Outcome {
    let mut outcome = Outcome::default();
    let count = source.read(table, &mut |batch| {
        outcome.rows.extend(batch.rows.rows().map(|row| (row.number(), row.cells().map(str::to_owned).collect())));
        outcome.rejected.extend(batch.rejected.into_iter().map(|row| (row.row, row.reason, row.raw)));
        outcome.repaired.extend(batch.repaired.into_iter().map(|found| (found.row, found.repair)));
        ControlFlow::Continue(())
    });
    outcome.count = count.unwrap();
    assert_eq!(outcome.count.accepted, outcome.rows.len() as u64);
    assert_eq!(outcome.count.rejected, outcome.rejected.len() as u64);
    assert_eq!(outcome.count.rows, outcome.count.accepted + outcome.count.rejected);
    let repaired: BTreeSet<u32> = outcome.repaired.iter().map(|(row, _)| *row).collect();
    assert_eq!(outcome.count.repaired, repaired.len() as u64);
    let accepted: BTreeSet<u32> = outcome.rows.iter().map(|(row, _)| *row).collect();
    assert!(repaired.is_subset(&accepted), "only accepted rows are repaired");
    outcome
}

pub fn cells(content: impl AsRef<[u8]>) -> Vec<Vec<String>> {
    read(&opened(content).source, 0).rows.into_iter().map(|(_, cells)| cells).collect()
}

pub fn reasons(content: impl AsRef<[u8]>) -> Vec<(u32, String)> {
    read(&opened(content).source, 0).rejected.into_iter().map(|(row, reason, _)| (row, reason)).collect()
}

/// The only table of a text, read.
pub fn outcome(content: impl AsRef<[u8]>) -> Outcome {
    read(&opened(content).source, 0)
}
