//! Dates of every form the exports use, with their precision and what is known of their zone.

mod calendar;
mod lead;
mod numbered;
mod spoken;

use crate::import::DateOrder;
use crate::vocabulary::{Moment, Precision};

use super::cell;
use calendar::{Clock, DAY, Day, Stamp, digits};

/// What stands in a date cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Date {
    /// Nothing.
    Empty,
    /// A date.
    Moment(Moment),
    /// A placeholder of rule book R016, with the date it would be: 1970-01-01, 1899-12-30, 0 …
    Sentinel(Moment),
    /// `0000-00-00`: how databases write that there is no date. A placeholder too, but it tells of no event.
    Zero,
    /// Something that is no date.
    Unreadable,
}

/// Reads a date cell. `order` decides 03/04/2024 (undecided: day first; a part above 12 decides for itself; where
/// nobody knows the order, what it would decide is unreadable).
/// `writes_utc`: naive times of the exporting system are UTC.
///
/// Read are ISO 8601 in its everyday forms, day-month-year with any separator, month names in twelve languages,
/// RFC 2822, the dates of Go, Java, JavaScript and Unix, Unix seconds to microseconds, days of a spreadsheet between
/// 20000 and 60000 (counted from 1900: a text file cannot say that its workbook counted from 1904), weeks and days of
/// the year, and `YYYYMMDD`. A time of 00:00:00 keeps the precision of a second; see [`is_midnight`].
pub fn read(cell: &str, order: DateOrder, writes_utc: bool) -> Date {
    if order == DateOrder::Unknown {
        let (day_first, month_first) =
            (read(cell, DateOrder::DayFirst, writes_utc), read(cell, DateOrder::MonthFirst, writes_utc));
        return if day_first == month_first { day_first } else { Date::Unreadable };
    }
    let text = cell::trim(cell);
    let stamp = iso(text.as_bytes()).or_else(|| day_month_year(text.as_bytes(), order));
    if let Some(stamp) = stamp {
        return stamp.date(writes_utc);
    }
    let Some(text) = cell::text(text) else { return Date::Empty };
    if let Some(date) = number(text, writes_utc) {
        return date;
    }
    // Outlook's `0/0/00`.
    if text.starts_with('0') && text.bytes().all(|byte| matches!(byte, b'0' | b'/' | b'.' | b'-')) {
        return Date::Zero;
    }
    let text = without_trailer(text);
    // Where it was is known, and not how far from UTC that is.
    if let Some(before) = without_place(text) {
        return read(before, order, false);
    }
    let of_week = matches!(
        text.as_bytes(),
        [b'0'..=b'9', _, _, b'0'..=b'9', b'W' | b'w', ..] | [b'0'..=b'9', _, _, b'0'..=b'9', b'-', b'W' | b'w', ..]
    );
    let spoken = || if of_week { None } else { spoken::read(text, order) };
    match iso(text.as_bytes()).or_else(|| numbered::read(text.as_bytes())).or_else(spoken) {
        Some(stamp) => stamp.date(writes_utc),
        // A bare number behind words is no day of a spreadsheet.
        None => match lead::without(text).filter(|date| date.contains(['.', '/', '-', ' '])) {
            Some(date) => read(date, order, writes_utc),
            None => Date::Unreadable,
        },
    }
}

/// Whether a moment of second precision falls on 00:00:00: perhaps a day whose time was lost (rule book R020).
pub fn is_midnight(moment: Moment) -> bool {
    moment.precision == Precision::Day || moment.seconds.rem_euclid(DAY) == 0
}

/// A day as people write it: `3 Apr 2024`.
pub fn show(moment: Moment) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let day = Day::of(moment.days());
    format!("{} {} {:04}", day.day, MONTHS[day.month as usize - 1], day.year)
}

