//! Workbooks with fixed metadata, so that the same sheets give the same file.

use anyhow::Context as _;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

/// One cell.
#[derive(Debug, Clone)]
pub enum Cell {
    /// A text, or nothing.
    Text(String),
    /// A real date with time, given as `2026-10-30 08:00:00`.
    Time(String),
    /// A real date, given as `2026-10-30`.
    Day(String),
}

/// One sheet: its name and its rows, the header first.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub name: &'static str,
    pub rows: Vec<Vec<Cell>>,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// The file.
pub fn xlsx(sheets: &[Sheet]) -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    let saved = ExcelDateTime::from_ymd(2026, 10, 30)?.and_hms(8, 0, 0)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&saved));
    let (time, day) = (Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"), Format::new().set_num_format("yyyy-mm-dd"));
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(sheet.name)?;
        for (row, cells) in (0_u32..).zip(&sheet.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Text(text) if text.is_empty() => {}
                    Cell::Text(text) => drop(worksheet.write_string(row, column, text)?),
                    Cell::Time(text) => drop(worksheet.write_datetime_with_format(row, column, date(text)?, &time)?),
                    Cell::Day(text) => drop(worksheet.write_datetime_with_format(row, column, date(text)?, &day)?),
                }
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn date(text: &str) -> anyhow::Result<ExcelDateTime> {
    ExcelDateTime::parse_from_str(text).with_context(|| format!("{text} is no date Excel can hold"))
}
