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
/// Months as Polish writes them where it is short of room.
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
/// The one country that writes the month first, as its columns are filled: codes, and its name in twelve languages.
const MONTH_FIRST: [&str; 16] = [
    "us",
    "usa",
    "united states",
    "united states of america",
    "stati uniti",
    "stati uniti damerica",
    "forenta staterna",
    "vereinigte staaten",
    "etats unis",
    "etats-unis",
    "estados unidos",
    "verenigde staten",
    "de forenede stater",
    "yhdysvallat",
    "stany zjednoczone",
    "amerikas forente stater",
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
    /// Dates with dots are written day first wherever they are written.
    pub(crate) fn decided(&self) -> Option<DateOrder> {
        match (self.parts, self.day_first, self.month_first) {
            (0, ..) => Some(DateOrder::Plain),
            (_, 0, 0) if self.dotted == self.parts => Some(DateOrder::DayFirst),
            (_, 0, 0) => None,
            (_, _, 0) => Some(DateOrder::DayFirst),
            (_, 0, _) => Some(DateOrder::MonthFirst),
            _ => Some(DateOrder::Ambiguous),
        }
    }

    /// What goes with an order without deciding it: `3:15 PM` with month first.
    fn hint(&self) -> Option<DateOrder> {
        (self.half_day > 0).then_some(DateOrder::MonthFirst)
    }
}

/// The order every undecided column of a table takes. The decided ones speak first; where there is none, the system and
/// the country do, unless the clock speaks against them. Whoever speaks must agree, or somebody has to be asked.
pub(crate) fn order_of_others(
    columns: impl Iterator<Item = DateEvidence> + Clone,
    system: Option<DateOrder>,
    country: Option<DateOrder>,
) -> DateOrder {
    let parted = columns.filter(|evidence| evidence.parts > 0);
    agreed(parted.clone().filter_map(|evidence| evidence.decided()))
        .or_else(|| {
            // The clock can speak against an order, not for one by itself: English lists of many countries have it day first.
            agreed(system.into_iter().chain(country))?;
            agreed(parted.filter_map(|evidence| evidence.hint()).chain(system).chain(country))
        })
        .or(system)
        .unwrap_or(DateOrder::Ambiguous)
}

/// The order all of them speak of; [`DateOrder::Ambiguous`] if they disagree, `None` if nobody speaks.
fn agreed(orders: impl Iterator<Item = DateOrder>) -> Option<DateOrder> {
    orders.filter(|order| matches!(order, DateOrder::DayFirst | DateOrder::MonthFirst)).fold(None, |found, order| {
        match found {
            Some(other) if other != order => Some(DateOrder::Ambiguous),
            _ => Some(order),
        }
    })
}

/// The order that goes with the country of a table's people, if all of them are of one: such a list was written at
/// home. One of several countries does not tell who wrote it.
pub(crate) fn order_of_country<'a>(cells: impl Iterator<Item = &'a str>) -> Option<DateOrder> {
    let mut names = cells.map(|cell| fold(cell.trim()).replace('.', "")).filter(|name| !name.is_empty());
    let first = names.next()?;
    let mut others = names.peekable();
    others.peek()?;
    if others.any(|name| name != first) { None } else { order_in(&first) }
}

/// The order of a country, by its folded name or its code. Canada writes both.
pub(crate) fn order_in(country: &str) -> Option<DateOrder> {
    let country = country.to_lowercase();
    if country.is_empty() || ["ca", "can", "canada", "kanada"].contains(&country.as_str()) {
        return None;
    }
    Some(if MONTH_FIRST.contains(&country.as_str()) { DateOrder::MonthFirst } else { DateOrder::DayFirst })
}

/// The longest date: JavaScript's, with the name of its zone.
const LONGEST: usize = 80;

/// The shape of a cell, if it is a date.
pub fn date_shape(cell: &str) -> Option<DateShape> {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\'');
    let bytes = cell.as_bytes();
    if bytes.is_empty() || bytes.len() > LONGEST || !bytes.iter().any(u8::is_ascii_digit) {
        return None;
    }
    if bytes.iter().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
        && bytes.iter().filter(|b| !b.is_ascii_digit()).count() < 2
    {
        return number_shape(cell);
    }
    numeric_shape(bytes).or_else(|| has_month_word(cell).then_some(DateShape::Plain)).or_else(|| {
        // “Thu 14/03/2024”, “09:12 14/03/2024”
        let first = bytes.iter().position(u8::is_ascii_digit).filter(|at| (1..=16).contains(at));
        let start = match first {
            Some(at) => {
                cell[..at].chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '.' | '-')).then_some(at)
            }
            None => (bytes.get(1..3)?.contains(&b':')).then(|| cell.find(' ').map(|at| at + 1))?,
        }?;
        numeric_shape(&bytes[start..]).filter(|shape| !matches!(shape, DateShape::Parts { year: false, .. }))
    })
}

