//! What the cells of a column show about its dates: that they are dates, and whether the day or the month comes first.

use super::header::fold;
use crate::import::DateOrder;

/// The first three letters of the months in twelve languages, folded.
const MONTHS: [&str; 62] = [
    "jan", "feb", "mar", "apr", "mai", "may", "maj", "jun", "jul", "aug", "sep", "set", "oct", "okt", "ott", "out",
    "nov", "dec", "dez", "dic", "des", "gen", "ene", "giu", "lug", "ago", "fev", "avr", "abr", "aou", "jui", "mei",
    "mrt", "maa", "tam", "hel", "huh", "tou", "kes", "hei", "elo", "syy", "lok", "jou", "sty", "lut", "kwi", "cze",
    "lip", "sie", "wrz", "paz", "lis", "gru", "mag", "jaa", "juin", "juil", "ian", "dek", "avg", "mae",
];

/// The shape of one cell that is a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateShape {
    /// Year first, or the month is a word.
    Plain,
    /// Two small numbers and, if `year`, a year.
    Parts {
        /// The first number.
        first: u8,
        /// The second.
        second: u8,
        /// What parts them.
        separator: u8,
        /// Whether a year follows.
        year: bool,
        /// Whether a time with am or pm follows.
        half_day: bool,
    },
    /// A number that may count seconds or days; a date only where the header says so.
    Number,
}

/// What a column's dates show of their order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct DateEvidence {
    /// Dates that leave nothing to decide.
    pub(crate) plain: u32,
    /// Dates in which day and month stand beside each other.
    pub(crate) parts: u32,
    day_first: u32,
    month_first: u32,
    dotted: u32,
    half_day: u32,
}

impl DateEvidence {
    /// Counts a cell.
    pub(crate) fn add(&mut self, shape: DateShape, times: u32) {
        match shape {
            DateShape::Plain | DateShape::Number => self.plain += times,
            DateShape::Parts { first, second, separator, half_day, .. } => {
                self.parts += times;
                if first > 12 {
                    self.day_first += times;
                } else if second > 12 {
                    self.month_first += times;
                }
                if separator == b'.' {
                    self.dotted += times;
                } else if separator == b'/' && half_day {
                    self.half_day += times;
                }
            }
        }
    }

    /// The order as far as this column shows it by itself; `None` if it needs help.
    /// Dates with dots are written day first wherever they are written; `3:15 PM` goes with month first.
    pub(crate) fn decided(&self) -> Option<DateOrder> {
        match (self.parts, self.day_first, self.month_first) {
            (0, ..) => Some(DateOrder::Plain),
            (_, 0, 0) if self.dotted == self.parts => Some(DateOrder::DayFirst),
            (_, 0, 0) if self.half_day > 0 => Some(DateOrder::MonthFirst),
            (_, 0, 0) => None,
            (_, _, 0) => Some(DateOrder::DayFirst),
            (_, 0, _) => Some(DateOrder::MonthFirst),
            _ => Some(DateOrder::Ambiguous),
        }
    }
}

/// The order every undecided column of a table takes: that of the decided ones if they agree, else the system's.
pub(crate) fn order_of_others(columns: impl Iterator<Item = DateEvidence>, system: Option<DateOrder>) -> DateOrder {
    let mut found = None;
    for order in columns.filter(|evidence| evidence.parts > 0).filter_map(|evidence| evidence.decided()) {
        match (order, found) {
            (DateOrder::DayFirst | DateOrder::MonthFirst, None) => found = Some(order),
            (DateOrder::DayFirst | DateOrder::MonthFirst, Some(other)) if other != order => {
                return system.unwrap_or(DateOrder::Ambiguous);
            }
            _ => {}
        }
    }
    found.or(system).unwrap_or(DateOrder::Ambiguous)
}

