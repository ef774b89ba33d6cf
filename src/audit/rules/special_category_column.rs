//! Health, belief, politics and their kin do not belong on a mailing list.

use crate::audit::{Check, Evidence, Finding, Jurisdiction, Policy, TableFacts, consent_rule, law};
use crate::vocabulary::{Action, Category, Column, Confidence, Severity};

consent_rule! {
    /// A column holds what the law protects most: health, belief, politics, union, origin, sexuality, biometrics.
    ///
    /// ## Why it matters
    /// Risk under Art. 9(1) GDPR: such data may not be used without one of the grounds of Art. 9(2), for
    /// marketing nearly always explicit consent.
    ///
    /// ## What to do
    /// Look at the column. Delete it, or keep it only with the ground written down. A body may hold its own
    /// members' data; “condition” may mean goods; a diet is borderline.
    ///
    /// ## Example
    /// ```contacts
    /// system,  email,           status,     religion (special)
    /// hubspot, ada@example.org, subscribed, none
    /// ```
    /// ```finds
    /// column religion: hubspot, column “religion” looks like a special category of personal data
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,  email,           status,     favourite colour
    /// hubspot, ada@example.org, subscribed, blue
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "special-category-column",
        number: "R061",
        title: "A column of sensitive data",
        severity: Severity::Breach,
        remedy: Action::Review,
        applies: &[Jurisdiction::Eu, Jurisdiction::Uk],
        cites: &[&law::GDPR_9_1, &law::GDPR_9_2],
        since: "0.1.0",
        check: Check::Table(check),
    };
}

fn check(table: &TableFacts, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, meaning) in table.recognition.columns.iter().enumerate() {
        let Ok(position) = u16::try_from(position) else { break };
        if meaning.category == Category::Special {
            let place = table.header_place(Column(position));
            findings.push(
                RULE.finding(Confidence::Medium)
                    .because(format!("{} looks like a special category of personal data", policy.name_of(place)))
                    .evidence([Evidence::at(place)]),
            );
        }
    }
    findings
}
