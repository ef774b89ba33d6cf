//! Where in a sheet of rows the table is: what stands above it, which row names the columns, where the data begin.

use super::header_groups;
use super::header_words::{Concept, header_words};
use super::recognise::header::Header;
use super::side_by_side::Window;
use super::text::Shape;
use crate::vocabulary::Field;

/// Where the table is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Layout {
    /// Number of the row that names the columns; 0 if none does.
    pub header_row: u32,
    /// Number of a row above it that names groups of columns; 0 if there is none. The names say the group then.
    pub group_row: u32,
    /// Number of the first row of data. What stands above it, but for the header, is no row of the table.
    pub first_row: u32,
    /// The names, one per column; empty where there is none.
    pub header: Vec<String>,
    /// Which columns of the sheet these are, where several lists stand side by side.
    pub window: Option<Window>,
    /// From which row on, and before which, rows are of this table, where several stand one below the other.
    pub rows: Option<(u32, u32)>,
}

/// Rows above a table that are looked through for its header.
const ABOVE: usize = 40;
/// Rows below a header that are compared with it.
const BELOW: usize = 60;

impl Layout {
    /// The layout of rows with their numbers. `usual` is the number of cells most of them have, where that is known.
    pub fn of(rows: &[(u32, Vec<String>)], usual: Option<usize>) -> Self {
        let longest = rows.iter().map(|(_, cells)| filled_width(cells)).max().unwrap_or(0);
        let usual = usual.unwrap_or(longest);
        let Some(start) = first_of_table(rows, usual) else { return Self::default() };
        let start = narrower_header(rows, start).or_else(|| over_addresses(rows, start)).unwrap_or(start);
        let (number, first) = &rows[start];
        let below = &rows[start + 1..rows.len().min(start + 1 + BELOW)];
        if !names_columns(first, below) {
            let header = vec![String::new(); usual.max(1)];
            return Self { first_row: *number, header, ..Self::default() };
        }
        let (above, start) = header_of_two_rows(rows, start);
        let (number, first) = &rows[start];
        let grouped = above.map(|above| header_groups::joined(&rows[above].1, first));
        let group_row = above.map_or(0, |above| rows[above].0);
        let mut header: Vec<String> = grouped
            .as_ref()
            .unwrap_or(first)
            .iter()
            .map(|name| name.trim_matches(['\u{FEFF}', '\u{200B}']).to_owned())
            .collect();
        // Columns without a name at the right edge are columns if anything stands in them, and otherwise a trailing delimiter.
        let needed = if usual > header.len() { usual } else { header.len() };
        header.resize(needed, String::new());
        Self { header_row: *number, group_row, first_row: number + 1, header, window: None, rows: None }
    }

    /// The rows above the table that name no columns.
    pub fn above<'r>(&self, rows: &'r [(u32, Vec<String>)]) -> impl Iterator<Item = &'r [String]> {
        let (first, header, group) = (self.first_row, self.header_row, self.group_row);
        rows.iter()
            .take_while(move |(number, _)| *number < first)
            .filter(move |(number, _)| *number != header && *number != group)
            .map(|(_, cells)| &cells[..])
    }

    /// How many columns the table has.
    pub fn width(&self) -> usize {
        self.header.len()
    }

    /// How many columns a row of the sheet has.
    pub fn columns(&self) -> usize {
        self.window.map_or_else(|| self.width(), |window| window.all)
    }
}

fn filled(cells: &[String]) -> usize {
    cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

fn filled_width(cells: &[String]) -> usize {
    cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1)
}

