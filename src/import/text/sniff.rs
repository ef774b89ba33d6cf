//! Which dialect a text is written in: every one that could be is tried on the beginning of the text, and the one that
//! cuts it most evenly into cells that look whole is taken. In the spirit of CleverCSV (van den Burg and others, 2019),
//! but one odd row among a hundred good ones costs a hundredth, not half.

use memchr::{memchr, memmem};

use super::dialect::Dialect;
use super::records::all;
use super::shape::{Shape, plausibility};

/// How much of the text is tried.
const SAMPLE: usize = 128 << 10;
/// How many of its records are tried.
const RECORDS: usize = 300;
/// How many cells of them are looked at closely.
const CELLS: usize = 4_000;

/// The dialect of a text, and the number of cells most of its rows have.
pub(crate) fn dialect(text: &[u8], whole: bool, hint: Option<&[u8]>) -> (Dialect, usize) {
    let (text, whole) = if text.len() > SAMPLE { (&text[..SAMPLE], false) } else { (text, whole) };
    let (score, dialect, width) = best_of(delimiters(text, hint), text, whole);
    if hint.is_some() && score < DOUBTFUL {
        // A hint that divides nothing well was left from another file.
        let unaided = best_of(delimiters(text, None), text, whole);
        if unaided.0 > 2.0 * score {
            return (unaided.1, unaided.2);
        }
    }
    (dialect, width)
}

/// Under this score a hint is compared with what the text says itself.
const DOUBTFUL: f32 = 0.4;

fn best_of(delimiters: Vec<(Vec<u8>, f32)>, text: &[u8], whole: bool) -> (f32, Dialect, usize) {
    let returns = bare_returns(text);
    let mut best: Option<(f32, Dialect, usize)> = None;
    for (delimiter, prior) in delimiters {
        for (quote, backslash) in quotes(text, &delimiter) {
            for &bare_cr in returns {
                let dialect = Dialect { delimiter: delimiter.clone(), quote, backslash, bare_cr };
                let prior = if quote.is_none() { prior * 0.8 } else { prior };
                let (score, width, order) = score(&dialect, prior, text, whole);
                // Backslashes that bring no row into order are text, however much better some cell looks without them.
                let plain = Dialect { backslash: false, ..dialect.clone() };
                if backslash && self::score(&plain, prior, text, whole).2 >= order {
                    continue;
                }
                if best.as_ref().is_none_or(|(highest, ..)| score > *highest + 1e-4) {
                    best = Some((score, dialect, width));
                }
            }
        }
    }
    best.expect("a text without delimiters is always tried")
}

/// What could stand between cells, most usual first, with how much evidence each needs: 1 is little, 0.5 is a lot.
fn delimiters(text: &[u8], hint: Option<&[u8]>) -> Vec<(Vec<u8>, f32)> {
    if let Some(hint) = hint.filter(|hint| memmem::find(text, hint).is_some()) {
        return vec![(hint.to_vec(), 1.0), (Vec::new(), 0.2)];
    }
    const SINGLE: [(u8, f32); 14] = [
        (b',', 1.0),
        (b';', 1.0),
        (b'\t', 1.02),
        (b'|', 0.97),
        (0x1F, 1.0),
        (0x01, 1.0),
        (b'^', 0.9),
        (b'~', 0.9),
        (b':', 0.6),
        (b' ', 0.5),
        (b'#', 0.6),
        (b'&', 0.6),
        (b'!', 0.6),
        (b'*', 0.6),
    ];
    let mut found: Vec<(Vec<u8>, f32)> = Vec::new();
    found.extend(
        SINGLE.iter().filter(|(byte, _)| memchr(*byte, text).is_some()).map(|(byte, prior)| (vec![*byte], *prior)),
    );
    // A delimiter written twice leaves every second cell empty when it is taken for a single one.
    let twice = |run: &[u8]| run.len() == 2 && run[0] == run[1];
    found.extend(several_bytes(text).into_iter().map(|run| if twice(&run) { (run, 1.05) } else { (run, 0.95) }));
    found.push((Vec::new(), 1.0));
    found
}

