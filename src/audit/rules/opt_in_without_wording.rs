//! Consent is to a text. Whoever cannot show the text cannot show the consent.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, Told, consent_rule, law};
use crate::vocabulary::{Action, Confidence, Field, Severity};

consent_rule! {
    /// A consent has a date and a source, but no record of what the person was told.
    ///
    /// ## Why it matters
    /// Risk under Art. 7(1) and 7(2) GDPR: consent covers what the text said, and no more. In Germany and
    /// France proof of consent to calls is asked for by statute.
    ///
    /// ## What to do
    /// Attach the text that the form showed on that day: as a column, or as a declaration by somebody who
    /// knows. Until then the consent is partial.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status,     consent_at,           consent_source
    /// mailchimp, ada@example.org, subscribed, 2024-05-03T10:11:12Z, Newsletter form
    /// ```
    /// ```finds
    /// ada@example.org: consent dated and sourced in mailchimp, no wording beside it
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status,     consent_at,           consent_source,  wording_version
    /// mailchimp, ada@example.org, subscribed, 2024-05-03T10:11:12Z, Newsletter form, v3
    /// ```
    /// ```finds
    /// ```
    ///
    /// ## Counter-example: a named person declared the text
    /// ```contacts
    /// system,    email,           status,     consent_at,           consent_source
    /// mailchimp, ada@example.org, subscribed, 2024-05-03T10:11:12Z, Newsletter form
    /// ```
    /// ```declarations
    /// [[wording]]
    /// id = "v3"
    /// text = "Send me the newsletter by e-mail. I can unsubscribe at any time."
    /// channels = ["email"]
    /// [[declaration]]
    /// id = "newsletter-form"
    /// by = "Grace Example"
    /// on = 2026-11-01
    /// applies = { system = "mailchimp" }
    /// supplies = { wording = "v3", method = "tick" }
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "opt-in-without-wording",
        number: "R005",
        title: "No wording on record",
        severity: Severity::Risk,
        remedy: Action::FixData,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_1, &law::GDPR_7_2, &law::EDPB_05_2020_104_108, &law::UWG_7A, &law::FR_L223_1],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, _: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        let Some(record) = cell.relied_on() else { continue };
        let proof = &record.proof;
        if proof.consent_at.is_none() || proof.source.is_none() || !matches!(proof.told, Told::Nothing) {
            continue;
        }
        findings.push(
            RULE.finding(Confidence::High)
                .on_cell(position)
                .because(format!("consent dated and sourced in {}, no wording beside it", record.system.word()))
                .evidence([Evidence::row_of(record), Evidence::at(record.contact.place_of(Field::ConsentAt))]),
        );
    }
    findings
}
