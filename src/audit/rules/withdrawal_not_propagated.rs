//! A withdrawal made once is made everywhere, within hours.

use crate::audit::{
    Cell, Check, Dossier, Evidence, Finding, Jurisdiction, Policy, Record, Refusal, TableFacts, consent_rule, law,
};
use crate::vocabulary::{Action, Channel, Confidence, ConsentStatus, DAY, Field, Moment, Severity};

consent_rule! {
    /// A withdrawal reached one system and not another, or reached it days later.
    ///
    /// ## Why it matters
    /// Withdrawing has to be as easy as consenting. A person who has to say no in every tool of yours is a
    /// risk under Art. 7(3) and 24.
    ///
    /// ## What to do
    /// Enter the earliest date of withdrawal in every system that holds the person, and mend the connection
    /// that did not carry it.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status,       unsubscribed_at
    /// mailchimp, ada@example.org, unsubscribed, 2023-04-02
    /// hubspot,   ada@example.org, subscribed,
    /// mailchimp, bob@example.org, unsubscribed, 2023-04-02
    /// hubspot,   bob@example.org, unsubscribed, 2023-04-20
    /// ```
    /// ```finds
    /// ada@example.org: withdrawn in mailchimp, not in hubspot
    /// bob@example.org: withdrawn in mailchimp, 18 days later in hubspot
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status,       unsubscribed_at
    /// mailchimp, ada@example.org, unsubscribed, 2023-04-02
    /// hubspot,   ada@example.org, unsubscribed, 2023-04-03
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "withdrawal-not-propagated",
        number: "R038",
        title: "Withdrawal not passed on to every system",
        severity: Severity::Risk,
        remedy: Action::FixData,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_3, &law::GDPR_24],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        let withdrawals = || cell.standing().filter(|no| no.status == ConsentStatus::Withdrawn && !no.of_neighbour);
        let Some(first) = withdrawals().min_by_key(|no| no.at.map_or(i64::MAX, |at| at.seconds)) else { continue };
        let missing = || cell.records.iter().filter(|record| should_know(record, first, cell, policy));
        if let Some(record) = missing().next() {
            let (no, silent) = policy.sides(std::iter::once(first.place.table), missing().map(|record| record.table));
            findings.push(
                RULE.finding(Confidence::High)
                    .on_cell(position)
                    .because(format!("withdrawn in {no}, not in {silent}"))
                    .evidence_and(
                        Evidence::at(first.place),
                        std::iter::once(record).chain(missing().skip(1)).map(Evidence::of),
                    ),
            );
        }
        let Some(since) = first.at else { continue };
        let late = withdrawals()
            .filter(|no| !policy.is_one_system(no.place.table, first.place.table))
            .filter(|no| earliest_of_its_system(no, cell, policy))
            .find_map(|no| Some((no, delay(since, no.at?, policy)?)));
        if let Some((no, days)) = late {
            let (early, later) = policy.sides(std::iter::once(first.place.table), std::iter::once(no.place.table));
            findings.push(
                RULE.finding(Confidence::High)
                    .on_cell(position)
                    .because(format!("withdrawn in {early}, {days} days later in {later}"))
                    .evidence([Evidence::at(first.place), Evidence::at(no.place)]),
            );
        }
    }
    findings
}

/// Whether a row belongs to a system that would show the withdrawal, holds the person, and shows none.
fn should_know(record: &Record<'_>, no: &Refusal, cell: &Cell<'_>, policy: &Policy) -> bool {
    let table = policy.table(record.table);
    let silent = match record.status {
        ConsentStatus::Given => true,
        ConsentStatus::Unknown => speaks_of(table, cell.channel),
        _ => false,
    };
    silent
        && table.recognition.carries_refusals
        && !policy.is_one_system(record.table, no.place.table)
        && !cell
            .refusals
            .iter()
            .any(|known| !known.of_neighbour && policy.is_one_system(known.place.table, record.table))
}

/// Whether some column of a table could state anything about a channel.
fn speaks_of(table: &TableFacts, channel: Channel) -> bool {
    table.recognition.columns.iter().any(|column| {
        let of_field = match column.field {
            Some(Field::Status | Field::UnsubscribedAt) => table.recognition.channel,
            Some(Field::OptinEmail | Field::DoNotEmail) => Channel::Email,
            Some(Field::OptinSms | Field::DoNotSms) => Channel::Sms,
            Some(Field::OptinPhone | Field::DoNotCall) => Channel::PhoneLive,
            Some(Field::OptinPost | Field::DoNotPost) => Channel::Post,
            _ => return false,
        };
        column.channel.unwrap_or(of_field) == channel
    })
}

fn earliest_of_its_system(no: &Refusal, cell: &Cell<'_>, policy: &Policy) -> bool {
    let Some(at) = no.at else { return false };
    !cell.refusals.iter().any(|other| {
        policy.is_one_system(other.place.table, no.place.table)
            && other.at.map_or(other.place.row != no.place.row, |earlier| earlier.seconds < at.seconds)
    })
}

/// The days between two withdrawals, if they are further apart than a sync may take whatever their zones and
/// lost times hide.
fn delay(first: Moment, later: Moment, policy: &Policy) -> Option<i64> {
    let gap = later.span().earliest - first.span().latest;
    (gap > policy.parameters.withdraw_sync_hours * 3_600).then_some((later.seconds - first.seconds) / DAY)
}
