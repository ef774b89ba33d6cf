//! Where nothing tells which word is the last, the no is.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, consent_rule, law};
use crate::vocabulary::{Action, Confidence, Severity};

consent_rule! {
    /// Systems disagree about a person, and no date tells which of them is right.
    ///
    /// ## Why it matters
    /// Nobody can show that the yes came last: a risk under Art. 7(1), and under Art. 5(1)(d) on accuracy.
    ///
    /// ## What to do
    /// Suppress: without a date the no wins, and that costs reach only. Then look for the date of the
    /// withdrawal in the system that holds it, and export it too.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status
    /// mailchimp, ada@example.org, unsubscribed
    /// hubspot,   ada@example.org, subscribed
    /// ```
    /// ```finds
    /// ada@example.org: unsubscribed in mailchimp, subscribed in hubspot, and no date decides
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status,       unsubscribed_at
    /// mailchimp, ada@example.org, unsubscribed, 2023-04-02
    /// hubspot,   ada@example.org, subscribed,
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "conflicting-states-without-dates",
        number: "R033",
        title: "Conflicting states without dates",
        severity: Severity::Risk,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_5_1_D, &law::GDPR_7_1],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        let noes = || cell.refusals.iter().filter(|no| !no.of_neighbour);
        let Some(no) = noes().next() else { continue };
        if noes().any(|no| no.at.is_some()) {
            continue;
        }
        // A yes and a no of one system are another matter (R034, R044).
        let against =
            || cell.given().filter(|given| noes().all(|no| !policy.is_one_system(no.place.table, given.table)));
        if against().next().is_none() {
            continue;
        }
        let same = noes().filter(|other| other.status == no.status).map(|no| no.place.table);
        let (refused, given) = policy.sides(same, against().map(|given| given.table));
        findings.push(
            RULE.finding(Confidence::High)
                .on_cell(position)
                .because(format!("{} in {refused}, subscribed in {given}, and no date decides", no.status.word()))
                .evidence_and(Evidence::at(no.place), against().map(Evidence::of)),
        );
    }
    findings
}
