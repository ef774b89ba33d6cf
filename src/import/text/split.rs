//! Splitting bytes into records. One splitter serves every dialect, clean or broken.
//!
//! Own code, where the `csv` crate would do for clean files: a stranger's file needs delimiters of several bytes, a cap
//! on the length of a record before it is in memory, blank lines that count as spreadsheet rows, and a second look at a
//! record whose quotes went wrong. For clean files the two agree (`tests`).

use memchr::{memchr, memchr_iter, memchr2, memchr3};

use super::dialect::Dialect;
use super::record::{Record, Unescaped};
use super::seen::{Path, Seen};

/// What to make of a quote that does not stand where quotes stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quoting {
    /// A quote inside a quoted cell that no delimiter follows is a character of the cell.
    Lenient,
    /// It ends the quoted part; the rest of the cell is unquoted. Where it opens a cell, the quote before it opened
    /// nothing, as does one that nothing ends. Either way the cell is kept as written.
    EndsEarly,
    /// A doubled quote before a delimiter is one character and the end of the cell.
    DoubledEnds,
    /// Quotes mean nothing.
    Literal,
}

/// Where an unquoted cell ends.
enum Stop {
    Delimiter(usize),
    Break { end: usize, next: usize },
}

/// Splits the first record off `bytes`. Gives the number of bytes it takes, its line break included, or `None` if it
/// may go on behind the end of `bytes`; never `None` if these are the `last` bytes and there is one at all.
pub(crate) fn split(
    dialect: &Dialect,
    quoting: Quoting,
    bytes: &[u8],
    last: bool,
    record: &mut Record,
) -> Option<usize> {
    split_on(dialect, quoting, (bytes, 0, last), &mut Known::default(), record)
}

/// What is known of a text while its records are split off one after the other, by one way of splitting.
#[derive(Debug)]
pub(super) struct Known {
    /// Cells that a record over several lines has at most; where there are more, its quotes swallow and hold nothing.
    pub most_cells: usize,
    pub seen: Seen,
}

impl Default for Known {
    fn default() -> Self {
        Self { most_cells: usize::MAX, seen: Seen::default() }
    }
}

/// Splits as [`split`] does off bytes that stand at `base` of a text. Where something is known, the record may say that
/// it [skipped](Record::skipped): then its cells are as many as they should be, but not their text.
pub(super) fn split_on(
    dialect: &Dialect,
    quoting: Quoting,
    (bytes, base, last): (&[u8], usize, bool),
    known: &mut Known,
    record: &mut Record,
) -> Option<usize> {
    record.clear();
    if bytes.is_empty() {
        return None;
    }
    let splitter = Splitter { dialect, bytes, base, last };
    let (line_end, next) = splitter.line_end(0)?;
    let line = &bytes[..line_end];
    let quote = dialect.quote.filter(|_| quoting != Quoting::Literal);
    let marked = quote.is_some_and(|quote| memchr(quote, line).is_some())
        || (dialect.backslash && memchr(b'\\', line).is_some());
    if !marked {
        splitter.split_plain(line, record);
        return Some(next);
    }
    record.marked = true;
    splitter.split_marked((quote, quoting), line_end, known, record)
}

struct Splitter<'a> {
    dialect: &'a Dialect,
    bytes: &'a [u8],
    /// Where the bytes begin in the text.
    base: usize,
    last: bool,
}

