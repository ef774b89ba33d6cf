//! A text table: its layout from the beginning of the text.

use std::io;

use memchr::memchr2;

use super::dialect::Dialect;
use super::halves::Halves;
use super::join::Joiner;
use super::records::all;
use super::sniff;
use super::stack::{self, Section};
use super::stream::readable;
use crate::import::encoding::TextEncoding;
use crate::import::layout::Layout;
use crate::import::recognise::title_that_refuses;
use crate::import::side_by_side;
use crate::import::survey::Survey;

/// How a text table is to be read.
#[derive(Debug, Clone)]
pub(crate) struct TextLayout {
    pub encoding: TextEncoding,
    pub dialect: Dialect,
    /// What stands above the table as its title, where several tables are stacked; empty otherwise.
    pub title: String,
    /// Where in the decoded text the table begins: behind a first line `sep=;`, which spreadsheet programs read and do
    /// not show, and behind the tables above it.
    pub(super) start: usize,
    /// Where the next table begins.
    pub(super) end: Option<usize>,
    /// Rows of the tables above.
    pub(super) before: u32,
    pub(super) joiner: Option<Joiner>,
    pub(super) halves: Option<Halves>,
    /// Whether each line is one cell in quotes, and the cells of the table are inside.
    pub(super) wrapped: bool,
    /// The lists that stand side by side in it, with their titles.
    beside: Vec<(String, Layout)>,
    pub table: Layout,
}

/// Rows the layout is decided from.
const LAYOUT_ROWS: usize = 300;
impl TextLayout {
    /// Decides everything from what a survey saw: one layout for each table, mostly one. `whole` says that its head is
    /// the whole text.
    pub fn of(survey: &Survey, whole: bool) -> io::Result<Vec<Self>> {
        let encoding = TextEncoding::of(survey);
        let mut text = Vec::new();
        let mut reader = encoding.reader(survey.head());
        while reader.fill(&mut text, 0)? {}
        let (hint_line, hint) = separator_hint(&text).unwrap_or((0, &[]));
        let hint = hint.to_vec();
        let body = &text[hint_line..];
        let (dialect, width) = sniff::dialect(body, whole, Some(&hint[..]).filter(|hint| !hint.is_empty()));
        if width < 2
            && let Some(inside) = inside_quotes(body, whole)
        {
            let (dialect, width) = sniff::dialect(&inside, whole, Some(&hint[..]).filter(|hint| !hint.is_empty()));
            if width >= 2 {
                let only = Section { title: String::new(), start: 0, end: None, before: 0, inherits: false };
                let only = Self::of_section(only, &dialect, encoding, hint_line, (&inside, whole), width);
                return Ok(vec![Self { wrapped: true, halves: None, beside: Vec::new(), ..only }]);
            }
        }
        let sections = stack::sections(&dialect, encoding, body, whole);
        if sections.is_empty() {
            let only = Section { title: String::new(), start: 0, end: None, before: 0, inherits: false };
            let mut only = Self::of_section(only, &dialect, encoding, hint_line, (body, whole), width);
            let lists = std::mem::take(&mut only.beside);
            if !lists.is_empty() {
                return Ok(lists.into_iter().map(|(title, table)| only.list(title, table)).collect());
            }
            // Tables of several widths hide the sign that divides them all; then nothing names the columns.
            let hidden = if only.table.header_row == 0 { stack::hidden(&dialect, encoding, body, whole) } else { None };
            let Some((dialect, sections)) = hidden else { return Ok(vec![only]) };
            return Ok(Self::of_sections(sections, &dialect, encoding, hint_line, (body, whole)));
        }
        Ok(Self::of_sections(sections, &dialect, encoding, hint_line, (body, whole)))
    }

    /// One of the lists that stand side by side. How cells would have to be joined is not known of a part of a row.
    fn list(&self, title: String, table: Layout) -> Self {
        let title = if self.title.is_empty() { title } else { format!("{}!{title}", self.title) };
        Self { title, table, joiner: None, halves: None, ..self.clone() }
    }