/// A day as machines write it: `2024-04-03`.
pub fn iso_day(moment: Moment) -> String {
    let day = Day::of(moment.days());
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// `2024-03-14`, `2024-03-14 09:12`, `2024-03-14T09:12:31.123456Z`, `… +0100`, `… +0200 CEST`.
fn iso(text: &[u8]) -> Option<Stamp> {
    if text.len() < 10 || text[4] != b'-' || text[7] != b'-' {
        return None;
    }
    let day = Day { year: digits(&text[0..4])? as i32, month: digits(&text[5..7])?, day: digits(&text[8..10])? };
    if text.len() == 10 {
        return Some(Stamp { day, clock: None, offset: None });
    }
    if !matches!(text[10], b' ' | b'T' | b't') {
        return None;
    }
    let (clock, rest) = clock(&text[11..])?;
    Some(Stamp { day, clock: Some(clock), offset: zone(rest)? })
}

/// `14-03-2024`, `3/14/2024`, `14.03.2024 09:30`, `14/03/2024 09:30:00`.
fn day_month_year(text: &[u8], order: DateOrder) -> Option<Stamp> {
    let (first, rest) = short_number(text)?;
    let (separator, rest) = rest.split_first()?;
    let (second, rest) = short_number(rest)?;
    let (again, rest) = rest.split_first()?;
    if !matches!(separator, b'/' | b'.' | b'-') || again != separator || rest.len() < 4 {
        return None;
    }
    let year = digits(&rest[..4])? as i32;
    let (month, day) = calendar::month_and_day(first, second, order);
    let day = Day { year, month, day };
    let rest = &rest[4..];
    if rest.is_empty() {
        return Some(Stamp { day, clock: None, offset: None });
    }
    let rest = rest.strip_prefix(b", ").or_else(|| rest.strip_prefix(b" "))?;
    let (clock, rest) = clock(rest)?;
    Some(Stamp { day, clock: Some(clock), offset: zone(rest)? })
}

/// Without what Go says of its clock (`… m=+0.1`) and Java of its place (`…[Europe/Rome]`).
fn without_trailer(text: &str) -> &str {
    if let Some((before, reading)) = text.split_once(" m=")
        && reading.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.'))
    {
        return before;
    }
    match text.split_once('[') {
        Some((before, place)) if place.ends_with(']') && place.len() <= 40 => before,
        _ => text,
    }
}

/// Without the place whose time a clock shows: `2024-03-14 09:12:31 Europe/Berlin`.
fn without_place(text: &str) -> Option<&str> {
    let (before, place) = text.rsplit_once(' ')?;
    let mut names = place.split('/');
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-'))
    };
    let is_place = place.len() <= 40 && (2..=3).contains(&names.clone().count()) && names.all(is_name);
    (is_place && before.contains(':')).then(|| before.trim_end())
}

fn short_number(text: &[u8]) -> Option<(u32, &[u8])> {
    let length = text.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    if length == 0 || length > 2 {
        return None;
    }
    Some((digits(&text[..length])?, &text[length..]))
}

/// `09:12` or `9:12:31.123`, and what follows.
fn clock(text: &[u8]) -> Option<(Clock, &[u8])> {
    let (hour, rest) = short_number(text)?;
    let minute = digits(rest.get(1..3)?).filter(|_| rest[0] == b':')?;
    let rest = &rest[3..];
    if rest.first() != Some(&b':') {
        return Some((Clock { seconds: Clock::seconds(hour, minute, 0)?, precision: Precision::Minute }, rest));
    }
    let second = digits(rest.get(1..3)?)?;
    let mut rest = &rest[3..];
    if let [b'.' | b',', fraction @ ..] = rest {
        let length = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
        rest = &fraction[length..];
    }
    Some((Clock { seconds: Clock::seconds(hour, minute, second)?, precision: Precision::Second }, rest))
}

