//! A value that holds the sign which divides cells, without quotes, makes a row too long. Where there is exactly one way
//! to join neighbours so that every column holds what it holds in the other rows, it is taken. Where several ways fit that
//! differ in nothing but texts, the row is taken without these; otherwise it stays rejected. An address, a date or a
//! state is never moved into a column that never holds one, and a cell in dispute never says a no that would be lost.

use std::collections::BTreeMap;

use super::shape::Shape;
use crate::import::header_words::{Concept, header_words};
use crate::import::layout::Layout;
use crate::import::recognise::header::Header;
use crate::import::recognise::refusal_in_name;
use crate::import::repair::Repair;

/// What the columns of a table hold, as its first rows show it.
#[derive(Clone)]
pub(crate) struct Joiner {
    columns: Vec<Held>,
    delimiter: String,
    /// Whether the columns have names.
    named: bool,
}

/// In how many ways the cells of a row that is too long can be joined.
enum Ways {
    None,
    /// Several, which differ in more than texts.
    Disputed,
    /// One, or several without what they differ in; and what that mended.
    Taken(Vec<String>, Repair),
}

impl Ways {
    fn taken(self) -> Option<(Vec<String>, Repair)> {
        match self {
            Self::Taken(cells, repair) => Some((cells, repair)),
            Self::None | Self::Disputed => None,
        }
    }
}

/// What one column holds.
#[derive(Clone, Default)]
struct Held {
    /// A bit for each [`Shape`] seen.
    shapes: u8,
    /// Whether cells begin with a blank.
    blank_start: bool,
    /// Whether its name speaks of a state or a consent, or it holds nothing but texts of which that cannot be told.
    decides: bool,
    /// All its words, if there are few and they come again and again; empty otherwise.
    words: Vec<Box<str>>,
}

