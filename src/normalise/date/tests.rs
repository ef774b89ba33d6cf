#![allow(clippy::unwrap_used)]
mod formats;

use proptest::prelude::*;

use super::*;
use crate::vocabulary::Zone;

fn seconds(cell: &str, order: DateOrder) -> (i64, Precision, Zone) {
    match read(cell, order, false) {
        Date::Moment(moment) => (moment.seconds, moment.precision, moment.zone),
        other => panic!("{cell}: {other:?}"),
    }
}

const DAY_14_MARCH: i64 = 19_796 * DAY;
const AT_09_12: i64 = DAY_14_MARCH + 9 * 3600 + 12 * 60;
const AT_09_12_31: i64 = AT_09_12 + 31;

#[test]
fn a_written_zone_is_applied_and_kept() {
    for cell in [
        "2024-03-14T09:12:31Z",
        "2024-03-14T09:12:31.000Z",
        "2024-03-14 09:12:31.123456 +0000 UTC",
        "2024-03-14 10:12:31 +0100",
        "2024-03-14T10:12:31+01:00",
        "2024-03-14 11:12:31.5 +0200 CEST",
        "2024-03-14 12:12:31 +0300 +03",
        "2024-03-14 04:12:31-05:00",
        "2024-03-14 09:12:31 UTC",
        "2024-03-14 10:12:31 CET",
        "Thu, 14 Mar 2024 09:12:31 +0000",
        "Thu, 14 Mar 2024 10:12:31 +0100 (CET)",
        "Thu, 14 Mar 2024 09:12:31 GMT",
        "Thu Mar 14 2024 10:12:31 GMT+0100 (Central European Standard Time)",
        "Thu Mar 14 09:12:31 UTC 2024",
        "20240314T091231Z",
        "1710407551",
        "1710407551.25",
        "1710407551000",
        "1710407551000000",
        "14/03/2024 10:12:31 +01:00",
    ] {
        assert_eq!(seconds(cell, DateOrder::Plain), (AT_09_12_31, Precision::Second, Zone::Written), "{cell}");
    }
}

#[test]
fn without_a_zone_the_zone_is_unknown_unless_the_system_writes_utc() {
    for cell in [
        "2024-03-14 09:12:31",
        "2024-03-14T09:12:31.123",
        "20240314091231",
        "14.03.2024 09:12:31",
        "Mar 14, 2024 9:12:31 AM",
        "14 mars 2024 09.12.31",
    ] {
        assert_eq!(seconds(cell, DateOrder::Plain), (AT_09_12_31, Precision::Second, Zone::Unknown), "{cell}");
        assert!(
            matches!(read(cell, DateOrder::Plain, true), Date::Moment(Moment { zone: Zone::OfSystem, .. })),
            "{cell}"
        );
    }
}

#[test]
fn the_place_of_a_clock_is_no_zone() {
    for cell in ["2024-03-14 09:12:31 Europe/Berlin", "2024-03-14 09:12 America/Argentina/Buenos_Aires"] {
        for writes_utc in [false, true] {
            let read = read(cell, DateOrder::Plain, writes_utc);
            assert!(matches!(read, Date::Moment(Moment { zone: Zone::Unknown, .. })), "{cell}: {read:?}");
        }
    }
    assert_eq!(seconds("2024-03-14 09:12:31 Europe/Berlin", DateOrder::Plain).0, AT_09_12_31);
    assert_eq!(seconds("2024-03-14T10:12:31+01:00 Europe/Berlin", DateOrder::Plain).2, Zone::Written);
    assert_eq!(read("2024-03-14 Hamburg/Altona", DateOrder::Plain, false), Date::Unreadable);
}

