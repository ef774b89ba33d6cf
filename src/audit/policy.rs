//! What people are judged against: the day, the country pack, the parameters, the declarations,
//! and what was counted over whole lists.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::import::{DateOrder, Recognition};
use crate::normalise::{Fact, Value};
use crate::vocabulary::{Column, Field, Moment, Place, System, TableId, VoiceId, Voices};

use super::census::Census;
use super::country::CountryCode;
use super::declaration::Declarations;

/// Everything a judgement depends on beside the person. The same policy and the same files give the
/// same verdicts.
#[derive(Debug, Clone)]
pub struct Policy {
    /// The day of the audit, counted from 1970-01-01.
    pub today: i64,
    /// The country where people live unless a row says otherwise, and the controller's own.
    pub home: Option<CountryCode>,
    /// The controller whose lists these are.
    pub controller: Option<String>,
    /// The tunable numbers.
    pub parameters: Parameters,
    /// What named people declared, and the wordings they registered.
    pub declarations: Declarations,
    /// The tables of the case, in the order of their numbers.
    pub tables: Vec<TableFacts>,
    /// Who speaks in them.
    pub voices: Voices,
    /// What was counted over whole lists.
    pub census: Census,
    /// Addresses in rejected rows that may be a no, and those rows.
    pub rejected: BTreeMap<String, Vec<Place>>,
}

/// What the audit knows of one table.
#[derive(Debug, Clone)]
pub struct TableFacts {
    /// Its number.
    pub id: TableId,
    /// The file, without its folder.
    pub file: String,
    /// Within what an id of a list of no system means one person: its file, or the exports of one list that bear the name
    /// of the first of them.
    pub numbered_as: String,
    /// Sheet or entry; empty for a plain file.
    pub sheet: String,
    /// Who speaks in it. An older export speaks with the voice of the newest of its series.
    pub voice: VoiceId,
    /// The row of the header as a person sees it; 0 if there is none.
    pub header_row: u32,
    /// What was recognised.
    pub recognition: Recognition,
    /// Whether a later export of the same thing counts in its place. Nothing counts of it but a no.
    pub older: bool,
}

/// The default parameters of rule book 1.8. They are policy, not law.
#[derive(Debug, Clone)]
pub struct Parameters {
    /// Consents in one second that make a batch (R012).
    pub batch_same_second: u32,
    /// Share of a list of 200 rows or more that makes a batch (R012).
    pub batch_share: f64,
    /// Seconds between consent and import that count as the same (R013).
    pub import_gap_seconds: i64,
    /// Share of a list with consent at its creation (R013).
    pub import_share: f64,
    /// People behind one IP address (R014).
    pub ip_many: u32,
    /// People behind one IP address within [`Self::ip_burst_seconds`] (R014).
    pub ip_burst: u32,
    /// The width of a burst (R014).
    pub ip_burst_seconds: i64,
    /// Share of yes that makes a form suspect (R051).
    pub optin_rate_suspect: f64,
    /// Sign-ups needed to judge a form (R051).
    pub optin_rate_minimum: u32,
    /// Hours within which a withdrawal has to be everywhere (R038).
    pub withdraw_sync_hours: i64,
    /// Days within which a confirmation counts.
    pub doi_window_days: i64,
    /// Days an unconfirmed request may wait.
    pub pending_ttl_days: i64,
    /// Months a soft opt-in runs where no statute says so.
    pub soft_opt_in_policy_months: u32,
    /// Months of silence after which a consent is reviewed, in place of the country's own number (R024).
    pub stale_review_months: Option<u32>,
    /// Months of silence after which it is no longer relied on, in place of the country's own number.
    pub stale_stop_months: Option<u32>,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            batch_same_second: 25,
            batch_share: 0.05,
            import_gap_seconds: 60,
            import_share: 0.95,
            ip_many: 10,
            ip_burst: 3,
            ip_burst_seconds: 300,
            optin_rate_suspect: 0.98,
            optin_rate_minimum: 100,
            withdraw_sync_hours: 48,
            doi_window_days: 30,
            pending_ttl_days: 14,
            soft_opt_in_policy_months: 24,
            stale_review_months: None,
            stale_stop_months: None,
        }
    }
}

impl Policy {
    /// The policy of a day with everything else at its default.
    pub fn on(today: i64) -> Self {
        Self {
            today,
            home: None,
            controller: None,
            parameters: Parameters::default(),
            declarations: Declarations::default(),
            tables: Vec::new(),
            voices: Voices::default(),
            census: Census::default(),
            rejected: BTreeMap::new(),
        }
    }