/// Runs of two to four signs that stand on nearly every line: `||`, `, `, `::`, ` | `.
fn several_bytes(text: &[u8]) -> Vec<Vec<u8>> {
    const MOST: usize = 6;
    let is_sign = |byte: u8| {
        (byte.is_ascii_punctuation() && !matches!(byte, b'"' | b'\'' | b'\\' | b'_' | b'@' | b'.' | b'<' | b'>'))
            || byte == b' '
            || byte == b'\t'
    };
    let mut counts: Vec<(Vec<u8>, usize)> = Vec::new();
    let lines = text
        .iter()
        .filter(|byte| **byte == b'\n')
        .count()
        .max(text.iter().filter(|byte| **byte == b'\r').count())
        .max(1);
    for run in text.chunk_by(|a, b| is_sign(*a) == is_sign(*b)) {
        if !(2..=4).contains(&run.len()) || !is_sign(run[0]) || run.iter().all(|byte| *byte == b' ') {
            continue;
        }
        match counts.iter_mut().find(|(seen, _)| seen == run) {
            Some((_, count)) => *count += 1,
            None => counts.push((run.to_vec(), 1)),
        }
        counts.truncate(64);
    }
    counts.retain(|(_, count)| *count * 10 >= lines * 9);
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.truncate(MOST);
    counts.into_iter().map(|(run, _)| run).collect()
}

/// Which quotes and escapes are worth a try.
fn quotes(text: &[u8], delimiter: &[u8]) -> Vec<(Option<u8>, bool)> {
    let mut found = Vec::new();
    let escaped = |byte: u8| memmem::find(text, &[b'\\', byte]).is_some();
    for quote in [b'"', b'\''] {
        // The usual quote is believed in even where the beginning of the text has none.
        if quote == b'"' || opens_and_closes(text, delimiter, quote) {
            found.push((Some(quote), false));
            if escaped(quote) || delimiter.first().is_some_and(|first| escaped(*first)) {
                found.push((Some(quote), true));
            }
        }
    }
    if memchr(b'"', text).is_some() {
        // Quotes that mean nothing are rare; stray ones are repaired row by row.
        found.push((None, false));
    }
    found
}

/// Whether the quote stands both where cells begin and where they end.
fn opens_and_closes(text: &[u8], delimiter: &[u8], quote: u8) -> bool {
    let outside = |rest: &[u8]| rest.is_empty() || matches!(rest[0], b'\n' | b'\r');
    let (mut opens, mut closes) = (0, 0);
    for at in memchr::memchr_iter(quote, text) {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let ends_before = before.is_empty() || matches!(before[at - 1], b'\n' | b'\r');
        opens += usize::from(ends_before || (!delimiter.is_empty() && before.ends_with(delimiter)));
        closes += usize::from(outside(after) || (!delimiter.is_empty() && after.starts_with(delimiter)));
    }
    opens > 0 && closes > 0 && opens <= closes * 2 && closes <= opens * 2
}

/// Whether carriage returns alone end rows: yes if there are no line feeds, no if there are only line feeds or pairs,
/// and both are tried if there are both.
fn bare_returns(text: &[u8]) -> &'static [bool] {
    let mut bare = false;
    let mut feeds = false;
    for at in memchr::memchr2_iter(b'\n', b'\r', text) {
        if text[at] == b'\n' {
            feeds = true;
        } else if !matches!(text.get(at + 1), Some(b'\n' | b'\r')) && at + 1 < text.len() {
            bare = true;
        }
    }
    match (bare, feeds) {
        (false, true) => &[false],
        (false, false) | (true, false) => &[true],
        (true, true) => &[false, true],
    }
}

