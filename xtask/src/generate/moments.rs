//! Points in time, in the spellings of the systems.

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};

/// The second an export spells `2026-10-30 08:00:00`.
///
/// # Panics
/// If the text is no such time: it stands in this program.
pub fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").expect("times in the generator are well formed")
}

/// The start of a day.
///
/// # Panics
/// If there is no such day: it stands in this program.
pub const fn day(year: i32, month: u32, day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, month, day).expect("days in the generator exist").and_time(NaiveTime::MIN)
}

/// A time some seconds later.
pub fn later(time: NaiveDateTime, seconds: i64) -> NaiveDateTime {
    time + TimeDelta::seconds(seconds)
}

/// Any second from `from` until before `until`.
pub fn between(rng: &mut fastrand::Rng, from: NaiveDateTime, until: NaiveDateTime) -> NaiveDateTime {
    let seconds = rng.i64(from.and_utc().timestamp()..until.and_utc().timestamp());
    DateTime::from_timestamp(seconds, 0).expect("it lies between two times").naive_utc()
}

/// `2026-10-30 08:00:00`, as Mailchimp and Mautic write it.
pub fn second(time: NaiveDateTime) -> String {
    let mut text = minute(time);
    text.push(':');
    two(&mut text, time.second());
    text
}

/// `2026-10-30 08:00`, as HubSpot writes it.
pub fn minute(time: NaiveDateTime) -> String {
    let mut text = String::with_capacity(19);
    let year = time.year().unsigned_abs();
    two(&mut text, year / 100);
    two(&mut text, year % 100);
    for (mark, part) in [('-', time.month()), ('-', time.day()), (' ', time.hour()), (':', time.minute())] {
        text.push(mark);
        two(&mut text, part);
    }
    text
}

fn two(text: &mut String, number: u32) {
    for digit in [number / 10, number % 10] {
        text.push(char::from_digit(digit % 10, 10).expect("a digit"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_spelled_as_it_was_read() {
        assert_eq!(second(at("2018-05-24 23:59:59")), "2018-05-24 23:59:59");
        assert_eq!(minute(at("2026-01-02 03:04:05")), "2026-01-02 03:04");
    }
}
