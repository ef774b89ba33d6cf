//! Several tables in one text, one below the other, each under a line with its title: phpList writes all it knows of
//! one subscriber that way.

use std::collections::BTreeSet;

use super::dialect::Dialect;
use super::records::all;
use super::shape::Shape;
use crate::import::encoding::TextEncoding;
use crate::import::layout::{column_of_people, names_columns_again, names_people, same_columns};
use crate::import::recognise::refusal_in_name;
use crate::import::stacked::{unlike_others, untitled};

/// One table of the stack, as a part of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    /// What the line above it says; empty for a first table without one.
    pub title: String,
    /// Where it begins and ends, in bytes. The last has no end.
    pub start: usize,
    pub end: Option<usize>,
    /// Rows above it.
    pub before: u32,
    /// Whether its columns are those of the first table, whose header is not repeated.
    pub inherits: bool,
}

/// A row, seen from afar.
struct Line {
    number: u32,
    at: usize,
    /// Cells with something in them; 2 stands for more.
    filled: usize,
    /// Whether a blank line stands above it, or its first cell is empty.
    set_off: bool,
    /// How many cells it has.
    cells: usize,
    /// The names, where they are those of columns.
    names: Option<Vec<String>>,
}

/// A line that could be a title, and the table below it.
struct Start {
    title: String,
    title_at: usize,
    names_at: usize,
    names_row: u32,
    rows: Vec<Vec<String>>,
    /// Whether the names are known for those of columns, and others than above.
    other: bool,
}

/// Rows that are compared with their header.
const BELOW: usize = 20;
/// A header longer than this is none.
const LONGEST: usize = 16 << 10;
/// More tables are not looked for.
const MOST: usize = 64;

/// The tables of a text, if it is a stack of two and more.
pub(super) fn sections(dialect: &Dialect, encoding: TextEncoding, text: &[u8], whole: bool) -> Vec<Section> {
    let lines = lines(dialect, encoding, text, whole);
    let written = |at: usize| text[lines[at].at..lines.get(at + 1).map_or(text.len(), |next| next.at)].trim_ascii();
    let names = lines.iter().position(|line| line.filled == 2);
    // A line right above the header of the first table, which comes again, needs no blank line to be a title.
    let again = |at: usize| names.is_some_and(|names| at > names && written(at) == written(names));
    let heads = heads(&lines, text);
    let titles: Vec<usize> = (0..lines.len().saturating_sub(1))
        .filter(|at| lines[*at].filled == 1 && lines[at + 1].filled == 2)
        .filter(|at| *at == 0 || lines[*at].set_off || again(at + 1) || heads.contains(&(at + 1)))
        .take(MOST)
        .collect();
    if heads.is_empty() && titles.last().is_none_or(|last| *last == 0) {
        return under_one_header(&lines, text, dialect, encoding);
    }
    // Each with its title, or without one.
    let bare = heads.iter().filter(|head| !titles.contains(&(**head - 1))).map(|head| (*head, *head));
    let mut begins: Vec<(usize, usize)> = titles.iter().map(|title| (*title, title + 1)).chain(bare).collect();
    begins.sort_unstable();
    begins.truncate(MOST);
    let starts: Vec<Start> = begins
        .iter()
        .enumerate()
        .map(|(at, (title, names))| {
            let end = begins.get(at + 1).map_or(text.len(), |(next, _)| lines[*next].at);
            let mut start = Start::of(&lines[*title], &lines[*names], &text[..end], dialect, encoding);
            start.other = heads.contains(names);
            start
        })
        .collect();
    let first_titled = begins[0].0 == 0;
    let mut first_names = Vec::new();
    all(dialect, None, text, false, |_, source, record| {
        if first_names.is_empty() && record.cells(source).filter(|cell| !cell.trim_ascii().is_empty()).count() > 1 {
            first_names = record.cells(source).map(|cell| encoding.text(cell).trim().to_owned()).collect();
        }
    });
    let titled = first_titled && starts[0].is_title() && names_only(&starts[0].rows);
    let found: Vec<Start> = starts
        .into_iter()
        .enumerate()
        .filter(|(at, start)| if *at == 0 && first_titled { titled } else { start.begins_a_table(&first_names) })
        .map(|(_, start)| start)
        .collect();
    if found.len() + usize::from(!titled) < 2 {
        return under_one_header(&lines, text, dialect, encoding);
    }
    cut(&found, titled)
}

