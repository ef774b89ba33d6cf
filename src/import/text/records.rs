//! One record after the other, with a second look at those whose quotes went wrong.

use memchr::memmem;

use super::dialect::Dialect;
use super::record::Record;
use super::split::{Quoting, split};
use crate::import::repair::Repair;

/// Splits records off a text and repairs what a stray quote would otherwise swallow.
///
/// A repair is taken only if it gives exactly the number of cells the table has, from no more lines than before.
#[derive(Debug)]
pub(crate) struct Records {
    dialect: Dialect,
    other_backslash: Dialect,
    /// How many cells a record should have; `None` while nobody knows.
    width: Option<usize>,
    spare: Record,
}

impl Records {
    pub fn new(dialect: Dialect, width: Option<usize>) -> Self {
        let other_backslash = Dialect { backslash: !dialect.backslash, ..dialect.clone() };
        Self { dialect, other_backslash, width, spare: Record::default() }
    }

    /// Splits the first record off `bytes`, as [`split`] does.
    #[inline]
    pub fn next(&mut self, bytes: &[u8], last: bool, record: &mut Record) -> Option<usize> {
        let used = split(&self.dialect, Quoting::Lenient, bytes, last, record)?;
        if record.len() == 1
            && self.width.is_some_and(|width| width >= 3)
            && let Some(found) = self.with_another_delimiter(bytes, last, record)
        {
            return Some(found);
        }
        if !record.marked || self.is_sound(bytes, record) {
            return Some(used);
        }
        Some(self.repaired(bytes, last, record, used))
    }

    /// Splits the first line off `bytes` as if quotes meant nothing. For a quote that opened and never closed.
    pub fn next_line(&mut self, bytes: &[u8], last: bool, record: &mut Record) -> Option<usize> {
        let used = split(&self.dialect, Quoting::Literal, bytes, last, record)?;
        record.unclosed = true;
        record.repairs.add(Repair::StrayQuote);
        Some(used)
    }

    /// Splits a row that was glued in from a file of another dialect: one cell here, exactly enough with another delimiter.
    fn with_another_delimiter(&mut self, bytes: &[u8], last: bool, record: &mut Record) -> Option<usize> {
        for delimiter in *b",;\t|" {
            if self.dialect.delimiter == [delimiter] {
                continue;
            }
            let dialect = Dialect { delimiter: vec![delimiter], ..self.dialect.clone() };
            let Some(found) = split(&dialect, Quoting::Lenient, bytes, last, &mut self.spare) else { continue };
            if self.width == Some(self.spare.len()) && !self.spare.odd && !self.spare.unclosed {
                std::mem::swap(record, &mut self.spare);
                record.repairs.add(Repair::OtherDelimiter);
                return Some(found);
            }
        }
        None
    }

    /// Whether the line behind the first would be a row of its own.
    fn swallowed_a_row(&mut self, bytes: &[u8], last: bool) -> bool {
        let Some(line) = split(&self.dialect, Quoting::Literal, bytes, last, &mut self.spare) else { return false };
        split(&self.dialect, Quoting::Lenient, &bytes[line..], last, &mut self.spare).is_some()
            && self.width == Some(self.spare.len())
            && !self.spare.odd
    }

    fn is_sound(&self, source: &[u8], record: &Record) -> bool {
        // Delimiters behind the last cell are no damage of its quotes.
        let ends =
            |width: usize| width < record.len() && (width..record.len()).all(|at| record.cell(source, at).is_empty());
        let fits = self.width.is_none_or(|width| width == record.len() || ends(width));
        fits && !(record.unclosed || record.odd && record.broken)
    }

    fn repaired(&mut self, bytes: &[u8], last: bool, record: &mut Record, used: usize) -> usize {
        let source = &bytes[..used];
        let slashed = self.dialect.quote.is_some_and(|quote| memmem::find(source, &[b'\\', quote]).is_some());
        let damaged = record.odd || record.broken || record.unclosed;
        let doubled = self.dialect.quote.is_some_and(|quote| memmem::find(source, &[quote, quote]).is_some());
        let attempts = [
            (Quoting::Lenient, true, slashed),
            (Quoting::DoubledEnds, false, doubled),
            (Quoting::EndsEarly, false, record.odd),
            (Quoting::Literal, false, damaged),
        ];
        // Of several repairs the one that takes the fewest lines is the likeliest: quotes swallow, they do not split.
        let fits = self.width == Some(record.len()) && !record.unclosed;
        let mut shortest = if fits { used } else { used + 1 };
        let mut taken = false;
        for (quoting, other_backslash, sensible) in attempts {
            let (Some(width), true) = (self.width, sensible) else { continue };
            if quoting == Quoting::Literal && shortest <= used && !self.swallowed_a_row(bytes, last) {
                continue;
            }
            let dialect = if other_backslash { &self.other_backslash } else { &self.dialect };
            let Some(found) = split(dialect, quoting, bytes, last, &mut self.spare) else { continue };
            let doubtful = self.spare.unclosed || (quoting == Quoting::EndsEarly && self.spare.broken);
            if found < shortest && self.spare.len() == width && !doubtful {
                std::mem::swap(record, &mut self.spare);
                record.repairs.add(if other_backslash { Repair::BackslashQuote } else { Repair::StrayQuote });
                (shortest, taken) = (found, true);
            }
        }
        if taken {
            return shortest;
        }
        let swallowed = record.odd && record.broken && !fits && self.swallowed_a_row(bytes, last);
        // What never closes is no quoted cell: only its own line is lost, not the rest of the file.
        if (swallowed || record.unclosed)
            && let Some(found) = self.next_line(bytes, last, record)
        {
            return found;
        }
        used
    }
}

