//! The day a list was loaded is not the day its people agreed.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, State, consent_rule, law};
use crate::vocabulary::{Action, Confidence, Field, Severity};

consent_rule! {
    /// In nearly the whole list the consent date is the moment the record was made or imported.
    ///
    /// ## Why it matters
    /// Risk under Art. 7(1) and 5(2) GDPR: the tool filled the date in. When the person agreed, if they did,
    /// is not on record.
    ///
    /// ## What to do
    /// Hold the list and ask for the original dates from where it came. A live form makes the record and
    /// takes the consent at once: name the form as the source.
    ///
    /// ## Example
    /// ```contacts
    /// system,  email,              status,     consent_at,             created_at,             rows
    /// hubspot, ada{n}@example.org, subscribed, 2018-05-24T10:{nn}:00Z, 2018-05-24T10:{nn}:00Z, 55
    /// ```
    /// ```finds
    /// rows: 55: consent in hubspot carries the moment of import, as in nearly the whole list
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,  email,              status,     consent_at,             created_at,             consent_source,      rows
    /// hubspot, ada{n}@example.org, subscribed, 2018-05-24T10:{nn}:00Z, 2018-05-24T10:{nn}:00Z, Website sign-up form, 55
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "consent-at-import",
        number: "R013",
        title: "Consent date equals the import",
        severity: Severity::Risk,
        remedy: Action::Hold,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_1, &law::GDPR_5_2, &law::EDPB_05_2020_OLD],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, _: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate().filter(|(_, cell)| cell.state == State::Granted) {
        for record in cell.given().filter(|record| record.proof.marks.import_time) {
            // Better proof elsewhere carries the cell; the list itself still wants a look.
            let rests_on_it = cell.best().is_some_and(|best| best.proof.marks.import_time);
            let made = match record.contact.fact(Field::ImportedAt) {
                Some(_) => Field::ImportedAt,
                None => Field::CreatedAt,
            };
            findings.push(
                RULE.finding(Confidence::High)
                    .on_cell(position)
                    .remedy(if rests_on_it { RULE.remedy } else { Action::Review })
                    .because(format!(
                        "consent in {} carries the moment of import, as in nearly the whole list",
                        record.system.word()
                    ))
                    .evidence([
                        Evidence::at(record.contact.place_of(Field::ConsentAt)),
                        Evidence::at(record.contact.place_of(made)),
                    ]),
            );
        }
    }
    findings
}
