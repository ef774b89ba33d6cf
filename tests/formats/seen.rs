//! What the tables of a file are taken for, and what each row says, in words.

use std::ffi::OsString;
use std::ops::ControlFlow;
use std::path::Path;

use bonafide::case::recognise_table;
use bonafide::import::{Corrections, Limits, SourceFile, WorkbookParser, open};
use bonafide::normalise::{Contact, Normaliser, Options, Value};
use bonafide::vocabulary::{Field, Moment, Precision, TableId, Zone};

/// One table as it was taken.
pub struct SeenTable {
    pub sheet: String,
    pub system: String,
    pub state: String,
    pub header_row: u32,
    pub rejected: Vec<u32>,
    /// Header, field, polarity, channel, order of dates; `-` where there is none.
    pub columns: Vec<Vec<String>>,
    /// Number, address or number, then every claim and date, sorted.
    pub rows: Vec<Vec<String>>,
}

/// Not a test of its own: the process that reads workbooks is this test program, run with this name.
#[test]
fn a_child_reads_workbooks() {
    if std::env::args().next_back().is_some_and(|last| last.starts_with('{')) {
        bonafide::import::workbook_child::main();
    }
}

/// A fixture, opened.
pub fn opened(path: &Path) -> SourceFile {
    let arguments = ["seen::a_child_reads_workbooks", "--exact", "--nocapture"];
    let parser = WorkbookParser { program: None, arguments: arguments.map(OsString::from).to_vec() };
    open(path, &Limits::default(), &parser).unwrap()
}

/// The tables of a file.
pub fn tables(path: &Path) -> Vec<SeenTable> {
    let source = opened(path);
    let mut tables = Vec::new();
    for (position, table) in source.tables.iter().enumerate() {
        let recognition = recognise_table(&source.name, table, &Corrections::none(), None);
        let mut seen = SeenTable {
            sheet: table.sheet.clone(),
            system: recognition.system.word().to_owned(),
            state: recognition.table_status.map_or("", |state| state.word()).to_owned(),
            header_row: table.header_row,
            rejected: Vec::new(),
            columns: recognition.columns.iter().map(column).collect(),
            rows: Vec::new(),
        };
        let mut normaliser = Normaliser::new(TableId(1), &recognition, &Options::default());
        source
            .read_as(position, &recognition, &mut |batch| {
                seen.rejected.extend(batch.rejected.iter().map(|row| row.row));
                for row in batch.rows.rows() {
                    match normaliser.contact(row) {
                        Ok(contact) => seen.rows.push(says(&contact)),
                        Err(_) => seen.rejected.push(row.number()),
                    }
                }
                ControlFlow::Continue(())
            })
            .unwrap();
        seen.rejected.sort_unstable();
        tables.push(seen);
    }
    tables
}

fn column(column: &bonafide::import::ColumnMeaning) -> Vec<String> {
    let word = |value: serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    vec![
        column.header.clone(),
        column.field.map_or("-", |field| field.word()).to_owned(),
        word(serde_json::to_value(column.polarity).unwrap()),
        column.channel.map_or("-", |channel| channel.word()).to_owned(),
        word(serde_json::to_value(column.dates).unwrap()),
    ]
}

/// `["2", "ada@example.org", "consent_at 2024-03-14", "email subscribed of Newsletter"]`
fn says(contact: &Contact) -> Vec<String> {
    let mut all: Vec<String> = contact
        .claims()
        .iter()
        .map(|claim| {
            let purpose = contact.text_of(claim.purpose);
            let purpose = if purpose.is_empty() { String::new() } else { format!(" of {purpose}") };
            let everywhere = if claim.all_channels { " and all channels" } else { "" };
            format!("{} {}{purpose}{everywhere}", claim.channel.word(), claim.status.word())
        })
        .collect();
    all.extend(contact.facts().iter().filter_map(|fact| {
        let said = match fact.value {
            Value::Text(_) => return None,
            Value::Moment(moment) => written(moment),
            Value::SentinelDate => "placeholder".to_owned(),
            Value::UnreadableDate => "unreadable".to_owned(),
        };
        Some(format!("{} {said}", fact.field.word()))
    }));
    all.sort();
    all.dedup();
    let who = contact.text(Field::Email).or_else(|| contact.text(Field::Phone));
    let who = who.or_else(|| contact.text(Field::ExternalId)).unwrap_or("-");
    [contact.row.to_string(), who.to_owned()].into_iter().chain(all).collect()
}

/// A moment as exactly as it is known; `Z` if its zone is.
fn written(moment: Moment) -> String {
    let pattern = match moment.precision {
        Precision::Day => "%Y-%m-%d",
        Precision::Minute => "%Y-%m-%dT%H:%M",
        Precision::Second => "%Y-%m-%dT%H:%M:%S",
    };
    let time = chrono::DateTime::from_timestamp(moment.seconds, 0).unwrap();
    let zone = if moment.zone == Zone::Unknown { "" } else { "Z" };
    format!("{}{zone}", time.format(pattern))
}
