//! The zip and the workbook of `fixtures/systems`, made from the texts beside them, which a person can read.

use std::path::Path;

use anyhow::Context as _;

use super::tree::{self, Files};
use super::workbook::{self, Cell, Sheet};

/// Path below `fixtures/systems` → content.
pub fn files(fixtures: &Path) -> anyhow::Result<Files> {
    let systems = fixtures.join("systems");
    Ok(Files::from([
        ("mailchimp/audience_export_7d1e4b90aa.zip".to_owned(), audience_zip(&systems.join("mailchimp/audience"))?),
        ("mautic/contacts.xlsx".to_owned(), mautic_workbook(&systems.join("mautic/contacts.csv"))?),
        (
            "dynamics365/Active Contacts 10-12-2026 9-30-00 AM.xlsx".to_owned(),
            one_sheet("Active Contacts", &systems.join("dynamics365/workbook/Active Contacts.csv"))?,
        ),
        (
            "pipedrive/people-4711000-12.xlsx".to_owned(),
            one_sheet("Sheet1", &systems.join("pipedrive/people-4711000-12.csv"))?,
        ),
    ]))
}

/// Every file of the folder, by name.
fn audience_zip(folder: &Path) -> anyhow::Result<Vec<u8>> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        entries.push((entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path())?));
    }
    entries.sort();
    tree::zip(&entries)
}

/// The same contacts, and the second, empty sheet Mautic leaves behind.
fn mautic_workbook(csv: &Path) -> anyhow::Result<Vec<u8>> {
    let rows = rows(csv, |cell| Cell::from(cell))?;
    workbook::xlsx(&[Sheet { name: "Worksheet", rows }, Sheet { name: "Worksheet 1", rows: Vec::new() }])
}

/// The rows of a text as one sheet, its times as true times.
fn one_sheet(name: &'static str, csv: &Path) -> anyhow::Result<Vec<u8>> {
    let rows = rows(csv, |cell| if is_time(cell) { Cell::Time(cell.to_owned()) } else { Cell::from(cell) })?;
    workbook::xlsx(&[Sheet { name, rows }])
}

fn rows(csv: &Path, cell: impl Fn(&str) -> Cell) -> anyhow::Result<Vec<Vec<Cell>>> {
    let text = std::fs::read(csv).with_context(|| csv.display().to_string())?;
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|record| Ok(record?.iter().map(&cell).collect())).collect()
}

/// `2026-10-30 08:00:00`
fn is_time(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    bytes.len() == 19 && bytes[4] == b'-' && bytes[7] == b'-' && bytes[10] == b' ' && bytes[13] == b':'
}