/// The lines among people that name columns again, and others than above them.
fn heads(lines: &[Line], text: &[u8]) -> BTreeSet<usize> {
    let end = |at: usize| lines.get(at + 1).map_or(text.len(), |next| next.at);
    // Lines such as `From:,2024-03-01` stand above a table and are no people.
    let is_person = |at: usize| memchr::memchr(b'@', &text[lines[at].at..end(at)]).is_some();
    let mut found = BTreeSet::new();
    if lines.iter().all(|line| line.names.is_none()) {
        return found;
    }
    let Some(people) = (0..lines.len()).find(|at| is_person(*at)) else { return found };
    let mut above: Option<&Vec<String>> = lines[..people].iter().rev().find_map(|line| line.names.as_ref());
    for (at, names) in
        lines.iter().enumerate().skip(people + 1).filter_map(|(at, line)| Some((at, line.names.as_ref()?)))
    {
        let column = above.and_then(|above| column_of_people(above));
        let title = lines[at - 1].filled == 1 && !is_person(at - 1);
        let same = above.is_some_and(|above| same_columns(above, names));
        if names_columns_again(names, column) && (title || !same) {
            found.insert(at);
            above = Some(names);
        }
    }
    found
}

/// The parts of a table under one header, each below a line of its own, if one of these lines says a no: `Unsubscribed;;`
/// and those who did, without a header again.
fn under_one_header(lines: &[Line], text: &[u8], dialect: &Dialect, encoding: TextEncoding) -> Vec<Section> {
    let end = |at: usize| lines.get(at + 1).map_or(text.len(), |next| next.at);
    // What stands above the first address is above the table.
    let people = (0..lines.len()).find(|at| memchr::memchr(b'@', &text[lines[*at].at..end(*at)]).is_some());
    // A line of one cell may be the rest of a broken row, unless the row above it lacks nothing.
    let whole = |at: usize| {
        let full = |line: &Line| line.filled == 2 && line.cells >= lines.get(at + 1).map_or(0, |below| below.cells);
        lines[at].cells > 1 || at > 0 && full(&lines[at - 1])
    };
    let alone = |at: &usize| {
        let full = |line: Option<&Line>| line.is_some_and(|line| line.filled == 2);
        lines[*at].filled == 1 && (lines[*at].set_off || whole(*at)) && full(lines.get(at + 1))
    };
    let mut titles: Vec<(usize, String)> = Vec::new();
    for at in (people.unwrap_or(lines.len())..lines.len()).filter(alone) {
        let title = title_at(&lines[at], &text[lines[at].at..end(at)], dialect, encoding);
        let firm = || lines[at].set_off || lines[at].cells > 1 || refusal_in_name(&title).is_some();
        if is_title(&title) && firm() {
            titles.push((at, title));
        }
    }
    if titles.len() > MOST || !titles.iter().any(|(_, title)| refusal_in_name(title).is_some()) {
        return Vec::new();
    }
    let first =
        Section { title: String::new(), start: 0, end: Some(lines[titles[0].0].at), before: 0, inherits: false };
    let ends = titles.iter().skip(1).map(|(next, _)| Some(lines[*next].at)).chain([None]);
    let mut named = BTreeSet::new();
    let parts = titles.iter().zip(ends).map(|((at, title), end)| {
        let (title, line) = (unlike_others(title, &mut named), &lines[at + 1]);
        Section { title, start: line.at, end, before: line.number - 1, inherits: true }
    });
    std::iter::once(first).chain(parts).collect()
}

/// The one cell of a line, read.
fn title_at(line: &Line, text: &[u8], dialect: &Dialect, encoding: TextEncoding) -> String {
    debug_assert!(line.filled == 1, "a title stands alone");
    let mut words = String::new();
    all(dialect, None, text, true, |_, source, record| {
        let cell = record.cells(source).find(|cell| !cell.trim_ascii().is_empty()).unwrap_or_default();
        words = encoding.text(cell).trim().to_owned();
    });
    words
}

fn is_title(title: &str) -> bool {
    Shape::of(title) == Shape::Text && title.chars().count() <= 80
}

/// The tables of a text whose dividing sign was not found because each has another width.
pub(super) fn hidden(
    found: &Dialect,
    encoding: TextEncoding,
    text: &[u8],
    whole: bool,
) -> Option<(Dialect, Vec<Section>)> {
    b"\t;,|".iter().filter(|sign| found.delimiter != [**sign] && memchr::memchr(**sign, text).is_some()).find_map(
        |sign| {
            let dialect = Dialect { delimiter: vec![*sign], bare_cr: found.bare_cr, ..Dialect::default() };
            let sections = sections(&dialect, encoding, text, whole);
            (sections.len() >= 2 && !sections[0].title.is_empty()).then_some((dialect, sections))
        },
    )
}

