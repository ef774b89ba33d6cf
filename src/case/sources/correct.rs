//! What a person says by hand of a column: applied to every table of its layout, remembered, and taken back.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use specta::Type;
use xxhash_rust::xxh3::Xxh3;

use crate::audit::CountryCode;
use crate::import::{
    ColumnCorrection, ColumnMeaning, Corrections, DateOrder, Limits, Meaning, Recognition, TableSample, ValueWords,
    layout_key, recognise,
};
use crate::normalise::words::{may_refuse, speaks_of_messages, status};
use crate::normalise::{Normaliser, Options, country};
use crate::store::{FileRecord, ImportWriter, StoreError, TableRecord};
use crate::vocabulary::{ConsentStatus, Field, System, TableId};

use super::super::{Case, CaseError, Pace, Station, Watch};
use super::count;

/// Everything that is said by hand of layouts, by position from 1. An empty correction is one taken back.
pub(in crate::case) type Said = BTreeMap<String, BTreeMap<u32, ColumnCorrection>>;

/// Tables that are in the case already, with what they are understood as from now on.
pub(in crate::case) type Understood = Vec<(TableRecord, Recognition)>;

/// What a person says of a column.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// What it means.
    Meaning {
        /// The field; `None` if it is none of them and keeps its own name.
        field: Option<Field>,
    },
    /// How day and month are ordered.
    Dates {
        /// `DayFirst`, `MonthFirst`, or `Unknown` where nobody knows.
        order: DateOrder,
    },
    /// What words of it stand for.
    Words {
        /// The state of each word.
        words: BTreeMap<String, ConsentStatus>,
    },
    /// Nothing any more: what is recognised counts again.
    Reset,
}

/// What a correction would do to the rows of the tables it touches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// Contacts now.
    pub accepted: u32,
    /// Rows refused now.
    pub rejected: u32,
    /// Contacts then.
    pub accepted_then: u32,
    /// Rows refused then.
    pub rejected_then: u32,
    /// How many tables of the case have this layout.
    pub tables: u32,
}

/// A correction that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Undone {
    /// A table of the layout, if one is still in the case.
    pub table: Option<u32>,
    /// The column, from 1; 0 where it was a whole mapping.
    pub position: u32,
    /// Its header; empty where it was a whole mapping.
    pub header: String,
}

/// The name under which a case keeps the corrections that can be taken back, the last one last.
const NOTE: &str = "corrections-undo";
/// How many can be taken back.
const STEPS: usize = 50;

#[derive(Serialize, Deserialize)]
pub(super) struct Step {
    layout: String,
    position: u32,
    header: String,
    before: ColumnCorrection,
    /// Everything that was said of the layout before, where a whole mapping was applied.
    #[serde(default)]
    whole: Option<BTreeMap<u32, ColumnCorrection>>,
}

impl Step {
    /// A step back to everything that was said of a layout.
    pub(super) fn of_layout(layout: String, before: BTreeMap<u32, ColumnCorrection>) -> Self {
        let (position, header) = (0, String::new());
        Self { layout, position, header, before: ColumnCorrection::default(), whole: Some(before) }
    }
}

impl Change {
    /// What is said of the column then; `None` if the change says nothing anybody can say by hand.
    fn over(&self, before: &ColumnCorrection) -> Option<ColumnCorrection> {
        let mut after = before.clone();
        match self {
            Self::Meaning { field } => {
                let meaning = Some(field.map_or(Meaning::OwnName, Meaning::Field));
                after.take(&ColumnCorrection { meaning, ..ColumnCorrection::default() });
            }
            Self::Dates { order: order @ (DateOrder::DayFirst | DateOrder::MonthFirst | DateOrder::Unknown) } => {
                after.dates = Some(*order);
            }
            Self::Dates { order: DateOrder::Plain | DateOrder::Ambiguous } => return None,
            Self::Words { words } => {
                after.take(&ColumnCorrection { words: words.clone(), ..ColumnCorrection::default() });
            }
            Self::Reset => after = ColumnCorrection::default(),
        }
        Some(after)
    }
}

impl Case {
    /// Says something of a column (its position from 1). It holds for every table of the same layout, now and
    /// later; their rows are judged anew and verdicts are taken back, all or nothing.
    ///
    /// # Errors
    /// When table or column are not in the case, or nothing was said.
    pub fn correct(
        &mut self,
        table: TableId,
        position: u32,
        change: &Change,
        watch: Watch<'_>,
    ) -> Result<(), CaseError> {
        let (record, layout, said) = self.changed(table, position, change)?;
        let before = self.store.remembered(&layout)?.remove(&position).unwrap_or_default();
        if said[&layout][&position] == before {
            return Ok(());
        }
        let header = record.header[position as usize - 1].clone();
        self.apply_with_step(&said, Step { layout, position, header, before, whole: None }, watch)
    }

    /// Applies what is said, and keeps how it is taken back.
    pub(super) fn apply_with_step(&mut self, said: &Said, step: Step, watch: Watch<'_>) -> Result<(), CaseError> {
        let mut steps = self.steps()?;
        steps.push(step);
        steps.drain(..steps.len().saturating_sub(STEPS));
        self.apply(said, Some(&steps), watch)
    }

