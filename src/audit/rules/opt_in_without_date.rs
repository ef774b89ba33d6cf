//! A consent without a moment cannot be set against a withdrawal, a wording or a law.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, consent_rule, law};
use crate::vocabulary::{Action, Confidence, Field, Severity};

consent_rule! {
    /// A subscription has some trace, but nobody recorded when consent was given.
    ///
    /// ## Why it matters
    /// Risk under Art. 7(1) GDPR: the moment is part of the proof. Without it no wording can be shown to
    /// have been on screen, and any withdrawal wins.
    ///
    /// ## What to do
    /// Recover the moment from the log of the form. Never copy the creation date of the record into its place.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status,     consent_at, consent_source,  created_at
    /// mailchimp, ada@example.org, subscribed, ,           Newsletter form, 2024-05-03
    /// ```
    /// ```finds
    /// ada@example.org: subscribed in mailchimp without a consent date
    /// ```
    ///
    /// ## Example: a placeholder is no date
    /// ```contacts
    /// system,    email,           status,     consent_at, consent_source
    /// mailchimp, ada@example.org, subscribed, 1970-01-01, Newsletter form
    /// ```
    /// ```finds
    /// ada@example.org: subscribed in mailchimp, the consent date cannot be relied on
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status,     consent_at, consent_source
    /// mailchimp, ada@example.org, subscribed, 2024-05-03, Newsletter form
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "opt-in-without-date",
        number: "R003",
        title: "No consent date",
        severity: Severity::Risk,
        remedy: Action::FixData,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_1, &law::EDPB_05_2020_104_108],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, _: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        let Some(record) = cell.relied_on() else { continue };
        // A record with nothing but its state is opt-in-without-proof.
        if record.proof.consent_at.is_some() || record.is_bare() {
            continue;
        }
        let stated = record.contact.fact(Field::ConsentAt).is_some();
        let system = record.system.word();
        findings.push(
            RULE.finding(Confidence::High)
                .on_cell(position)
                .because(if stated {
                    format!("subscribed in {system}, the consent date cannot be relied on")
                } else {
                    format!("subscribed in {system} without a consent date")
                })
                .evidence([Evidence::at(record.contact.place_of(Field::ConsentAt)), Evidence::of(record)]),
        );
    }
    findings
}
