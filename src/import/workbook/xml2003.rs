//! The XML format of Excel 2002 and 2003 (SpreadsheetML), which shop systems still write: Magento's “Excel XML” is one.
//! Source: Microsoft, XML Spreadsheet Reference, <https://learn.microsoft.com/previous-versions/office/developer/office-xp/aa140066(v=office.10)>.

use std::io::Write;

use calamine::DataRef;
use quick_xml::events::{BytesStart, Event};

use super::child::Teller;
use super::frame::Failure;
use super::markup::{attribute, entity, name, next, number, reader};

/// Where the reader stands in a sheet, from 0.
#[derive(Default)]
struct Place {
    row: u32,
    next_row: u32,
    column: u32,
    next_column: u32,
}

impl Place {
    /// A row may say its number, and that it stands for several that are empty.
    fn row(&mut self, tag: &BytesStart<'_>) {
        self.row = number(tag, "Index").map_or(self.next_row, |index| index.saturating_sub(1));
        self.next_row = self.row.saturating_add(1).saturating_add(number(tag, "Span").unwrap_or(0));
        self.next_column = 0;
    }

    /// A cell may say its number, and over how many columns it goes.
    fn cell(&mut self, tag: &BytesStart<'_>) {
        self.column = number(tag, "Index").map_or(self.next_column, |index| index.saturating_sub(1));
        self.next_column = self.column.saturating_add(1).saturating_add(number(tag, "MergeAcross").unwrap_or(0));
    }
}

/// Tells every wanted sheet.
pub(super) fn sheets(text: &str, teller: &mut Teller<impl Write>) -> Result<(), Failure> {
    let mut reader = reader(text);
    let mut place = Place::default();
    let (mut index, mut title) = (0, String::new());
    // What a cell says, and of which type, while it is read. A comment on a cell says nothing of it.
    let mut said: Option<(String, String)> = None;
    // Outside of a sheet, and behind what is wanted of one, nothing is.
    let (mut told, mut full, mut remark) = (false, true, false);
    loop {
        let event = next(&mut reader)?;
        match event {
            Event::Eof => return Ok(()),
            Event::Start(tag) | Event::Empty(tag) if !remark => match name(&tag).as_str() {
                "worksheet" => {
                    title = attribute(&tag, "Name").unwrap_or_else(|| (index + 1).to_string());
                    (place, told, full) = (Place::default(), false, !teller.wants(index));
                }
                "table" if !full && !told => {
                    teller.sheet(index, &title, number(&tag, "ExpandedRowCount").unwrap_or(0))?;
                    told = true;
                }
                "row" => place.row(&tag),
                "cell" => place.cell(&tag),
                "data" if told && !full => {
                    said = Some((attribute(&tag, "Type").unwrap_or_default(), String::new()));
                }
                "comment" => remark = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "Comment" => remark = false,
                "Data" if !remark => {
                    if let Some((kind, text)) = said.take() {
                        full = !teller.cell((place.row, place.column), &value(&kind, &text))?;
                    }
                }
                "Worksheet" => {
                    if teller.wants(index) {
                        if !told {
                            teller.sheet(index, &title, 0)?;
                        }
                        teller.end_sheet()?;
                    }
                    (index, told, full) = (index + 1, false, true);
                }
                _ => {}
            },
            Event::Text(text) => say(&mut said, &text),
            Event::CData(text) => say(&mut said, &text),
            Event::GeneralRef(reference) => say(&mut said, &entity(&reference)),
            _ => {}
        }
    }
}

fn say(said: &mut Option<(String, String)>, text: &str) {
    if let Some((_, said)) = said {
        said.push_str(text);
    }
}

/// What a cell holds by its type. A time without a day stands on the day before the dates begin.
fn value<'a>(kind: &str, text: &'a str) -> DataRef<'a> {
    match kind {
        "Number" => text.trim().parse().map_or(DataRef::SharedString(text), DataRef::Float),
        "Boolean" => match text.trim() {
            "1" => DataRef::Bool(true),
            "0" => DataRef::Bool(false),
            _ => DataRef::SharedString(text),
        },
        "DateTime" => match text.trim().strip_prefix("1899-12-31T") {
            Some(time) => DataRef::SharedString(time.split('.').next().unwrap_or(time)),
            None => DataRef::DateTimeIso(text.trim().to_owned()),
        },
        _ => DataRef::SharedString(text),
    }
}
