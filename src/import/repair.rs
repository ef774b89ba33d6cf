//! What was mended in a row so that it could be read, or has to be mended before a cell of it means anything.
//! Nothing that changes a value is silent: every repair is noted with its row, and never with a cell.

use std::collections::BTreeMap;

use memchr::memmem;
use serde::{Deserialize, Serialize};

use super::RowBatch;

/// What was mended in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Repair {
    /// A backslash before a quote took its meaning, or did not, other than in the rest of the file.
    BackslashQuote,
    /// A quote stood where none should, and was read as a character of its cell.
    StrayQuote,
    /// The row was divided by another sign than the rest of the file.
    OtherDelimiter,
    /// A value holds the sign that divides cells, and nobody put it in quotes: its parts were joined again.
    JoinedCells,
    /// The row is written in another encoding than the file.
    OtherEncoding,
    /// The row ends before its last column.
    MissingCells,
    /// The row goes on behind its last column, with nothing in it.
    SurplusCells,
    /// The row goes on with the row above, whose cells it leaves empty; they were filled in.
    FilledFromAbove,
    /// A program put an apostrophe before a value, so that no spreadsheet takes it for a formula or a number.
    Apostrophe,
    /// A value was written as a formula (`="0046…"`), so that no spreadsheet takes it for a number.
    FormulaText,
    /// A spreadsheet rounded a long number (`4.67E+10`). Its last digits are lost, and none are invented.
    RoundedNumber,
    /// A line break without quotes cut the row in two; its halves were joined again.
    JoinedLines,
    /// The row has more cells than the table. Address, dates and states fit in one way only; the rest was left out.
    LeftOutCells,
    /// The text was turned into UTF-8 twice (`NÃ£o`), and once was undone.
    EncodedTwice,
    /// A cell in the column of addresses holds none; the person is known by a name or a number alone.
    NoAddress,
}

impl Repair {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 15] = [
        Self::BackslashQuote,
        Self::StrayQuote,
        Self::OtherDelimiter,
        Self::JoinedCells,
        Self::OtherEncoding,
        Self::MissingCells,
        Self::SurplusCells,
        Self::FilledFromAbove,
        Self::Apostrophe,
        Self::FormulaText,
        Self::RoundedNumber,
        Self::JoinedLines,
        Self::LeftOutCells,
        Self::EncodedTwice,
        Self::NoAddress,
    ];

    /// Its name in files and in the casefile.
    pub fn word(self) -> &'static str {
        match self {
            Self::BackslashQuote => "backslash_quote",
            Self::StrayQuote => "stray_quote",
            Self::OtherDelimiter => "other_delimiter",
            Self::JoinedCells => "joined_cells",
            Self::OtherEncoding => "other_encoding",
            Self::MissingCells => "missing_cells",
            Self::SurplusCells => "surplus_cells",
            Self::FilledFromAbove => "filled_from_above",
            Self::Apostrophe => "apostrophe",
            Self::FormulaText => "formula_text",
            Self::RoundedNumber => "rounded_number",
            Self::JoinedLines => "joined_lines",
            Self::LeftOutCells => "left_out_cells",
            Self::EncodedTwice => "encoded_twice",
            Self::NoAddress => "no_address",
        }
    }

    /// The repair of that name.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|repair| repair.word() == word)
    }

    /// The key of its sentence in the [texts](crate::texts).
    pub fn key(self) -> &'static str {
        match self {
            Self::BackslashQuote => "repair-backslash-quote",
            Self::StrayQuote => "repair-stray-quote",
            Self::OtherDelimiter => "repair-other-delimiter",
            Self::JoinedCells => "repair-joined-cells",
            Self::OtherEncoding => "repair-other-encoding",
            Self::MissingCells => "repair-missing-cells",
            Self::SurplusCells => "repair-surplus-cells",
            Self::FilledFromAbove => "repair-filled-from-above",
            Self::Apostrophe => "repair-apostrophe",
            Self::FormulaText => "repair-formula-text",
            Self::RoundedNumber => "repair-rounded-number",
            Self::JoinedLines => "repair-joined-lines",
            Self::LeftOutCells => "repair-left-out-cells",
            Self::EncodedTwice => "repair-encoded-twice",
            Self::NoAddress => "repair-no-address",
        }
    }
}

