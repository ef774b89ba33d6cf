//! Consent is an act. A box somebody else ticked is none.

use crate::audit::{Check, CountryCode, Dossier, Evidence, Finding, Jurisdiction, Policy, consent_rule, law};
use crate::normalise::Method;
use crate::vocabulary::{Action, Confidence, Field, Grade, Severity};

consent_rule! {
    /// A consent is on record, but not what the person did to give it; or what is recorded is no act.
    ///
    /// ## Why it matters
    /// Risk under Art. 4(11) GDPR: consent is a clear affirmative act. Silence, a pre-ticked box or a
    /// default is none (Recital 32, C-61/19).
    ///
    /// ## What to do
    /// Where the act is unknown, look it up: what did this form ask for? Where it is a default or a
    /// pre-ticked box, stop writing to the person. Implied consent counts in Canada, Australia and New
    /// Zealand, and a customer may be written to under the soft opt-in: there a person has to look.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status,     consent_at,           consent_source,  consent_method
    /// mailchimp, ada@example.org, subscribed, 2024-05-03T10:11:12Z, Newsletter form,
    /// mailchimp, bob@example.org, subscribed, 2024-05-04T10:11:12Z, Newsletter form, pre-ticked
    /// ```
    /// ```finds
    /// ada@example.org: the consent in mailchimp names no act [risk, review]
    /// bob@example.org: the consent in mailchimp is a default or silence, no act [risk, suppress]
    /// ```
    ///
    /// ## Example: implied consent in Canada
    /// ```contacts
    /// system,    email,           country, status,     consent_at,           consent_method
    /// mailchimp, ada@example.org, CA,      subscribed, 2026-05-03T10:11:12Z, implied
    /// ```
    /// ```finds
    /// ada@example.org: the consent in mailchimp is implied, which holds only under conditions and for a time [risk, review]
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status,     consent_at,           consent_source,  consent_method
    /// mailchimp, ada@example.org, subscribed, 2024-05-03T10:11:12Z, Newsletter form, tick
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "opt-in-without-act",
        number: "R006",
        title: "No affirmative act on record",
        severity: Severity::Risk,
        remedy: Action::Review,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_4_11, &law::GDPR_REC_32, &law::CJEU_C_61_19, &law::CJEU_C_673_17],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, _: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        let Some(record) = cell.relied_on() else { continue };
        let proof = &record.proof;
        let system = record.system.word();
        let (remedy, because) = match proof.method {
            Some(method) if method.is_affirmative() => continue,
            Some(method) if method.is_negative() => {
                let implied = matches!(method, Method::Implied | Method::Existing);
                let customer = matches!(cell.grade, Grade::SoPlus | Grade::SoMinus);
                if implied && (customer || knows_implied(dossier.country)) {
                    let limits = "which holds only under conditions and for a time";
                    (Action::Review, format!("the consent in {system} is implied, {limits}"))
                } else {
                    (Action::Suppress, format!("the consent in {system} is a default or silence, no act"))
                }
            }
            _ if proof.consent_at.is_some() || proof.source.is_some() => {
                (Action::Review, format!("the consent in {system} names no act"))
            }
            _ => continue,
        };
        findings.push(
            RULE.finding(Confidence::High)
                .on_cell(position)
                .remedy(remedy)
                .because(because)
                .evidence([Evidence::at(record.contact.place_of(Field::ConsentMethod)), Evidence::of(record)]),
        );
    }
    findings
}

/// Countries whose law knows an implied, inferred or deemed consent.
fn knows_implied(country: CountryCode) -> bool {
    [CountryCode(*b"CA"), CountryCode(*b"AU"), CountryCode(*b"NZ")].contains(&country)
}
