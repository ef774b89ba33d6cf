//! A value that holds the sign which divides cells, without quotes, makes a row too long. Where there is exactly one way
//! to join neighbours so that every column holds what it holds in the other rows, it is taken; otherwise the row stays
//! rejected. An address, a date or a state is never moved into a column that never holds one.

use std::collections::BTreeMap;

use super::shape::Shape;
use crate::import::layout::Layout;

/// What the columns of a table hold, as its first rows show it.
#[derive(Clone)]
pub(crate) struct Joiner {
    columns: Vec<Held>,
    delimiter: String,
}

/// What one column holds.
#[derive(Clone, Default)]
struct Held {
    /// A bit for each [`Shape`] seen.
    shapes: u8,
    /// Whether cells begin with a blank.
    blank_start: bool,
    /// All its words, if there are few and they come again and again; empty otherwise.
    words: Vec<Box<str>>,
}

/// Whole rows it takes to know what the columns hold.
const ENOUGH: usize = 5;
/// So many dividing signs too many are looked at.
const MOST_SURPLUS: usize = 4;
/// A column of a few words that come again has at most so many.
const FEW_WORDS: usize = 12;
/// Wider tables are not looked at.
const MOST_COLUMNS: usize = 512;

impl Joiner {
    /// What the rows below a header show. `None` if they are too few to know, or if nothing divides them.
    pub fn of(rows: &[(u32, Vec<String>)], table: &Layout, delimiter: &str) -> Option<Self> {
        let width = table.width();
        if delimiter.is_empty() || !(2..=MOST_COLUMNS).contains(&width) {
            return None;
        }
        let whole: Vec<&[String]> = rows
            .iter()
            .filter(|(number, cells)| *number >= table.first_row && cells.len() == width)
            .map(|(_, cells)| &cells[..])
            .collect();
        if whole.len() < ENOUGH {
            return None;
        }
        let columns = (0..width).map(|at| Held::of(whole.iter().map(|cells| cells[at].as_str()))).collect();
        Some(Self { columns, delimiter: delimiter.to_owned() })
    }

    /// The cells of a row that is too long, joined so that they fit. `quoted` says which stood in quotes and are whole.
    pub fn join(&self, cells: &[&str], quoted: impl Fn(usize) -> bool) -> Option<Vec<String>> {
        let width = self.columns.len();
        let surplus = cells.len().checked_sub(width).filter(|surplus| (1..=MOST_SURPLUS).contains(surplus))?;
        // ways[column][used]: in how many ways the rest of the row fits from this column on, when so many of the
        // surplus signs were used before it. Two are as bad as many.
        let mut ways = vec![[0_u8; MOST_SURPLUS + 1]; width + 1];
        ways[width][surplus] = 1;
        let mut taken = vec![[0_usize; MOST_SURPLUS + 1]; width];
        for column in (0..width).rev() {
            for used in 0..=surplus {
                for more in 0..=surplus - used {
                    let rest = ways[column + 1][used + more];
                    let from = column + used;
                    if rest > 0 && self.fits(column, &cells[from..=from + more], |at| quoted(from + at)) {
                        ways[column][used] = (ways[column][used] + rest).min(2);
                        taken[column][used] = more;
                    }
                }
            }
        }
        if ways[0][0] != 1 {
            return None;
        }
        let mut used = 0;
        let joined = (0..width).map(|column| {
            let (from, more) = (column + used, taken[column][used]);
            used += more;
            cells[from..=from + more].join(&self.delimiter)
        });
        Some(joined.collect())
    }

    fn fits(&self, column: usize, parts: &[&str], quoted: impl Fn(usize) -> bool) -> bool {
        let held = &self.columns[column];
        if let [cell] = parts {
            return held.holds(cell);
        }
        let loose = |shape: Shape| matches!(shape, Shape::Text | Shape::Number | Shape::Empty);
        let parts_fit = parts.iter().enumerate().all(|(at, part)| {
            let shape = Shape::of(part);
            !quoted(at) && (loose(shape) || held.has(shape))
        });
        parts_fit && held.holds(&parts.join(&self.delimiter))
    }
}

