//! When consent was given: people by quarter, and the moments many of them share.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::rules;
use crate::store::{Person, TableRecord};
use crate::vocabulary::{Column, DAY, Field, Place, System};

use super::findings::best_cell;
use super::{Case, CaseError};

/// When the consent was given that people rest on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConsentDates {
    /// Every quarter from the first to the last, with people or without.
    pub quarters: Vec<Quarter>,
    /// People of whom no date is known.
    pub undated: u32,
    /// People whose consent lies before the first quarter shown.
    pub earlier: u32,
    /// Moments that many share, most people first.
    pub spikes: Vec<Spike>,
}

/// The people of a quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Quarter {
    /// The year.
    pub year: i32,
    /// 1 to 4.
    pub quarter: u8,
    /// Its first day, as `YYYY-MM-DD`.
    pub from_day: String,
    /// Its last day, as `YYYY-MM-DD`.
    pub to_day: String,
    /// People who consented each at a moment of their own.
    pub scattered: u32,
    /// People whose consent shares its moment with many others.
    pub bulk: u32,
}

/// A moment that many people share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Spike {
    /// The day, as `YYYY-MM-DD`.
    pub day: String,
    /// The time of day as `HH:MM:SS`; `None` where the list tells days only.
    pub time: Option<String>,
    /// How many people.
    pub people: u32,
    /// The system that says so.
    pub system: Option<System>,
    /// The source it names, quoted.
    pub source: Option<String>,
    /// Whether it is the day before the GDPR applied.
    pub eve_of_gdpr: bool,
    /// Whether most of them come from a list that was bought or rented.
    pub bought: bool,
}

/// Spikes that are told; the rest are in the bars.
const TOLD: usize = 8;
/// Quarters a time line shows. What lies further back is told in words.
const LONGEST: usize = 60;
/// The years a time line can speak of.
const YEARS: std::ops::Range<i32> = 1900..2100;
/// The day before the GDPR applied, counted from 1970-01-01.
const EVE_OF_GDPR: i64 = 17_675;

/// What is counted of everybody.
pub struct Dates {
    undated: u32,
    /// Scattered and bulk by quarter, from the first of [`YEARS`].
    quarters: Vec<(u32, u32)>,
    shared: HashMap<i64, Shared>,
    bulk_rule: u64,
    bought_rule: u64,
    /// The quarter of the day looked at last: neighbours of a list often share it.
    last: (i64, usize),
}

#[derive(Default)]
struct Shared {
    people: u32,
    bought: u32,
    /// The first person whom the rule has looked at, with the cells it cites.
    example: Option<u32>,
}

impl Default for Dates {
    fn default() -> Self {
        Self {
            undated: 0,
            quarters: vec![(0, 0); YEARS.len() * 4],
            shared: HashMap::new(),
            bulk_rule: 1 << rules::identical_timestamps::RULE.position(),
            bought_rule: 1 << rules::bought_list::RULE.position(),
            last: (i64::MIN, 0),
        }
    }
}

impl Dates {
    /// Counts one person, by the number they have in the case.
    pub fn add(&mut self, number: u32, person: Person<'_>) {
        let best = best_cell(person);
        let Some(at) = best.consent_at() else {
            self.undated += 1;
            return;
        };
        let quarter = self.quarter_of(at.div_euclid(DAY));
        let (scattered, bulk) = &mut self.quarters[quarter];
        if !best.in_batch() {
            *scattered += 1;
            return;
        }
        *bulk += 1;
        let shared = self.shared.entry(at).or_default();
        shared.people += 1;
        shared.bought += u32::from(best.rules() & self.bought_rule != 0);
        if shared.example.is_none() && best.rules() & self.bulk_rule != 0 {
            shared.example = Some(number);
        }
    }

    /// Adds what another has counted of other people.
    pub fn join(&mut self, other: Self) {
        self.undated += other.undated;
        for (mine, theirs) in self.quarters.iter_mut().zip(other.quarters) {
            *mine = (mine.0 + theirs.0, mine.1 + theirs.1);
        }
        for (at, theirs) in other.shared {
            let mine = self.shared.entry(at).or_default();
            mine.people += theirs.people;
            mine.bought += theirs.bought;
            mine.example = mine.example.into_iter().chain(theirs.example).min();
        }
    }

    fn quarter_of(&mut self, day: i64) -> usize {
        if self.last.0 != day {
            let date = date(day);
            let year = usize::try_from(date.year().clamp(YEARS.start, YEARS.end - 1) - YEARS.start).unwrap_or_default();
            self.last = (day, year * 4 + date.month0() as usize / 3);
        }
        self.last.1
    }

