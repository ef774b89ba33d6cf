//! A line break that nobody put in quotes cuts a row in two: what stands behind it, a no among it, would belong to
//! nobody. Where the two halves make one whole row they are joined; where they may be one, both are rejected.

use super::shape::Shape;
use crate::import::layout::Layout;

/// What tells a half from a row that is merely short.
#[derive(Debug, Clone)]
pub(crate) struct Halves {
    /// A bit for each [`Shape`] that a column holds in whole rows.
    shapes: Vec<u8>,
    /// The column of addresses, where whole rows show it.
    email: Option<usize>,
    /// Columns up to the last that has a name.
    pub named: usize,
    first_row: u32,
}

/// What two short rows, one below the other, are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Two rows.
    Apart,
    /// Halves of one row.
    OneRow,
    /// They may be halves of one row.
    Unsure,
}

impl Halves {
    /// What the rows of a table show. `None` where rows are short as a rule, or too narrow for a half to be told.
    pub fn of(rows: &[(u32, Vec<String>)], table: &Layout) -> Option<Self> {
        let width = table.width();
        let named = table.header.iter().rposition(|name| !name.trim().is_empty()).map_or(width, |last| last + 1);
        if named < 3 {
            return None;
        }
        let data = || rows.iter().filter(|(number, _)| *number >= table.first_row).map(|(_, cells)| &cells[..]);
        let whole = || data().filter(|cells| cells.len() >= named && cells.len() <= width);
        let (all, full) = (data().filter(|cells| cells.len() > 1).count(), whole().count());
        if all > 8 && full * 2 < all {
            return None;
        }
        let (mut shapes, mut emails) = (vec![0_u8; width], vec![0_u32; width]);
        for cells in whole() {
            for ((shapes, emails), cell) in shapes.iter_mut().zip(&mut emails).zip(cells) {
                let shape = Shape::of(cell);
                *shapes |= bit(shape);
                *emails += u32::from(shape == Shape::Email);
            }
        }
        let email = (0..width).filter(|column| emails[*column] > 0).max_by_key(|column| emails[*column]);
        Some(Self { shapes, email, named, first_row: table.first_row })
    }

    /// Whether a row may be the first half of one.
    #[inline]
    pub fn may_be_half(&self, number: u32, cells: usize) -> bool {
        cells < self.named && number >= self.first_row
    }

    /// Whether two rows are one.
    pub fn verdict(&self, first: &[&str], second: &[&str]) -> Verdict {
        let cells = first.len() + second.len() - 1;
        if second.len() >= self.named || cells != self.named && cells != self.shapes.len() || second.len() < 2 {
            return Verdict::Apart;
        }
        let is_email = |cell: Option<&&str>| cell.is_some_and(|cell| Shape::of(cell) == Shape::Email);
        let joined = Self::joined(first, second);
        let cell = |column: usize| joined.get(column).map(String::as_str);
        let own = (0..joined.len()).find(|column| is_email(cell(*column).as_ref()));
        let Some(email) = self.email.or(own) else { return Verdict::Apart };
        // A row of its own has an address where addresses stand; without one at all, nobody would be joined.
        if is_email(second.get(email)) || !is_email(cell(email).as_ref()) {
            return Verdict::Apart;
        }
        let seam = first.len() - 1;
        let fits = |column: usize, cell: &str| {
            let shape = Shape::of(cell);
            let held = self.shapes.get(column).copied().unwrap_or(0);
            let loose = matches!(shape, Shape::Text | Shape::Number);
            let known = held & !bit(Shape::Empty);
            match () {
                () if shape == Shape::Empty || known == 0 => true,
                () if column == seam => known & bit(Shape::Text) != 0,
                () if loose => known & (bit(Shape::Text) | bit(Shape::Number) | bit(Shape::YesNo)) != 0,
                () => known & bit(shape) != 0 || known & bit(Shape::Text) != 0 && shape == Shape::YesNo,
            }
        };
        let all_fit = joined.iter().enumerate().all(|(column, cell)| fits(column, cell));
        if all_fit { Verdict::OneRow } else { Verdict::Unsure }
    }

    /// The cells of two halves as one row.
    pub fn joined(first: &[&str], second: &[&str]) -> Vec<String> {
        let mut cells: Vec<String> = first.iter().map(|cell| (*cell).to_owned()).collect();
        let mut rest = second.iter();
        if let (Some(last), Some(next)) = (cells.last_mut(), rest.next()) {
            last.push('\n');
            last.push_str(next);
        }
        cells.extend(rest.map(|cell| (*cell).to_owned()));
        cells
    }
}

fn bit(shape: Shape) -> u8 {
    1 << shape as u8
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn verdict(rows: &[&str], first: &str, second: &str) -> Verdict {
        let cells = |row: &str| row.split(';').map(str::to_owned).collect::<Vec<_>>();
        let header = cells("email;name;consent date;notes;do not email;city");
        let table = Layout { header_row: 1, first_row: 2, header, ..Layout::default() };
        let rows: Vec<(u32, Vec<String>)> = (2..).zip(rows.iter().map(|row| cells(row))).collect();
        let halves = Halves::of(&rows, &table).unwrap();
        let cells = |row: &'static str| row.split(';').collect::<Vec<_>>();
        let leak = |row: &str| cells(Box::leak(row.to_owned().into_boxed_str()));
        halves.verdict(&leak(first), &leak(second))
    }

    const WHOLE: [&str; 2] = ["bo@example.org;Bo;2024-01-02;;no;Lund", "cy@example.org;Cy;2024-01-03;came by;yes;Rome"];

    #[test]
    fn two_short_rows_that_make_a_whole_one_are_one() {
        let first = "ann@example.org;Ann;2024-01-02;called us";
        for rows in [&WHOLE[..], &[]] {
            assert_eq!(verdict(rows, first, "and asked to stop;yes;Rome"), Verdict::OneRow);
            assert_eq!(verdict(rows, first, ";yes;Rome"), Verdict::OneRow);
        }
    }

    #[test]
    fn two_short_rows_with_an_address_each_are_two() {
        let first = "ann@example.org;Ann;2024-01-02;called us";
        assert_eq!(verdict(&WHOLE, first, "eve@example.org;Eve;2024-01-02"), Verdict::Apart);
        assert_eq!(verdict(&WHOLE, "ann@example.org;Ann", "yes;Rome"), Verdict::Apart);
    }

    #[test]
    fn two_short_rows_whose_cells_do_not_fit_are_neither() {
        let first = "ann@example.org;Ann;2024-01-02;called us";
        assert_eq!(verdict(&WHOLE, first, "and asked;2024-03-01;Rome"), Verdict::Unsure);
        assert_eq!(verdict(&WHOLE, "ann@example.org;Ann;2024-01-02", "called us;yes;Rome;"), Verdict::Unsure);
    }
}