/// A row, and one thing that was mended in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Repaired {
    /// The row as a person sees it in a spreadsheet.
    pub row: u32,
    /// What was mended.
    pub repair: Repair,
}

/// What was mended in one row, while it is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct RepairSet(u16);

impl RepairSet {
    pub const NONE: Self = Self(0);

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn add(&mut self, repair: Repair) {
        self.0 |= 1 << repair as u16;
    }

    pub fn with(mut self, repair: Repair) -> Self {
        self.add(repair);
        self
    }

    pub fn iter(self) -> impl Iterator<Item = Repair> {
        Repair::ALL.into_iter().filter(move |repair| self.0 & (1 << *repair as u16) != 0)
    }
}

/// What was mended in a table: how many rows by kind, and the first of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repairs {
    /// Rows in which something was mended.
    pub rows: u64,
    /// By kind: how many rows, and the first of them.
    pub kinds: BTreeMap<Repair, RepairedRows>,
}

/// The rows with one kind of repair.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RepairedRows {
    /// How many.
    pub rows: u64,
    /// The first of them, in order; at most [`Repairs::FIRST`].
    pub first: Vec<u32>,
}

impl Repairs {
    /// How many rows of a kind are remembered by number.
    pub const FIRST: usize = 1000;

    /// Takes repairs in, sorted by row.
    pub fn take(&mut self, repaired: &[Repaired]) {
        for of_row in repaired.chunk_by(|one, other| one.row == other.row) {
            self.rows += 1;
            for Repaired { row, repair } in of_row {
                let kind = self.kinds.entry(*repair).or_default();
                kind.rows += 1;
                if kind.first.len() < Self::FIRST {
                    kind.first.push(*row);
                }
            }
        }
    }

    /// Whether nothing was mended.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }
}

/// A trimmed text without what programs put around a value to keep spreadsheets from changing it, and what that was.
/// The apostrophe of a name (’t Hooft) stays.
#[inline]
pub fn unwrapped(text: &str) -> (&str, Option<Repair>) {
    let rest = match text.as_bytes() {
        [b'\'', rest @ ..] => rest,
        [b'=', b'"', inner @ .., b'"'] if !inner.contains(&b'"') => {
            return (text[2..text.len() - 1].trim(), Some(Repair::FormulaText));
        }
        _ => return (text, None),
    };
    // phpList leaves a blank behind it.
    let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
    match rest.get(blanks) {
        Some(b'0'..=b'9' | b'+' | b'-' | b'=' | b'@') => (&text[1 + blanks..], Some(Repair::Apostrophe)),
        _ => (text, None),
    }
}

/// Whether a text is a number as spreadsheets write those they have no room for: `4.67E+10`.
pub fn is_rounded_number(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once("E+").or_else(|| text.split_once("e+")) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, "0"));
    digits(whole.trim_start_matches(['+', '-'])) && digits(part) && digits(exponent)
}

