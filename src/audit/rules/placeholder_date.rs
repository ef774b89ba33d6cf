//! 1970-01-01 is what a machine writes when it knows nothing.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, STRICT_DATES, consent_rule, law};
use crate::normalise::{Contact, Fact, Value};
use crate::vocabulary::{Action, Confidence, Field, Severity};

consent_rule! {
    /// A date of a yes or a no is a placeholder such as 1970-01-01 or 1900-01-00.
    ///
    /// ## Why it matters
    /// Risk under Art. 5(1)(d) GDPR: the date is wrong, and whatever was proven by it is not.
    ///
    /// ## What to do
    /// Take the field for empty and look for the real date in the system. A withdrawal with such a date
    /// stays a withdrawal.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status,     consent_at
    /// mailchimp, ada@example.org, subscribed, 1970-01-01
    /// ```
    /// ```finds
    /// ada@example.org: a placeholder instead of a date in mailchimp, column “consent_at”
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status,     consent_at, birth_date
    /// mailchimp, ada@example.org, subscribed, 2021-03-05, 1970-01-01
    /// ```
    /// ```finds
    /// ```
    ///
    /// ## Counter-example: a database that writes “never”
    /// ```contacts
    /// system,   email,           status,     consent_at, unsubscribed_at
    /// listmonk, ada@example.org, subscribed, 2021-03-05, 0000-00-00
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "placeholder-date",
        number: "R016",
        title: "A placeholder instead of a date",
        severity: Severity::Risk,
        remedy: Action::FixData,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_5_1_D],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (contact, proof) in dossier.subject.contacts.iter().zip(&dossier.proofs) {
        if proof.marks.sentinel.is_none() {
            continue;
        }
        for fact in contact.facts() {
            if fact.value == Value::SentinelDate && STRICT_DATES.contains(&fact.field) && !means_never(contact, fact) {
                let place = contact.place(fact.column);
                findings.push(
                    RULE.finding(Confidence::High)
                        .because(format!("a placeholder instead of a date in {}", policy.name_of(place)))
                        .evidence([Evidence::at(place)]),
                );
            }
        }
    }
    findings
}

/// A zero where a date of leaving would stand is how databases write that nobody left: it makes no claim.
fn means_never(contact: &Contact, fact: &Fact) -> bool {
    !matches!(fact.field, Field::ConsentAt | Field::ConfirmedAt)
        && !contact.claims().iter().any(|claim| claim.column == fact.column)
}
