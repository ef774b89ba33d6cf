//! People do not consent in the same second by the dozen. Scripts do.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, State, consent_rule, law};
use crate::vocabulary::{Action, Confidence, DAY, Field, Severity};

consent_rule! {
    /// Many consents of one list carry the very same second.
    ///
    /// ## Why it matters
    /// Risk under Art. 7(1) and 5(2) GDPR: such a date shows when a list was loaded, not when anybody
    /// agreed. As proof it counts for nothing until its origin is known.
    ///
    /// ## What to do
    /// Hold the whole batch and find out where it came from. Paper forms keyed in one sitting are fine if
    /// the scans exist.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,              status,     consent_at,           consent_source, rows
    /// mailchimp, ada{n}@example.org, subscribed, 2018-05-24T23:59:59Z, import,         30
    /// mailchimp, bob@example.org,    subscribed, 2019-02-03T08:15:00Z, import,         1
    /// ```
    /// ```finds
    /// rows: 30: 30 consents in mailchimp share one second
    /// ```
    ///
    /// ## Example: a list without times
    /// ```contacts
    /// system,    email,              status,     consent_at, rows
    /// mailchimp, ada{n}@example.org, subscribed, 2018-05-24, 60
    /// ```
    /// ```finds
    /// rows: 60: 60 consents in mailchimp share one day
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,              status,     consent_at,             rows
    /// mailchimp, ada{n}@example.org, subscribed, 2018-05-24T10:{nn}:07Z, 40
    /// mailchimp, bob{n}@example.org, subscribed, 2018-05-25T10:00:00Z,   9
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "identical-timestamps",
        number: "R012",
        title: "Many consents in the same second",
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
        for record in cell.given().filter(|record| record.proof.marks.batch > 0) {
            // Better proof elsewhere carries the cell; the batch itself still wants a look.
            let rests_on_it = cell.best().is_some_and(|best| best.proof.marks.batch > 0);
            let timeless = record.proof.consent_at.is_some_and(|at| at.seconds % DAY == 0);
            findings.push(
                RULE.finding(Confidence::High)
                    .on_cell(position)
                    .remedy(if rests_on_it { RULE.remedy } else { Action::Review })
                    .because(format!(
                        "{} consents in {} share one {}",
                        record.proof.marks.batch,
                        record.system.word(),
                        if timeless { "day" } else { "second" }
                    ))
                    .evidence([Evidence::at(record.contact.place_of(Field::ConsentAt)), Evidence::of(record)]),
            );
        }
    }
    findings
}
