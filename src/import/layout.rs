//! Where in a sheet of rows the table is: what stands above it, which row names the columns, where the data begin.

use super::header_groups;
use super::text::Shape;

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
        let start = narrower_header(rows, start).unwrap_or(start);
        let (number, first) = &rows[start];
        let below = &rows[start + 1..rows.len().min(start + 1 + BELOW)];
        if !names_columns(first, below) {
            let header = vec![String::new(); usual.max(1)];
            return Self { header_row: 0, group_row: 0, first_row: *number, header };
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
        Self { header_row: *number, group_row, first_row: number + 1, header }
    }

    /// How many columns the table has.
    pub fn width(&self) -> usize {
        self.header.len()
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

/// The row of groups above the names, if there is one, and the row of names.
fn header_of_two_rows(rows: &[(u32, Vec<String>)], start: usize) -> (Option<usize>, usize) {
    let next_to = |above: usize, names: usize| rows[above].0 + 1 == rows[names].0;
    if let Some(above) = start.checked_sub(1)
        && next_to(above, start)
        && header_groups::groups(&rows[above].1, &rows[start].1)
    {
        return (Some(above), start);
    }
    let names = start + 1;
    let below = &rows[rows.len().min(names + 1)..rows.len().min(names + 1 + BELOW)];
    if names < rows.len()
        && next_to(start, names)
        && header_groups::groups(&rows[start].1, &rows[names].1)
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
    if shapes.contains(&Shape::Email) {
        return false;
    }
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
        let filled = cells().count();
        if filled == 0 {
            continue;
        }
        let usual = [Shape::Number, Shape::Date, Shape::Email, Shape::Link, Shape::YesNo]
            .into_iter()
            .find(|usual| cells().filter(|cell| Shape::of(cell) == *usual).count() * 10 >= filled * 7);
        match usual {
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
    fn nothing_has_no_columns() {
        assert_eq!(Layout::of(&[], None), Layout::default());
    }
}
