//! Every format in every language, for any day: what was written is read back, and seen as a date by its shape.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;

use super::super::calendar::{DAY, Day};
use super::{Date, read};
use crate::import::{DateOrder, date_shape};
use crate::vocabulary::{Moment, Precision, Zone};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    months: String,
    short: String,
    #[serde(default)]
    forms: String,
    days: String,
    #[serde(default)]
    half: Vec<String>,
    written: Vec<String>,
}

fn languages() -> BTreeMap<String, Language> {
    let languages: BTreeMap<String, Language> = toml::from_str(include_str!("languages.toml")).unwrap();
    assert_eq!(languages.len(), 12);
    languages
}

/// A day and a time as a format is given them.
#[derive(Debug, Clone, Copy)]
struct When {
    days: i64,
    of_day: i64,
}

impl When {
    fn day(self) -> Day {
        Day::of(self.days)
    }

    fn clock(self) -> (i64, i64, i64) {
        (self.of_day / 3600, self.of_day / 60 % 60, self.of_day % 60)
    }

    fn weekday(self) -> usize {
        (self.days + 3).rem_euclid(7) as usize
    }

    /// As it would be read of so exact a writing, `hours` east of UTC where that is written.
    fn moment(self, precision: Precision, hours: Option<i64>) -> Moment {
        let of_day = match precision {
            Precision::Day => 0,
            Precision::Minute => self.of_day / 60 * 60,
            Precision::Second => self.of_day,
        };
        let zone = if hours.is_some() { Zone::Written } else { Zone::Unknown };
        Moment { seconds: self.days * DAY + of_day - hours.unwrap_or(0) * 3600, precision, zone }
    }
}

fn when() -> impl Strategy<Value = When> {
    // From 1990 to 2035, without the days that stand for none; 12 o'clock as often as any hour.
    (7_306_i64..23_700, 0..DAY)
        .prop_map(|(days, of_day)| When { days, of_day })
        .prop_filter("a placeholder", |when| !matches!(when.days, 10_957 | 24_855))
}

fn reads_back(text: &str, order: DateOrder, expected: Moment) -> Result<(), TestCaseError> {
    prop_assert_eq!(read(text, order, false), Date::Moment(expected), "{}", text);
    prop_assert!(date_shape(text).is_some(), "{} does not look like a date", text);
    Ok(())
}