/// What has to be mended in the cells of these rows before they mean anything; sorted by row.
pub fn cell_repairs(rows: &RowBatch) -> Vec<Repaired> {
    let text = rows.text().as_bytes();
    // Almost no batch has any of them, and one look at all of its text is cheaper than one at every cell. An apostrophe
    // in a name (O'Hara) has a letter behind it, and a rounded number has a digit before its exponent.
    let begins_value = |rest: &[u8]| {
        let value = rest.iter().find(|byte| **byte != b' ');
        value.is_some_and(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'=' | b'@'))
    };
    let marked = memchr::memchr_iter(b'\'', text).any(|at| begins_value(&text[at + 1..]))
        || memmem::find(text, b"=\"").is_some();
    let after_digit = |at: usize| at > 0 && text[at - 1].is_ascii_digit();
    let rounded = [b"E+", b"e+"].into_iter().any(|mark| memmem::find_iter(text, mark).any(after_digit));
    if !marked && !rounded {
        return Vec::new();
    }
    let mut found = Vec::new();
    for row in rows.rows() {
        let mut repairs = RepairSet::NONE;
        for cell in row.cells() {
            match cell.as_bytes().first() {
                Some(b'\'' | b'=' | b' ' | b'\t') if marked => {
                    if let Some(repair) = unwrapped(cell.trim()).1 {
                        repairs.add(repair);
                    }
                }
                Some(b'0'..=b'9' | b'+' | b'-' | b' ') if rounded && is_rounded_number(cell.trim()) => {
                    repairs.add(Repair::RoundedNumber);
                }
                _ => {}
            }
        }
        found.extend(repairs.iter().map(|repair| Repaired { row: row.number(), repair }));
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_repair_has_one_name() {
        for repair in Repair::ALL {
            assert_eq!(Repair::parse(repair.word()), Some(repair));
            assert_eq!(serde_json::to_value(repair).unwrap(), repair.word());
            assert_eq!(repair.key(), format!("repair-{}", repair.word().replace('_', "-")));
        }
        let mut all = RepairSet::NONE;
        Repair::ALL.into_iter().for_each(|repair| all.add(repair));
        assert_eq!(all.iter().collect::<Vec<_>>(), Repair::ALL);
    }

    #[test]
    fn what_keeps_a_spreadsheet_from_changing_a_value_goes() {
        for (written, value, repair) in [
            ("'+1 775 555 0154", "+1 775 555 0154", Some(Repair::Apostrophe)),
            ("' +46 70 174 06 05", "+46 70 174 06 05", Some(Repair::Apostrophe)),
            ("'=ada@example.org", "=ada@example.org", Some(Repair::Apostrophe)),
            ("=\"0701740605\"", "0701740605", Some(Repair::FormulaText)),
            ("'t Hooft", "'t Hooft", None),
            ("'s-Hertogenbosch", "'s-Hertogenbosch", None),
            ("=SUM(A1)", "=SUM(A1)", None),
            ("ada", "ada", None),
        ] {
            assert_eq!(unwrapped(written), (value, repair), "{written}");
        }
    }

    #[test]
    fn a_number_that_was_rounded_is_known_by_its_exponent() {
        for rounded in ["4.67E+10", "4,67E+10", "5E+10", "-1.2e+5", "+4.67E+10"] {
            assert!(is_rounded_number(rounded), "{rounded}");
        }
        for other in ["46701740605", "E+", "1E5", "A4E+10", "4.67E+", "1E+5x", "2.3.4E+5", "ada+E+1@example.org"] {
            assert!(!is_rounded_number(other), "{other}");
        }
    }

    #[test]
    fn cells_are_looked_at_only_where_a_batch_has_marks() {
        let mut rows = RowBatch::new();
        rows.push(2, ["ada@example.org", "Ada"]);
        assert!(cell_repairs(&rows).is_empty());
        rows.push(3, ["'+46 70 174 06 05", "4.67E+10"]);
        rows.push(4, ["O'Hara", "=\"17\""]);
        let found: Vec<(u32, Repair)> =
            cell_repairs(&rows).into_iter().map(|found| (found.row, found.repair)).collect();
        assert_eq!(found, [(3, Repair::Apostrophe), (3, Repair::RoundedNumber), (4, Repair::FormulaText)]);
    }

    #[test]
    fn a_row_with_two_repairs_is_one_row() {
        let mut repairs = Repairs::default();
        repairs.take(&[
            Repaired { row: 2, repair: Repair::StrayQuote },
            Repaired { row: 2, repair: Repair::MissingCells },
            Repaired { row: 5, repair: Repair::StrayQuote },
        ]);
        assert_eq!(repairs.rows, 2);
        assert_eq!(repairs.kinds[&Repair::StrayQuote], RepairedRows { rows: 2, first: vec![2, 5] });
    }
}
