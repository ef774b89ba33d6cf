//! A suppression list that somebody can still be mailed past is none.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, consent_rule, law};
use crate::vocabulary::{Action, Confidence, ConsentStatus, Severity};

consent_rule! {
    /// An address or number on a suppression or do-not-contact list is still subscribed somewhere.
    ///
    /// ## Why it matters
    /// After an objection the data are no longer used for marketing: every message is a risk under Art. 21(3),
    /// and the list exists to prevent exactly this.
    ///
    /// ## What to do
    /// Suppress in every system, stop running campaigns that include the person, and record the incident.
    /// Find out why the list was not asked.
    ///
    /// ## Example
    /// ```contacts
    /// system,  email,           status
    /// brevo,   ada@example.org, suppressed
    /// hubspot, ada@example.org, subscribed
    /// ```
    /// ```finds
    /// ada@example.org: on a suppression list in brevo, subscribed in hubspot
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,  email,           status
    /// brevo,   ada@example.org, suppressed
    /// hubspot, ada@example.org, unsubscribed
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "suppressed-but-active",
        number: "R036",
        title: "On a suppression list and still subscribed",
        severity: Severity::Breach,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_21_3],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        let Some(no) = cell.standing().find(|no| no.status == ConsentStatus::Suppressed) else { continue };
        if cell.yeses().next().is_none() {
            continue;
        }
        // The list holds the address, whoever else reads it.
        let shared = if no.of_neighbour { "a shared address is " } else { "" };
        let (against, given) = policy.sides(std::iter::once(no.place.table), cell.yeses().map(|yes| yes.record.table));
        findings.push(
            RULE.finding(if no.of_neighbour { Confidence::Medium } else { Confidence::High })
                .on_cell(position)
                .because(format!("{shared}on a suppression list in {against}, subscribed in {given}"))
                .evidence_and(Evidence::at(no.place), cell.yeses().map(|yes| Evidence::at(yes.place))),
        );
    }
    findings
}
