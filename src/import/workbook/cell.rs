//! The text of a cell as a person would read it, without the tricks of number formats.

use std::borrow::Cow;

use calamine::{DataRef, ExcelDateTime};

/// The text of a cell; empty if there is nothing in it.
pub(super) fn text<'a>(value: &'a DataRef<'a>) -> Cow<'a, str> {
    match value {
        DataRef::Empty => "".into(),
        DataRef::String(text) => text.as_str().into(),
        DataRef::SharedString(text) => (*text).into(),
        DataRef::Int(number) => number.to_string().into(),
        DataRef::Float(number) => float(*number).into(),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.into(),
        DataRef::DateTime(moment) => date_time(moment).into(),
        DataRef::DateTimeIso(text) => iso_date_time(text),
        DataRef::DurationIso(text) => iso_duration(text).map_or_else(|| text.as_str().into(), Cow::from),
        DataRef::Error(error) => error.to_string().into(),
    }
}

/// A number without a needless `.0`, and never with an exponent: telephone numbers are numbers here.
fn float(number: f64) -> String {
    // Spreadsheet programs keep 15 digits and show no more: 0.1 + 0.2 is 0.3.
    let short: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{short}")
}

/// `YYYY-MM-DD`, with ` HH:MM:SS` if there is a time of day. The zero of the date systems, which stands for no date, is
/// `1899-12-30`; a time without a date and a duration are `HH:MM:SS`.
fn date_time(moment: &ExcelDateTime) -> String {
    let serial = moment.as_f64();
    let seconds = (serial * 86_400.0).round();
    if !(0.0..=2_958_466.0).contains(&serial) {
        return float(serial);
    }
    if moment.is_duration() || (serial > 0.0 && serial < 1.0) {
        return clock(seconds as u64);
    }
    if serial == 0.0 {
        return "1899-12-30".to_owned();
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let second = u64::from(second) + u64::from(milli >= 500);
    let of_day = u64::from(hour) * 3600 + u64::from(minute) * 60 + second;
    let date = format!("{year:04}-{month:02}-{day:02}");
    match of_day {
        0 => date,
        of_day if of_day < 86_400 => format!("{date} {}", clock(of_day)),
        _ => format!("{date} 23:59:59"),
    }
}

fn clock(seconds: u64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// `2024-03-14T10:30:00` as it is written elsewhere: with a blank, and without a time that is none.
fn iso_date_time(text: &str) -> Cow<'_, str> {
    let Some((date, time)) = text.split_once('T') else { return text.into() };
    let time = time.split_once('.').map_or(time, |(whole, _)| whole);
    if time == "00:00:00" { date.into() } else { format!("{date} {time}").into() }
}

/// `PT10H30M00S` as `10:30:00`.
fn iso_duration(text: &str) -> Option<String> {
    let rest = text.strip_prefix("PT")?;
    let (hours, rest) = rest.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?;
    let seconds = seconds.split_once(['.', ',']).map_or(seconds, |(whole, _)| whole);
    let number = |text: &str| text.parse::<u64>().ok();
    Some(clock(number(hours)?.checked_mul(3600)? + number(minutes)? * 60 + number(seconds)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{CellErrorType, ExcelDateTimeType};

    fn date(serial: f64, is_1904: bool) -> String {
        date_time(&ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904))
    }

    #[test]
    fn numbers_read_as_a_person_would_write_them() {
        assert_eq!(float(42.0), "42");
        assert_eq!(float(46_701_740_605.0), "46701740605");
        assert_eq!(float(4.670_174_060_5e15), "4670174060500000");
        assert_eq!(float(0.1 + 0.2), "0.3");
        assert_eq!(float(-1.5), "-1.5");
        assert_eq!(text(&DataRef::Bool(true)), "TRUE");
        assert_eq!(text(&DataRef::Error(CellErrorType::NA)), "#N/A");
    }

    #[test]
    fn dates_of_both_systems_are_iso_dates() {
        assert_eq!(date(45_365.0, false), "2024-03-14");
        assert_eq!(date(45_365.437_5, false), "2024-03-14 10:30:00");
        assert_eq!(date(43_903.0, true), "2024-03-14");
        assert_eq!(date(1.0, false), "1900-01-01");
        assert_eq!(date(0.5, false), "12:00:00");
    }

    #[test]
    fn the_zero_date_stays_visible() {
        assert_eq!(date(0.0, false), "1899-12-30");
    }

    #[test]
    fn dates_of_open_document_lose_their_letter() {
        assert_eq!(iso_date_time("2024-03-14T10:30:00"), "2024-03-14 10:30:00");
        assert_eq!(iso_date_time("2024-03-14T00:00:00"), "2024-03-14");
        assert_eq!(iso_date_time("2024-03-14"), "2024-03-14");
        assert_eq!(iso_duration("PT10H30M05S").as_deref(), Some("10:30:05"));
    }
}