    /// What a correction would do to the rows, without doing it.
    ///
    /// # Errors
    /// As [`Self::correct`].
    pub fn preview_correction(
        &self,
        table: TableId,
        position: u32,
        change: &Change,
        watch: Watch<'_>,
    ) -> Result<Preview, CaseError> {
        let (_, layout, said) = self.changed(table, position, change)?;
        let understood = self.understood_by(&said)?;
        let mut pace = Pace::begin(watch, Station::Reread, rows_of(&understood))?;
        let mut preview = Preview::default();
        for record in self.store.tables()?.iter().filter(|record| layout_of(record) == layout) {
            let (accepted, rejected) = (count(record.accepted), count(record.rejected));
            let then = match understood.iter().find(|(other, _)| other.id == record.id) {
                None => accepted,
                Some((_, recognition)) => self.contacts_by(record, recognition, &mut pace)?,
            };
            preview.tables += 1;
            preview.accepted += accepted;
            preview.rejected += rejected;
            preview.accepted_then += then;
            preview.rejected_then += (accepted + rejected).saturating_sub(then);
        }
        Ok(preview)
    }

    /// Takes the last correction back. `None` if there is none left.
    pub fn undo_correction(&mut self, watch: Watch<'_>) -> Result<Option<Undone>, CaseError> {
        let mut steps = self.steps()?;
        let Some(step) = steps.pop() else { return Ok(None) };
        let mut columns = self.store.remembered(&step.layout)?;
        match step.whole {
            Some(before) => {
                columns.values_mut().for_each(|said| *said = ColumnCorrection::default());
                columns.extend(before);
            }
            None => {
                columns.insert(step.position, step.before);
            }
        }
        self.apply(&Said::from([(step.layout.clone(), columns)]), Some(&steps), watch)?;
        let table = self.store.tables()?.iter().find(|table| layout_of(table) == step.layout).map(|table| table.id.0);
        Ok(Some(Undone { table, position: step.position, header: step.header }))
    }

    pub(super) fn can_undo_correction(&self) -> Result<bool, CaseError> {
        Ok(!self.steps()?.is_empty())
    }

    /// Applies what is said on the command line to a file that is in the case already.
    pub(in crate::case) fn correct_file(
        &mut self,
        file: &FileRecord,
        corrections: &Corrections,
        watch: Watch<'_>,
    ) -> Result<(), CaseError> {
        let mut said = Said::new();
        for table in self.store.tables()?.iter().filter(|table| table.file == file.id) {
            self.say(&layout_of(table), &corrections.of_table(&file.name, &table.sheet, &table.header), &mut said)?;
        }
        if said.is_empty() { Ok(()) } else { self.apply(&said, None, watch) }
    }

    /// Everything said of a layout, what is said now over what is remembered. Keeps it in `said` if it is news.
    pub(in crate::case) fn say(
        &self,
        layout: &str,
        now: &[ColumnCorrection],
        said: &mut Said,
    ) -> Result<BTreeMap<u32, ColumnCorrection>, CaseError> {
        let before = match said.get(layout) {
            Some(said) => said.clone(),
            None => self.store.remembered(layout)?,
        };
        let mut after = before.clone();
        for (position, said) in (1..).zip(now).filter(|(_, said)| !said.is_empty()) {
            after.entry(position).or_default().take(said);
        }
        if after != before {
            said.insert(layout.to_owned(), after.clone());
        }
        Ok(after)
    }

    /// The tables of the case that are understood otherwise by what is said.
    pub(in crate::case) fn understood_by(&self, said: &Said) -> Result<Understood, CaseError> {
        let mut understood = Understood::new();
        if said.is_empty() {
            return Ok(understood);
        }
        let files: BTreeMap<i64, String> = self.store.files()?.into_iter().map(|file| (file.id, file.name)).collect();
        for record in self.store.tables()? {
            let Some(columns) = said.get(&layout_of(&record)) else { continue };
            let name = files.get(&record.file).map(String::as_str).unwrap_or_default();
            let recognition = self.recognise_again(name, &record, columns)?;
            if recognition != record.recognition {
                understood.push((record, recognition));
            }
        }
        Ok(understood)
    }

    /// What a table is understood as where people live elsewhere than was thought at its import: the order of day and
    /// month may go with the country.
    pub(in crate::case) fn understood_at(
        &self,
        home: Option<CountryCode>,
        table: &TableRecord,
    ) -> Result<Recognition, CaseError> {
        let parted = |column: &ColumnMeaning| column.dates.is_some_and(|order| order != DateOrder::Plain);
        if !table.recognition.columns.iter().any(parted) {
            return Ok(table.recognition.clone());
        }
        let file = self.file_record(table.file)?;
        let said = self.store.remembered(&layout_of(table))?;
        self.recognise_again(&file.name, &TableRecord { home, ..table.clone() }, &said)
    }

    /// Forgets what was derived of tables in memory.
    pub(in crate::case) fn forget_derived(&mut self, understood: &Understood) {
        for (record, _) in understood {
            self.keys.remove(&record.id);
        }
        self.asked.borrow_mut().clear();
    }