#[test]
fn minutes_stay_minutes() {
    for cell in [
        "2024-03-14 09:12",
        "14-03-2024 09:12",
        "14/3/2024 9:12",
        "14.03.2024, 09:12",
        "14. März 2024 um 09:12 Uhr",
        "14 mars 2024 à 9h12",
        "14 mars 2024 kl. 09.12",
        "14 marzo 2024 ore 9:12",
        "14/03/2024 9:12 am",
        "14/03/2024 09:12 a. m.",
        "202403140912",
        "March 14, 2024 at 9:12 AM",
        "14.3.2024 klo 9.12",
        "14/03/24 09:12",
    ] {
        assert_eq!(seconds(cell, DateOrder::DayFirst), (AT_09_12, Precision::Minute, Zone::Unknown), "{cell}");
    }
}

#[test]
fn days_are_read_in_every_writing() {
    for cell in [
        "2024-03-14",
        "2024/03/14",
        "2024.03.14",
        "20240314",
        "14-03-2024",
        "14/03/2024",
        "14.3.2024",
        "14. 3. 2024",
        "14.03.24",
        "45365",
        "14 March 2024",
        "March 14, 2024",
        "14-Mar-2024",
        "14-Mar-24",
        "14th March 2024",
        "14. März 2024",
        "14 mars 2024",
        "den 14 mars 2024",
        "am 14. März 2024",
        "14 marzo 2024",
        "14 de marzo de 2024",
        "jeudi 14 mars 2024",
        "14 maart 2024",
        "14 de março de 2024",
        "14. marts 2024",
        "14. maaliskuuta 2024",
        "14 marca 2024",
        "2024 Mar 14",
        "Do., 14. März 2024",
        "\u{feff}2024-03-14 ",
        "'2024-03-14",
    ] {
        assert_eq!(seconds(cell, DateOrder::DayFirst), (DAY_14_MARCH, Precision::Day, Zone::Unknown), "{cell}");
    }
    assert_eq!(seconds("mar. 14 mai 2024", DateOrder::Plain).0, (19_796 + 61) * DAY);
    assert_eq!(seconds("45365.5", DateOrder::Plain), (DAY_14_MARCH + 12 * 3600, Precision::Second, Zone::Unknown));
}

#[test]
fn the_column_decides_the_order_of_day_and_month_and_a_part_above_twelve_overrides_it() {
    let third_of_april = 19_816 * DAY;
    let fourth_of_march = 19_786 * DAY;
    for (cell, order, expected) in [
        ("03/04/2024", DateOrder::DayFirst, third_of_april),
        ("03/04/2024", DateOrder::Ambiguous, third_of_april),
        ("03/04/2024", DateOrder::MonthFirst, fourth_of_march),
        ("03/04/24", DateOrder::MonthFirst, fourth_of_march),
        ("03/14/2024", DateOrder::DayFirst, DAY_14_MARCH),
        ("14/03/2024", DateOrder::MonthFirst, DAY_14_MARCH),
    ] {
        assert_eq!(seconds(cell, order).0, expected, "{cell} {order:?}");
    }
    assert_eq!(seconds("14/03/2024", DateOrder::Unknown).0, DAY_14_MARCH);
    assert_eq!(seconds("04/04/2024", DateOrder::Unknown).0, third_of_april + DAY);
    assert_eq!(read("03/04/2024", DateOrder::Unknown, false), Date::Unreadable);
    assert_eq!(seconds("3/14/2024 12:05 AM", DateOrder::MonthFirst).0, DAY_14_MARCH + 300);
    assert_eq!(seconds("3/14/2024 12:05:00 PM", DateOrder::MonthFirst).0, DAY_14_MARCH + 12 * 3600 + 300);
}

