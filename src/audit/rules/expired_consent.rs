//! A consent holds as long as it was given for.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, State, consent_rule, law};
use crate::vocabulary::{Action, Confidence, Severity};

consent_rule! {
    /// The day until which the consent was given is over, and no other record says yes.
    ///
    /// ## Why it matters
    /// Risk under Art. 4(11) GDPR: consent is specific, and what was agreed to for a time was not agreed to for
    /// longer. The law itself sets no date; the record does.
    ///
    /// ## What to do
    /// Stop, and keep the record as proof of what was sent before. A consent that was renewed is worth what its own
    /// record shows: add the export that has it. Where the column is the end of something else, say so on
    /// Sources, or with `--map`.
    ///
    /// ## Example
    /// ```contacts
    /// today: 2026-11-21
    /// system, email,           status,     consent_at, consent_until
    /// list,   ada@example.org, subscribed, 2024-03-01, 2026-11-20
    /// list,   bob@example.org, subscribed, 2024-03-01, 2026-11-21
    /// list,   eve@example.org, subscribed, 2024-03-01, 9999-12-31
    /// ```
    /// ```finds
    /// ada@example.org: the consent is over, by what list, column “consent_until” says [risk, suppress]
    /// ```
    ///
    /// ## Example: an end that is asked about
    /// ```contacts
    /// today: 2026-11-21
    /// system, email,           status,     consent_at, consent_until (asked)
    /// list,   ada@example.org, subscribed, 2024-03-01, 2026-11-20
    /// ```
    /// ```finds
    /// ada@example.org: the consent is over, by what list, column “consent_until” says [risk, hold]
    /// ```
    ///
    /// ## Counter-example: another consent without an end
    /// ```contacts
    /// today: 2026-11-21
    /// system,    email,           status,     consent_at, consent_until
    /// list,      ada@example.org, subscribed, 2024-03-01, 2025-02-28
    /// mailchimp, ada@example.org, subscribed, 2026-01-15,
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "expired-consent",
        number: "R091",
        title: "Consent that has run out",
        severity: Severity::Risk,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_4_11, &law::EDPB_05_2020_110],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        if cell.state != State::Granted || dossier.is_opt_out(cell) {
            continue;
        }
        let Some(ends) = cell.given().map(|record| record.ended).collect::<Option<Vec<_>>>() else { continue };
        let Some(first) = ends.first() else { continue };
        // Where a person is asked whether it is the end of the consent at all, it holds until that is answered.
        let asked = ends.iter().all(|end| policy.is_asked_about(*end));
        findings.push(
            RULE.finding(if asked { Confidence::Medium } else { Confidence::High })
                .on_cell(position)
                .remedy(if asked { Action::Hold } else { Action::Suppress })
                .because(format!("the consent is over, by what {} says", policy.name_of(*first)))
                .evidence_and(
                    Evidence::at(*first),
                    ends[1..].iter().copied().map(Evidence::at).chain(cell.given().map(Evidence::of)),
                ),
        );
    }
    findings
}
