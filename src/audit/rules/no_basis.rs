//! Nothing says yes, and nothing else carries the use: silence is not consent.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, State, consent_rule, each_once, law};
use crate::vocabulary::{Action, Confidence, Grade, Severity};

consent_rule! {
    /// Nobody says that this person agreed, and no other basis is recorded.
    ///
    /// ## Why it matters
    /// Risk under Art. 6(1) GDPR and Art. 13(1) ePrivacy: a message needs prior consent or another basis,
    /// and the absence of an opt-out is neither.
    ///
    /// ## What to do
    /// Do not write to them, and never ask by e-mail or text message. Check first whether the export left a
    /// column out. Then delete the record, or only stop the channel where a contract or an invoice needs it.
    ///
    /// ## Example
    /// ```contacts
    /// system,  email,           status, first_name
    /// hubspot, ada@example.org, ,       Ada
    /// ```
    /// ```finds
    /// ada@example.org: no state, no consent date and no legal basis in hubspot [risk, delete]
    /// ```
    ///
    /// ## Example: a customer
    /// ```contacts
    /// system,  email,           status, customer_id
    /// shopify, ada@example.org, ,       C-1001
    /// ```
    /// ```finds
    /// ada@example.org: no state, no consent date and no legal basis in shopify [risk, suppress]
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,  email,           status,       legal_basis
    /// hubspot, ada@example.org, ,             legitimate interest
    /// hubspot, bob@example.org, unsubscribed,
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "no-basis",
        number: "R001",
        title: "No consent state and no other basis",
        severity: Severity::Risk,
        remedy: Action::Delete,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_5_1_A, &law::GDPR_5_2, &law::GDPR_6_1, &law::GDPR_7_1, &law::EPD_13_1],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, _: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        // A customer whose sale is shown has a soft opt-in grade, and so a basis to be tested.
        if cell.state != State::Unknown
            || cell.grade != Grade::E0
            || dossier.is_opt_out(cell)
            || !dossier.subject.reachable_on(cell.channel)
        {
            continue;
        }
        let documented =
            cell.records.iter().any(|record| record.proof.consent_at.is_some() || record.names_legal_basis());
        if documented {
            continue;
        }
        let remedy = if dossier.is_customer() { Action::Suppress } else { RULE.remedy };
        findings.push(
            RULE.finding(Confidence::Medium)
                .on_cell(position)
                .remedy(remedy)
                .because(format!(
                    "no state, no consent date and no legal basis in {}",
                    each_once(cell.records.iter().map(|record| record.system))
                ))
                .evidence_and(Evidence::of(&cell.records[0]), cell.records[1..].iter().map(Evidence::of)),
        );
    }
    findings
}
