//! Whoever presses "this is spam" has objected; we read it so.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, consent_rule, law};
use crate::vocabulary::{Action, Confidence, ConsentStatus, Severity};

consent_rule! {
    /// A person complained of spam and is still subscribed somewhere.
    ///
    /// ## Why it matters
    /// A complaint is an objection in all but name. That is our reading, and a cautious one: further
    /// messages are a risk under Art. 21(2) and 21(3).
    ///
    /// ## What to do
    /// Suppress everywhere. Many providers stop a complainer in their own lists only, so look at every other
    /// system too.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status
    /// mailchimp, ada@example.org, complained
    /// hubspot,   ada@example.org, subscribed
    /// ```
    /// ```finds
    /// ada@example.org: complained in mailchimp, subscribed in hubspot
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status
    /// mailchimp, ada@example.org, complained
    /// hubspot,   bob@example.org, subscribed
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "complaint-still-active",
        number: "R040",
        title: "Spam complaint, and still subscribed",
        severity: Severity::Breach,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_21_2, &law::GDPR_21_3],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        let Some(no) = cell.standing().find(|no| no.status == ConsentStatus::Complained) else { continue };
        if cell.yeses().next().is_none() {
            continue;
        }
        let shared = if no.of_neighbour { "somebody on a shared address " } else { "" };
        let (against, given) = policy.sides(std::iter::once(no.place.table), cell.yeses().map(|yes| yes.record.table));
        findings.push(
            RULE.finding(if no.of_neighbour { Confidence::Medium } else { Confidence::High })
                .on_cell(position)
                .because(format!("{shared}complained in {against}, subscribed in {given}"))
                .evidence_and(Evidence::at(no.place), cell.yeses().map(|yes| Evidence::at(yes.place))),
        );
    }
    findings
}