/// The first row that is as wide, and about as full, as the rows of the table are.
fn first_of_table(rows: &[(u32, Vec<String>)], usual: usize) -> Option<usize> {
    let mut counts: Vec<usize> = rows.iter().map(|(_, cells)| filled(cells)).filter(|count| *count > 0).collect();
    counts.sort_unstable();
    let typical = *counts.get(counts.len() / 2)?;
    let wide = if usual > 3 { usual - 1 } else { usual };
    let full = (typical * 3).div_ceil(5).max(if usual >= 3 && typical >= 2 { 2 } else { 1 });
    let belongs =
        |wide: usize| rows.iter().take(ABOVE).position(|(_, cells)| cells.len() >= wide && filled(cells) >= full);
    // Rows of a workbook end with their last filled cell, so few may be as wide as the table.
    belongs(wide).or_else(|| belongs(wide.div_ceil(2))).or_else(|| rows.iter().position(|(_, cells)| filled(cells) > 0))
}

/// The row further down that names a column of addresses, if the first that could be a header names none: lines such as
/// `From:,2024-03-01` may stand above a table that is no wider.
fn over_addresses(rows: &[(u32, Vec<String>)], start: usize) -> Option<usize> {
    let names_address = |row: usize, column: usize| {
        is_named(&rows[row].1[column], &[Field::Email])
            && rows[row + 1..rows.len().min(row + 1 + NEAR)]
                .iter()
                .any(|(_, cells)| cells.get(column).is_some_and(|cell| Shape::of(cell) == Shape::Email))
    };
    let names_some = |row: &usize| (0..rows[*row].1.len()).any(|column| names_address(*row, column));
    let last = rows.len().min(ABOVE);
    if is_people(&rows[start].1) || rows[start].1.iter().any(|cell| is_named(cell, &[Field::Email])) {
        return None;
    }
    let found = (start + 1..last).find(names_some)?;
    // People above it are none of a preamble.
    (!rows[start..found].iter().any(|(_, cells)| is_people(cells)) && filled(&rows[found].1) >= 2).then_some(found)
}

/// Rows below a name of addresses in which one is looked for.
const NEAR: usize = 5;

/// Whether a row has an address alone in a cell, or as `Ann <ann@example.org>`.
fn is_people(cells: &[String]) -> bool {
    cells.iter().any(|cell| holds_address(cell))
}

/// Whether a cell is an address, alone or in angles behind a name.
fn holds_address(cell: &str) -> bool {
    let cell = cell.trim().trim_end_matches([',', ';']);
    let angled = || cell.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')).map(|(_, address)| address);
    Shape::of(cell) == Shape::Email || angled().is_some_and(|address| Shape::of(address) == Shape::Email)
}

/// Whether a cell is one word for what is told of an act: its date, its address, its source.
fn is_detail(cell: &str) -> bool {
    use Concept::{Date, Form, Ip, Method, Source, Status, Text};
    let words = Header::read(cell).words;
    matches!(&words[..], [word] if header_words().concepts(word).any(&[Date, Ip, Source, Method, Form, Status, Text]))
}

/// Whether a row is one text that speaks of somebody's address: `ann@example.org wants no more mail`.
fn is_sentence_of_one(cells: &[String]) -> bool {
    let mut texts = cells.iter().filter(|cell| !cell.trim().is_empty());
    let (Some(text), None) = (texts.next(), texts.next()) else { return false };
    let address = |word: &str| Shape::of(word.trim_matches(['(', ')', '<', '>', '.', ':', '"'])) == Shape::Email;
    !text.contains(['(', ':']) && text.split_whitespace().any(address)
}

/// Whether a cell is a word for one of these fields in some language.
pub(crate) fn is_named(cell: &str, fields: &[Field]) -> bool {
    let header = Header::read(cell);
    let meanings = |key: &str| header_words().meanings(key);
    let found = if meanings(&header.key).is_empty() { meanings(&header.core) } else { meanings(&header.key) };
    found.iter().any(|meaning| meaning.field.is_some_and(|field| fields.contains(&field)))
}

/// Whether a cell is a word for anything a column may hold.
fn is_known(cell: &str) -> bool {
    let header = Header::read(cell);
    let listed = |key: &str| !header_words().meanings(key).is_empty();
    listed(&header.key) || listed(&header.core)
}