/// How well a dialect fits, the number of cells most rows have under it, and how well the rows alone fit it, whatever
/// stands in their cells; 0 for a table of one column.
fn score(dialect: &Dialect, prior: f32, text: &[u8], whole: bool) -> (f32, usize, f32) {
    let width = usual_width(dialect, None, text, whole);
    let width = usual_width(dialect, Some(width), text, whole);
    let (mut rows, mut fitting, mut near, mut first_fits) = (0_u32, 0_u32, 0_u32, false);
    let (mut fit_from, mut fit_to) = (0, 0);
    let (mut cells, mut sound, mut typed, mut odd) = (0_u32, 0.0_f32, 0_u32, 0_u32);
    all(dialect, Some(width), text, whole, |_, source, record| {
        if rows as usize >= RECORDS {
            return;
        }
        rows += 1;
        odd += u32::from(record.odd || record.unclosed);
        if record.len() != width {
            near += u32::from(record.len() > 1 && fitting > 0);
            return;
        }
        first_fits |= rows == 1;
        if fitting == 0 {
            fit_from = rows;
        }
        fit_to = rows;
        fitting += 1;
        for (index, cell) in record.cells(source).enumerate() {
            if cells as usize >= CELLS {
                break;
            }
            let text = String::from_utf8_lossy(cell);
            cells += 1;
            sound += plausibility(&text, record.quoted(index));
            typed += u32::from(!matches!(Shape::of(&text), Shape::Text | Shape::Empty));
        }
    });
    if fitting == 0 || cells == 0 {
        return (0.0, width, 0.0);
    }
    let soundness = sound / cells as f32;
    let orderly = 1.0 - 0.5 * odd as f32 / rows as f32;
    if width < 2 {
        // One column is what is left when nothing divides the rows, unless its cells are plainly whole.
        let plain = typed as f32 / cells as f32;
        return ((0.2 + 0.25 * plain * plain) * soundness * orderly * prior.min(1.0), width, 0.0);
    }
    if dialect.delimiter == b" " && width < 3 {
        return (0.0, width, 0.0);
    }
    // Lines above and below the table cost less than rows that do not fit inside it.
    // Under a header of three names and more, a row that is divided, but not as often, speaks for the delimiter too.
    let span = (fit_to - fit_from + 1) as f32;
    let ragged = if first_fits && width >= 3 { 0.5 * near as f32 } else { 0.0 };
    let inside = ((fitting as f32 + ragged) / span).min(1.0);
    let covered = (fit_to - fit_from + 1) as f32 / rows as f32;
    let division = 1.0 - 1.0 / width as f32;
    let header = if first_fits { 1.0 } else { 0.7 };
    // What divides every row into many cells needs no other evidence.
    let prior =
        if first_fits && inside > 0.95 && width >= 4 { 1.0 - (1.0 - prior) * 2.0 / width as f32 } else { prior };
    // A sign that divides one line, and it no other, stands in a title or a question.
    let lonely = fitting == 1 && near == 0 && rows >= 3;
    if dialect.delimiter == b" " && fitting * 2 < rows {
        return (0.0, width, 0.0);
    }
    let order = inside * inside * covered.sqrt() * division * orderly * header * if lonely { 0.4 } else { 1.0 };
    (order * soundness * prior, width, order)
}

