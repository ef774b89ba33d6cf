//! One record after the other, with a second look at those whose quotes went wrong.

use super::dialect::Dialect;
use super::record::Record;
use super::seen::Next;
use super::split::{Known, Quoting, split, split_on};
use crate::import::repair::Repair;

/// Splits records off a text and repairs what a stray quote would otherwise swallow.
///
/// A repair is taken only if it gives exactly the number of cells the table has, from no more lines than before.
#[derive(Debug)]
pub(crate) struct Records {
    ways: Vec<Way>,
    /// How many cells a record should have; `None` while nobody knows.
    width: Option<usize>,
    escaped: Next,
    doubled: Next,
    spare: Record,
}

/// One way of splitting, and what is known of the text by it.
#[derive(Debug)]
struct Way {
    dialect: Dialect,
    quoting: Quoting,
    known: Known,
}

/// The ways, by their place. From [`Records::OTHERS`] on stand those with another delimiter.
impl Records {
    const PLAIN: usize = 0;
    const BACKSLASH: usize = 1;
    const DOUBLED: usize = 2;
    const EARLY: usize = 3;
    const LITERAL: usize = 4;
    const OTHERS: usize = 5;
}

/// Bytes, where in the text they begin, and whether they are its last.
type Part<'a> = (&'a [u8], usize, bool);

impl Records {
    pub fn new(dialect: Dialect, width: Option<usize>) -> Self {
        // A quoted cell after the other over many lines is quotes that swallow, unless the table is as wide.
        let most_cells = width.map_or(1_024, |width| 2 * width + 64);
        let way = |dialect: Dialect, quoting| Way { dialect, quoting, known: Known { most_cells, ..Known::default() } };
        let other_backslash = Dialect { backslash: !dialect.backslash, ..dialect.clone() };
        let mut ways = vec![
            way(dialect.clone(), Quoting::Lenient),
            way(other_backslash, Quoting::Lenient),
            way(dialect.clone(), Quoting::DoubledEnds),
            way(dialect.clone(), Quoting::EndsEarly),
            way(dialect.clone(), Quoting::Literal),
        ];
        let others = b",;\t|".iter().filter(|delimiter| dialect.delimiter != [**delimiter]);
        ways.extend(
            others.map(|delimiter| way(Dialect { delimiter: vec![*delimiter], ..dialect.clone() }, Quoting::Lenient)),
        );
        let (escaped, doubled) = (dialect.quote.map(|quote| [b'\\', quote]), dialect.quote.map(|quote| [quote, quote]));
        Self { ways, width, escaped: Next::of(escaped), doubled: Next::of(doubled), spare: Record::default() }
    }

    /// Splits the first record off `bytes`, as [`split`] does. They begin at `base` of the text; nothing before the
    /// record is asked for again.
    #[inline]
    pub fn next(&mut self, base: usize, bytes: &[u8], last: bool, record: &mut Record) -> Option<usize> {
        let used = self.find(base, bytes, last, record)?;
        if record.skipped {
            let (way, repairs) = (&self.ways[record.way], record.repairs);
            let again = split(&way.dialect, way.quoting, bytes, last, record);
            debug_assert_eq!(again, Some(used), "what is known of a text is so");
            record.repairs = repairs;
        }
        Some(used)
    }

    #[inline]
    fn find(&mut self, base: usize, bytes: &[u8], last: bool, record: &mut Record) -> Option<usize> {
        let part = (bytes, base, last);
        let used = self.ways[Self::PLAIN].split(Self::PLAIN, part, record)?;
        if record.len() == 1
            && self.width.is_some_and(|width| width >= 3)
            && let Some(found) = self.with_another_delimiter(part, record)
        {
            return Some(found);
        }
        if !record.marked || self.is_sound(bytes, record) {
            return Some(used);
        }
        Some(self.repaired(part, record, used))
    }

    /// Splits the first line off `bytes` as if quotes meant nothing. For a quote that opened and never closed.
    pub fn next_line(&mut self, bytes: &[u8], last: bool, record: &mut Record) -> Option<usize> {
        let used = self.ways[Self::LITERAL].split(Self::LITERAL, (bytes, 0, last), record)?;
        record.unclosed = true;
        record.repairs.add(Repair::StrayQuote);
        Some(used)
    }

    /// Splits a row that was glued in from a file of another dialect: one cell here, exactly enough with another delimiter.
    fn with_another_delimiter(&mut self, part: Part<'_>, record: &mut Record) -> Option<usize> {
        for at in Self::OTHERS..self.ways.len() {
            let Some(found) = self.ways[at].split(at, part, &mut self.spare) else { continue };
            if self.width == Some(self.spare.len()) && !self.spare.odd && !self.spare.unclosed {
                std::mem::swap(record, &mut self.spare);
                record.repairs.add(Repair::OtherDelimiter);
                return Some(found);
            }
        }
        None
    }

