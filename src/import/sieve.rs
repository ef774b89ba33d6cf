//! Every row that was read is accepted or rejected here, and nowhere else: rows = accepted + rejected.

use std::ops::ControlFlow;

use super::file::{Batch, Count};
use super::layout::{Layout, column_of_people, names_columns_again, same_columns};
use super::limits::{Limits, grouped};
use super::recognise::{names_others, refusal_in_name};
use super::repair::{Repair, RepairSet, Repaired};
use super::side_by_side::Window;
use super::text::Shape;
use super::total::is_total;
use super::{RejectedRow, RowBatch};

/// What to do with content behind the last column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Surplus {
    /// In text, a cell too many means that cells may stand under the wrong column: the row is rejected.
    Rejects,
    /// In a workbook every cell knows its column: the row is kept with the cells it has.
    Keeps,
}

/// Takes rows in order, hands on batches.
pub(crate) struct Sieve<'a> {
    layout: &'a Layout,
    limits: &'a Limits,
    surplus: Surplus,
    sink: &'a mut dyn FnMut(Batch) -> ControlFlow<()>,
    rows: RowBatch,
    rejected: Vec<RejectedRow>,
    rejected_bytes: usize,
    repaired: Vec<Repaired>,
    /// Rows that are a footer if nothing but such rows follows.
    held: Vec<Held>,
    /// The row above which said that those below it may not be written to.
    refusing: Option<u32>,
    /// The row above which names other columns than the table has.
    foreign: Option<u32>,
    /// The column of addresses or numbers by its name, where a name would stand in another header.
    people: Option<usize>,
    /// The row before.
    last: u32,
    /// Columns up to the last that has a name: a row that ends there lacks nothing.
    named: usize,
    read: u64,
    accepted: u64,
    refused: u64,
    mended: u64,
    done: u64,
}

/// A row of which is not known yet what it is.
struct Held {
    number: u32,
    cells: Vec<String>,
    repairs: RepairSet,
    /// As it stood there.
    raw: String,
}

const BATCH_ROWS: usize = 4096;
const BATCH_BYTES: usize = 1 << 20;
/// A footer has few lines; more of them are data.
const FOOTER_LINES: usize = 8;

impl<'a> Sieve<'a> {
    pub fn new(
        layout: &'a Layout,
        limits: &'a Limits,
        surplus: Surplus,
        sink: &'a mut dyn FnMut(Batch) -> ControlFlow<()>,
    ) -> Self {
        Self {
            layout,
            limits,
            surplus,
            sink,
            rows: RowBatch::new(),
            rejected: Vec::new(),
            rejected_bytes: 0,
            repaired: Vec::new(),
            held: Vec::new(),
            refusing: None,
            foreign: None,
            people: column_of_people(&layout.header).filter(|_| layout.header_row > 0),
            last: 0,
            named: layout
                .header
                .iter()
                .rposition(|name| !name.trim().is_empty())
                .map_or(layout.width(), |last| last + 1),
            read: 0,
            accepted: 0,
            refused: 0,
            mended: 0,
            done: 0,
        }
    }

    /// How far the source was read, for the batches to come.
    pub fn progress(&mut self, bytes_done: u64) {
        self.done = bytes_done;
    }

    /// Rows read so far.
    pub fn read(&self) -> u64 {
        self.read
    }