fn cut(found: &[Start], titled: bool) -> Vec<Section> {
    let mut sections = Vec::new();
    if !titled {
        sections.push(Section {
            title: String::new(),
            start: 0,
            end: Some(found[0].title_at),
            before: 0,
            inherits: false,
        });
    }
    let mut titles = BTreeSet::new();
    for (at, start) in found.iter().enumerate() {
        let title = unlike_others(&start.title, &mut titles);
        let end = found.get(at + 1).map(|next| next.title_at);
        let before = start.names_row - 1;
        sections.push(Section { title, start: start.names_at, end, before, inherits: false });
    }
    sections
}

fn lines(dialect: &Dialect, encoding: TextEncoding, text: &[u8], whole: bool) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    if dialect.delimiter.is_empty() {
        return lines;
    }
    all(dialect, None, text, whole, |number, source, record| {
        let mut filled = (0..record.len()).filter(|at| !record.cell(source, *at).trim_ascii().is_empty());
        let first = filled.next();
        let line = &source[..source.len().min(LONGEST)];
        let end = memchr::memchr2(b'\n', b'\r', line).unwrap_or(line.len());
        // Most rows have an address and are no header; the others are looked at closely.
        let mut names = None;
        if record.len() > 1 && memchr::memchr(b'@', &line[..end]).is_none() {
            let cells: Vec<String> = record.cells(source).map(|cell| encoding.text(cell).trim().to_owned()).collect();
            names = names_people(&cells).then_some(cells);
        }
        let apart = lines.last().is_none_or(|last| last.number + 1 < number || last.filled == 0);
        lines.push(Line {
            number,
            at: text.len() - source.len(),
            filled: usize::from(first.is_some()) + usize::from(filled.next().is_some()),
            set_off: apart || first.is_some_and(|first| first > 0),
            cells: record.len(),
            names,
        });
    });
    lines
}

impl Start {
    fn of(title: &Line, names: &Line, text: &[u8], dialect: &Dialect, encoding: TextEncoding) -> Self {
        let words = match title.at == names.at {
            true => untitled(names.number),
            false => title_at(title, &text[title.at..names.at], dialect, encoding),
        };
        let mut rows = Vec::new();
        all(dialect, None, &text[names.at..], true, |_, source, record| {
            if rows.len() <= BELOW {
                rows.push(record.cells(source).map(|cell| encoding.text(cell).trim().to_owned()).collect());
            }
        });
        Self { title: words, title_at: title.at, names_at: names.at, names_row: names.number, rows, other: false }
    }

    fn is_title(&self) -> bool {
        is_title(&self.title)
    }

    /// Whether a table begins here that is another than the one above: by its header, which is that of the first
    /// table again, or stands over cells that are no words, or has another number of names.
    fn begins_a_table(&self, first_names: &[String]) -> bool {
        if self.other {
            return true;
        }
        if !self.is_title() || !names_only(&self.rows) {
            return false;
        }
        let names = &self.rows[0];
        let width = width(names);
        if self.rows[1..].iter().any(|row| self::width(row) > width) {
            return false;
        }
        let over_values = (0..width).any(|column| {
            let mut cells = self.rows[1..].iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
            let first = cells.next().map(|cell| Shape::of(cell));
            first.is_some_and(|shape| shape != Shape::Text && cells.all(|cell| Shape::of(cell) == shape))
        });
        let same = width == self::width(first_names) && names[..width] == first_names[..width];
        same || over_values || width >= 3 && width != self::width(first_names)
    }
}

fn width(row: &[String]) -> usize {
    row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

/// Whether the first row can name columns: several words, none of them twice.
fn names_only(rows: &[Vec<String>]) -> bool {
    let Some(names) = rows.first() else { return false };
    let named: Vec<String> = names.iter().filter(|name| !name.is_empty()).map(|name| name.to_lowercase()).collect();
    let distinct: BTreeSet<&String> = named.iter().collect();
    named.len() >= 2
        && distinct.len() == named.len()
        && named.iter().all(|name| Shape::of(name) == Shape::Text && name.chars().count() <= 60)
}