/// The shape of a cell, if it is a date.
pub fn date_shape(cell: &str) -> Option<DateShape> {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\'');
    let bytes = cell.as_bytes();
    if bytes.is_empty() || bytes.len() > 48 || !bytes.iter().any(u8::is_ascii_digit) {
        return None;
    }
    if bytes.iter().all(|b| b.is_ascii_digit() || *b == b'.') && bytes.iter().filter(|b| **b == b'.').count() < 2 {
        return number_shape(cell);
    }
    if let Some(shape) = numeric_shape(bytes) {
        return Some(shape);
    }
    has_month_word(cell).then_some(DateShape::Plain)
}

/// `20240314`, seconds or milliseconds since 1970, or a spreadsheet's day number.
fn number_shape(cell: &str) -> Option<DateShape> {
    let whole = cell.split('.').next().unwrap_or_default();
    let value: u64 = whole.parse().ok()?;
    match whole.len() {
        8 if !cell.contains('.') => is_day(value / 10_000, value / 100 % 100, value % 100).then_some(DateShape::Plain),
        5 if (18_000..=60_000).contains(&value) => Some(DateShape::Number),
        10 if (800_000_000..2_200_000_000).contains(&value) => Some(DateShape::Number),
        13 if (800_000_000_000..2_200_000_000_000).contains(&value) => Some(DateShape::Number),
        _ => None,
    }
}

