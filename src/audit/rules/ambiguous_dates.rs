//! A date can be read, and still not say what it seems to.

use chrono::{DateTime, Datelike};

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, TableFacts, consent_rule, law};
use crate::import::{ColumnMeaning, DateOrder};
use crate::vocabulary::{Action, Column, Confidence, Field, Moment, Place, Severity};

consent_rule! {
    /// A column of dates lost its times, its time zone, or the order of day and month.
    ///
    /// ## Why it matters
    /// Risk under Art. 5(1)(d) GDPR: where a yes and a no fall on the same day, the lost time would have
    /// decided. Without it the no wins.
    ///
    /// ## What to do
    /// Export again with full timestamps, or confirm the format for the whole column.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status,     consent_at (ambiguous), created_at
    /// mailchimp, ada@example.org, subscribed, 03/05/2024,             2024-05-03T10:11:12Z
    /// mailchimp, bob@example.org, subscribed, 04/05/2024,             2024-05-04T10:11:12Z
    /// ```
    /// ```finds
    /// column consent_at: no time of day, day and month cannot be told apart in 2 dates of mailchimp, column “consent_at”
    /// ```
    ///
    /// ## Example: two systems turn a date round
    /// ```contacts
    /// system,  email,           status,     consent_at
    /// hubspot, ada@example.org, subscribed, 2024-05-03T10:11:12Z
    /// brevo,   ada@example.org, subscribed, 2024-03-05T10:11:12Z
    /// ```
    /// ```finds
    /// ada@example.org: the consent dates of hubspot and brevo differ by a swap of day and month
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,  email,           status,     consent_at
    /// hubspot, ada@example.org, subscribed, 2024-05-03T10:11:12Z
    /// brevo,   ada@example.org, subscribed, 2024-05-13T10:11:12Z
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "ambiguous-dates",
        number: "R020",
        title: "Dates without time, zone or order",
        severity: Severity::Hygiene,
        remedy: Action::FixData,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_5_1_D],
        since: "0.1.0",
        check: Check::Both(check_person, check_table),
    };
}

fn check_table(table: &TableFacts, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, meaning) in table.recognition.columns.iter().enumerate() {
        findings
            .extend(u16::try_from(position).ok().and_then(|position| check_column(table, meaning, position, policy)));
    }
    findings
}

fn check_column(table: &TableFacts, meaning: &ColumnMeaning, position: u16, policy: &Policy) -> Option<Finding> {
    meaning.field?;
    let counted = policy.census.date_column(table.id, position);
    let mut lost: Vec<&str> = Vec::new();
    if let Some(dates) = counted {
        if dates.has_lost_time() {
            lost.push("no time of day");
        } else if dates.zoneless == dates.dates {
            lost.push("no time zone");
        }
    }
    // What holds no date has no order of its days either.
    let is_open = match meaning.dates {
        Some(DateOrder::Ambiguous) => counted.is_some_and(|dates| dates.dates > 0),
        order => order == Some(DateOrder::Unknown),
    };
    if is_open {
        lost.push("day and month cannot be told apart");
    }
    if lost.is_empty() {
        return None;
    }
    let column = Column(position);
    let name = policy.name_of(table.header_place(column));
    let (because, place) = match counted {
        Some(dates) => (
            format!("{} in {} dates of {name}", lost.join(", "), dates.dates),
            Place { table: table.id, row: dates.example_row, column },
        ),
        None => (format!("{} in {name}", lost.join(", ")), table.header_place(column)),
    };
    Some(RULE.finding(Confidence::High).because(because).evidence([Evidence::at(place)]))
}

fn check_person(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    let contacts = &dossier.subject.contacts;
    for (later, contact) in contacts.iter().enumerate().skip(1) {
        let Some(moment) = contact.moment(Field::ConsentAt) else { continue };
        let swapped = contacts[..later].iter().find(|earlier| {
            earlier.table != contact.table
                && earlier.moment(Field::ConsentAt).is_some_and(|other| differ_by_a_swap(other, moment))
        });
        if let Some(earlier) = swapped {
            findings.push(
                RULE.finding(Confidence::Medium)
                    .because(format!(
                        "the consent dates of {} and {} differ by a swap of day and month",
                        policy.table(earlier.table).system().word(),
                        policy.table(contact.table).system().word()
                    ))
                    .evidence([
                        Evidence::at(earlier.place_of(Field::ConsentAt)),
                        Evidence::at(contact.place_of(Field::ConsentAt)),
                    ]),
            );
        }
    }
    findings
}

fn differ_by_a_swap(one: Moment, other: Moment) -> bool {
    if one.days() == other.days() {
        return false;
    }
    let day = |moment: Moment| DateTime::from_timestamp(moment.seconds, 0).map(|at| at.date_naive());
    match (day(one), day(other)) {
        (Some(one), Some(other)) => {
            one.year() == other.year() && one.month() == other.day() && one.day() == other.month()
        }
        _ => false,
    }
}