    /// What it comes to.
    pub fn finish(self, case: &Case) -> Result<ConsentDates, CaseError> {
        let filled = |(scattered, bulk): &(u32, u32)| scattered + bulk > 0;
        let quarters = match (self.quarters.iter().position(filled), self.quarters.iter().rposition(filled)) {
            (Some(first), Some(last)) => first.max((last + 1).saturating_sub(LONGEST))..last + 1,
            _ => 0..0,
        };
        let earlier = self.quarters[..quarters.start].iter().map(|(scattered, bulk)| scattered + bulk).sum();
        let quarters = quarters.map(|place| quarter(place, self.quarters[place])).collect();
        let mut shared: Vec<(i64, Shared)> = self.shared.into_iter().collect();
        shared.sort_unstable_by_key(|(at, shared)| (std::cmp::Reverse(shared.people), *at));
        shared.truncate(TOLD);
        let tables = case.store.tables()?;
        let spikes =
            shared.into_iter().map(|(at, shared)| spike(case, &tables, at, &shared)).collect::<Result<_, _>>()?;
        Ok(ConsentDates { quarters, undated: self.undated, earlier, spikes })
    }
}

fn quarter(place: usize, (scattered, bulk): (u32, u32)) -> Quarter {
    let year = YEARS.start + i32::try_from(place / 4).expect("the years are few");
    let month = u32::try_from(place % 4 * 3 + 1).expect("a year has four quarters");
    let first = NaiveDate::from_ymd_opt(year, month, 1).expect("every quarter has a first day");
    let next = first.checked_add_months(chrono::Months::new(3)).expect("the years end before the calendar does");
    let last = next.pred_opt().expect("the years begin after the calendar does");
    let number = u8::try_from(place % 4 + 1).expect("a year has four quarters");
    Quarter { year, quarter: number, from_day: first.to_string(), to_day: last.to_string(), scattered, bulk }
}

fn spike(case: &Case, tables: &[TableRecord], at: i64, shared: &Shared) -> Result<Spike, CaseError> {
    let cited = match shared.example {
        Some(example) => cited_row(case, example)?,
        None => None,
    };
    let table = cited.and_then(|place| tables.iter().find(|table| table.id == place.table));
    let source = match (cited, table) {
        (Some(place), Some(table)) => source_of(case, table, place)?,
        _ => None,
    };
    let (day, second) = (at.div_euclid(DAY), at.rem_euclid(DAY));
    Ok(Spike {
        day: date(day).to_string(),
        time: (second != 0).then(|| format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60)),
        people: shared.people,
        system: table.map(|table| table.recognition.system),
        source,
        eve_of_gdpr: day == EVE_OF_GDPR,
        bought: shared.bought * 2 > shared.people,
    })
}

/// The row by which the rule knows that a person's consent is one of many.
fn cited_row(case: &Case, person: u32) -> Result<Option<Place>, CaseError> {
    let rule = rules::identical_timestamps::RULE.position();
    let verdict = case.store.verdict(person)?;
    Ok(verdict
        .and_then(|verdict| verdict.findings.iter().find(|finding| finding.rule == rule)?.evidence.first().copied()))
}

/// Where a row says that consent was given, as it is written there.
fn source_of(case: &Case, table: &TableRecord, row: Place) -> Result<Option<String>, CaseError> {
    for field in [Field::ConsentSource, Field::ConsentForm] {
        for column in table.recognition.columns.iter().filter(|column| column.field == Some(field)) {
            let Ok(position) = u16::try_from(column.position.saturating_sub(1)) else { continue };
            let quoted = case.store.quote(Place { column: Column(position), ..row })?;
            if let Some(source) = quoted.filter(|source| !source.trim().is_empty()) {
                return Ok(Some(source));
            }
        }
    }
    Ok(None)
}

/// The date of a day counted from 1970-01-01.
fn date(day: i64) -> NaiveDate {
    TimeDelta::try_days(day).and_then(|days| NaiveDate::default().checked_add_signed(days)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_eve_of_the_gdpr_is_the_24th_of_may_2018() {
        assert_eq!(date(EVE_OF_GDPR), NaiveDate::from_ymd_opt(2018, 5, 24).unwrap());
    }

    #[test]
    fn a_quarter_ends_the_day_before_the_next_begins() {
        let shown = quarter((2024 - YEARS.start) as usize * 4, (3, 0));
        assert_eq!((shown.year, shown.quarter), (2024, 1));
        assert_eq!((shown.from_day.as_str(), shown.to_day.as_str()), ("2024-01-01", "2024-03-31"));
    }
}
