//! What the fuzz targets do with their bytes.
//!
//! The stations are compiled in from the program's own sources, without the casefile, so that nothing of SQLCipher
//! has to be built.
#![allow(dead_code, unused_imports, missing_docs, clippy::all)]

#[path = "../../src/import/mod.rs"]
pub mod import;
#[path = "../../src/normalise/mod.rs"]
pub mod normalise;
#[path = "../../src/vocabulary/mod.rs"]
pub mod vocabulary;

mod packed;

use std::ops::ControlFlow;
use std::path::Path;

use import::{
    Corrections, DateOrder, Limits, TableSample, ValueWords, WorkbookParser, date_shape, open, recognise, rows_here,
};
use normalise::date::{self, Date};
use normalise::{Normaliser, Options, country, words};
use vocabulary::TableId;

/// Panics of the libraries that read workbooks are no finding: the child reports them as a file that broke its reader.
/// Every other panic ends the run.
pub fn prepare() {
    let abort = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let ours = panic.location().is_none_or(|at| {
            !["/calamine-", "/zip-", "/quick-xml-", "/flate2-", "/miniz_oxide-", "/encoding_rs-", "/zopfli-"]
                .iter()
                .any(|library| at.file().contains(library))
        });
        // Slicing and arithmetic of the standard library report the place in it; who called is in the stack.
        let by_library = panic.location().is_some_and(|at| at.file().starts_with("/rustc/")) && called_by_library();
        if ours && !by_library {
            abort(panic);
        }
    }));
}

fn called_by_library() -> bool {
    let stack = std::backtrace::Backtrace::force_capture().to_string();
    stack.lines().any(|line| line.contains("calamine::"))
}

/// A file as it is dropped on the window: opened, every table recognised, every row read and made a contact.
pub fn table(data: &[u8]) {
    if data.len() > 1 << 16 {
        return;
    }
    let path = Path::new("/dev/shm").join(format!("bonafide-fuzz-{}.csv", std::process::id()));
    std::fs::write(&path, data).expect("there is room in memory");
    let parser = WorkbookParser { program: Some("/bin/false".into()), arguments: Vec::new() };
    let Ok(source) = open(&path, &Limits::default(), &parser) else { return };
    for (position, table) in source.tables.iter().enumerate() {
        let sample = TableSample {
            file_name: &source.name,
            sheet: &table.sheet,
            header: &table.header,
            sample: &table.sample,
            home: None,
        };
        let known = ValueWords {
            status: &words::status,
            country: &|cell| country::read(cell).is_some(),
            doubt: &words::may_refuse,
            message: &words::speaks_of_messages,
        };
        let recognition = recognise(&sample, &Corrections::none(), &known);
        assert_eq!(recognition.columns.len(), table.header.len());
        let mut normaliser = Normaliser::new(TableId(1), &recognition, &Options::default());
        let (mut accepted, mut rejected) = (0, 0);
        let count = source.read(position, &mut |batch| {
            accepted += batch.rows.len() as u64;
            rejected += batch.rejected.len() as u64;
            for row in batch.rows.rows() {
                let _ = normaliser.contact(row);
            }
            ControlFlow::Continue(())
        });
        if let Ok(count) = count {
            assert_eq!((count.accepted, count.rejected), (accepted, rejected));
            assert_eq!(count.rows, accepted + rejected);
        }
    }
}

/// A date cell, its first byte the order of day and month.
pub fn date(data: &[u8]) {
    let Some((order, cell)) = data.split_first() else { return };
    let Ok(cell) = std::str::from_utf8(cell) else { return };
    let orders =
        [DateOrder::Plain, DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::Ambiguous, DateOrder::Unknown];
    let order = orders[usize::from(*order) % orders.len()];
    date_shape(cell);
    let read = date::read(cell, order, order == DateOrder::Plain);
    if let Date::Moment(moment) | Date::Sentinel(moment) = read {
        // Whatever was read is a day of the calendar that reads back as itself.
        let again = date::read(&date::iso_day(moment), DateOrder::Plain, false);
        match again {
            Date::Moment(again) | Date::Sentinel(again) => assert_eq!(again.days(), moment.days(), "{cell}"),
            Date::Zero | Date::Empty | Date::Unreadable => {
                assert!(!(1..=9999).contains(&year(moment)), "{cell} is read as {}", date::iso_day(moment));
            }
        }
    }
}

fn year(moment: vocabulary::Moment) -> i64 {
    date::iso_day(moment).rsplitn(3, '-').nth(2).and_then(|year| year.parse().ok()).unwrap_or(0)
}

pub fn xlsx(data: &[u8]) {
    workbook(&packed::xlsx(data));
}

pub fn xlsb(data: &[u8]) {
    workbook(&packed::xlsb(data));
}

pub fn ods(data: &[u8]) {
    workbook(&packed::ods(data));
}

pub fn xls(data: &[u8]) {
    workbook(data);
}

/// A workbook in the XML of Excel 2003, or a web page with tables.
pub fn markup(data: &[u8]) {
    workbook(data);
}

/// First the beginning of every sheet, then each sheet whole, as the program does with two children.
fn workbook(content: &[u8]) {
    if content.len() > 1 << 18 {
        return;
    }
    let limits = Limits { sheet_cells: 20_000, inflated_bytes: 8 << 20, ..Limits::default() };
    let Ok(sheets) = rows_here(content, &limits, None) else { return };
    for (index, _) in sheets.iter().take(4) {
        if let Ok(sheet) = rows_here(content, &limits, Some(*index)) {
            assert!(sheet.iter().all(|(told, _)| told == index));
        }
    }
}
