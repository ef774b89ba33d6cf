//! Days that ISO 8601 counts from the beginning of the year: `2024-W11-4`, `2024W114`, `2024-074`.

use super::calendar::{Day, Stamp, digits};
use super::{clock, zone};

/// Reads a day by its week or its number in the year, with a time if one follows.
pub(super) fn read(text: &[u8]) -> Option<Stamp> {
    let year = digits(text.get(..4)?)? as i32;
    let rest = &text[4..];
    let (dashed, rest) = rest.strip_prefix(b"-").map_or((false, rest), |rest| (true, rest));
    let (day, rest) = match rest.first()? {
        b'W' | b'w' => {
            let week = digits(rest.get(1..3)?)?;
            let rest = if dashed { rest[3..].strip_prefix(b"-")? } else { &rest[3..] };
            (of_week(year, week, digits(rest.get(..1)?)?)?, &rest[1..])
        }
        _ => (of_year(year, digits(rest.get(..3)?)?)?, &rest[3..]),
    };
    let rest = match rest {
        [] => return Some(Stamp { day, clock: None, offset: None }),
        [b'T' | b't' | b' ', rest @ ..] => rest,
        _ => return None,
    };
    let (clock, rest) = clock(rest)?;
    Some(Stamp { day, clock: Some(clock), offset: zone(rest)? })
}

/// The first week of a year is the one with its fourth of January; weeks begin on Monday.
fn of_week(year: i32, week: u32, weekday: u32) -> Option<Day> {
    if !(1..=53).contains(&week) || !(1..=7).contains(&weekday) {
        return None;
    }
    let fourth = Day { year, month: 1, day: 4 }.number()?;
    let monday = fourth - (fourth + 3).rem_euclid(7) + i64::from(week - 1) * 7;
    // A week belongs to the year its Thursday lies in.
    (Day::of(monday + 3).year == year).then(|| Day::of(monday + i64::from(weekday) - 1))
}

fn of_year(year: i32, number: u32) -> Option<Day> {
    let day = Day::of(Day { year, month: 1, day: 1 }.number()? + i64::from(number) - 1);
    (number > 0 && day.year == year).then_some(day)
}
