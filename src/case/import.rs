//! Reading a file into the case: one thread reads, others understand and compress, this one writes.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};

use crate::audit::CountryCode;
use crate::import::{
    Batch, Corrections, Limits, Recognition, RejectedRow, Repair, Repaired, Repairs, SourceFile, SourceRow, Table,
    TableSample, ValueWords, WorkbookParser, cell_repairs, open, recognise,
};
use crate::matching::TableKeys;
use crate::normalise::words::{may_refuse, speaks_of_messages, status};
use crate::normalise::{Contact, Normaliser, Options, country, email};
use crate::store::{Block, ImportWriter, TableRecord};
use crate::vocabulary::{Field, TableId};

use super::snapshot::{Kin, latest};
use super::sources::{Said, layout_within, write_corrections};
use super::{Case, CaseError, Progress, Station, Watch, spawn, workers};

/// What an import depends on beside the file.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// The day of the import, as `YYYY-MM-DD`.
    pub today: String,
    /// The moment of the import, as `YYYY-MM-DDTHH:MM:SSZ`, where there is a clock.
    pub at: Option<String>,
    /// Column meanings set by hand.
    pub corrections: Corrections,
    /// How national telephone numbers and rows without a country are read.
    pub home: Option<CountryCode>,
    /// What is refused.
    pub limits: Limits,
    /// How workbooks are read.
    pub parser: WorkbookParser,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Imported {
    /// Its tables are in the case.
    Added(Vec<TableId>),
    /// The same bytes are there already, under this name, which says of their rows what the new one says. Nothing was
    /// changed.
    AlreadyThere(String),
}

/// What a worker made of one batch.
struct Understood {
    sequence: u64,
    block: Option<Block>,
    keys: TableKeys,
    rejected: Vec<RejectedRow>,
    repaired: Vec<Repaired>,
    filled: Vec<u64>,
    /// The latest day of its contacts, where that is asked for.
    newest: Option<i64>,
    bytes_done: u64,
}

impl Case {
    /// Imports every table of a file, or nothing of it.
    pub fn import(&mut self, path: &Path, options: &ImportOptions, watch: Watch<'_>) -> Result<Imported, CaseError> {
        let source = open(path, &options.limits, &options.parser)?;
        let mut there = self.store.files_with(&source.sha256)?.into_iter();
        if let Some(there) = there.find(|there| names_say_the_same(&there.name, &source)) {
            self.correct_file(&there, &options.corrections, watch)?;
            return Ok(Imported::AlreadyThere(there.name));
        }
        let mut said = Said::new();
        let recognitions = source
            .tables
            .iter()
            .map(|table| self.recognise(&source, table, options, &mut said))
            .collect::<Result<Vec<_>, _>>()?;
        let understood = self.understood_by(&said)?;
        let today = day(&options.today);
        let kin: Vec<Kin<'_>> = source
            .tables
            .iter()
            .zip(&recognitions)
            .map(|(table, recognition)| Kin {
                file_name: &source.name,
                sheet: &table.sheet,
                header_row: table.header_row,
                header: &table.header,
                recognition,
            })
            .collect();
        let series = self.series()?;
        let candidates = self.candidates(&kin, today, &|table| series.is_open(table), today, watch)?;
        drop(kin);
        let mut related = false;
        let mut strangers = Vec::new();
        let mut imported = Vec::new();
        let mut keys = Vec::new();
        let mut writer = self.store.begin_import()?;
        let file = writer.file(&source.name, &source.sha256, source.bytes, &options.today)?;
        writer.stamp(file, options.at.as_deref().unwrap_or_default())?;
        for (position, (table, recognition)) in source.tables.iter().zip(recognitions).enumerate() {
            let mut record = record(file, source.sha256, table, recognition, options.home);
            record.id = writer.table(&record)?;
            let candidates = &candidates[position];
            // Only where there is something to compare with is it looked for.
            let today = (!candidates.is_empty()).then_some(today);
            let (read, newest) = read_table(&source, position, &record, options, today, &mut writer, watch)?;
            if Self::relate(&mut writer, record.id, &read.rows, candidates, newest)? {
                related = true;
            } else if !candidates.is_empty() {
                strangers.push(record.id);
            }
            keys.push(read);
            imported.push(record.id);
        }
        write_corrections(&mut writer, &said, &understood, watch)?;
        writer.commit()?;
        related |= self.relate_to_older(&strangers, &series, today)?;
        self.forget_derived(&understood);
        if related {
            // What counts of a table is another now; its keys are derived again.
            self.keys.clear();
        } else {
            self.keys.extend(imported.iter().copied().zip(keys));
        }
        Ok(Imported::Added(imported))
    }

