//! One address, two rows, two answers: which of them a campaign picks is chance.

use crate::audit::{Cell, Check, Dossier, Evidence, Finding, Jurisdiction, Policy, Record, consent_rule, law};
use crate::vocabulary::{Action, Confidence, ConsentStatus, Field, Severity};

consent_rule! {
    /// The same address or number stands twice in one system, with different states.
    ///
    /// ## Why it matters
    /// One of the two rows is wrong, and a campaign that picks it goes past a refusal: a risk under
    /// Art. 5(1)(d).
    ///
    /// ## What to do
    /// Merge the rows in that system. The no wins, for each channel and purpose.
    ///
    /// ## Example
    /// ```contacts
    /// system,  email,           status
    /// hubspot, ada@example.org, subscribed
    /// hubspot, ada@example.org, unsubscribed
    /// ```
    /// ```finds
    /// ada@example.org: 2 rows of hubspot share an e-mail address: subscribed, unsubscribed
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,  email,           status
    /// hubspot, ada@example.org, subscribed
    /// hubspot, ada@example.org, subscribed
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "duplicates-with-different-states",
        number: "R044",
        title: "Duplicates with different states",
        severity: Severity::Risk,
        remedy: Action::FixData,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_5_1_D],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

/// What can be the same in two rows, and its name in a reason.
const KEYS: [(Field, &str); 2] = [(Field::Email, "an e-mail address"), (Field::Phone, "a telephone number")];

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    if dossier.subject.contacts.len() < 2 {
        return findings;
    }
    for (position, cell) in dossier.cells.iter().enumerate() {
        for (at, first) in cell.records.iter().enumerate() {
            // The group is told once, from its first row.
            let Some((field, name)) = KEYS.into_iter().find(|(field, _)| {
                !cell.records[..at].iter().any(|earlier| are_twins(earlier, first, *field, policy))
                    && disagree(cell, at, *field, policy)
            }) else {
                continue;
            };
            let twins = || cell.records[at..].iter().filter(|other| are_twins(first, other, field, policy));
            findings.push(
                RULE.finding(Confidence::High)
                    .on_cell(position)
                    .because(format!(
                        "{} rows of {} share {name}: {}",
                        twins().count(),
                        first.system.word(),
                        states(twins())
                    ))
                    .evidence_and(Evidence::of(first), twins().skip(1).map(Evidence::of)),
            );
        }
    }
    findings
}

/// Whether two rows that say something are one address in one system.
fn are_twins(one: &Record<'_>, other: &Record<'_>, field: Field, policy: &Policy) -> bool {
    side(one.status).is_some()
        && side(other.status).is_some()
        && one.system == other.system
        && policy.is_one_system(one.table, other.table)
        // What changed from one export to the next stands in the file once.
        && policy.table(one.table).older == policy.table(other.table).older
        && one.contact.text(field).is_some_and(|key| other.contact.text(field) == Some(key))
}

/// Whether a later row of the same address says something else.
fn disagree(cell: &Cell<'_>, at: usize, field: Field, policy: &Policy) -> bool {
    let first = &cell.records[at];
    cell.records[at + 1..]
        .iter()
        .any(|other| side(other.status) != side(first.status) && are_twins(first, other, field, policy))
}

/// Two kinds of no do not contradict each other; a bounce and an empty cell say nothing of the will.
fn side(status: ConsentStatus) -> Option<u8> {
    match status {
        ConsentStatus::Given => Some(0),
        ConsentStatus::Pending => Some(1),
        ConsentStatus::Withdrawn | ConsentStatus::Complained | ConsentStatus::Suppressed | ConsentStatus::Erased => {
            Some(2)
        }
        ConsentStatus::Bounced | ConsentStatus::Unknown => None,
    }
}

fn states<'r, 'a: 'r>(records: impl Iterator<Item = &'r Record<'a>>) -> String {
    let mut found: Vec<&str> = records.map(|record| record.status.word()).collect();
    found.sort_unstable();
    found.dedup();
    found.join(", ")
}