#[test]
fn placeholders_are_no_dates() {
    for cell in [
        "1970-01-01",
        "1970-01-01 00:00:00",
        "1969-12-31T23:00:00Z",
        "1970-01-02",
        "01/01/1970",
        "0",
        "00",
        "1753-01-01",
        "1899-12-30",
        "1899-12-31 00:00:00",
        "1900-01-00",
        "1900-01-01",
        "1904-01-01",
        "1980-01-01",
        "2000-01-01",
        "2000-01-01 00:00",
        "9999-12-31",
        "2038-01-19 03:14:07",
        "0001-01-01",
        "0001-01-01 00:00:00 +0000 UTC",
        "1 January 1970",
        "1/0/1900",
        "00/01/1900",
        "0.1.1900",
    ] {
        assert!(matches!(read(cell, DateOrder::Plain, false), Date::Sentinel(_)), "{cell}");
    }
    for cell in ["0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "0000-01-01"] {
        assert_eq!(read(cell, DateOrder::Plain, false), Date::Zero, "{cell}");
    }
    assert!(matches!(read("2000-01-01 08:15", DateOrder::Plain, false), Date::Moment(_)));
}

#[test]
fn an_empty_cell_is_no_event() {
    for cell in ["", "  ", "-", "----", "NULL", "N/A", "\\N", "None", "NaN"] {
        assert_eq!(read(cell, DateOrder::Plain, false), Date::Empty, "{cell}");
    }
}

#[test]
fn a_year_of_two_figures_is_of_the_living() {
    for (cell, year) in
        [("14/03/24", 2024), ("14/03/39", 2039), ("14/03/40", 1940), ("14/03/99", 1999), ("65-03-14", 1965)]
    {
        let Date::Moment(moment) = read(cell, DateOrder::DayFirst, false) else { panic!("{cell}") };
        assert_eq!(Day::of(moment.days()), Day { year, month: 3, day: 14 }, "{cell}");
    }
}

/// Not a test of what is right: how long two million dates take. `cargo test --release -- --ignored two_million`
#[test]
#[ignore = "takes its time"]
#[allow(clippy::print_stdout)]
fn two_million_dates_are_read_in_a_moment() {
    for cell in ["2024-03-14 09:12:31", "14/03/2024 09:12", "14. März 2024", "1710407551"] {
        let start = std::time::Instant::now();
        for _ in 0..2_000_000 {
            std::hint::black_box(read(std::hint::black_box(cell), DateOrder::DayFirst, false));
        }
        println!("{cell}: {:?}", start.elapsed());
    }
}

#[test]
fn what_is_no_day_of_the_calendar_is_unreadable() {
    for cell in [
        "2024-02-30",
        "2023-02-29",
        "2024-13-01",
        "32/01/2024",
        "2024-03-14 25:00",
        "2024-03-14 09:61",
        "soon",
        "yes",
        "2024",
        "March 2024",
        "14 March",
        "12345",
        "99999999",
        "2024-03-14 09:12:31 at the fair",
        "before 14 March 2024",
        "1.5",
        "12345678901234567890",
        "2024-03-14-15",
        "14/03/2024 99:00",
        "+46701740605",
        "2024-00-10",
        "13:45",
        "2024-W54-1",
        "2024-W53-1",
        "2024-W11-8",
        "2024-W11",
        "2024-367",
        "2023-366",
        "2024-000",
        "2024W11-4",
    ] {
        assert_eq!(read(cell, DateOrder::Plain, false), Date::Unreadable, "{cell}");
    }
}

#[test]
fn midnight_keeps_its_precision_and_is_seen() {
    let Date::Moment(moment) = read("2024-03-14 00:00:00", DateOrder::Plain, false) else { panic!() };
    assert_eq!(moment.precision, Precision::Second);
    assert!(is_midnight(moment));
    let Date::Moment(moment) = read("2024-03-14 00:00:01", DateOrder::Plain, false) else { panic!() };
    assert!(!is_midnight(moment));
}

#[test]
fn every_month_name_is_unambiguous() {
    for (month, name) in [
        (1, "styczeń"),
        (2, "févr."),
        (3, "mär"),
        (5, "toukokuuta"),
        (9, "set"),
        (10, "paź"),
        (11, "lis"),
        (12, "déc."),
    ] {
        let Date::Moment(moment) = read(&format!("7 {name} 2023"), DateOrder::Plain, false) else { panic!("{name}") };
        assert_eq!(Day::of(moment.days()).month, month, "{name}");
    }
}

