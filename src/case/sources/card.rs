//! One card per file, with a line per table: what it is, how it was read, what became of its rows.

use serde::Serialize;
use specta::Type;

use crate::import::{DateOrder, Repair, Repairs, what_is_missing};
use crate::store::{FileRecord, TableRecord};
use crate::vocabulary::{Field, System};

use super::super::{Case, CaseError, Superseded};
use super::questions::{needed, unread};
use super::{Asked, Question, count, percent};

/// What was read, by file.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Sources {
    /// In the order of import.
    pub files: Vec<FileCard>,
    /// Rows read: accepted + rejected.
    pub rows: u32,
    /// Rows that became contacts.
    pub accepted: u32,
    /// Rows that were refused.
    pub rejected: u32,
    /// How many systems they come from. A file in which nobody was found comes from none.
    pub systems: u32,
    /// How many lists kept by hand, each a file, they come from.
    pub lists: u32,
    /// Questions only the user can answer, before people are joined.
    pub open_questions: u32,
    /// Whether a correction can be taken back.
    pub can_undo: bool,
}

/// One imported file.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FileCard {
    /// Its number within the case.
    pub file: u32,
    /// Its name, without the folder.
    pub name: String,
    /// The day of the import, as `YYYY-MM-DD`.
    pub imported_on: String,
    /// The system its first table comes from.
    pub system: System,
    /// Sums over its tables.
    pub rows: u32,
    /// Rows that became contacts.
    pub accepted: u32,
    /// Rows that were refused.
    pub rejected: u32,
    /// The state that needs a person most.
    pub state: State,
    /// That a later export counts in its place; `None` for a file that counts itself. Of a file that is set aside
    /// nothing counts but a no.
    pub superseded: Option<Superseded>,
    /// Its open questions.
    pub questions: u32,
    /// Its remarks that somebody has to read. Nothing waits for it: whoever has one is held until then.
    pub unread: u32,
    /// Never empty.
    pub tables: Vec<TableCard>,
}

/// One table of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TableCard {
    /// Its number within the case.
    pub table: u32,
    /// Sheet or entry; empty for a plain file.
    pub sheet: String,
    /// The system that wrote it.
    pub system: System,
    /// How sure that is, in percent.
    pub sure: u32,
    /// Which columns or names say so.
    pub why: String,
    /// Rows read: accepted + rejected.
    pub rows: u32,
    /// Rows that became contacts.
    pub accepted: u32,
    /// Rows that were refused.
    pub rejected: u32,
    /// Rows of which something was mended.
    pub repaired: u32,
    /// What was mended, by kind.
    pub repairs: Vec<RepairView>,
    /// How it was decoded; empty for a workbook.
    pub encoding: String,
    /// What parts its cells; `None` for a workbook and for one column.
    pub delimiter: Option<Delimiter>,
    /// How its dates are ordered.
    pub dates: TableDates,
    /// The row of its header; 0 if it has none.
    pub header_row: u32,
    /// What the export lacks and how to get it, as a key of the texts; `None` if nothing that matters is known.
    pub lacks: Option<String>,
    /// Whether it is read, incomplete, or asks something.
    pub state: State,
    /// Its open questions.
    pub questions: u32,
    /// Its remarks that somebody has to read. Nothing waits for it: whoever has one is held until then.
    pub unread: u32,
}

/// One kind of repair, and the rows it was made in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RepairView {
    /// What was mended.
    pub what: Repair,
    /// In how many rows.
    pub rows: u32,
    /// The first of them.
    pub first: Vec<u32>,
}

/// How many rows of a repair are named.
const FIRST: usize = 8;

/// How a table stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing is left to do.
    Read,
    /// It cannot show who said no: another export is needed.
    Incomplete,
    /// A question is open.
    Question,
}

/// What parts the cells of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Delimiter {
    Comma,
    Semicolon,
    Tab,
    Pipe,
    Other,
}

/// How the dates of a table are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TableDates {
    /// It has none.
    None,
    /// The year comes first, or the month is a word.
    YearFirst,
    /// Day before month.
    DayFirst,
    /// Month before day.
    MonthFirst,
    /// Some columns so, some otherwise.
    Mixed,
    /// A question about it is open.
    Unclear,
    /// A person said that nobody knows.
    Unknown,
}

impl Case {
    /// What was read, by file.
    pub fn sources(&self) -> Result<Sources, CaseError> {
        let tables = self.store.tables()?;
        let superseded = self.superseded()?;
        let mut files = Vec::new();
        for file in self.store.files()? {
            let cards = tables
                .iter()
                .filter(|table| table.file == file.id)
                .map(|table| {
                    Ok(table_card(table, &tables, &self.questions_of(table)?, &self.store.repairs_of(table.id)?))
                })
                .collect::<Result<Vec<_>, CaseError>>()?;
            let tables = tables.iter().filter(|table| table.file == file.id);
            let aside: Option<Vec<&Superseded>> = tables.map(|table| superseded.get(&table.id)).collect();
            let aside = aside.and_then(|aside| aside.first().copied().cloned());
            files.extend(file_card(&file, cards, aside));
        }
        let sum = |part: fn(&FileCard) -> u32| files.iter().map(part).fold(0, u32::saturating_add);
        let (lists, mut systems): (Vec<System>, Vec<System>) = files
            .iter()
            .filter(|file| file.accepted > 0)
            .map(|file| file.system)
            .partition(|system| *system == System::List);
        systems.sort_unstable();
        systems.dedup();
        Ok(Sources {
            rows: sum(|file| file.rows),
            accepted: sum(|file| file.accepted),
            rejected: sum(|file| file.rejected),
            systems: count(systems.len() as u64),
            lists: count(lists.len() as u64),
            open_questions: sum(|file| file.questions),
            can_undo: self.can_undo_correction()?,
            files,
        })
    }
}