/// Whole rows it takes to know what the columns hold.
const ENOUGH: usize = 5;
/// Whole rows it takes to know where addresses, dates and states stand.
const FEW: usize = 2;
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
        let named = table.header_row > 0;
        if whole.len() < if named { FEW } else { ENOUGH } {
            return None;
        }
        let column = |at: usize| {
            let decides = table.header.get(at).is_some_and(|name| decides(name));
            let mut held = Held::of(whole.iter().map(|cells| cells[at].as_str()), decides);
            if whole.len() < ENOUGH {
                held.loosen();
            }
            held
        };
        let columns = (0..width).map(column).collect();
        Some(Self { columns, delimiter: delimiter.to_owned(), named })
    }

    /// The cells of a row that is too long, joined so that they fit, and what that mended. `quoted` says which stood in
    /// quotes and are whole.
    pub fn join(&self, cells: &[&str], quoted: impl Fn(usize) -> bool) -> Option<(Vec<String>, Repair)> {
        let surplus = cells.len().checked_sub(self.columns.len())?;
        if !(1..=MOST_SURPLUS).contains(&surplus) {
            return None;
        }
        let ways = |strictly: bool| self.all_ways(cells, surplus, strictly, &quoted);
        let taken = match ways(true) {
            Ways::None if self.named => match ways(false) {
                Ways::None => return self.refusal_before_the_surplus(cells).map(|cells| (cells, Repair::LeftOutCells)),
                ways => ways.taken(),
            },
            ways => ways.taken(),
        };
        taken.filter(|(joined, _)| !self.misplaces_a_no(joined))
    }

    /// Whether a word for a no came to stand where it says nothing.
    fn misplaces_a_no(&self, cells: &[String]) -> bool {
        self.columns.iter().zip(cells).any(|(held, cell)| !held.decides && refusal_in_name(cell).is_some())
    }

    /// All ways to join neighbours. `strictly`: a column of a few words that come again holds no other; else only one
    /// whose name speaks of a state does, and names of people are not a few words because there are few people.
    fn all_ways(&self, cells: &[&str], surplus: usize, strictly: bool, quoted: &impl Fn(usize) -> bool) -> Ways {
        let width = self.columns.len();
        let fits = |column: usize, used: usize, more: usize| {
            let from = column + used;
            self.fits(column, &cells[from..=from + more], strictly, |at| quoted(from + at))
        };
        // ends[column][used]: whether the rest of the row fits from this column on, when so many of the surplus signs
        // were used before it.
        let mut ends = vec![[false; MOST_SURPLUS + 1]; width + 1];
        ends[width][surplus] = true;
        for column in (0..width).rev() {
            for used in 0..=surplus {
                ends[column][used] =
                    (0..=surplus - used).any(|more| ends[column + 1][used + more] && fits(column, used, more));
            }
        }
        if !ends[0][0] {
            return Ways::None;
        }
        let mut begins = [false; MOST_SURPLUS + 1];
        begins[0] = true;
        let mut repair = Repair::JoinedCells;
        let mut joined = Vec::with_capacity(width);
        for column in 0..width {
            let mut next = [false; MOST_SURPLUS + 1];
            let mut ways: Vec<(usize, usize)> = Vec::new();
            for used in (0..=surplus).filter(|used| begins[*used]) {
                for more in
                    (0..=surplus - used).filter(|more| ends[column + 1][used + more] && fits(column, used, *more))
                {
                    next[used + more] = true;
                    ways.push((column + used, more));
                }
            }
            begins = next;
            joined.push(match ways[..] {
                [(from, more)] => cells[from..=from + more].join(&self.delimiter),
                _ => {
                    let parts = ways.iter().flat_map(|(from, more)| &cells[*from..=from + more]);
                    if !self.columns[column].may_be_left_out(strictly, parts) {
                        return Ways::Disputed;
                    }
                    repair = Repair::LeftOutCells;
                    String::new()
                }
            });
        }
        Ways::Taken(joined, repair)
    }

    /// A row whose cells fit as they stand, one of which says a no, with more behind its last column: the no counts.
    fn refusal_before_the_surplus(&self, cells: &[&str]) -> Option<Vec<String>> {
        let own = &cells[..self.columns.len()];
        let shifted = |shape: Shape| matches!(shape, Shape::Email | Shape::Date | Shape::YesNo);
        if cells[own.len()..].iter().any(|cell| shifted(Shape::of(cell))) {
            return None;
        }
        let mut with_held = self.columns.iter().zip(own);
        let fit = with_held
            .clone()
            .all(|(held, cell)| held.holds(cell, false) || held.decides && Shape::of(cell) == Shape::Text);
        let refuses = with_held.any(|(held, cell)| held.decides && refusal_in_name(cell).is_some());
        (fit && refuses).then(|| own.iter().map(|cell| (*cell).to_owned()).collect())
    }

    fn fits(&self, column: usize, parts: &[&str], strictly: bool, quoted: impl Fn(usize) -> bool) -> bool {
        let held = &self.columns[column];
        if let [cell] = parts {
            return held.holds(cell, strictly);
        }
        // No state is put together, and no word for a no becomes a part of a text.
        if held.decides || parts.iter().any(|part| refusal_in_name(part).is_some()) {
            return false;
        }
        let loose = |shape: Shape| matches!(shape, Shape::Text | Shape::Number | Shape::Empty);
        let parts_fit = parts.iter().enumerate().all(|(at, part)| {
            let shape = Shape::of(part);
            !quoted(at) && (loose(shape) || held.has(shape))
        });
        parts_fit && held.holds(&parts.join(&self.delimiter), strictly)
    }
}