/// Whether a row names the columns of a list of people, wherever it stands: a word for an address or a number, another
/// name, and hardly anything that is no name of a column.
pub(crate) fn names_people(cells: &[impl AsRef<str>]) -> bool {
    let filled = || cells.iter().map(|cell| cell.as_ref().trim()).filter(|cell| !cell.is_empty());
    let names =
        |cell: &str| cell.len() <= 120 && !cell.contains('@') && matches!(Shape::of(cell), Shape::Text | Shape::YesNo);
    if filled().count() < 2
        || !filled().all(names)
        || !filled().any(|cell| is_named(cell, &[Field::Email, Field::Phone]))
    {
        return false;
    }
    filled().filter(|cell| names_a_column(cell)).count() * 2 >= filled().count()
}

/// Whether a cell is a word for anything a column may hold, or made of such words.
pub(crate) fn names_a_column(cell: &str) -> bool {
    let concepts = |word: &String| header_words().concepts(word);
    is_known(cell)
        || Header::read(cell).words.iter().map(concepts).any(|concepts| !concepts.any(SLIGHT) && !concepts.is_empty())
}

/// What a word of a person's own cells may be as well.
const SLIGHT: &[Concept] = &[Concept::Filler, Concept::Country, Concept::Person, Concept::Number];

/// Whether two headers name the same columns in the same order, in whatever words.
pub(crate) fn same_columns(one: &[impl AsRef<str>], other: &[impl AsRef<str>]) -> bool {
    (0..one.len().max(other.len())).all(|at| {
        let one = Header::read(one.get(at).map_or("", AsRef::as_ref));
        let other = Header::read(other.get(at).map_or("", AsRef::as_ref));
        let meanings = header_words().meanings(&one.key);
        one.key == other.key || !meanings.is_empty() && meanings == header_words().meanings(&other.key)
    })
}

/// The column of addresses by its name, or else of numbers; in another header a word stands there too.
pub(crate) fn column_of_people(header: &[String]) -> Option<usize> {
    let named = |field: Field| header.iter().position(|name| is_named(name, &[field]));
    named(Field::Email).or_else(|| named(Field::Phone))
}

/// Whether a row among people names columns again. `people`: the column of addresses or numbers, if its name is known.
pub(crate) fn names_columns_again(cells: &[impl AsRef<str>], people: Option<usize>) -> bool {
    let named = |cell: &str| !cell.trim().is_empty() && names_a_column(cell);
    let there = match people {
        Some(at) => cells.get(at).is_some_and(|cell| named(cell.as_ref())),
        None => cells.iter().all(|cell| named(cell.as_ref())),
    };
    there && names_people(cells)
}

/// Whether a row below a header is one of data: under the name of an address or a number it is empty, and most of its
/// texts are no names of columns.
fn leaves_out_the_person(upper: &[String], lower: &[String]) -> bool {
    let empty = |column: usize| lower.get(column).is_none_or(|cell| cell.trim().is_empty());
    let left_out = upper.iter().enumerate().any(|(column, name)| {
        !name.trim().is_empty() && empty(column) && is_named(name, &[Field::Email, Field::Phone])
    });
    let known = lower.iter().filter(|cell| is_known(cell) || is_detail(cell)).count();
    left_out && known * 2 <= filled(lower)
}

/// The row of groups above the names, if there is one, and the row of names.
fn header_of_two_rows(rows: &[(u32, Vec<String>)], start: usize) -> (Option<usize>, usize) {
    let next_to = |above: usize, names: usize| rows[above].0 + 1 == rows[names].0;
    if let Some(above) = start.checked_sub(1)
        && next_to(above, start)
        && header_groups::groups(&rows[above].1, &rows[start].1)
        && !leaves_out_the_person(&rows[above].1, &rows[start].1)
    {
        return (Some(above), start);
    }
    let names = start + 1;
    let below = &rows[rows.len().min(names + 1)..rows.len().min(names + 1 + BELOW)];
    if names < rows.len()
        && next_to(start, names)
        && header_groups::groups(&rows[start].1, &rows[names].1)
        && !leaves_out_the_person(&rows[start].1, &rows[names].1)
        && names_plainly(&rows[names].1, below)
    {
        return (Some(start), names);
    }
    (None, start)
}