#[test]
fn every_form_of_every_month_is_that_month() {
    for (code, language) in languages() {
        for names in [&language.months, &language.short, &language.days] {
            let expected = if names == &language.days { 7 } else { 12 };
            assert_eq!(names.split(' ').count(), expected, "{code}");
        }
        let forms: Vec<&str> = language.forms.split(' ').filter(|form| !form.is_empty()).collect();
        if forms.len() >= 12 {
            for (at, form) in forms.iter().enumerate() {
                let text = format!("7 {form} 2023");
                let Date::Moment(moment) = read(&text, DateOrder::Plain, false) else { panic!("{code}: {text}") };
                assert_eq!(Day::of(moment.days()).month as usize, at % 12 + 1, "{code}: {text}");
                assert!(date_shape(&text).is_some(), "{code}: {text}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_date_written_out_in_any_language_reads_back(when in when()) {
        let (day, (hour, minute, second)) = (when.day(), when.clock());
        for (code, language) in languages() {
            for names in [&language.months, &language.short] {
                let month = names.split(' ').nth(day.month as usize - 1).unwrap();
                let weekday = language.days.split(' ').nth(when.weekday()).unwrap();
                for (time, precision) in [
                    (format!("{hour:02}:{minute:02}"), Precision::Minute),
                    (format!("{hour}:{minute:02}:{second:02}"), Precision::Second),
                    (format!("{hour:02}.{minute:02}"), Precision::Minute),
                    (format!("{hour:02}.{minute:02}.{second:02}"), Precision::Second),
                ] {
                    for written in &language.written {
                        let text = written
                            .replace("{d}", &day.day.to_string())
                            .replace("{m}", month)
                            .replace("{y}", &day.year.to_string())
                            .replace("{w}", weekday)
                            .replace("{t}", &time);
                        let precision = if written.contains("{t}") { precision } else { Precision::Day };
                        reads_back(&text, DateOrder::Plain, when.moment(precision, None))
                            .map_err(|error| TestCaseError::fail(format!("{code}: {error}")))?;
                    }
                }
                if let [before, after] = &language.half[..] {
                    let half = if hour < 12 { before } else { after };
                    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
                    for space in ["\u{a0}", "\u{202f}", " "] {
                        let text = format!("{} {month} {} {hour}:{minute:02}{space}{half}", day.day, day.year);
                        reads_back(&text, DateOrder::Plain, when.moment(Precision::Minute, None))
                            .map_err(|error| TestCaseError::fail(format!("{code}: {error}")))?;
                    }
                }
            }
        }
    }

    #[test]
    fn a_date_in_numbers_reads_back(when in when()) {
        let (Day { year, month, day }, (hour, minute, second)) = (when.day(), when.clock());
        use DateOrder::{DayFirst, MonthFirst, Plain};
        use Precision::{Day as D, Minute as M, Second as S};
        let two = year % 100;
        let half = if hour < 12 { "AM" } else { "PM" };
        let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
        let ordinal = when.days - Day { year, month: 1, day: 1 }.number().unwrap() + 1;
        let thursday = Day::of(when.days - when.weekday() as i64 + 3);
        let week = (when.days - when.weekday() as i64 + 3 - Day { year: thursday.year, month: 1, day: 1 }.number().unwrap()) / 7 + 1;
        let (week, weekday) = (format!("{}-W{week:02}", thursday.year), when.weekday() + 1);
        let unix = when.days * DAY + when.of_day;
        let serial = when.days + 25_569;
        let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month as usize - 1];
        let name = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][when.weekday()];
        let date = format!("{year:04}-{month:02}-{day:02}");
        let time = format!("{hour:02}:{minute:02}:{second:02}");
        for (text, order, precision, zone) in [
            // ISO 8601.
            (date.clone(), Plain, D, None),
            (format!("{year}/{month}/{day}"), Plain, D, None),
            (format!("{year}. {month}. {day}."), Plain, D, None),
            (format!("{date} {hour:02}:{minute:02}"), Plain, M, None),
            (format!("{date}T{time}"), Plain, S, None),
            (format!("{date}T{time}Z"), Plain, S, Some(0)),
            (format!("{date}T{time}.123Z"), Plain, S, Some(0)),
            (format!("{date}T{time},123456Z"), Plain, S, Some(0)),
            (format!("{date}T{time}+02:00"), Plain, S, Some(2)),
            (format!("{date} {time} +0200"), Plain, S, Some(2)),
            (format!("{date} {time}-05"), Plain, S, Some(-5)),
            (format!("{date}T{hour:02}:{minute:02}Z"), Plain, M, Some(0)),
            (format!("{date}T{time}+01:00[Europe/Rome]"), Plain, S, Some(1)),
            (format!("{year}-{ordinal:03}"), Plain, D, None),
            (format!("{year}{ordinal:03}"), Plain, D, None),
            (format!("{year}-{ordinal:03}T{time}Z"), Plain, S, Some(0)),
            (format!("{week}-{weekday}"), Plain, D, None),
            (format!("{week}-{weekday}T{time}+01:00"), Plain, S, Some(1)),
            (format!("{}{weekday}", week.replace('-', "")), Plain, D, None),
            // Run together.
            (format!("{year}{month:02}{day:02}"), Plain, D, None),
            (format!("{year}{month:02}{day:02}{hour:02}{minute:02}"), Plain, M, None),
            (format!("{year}{month:02}{day:02}{hour:02}{minute:02}{second:02}"), Plain, S, None),
            (format!("{year}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z"), Plain, S, Some(0)),
            (format!("{year}{month:02}{day:02}T{hour:02}{minute:02}Z"), Plain, M, Some(0)),
            // Go, JavaScript, Unix, mail.
            (format!("{date} {time}.123456 +0000 UTC"), Plain, S, Some(0)),
            (format!("{date} {time}.123456789 +0200 CEST m=+0.000123"), Plain, S, Some(2)),
            (format!("{name} {english} {day:02} {year} {time} GMT+0100 (Central European Standard Time)"), Plain, S, Some(1)),
            (format!("{name} {english} {day} {time} UTC {year}"), Plain, S, Some(0)),
            (format!("{name}, {day:02} {english} {year} {time} GMT"), Plain, S, Some(0)),
            (format!("{name}, {day} {english} {year} {time} -0500 (EST)"), Plain, S, Some(-5)),
            (format!("{day:02}/{english}/{year}:{time} +0000"), Plain, S, Some(0)),
            // Day first.
            (format!("{day:02}/{month:02}/{year}"), DayFirst, D, None),
            (format!("{day}.{month}.{year}"), DayFirst, D, None),
            (format!("{day:02}-{month:02}-{year} {hour:02}:{minute:02}"), DayFirst, M, None),
            (format!("{day}.{month}.{year}, {time}"), DayFirst, S, None),
            (format!("{day}.{month}.{year} klo {hour}.{minute:02}.{second:02}"), DayFirst, S, None),
            (format!("{day:02}.{month:02}.{two:02}"), DayFirst, D, None),
            (format!("{day:02}/{month:02}/{year} {hour:02}h{minute:02}"), DayFirst, M, None),
            (format!("{day:02}/{month:02}/{year} {hour} h {minute} min {second} s"), DayFirst, S, None),
            (format!("{day:02}/{month:02}/{year} {twelve}:{minute:02} {}", half.to_lowercase()), DayFirst, M, None),
            (format!("{name} {day:02}/{month:02}/{year}"), DayFirst, D, None),
            (format!("{hour:02}:{minute:02} {day:02}/{month:02}/{year}"), DayFirst, M, None),
            // Month first.
            (format!("{month}/{day}/{year}"), MonthFirst, D, None),
            (format!("{month}/{day}/{two:02}"), MonthFirst, D, None),
            (format!("{month}/{day}/{year} {twelve}:{minute:02} {half}"), MonthFirst, M, None),
            (format!("{month}/{day}/{year}, {twelve}:{minute:02}:{second:02}\u{202f}{half}"), MonthFirst, S, None),
            // Month names with two figures for the year.
            (format!("{day:02}-{english}-{two:02}"), Plain, D, None),
            // Spreadsheets.
            (serial.to_string(), Plain, D, None),
            // Unix.
            (unix.to_string(), Plain, S, Some(0)),
            (format!("{unix}.25"), Plain, S, Some(0)),
            (format!("{unix}250"), Plain, S, Some(0)),
            (format!("{unix}250001"), Plain, S, Some(0)),
        ] {
            let mut expected = when.moment(precision, zone);
            if text.starts_with(&unix.to_string()) && zone == Some(0) && !text.contains(['-', ':']) {
                expected.seconds = unix;
            }
            if unix < 1_000_000_000 && text.starts_with(&unix.to_string()) {
                continue;
            }
            reads_back(&text, order, expected)?;
        }
        for (separator, fraction) in [('.', when.of_day as f64 / DAY as f64), (',', when.of_day as f64 / DAY as f64)] {
            let text = format!("{:.8}", serial as f64 + fraction).replace('.', &separator.to_string());
            let expected = if when.of_day == 0 { when.moment(D, None) } else { when.moment(S, None) };
            reads_back(&text, Plain, expected)?;
        }
    }

    /// However it was written, a day that was read is written by us as one that reads the same.
    #[test]
    fn reading_a_date_is_idempotent(
        cell in "[0-9]{1,4}[-/. ][0-9]{1,3}[-/. ][0-9]{1,4}|[0-9]{5,16}|[0-9]{1,2}\\.? (jan|mars|maaliskuuta|März|III) [0-9]{2,4}|[0-9]{4}-?W[0-9]{2}-?[0-9]",
        order in prop::sample::select(vec![DateOrder::Plain, DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::Unknown]),
    ) {
        if let Date::Moment(moment) | Date::Sentinel(moment) = read(&cell, order, false) {
            let day = Moment::day(moment.days());
            for written in [super::super::iso_day(moment), super::super::show(moment)] {
                let again = read(&written, DateOrder::Unknown, false);
                // 2000-01-01 stands for none at midnight only.
                prop_assert!(again == Date::Moment(day) || again == Date::Sentinel(day), "{}: {:?}", written, again);
            }
        }
    }

    #[test]
    fn an_order_nobody_knows_is_never_guessed(when in when()) {
        let Day { year, month, day } = when.day();
        let text = format!("{day:02}/{month:02}/{year}");
        let expected = if day > 12 || day == month { Date::Moment(when.moment(Precision::Day, None)) } else { Date::Unreadable };
        prop_assert_eq!(read(&text, DateOrder::Unknown, false), expected);
    }
}