impl Held {
    fn of<'c>(cells: impl Iterator<Item = &'c str>, decides: bool) -> Self {
        let mut held = Self { decides, ..Self::default() };
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
        if words.len() <= FEW_WORDS && (decides || filled >= ENOUGH && words.len() * 3 <= filled) {
            held.words = words.into_keys().map(Box::from).collect();
        }
        held
    }

    /// Of few rows nobody knows which texts and numbers a column of them may hold.
    fn loosen(&mut self) {
        if self.decides {
            return;
        }
        self.words.clear();
        if self.has(Shape::Text) || self.shapes & !bit(Shape::Empty) == 0 {
            self.shapes |= bit(Shape::Text) | bit(Shape::Number) | bit(Shape::Empty);
        }
    }

    /// Whether a cell of it may be left out, whichever of these parts it was.
    fn may_be_left_out<'p>(&self, strictly: bool, mut parts: impl Iterator<Item = &'p &'p str>) -> bool {
        let texts = bit(Shape::Text) | bit(Shape::Number) | bit(Shape::Empty);
        let says_nothing = |part: &str| {
            matches!(Shape::of(part), Shape::Text | Shape::Number | Shape::Empty) && refusal_in_name(part).is_none()
        };
        let closed = strictly && !self.words.is_empty();
        self.has(Shape::Text)
            && self.shapes & !texts == 0
            && !closed
            && !self.decides
            && parts.all(|part| says_nothing(part))
    }

    fn has(&self, shape: Shape) -> bool {
        self.shapes & bit(shape) != 0
    }

    fn holds(&self, cell: &str, strictly: bool) -> bool {
        let shape = Shape::of(cell);
        let word = cell.trim();
        let known = || self.words.iter().any(|known| **known == *word);
        if self.decides && shape == Shape::Text && refusal_in_name(word).is_some() {
            return true;
        }
        let open = self.words.is_empty() || !strictly && !self.decides || shape == Shape::Empty;
        self.has(shape) && (self.blank_start || !cell.starts_with(' ')) && (open || known())
    }
}

/// Whether the name of a column speaks of a state or a consent, and not of its date, its place or its wording.
fn decides(name: &str) -> bool {
    use Concept::{
        Activity, Assent, Block, Bounce, Complaint, Confirm, Consent, Date, DateAtEnd, Erase, Form, Ip, Legal,
        Marketing, Method, Negation, Newsletter, Reason, Source, Status, Subscribe, Text, Unsubscribe, Url, Version,
    };
    let header = Header::read(name);
    let any = |concepts: &[Concept]| header.words.iter().any(|word| header_words().concepts(word).any(concepts));
    let states = [
        Consent,
        Assent,
        Subscribe,
        Newsletter,
        Marketing,
        Confirm,
        Unsubscribe,
        Bounce,
        Complaint,
        Erase,
        Negation,
        Block,
        Status,
        Legal,
        Activity,
    ];
    any(&states) && !any(&[Date, DateAtEnd, Ip, Source, Form, Url, Text, Version, Method, Reason])
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
        joiner.join(&ragged, |_| false).map(|(cells, _)| cells.join("|"))
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
    fn where_two_ways_differ_in_texts_only_these_are_left_out() {
        assert_eq!(
            joined(&SHOP, "17;My Shop;;Ek;Ada;Ada;ada@example.net;1;2024-03-18 10:00:00;fr").as_deref(),
            Some("17|My Shop||||ada@example.net|1|2024-03-18 10:00:00|fr")
        );
        let lead = ["a@example.org;Acme;Lund;1", "b@example.org;Beta;Rome;0"];
        assert_eq!(
            joined(&lead, "c@example.org;Smith;Jones & Co;Bonn;1").as_deref(),
            Some("c@example.org|||1"),
            "two rows tell where addresses and answers stand"
        );
    }

    #[test]
    fn a_no_in_dispute_is_never_left_out() {
        assert_eq!(joined(&SHOP, "17;My Shop;;Ek;unsubscribed;Ada;ada@example.net;1;2024-03-18 10:00:00;fr"), None);
        assert_eq!(joined(&SHOP, "17;My Shop;;Ek;no;Ada;ada@example.net;1;2024-03-18 10:00:00;fr"), None);
    }

    #[test]
    fn no_address_date_or_state_leaves_its_column() {
        assert_eq!(joined(&SHOP, "17;My Shop;;Ek;Ada;ada@example.net;x;1;2024-03-18 10:00:00;fr"), None);
        assert_eq!(joined(&SHOP, "17;My Shop;;Ek;a@example.net; Ada;ada@example.net;1;2024-03-18 10:00:00;fr"), None);
        assert_eq!(joined(&SHOP, "17;My Shop;;Ek;Ada;ada@example.net;1;yes;2024-03-18 10:00:00;fr"), None);
    }

    #[test]
    fn too_few_rows_tell_nothing() {
        assert_eq!(joined(&SHOP[..1], "17;My Shop;;Ek; Ada;Ada;ada@example.net;1;2024-03-18 10:00:00;fr"), None);
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