    fn of_sections(
        sections: Vec<Section>,
        dialect: &Dialect,
        encoding: TextEncoding,
        hint_line: usize,
        (text, whole): (&[u8], bool),
    ) -> Vec<Self> {
        let mut layouts: Vec<Self> = Vec::new();
        for section in sections {
            let part = &text[section.start..section.end.unwrap_or(text.len())];
            let whole = whole || section.end.is_some();
            let first = layouts
                .first()
                .filter(|_| section.inherits)
                .map(|first| Layout { first_row: section.before + 1, ..first.table.clone() });
            let width = first.as_ref().map_or_else(|| sniff::usual_width(dialect, None, part, whole), Layout::width);
            let mut layout = Self::of_section(section, dialect, encoding, hint_line, (part, whole), width);
            if let Some(table) = first {
                layout.joiner.clone_from(&layouts[0].joiner);
                layout.halves.clone_from(&layouts[0].halves);
                layout.table = table;
            }
            layouts.push(layout);
        }
        layouts
    }

    fn of_section(
        section: Section,
        dialect: &Dialect,
        encoding: TextEncoding,
        hint_line: usize,
        (text, whole): (&[u8], bool),
        width: usize,
    ) -> Self {
        let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
        all(dialect, Some(width), text, whole, |number, source, record| {
            if rows.len() < LAYOUT_ROWS {
                let mut cells: Vec<String> =
                    record.cells(source).map(|cell| readable(encoding, cell).into_owned()).collect();
                // A file that was glued in brings its mark along.
                if let Some(first) = cells.first_mut().filter(|first| first.starts_with('\u{FEFF}')) {
                    first.remove(0);
                }
                rows.push((section.before + number, cells));
            }
        });
        let mut table = Layout::of(&rows, Some(width));
        if rows.is_empty() && !whole {
            // One line longer than all that was looked at: one column, until the reader meets the limits.
            table = Layout { first_row: 1, header: vec![String::new()], ..Layout::default() };
        }
        let title = match section.title.as_str() {
            "" => title_that_refuses(table.above(&rows)).unwrap_or_default(),
            _ => section.title,
        };
        let halves = Halves::of(&rows, &table);
        let joiner = Joiner::of(&rows, &table, &String::from_utf8_lossy(&dialect.delimiter));
        Self {
            encoding,
            dialect: dialect.clone(),
            title,
            start: hint_line + section.start,
            end: section.end.map(|end| hint_line + end),
            before: section.before,
            joiner,
            halves,
            wrapped: false,
            beside: side_by_side::lists(&table, &rows),
            table,
        }
    }
}

/// What is inside a text of which each line is one cell in quotes: `"Email;""Name"";Newsletter"`. `None` if it is none.
fn inside_quotes(text: &[u8], whole: bool) -> Option<Vec<u8>> {
    let (mut inside, mut records, mut quoted) = (Vec::new(), 0_usize, 0_usize);
    all(&Dialect::default(), Some(1), text, whole, |_, source, record| {
        records += 1;
        quoted += usize::from(record.len() == 1 && record.quoted(0));
        inside.extend_from_slice(record.cell(source, 0));
        inside.push(b'\n');
    });
    (records >= 2 && quoted * 10 >= records * 9).then_some(inside)
}

/// A first line `sep=;`: how many bytes it takes, and what it names.
fn separator_hint(text: &[u8]) -> Option<(usize, &[u8])> {
    let end = memchr2(b'\n', b'\r', text).unwrap_or(text.len());
    let line = text[..end].trim_ascii_start();
    let line = line.strip_prefix(b"\"").map_or(line, |inner| inner.strip_suffix(b"\"").unwrap_or(inner));
    if line.len() < 5 || line.len() > 8 || !line[..4].eq_ignore_ascii_case(b"sep=") {
        return None;
    }
    let breaks = match text.get(end..end + 2) {
        Some(b"\r\n") => 2,
        _ => usize::from(end < text.len()),
    };
    Some((end + breaks, &line[4..]))
}