/// `20240314`, `202403140912`, `20240314091231`, `2024074`, seconds to microseconds since 1970, or a spreadsheet's day.
fn number_shape(cell: &str) -> Option<DateShape> {
    let (whole, fraction) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    let value: u64 = whole.parse().ok()?;
    let run_together = |day: u64| is_day(day / 10_000, day / 100 % 100, day % 100).then_some(DateShape::Plain);
    let counted = |range: std::ops::Range<u64>| range.contains(&value).then_some(DateShape::Number);
    match whole.len() {
        5 => counted(20_000..60_001),
        7 if fraction.is_empty() && (1..=366).contains(&(value % 1_000)) => counted(1_900_000..2_101_000),
        8 if !cell.contains(['.', ',']) => run_together(value),
        12 if fraction.is_empty() && value / 100 % 100 < 24 && value % 100 < 60 => run_together(value / 10_000),
        14 if fraction.is_empty() && value / 10_000 % 100 < 24 && value / 100 % 100 < 60 && value % 100 < 60 => {
            run_together(value / 1_000_000)
        }
        10 => counted(800_000_000..2_200_000_000),
        13 => counted(800_000_000_000..2_200_000_000_000),
        16 => counted(800_000_000_000_000..2_200_000_000_000_000),
        _ => None,
    }
}

