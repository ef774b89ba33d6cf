//! A consent has to come from somewhere a person could be shown.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, Record, consent_rule, law};
use crate::vocabulary::{Action, Confidence, Field, Severity};

consent_rule! {
    /// A consent has a date, but no form, page or event it was given at.
    ///
    /// ## Why it matters
    /// Risk under Art. 7(1) GDPR: how consent was given is part of the proof. Words like “import” or “csv”
    /// say how the record travelled, not where the person agreed.
    ///
    /// ## What to do
    /// Add the form, page or event from the log or from the person who made the list. The name of a list or
    /// a tag may hold it.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status,     consent_at,           consent_source
    /// mailchimp, ada@example.org, subscribed, 2024-05-03T10:11:12Z, import
    /// mailchimp, bob@example.org, subscribed, 2024-05-04T10:11:12Z,
    /// ```
    /// ```finds
    /// ada@example.org: consent dated in mailchimp, its source is a word that names no place
    /// bob@example.org: consent dated in mailchimp without source, form or page
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status,     consent_at,           consent_form
    /// mailchimp, ada@example.org, subscribed, 2024-05-03T10:11:12Z, Spring newsletter
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "opt-in-without-source",
        number: "R004",
        title: "No source of the consent",
        severity: Severity::Risk,
        remedy: Action::FixData,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_1, &law::GDPR_14_2_F],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, _: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        let Some(record) = cell.relied_on() else { continue };
        if record.proof.consent_at.is_none() || record.proof.source.is_some() {
            continue;
        }
        let generic = generic_source(record);
        let system = record.system.word();
        findings.push(
            RULE.finding(if has_lists(record) { Confidence::Medium } else { Confidence::High })
                .on_cell(position)
                .because(match generic {
                    Some(_) => format!("consent dated in {system}, its source is a word that names no place"),
                    None => format!("consent dated in {system} without source, form or page"),
                })
                .evidence([
                    generic
                        .map_or_else(|| Evidence::row_of(record), |field| Evidence::at(record.contact.place_of(field))),
                    Evidence::at(record.contact.place_of(Field::ConsentAt)),
                ]),
        );
    }
    findings
}

/// The field that should name the source, where it says only something like “import”.
fn generic_source(record: &Record<'_>) -> Option<Field> {
    [Field::ConsentSource, Field::ConsentForm, Field::ConsentUrl]
        .into_iter()
        .find(|field| record.contact.text(*field).is_some())
}

/// The name of a list or a tag may carry the source (“expo-2023-stand”).
fn has_lists(record: &Record<'_>) -> bool {
    record.contact.text(Field::Lists).or_else(|| record.contact.text(Field::Tags)).is_some()
}