/// The number of cells most rows have; of those that are equally usual, that of the first row, or else the largest.
pub(super) fn usual_width(dialect: &Dialect, width: Option<usize>, text: &[u8], whole: bool) -> usize {
    let mut counts: Vec<(usize, u32)> = Vec::new();
    let mut rows = 0;
    all(dialect, width, text, whole, |_, _, record| {
        rows += 1;
        if rows > RECORDS {
            return;
        }
        match counts.iter_mut().find(|(width, _)| *width == record.len()) {
            Some((_, count)) => *count += 1,
            None => counts.push((record.len(), 1)),
        }
    });
    let first = counts.first().map(|(width, _)| *width);
    // A row of one cell says nothing of the width as long as enough rows have more.
    let wide: u32 = counts.iter().filter(|(width, _)| *width > 1).map(|(_, count)| count).sum();
    let total: u32 = counts.iter().map(|(_, count)| count).sum();
    if wide * 3 >= total {
        counts.retain(|(width, _)| *width > 1);
    }
    counts
        .into_iter()
        .max_by_key(|(width, count)| (*count, Some(*width) == first, *width))
        .map_or(1, |(width, _)| width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sniff(text: &str) -> (String, Option<char>, usize) {
        let (dialect, width) = dialect(text.as_bytes(), true, None);
        (String::from_utf8_lossy(&dialect.delimiter).into_owned(), dialect.quote.map(char::from), width)
    }

    fn table(delimiter: &str, quote: &str) -> String {
        let mut text =
            ["id", "name", "since", "town, country"].map(|cell| format!("{quote}{cell}{quote}")).join(delimiter);
        for row in 0..12 {
            let cells = [
                format!("{row}"),
                format!("Ada {row} O Lovelace"),
                format!("2024-03-{:02} 10:30:00", row + 1),
                format!("Turin; {row}, IT"),
            ];
            text.push('\n');
            text.push_str(&cells.map(|cell| format!("{quote}{cell}{quote}")).join(delimiter));
        }
        text
    }

    #[test]
    fn any_delimiter_is_found() {
        for delimiter in [",", ";", "\t", "|", ":", "^", "~", " ", "\u{1f}", "||", ", ", "::", " | ", "|;|"] {
            assert_eq!(sniff(&table(delimiter, "\"")), (delimiter.into(), Some('"'), 4), "{delimiter:?}");
        }
    }

    #[test]
    fn single_quotes_are_found() {
        for delimiter in [",", ";", "\t"] {
            assert_eq!(sniff(&table(delimiter, "'")), (delimiter.into(), Some('\''), 4), "{delimiter:?}");
        }
    }

    #[test]
    fn decimal_commas_do_not_hide_semicolons() {
        assert_eq!(sniff("id;price;weight\n1;2,50;3,5\n2;3,10;4,5\n3;1,99;0,5\n").0, ";");
    }

    #[test]
    fn a_list_of_one_column_has_no_delimiter() {
        assert_eq!(sniff("email\nada@example.org\nbo.ek@example.org\n").2, 1);
        assert_eq!(sniff("Name\nAda Lovelace\nBo Ek\nKarl Johan Ek\n").2, 1);
        assert_eq!(sniff("2024-03-14 10:30:00\n2024-03-15 11:30:00\n").2, 1);
        assert_eq!(sniff("email").2, 1);
    }

    #[test]
    fn lists_inside_cells_do_not_hide_the_delimiter() {
        let text = "email,tags,seen\na@example.org,x|y,2024-01-01 10:00\nb@example.org,x|z,2024-01-02 10:00\nc@example.org,y|z,2024-01-03 10:00\n";
        assert_eq!(sniff(text).0, ",");
    }

    #[test]
    fn a_long_title_does_not_hide_the_delimiter_of_the_rows_below() {
        for title in [
            "Liste der abgemeldeten Empfänger, Stand 03/2024",
            "Newsletter subscribers of the shop, without customers, as of March",
            "Lista degli iscritti alla newsletter",
        ] {
            for rows in ["E-Mail;Name\na@example.org;A\n", "E-Mail;Name\na@example.org;A\nb@example.org;B\n"] {
                assert_eq!(sniff(&format!("{title}\n{rows}")).0, ";", "{title}");
            }
        }
    }

    #[test]
    fn one_ragged_row_does_not_change_the_delimiter() {
        let mut text = table(",", "\"");
        text.push_str("\n13,\"Bo\",2024-04-01 10:00:00,\"a\",\"b\"\n");
        assert_eq!(sniff(&text), (",".into(), Some('"'), 4));
    }

    #[test]
    fn a_handful_of_ragged_rows_is_still_divided() {
        let ragged = "email,status,source\nada@example.org,yes\nbo@example.org,yes,form,x,y\ncy@example.org,yes,form\n";
        assert_eq!(sniff(ragged), (",".to_owned(), Some('"'), 3));
    }

    #[test]
    fn carriage_returns_are_row_ends_where_nothing_else_is() {
        assert!(dialect(b"a,b\r1,2\r3,4\r", true, None).0.bare_cr);
        assert!(!dialect(b"a,b\r\n1,x\r\n3,4\r\n", true, None).0.bare_cr);
        assert!(dialect(b"a,b\r1,2\n3,4\r5,6\n", true, None).0.bare_cr);
        assert!(!dialect(b"a,b\n1,x\ry\n3,4\n5,6\n7,8\n", true, None).0.bare_cr);
    }

    #[test]
    fn a_hint_is_followed_where_the_text_agrees() {
        assert_eq!(dialect(b"a;b,c\n1;2,5\n", true, Some(b";")).0.delimiter, b";");
        assert_eq!(dialect(b"a,b\n1,2\n", true, Some(b";")).0.delimiter, b",");
    }
}