    /// Takes a row that could be read, with what was mended for that. `raw` gives it as it stood there, should it be
    /// rejected.
    #[inline]
    pub fn row<'c>(
        &mut self,
        number: u32,
        cells: impl ExactSizeIterator<Item = &'c str> + Clone,
        repairs: RepairSet,
        raw: impl FnOnce() -> String,
    ) -> ControlFlow<()> {
        if self.layout.rows.is_some_and(|(from, to)| number < from || number >= to) {
            return ControlFlow::Continue(());
        }
        let Some(Window { from, to, all }) = self.layout.window else {
            return self.row_of_list(number, cells, repairs, raw);
        };
        let empty = |mut cells: std::iter::Skip<_>| cells.all(|cell: &str| cell.trim().is_empty());
        if cells.len() > all && self.surplus == Surplus::Rejects && !empty(cells.clone().skip(all)) {
            return self.reject(number, too_many(cells.len(), all), raw());
        }
        let own = cells.skip(from).take(to - from);
        // Where another list is longer, this one has no row.
        if own.clone().all(|cell| cell.trim().is_empty()) {
            return ControlFlow::Continue(());
        }
        self.row_of_list(number, own, repairs, raw)
    }

    #[inline]
    fn row_of_list<'c>(
        &mut self,
        number: u32,
        cells: impl ExactSizeIterator<Item = &'c str> + Clone,
        mut repairs: RepairSet,
        raw: impl FnOnce() -> String,
    ) -> ControlFlow<()> {
        if number == self.layout.header_row || number == self.layout.group_row && number > 0 {
            return ControlFlow::Continue(());
        }
        let apart = self.last + 1 < number;
        self.last = number;
        let width = self.layout.width();
        if number >= self.layout.first_row
            && let Some(same) = self.other_header(cells.clone())
        {
            // Right below the first it is a second header of the same table: codes in one row, questions in the next.
            let second = self.accepted == 0 && self.held.is_empty();
            self.foreign = if same || second { None } else { Some(number) };
            let reason = match () {
                () if same => "repeats the header, not a row of data".into(),
                () if second => "names the columns once more, not a row of data".into(),
                () => foreign(number, number),
            };
            return self.reject(number, reason, raw());
        }
        if let Some(reason) = self.objection(number, cells.clone()) {
            return self.reject(number, reason, raw());
        }
        if let Some(above) = self.foreign {
            return self.reject(number, foreign(number, above), raw());
        }
        if width > 1 && is_total(cells.clone(), self.people) {
            return self.reject(number, "a total, not a person".into(), raw());
        }
        if width > 1
            && let Some(line) = alone(cells.clone(), self.surplus)
        {
            match refusal_in_name(line) {
                Some(_) => self.refusing = Some(number),
                // A person of whom only the name is known ends nothing.
                None if apart || names_others(line) => self.refusing = None,
                None => {}
            }
        }
        if let Some(above) = self.refusing {
            return self.reject(number, below(number, above), raw());
        }
        if cells.len() != width && self.surplus == Surplus::Rejects {
            if cells.len() > width {
                repairs.add(Repair::SurplusCells);
            } else if cells.len() < self.named {
                repairs.add(Repair::MissingCells);
            }
        }
        if self.held.len() < FOOTER_LINES && looks_like_footer(cells.clone(), width, !self.held.is_empty(), self.people)
        {
            self.read += 1;
            self.held.push(Held { number, cells: cells.map(str::to_owned).collect(), repairs, raw: raw() });
            return ControlFlow::Continue(());
        }
        self.release();
        self.read += 1;
        self.accepted += 1;
        if !repairs.is_empty() {
            self.note(number, repairs);
        }
        let taken = if self.surplus == Surplus::Rejects { cells.len().min(width) } else { cells.len() };
        self.rows.push(number, cells.take(taken));
        self.flush_if_full()
    }

    fn note(&mut self, row: u32, repairs: RepairSet) {
        self.mended += 1;
        self.repaired.extend(repairs.iter().map(|repair| Repaired { row, repair }));
    }

    /// Takes a row that is no row of the table.
    pub fn reject(&mut self, number: u32, reason: String, raw: String) -> ControlFlow<()> {
        self.read += 1;
        self.refused += 1;
        self.rejected_bytes += raw.len();
        self.rejected.push(RejectedRow { row: number, reason, raw });
        self.flush_if_full()
    }

    /// Hands on what is left. What was held back is a footer now.
    pub fn finish(mut self) -> Count {
        for Held { number: row, raw, .. } in std::mem::take(&mut self.held) {
            self.refused += 1;
            let reason = "looks like a footer, not a row of the table".to_owned();
            self.rejected.push(RejectedRow { row, reason, raw });
        }
        let _ = self.flush();
        self.count()
    }

    /// What was handed on before the sink asked to stop.
    pub fn stop(mut self) -> Count {
        self.read -= self.held.len() as u64;
        self.held.clear();
        self.count()
    }

    fn count(&self) -> Count {
        let count = Count { rows: self.read, accepted: self.accepted, rejected: self.refused, repaired: self.mended };
        assert_eq!(count.rows, count.accepted + count.rejected, "every row is accepted or rejected");
        count
    }

    #[inline]
    fn objection<'c>(&self, number: u32, mut cells: impl ExactSizeIterator<Item = &'c str> + Clone) -> Option<String> {
        let (width, length) = (self.layout.width(), cells.len());
        if number < self.layout.first_row {
            return Some("stands above the table, not a row of it".into());
        }
        if cells.clone().all(|cell| cell.trim_ascii().is_empty()) {
            return Some("the row is empty".into());
        }
        if length > self.limits.columns {
            return Some(format!(
                "the row has {} cells, and at most {} are read",
                grouped(length as u64),
                grouped(self.limits.columns as u64)
            ));
        }
        if length > width
            && self.surplus == Surplus::Rejects
            && cells.clone().skip(width).any(|cell| !cell.trim().is_empty())
        {
            return Some(too_many(length, width));
        }
        if let Some(line) = cells.clone().next().and_then(|cell| cell.trim_start().strip_prefix('#'))
            && Shape::of(line.trim_start_matches(['#', ' '])) == Shape::Email
        {
            return Some("begins with “#”, the sign of a line that does not count".into());
        }
        let header = &self.layout.header;
        if self.layout.header_row > 0
            && length == width
            && cells.next().map(unmarked) == header.first().map(String::as_str)
            && width > 1
            && cells.eq(header.iter().skip(1).map(String::as_str))
        {
            return Some("repeats the header, not a row of data".into());
        }
        None
    }

    /// Whether a row names columns again: the same, or others, under which the rows below it must be read.
    #[inline]
    fn other_header<'c>(&self, cells: impl ExactSizeIterator<Item = &'c str> + Clone) -> Option<bool> {
        let people = self.people?;
        let cell = cells.clone().nth(people)?;
        if cell.len() > 60 || cell.bytes().any(|byte| byte == b'@' || byte.is_ascii_digit()) || cell.trim().is_empty() {
            return None;
        }
        let names: Vec<&str> = cells.collect();
        names_columns_again(&names, self.people).then(|| {
            // Where groups stand above the names, the names come again without them.
            let own = |name: &String| name.rsplit_once(": ").map_or(name.as_str(), |(_, own)| own).to_owned();
            let header = &self.layout.header;
            same_columns(header, &names)
                || self.layout.group_row > 0 && same_columns(&header.iter().map(own).collect::<Vec<_>>(), &names)
        })
    }

    /// A row of the table follows, so what was held back was one too.
    #[inline]
    fn release(&mut self) {
        if self.held.is_empty() {
            return;
        }
        for Held { number, cells, repairs, .. } in std::mem::take(&mut self.held) {
            self.accepted += 1;
            if !repairs.is_empty() {
                self.note(number, repairs);
            }
            self.rows.push(number, cells.iter().map(String::as_str));
        }
    }

    #[inline]
    fn flush_if_full(&mut self) -> ControlFlow<()> {
        if self.rows.len() < BATCH_ROWS
            && self.rows.text_len() < BATCH_BYTES
            && self.rejected.len() < BATCH_ROWS
            && self.rejected_bytes < BATCH_BYTES
        {
            return ControlFlow::Continue(());
        }
        self.flush()
    }

    fn flush(&mut self) -> ControlFlow<()> {
        if self.rows.is_empty() && self.rejected.is_empty() {
            return ControlFlow::Continue(());
        }
        self.rejected_bytes = 0;
        (self.sink)(Batch {
            rows: std::mem::take(&mut self.rows),
            rejected: std::mem::take(&mut self.rejected),
            repaired: std::mem::take(&mut self.repaired),
            bytes_done: self.done,
        })
    }
}