fn is_day(year: u64, month: u64, day: u64) -> bool {
    // The years 1 and 9999 stand for no date in the databases of some.
    let year = (1900..=2100).contains(&year) || matches!(year, 1 | 9999) || is_day_nought(year);
    year && (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// The year of the day that spreadsheets and databases count from: it stands for no date.
fn is_day_nought(year: u64) -> bool {
    year == 1899
}

/// Three numbers at the start, separated alike: `2024-03-14…`, `14.03.2024…`, `3/14/24 5:00 PM`. Two for a birthday.
fn numeric_shape(bytes: &[u8]) -> Option<DateShape> {
    let (first, at) = small_number(bytes, 0)?;
    let separator = *bytes.get(at)?;
    if first.1 == 4 && matches!(separator, b'W' | b'w') && (1900..=2100).contains(&first.0) {
        return is_week(bytes.get(at + 1..)?).then_some(DateShape::Plain);
    }
    if first.1 == 8 && separator == b'T' {
        return is_day(u64::from(first.0) / 10_000, u64::from(first.0) / 100 % 100, u64::from(first.0) % 100)
            .then_some(DateShape::Plain);
    }
    if !matches!(separator, b'-' | b'/' | b'.') {
        return None;
    }
    if first.1 == 4 && matches!(bytes.get(at + 1), Some(b'W' | b'w')) {
        return is_week(bytes.get(at + 2..)?).then_some(DateShape::Plain);
    }
    let (second, at) = small_number(bytes, skip_blanks(bytes, at + 1))?;
    let rest = bytes.get(at).copied();
    if first.1 == 4 && second.1 == 3 && separator == b'-' && matches!(rest, None | Some(b'T' | b' ')) {
        let day = (1900..=2100).contains(&first.0) && (1..=366).contains(&second.0);
        return day.then_some(DateShape::Plain);
    }
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
    if first.1 == 2 && first.0 > 31 && third.1 <= 2 {
        return is_day(1900 + u64::from(first.0), u64::from(second.0), u64::from(third.0)).then_some(DateShape::Plain);
    }
    let year = match third.1 {
        4 => (1900..=2100).contains(&third.0) || is_day_nought(u64::from(third.0)),
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

/// What follows the W of a week: `11-4`, `114`.
fn is_week(rest: &[u8]) -> bool {
    match rest {
        [tens @ b'0'..=b'5', ones @ b'0'..=b'9', b'-', b'1'..=b'7', ..]
        | [tens @ b'0'..=b'5', ones @ b'0'..=b'9', b'1'..=b'7', ..] => {
            (1..=53).contains(&((tens - b'0') * 10 + (ones - b'0')))
        }
        _ => false,
    }
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

/// A day, a month's name and a year, in any order, beside at most a weekday and a time. What stands in brackets
/// explains.
fn has_month_word(cell: &str) -> bool {
    let plain = cell.split('(').next().unwrap_or_default();
    let folded = fold(plain.split(" m=").next().unwrap_or_default());
    let (mut month, mut short_month, mut year, mut words, mut short) = (false, false, false, 0, 0);
    for part in folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        words += 1;
        if part.bytes().all(|b| b.is_ascii_digit()) {
            year |= part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
            short += u32::from(part.len() <= 2);
        } else if part.chars().count() <= 12 && MONTHS.iter().any(|name| part.starts_with(name)) {
            month = true;
            short_month |= part.len() <= 5;
        } else {
            short_month |= ROMAN.contains(&part);
        }
    }
    (month && year && words <= 12) || (words == 3 && short_month && (short == 2 || year && short == 1))
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
            "2024-W11-4",
            "2024W114",
            "2024-074",
            "20240314091231",
            "202403140912",
            "14-Mar-24",
            "14 III 2024",
            "Thu, 14 Mar 2024 09:12:31 +0000 (Central European Standard Time)",
            "0001-01-01 00:00:00 +0000 UTC",
            "99-03-14",
            "1899-12-30",
            "1899-12-31 00:00:00",
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
            "Apt 12, 14 Rue",
            "2024-W99-1",
            "2024-500",
            "20240314999999",
            "5551234567",
        ] {
            assert!(date_shape(none).is_none(), "{none}");
        }
        assert!(matches!(
            date_shape("14.03.2024 09:00"),
            Some(DateShape::Parts { first: 14, second: 3, year: true, .. })
        ));
        assert!(matches!(date_shape("03/14"), Some(DateShape::Parts { first: 3, second: 14, year: false, .. })));
        for number in ["45365", "45365.5", "45365,38", "1710407551", "1710407551000", "1710407551000000", "2024074"] {
            assert_eq!(date_shape(number), Some(DateShape::Number), "{number}");
        }
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
        assert_eq!(evidence(&["03/04/2024 5:01 PM"]).decided(), None);
        assert_eq!(evidence(&["03.04.2024"]).decided(), Some(DateOrder::DayFirst));
        assert_eq!(evidence(&["2024-04-03"]).decided(), Some(DateOrder::Plain));
    }

    #[test]
    fn undecided_columns_follow_the_decided_ones_and_then_the_system() {
        use DateOrder::{Ambiguous, DayFirst, MonthFirst};
        let (day, month, none) = (evidence(&["14/03/2024"]), evidence(&["03/14/2024"]), evidence(&["03/04/2024"]));
        let (dotted, clock) = (evidence(&["03.04.2024"]), evidence(&["03/04/2024 5:01 PM"]));
        let plain = evidence(&["2024-04-03"]);
        for (columns, system, country, order) in [
            // Other columns.
            (&[none, day][..], None, None, DayFirst),
            (&[none, month], None, None, MonthFirst),
            (&[none, dotted], None, None, DayFirst),
            (&[none, plain], None, None, Ambiguous),
            (&[none, day, month], None, None, Ambiguous),
            (&[none, day, month], Some(DayFirst), Some(DayFirst), Ambiguous),
            // They show how this file is written, whatever is usual.
            (&[none, day], Some(MonthFirst), Some(MonthFirst), DayFirst),
            // The system.
            (&[none], Some(DayFirst), None, DayFirst),
            (&[none], Some(MonthFirst), None, MonthFirst),
            // The country.
            (&[none], None, Some(DayFirst), DayFirst),
            (&[none], None, Some(MonthFirst), MonthFirst),
            (&[none], Some(MonthFirst), Some(DayFirst), Ambiguous),
            // The clock.
            (&[clock], None, None, Ambiguous),
            (&[clock], None, Some(MonthFirst), MonthFirst),
            (&[clock, day], None, None, DayFirst),
            (&[clock], None, Some(DayFirst), Ambiguous),
            (&[clock], Some(MonthFirst), Some(MonthFirst), MonthFirst),
            (&[none], None, None, Ambiguous),
            // A system whose dates leave nothing to decide.
            (&[none], Some(DateOrder::Plain), None, DateOrder::Plain),
        ] {
            let found = order_of_others(columns.iter().copied(), system, country);
            assert_eq!(found, order, "{columns:?} {system:?} {country:?}");
        }
    }

    #[test]
    fn the_country_of_the_people_goes_with_an_order_where_there_is_but_one() {
        let of = |cells: &[&str]| order_of_country(cells.iter().copied());
        assert_eq!(of(&["Germany", "germany", ""]), Some(DateOrder::DayFirst));
        assert_eq!(of(&["U.S.", "US"]), Some(DateOrder::MonthFirst));
        assert_eq!(of(&["États-Unis", "Etats-Unis"]), Some(DateOrder::MonthFirst));
        assert_eq!(of(&["Sverige", "Danmark"]), None);
        assert_eq!(of(&["US", "SE"]), None);
        assert_eq!(of(&["Canada", "Canada"]), None);
        assert_eq!(of(&["SE"]), None);
        assert_eq!(of(&["", " "]), None);
    }
}
