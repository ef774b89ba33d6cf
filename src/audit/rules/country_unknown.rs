//! Which law holds depends on where a person lives. Where nobody knows, the strictest does.

use crate::audit::{
    Check, CountryCode, Dossier, Evidence, Finding, Jurisdiction, Policy, State, consent_rule, each_once, law,
};
use crate::vocabulary::{Action, Confidence, Field, Grade, Severity};

consent_rule! {
    /// Neither a row nor a telephone number tells where the person lives, and no home country was given.
    ///
    /// ## Why it matters
    /// Risk under Art. 5(2) GDPR and Art. 13(1) ePrivacy: without a country the controller cannot show
    /// which rules it kept, so the strictest apply: prior consent, age 16, never asked again by mail.
    ///
    /// ## What to do
    /// Add the country from the order, the form or the telephone number, or name the country of the list
    /// for the whole case. Never guess it from the IP address. People with full proof may be written to
    /// meanwhile; everybody else is held.
    ///
    /// ## Example
    /// ```contacts
    /// system,  email,           status
    /// hubspot, ada@example.org, subscribed
    /// ```
    /// ```finds
    /// ada@example.org: no country and no telephone prefix in hubspot [risk, hold]
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,  email,           phone,           country, status
    /// hubspot, ada@example.org, ,                IT,      subscribed
    /// hubspot, bob@example.org, +44 7700 900123, ,        subscribed
    /// hubspot, eve@example.org, ,                ,        unsubscribed
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "country-unknown",
        number: "R081",
        title: "Country unknown",
        severity: Severity::Risk,
        remedy: Action::Hold,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_5_2, &law::EPD_13_1],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, _: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    if dossier.country != CountryCode::UNKNOWN {
        return findings;
    }
    for (position, cell) in dossier.cells.iter().enumerate() {
        if matches!(cell.state, State::Refused | State::Undeliverable) {
            continue;
        }
        let proven = cell.grade >= Grade::E4;
        findings.push(
            RULE.finding(Confidence::High)
                .on_cell(position)
                .remedy(if proven { Action::Keep } else { RULE.remedy })
                .because(format!(
                    "no country and no telephone prefix in {}",
                    each_once(cell.records.iter().map(|record| record.system))
                ))
                .evidence_and(
                    Evidence::at(dossier.identity_place()),
                    dossier.subject.contacts.iter().filter_map(|contact| {
                        contact.fact(Field::Country).map(|fact| Evidence::at(contact.place(fact.column)))
                    }),
                ),
        );
    }
    findings
}