    /// The facts of a table. Every contact comes from a table of the case.
    pub fn table(&self, id: TableId) -> &TableFacts {
        let position =
            self.tables.binary_search_by_key(&id, |table| table.id).expect("every contact's table is in the case");
        &self.tables[position]
    }

    /// System and column of a cell, for the reason of a finding: where it stands, never what it holds.
    pub fn name_of(&self, place: Place) -> String {
        let table = self.table(place.table);
        let system = table.system().word();
        match table.header(place.column) {
            Some(header) => format!("{system}, column “{header}”"),
            None => system.to_owned(),
        }
    }

    /// Whether the cell stands in a column of which a person is asked what it means.
    pub fn is_asked_about(&self, place: Place) -> bool {
        let columns = &self.table(place.table).recognition.columns;
        place.column.position().and_then(|position| columns.get(position)).is_some_and(|column| column.is_unsure())
    }

    /// Whether a moment lies in the future whatever its zone: a day of tolerance (R017).
    pub fn is_future(&self, moment: Moment) -> bool {
        moment.span().earliest >= (self.today + 2) * crate::vocabulary::DAY
    }

    /// Whole months between a moment and today; negative if it lies ahead.
    pub fn months_since(&self, moment: Moment) -> i64 {
        months_between(moment.days(), self.today)
    }
}

impl TableFacts {
    /// The system that wrote it.
    pub fn system(&self) -> System {
        self.recognition.system
    }

    /// The name of a column: its header, or its number where the table has no headers. `None` for a
    /// statement no column makes.
    pub fn header(&self, column: Column) -> Option<Cow<'_, str>> {
        let meaning = self.recognition.columns.get(column.position()?)?;
        Some(match meaning.header.trim() {
            "" => Cow::Owned(meaning.position.to_string()),
            header => Cow::Borrowed(header),
        })
    }

    /// The cell that names a column: that of the header, or of the first row where there is none.
    pub fn header_place(&self, column: Column) -> Place {
        Place { table: self.id, row: self.header_row.max(1), column }
    }

    /// The date of a fact, where nothing decides the order of day and month and it is another day the other way round.
    pub fn open_date(&self, fact: &Fact) -> Option<Moment> {
        let Value::Moment(moment) = fact.value else { return None };
        let column = self.recognition.columns.get(fact.column.position()?)?;
        let undecided = matches!(column.dates, Some(DateOrder::Ambiguous | DateOrder::Unknown));
        (undecided && the_other_way(moment).is_some()).then_some(moment)
    }

    /// Whether some column means the field.
    pub fn has(&self, field: Field) -> bool {
        self.recognition.columns.iter().any(|column| column.field == Some(field))
    }
}

/// The other day, counted from 1970-01-01, where day and month can change places. The third of April may be the fourth of
/// March.
pub(crate) fn the_other_way(moment: Moment) -> Option<i64> {
    use chrono::{Datelike, NaiveDate, TimeDelta};
    let day = NaiveDate::default().checked_add_signed(TimeDelta::try_days(moment.days())?)?;
    let turned = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())?;
    (turned != day).then(|| (turned - NaiveDate::default()).num_days())
}

/// Whole calendar months from one day to another, both counted from 1970-01-01.
pub fn months_between(from: i64, to: i64) -> i64 {
    use chrono::{Datelike, Days, NaiveDate};
    let date = |days: i64| {
        let epoch = NaiveDate::default();
        match u64::try_from(days) {
            Ok(ahead) => epoch.checked_add_days(Days::new(ahead)),
            Err(_) => epoch.checked_sub_days(Days::new(days.unsigned_abs())),
        }
        .unwrap_or(epoch)
    };
    let (from, to) = (date(from), date(to));
    let months = i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month());
    if to.day() < from.day() { months - 1 } else { months }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_whole_only_on_its_day() {
        let day = |y, m, d| {
            chrono::NaiveDate::from_ymd_opt(y, m, d)
                .map(|date| date.signed_duration_since(chrono::NaiveDate::default()).num_days())
                .unwrap_or_default()
        };
        assert_eq!(months_between(day(2024, 10, 21), day(2026, 11, 21)), 25);
        assert_eq!(months_between(day(2024, 10, 22), day(2026, 11, 21)), 24);
        assert_eq!(months_between(day(2026, 12, 1), day(2026, 11, 21)), -1);
    }
}
