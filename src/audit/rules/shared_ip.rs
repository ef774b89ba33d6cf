//! One IP address for many people: a till, an office, or somebody typing in a list.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, Record, State, consent_rule, law};
use crate::vocabulary::{Action, Confidence, Field, Severity};

consent_rule! {
    /// Many people consented from one IP address.
    ///
    /// ## Why it matters
    /// Risk under Art. 7(1) GDPR: it is unclear whose declaration each of these is. An address shared by
    /// many shows a machine, not a person.
    ///
    /// ## What to do
    /// Look at the batch as one. A till, a tablet at a fair, an office or a school explains it: then name
    /// it as the source of these consents.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,              status,     consent_at,              consent_source,  consent_ip,  rows
    /// mailchimp, ada{n}@example.org, subscribed, 2024-05-{nn}T10:11:12Z,  Newsletter form, 192.0.2.7,   12
    /// mailchimp, bob{n}@example.org, subscribed, 2024-06-01T10:0{n}:00Z,  Newsletter form, 192.0.2.8,   3
    /// ```
    /// ```finds
    /// rows: 12: 12 people consented from one IP address in mailchimp [risk, review]
    /// rows: 3: 3 people consented from one IP address in mailchimp, some within 5 minutes [risk, review]
    /// ```
    ///
    /// ## Example: a till explains it
    /// ```contacts
    /// system,    email,              status,     consent_at,             consent_source, consent_ip, rows
    /// mailchimp, ada{n}@example.org, subscribed, 2024-05-{nn}T10:11:12Z, Trade fair,     192.0.2.7,  12
    /// ```
    /// ```finds
    /// rows: 12: 12 people consented from one IP address in mailchimp, at an event or till [hygiene, keep]
    /// ```
    ///
    /// ## Example: a named person explains it
    /// ```contacts
    /// system,    email,              status,     consent_at,             consent_ip, rows
    /// mailchimp, ada{n}@example.org, subscribed, 2024-05-{nn}T10:11:12Z, 192.0.2.7,  12
    /// ```
    /// ```declarations
    /// [[declaration]]
    /// id = "spring-fair"
    /// by = "Grace Example"
    /// on = 2026-11-01
    /// applies = { system = "mailchimp" }
    /// supplies = { source = "Trade fair" }
    /// ```
    /// ```finds
    /// rows: 12: 12 people consented from one IP address in mailchimp, at an event or till (by declaration spring-fair) [hygiene, keep]
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,              status,     consent_at,             consent_source,  consent_ip, rows
    /// mailchimp, ada{n}@example.org, subscribed, 2024-05-{nn}T10:11:12Z, Newsletter form, 192.0.2.7,  9
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "shared-ip",
        number: "R014",
        title: "One IP address for many people",
        severity: Severity::Risk,
        remedy: Action::Review,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_1],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate().filter(|(_, cell)| cell.state == State::Granted) {
        for record in cell.given().filter(|record| record.proof.marks.people_behind_ip > 0) {
            findings.push(finding(position, record, policy));
        }
    }
    findings
}

fn finding(position: usize, record: &Record<'_>, policy: &Policy) -> Finding {
    let marks = record.proof.marks;
    let mut because =
        format!("{} people consented from one IP address in {}", marks.people_behind_ip, record.system.word());
    let mut evidence = Evidence::at(record.contact.place_of(Field::ConsentIp));
    let draft = RULE.finding(Confidence::Medium).on_cell(position);
    if marks.ip_is_shared(record.proof.source) {
        if marks.ip_burst {
            because.push_str(&format!(", some within {} minutes", policy.parameters.ip_burst_seconds / 60));
        }
        return draft.because(because).evidence([evidence]);
    }
    because.push_str(", at an event or till");
    if let Some(declared) = record.proof.declared.filter(|_| !names_source(record)) {
        evidence.declared = Some(declared);
        because.push_str(&policy.declarations.clause(evidence.declared));
    }
    draft.severity(Severity::Hygiene).remedy(Action::Keep).because(because).evidence([evidence])
}

/// Whether the row itself names the source that explains the address.
fn names_source(record: &Record<'_>) -> bool {
    [Field::ConsentSource, Field::ConsentForm, Field::ConsentUrl]
        .into_iter()
        .any(|field| record.contact.text(field) == record.proof.source)
}