    /// Whether the line behind the first would be a row of its own.
    fn swallowed_a_row(&mut self, (bytes, base, last): Part<'_>) -> bool {
        let part = (bytes, base, last);
        let Some(line) = self.ways[Self::LITERAL].split(Self::LITERAL, part, &mut self.spare) else { return false };
        let below = (&bytes[line..], base + line, last);
        self.ways[Self::PLAIN].split(Self::PLAIN, below, &mut self.spare).is_some()
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

    fn repaired(&mut self, part: Part<'_>, record: &mut Record, used: usize) -> usize {
        let (bytes, base, last) = part;
        let source = &bytes[..used];
        let damaged = record.odd || record.broken || record.unclosed;
        let attempts = [
            (Self::BACKSLASH, self.escaped.is_in(source, base)),
            (Self::DOUBLED, self.doubled.is_in(source, base)),
            (Self::EARLY, record.odd),
            (Self::LITERAL, damaged),
        ];
        // Of several repairs the one that takes the fewest lines is the likeliest: quotes swallow, they do not split.
        let fits = self.width == Some(record.len()) && !record.unclosed;
        let mut shortest = if fits { used } else { used + 1 };
        let mut taken = false;
        for (way, sensible) in attempts {
            let (Some(width), true) = (self.width, sensible) else { continue };
            if way == Self::LITERAL && shortest <= used && !self.swallowed_a_row(part) {
                continue;
            }
            let Some(found) = self.ways[way].split(way, part, &mut self.spare) else { continue };
            let doubtful = self.spare.unclosed || self.spare.astray;
            if found < shortest && self.spare.len() == width && !doubtful {
                std::mem::swap(record, &mut self.spare);
                let backslash = way == Self::BACKSLASH;
                record.repairs.add(if backslash { Repair::BackslashQuote } else { Repair::StrayQuote });
                (shortest, taken) = (found, true);
            }
        }
        if taken {
            return shortest;
        }
        let swallowed = record.odd && record.broken && !fits && self.swallowed_a_row(part);
        if !swallowed && !record.unclosed {
            return used;
        }
        // What never closes is no quoted cell: only its own line is lost, not the rest of the file. The other quotes of
        // that line mean what they mean.
        let Some(line) = self.next_line(bytes, last, record) else { return used };
        let early = &self.ways[Self::EARLY];
        let whole = split(&early.dialect, early.quoting, &bytes[..line], true, &mut self.spare);
        if whole == Some(line) {
            self.spare.unclosed = true;
            self.spare.repairs = record.repairs;
            std::mem::swap(record, &mut self.spare);
        }
        line
    }
}

impl Way {
    #[inline]
    fn split(&mut self, way: usize, part: Part<'_>, record: &mut Record) -> Option<usize> {
        record.way = way;
        split_on(&self.dialect, self.quoting, part, &mut self.known, record)
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
        let used = records.next(at, rest, whole, &mut record).or_else(|| {
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
    fn a_text_with_an_odd_quote_in_every_row_is_read_in_no_time() {
        for row in ["u@example.org,\"x,yes\n", "\"u@example.org,x,yes\n", "u@example.org,x\",\"yes\n", "c\",\"d\n"] {
            let text = format!("Email,Name,Newsletter\n{}", row.repeat(15_000));
            let begun = std::time::Instant::now();
            assert!(rows(3, &text).len() > 1_000, "{row}");
            assert!(begun.elapsed().as_secs() < 20, "{row}: {:?}", begun.elapsed());
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_known_of_a_text_changes_nothing_in_how_it_is_read(
            text in "[ab,;\"\\\\\n ]{0,120}", backslash: bool, whole: bool, width in 1usize..5
        ) {
            let dialect = Dialect { delimiter: b",".to_vec(), backslash, ..Dialect::default() };
            let text = text.as_bytes();
            let mut knowing = Records::new(dialect.clone(), Some(width));
            let (mut one, mut other, mut at) = (Record::default(), Record::default(), 0);
            loop {
                let rest = &text[at..];
                let mut afresh = Records::new(dialect.clone(), Some(width));
                let used = knowing.next(at, rest, whole, &mut one).or_else(|| knowing.next_line(rest, whole, &mut one));
                let expected = afresh.next(0, rest, whole, &mut other);
                proptest::prop_assert_eq!(used, expected.or_else(|| afresh.next_line(rest, whole, &mut other)));
                let Some(used) = used else { break };
                proptest::prop_assert!(one.cells(rest).eq(other.cells(rest)));
                let flags = |record: &Record| (record.odd, record.broken, record.unclosed, record.marked);
                proptest::prop_assert_eq!(flags(&one), flags(&other));
                at += used;
            }
        }
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
    fn a_quote_that_opens_nothing_leaves_the_other_quotes_their_meaning() {
        let below = (2, cells(&["d", "e", "f"]));
        for (row, expected) in [
            ("\"a,b,\"c, x\"", ["\"a", "b", "c, x"]),
            ("a,\"b,\"c, x\"", ["a", "\"b", "c, x"]),
            ("\"a, x\",b,\"", ["a, x", "b", "\""]),
        ] {
            assert_eq!(rows(3, &format!("{row}\nd,e,f\n")), [(1, cells(&expected)), below.clone()], "{row}");
            assert_eq!(rows(3, &format!("{row}\nd,\"e\",f\n")), [(1, cells(&expected)), below.clone()], "{row}");
        }
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
