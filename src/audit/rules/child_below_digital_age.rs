//! Stand-in.
use crate::audit::{Check, Jurisdiction, consent_rule, law};
use crate::vocabulary::{Action, Severity};
consent_rule! {
    /// Stand-in.
    pub static RULE = {
        id: "child-below-digital-age",
        number: "R000",
        title: "stand-in",
        severity: Severity::Breach,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_1],
        since: "0.1.0",
        check: Check::Person(|_, _| Vec::new()),
    };
}
