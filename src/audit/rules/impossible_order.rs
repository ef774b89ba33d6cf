//! A confirmation follows a request, and an infant ticks no box.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, consent_rule, law};
use crate::normalise::Contact;
use crate::vocabulary::{Action, Confidence, Field, Severity};

consent_rule! {
    /// Dates of one record contradict one another: confirmed before asked, or consented before the age of three.
    ///
    /// ## Why it matters
    /// Risk under Art. 7(1) and 5(1)(d) GDPR: at least one of the dates is wrong, and a proof with a wrong
    /// date proves nothing.
    ///
    /// ## What to do
    /// Look at how the dates came into the system. The date that cannot be is taken for empty. A withdrawal
    /// always stays, also one that is older than the record: after a change of platform that is normal.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status,     consent_at,           confirmed_at
    /// mailchimp, ada@example.org, subscribed, 2024-05-03T10:11:12Z, 2024-05-01T09:00:00Z
    /// ```
    /// ```finds
    /// ada@example.org: confirmed before the consent was given in mailchimp [risk, review]
    /// ```
    ///
    /// ## Example: too young, and a withdrawal older than its record
    /// ```contacts
    /// system,  email,           status,       consent_at,           birth_date, unsubscribed_at,      created_at
    /// hubspot, ada@example.org, subscribed,   2024-05-03T10:11:12Z, 2023-01-31, ,                     2024-05-03T10:11:12Z
    /// hubspot, bob@example.org, unsubscribed, ,                     ,           2019-05-03T10:11:12Z, 2022-01-01T00:10:00Z
    /// ```
    /// ```finds
    /// ada@example.org: consent dated before the person can have given it in hubspot [risk, review]
    /// bob@example.org: withdrawn before the record was made in hubspot [hygiene, review]
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status,     consent_at,           confirmed_at
    /// mailchimp, ada@example.org, subscribed, 2024-05-03T10:11:12Z, 2024-05-03T10:09:00Z
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "impossible-order",
        number: "R018",
        title: "Dates in an impossible order",
        severity: Severity::Risk,
        remedy: Action::Review,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_1, &law::GDPR_5_1_D],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (contact, proof) in dossier.subject.contacts.iter().zip(&dossier.proofs) {
        let system = policy.table(contact.table).system().word();
        if let Some(field) = proof.marks.impossible {
            let (because, against) = match field {
                Field::ConfirmedAt => ("confirmed before the consent was given", Field::ConsentAt),
                _ => ("consent dated before the person can have given it", Field::BirthDate),
            };
            findings.push(
                RULE.finding(Confidence::High)
                    .because(format!("{because} in {system}"))
                    .evidence([Evidence::at(contact.place_of(field)), Evidence::at(contact.place_of(against))]),
            );
        }
        if withdrew_before_it_was_made(contact) {
            findings.push(
                RULE.finding(Confidence::Low)
                    .severity(Severity::Hygiene)
                    .because(format!("withdrawn before the record was made in {system}"))
                    .evidence([
                        Evidence::at(contact.place_of(Field::UnsubscribedAt)),
                        Evidence::at(contact.place_of(Field::CreatedAt)),
                    ]),
            );
        }
    }
    findings
}

fn withdrew_before_it_was_made(contact: &Contact) -> bool {
    contact.moment(Field::UnsubscribedAt).is_some_and(|withdrawn| {
        contact.moment(Field::CreatedAt).is_some_and(|made| made.is_surely_after(withdrawn, true))
    })
}