fn is_day(year: u64, month: u64, day: u64) -> bool {
    (1900..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// Three numbers at the start, separated alike: `2024-03-14…`, `14.03.2024…`, `3/14/24 5:00 PM`. Two for a birthday.
fn numeric_shape(bytes: &[u8]) -> Option<DateShape> {
    let (first, at) = small_number(bytes, 0)?;
    let separator = *bytes.get(at)?;
    if first.1 == 8 && separator == b'T' {
        return is_day(u64::from(first.0) / 10_000, u64::from(first.0) / 100 % 100, u64::from(first.0) % 100)
            .then_some(DateShape::Plain);
    }
    if !matches!(separator, b'-' | b'/' | b'.') {
        return None;
    }
    let (second, at) = small_number(bytes, skip_blanks(bytes, at + 1))?;
    let rest = bytes.get(at).copied();
    if rest != Some(separator) {
        let fits = rest.is_none() && first.1 <= 2 && second.1 <= 2 && separator != b'-';
        return (fits && could_be(first.0, second.0)).then_some(DateShape::Parts {
            first: as_part(first.0),
            second: as_part(second.0),
            separator,
            year: false,
            half_day: false,
        });
    }
    let (third, at) = small_number(bytes, skip_blanks(bytes, at + 1))?;
    if bytes.get(at).is_some_and(|b| *b == separator) && separator != b'.' {
        return None;
    }
    if first.1 == 4 {
        return is_day(u64::from(first.0), u64::from(second.0), u64::from(third.0)).then_some(DateShape::Plain);
    }
    let year = match third.1 {
        4 => (1900..=2100).contains(&third.0),
        2 => true,
        _ => false,
    };
    (year && first.1 <= 2 && second.1 <= 2 && could_be(first.0, second.0)).then(|| DateShape::Parts {
        first: as_part(first.0),
        second: as_part(second.0),
        separator,
        year: true,
        half_day: is_half_day(&bytes[at..]),
    })
}

/// A number of at most eight digits: its value, its digits, and where it ends.
fn small_number(bytes: &[u8], from: usize) -> Option<((u32, usize), usize)> {
    let digits = bytes.get(from..)?.iter().take_while(|b| b.is_ascii_digit()).count();
    if digits == 0 || digits > 8 {
        return None;
    }
    let value = bytes[from..from + digits].iter().fold(0, |sum, b| sum * 10 + u32::from(b - b'0'));
    Some(((value, digits), from + digits))
}

fn skip_blanks(bytes: &[u8], from: usize) -> usize {
    from + bytes.get(from..).unwrap_or_default().iter().take_while(|b| **b == b' ').count()
}

fn could_be(first: u32, second: u32) -> bool {
    (1..=31).contains(&first) && (1..=31).contains(&second) && (first <= 12 || second <= 12)
}

fn as_part(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn is_half_day(rest: &[u8]) -> bool {
    let rest = rest.trim_ascii_end();
    rest.contains(&b':') && (rest.to_ascii_lowercase().ends_with(b"am") || rest.to_ascii_lowercase().ends_with(b"pm"))
}

/// A day, a month's name and a year, in any order, beside at most a weekday and a time.
fn has_month_word(cell: &str) -> bool {
    let folded = fold(cell);
    let (mut month, mut year, mut words) = (false, false, 0);
    for part in folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        words += 1;
        if part.bytes().all(|b| b.is_ascii_digit()) {
            year |= part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
        } else {
            month |= part.chars().count() <= 12 && MONTHS.iter().any(|name| part.starts_with(name));
        }
    }
    month && year && words <= 10
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn dates_are_told_from_other_numbers() {
        for plain in [
            "2024-03-14",
            "2024-03-14T09:12:31.000Z",
            "2024/3/4 10:00",
            "2024-03-14 09:12:31.123456 +0000 UTC",
            "20240314",
            "20110122T111244",
            "14 mars 2024",
            "Mar 14, 2024 9:12 AM",
            "14. März 2024",
            "Thu, 14 Mar 2024 09:12:31 +0000",
            "2024.03.14",
        ] {
            assert_eq!(date_shape(plain), Some(DateShape::Plain), "{plain}");
        }
        for none in [
            "",
            "ada",
            "12",
            "192.0.2.14",
            "+44 7700 900123",
            "030 23125 123",
            "4711-12",
            "3.50",
            "1.2.3.4",
            "99/99/2024",
            "Maria 12",
        ] {
            assert!(date_shape(none).is_none(), "{none}");
        }
        assert!(matches!(
            date_shape("14.03.2024 09:00"),
            Some(DateShape::Parts { first: 14, second: 3, year: true, .. })
        ));
        assert!(matches!(date_shape("03/14"), Some(DateShape::Parts { first: 3, second: 14, year: false, .. })));
        assert_eq!(date_shape("45365"), Some(DateShape::Number));
    }

    fn evidence(cells: &[&str]) -> DateEvidence {
        let mut evidence = DateEvidence::default();
        for cell in cells {
            evidence.add(date_shape(cell).unwrap(), 1);
        }
        evidence
    }

    #[test]
    fn a_part_past_twelve_decides_the_order() {
        assert_eq!(evidence(&["03/04/2024", "14/03/2024"]).decided(), Some(DateOrder::DayFirst));
        assert_eq!(evidence(&["03/04/2024", "03/14/2024"]).decided(), Some(DateOrder::MonthFirst));
        assert_eq!(evidence(&["14/03/2024", "03/14/2024"]).decided(), Some(DateOrder::Ambiguous));
        assert_eq!(evidence(&["03/04/2024"]).decided(), None);
        assert_eq!(evidence(&["03/04/2024 5:01 PM"]).decided(), Some(DateOrder::MonthFirst));
        assert_eq!(evidence(&["03.04.2024"]).decided(), Some(DateOrder::DayFirst));
        assert_eq!(evidence(&["2024-04-03"]).decided(), Some(DateOrder::Plain));
    }

    #[test]
    fn undecided_columns_follow_the_decided_ones_and_then_the_system() {
        let (day, month, none) = (evidence(&["14/03/2024"]), evidence(&["03/14/2024"]), evidence(&["03/04/2024"]));
        assert_eq!(order_of_others([none, day].into_iter(), None), DateOrder::DayFirst);
        assert_eq!(order_of_others([none, day, month].into_iter(), None), DateOrder::Ambiguous);
        assert_eq!(order_of_others([none].into_iter(), Some(DateOrder::DayFirst)), DateOrder::DayFirst);
        assert_eq!(order_of_others([none].into_iter(), None), DateOrder::Ambiguous);
    }
}
