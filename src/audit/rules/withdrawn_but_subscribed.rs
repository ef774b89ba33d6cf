//! Withdrawal is binding on the controller, not on the tool it was typed into.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, consent_rule, law, regrants};
use crate::vocabulary::{Action, Confidence, Severity};

consent_rule! {
    /// A person withdrew consent in one system and is still subscribed in another.
    ///
    /// ## Why it matters
    /// Every further message is a risk under Art. 7(3), whichever list the address comes from.
    ///
    /// ## What to do
    /// Suppress the person in every system, and keep the withdrawal as evidence.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status
    /// mailchimp, ada@example.org, unsubscribed
    /// hubspot,   ada@example.org, subscribed
    /// ```
    /// ```finds
    /// ada@example.org: unsubscribed in mailchimp, subscribed in hubspot
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status
    /// mailchimp, ada@example.org, unsubscribed
    /// hubspot,   ada@example.org, unsubscribed
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "withdrawn-but-subscribed",
        number: "R032",
        title: "Withdrawn in one system, subscribed in another",
        severity: Severity::Breach,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_3, &law::GDPR_21_2, &law::GDPR_21_3],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        for given in cell.given() {
            let against = cell
                .refusals
                .iter()
                .find(|no| !policy.is_one_system(no.place.table, given.table) && !regrants(given, no));
            if let Some(no) = against {
                let (refused, subscribed) = policy.sides(std::iter::once(no.place.table), std::iter::once(given.table));
                findings.push(
                    RULE.finding(Confidence::High)
                        .on_cell(position)
                        .because(format!("{} in {refused}, subscribed in {subscribed}", no.status.word()))
                        .evidence([Evidence::at(no.place), Evidence::of(given)]),
                );
            }
        }
    }
    findings
}