/// Every record of a text that is in memory, with its number from 1. Blank lines have a number and are left out.
/// If the text is not `whole`, a record that may go on behind it is left out too.
pub(crate) fn all(
    dialect: &Dialect,
    width: Option<usize>,
    text: &[u8],
    whole: bool,
    mut each: impl FnMut(u32, &[u8], &Record),
) {
    let (mut records, mut record) = (Records::new(dialect.clone(), width), Record::default());
    let (mut at, mut number) = (0, 0);
    loop {
        let rest = &text[at..];
        let used = records.next(rest, whole, &mut record).or_else(|| {
            // A quote that is still open after so much is a stray one; what follows it still tells of the table.
            let stray = !whole && rest.len() > STRAY;
            if stray { records.next_line(rest, false, &mut record) } else { None }
        });
        let Some(used) = used else { return };
        number += 1;
        if !record.is_blank_line() {
            each(number, rest, &record);
        }
        at += used;
    }
}

/// How far a quoted cell may reach at the end of a beginning before it is doubted.
const STRAY: usize = 32 << 10;

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(width: usize, text: &str) -> Vec<(u32, Vec<String>)> {
        let dialect = Dialect { delimiter: b",".to_vec(), ..Dialect::default() };
        let mut rows = Vec::new();
        all(&dialect, Some(width), text.as_bytes(), true, |number, source, record| {
            rows.push((number, record.cells(source).map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()));
        });
        rows
    }

    fn cells(row: &[&str]) -> Vec<String> {
        row.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn a_stray_quote_does_not_swallow_the_rows_below() {
        let read = rows(3, "a,\"b,c\nd,e,f\n\ng,\"h, i\",j\n");
        assert_eq!(
            read,
            [(1, cells(&["a", "\"b", "c"])), (2, cells(&["d", "e", "f"])), (4, cells(&["g", "h, i", "j"]))]
        );
    }

    #[test]
    fn a_quote_too_many_at_the_end_of_a_cell_is_a_character_of_it() {
        let read = rows(3, "a,\"b\"\",c\nd,\"e\",f\n");
        assert_eq!(read, [(1, cells(&["a", "b\"", "c"])), (2, cells(&["d", "e", "f"]))]);
    }

    #[test]
    fn a_cell_of_several_lines_with_careless_quotes_stays_one_cell() {
        let read = rows(3, "a,\"he said \"hi\" there\nand left\",c\n");
        assert_eq!(read, [(1, cells(&["a", "he said \"hi\" there\nand left", "c"]))]);
    }

    #[test]
    fn a_cell_of_several_lines_is_not_cut_where_its_first_line_happens_to_fit() {
        let read = rows(3, "a,\"he said, \"hi\" there\nand left\",c\nd,e,f\n");
        assert_eq!(read[0], (1, cells(&["a", "he said, \"hi\" there\nand left", "c"])));
        assert_eq!(read[1], (2, cells(&["d", "e", "f"])));
    }

    #[test]
    fn quotes_that_nobody_escaped_stay_in_their_cell() {
        let read = rows(3, "a,\"Tisch \"Emil\"\",\"b\nc\"\nd,e,f\n");
        assert_eq!(read[0], (1, cells(&["a", "Tisch \"Emil\"", "b\nc"])));
    }

    #[test]
    fn a_row_from_a_file_with_another_delimiter_is_split_at_its_own() {
        assert_eq!(rows(3, "a,b,c\nd;\"e;x\";f\n")[1].1, cells(&["d", "e;x", "f"]));
    }

    #[test]
    fn a_short_row_with_a_delimiter_in_quotes_is_not_split_there() {
        assert_eq!(rows(3, "a,\"b,c\"\n"), [(1, cells(&["a", "b,c"]))]);
    }

    #[test]
    fn a_backslash_before_a_quote_escapes_it_where_that_makes_the_row_fit() {
        assert_eq!(rows(2, "\"a \\\"b\\\", c\",d\n"), [(1, cells(&["a \"b\", c", "d"]))]);
        assert_eq!(rows(2, "\"C:\\\",d\n"), [(1, cells(&["C:\\", "d"]))]);
    }
}
