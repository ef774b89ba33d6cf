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
    let text = std::fs::read(csv).with_context(|| csv.display().to_string())?;
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    let rows = reader
        .records()
        .map(|record| Ok(record?.iter().map(Cell::from).collect()))
        .collect::<anyhow::Result<Vec<Vec<Cell>>>>()?;
    workbook::xlsx(&[Sheet { name: "Worksheet", rows }, Sheet { name: "Worksheet 1", rows: Vec::new() }])
}