    /// What a table is, with what was set by hand for its layout now or before. What is set now counts more,
    /// and is remembered in turn, once the import is part of the case.
    fn recognise(
        &self,
        source: &SourceFile,
        table: &Table,
        options: &ImportOptions,
        said: &mut Said,
    ) -> Result<Recognition, CaseError> {
        let file = source.name.as_str();
        let unaided = recognise_table(file, table, &Corrections::none(), options.home);
        let layout = layout_within(&table.header, unaided.system, &source.sha256, &table.sheet);
        let now = options.corrections.of_table(file, &table.sheet, &table.header);
        let remembered = self.say(&layout, &now, said)?;
        if remembered.is_empty() {
            return Ok(unaided);
        }
        Ok(recognise_table(file, table, &Corrections::remembered(&remembered), options.home))
    }
}

/// Whether the name of a file with the same bytes says what this one's says of its rows: `contacts.csv` and a copy of it,
/// renamed `unsubscribed.csv`, are two statements.
fn names_say_the_same(name: &str, source: &SourceFile) -> bool {
    let state = |file: &str, table: &Table| {
        let recognition = recognise_table(file, table, &Corrections::none(), None);
        (recognition.table_status, recognition.channel)
    };
    name == source.name || source.tables.iter().all(|table| state(name, table) == state(&source.name, table))
}

/// What a table is, by its names and a sample of its rows; `home`: where people live unless a row says otherwise.
pub fn recognise_table(file: &str, table: &Table, corrections: &Corrections, home: Option<CountryCode>) -> Recognition {
    let home = home.as_ref().map(CountryCode::word);
    let (header, sample) = (&table.header, &table.sample);
    let sample = TableSample { file_name: file, sheet: &table.sheet, header, sample, home };
    let known = ValueWords {
        status: &status,
        country: &|cell| country::read(cell).is_some(),
        doubt: &may_refuse,
        message: &speaks_of_messages,
    };
    recognise(&sample, corrections, &known)
}

/// A day, counted from 1970-01-01. Without one no date is too late.
pub(super) fn day(today: &str) -> i64 {
    let day = chrono::NaiveDate::parse_from_str(today, "%Y-%m-%d");
    day.map_or(i64::MAX, |day| day.signed_duration_since(chrono::NaiveDate::default()).num_days())
}

fn record(
    file: i64,
    sha256: [u8; 32],
    table: &Table,
    recognition: Recognition,
    home: Option<CountryCode>,
) -> TableRecord {
    TableRecord {
        id: TableId(0),
        file,
        sha256,
        sheet: table.sheet.clone(),
        encoding: table.encoding.clone(),
        delimiter: table.delimiter.clone(),
        header_row: table.header_row,
        header: table.header.clone(),
        recognition,
        home,
        rows: 0,
        accepted: 0,
        rejected: 0,
        repaired: 0,
        filled: Vec::new(),
    }
}

/// Streams one table into the case and gives back the match keys of its contacts.
fn read_table(
    source: &SourceFile,
    position: usize,
    record: &TableRecord,
    options: &ImportOptions,
    today: Option<i64>,
    writer: &mut ImportWriter<'_>,
    watch: Watch<'_>,
) -> Result<(TableKeys, Option<i64>), CaseError> {
    let cancelled = AtomicBool::new(false);
    let (to_workers, batches) = sync_channel::<(u64, Batch)>(8);
    let (to_writer, understood) = sync_channel::<Understood>(8);
    // The workers alone hold the queue: when the last of them leaves, the reader finds it closed and stops too.
    let batches = Arc::new(Mutex::new(batches));
    std::thread::scope(|scope| {
        let cancelled = &cancelled;
        let reading = spawn(scope, "reading", move || {
            let mut sequence = 0;
            source.read_as(position, &record.recognition, &mut |batch| {
                let sent = to_workers.send((sequence, batch)).is_ok();
                sequence += 1;
                if sent && !cancelled.load(Ordering::Relaxed) {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                }
            })
        });
        for _ in 0..workers() {
            let (batches, to_writer) = (Arc::clone(&batches), to_writer.clone());
            spawn(scope, "understanding", move || understand(&batches, &to_writer, record, options, today));
        }
        drop(batches);
        drop(to_writer);
        let written = write(understood, source, record, writer, watch);
        if written.is_err() {
            cancelled.store(true, Ordering::Relaxed);
        }
        let read = reading.join().expect("reading a file ends in a result, never in a panic");
        let (keys, rows, newest) = written?;
        let count = read?;
        assert_eq!(count.rows, rows, "every row of a file ends as a contact or as a rejected row");
        Ok((keys, newest))
    })
}