/// Whether a row of words stands over columns of something else.
fn names_plainly(first: &[String], below: &[(u32, Vec<String>)]) -> bool {
    let typed = |column: usize| {
        let mut cells = below.iter().filter_map(|(_, cells)| cells.get(column)).filter(|cell| !cell.trim().is_empty());
        let first = cells.next().map(|cell| Shape::of(cell));
        first.is_some_and(|shape| shape != Shape::Text && cells.all(|cell| Shape::of(cell) == shape))
    };
    names_columns(first, below) && (0..first.len()).any(typed)
}

/// The row just above the table, if the table begins with data and that row names most of its columns.
fn narrower_header(rows: &[(u32, Vec<String>)], start: usize) -> Option<usize> {
    let above = start.checked_sub(1)?;
    let (number, cells) = &rows[above];
    let (next, first) = &rows[start];
    let near = number + 1 == *next && cells.len() >= 2 && filled(cells) * 2 >= first.len();
    let below = &rows[start..rows.len().min(start + BELOW)];
    (near && !names_columns(first, &below[1..]) && names_columns(cells, below)).then_some(above)
}

/// Whether a row names columns rather than being the first of the data.
fn names_columns(first: &[String], below: &[(u32, Vec<String>)]) -> bool {
    let shapes: Vec<Shape> = first.iter().map(|cell| Shape::of(cell)).collect();
    if first.iter().any(|cell| holds_address(cell)) || is_sentence_of_one(first) {
        return false;
    }
    // The rows below another header are those of another table.
    let below = match below.iter().position(|(_, cells)| names_people(cells)) {
        Some(end) if end > 0 && names_people(first) => &below[..end],
        _ => below,
    };
    let typed = shapes.iter().filter(|shape| !matches!(shape, Shape::Text | Shape::Empty)).count();
    if below.is_empty() {
        return typed * 2 < shapes.iter().filter(|shape| **shape != Shape::Empty).count().max(1);
    }
    let (mut unlike, mut alike, mut repeated) = (0, 0, 0);
    for (column, shape) in shapes.iter().enumerate() {
        if *shape == Shape::Empty {
            continue;
        }
        let cells = || below.iter().filter_map(|(_, cells)| cells.get(column)).filter(|cell| !cell.trim().is_empty());
        let found: Vec<Shape> = cells().map(|cell| Shape::of(cell)).collect();
        if found.is_empty() {
            continue;
        }
        let most = |usual: &Shape| found.iter().filter(|shape| *shape == usual).count() * 10 >= found.len() * 7;
        match [Shape::Number, Shape::Date, Shape::Email, Shape::Link, Shape::YesNo].into_iter().find(most) {
            Some(usual) if usual == *shape => alike += 1,
            Some(_) if *shape == Shape::Text => unlike += 1,
            Some(_) => {}
            None => repeated += usize::from(*shape == Shape::Text && cells().any(|cell| *cell == first[column])),
        }
    }
    if alike > 0 || unlike > 0 {
        return unlike >= alike;
    }
    // Nothing but words: a name of a column does not usually stand below itself.
    repeated == 0 || below.iter().any(|(_, cells)| cells == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(rows: &[&str]) -> (u32, u32, usize) {
        let rows: Vec<(u32, Vec<String>)> = (1..)
            .zip(rows)
            .filter(|(_, row)| !row.is_empty())
            .map(|(number, row)| (number, row.split(';').map(str::to_owned).collect()))
            .collect();
        let usual = rows.iter().map(|(_, cells)| cells.len()).max();
        let layout = Layout::of(&rows, usual);
        (layout.header_row, layout.first_row, layout.width())
    }

    #[test]
    fn the_first_row_names_the_columns() {
        assert_eq!(layout(&["Email;Name;Since", "a@example.org;Ada;2024-01-01"]), (1, 2, 3));
        assert_eq!(layout(&["Vorname;Nachname;Ort", "Jörg;Müller;Köln", "Eva;Klein;Bonn"]), (1, 2, 3));
        assert_eq!(layout(&["Email;Name"]), (1, 2, 2));
    }

    #[test]
    fn lines_above_the_table_are_not_its_header() {
        assert_eq!(
            layout(&["Export of our customers", "", "Email;Name;Since", "a@example.org;Ada;2024-01-01"]),
            (3, 4, 3)
        );
        assert_eq!(
            layout(&["Report;;;", "From;Ada;;", "Id;Name;Town;Since", "1;Bo;Rome;2024-01-01", "2;Eva;Lund;2024-01-02"]),
            (3, 4, 4)
        );
    }

    #[test]
    fn a_first_row_that_looks_like_data_names_nothing() {
        assert_eq!(layout(&["a@example.org;Ada", "b@example.org;Bo"]), (0, 1, 2));
        assert_eq!(layout(&["1;Ada;2024-01-01", "2;Bo;2024-01-02"]), (0, 1, 3));
        assert_eq!(layout(&["Ada;SE", "Bo;SE", "Eva;IT"]), (0, 1, 2));
    }

    #[test]
    fn columns_beyond_the_header_have_no_name_and_are_kept() {
        let rows = vec![
            (1, vec!["Email".to_owned()]),
            (2, vec!["a@example.org".into(), "Ada".into()]),
            (3, vec!["b@example.org".into(), "Bo".into()]),
        ];
        assert_eq!(Layout::of(&rows, Some(2)).header.len(), 2);
    }

    #[test]
    fn lines_as_wide_as_the_table_are_not_its_header() {
        for above in [
            &["Report:;Newsletter", "From:;2024-03-01", "To:;2024-03-31"][..],
            &["Export;List A", "Made by;Ada"],
            &["Segment;Newsletter", "Date;01.03.2024", "Rows;12", "State;all"],
        ] {
            let table = ["E-Mail;Status", "a@example.org;Subscribed", "b@example.org;Unsubscribed"];
            let header = above.len() as u32 + 1;
            assert_eq!(layout(&[above, &table].concat()), (header, header + 1, 2), "{above:?}");
        }
        assert_eq!(layout(&["Name;Since", "Ada;2024-01-01", "Email;2024-01-02"]), (1, 2, 2));
    }

    #[test]
    fn a_first_person_without_an_address_is_no_second_header() {
        for rows in [
            ["Company;;Contact;Email", "Acme;Sales;Opted out;", "Beta;Purchasing;Ann;ann@example.org"],
            ["Firma;;Ansprechpartner;E-Mail", "Muster;Einkauf;abgemeldet;", "Beta;Verkauf;Ann;ann@example.org"],
            ["Namn;;Ort;Telefon", "Ada;Ek;Lund;", "Bo;Ek;Rom;+46701740605"],
        ] {
            assert_eq!(layout(&rows), (1, 2, 4), "{rows:?}");
        }
    }

    #[test]
    fn a_name_that_fills_both_rows_of_a_header_stays() {
        for header in [["E-Mail;Einwilligung;;Abmeldung", ";Datum;IP;Datum"], ["Email;Consent", ";Date;Status"]] {
            let rows = [&header[..], &["a@example.org;2024-03-01;192.0.2.1;", "b@example.org;2024-03-02;192.0.2.2;x"]]
                .concat();
            assert_eq!(layout(&rows).1, 3, "{rows:?}");
        }
    }

    #[test]
    fn a_row_with_an_address_behind_a_name_is_no_header() {
        assert_eq!(layout(&["Ann Ek <a@example.org>;", "Bo Ek <b@example.org>;"]).0, 0);
    }

    #[test]
    fn nothing_has_no_columns() {
        assert_eq!(Layout::of(&[], None), Layout::default());
    }
}