impl Splitter<'_> {
    fn split_plain(&self, line: &[u8], record: &mut Record) {
        let mut start = 0;
        match self.dialect.delimiter[..] {
            [] => {}
            [byte] => {
                for at in memchr_iter(byte, line) {
                    record.plain(start, at);
                    start = at + 1;
                }
            }
            ref long => {
                for at in memchr::memmem::find_iter(line, long) {
                    record.plain(start, at);
                    start = at + long.len();
                }
            }
        }
        record.plain(start, line.len());
    }

    /// Where the line that holds `from` ends, and where the next begins.
    fn line_end(&self, from: usize) -> Option<(usize, usize)> {
        let rest = &self.bytes[from..];
        let found = if self.dialect.bare_cr { memchr2(b'\n', b'\r', rest) } else { memchr(b'\n', rest) };
        let Some(at) = found.map(|at| from + at) else {
            let end = if self.dialect.bare_cr { self.bytes.len() } else { self.before_returns(from, self.bytes.len()) };
            return self.last.then_some((end, self.bytes.len()));
        };
        if self.bytes[at] == b'\n' {
            let end = if self.dialect.bare_cr { at } else { self.before_returns(from, at) };
            return Some((end, at + 1));
        }
        match self.bytes.get(at + 1) {
            Some(b'\n') => Some((at, at + 2)),
            Some(_) => Some((at, at + 1)),
            None => self.last.then_some((at, at + 1)),
        }
    }

    /// The end of a line without its carriage returns: some programs write CR CR LF.
    fn before_returns(&self, from: usize, end: usize) -> usize {
        let returns = self.bytes[from..end].iter().rev().take_while(|byte| **byte == b'\r').count();
        end - returns
    }

    /// Whether the cell may end here. `None` if more bytes would be needed to tell.
    fn stop_at(&self, at: usize) -> Option<Option<Stop>> {
        let rest = &self.bytes[at..];
        if rest.is_empty() {
            return self.last.then_some(Some(Stop::Break { end: at, next: at }));
        }
        let delimiter = &self.dialect.delimiter[..];
        if !delimiter.is_empty() {
            if rest.starts_with(delimiter) {
                return Some(Some(Stop::Delimiter(at)));
            }
            if !self.last && rest.len() < delimiter.len() && delimiter.starts_with(rest) {
                return None;
            }
        }
        match rest[0] {
            b'\n' => Some(Some(Stop::Break { end: at, next: at + 1 })),
            b'\r' if self.dialect.bare_cr => match rest.get(1) {
                Some(b'\n') => Some(Some(Stop::Break { end: at, next: at + 2 })),
                Some(_) => Some(Some(Stop::Break { end: at, next: at + 1 })),
                None => self.last.then_some(Some(Stop::Break { end: at, next: at + 1 })),
            },
            b'\r' => {
                let returns = rest.iter().take_while(|byte| **byte == b'\r').count();
                match rest.get(returns) {
                    Some(b'\n') => Some(Some(Stop::Break { end: at, next: at + returns + 1 })),
                    Some(_) => Some(None),
                    None => self.last.then_some(Some(Stop::Break { end: at, next: at + returns })),
                }
            }
            _ => Some(None),
        }
    }

    /// The end of an unquoted cell, from `from` on.
    fn next_stop(&self, from: usize) -> Option<Stop> {
        let mut at = from;
        let first = self.dialect.delimiter.first().copied().unwrap_or(b'\n');
        loop {
            at += match memchr3(first, b'\n', b'\r', &self.bytes[at..]) {
                Some(ahead) => ahead,
                None => self.bytes.len() - at,
            };
            match self.stop_at(at)? {
                Some(stop) => return Some(stop),
                None => at += 1,
            }
        }
    }

    fn split_marked(
        &self,
        (quote, quoting): (Option<u8>, Quoting),
        line_end: usize,
        known: &mut Known,
        record: &mut Record,
    ) -> Option<usize> {
        let mut at = 0;
        loop {
            let stop = match quote {
                Some(quote) if self.bytes.get(at) == Some(&quote) => {
                    let (mut path, seen) = (Path::default(), &mut known.seen);
                    let (stop, to) = self.quoted_cell(at, (quote, quoting), seen, &mut path, record);
                    seen.keep(path, self.base + to, self.base);
                    stop?
                }
                _ if self.dialect.backslash => self.escaped_cell(at, record)?,
                _ => {
                    let stop = self.next_stop(at)?;
                    let (Stop::Delimiter(end) | Stop::Break { end, .. }) = stop;
                    record.plain(at, end);
                    stop
                }
            };
            match stop {
                Stop::Delimiter(end) if end > line_end && record.len() > known.most_cells => {
                    (record.broken, record.unclosed) = (true, true);
                    return Some(end);
                }
                Stop::Delimiter(end) => at = end + self.dialect.delimiter.len(),
                Stop::Break { end, next } => {
                    record.broken |= end > line_end;
                    return Some(next);
                }
            }
        }
    }

    /// A cell that begins with a quote at `open`: what ends it, `None` if more bytes would be needed to tell, and as far
    /// as which nothing does.
    fn quoted_cell(
        &self,
        open: usize,
        (quote, quoting): (u8, Quoting),
        seen: &Seen,
        path: &mut Path,
        record: &mut Record,
    ) -> (Option<Stop>, usize) {
        let mut text = Unescaped::new(open + 1, record.scratch.len());
        let mut from = open + 1;
        loop {
            let rest = &self.bytes[from..];
            let found = if self.dialect.backslash { memchr2(quote, b'\\', rest) } else { memchr(quote, rest) };
            let Some(at) = found.map(|ahead| from + ahead) else {
                let end = self.bytes.len();
                if !self.last {
                    return (None, end);
                }
                if quoting == Quoting::EndsEarly {
                    return (self.unquoted(open, open + 1, &text, record), end);
                }
                record.unclosed = true;
                text.finish(self.bytes, end, record);
                return (Some(Stop::Break { end, next: end }), end);
            };
            if at > from
                && let Some((beyond, odd)) = seen.beyond(self.base + at, path)
            {
                record.odd |= odd;
                record.skipped = true;
                from = (beyond - self.base).min(self.bytes.len());
                continue;
            }
            let follower = self.bytes.get(at + 1).copied();
            if follower.is_none() && !self.last {
                return (None, at);
            }
            if self.bytes[at] == b'\\' && quote != b'\\' {
                if follower.is_some_and(|byte| self.is_escapable(byte, Some(quote))) {
                    text.skip(self.bytes, at, 1, record);
                    from = at + 2;
                } else {
                    from = at + 1;
                }
                continue;
            }
            if follower == Some(quote) {
                let ends = if quoting == Quoting::DoubledEnds { self.after_quote(at + 2) } else { Some(None) };
                match ends {
                    None => return (None, at),
                    Some(Some(stop)) => {
                        text.finish(self.bytes, at + 1, record);
                        return (Some(stop), at);
                    }
                    Some(None) => {}
                }
                text.skip(self.bytes, at, 1, record);
                from = at + 2;
                continue;
            }
            match self.after_quote(at + 1) {
                None => return (None, at),
                Some(Some(stop)) => {
                    text.finish(self.bytes, at, record);
                    return (Some(stop), at);
                }
                Some(None) => {}
            }
            record.odd = true;
            if quoting == Quoting::EndsEarly {
                let from = if self.opens_a_cell(at) { open + 1 } else { at + 1 };
                return (self.unquoted(open, from, &text, record), at);
            }
            path.passed_odd(self.base + at);
            from = at + 1;
        }
    }

    /// A cell that begins with a quote and is no quoted one: it goes on to the next stop from `from` on.
    fn unquoted(&self, open: usize, from: usize, text: &Unescaped, record: &mut Record) -> Option<Stop> {
        let stop = self.next_stop(from)?;
        let (Stop::Delimiter(end) | Stop::Break { end, .. }) = stop;
        record.odd = true;
        record.astray |= memchr2(b'\n', b'\r', &self.bytes[open..end]).is_some();
        record.scratch.truncate(text.scratch_start);
        record.plain(open, end);
        Some(stop)
    }

    /// Whether a cell begins at `at`, behind a delimiter or a line break.
    fn opens_a_cell(&self, at: usize) -> bool {
        let before = &self.bytes[..at];
        let delimiter = &self.dialect.delimiter[..];
        !delimiter.is_empty() && before.ends_with(delimiter) || matches!(before.last(), Some(b'\n' | b'\r'))
    }

    /// What ends the cell behind a closing quote: a stop, at most blanks before it.
    fn after_quote(&self, at: usize) -> Option<Option<Stop>> {
        let is_blank = |byte: &&u8| matches!(**byte, b' ' | b'\t') && self.dialect.delimiter.first() != Some(*byte);
        if let Some(stop) = self.stop_at(at)? {
            return Some(Some(stop));
        }
        let blanks = self.bytes[at..].iter().take_while(is_blank).count();
        if blanks == 0 { Some(None) } else { self.stop_at(at + blanks) }
    }

    /// An unquoted cell in a dialect of backslashes.
    fn escaped_cell(&self, start: usize, record: &mut Record) -> Option<Stop> {
        let mut text = Unescaped::new(start, record.scratch.len());
        let mut at = start;
        loop {
            if self.bytes.get(at) == Some(&b'\\') {
                match self.bytes.get(at + 1) {
                    Some(byte) if self.is_escapable(*byte, self.dialect.quote) => {
                        text.skip(self.bytes, at, 1, record);
                        at += 2;
                    }
                    None if !self.last => return None,
                    _ => at += 1,
                }
                continue;
            }
            if let Some(stop) = self.stop_at(at)? {
                let (Stop::Delimiter(end) | Stop::Break { end, .. }) = stop;
                text.finish(self.bytes, end, record);
                if let Some(span) = record.cells.last_mut() {
                    span.quoted = false;
                }
                return Some(stop);
            }
            at += 1;
        }
    }

    fn is_escapable(&self, byte: u8, quote: Option<u8>) -> bool {
        byte == b'\\' || byte == b'\n' || Some(byte) == quote || self.dialect.delimiter.first() == Some(&byte)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn dialect(delimiter: &str) -> Dialect {
        Dialect { delimiter: delimiter.as_bytes().to_vec(), ..Dialect::default() }
    }

    fn rows_with(dialect: &Dialect, quoting: Quoting, text: &[u8]) -> Vec<Vec<String>> {
        let (mut record, mut at, mut rows) = (Record::default(), 0, Vec::new());
        while let Some(used) = split(dialect, quoting, &text[at..], true, &mut record) {
            let source = &text[at..];
            rows.push(record.cells(source).map(|cell| String::from_utf8_lossy(cell).into_owned()).collect());
            at += used;
        }
        assert_eq!(at, text.len());
        rows
    }

    fn rows(delimiter: &str, text: &str) -> Vec<Vec<String>> {
        rows_with(&dialect(delimiter), Quoting::Lenient, text.as_bytes())
    }

    #[test]
    fn quoted_cells_hold_delimiters_breaks_and_doubled_quotes() {
        assert_eq!(rows(",", "a,\"b, \"\"c\"\"\r\nd\",e\r\nf\n"), [vec!["a", "b, \"c\"\r\nd", "e"], vec!["f"]]);
        assert_eq!(rows(",", "\"\",\"\"\"\""), [["", "\""]]);
    }

    #[test]
    fn a_delimiter_may_be_several_bytes_long() {
        assert_eq!(rows(", ", "a, \"b, c\", d,e"), [["a", "b, c", "d,e"]]);
        assert_eq!(rows("||", "a||b|c||\n"), [["a", "b|c", ""]]);
    }

    #[test]
    fn a_quote_inside_a_cell_is_a_character_of_it() {
        assert_eq!(rows(",", "a\"b,\"he said \"hi\" there\",c"), [["a\"b", "he said \"hi\" there", "c"]]);
        assert_eq!(rows(",", "\"a\" ,b"), [["a", "b"]]);
        let early = rows_with(&dialect(","), Quoting::EndsEarly, b"\"5, or\" so,b");
        assert_eq!(early, [["\"5, or\" so", "b"]]);
        let opened = rows_with(&dialect(","), Quoting::EndsEarly, b"\"a,b,\"c, d\"\ne,\"\n\"f\",g");
        assert_eq!(opened, [vec!["\"a", "b", "c, d"], vec!["e", "\""], vec!["f", "g"]]);
        let doubled = rows_with(&dialect(","), Quoting::DoubledEnds, b"\"a\"\",b\n\"\",\"c\"");
        assert_eq!(doubled, [["a\"", "b"], ["", "c"]]);
    }

    #[test]
    fn carriage_returns_end_rows_only_where_the_file_says_so() {
        assert_eq!(rows(",", "a\rb,c\r\r\nd"), [vec!["a\rb", "c"], vec!["d"]]);
        let returns = Dialect { bare_cr: true, ..dialect(",") };
        let read = rows_with(&returns, Quoting::Lenient, b"a,b\r\"c\rd\",e\r\nf\rg\n");
        assert_eq!(read, [vec!["a", "b"], vec!["c\rd", "e"], vec!["f"], vec!["g"]]);
    }

    #[test]
    fn backslashes_escape_quotes_and_delimiters_and_nothing_else() {
        let slashes = Dialect { backslash: true, ..dialect(",") };
        let read = rows_with(&slashes, Quoting::Lenient, br#""a \"b\", c",d\,e,C:\new"#);
        assert_eq!(read, [["a \"b\", c", "d,e", r"C:\new"]]);
    }

    #[test]
    fn a_quote_that_never_ends_is_noticed() {
        let mut record = Record::default();
        let text = b"a,\"b\nc,d\n";
        assert_eq!(split(&dialect(","), Quoting::Lenient, text, false, &mut record), None);
        assert_eq!(split(&dialect(","), Quoting::Lenient, text, true, &mut record), Some(text.len()));
        assert!(record.unclosed && record.broken);
    }

    proptest! {
        #[test]
        fn a_table_written_by_the_csv_crate_is_split_into_the_same_cells(
            table in prop::collection::vec(prop::collection::vec("[a-c,\"\n\r é;]{0,6}", 2..5), 1..8)
        ) {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let text = writer.into_inner().unwrap();
            prop_assert_eq!(rows_with(&dialect(","), Quoting::Lenient, &text), table);
        }

        #[test]
        fn splitting_in_pieces_gives_the_same_as_splitting_at_once(
            text in "[ab,\"\\\\\n\r ;|]{0,60}", cr: bool, backslash: bool, long: bool, cut in 1usize..8
        ) {
            let dialect = Dialect {
                delimiter: if long { b", ".to_vec() } else { b",".to_vec() }, bare_cr: cr, backslash, ..Dialect::default()
            };
            let bytes = text.as_bytes();
            let whole = rows_with(&dialect, Quoting::Lenient, bytes);
            let (mut record, mut at, mut seen, mut rows) = (Record::default(), 0, 0, Vec::new());
            loop {
                let last = seen == bytes.len();
                match split(&dialect, Quoting::Lenient, &bytes[at..seen], last, &mut record) {
                    Some(used) => {
                        let source = &bytes[at..seen];
                        rows.push(record.cells(source).map(|c| String::from_utf8_lossy(c).into_owned()).collect::<Vec<_>>());
                        at += used;
                    }
                    None if last => break,
                    None => seen = (seen + cut).min(bytes.len()),
                }
            }
            prop_assert_eq!(rows, whole);
        }
    }
}