/// The text of a row that has nothing but one text in its first cell, as a line that names what stands below it has. In
/// text only where the other cells are written too: a line of one cell may as well be the rest of a broken row.
#[inline]
fn alone<'c>(mut cells: impl ExactSizeIterator<Item = &'c str>, surplus: Surplus) -> Option<&'c str> {
    let padded = cells.len() > 1 || surplus == Surplus::Keeps;
    let first = cells.next()?.trim();
    let title = padded && !first.is_empty() && cells.all(|cell| cell.trim().is_empty());
    (title && first.len() <= 200 && Shape::of(first) == Shape::Text).then_some(first)
}

/// Why a row with more cells than columns is no row of the table.
fn too_many(cells: usize, columns: usize) -> String {
    format!("the row has {} cells, the table has {} columns", grouped(cells as u64), grouped(columns as u64))
}

/// Why a row below a line that refuses is no row of the table: it has no column that says so.
fn below(number: u32, above: u32) -> String {
    if number == above {
        return "a line that speaks of people who may not be written to, and no row of data".into();
    }
    format!(
        "stands below row {above}, which says that those below it may not be written to; they need a table of their own"
    )
}

/// Whether a row was rejected for what stands above it: a line that says that nobody below it may be written to.
pub fn stands_below_a_refusal(reason: &str) -> bool {
    reason.starts_with("stands below row") && reason.contains("may not be written to")
}

