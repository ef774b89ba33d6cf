//! Every import there was: what file, when, how it was understood, what became of its rows. Forgotten ones stay as a line
//! without anything that tells of a person.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::import::{ColumnCorrection, DateOrder, LISTS, LISTS_AT_TIMES, Meaning};
use crate::store::{FileRecord, ForgottenImport, StoreError, TableRecord};
use crate::vocabulary::{Field, System, TableId};

use super::sources::layout_of;
use super::{Case, CaseError, Superseded};

/// Every import, the first one first.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// The imports.
    pub imports: Vec<HistoryEntry>,
    /// Whether something said of newer and older exports can be taken back.
    pub can_undo: bool,
}

/// One import.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// The number of the file; `None` for an import that was forgotten.
    pub file: Option<u32>,
    /// The file's name, without the folder; of a forgotten import only its ending, as `*.csv`.
    pub name: String,
    /// What its bytes hash to, in hexadecimal.
    pub sha256: String,
    /// Its size in bytes; one beyond 4 GiB is told as the largest.
    pub bytes: u32,
    /// The day of the import, as `YYYY-MM-DD`.
    pub imported_on: String,
    /// The moment of the import, as `YYYY-MM-DDTHH:MM:SSZ`; `None` where no clock was known.
    pub imported_at: Option<String>,
    /// The day it was forgotten.
    pub forgotten_on: Option<String>,
    /// Its tables.
    pub tables: Vec<HistoryTable>,
}

/// One table of an import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryTable {
    /// Sheet or entry; empty for a plain file, and for a forgotten import.
    pub sheet: String,
    /// The system it was taken for.
    pub system: System,
    /// The key of its layout: tables with one key are understood alike.
    pub layout: String,
    /// Rows read: accepted + rejected.
    pub rows: u32,
    /// Rows that became contacts.
    pub accepted: u32,
    /// Rows that were refused.
    pub rejected: u32,
    /// Rows that were repaired while they were read.
    pub repaired: u32,
    /// Rows that a person mended.
    pub amended: u32,
    /// What was said of its columns by hand. Of a forgotten import without headers.
    pub mapping: Vec<HistoryColumn>,
    /// The later export that counts in its place.
    pub superseded: Option<Superseded>,
}

/// What was said of one column by hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryColumn {
    /// Its position from 1.
    pub position: u32,
    /// Its header; empty once the import is forgotten.
    pub header: String,
    /// What it was said to mean.
    pub field: Option<Field>,
    /// Whether it was said to mean none of the fields.
    pub own_name: bool,
    /// The order its dates were said to have.
    pub dates: Option<DateOrder>,
    /// How many words were given a state.
    pub words: u32,
}

impl Case {
    /// Every import, the first one first.
    pub fn history(&self) -> Result<History, CaseError> {
        let mut of_files: BTreeMap<i64, Vec<TableRecord>> = BTreeMap::new();
        for table in self.store.tables()? {
            of_files.entry(table.file).or_default().push(table);
        }
        let superseded = self.superseded()?;
        let mut imports: Vec<(i64, HistoryEntry)> = Vec::new();
        for file in self.store.files()? {
            let of_file = of_files.remove(&file.id).unwrap_or_default();
            imports.push((file.id, self.history_of(&file, &of_file, &superseded)?));
        }
        for one in self.store.forgotten()? {
            let entry = HistoryEntry {
                file: None,
                name: one.name,
                sha256: hexadecimal(&one.sha256),
                bytes: short(one.bytes),
                imported_on: one.imported_on,
                imported_at: Some(one.imported_at).filter(|at| !at.is_empty()),
                forgotten_on: Some(one.forgotten_on),
                tables: serde_json::from_str(&one.tables).map_err(|_| StoreError::Damaged)?,
            };
            imports.push((one.file, entry));
        }
        // A number of a file may be given again once it is forgotten: who was forgotten came first.
        imports.sort_by(|(a_file, a), (b_file, b)| {
            let key = |file: &i64, one: &HistoryEntry| {
                (one.imported_on.clone(), one.imported_at.clone(), one.forgotten_on.is_none(), *file)
            };
            key(a_file, a).cmp(&key(b_file, b))
        });
        let imports = imports.into_iter().map(|(_, entry)| entry).collect();
        Ok(History { imports, can_undo: self.can_undo_snapshot()? })
    }

    fn history_of(
        &self,
        file: &FileRecord,
        tables: &[TableRecord],
        superseded: &BTreeMap<TableId, Superseded>,
    ) -> Result<HistoryEntry, CaseError> {
        let mut told = Vec::with_capacity(tables.len());
        for table in tables {
            let layout = layout_of(table);
            let said = self.store.remembered(&layout)?;
            let mapping = said.iter().map(|(position, said)| column(*position, said, &table.header)).collect();
            told.push(HistoryTable {
                sheet: table.sheet.clone(),
                system: table.recognition.system,
                layout,
                rows: short(table.rows),
                accepted: short(table.accepted),
                rejected: short(table.rejected),
                repaired: short(table.repaired),
                amended: short(self.store.amendments(table.id)?.len() as u64),
                mapping,
                superseded: superseded.get(&table.id).cloned(),
            });
        }
        Ok(HistoryEntry {
            file: u32::try_from(file.id).ok(),
            name: file.name.clone(),
            sha256: hexadecimal(&file.sha256),
            bytes: short(file.bytes),
            imported_on: file.imported_on.clone(),
            imported_at: Some(file.imported_at.clone()).filter(|at| !at.is_empty()),
            forgotten_on: None,
            tables: told,
        })
    }

    /// What stays of a file that is forgotten on a day: nothing of its rows, headers or words, and no name that somebody
    /// chose, of a file or of a sheet.
    pub(super) fn as_forgotten(&self, file: &FileRecord, on: &str) -> Result<ForgottenImport, CaseError> {
        let mut told = self.history_of(file, &self.store.tables_of(file.id)?, &BTreeMap::new())?.tables;
        for table in &mut told {
            table.sheet.clear();
            table.mapping.iter_mut().for_each(|column| column.header.clear());
        }
        Ok(ForgottenImport {
            file: file.id,
            name: ending_alone(&file.name),
            sha256: file.sha256,
            bytes: file.bytes,
            imported_on: file.imported_on.clone(),
            imported_at: file.imported_at.clone(),
            forgotten_on: on.to_owned(),
            tables: serde_json::to_string(&told).expect("plain data always encodes"),
        })
    }
}

/// A name of which nothing is left but how the file is written: `*.csv`.
fn ending_alone(name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let known = |ending: &str| LISTS.contains(&ending) || LISTS_AT_TIMES.contains(&ending);
    match ending.filter(|ending| known(ending)) {
        Some(ending) => format!("*.{ending}"),
        None => "*".to_owned(),
    }
}

fn column(position: u32, said: &ColumnCorrection, header: &[String]) -> HistoryColumn {
    HistoryColumn {
        position,
        header: header.get((position as usize).saturating_sub(1)).cloned().unwrap_or_default(),
        field: said.field(),
        own_name: said.meaning == Some(Meaning::OwnName),
        dates: said.dates,
        words: short(said.words.len() as u64),
    }
}

fn hexadecimal(bytes: &[u8; 32]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn short(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