proptest! {
    #[test]
    fn a_day_reads_as_it_was_written(days in -700_000i64..2_900_000) {
        let moment = Moment::day(days);
        for text in [show(moment), iso_day(moment)] {
            match read(&text, DateOrder::Plain, false) {
                Date::Moment(read) | Date::Sentinel(read) => prop_assert_eq!(read, moment),
                Date::Zero => prop_assert_eq!(Day::of(days).year, 0),
                Date::Unreadable => prop_assert!(Day::of(days).year < 1),
                Date::Empty => prop_assert!(false),
            }
        }
    }

    #[test]
    fn the_calendar_agrees_with_chrono(days in -700_000i64..2_900_000) {
        use chrono::Datelike;
        let theirs = chrono::DateTime::from_timestamp(days * DAY, 0).unwrap();
        let ours = Day::of(days);
        prop_assert_eq!((ours.year, ours.month, ours.day), (theirs.year(), theirs.month(), theirs.day()));
    }

    #[test]
    fn no_text_makes_reading_a_date_panic(
        cell in "\\PC{0,40}|[0-9]{0,20}[-/.: T+,]{0,3}[0-9]{0,10}|([0-9]{1,4}[-/. ]){2}[0-9]{1,4}( [0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2})?)?( [+-][0-9]{2,4})?",
        order in prop::sample::select(vec![DateOrder::Plain, DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::Ambiguous, DateOrder::Unknown]),
    ) {
        read(&cell, order, false);
    }
}

/// What the fuzz target does with its bytes: the first says the order.
#[test]
fn every_date_the_fuzzer_kept_is_read_or_is_none() {
    let fuzz = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let orders =
        [DateOrder::Plain, DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::Ambiguous, DateOrder::Unknown];
    let mut read_any = 0;
    for folder in ["corpus/dates", "crashes/dates"] {
        let Ok(files) = std::fs::read_dir(fuzz.join(folder)) else { continue };
        for file in files {
            let data = std::fs::read(file.unwrap().path()).unwrap();
            let Some((order, cell)) = data.split_first() else { continue };
            let Ok(cell) = std::str::from_utf8(cell) else { continue };
            let order = orders[usize::from(*order) % orders.len()];
            crate::import::date_shape(cell);
            if let Date::Moment(moment) | Date::Sentinel(moment) = read(cell, order, false) {
                read_any += 1;
                let again = read(&iso_day(moment), DateOrder::Plain, false);
                match again {
                    Date::Moment(again) | Date::Sentinel(again) => assert_eq!(again.days(), moment.days(), "{cell}"),
                    other => assert!(!(1..=9999).contains(&Day::of(moment.days()).year), "{cell}: {other:?}"),
                }
            }
        }
    }
    assert!(read_any > 5, "{read_any}");
}

#[test]
fn a_yes_and_a_guess_before_a_date_leave_it_one() {
    for cell in [
        "ja, 04.03.2024",
        "Ja (seit 04.03.2024)",
        "yes - 2024-03-04",
        "yes, since 4 March 2024",
        "oui, le 04/03/2024",
        "sí, 4 de marzo de 2024",
        "sim (04/03/2024)",
        "tak, od 04.03.2024",
        "kyllä, 4.3.2024",
        "ca. 04.03.2024",
        "circa 04/03/2024",
        "approx. 4 Mar 2024",
        "environ 04/03/2024",
        "noin 4.3.2024",
        "około 04.03.2024",
    ] {
        let read = read(cell, DateOrder::DayFirst, false);
        assert!(matches!(read, Date::Moment(moment) if iso_day(moment) == "2024-03-04"), "{cell}: {read:?}");
    }
    for cell in
        ["nein, 04.03.2024", "not 04.03.2024", "ja", "ca.", "ja 45000", "widerrufen am 04.03.2024", "vor 04.03.2024"]
    {
        assert_eq!(read(cell, DateOrder::DayFirst, false), Date::Unreadable, "{cell}");
    }
}