    fn apply(&mut self, said: &Said, steps: Option<&[Step]>, watch: Watch<'_>) -> Result<(), CaseError> {
        let understood = self.understood_by(said)?;
        let mut writer = self.store.begin_import()?;
        write_corrections(&mut writer, said, &understood, watch)?;
        if let Some(steps) = steps {
            writer.note(NOTE, &serde_json::to_string(steps).expect("plain data always encodes"))?;
        }
        // To remember that something is as it was recognised takes no verdict back.
        if understood.is_empty() {
            writer.commit_keeping_verdicts()?
        } else {
            writer.commit()?
        }
        self.forget_derived(&understood);
        Ok(())
    }

    fn changed(
        &self,
        table: TableId,
        position: u32,
        change: &Change,
    ) -> Result<(TableRecord, String, Said), CaseError> {
        let record = self.table_record(table)?;
        if position == 0 || position as usize > record.header.len() {
            return Err(CaseError::Gone);
        }
        let layout = layout_of(&record);
        let mut columns = self.store.remembered(&layout)?;
        let said = columns.entry(position).or_default();
        *said = change.over(said).ok_or(CaseError::Gone)?;
        let said = Said::from([(layout.clone(), columns)]);
        Ok((record, layout, said))
    }

    fn steps(&self) -> Result<Vec<Step>, CaseError> {
        match self.store.noted(NOTE)? {
            None => Ok(Vec::new()),
            Some(kept) => Ok(serde_json::from_str(&kept).map_err(|_| StoreError::Damaged)?),
        }
    }

    fn recognise_again(
        &self,
        file_name: &str,
        record: &TableRecord,
        columns: &BTreeMap<u32, ColumnCorrection>,
    ) -> Result<Recognition, CaseError> {
        let most = Limits::default().sample_rows;
        let mut sample: Vec<Vec<String>> = Vec::new();
        self.store.each_batch_of(record.id, |batch| -> Result<_, StoreError> {
            let room = most - sample.len();
            sample.extend(batch.rows().take(room).map(|row| row.cells().map(str::to_owned).collect()));
            Ok(if sample.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        })?;
        let known = ValueWords {
            status: &status,
            country: &|cell| country::read(cell).is_some(),
            doubt: &may_refuse,
            message: &speaks_of_messages,
        };
        let home = record.home.as_ref().map(CountryCode::word);
        let table = TableSample { file_name, sheet: &record.sheet, header: &record.header, sample: &sample, home };
        Ok(recognise(&table, &Corrections::remembered(columns), &known))
    }

    fn contacts_by(
        &self,
        record: &TableRecord,
        recognition: &Recognition,
        pace: &mut Pace<'_>,
    ) -> Result<u32, CaseError> {
        let mut normaliser = normaliser(record, recognition);
        let mut contacts = 0;
        self.store.each_batch_of(record.id, |batch| -> Result<_, CaseError> {
            let mut rows = 0;
            contacts +=
                batch.rows().inspect(|_| rows += 1).filter(|row| normaliser.contact(*row).is_ok()).count() as u64;
            pace.step(rows)?;
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(count(contacts))
    }
}

/// Writes what is said and how tables are understood by it, and judges their rows anew.
pub(in crate::case) fn write_corrections(
    writer: &mut ImportWriter<'_>,
    said: &Said,
    understood: &Understood,
    watch: Watch<'_>,
) -> Result<(), CaseError> {
    for (layout, columns) in said {
        for (position, column) in columns {
            writer.remember(layout, *position, column)?;
        }
    }
    if understood.is_empty() {
        return Ok(());
    }
    let mut pace = Pace::begin(watch, Station::Reread, rows_of(understood))?;
    for (record, recognition) in understood {
        writer.understand(record.id, recognition)?;
        let mut normaliser = normaliser(record, recognition);
        writer.reread(record.id, record.home, |row| normaliser.contact(row).map(|_| ()), |rows| pace.step(rows))?;
    }
    Ok(())
}

fn rows_of(understood: &Understood) -> u64 {
    understood.iter().map(|(record, _)| record.rows).sum()
}

/// The key under which is remembered what is said of a table's columns.
pub(in crate::case) fn layout_of(record: &TableRecord) -> String {
    layout_within(&record.header, record.recognition.system, &record.sha256, &record.sheet)
}

/// See [`layout_of`]. Columns without any header are alike in nothing but their number: what is said of them holds for
/// this table of this file alone.
pub(in crate::case) fn layout_within(header: &[String], system: System, sha256: &[u8; 32], sheet: &str) -> String {
    if header.iter().any(|name| !name.trim().is_empty()) {
        return layout_key(header, system);
    }
    let mut hash = Xxh3::new();
    hash.update(sha256);
    hash.update(sheet.as_bytes());
    format!("{:032x}", hash.digest128())
}

pub(super) fn normaliser(record: &TableRecord, recognition: &Recognition) -> Normaliser {
    Normaliser::new(record.id, recognition, &Options { default_country: record.home.and_then(|home| home.hint()) })
}
