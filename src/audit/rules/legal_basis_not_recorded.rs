//! Every use has a basis, and the basis is told to the person. So it is written down.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, consent_rule, law};
use crate::vocabulary::{Action, Confidence, Grade, Severity};

consent_rule! {
    /// A person is written to, and no row says on what legal basis.
    ///
    /// ## Why it matters
    /// Risk under Art. 6(1), 13(1)(c) and 5(2) GDPR: people are told the basis when their data are taken,
    /// and the controller has to be able to show it.
    ///
    /// ## What to do
    /// Record one basis for each purpose and channel; where there is none, stop. A consent with all its
    /// proof speaks for itself; for a complete soft opt-in record “ePrivacy 13(2)”.
    ///
    /// ## Example
    /// ```contacts
    /// system,  email,           status,     consent_at,           consent_source
    /// hubspot, ada@example.org, subscribed, 2024-05-03T10:11:12Z, Newsletter form
    /// ```
    /// ```finds
    /// ada@example.org: subscribed in hubspot, no row names the legal basis
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,  email,           status,     consent_at,           consent_source,  legal_basis
    /// hubspot, ada@example.org, subscribed, 2024-05-03T10:11:12Z, Newsletter form, consent
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "legal-basis-not-recorded",
        number: "R073",
        title: "No legal basis recorded",
        severity: Severity::Risk,
        remedy: Action::FixData,
        applies: &[Jurisdiction::Eu, Jurisdiction::Uk],
        cites: &[&law::GDPR_6_1, &law::GDPR_13_1_C, &law::GDPR_5_2, &law::EPD_13_2],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, _: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        let Some(record) = cell.relied_on() else { continue };
        // A record with nothing but its state is opt-in-without-proof.
        if cell.grade >= Grade::E4
            || cell.grade == Grade::SoPlus
            || record.is_bare()
            || dossier.is_opt_out(cell)
            || cell.records.iter().any(|record| record.names_legal_basis())
        {
            continue;
        }
        findings.push(
            RULE.finding(Confidence::High)
                .on_cell(position)
                .because(format!("subscribed in {}, no row names the legal basis", record.system.word()))
                .evidence([Evidence::row_of(record), Evidence::of(record)]),
        );
    }
    findings
}