impl Held {
    fn of<'c>(cells: impl Iterator<Item = &'c str>) -> Self {
        let mut held = Self::default();
        let mut words: BTreeMap<&str, usize> = BTreeMap::new();
        let mut filled = 0;
        for cell in cells {
            held.shapes |= bit(Shape::of(cell));
            held.blank_start |= cell.starts_with(' ');
            let word = cell.trim();
            if !word.is_empty() {
                filled += 1;
                if words.len() <= FEW_WORDS {
                    *words.entry(word).or_default() += 1;
                }
            }
        }
        if filled >= ENOUGH && words.len() <= FEW_WORDS && words.len() * 3 <= filled {
            held.words = words.into_keys().map(Box::from).collect();
        }
        held
    }

    fn has(&self, shape: Shape) -> bool {
        self.shapes & bit(shape) != 0
    }

    fn holds(&self, cell: &str) -> bool {
        let shape = Shape::of(cell);
        let word = cell.trim();
        self.has(shape)
            && (self.blank_start || !cell.starts_with(' '))
            && (self.words.is_empty() || shape == Shape::Empty || self.words.iter().any(|known| **known == *word))
    }
}

fn bit(shape: Shape) -> u8 {
    1 << shape as u8
}

/// The words of a column are cells: no log shows them.
impl std::fmt::Debug for Joiner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Joiner({} columns)", self.columns.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(rows: &[&str], ragged: &str) -> Option<String> {
        let cells = |row: &str| row.split(';').map(str::to_owned).collect::<Vec<_>>();
        let rows: Vec<(u32, Vec<String>)> = (2..).zip(rows).map(|(number, row)| (number, cells(row))).collect();
        let header = vec![String::new(); rows[0].1.len()];
        let table = Layout { header_row: 1, first_row: 2, header, ..Layout::default() };
        let joiner = Joiner::of(&rows, &table, ";")?;
        let ragged: Vec<&str> = ragged.split(';').collect();
        joiner.join(&ragged, |_| false).map(|cells| cells.join("|"))
    }

    const SHOP: [&str; 6] = [
        "1;My Shop;Mrs.;Lovelace;Ada;ada@example.org;1;2024-03-14 09:12:31;fr",
        "2;My Shop;Mr.;Ek;Bo;bo@example.org;0;2024-03-15 10:00:00;it",
        "N3;My Shop;;;;eve@example.org;1;2024-03-15 10:00:00;fr",
        "4;My Shop;Mrs.;Klein;Eva;eva@example.org;1;2024-03-16 10:00:00;fr",
        "N5;My Shop;;;;kim@example.org;1;2024-03-16 11:00:00;fr",
        "6;My Shop;Mr.;Rossi;Ugo;ugo@example.org;1;2024-03-17 10:00:00;it",
    ];

    #[test]
    fn the_only_way_that_fits_every_column_is_taken() {
        assert_eq!(
            joined(&SHOP, "17;My Shop;;Ek; Ada;Ada;ada@example.net;1;2024-03-18 10:00:00;fr").as_deref(),
            Some("17|My Shop||Ek; Ada|Ada|ada@example.net|1|2024-03-18 10:00:00|fr")
        );
    }

    #[test]
    fn two_ways_are_none() {
        assert_eq!(joined(&SHOP, "17;My Shop;;Ek;Ada;Ada;ada@example.net;1;2024-03-18 10:00:00;fr"), None);
    }

    #[test]
    fn no_address_date_or_state_leaves_its_column() {
        assert_eq!(joined(&SHOP, "17;My Shop;;Ek;Ada;ada@example.net;x;1;2024-03-18 10:00:00;fr"), None);
        assert_eq!(joined(&SHOP, "17;My Shop;;Ek;a@example.net; Ada;ada@example.net;1;2024-03-18 10:00:00;fr"), None);
        assert_eq!(joined(&SHOP, "17;My Shop;;Ek;Ada;ada@example.net;1;yes;2024-03-18 10:00:00;fr"), None);
    }

    #[test]
    fn too_few_rows_tell_nothing() {
        assert_eq!(joined(&SHOP[..4], "17;My Shop;;Ek; Ada;Ada;ada@example.net;1;2024-03-18 10:00:00;fr"), None);
    }

    #[test]
    fn several_signs_in_one_value_are_joined_too() {
        let rows = [
            "a@example.org;Good;1",
            "b@example.org;Bad;2",
            "c@example.org;Fine;3",
            "d@example.org;Oh;4",
            "e@example.org;So;5",
        ];
        assert_eq!(joined(&rows, "f@example.org;well; I; see;6").as_deref(), Some("f@example.org|well; I; see|6"));
        assert_eq!(joined(&rows, "f@example.org;well;7;6").as_deref(), Some("f@example.org|well;7|6"));
    }
}
