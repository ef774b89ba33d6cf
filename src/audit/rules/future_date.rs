//! Nobody has consented tomorrow.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, STRICT_DATES, consent_rule, law};
use crate::normalise::Value;
use crate::vocabulary::{Action, Confidence, Severity};

consent_rule! {
    /// A date of a yes or a no lies ahead of the day of the audit.
    ///
    /// ## Why it matters
    /// Risk under Art. 5(1)(d) GDPR: the date is wrong, often because day and month were read the other
    /// way round, and whatever was proven by it is not.
    ///
    /// ## What to do
    /// Take the field for empty and look at the format of the dates in this file. A withdrawal with such a
    /// date stays a withdrawal. A day of difference between time zones is allowed for.
    ///
    /// ## Example
    /// ```contacts
    /// today: 2026-11-21
    /// system,    email,           status,     consent_at
    /// mailchimp, ada@example.org, subscribed, 2027-05-03T10:11:12Z
    /// ```
    /// ```finds
    /// ada@example.org: a date after the day of the audit in mailchimp, column “consent_at”
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// today: 2026-11-21
    /// system,    email,           status,     consent_at
    /// mailchimp, ada@example.org, subscribed, 2026-11-22T01:00:00Z
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "future-date",
        number: "R017",
        title: "A date that lies ahead",
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
        if proof.marks.future.is_none() {
            continue;
        }
        for fact in contact.facts().iter().filter(|fact| STRICT_DATES.contains(&fact.field)) {
            if matches!(fact.value, Value::Moment(moment) if policy.is_future(moment)) {
                let place = contact.place(fact.column);
                findings.push(
                    RULE.finding(Confidence::High)
                        .because(format!("a date after the day of the audit in {}", policy.name_of(place)))
                        .evidence([Evidence::at(place)]),
                );
            }
        }
    }
    findings
}