/// What follows a time, if it is a zone or nothing: the outer `None` is something else.
#[allow(clippy::option_option)]
fn zone(text: &[u8]) -> Option<Option<i32>> {
    match text {
        [] => Some(None),
        b"Z" | b"z" | b" UTC" | b" GMT" | b" Z" | b" +0000 UTC" => Some(Some(0)),
        [b' ', rest @ ..] | rest => {
            let (offset, rest) = offset(rest)?;
            // Go adds the zone's abbreviation or repeats the offset.
            let abbreviation = rest.strip_prefix(b" ").is_some_and(|name| {
                name.len() <= 6 && name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-'))
            });
            (rest.is_empty() || abbreviation).then_some(Some(offset))
        }
    }
}

/// `+01`, `+0100` or `+01:00` in seconds east of UTC.
fn offset(text: &[u8]) -> Option<(i32, &[u8])> {
    let (sign, rest) = text.split_first()?;
    let sign = match sign {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let hours = digits(rest.get(..2)?)? as i32;
    let rest = &rest[2..];
    let minutes = rest.strip_prefix(b":").unwrap_or(rest);
    let (minutes, rest) = match minutes.get(..2).and_then(digits) {
        Some(value) => (value as i32, &minutes[2..]),
        None => (0, rest),
    };
    (hours <= 15 && minutes < 60).then_some((sign * (hours * 3600 + minutes * 60), rest))
}

/// A cell that is one number: days of a spreadsheet, Unix time, or digits run together.
fn number(text: &str, writes_utc: bool) -> Option<Date> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if whole.is_empty() || whole.len() > 17 || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let value: i64 = whole.parse().ok()?;
    let unix = |seconds| Stamp::unix(seconds).date(true);
    Some(match (whole.len(), value) {
        (_, 0) => Date::Sentinel(Moment::utc(0)),
        (5, 20_000..=60_000) => spreadsheet(value, fraction).date(writes_utc),
        (7, _) if fraction.is_empty() => {
            numbered::read(whole.as_bytes()).map_or(Date::Unreadable, |stamp| stamp.date(writes_utc))
        }
        (8, _) if fraction.is_empty() => run_together(whole).map_or(Date::Unreadable, |stamp| stamp.date(writes_utc)),
        (12, 190_000_000_000..210_000_000_000) | (14, _) if fraction.is_empty() => {
            run_together(whole).map_or(Date::Unreadable, |stamp| stamp.date(writes_utc))
        }
        (9 | 10, 100_000_000..=4_102_444_800) => unix(value),
        (12 | 13, 100_000_000_000..=4_102_444_800_000) => unix(value / 1_000),
        (16, 100_000_000_000_000..=4_102_444_800_000_000) => unix(value / 1_000_000),
        _ => Date::Unreadable,
    })
}

/// Days since 1899-12-30, with the time of day as a fraction.
fn spreadsheet(days: i64, fraction: &str) -> Stamp {
    const UNIX_EPOCH: i64 = 25_569;
    let day = Day::of(days - UNIX_EPOCH);
    if fraction.bytes().all(|byte| byte == b'0') {
        return Stamp { day, clock: None, offset: None };
    }
    let part: f64 = format!("0.{fraction}").parse().unwrap_or(0.0);
    let seconds = ((part * DAY as f64).round() as u32).min(86_399);
    Stamp { day, clock: Some(Clock { seconds, precision: Precision::Second }), offset: None }
}

/// `20240314`, `202403140912`, `20240314091231`.
fn run_together(text: &str) -> Option<Stamp> {
    let text = text.as_bytes();
    let day = Day { year: digits(&text[..4])? as i32, month: digits(&text[4..6])?, day: digits(&text[6..8])? };
    if !(1900..2200).contains(&day.year) && day.year != 9999 {
        return None;
    }
    let clock = match text.len() {
        8 => None,
        12 => Some(Clock {
            seconds: Clock::seconds(digits(&text[8..10])?, digits(&text[10..12])?, 0)?,
            precision: Precision::Minute,
        }),
        _ => Some(Clock {
            seconds: Clock::seconds(digits(&text[8..10])?, digits(&text[10..12])?, digits(text.get(12..14)?)?)?,
            precision: Precision::Second,
        }),
    };
    Some(Stamp { day, clock, offset: None })
}

#[cfg(test)]
mod tests;