/// Why a row below another header is no row of the table.
fn foreign(number: u32, above: u32) -> String {
    if number == above {
        return "names other columns than those of the table, and is no row of data".into();
    }
    format!(
        "stands below row {above}, which names other columns than those of the table; save it as a table of its own"
    )
}

/// A first cell without the byte-order mark a file has that was glued in.
#[inline]
fn unmarked(cell: &str) -> &str {
    cell.strip_prefix('\u{FEFF}').unwrap_or(cell)
}

/// Whether a row could be a line below the table: a sentence alone in a wide table, or a known word at its beginning
/// and little behind it. Below one such line, a sentence alone is one however many empty cells stand behind it. Never
/// one with an address or a telephone number, unless these stand within a sentence outside the column of addresses.
#[inline]
fn looks_like_footer<'c>(
    mut cells: impl ExactSizeIterator<Item = &'c str> + Clone,
    width: usize,
    begun: bool,
    people: Option<usize>,
) -> bool {
    if width < 3 {
        return false;
    }
    let short = begun || cells.len() <= (width / 4).max(1);
    let all = cells.clone();
    let first = cells.next().unwrap_or_default();
    if !short && !begins_like_footer(first) {
        return false;
    }
    let filled = all.clone().filter(|cell| !cell.trim().is_empty()).count();
    let reachable = |cell: &str| {
        cell.contains('@')
            || cell.bytes().filter(u8::is_ascii_digit).count() >= 7
                && !cell.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    let unaddressed = people.is_some_and(|at| all.clone().nth(at).is_none_or(|cell| cell.trim().is_empty()));
    if filled <= 1 {
        let sentence = |cell: &str| unaddressed && cell.split_ascii_whitespace().count() >= 3;
        return !all.clone().any(|cell| reachable(cell) && !sentence(cell));
    }
    let sums =
        || unaddressed && all.clone().skip(1).all(|cell| matches!(Shape::of(cell), Shape::Empty | Shape::Number));
    begins_like_footer(first) && (filled * 2 <= width || sums()) && !all.clone().any(reachable)
}

#[inline]
fn begins_like_footer(cell: &str) -> bool {
    /// Words a footer begins with, by their first three letters.
    fn beginnings(start: [u8; 3]) -> &'static [&'static str] {
        match &start {
            b"cop" => &["copyright"],
            b"con" => &["confidential information"],
            b"tot" => &["total", "totals", "totale", "totali", "totalt"],
            b"gra" => &["grand total"],
            b"sub" => &["subtotal"],
            b"ges" => &["gesamt"],
            b"sum" => &["summe", "summa", "suma"],
            b"som" => &["somme"],
            b"gen" => &["generated by", "generated on", "generated at", "generated:"],
            b"rep" => &["report generated", "report:", "report created", "report run"],
            b"exp" => &["exported by", "exported on", "exported:", "export date:"],
            b"end" => &["end of report", "end of file", "end of export"],
            b"not" => &["notes:", "note:", "note that", "nota:", "notas:"],
            b"bem" => &["bemerkung:", "bemerkungen:"],
            b"anm" => &["anmerkung:", "anmerkungen:", "anm\u{e4}rkning:", "anm\u{e4}rkningar:"],
            b"pag" => &["page 1 of", "page:"],
            b"fil" => &["filters:", "filter:", "filters applied", "filtered by"],
            b"sig" => &["signature:", "signed by", "signed:"],
            b"cre" => &["created by:", "created on:", "created:"],
            b"ers" => &["erstellt am", "erstellt von"],
            b"pri" => &["printed on", "printed by"],
            b"dat" => &["date range:", "data as of"],
            b"num" => &["number of rows", "number of records", "number of contacts"],
            b"row" => &["rows:", "row count"],
            b"rec" => &["records:", "record count"],
            _ => &[],
        }
    }
    let cell = cell.trim_start();
    if cell.starts_with('©') {
        return true;
    }
    let &[one, two, three, ..] = cell.as_bytes() else { return false };
    let known = beginnings([one, two, three].map(|byte| byte.to_ascii_lowercase()));
    let after = |beginning: &str| {
        let start = cell.get(..beginning.len())?;
        start.eq_ignore_ascii_case(beginning).then_some(&cell[beginning.len()..])
    };
    known
        .iter()
        .filter_map(|beginning| after(beginning))
        .any(|rest| rest.chars().next().is_none_or(|next| !next.is_alphanumeric()))
}