/// Turns batches into blocks and keys until there are no more.
fn understand(
    batches: &Mutex<Receiver<(u64, Batch)>>,
    to_writer: &SyncSender<Understood>,
    record: &TableRecord,
    options: &ImportOptions,
    today: Option<i64>,
) {
    let normaliser_options = Options { default_country: options.home.and_then(|home| home.hint()) };
    let mut normaliser = Normaliser::new(record.id, &record.recognition, &normaliser_options);
    loop {
        let received = batches.lock().expect("a worker never panics while it holds the queue").recv();
        let Ok((sequence, batch)) = received else { return };
        let mut understood = Understood {
            sequence,
            block: None,
            keys: TableKeys::default(),
            rejected: batch.rejected,
            repaired: batch.repaired,
            filled: vec![0; record.header.len()],
            newest: None,
            bytes_done: batch.bytes_done,
        };
        let mut unaddressed = Vec::new();
        for row in batch.rows.rows() {
            for (column, cell) in row.cells().enumerate() {
                if let Some(filled) = understood.filled.get_mut(column) {
                    *filled += u64::from(!cell.is_empty());
                }
            }
            match normaliser.contact(row) {
                Ok(contact) => {
                    if let Some(today) = today {
                        understood.newest = understood.newest.max(latest(&contact, &record.recognition, today));
                    }
                    if is_unaddressed(&contact, row, &record.recognition) {
                        unaddressed.push(Repaired { row: row.number(), repair: Repair::NoAddress });
                    }
                    understood.keys.push(&contact, record.recognition.system);
                }
                Err(reason) => understood.rejected.push(RejectedRow { row: row.number(), reason, raw: String::new() }),
            }
        }
        unaddressed.extend(cell_repairs(&batch.rows));
        if !unaddressed.is_empty() {
            understood.repaired.extend(unaddressed);
            understood.repaired.sort_unstable();
        }
        let contacts = u32::try_from(understood.keys.rows.len()).expect("a batch holds a few thousand rows");
        understood.block = Block::pack(&batch.rows, contacts);
        if to_writer.send(understood).is_err() {
            return;
        }
    }
}

/// Whether somebody who cannot be reached has a cell in the column of addresses that holds none.
fn is_unaddressed(contact: &Contact, row: SourceRow<'_>, recognition: &Recognition) -> bool {
    if contact.text(Field::Email).is_some() || contact.text(Field::Phone).is_some() {
        return false;
    }
    let addresses = recognition.columns.iter().filter(|column| column.field == Some(Field::Email));
    let mut cells = addresses.filter_map(|column| row.cell((column.position as usize).checked_sub(1)?));
    cells.any(|cell| matches!(email::normalise(cell), Err(error) if error != email::NotAnAddress::Empty))
}

/// Writes what the workers made, in the order of the file. Gives back the keys and the number of rows.
fn write(
    understood: Receiver<Understood>,
    source: &SourceFile,
    record: &TableRecord,
    writer: &mut ImportWriter<'_>,
    watch: Watch<'_>,
) -> Result<(TableKeys, u64, Option<i64>), CaseError> {
    let mut keys = TableKeys::default();
    let mut rejected = 0;
    let mut repairs = Repairs::default();
    let mut filled = vec![0; record.header.len()];
    let mut waiting = BTreeMap::new();
    let mut newest = None;
    let mut next = 0;
    for arrived in understood {
        waiting.insert(arrived.sequence, arrived);
        while let Some(part) = waiting.remove(&next) {
            next += 1;
            if let Some(block) = &part.block {
                writer.block(record.id, block)?;
            }
            for row in &part.rejected {
                writer.reject(record.id, row)?;
            }
            repairs.take(&part.repaired);
            rejected += part.rejected.len() as u64;
            for (sum, count) in filled.iter_mut().zip(part.filled) {
                *sum += count;
            }
            keys.append(part.keys);
            newest = newest.max(part.newest);
            let progress = Progress { station: Station::Import, done: part.bytes_done, total: source.bytes };
            if watch(progress).is_break() {
                return Err(CaseError::Cancelled);
            }
        }
    }
    let accepted = keys.rows.len() as u64;
    writer.finish_table(record.id, accepted, rejected, &filled)?;
    writer.repairs(record.id, &repairs)?;
    Ok((keys, accepted + rejected, newest))
}
