//! info@ is read by whoever sits there today.

use crate::audit::{Check, CountryCode, Dossier, Evidence, Finding, Jurisdiction, Policy, State, consent_rule, law};
use crate::normalise::{Contact, is_role};
use crate::vocabulary::{Action, Channel, Confidence, Field, Severity};

consent_rule! {
    /// The address belongs to a function such as info or sales, not to a person.
    ///
    /// ## Why it matters
    /// Risk under Art. 13(5) ePrivacy: each country decides how firms are protected. Some ask for the same
    /// consent as from a person, in others opting out is enough. In a firm of one person it is personal data
    /// everywhere.
    ///
    /// ## What to do
    /// Keep it with a way to opt out. In Germany, Denmark, Italy, the Netherlands, Spain, Romania, Croatia
    /// and Poland, or where the country is unknown, have somebody look for the firm's consent. An objection
    /// always counts.
    ///
    /// ## Example
    /// ```contacts
    /// system,  email,            country, status
    /// hubspot, info@example.org, FR,      subscribed
    /// hubspot, sales@example.com, DE,     subscribed
    /// ```
    /// ```finds
    /// info@example.org: the address in hubspot is that of a function [hygiene, keep]
    /// sales@example.com: the address in hubspot is that of a function, where firms are protected like people [risk, review]
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,  email,            country, status
    /// hubspot, ada@example.org,  DE,      subscribed
    /// hubspot, info@example.com, DE,      unsubscribed
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "role-address",
        number: "R080",
        title: "Address of a function, not of a person",
        severity: Severity::Hygiene,
        remedy: Action::Keep,
        applies: &[Jurisdiction::All],
        cites: &[&law::EPD_13_5],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

/// Countries whose law protects firms much like people, and the one nobody told us.
const STRICT: [CountryCode; 9] = [
    CountryCode(*b"DE"),
    CountryCode(*b"DK"),
    CountryCode(*b"ES"),
    CountryCode(*b"HR"),
    CountryCode(*b"IT"),
    CountryCode(*b"NL"),
    CountryCode(*b"PL"),
    CountryCode(*b"RO"),
    CountryCode::UNKNOWN,
];

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(contact) = dossier.subject.contacts.iter().find(|contact| has_role_address(contact)) else {
        return findings;
    };
    let system = policy.table(contact.table).system().word();
    for (position, cell) in dossier.cells.iter().enumerate() {
        if cell.channel != Channel::Email || matches!(cell.state, State::Refused | State::Undeliverable) {
            continue;
        }
        let draft = RULE.finding(Confidence::High).on_cell(position);
        let draft = if STRICT.contains(&dossier.country) {
            draft.severity(Severity::Risk).remedy(Action::Review).because(format!(
                "the address in {system} is that of a function, where firms are protected like people"
            ))
        } else {
            draft.because(format!("the address in {system} is that of a function"))
        };
        findings.push(draft.evidence([Evidence::at(contact.place_of(Field::Email))]));
    }
    findings
}

fn has_role_address(contact: &Contact) -> bool {
    contact.text(Field::Email).and_then(|address| address.split('@').next()).is_some_and(is_role)
}
