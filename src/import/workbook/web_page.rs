//! Tables of web pages that are called `.xls`, as many programs write them that have no writer of workbooks: Excel opens
//! them without a word. Each table of the page is a sheet; one that only arranges others is none.

use std::io::Write;

use calamine::DataRef;
use quick_xml::events::{BytesStart, Event};

use super::child::Teller;
use super::frame::Failure;
use super::markup::{entity, name, next, number, reader};

/// More rows or columns than this are not spanned by one cell, whatever it says.
const SPAN: u32 = 1000;

/// One table of the page.
#[derive(Default)]
struct Grid {
    caption: String,
    /// Cells by row and column from 0, in order.
    cells: Vec<((u32, u32), String)>,
    rows: u32,
    column: u32,
    /// For each column, how many rows from here on it is taken by a cell from above.
    taken: Vec<u32>,
    open: Open,
    /// Whether another table lies in it.
    arranges: bool,
}

/// Into what the text that comes next is written.
#[derive(Default, PartialEq)]
enum Open {
    #[default]
    Nothing,
    Cell,
    Caption,
}

impl Grid {
    fn row(&mut self) {
        self.rows += 1;
        self.column = 0;
        self.open = Open::Nothing;
        self.taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }

    fn cell(&mut self, tag: &BytesStart<'_>) {
        if self.rows == 0 {
            self.row();
        }
        let free = |column: u32| self.taken.get(column as usize).is_none_or(|rows| *rows == 0);
        let column = (self.column..).find(|column| free(*column)).unwrap_or(self.column);
        let span = |wanted| number(tag, wanted).unwrap_or(1).clamp(1, SPAN);
        self.column = column.saturating_add(span("colspan"));
        let rows = span("rowspan");
        if rows > 1 {
            self.taken.resize(self.taken.len().max(self.column as usize), 0);
            self.taken[column as usize..self.column as usize].fill(rows);
        }
        self.cells.push(((self.rows - 1, column), String::new()));
        self.open = Open::Cell;
    }

    fn text(&mut self, text: &str) {
        match self.open {
            Open::Nothing => {}
            Open::Cell => self.cells.last_mut().map(|(_, cell)| cell.push_str(text)).unwrap_or_default(),
            Open::Caption => self.caption.push_str(text),
        }
    }
}

/// Tells every wanted table.
pub(super) fn tables(text: &str, teller: &mut Teller<impl Write>) -> Result<(), Failure> {
    let grids = grids(&without_programs(text))?;
    if grids.is_empty() {
        return Err(Failure::NoTable);
    }
    for (index, grid) in grids.iter().enumerate().filter(|(index, _)| teller.wants(*index)).collect::<Vec<_>>() {
        let caption = one_line(&grid.caption);
        let title = if caption.is_empty() { (index + 1).to_string() } else { caption };
        teller.sheet(index, &title, grid.rows)?;
        for (position, cell) in &grid.cells {
            if !teller.cell(*position, &DataRef::SharedString(&lines(cell)))? {
                break;
            }
        }
        teller.end_sheet()?;
    }
    Ok(())
}

fn grids(text: &str) -> Result<Vec<Grid>, Failure> {
    let mut reader = reader(text);
    let mut open: Vec<Grid> = Vec::new();
    let mut done = Vec::new();
    loop {
        let event = next(&mut reader)?;
        let (tag, closes) = match &event {
            Event::Eof => break,
            Event::Start(tag) => (name(tag), false),
            Event::Empty(tag) => (name(tag), false),
            Event::End(tag) => (tag.local_name().as_ref().to_ascii_lowercase(), true),
            Event::Text(text) => {
                open.last_mut().map(|grid| grid.text(text)).unwrap_or_default();
                continue;
            }
            Event::CData(text) => {
                open.last_mut().map(|grid| grid.text(text)).unwrap_or_default();
                continue;
            }
            Event::GeneralRef(reference) => {
                open.last_mut().map(|grid| grid.text(&entity(reference))).unwrap_or_default();
                continue;
            }
            _ => continue,
        };
        if tag == "table" && !closes {
            if let Some(outer) = open.last_mut() {
                outer.arranges = true;
            }
            open.push(Grid::default());
            continue;
        }
        let Some(grid) = open.last_mut() else { continue };
        match (tag.as_str(), closes) {
            ("table", true) => done.extend(open.pop()),
            ("tr", false) => grid.row(),
            ("td" | "th", false) => {
                if let Event::Start(tag) | Event::Empty(tag) = &event {
                    grid.cell(tag);
                }
            }
            ("caption", false) => grid.open = Open::Caption,
            ("td" | "th" | "tr" | "caption", true) => grid.open = Open::Nothing,
            ("br", _) | ("p" | "div" | "li", true) => grid.text(BREAK),
            _ => {}
        }
    }
    done.extend(open);
    done.retain(|grid| !grid.arranges && grid.cells.iter().any(|(_, cell)| !cell.trim().is_empty()));
    Ok(done)
}

/// Stands for a line break until the blanks of the page, which say nothing, are gone.
const BREAK: &str = "\u{2028}";

/// The lines of a cell, each without needless blanks.
fn lines(cell: &str) -> String {
    let lines: Vec<String> = cell.split(BREAK).map(one_line).collect();
    lines.join("\n").trim().to_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page without its programs and styles, which may hold what looks like a tag.
fn without_programs(page: &str) -> String {
    let lower = page.to_ascii_lowercase();
    let mut rest = 0;
    let mut kept = String::with_capacity(page.len());
    while let Some((from, end)) = ["script", "style"]
        .iter()
        .filter_map(|name| Some((rest + lower[rest..].find(&format!("<{name}"))?, format!("</{name}>"))))
        .min()
    {
        kept.push_str(&page[rest..from]);
        rest = lower[from..].find(&end).map_or(page.len(), |at| from + at + end.len());
    }
    kept.push_str(&page[rest..]);
    kept
}