fn file_card(file: &FileRecord, tables: Vec<TableCard>, superseded: Option<Superseded>) -> Option<FileCard> {
    let sum = |part: fn(&TableCard) -> u32| tables.iter().map(part).fold(0, u32::saturating_add);
    Some(FileCard {
        file: u32::try_from(file.id).ok()?,
        name: file.name.clone(),
        imported_on: file.imported_on.clone(),
        system: tables.first()?.system,
        rows: sum(|table| table.rows),
        accepted: sum(|table| table.accepted),
        rejected: sum(|table| table.rejected),
        state: tables.iter().map(|table| table.state).max()?,
        questions: sum(|table| table.questions),
        unread: sum(|table| table.unread),
        superseded,
        tables,
    })
}

/// `tables`: all of the case.
pub(super) fn table_card(
    table: &TableRecord,
    tables: &[TableRecord],
    questions: &[Question],
    repairs: &Repairs,
) -> TableCard {
    let recognition = &table.recognition;
    // Where the name of the table says what all its rows are, no row could say otherwise.
    let told = recognition.table_status.is_some();
    let blind = !recognition.carries_refusals && !told && recognition.system != System::List || recognition.hashed;
    TableCard {
        table: table.id.0,
        sheet: table.sheet.clone(),
        system: recognition.system,
        sure: percent(recognition.confidence),
        why: recognition.why.clone(),
        rows: count(table.rows),
        accepted: count(table.accepted),
        rejected: count(table.rejected),
        repaired: count(repairs.rows),
        repairs: repair_views(repairs),
        encoding: table.encoding.clone(),
        delimiter: table.delimiter.as_deref().map(delimiter),
        dates: dates(table, questions),
        header_row: table.header_row,
        lacks: lacks(table, tables).map(str::to_owned),
        state: match (needed(questions), blind) {
            (1.., _) => State::Question,
            (0, true) => State::Incomplete,
            (0, false) => State::Read,
        },
        questions: needed(questions),
        unread: unread(questions),
    }
}

fn repair_views(repairs: &Repairs) -> Vec<RepairView> {
    let view = |(what, rows): (&Repair, &crate::import::RepairedRows)| RepairView {
        what: *what,
        rows: count(rows.rows),
        first: rows.first.iter().take(FIRST).copied().collect(),
    };
    repairs.kinds.iter().map(view).collect()
}

/// What an export lacks first, beside the others. Of one without rows nothing is known, and a list in which nobody was
/// found lacks people first.
fn lacks(table: &TableRecord, tables: &[TableRecord]) -> Option<&'static str> {
    let missing = what_is_missing(&table.recognition, tables.iter().map(|table| &table.recognition));
    let missing = missing.first().copied().filter(|_| table.rows > 0);
    missing.or_else(|| list_lacks(table).filter(|_| table.accepted > 0))
}

/// What a list kept by hand lacks: the first piece of a proof it has no column for.
fn list_lacks(table: &TableRecord) -> Option<&'static str> {
    if table.recognition.system != System::List {
        return None;
    }
    let has = |fields: &[Field]| {
        table.recognition.columns.iter().any(|column| column.field.is_some_and(|field| fields.contains(&field)))
    };
    let states = [Field::Status, Field::OptinEmail, Field::OptinSms, Field::OptinPhone, Field::OptinPost];
    if table.recognition.table_status.is_none() && !has(&states) && !has(&[Field::ConsentAt]) {
        Some("lacks-list-state")
    } else if !has(&[Field::ConsentAt, Field::ConfirmedAt]) {
        Some("lacks-list-date")
    } else if !has(&[Field::ConsentSource, Field::ConsentForm, Field::ConsentUrl]) {
        Some("lacks-list-source")
    } else if !has(&[Field::WordingVersion, Field::WordingText]) {
        Some(if has(&[Field::ConsentMethod]) { "lacks-list-wording" } else { "lacks-list-wording-method" })
    } else {
        None
    }
}

fn delimiter(written: &str) -> Delimiter {
    match written {
        "," => Delimiter::Comma,
        ";" => Delimiter::Semicolon,
        "\t" => Delimiter::Tab,
        "|" => Delimiter::Pipe,
        _ => Delimiter::Other,
    }
}

fn dates(table: &TableRecord, questions: &[Question]) -> TableDates {
    if questions.iter().any(|question| matches!(question.asked, Asked::DateOrder { .. })) {
        return TableDates::Unclear;
    }
    let orders: Vec<DateOrder> = table
        .recognition
        .columns
        .iter()
        .zip(table.filled.iter().chain(std::iter::repeat(&0)))
        .filter(|(_, filled)| **filled > 0)
        .filter_map(|(column, _)| column.dates)
        .collect();
    let has = |order| orders.contains(&order);
    match (has(DateOrder::Unknown), has(DateOrder::DayFirst), has(DateOrder::MonthFirst)) {
        (true, ..) => TableDates::Unknown,
        (_, true, true) => TableDates::Mixed,
        (_, true, false) => TableDates::DayFirst,
        (_, false, true) => TableDates::MonthFirst,
        _ if orders.is_empty() => TableDates::None,
        _ => TableDates::YearFirst,
    }
}
