//! Days and times as numbers, and which of them are placeholders.

use crate::import::DateOrder;
use crate::vocabulary::{Moment, Precision, Zone};

use super::Date;

/// Seconds in a day.
pub(super) const DAY: i64 = 86_400;

/// A day as written; not yet known to exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day {
    pub year: i32,
    pub month: u32,
    pub day: u32,
}

/// A time of day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    pub seconds: u32,
    pub precision: Precision,
}

/// Day, time and offset in seconds east of UTC, as far as they are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stamp {
    pub day: Day,
    pub clock: Option<Clock>,
    pub offset: Option<i32>,
}

impl Day {
    /// The day so many days after 1970-01-01 (Howard Hinnant's `civil_from_days`).
    pub fn of(days: i64) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self { year: year as i32, month: month as u32, day: day as u32 }
    }

    /// Days since 1970-01-01; `None` if there is no such day.
    pub fn number(self) -> Option<i64> {
        const LENGTHS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let length = *LENGTHS.get((self.month as usize).checked_sub(1)?)? + u32::from(leap && self.month == 2);
        if !(1..=9999).contains(&self.year) || self.day == 0 || self.day > length {
            return None;
        }
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = i64::from((self.month + 9) % 12);
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(era * 146_097 + day_of_era - 719_468)
    }

    /// Whether rule book R016 lists it, or it is the first day SQL Server has (1753-01-01). 2000-01-01 counts at midnight
    /// only.
    fn is_sentinel(self, seconds: u32) -> bool {
        match (self.year, self.month, self.day) {
            (2000, 1, 1) => seconds == 0,
            (1, 1, 1)
            | (1753, 1, 1)
            | (1899, 12, 30 | 31)
            | (1900 | 1904, 1, 1)
            | (1969, 12, 31)
            | (1970, 1, 1 | 2)
            | (1980, 1, 1)
            | (9999, 12, 31)
            | (2038, 1, 19) => true,
            _ => false,
        }
    }
}

impl Clock {
    /// Seconds since midnight. A leap second is the second before it; 24:00 is the end of the day.
    pub fn seconds(hour: u32, minute: u32, second: u32) -> Option<u32> {
        match (hour, minute, second) {
            (24, 0, 0) => Some(86_400),
            (0..=23, 0..=59, 0..=60) => Some(hour * 3600 + minute * 60 + second.min(59)),
            _ => None,
        }
    }
}

impl Stamp {
    /// A second of Unix time.
    pub fn unix(seconds: i64) -> Self {
        let clock = Clock { seconds: seconds.rem_euclid(DAY) as u32, precision: Precision::Second };
        Self { day: Day::of(seconds.div_euclid(DAY)), clock: Some(clock), offset: Some(0) }
    }

    /// What it is: a date, a placeholder, or no day of the calendar.
    pub fn date(self, writes_utc: bool) -> Date {
        let Self { day, clock, offset } = self;
        if day.year == 0 && day.month <= 1 && day.day <= 1 {
            return Date::Zero;
        }
        let seconds = clock.map_or(0, |clock| clock.seconds);
        let zone = match offset {
            Some(_) => Zone::Written,
            None if writes_utc => Zone::OfSystem,
            None => Zone::Unknown,
        };
        let precision = clock.map_or(Precision::Day, |clock| clock.precision);
        let at = |days: i64| Moment {
            seconds: days * DAY + i64::from(seconds) - i64::from(offset.unwrap_or(0)),
            precision,
            zone,
        };
        // The day before 1900-01-01 in the calendar of spreadsheets.
        if (day.year, day.month, day.day) == (1900, 1, 0) {
            return Date::Sentinel(at(-25_568));
        }
        match day.number() {
            None => Date::Unreadable,
            Some(days) if day.is_sentinel(seconds) => Date::Sentinel(at(days)),
            Some(days) => Date::Moment(at(days)),
        }
    }
}

/// Month and day of two numbers in the order of the column; a number above 12 can only be the day.
pub(super) fn month_and_day(first: u32, second: u32, order: DateOrder) -> (u32, u32) {
    let month_first = match order {
        DateOrder::MonthFirst => first <= 12 || second > 12,
        DateOrder::Plain | DateOrder::DayFirst | DateOrder::Ambiguous | DateOrder::Unknown => {
            second > 12 && first <= 12
        }
    };
    // A spreadsheet shows its zero as 1/0/1900: no month is 0.
    let month_first = (month_first && first > 0) || second == 0;
    if month_first { (first, second) } else { (second, first) }
}

/// The number written by ASCII digits; `None` if there is anything else.
#[inline]
pub(super) fn digits(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0, |value: u32, byte| byte.is_ascii_digit().then(|| value * 10 + u32::from(byte - b'0')))
}
