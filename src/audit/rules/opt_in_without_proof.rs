//! A flag in a list is a claim, not a consent.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, State, consent_rule, each_once, law};
use crate::vocabulary::{Action, Confidence, Severity};

consent_rule! {
    /// A system says subscribed, and nothing stands behind the word.
    ///
    /// ## Why it matters
    /// Risk under Art. 7(1) GDPR: the controller has to show who consented, when, how and to what. A bare
    /// flag shows none of it.
    ///
    /// ## What to do
    /// Hold the person and look for the sign-up in the logs of the form. If nothing turns up, suppress, then
    /// delete. Do not ask again by e-mail: that message would need the consent that is missing.
    ///
    /// ## Example
    /// ```contacts
    /// system,  email,           status
    /// hubspot, ada@example.org, subscribed
    /// ```
    /// ```finds
    /// ada@example.org: subscribed in hubspot, no date, source, form, wording or act behind it
    /// ```
    ///
    /// ## Example: withdrawn elsewhere
    /// ```contacts
    /// system,    email,           status,       unsubscribed_at
    /// hubspot,   ada@example.org, subscribed,
    /// mailchimp, ada@example.org, unsubscribed, 2023-04-02
    /// ```
    /// ```finds
    /// ada@example.org: subscribed in hubspot, no date, source, form, wording or act behind it
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,  email,           status,     consent_at
    /// hubspot, ada@example.org, subscribed, 2024-05-03T10:11:12Z
    /// ```
    /// ```finds
    /// ```
    ///
    /// ## Counter-example: another system holds the proof
    /// ```contacts
    /// system,    email,           status,     consent_at,           consent_source
    /// hubspot,   ada@example.org, subscribed, ,
    /// mailchimp, ada@example.org, subscribed, 2024-05-03T10:11:12Z, Newsletter form
    /// ```
    /// ```finds
    /// ```
    ///
    /// ## Counter-example: e-mail is allowed until somebody objects
    /// ```contacts
    /// system,  email,           country, status
    /// hubspot, ada@example.org, US,      subscribed
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "opt-in-without-proof",
        number: "R002",
        title: "Opt-in asserted, nothing behind it",
        severity: Severity::Risk,
        remedy: Action::Hold,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_1, &law::EDPB_05_2020_OLD, &law::CASL_13],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, _: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        // A no elsewhere stops the person; the bare yes beside it stays unproven.
        let says_yes = matches!(cell.state, State::Granted | State::Refused);
        if !says_yes || dossier.is_opt_out(cell) || !cell.given().all(|given| given.is_bare()) {
            continue;
        }
        let mut given = cell.given();
        let Some(first) = given.next() else { continue };
        findings.push(
            RULE.finding(Confidence::High)
                .on_cell(position)
                .because(format!(
                    "subscribed in {}, no date, source, form, wording or act behind it",
                    each_once(cell.given().map(|given| given.system))
                ))
                .evidence_and(Evidence::of(first), given.map(Evidence::of)),
        );
    }
    findings
}
