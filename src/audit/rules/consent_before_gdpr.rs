//! Old consent lives on only if it would be good consent today.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, Record, State, consent_rule, law};
use crate::vocabulary::{Action, Confidence, DAY, Field, Grade, Moment, Severity};

consent_rule! {
    /// The consent is from before 25 May 2018, and nothing since renewed it at the standard of the GDPR.
    ///
    /// ## Why it matters
    /// Consent given under the old Directive stays good only if it meets the new conditions (Recital 171). The
    /// date alone is no fault; an old consent whose proof is missing is a risk under Art. 7(1).
    ///
    /// ## What to do
    /// Well documented (E4, E5): look at the form of that time and decide whether it asked freely, clearly and
    /// for each purpose. Anything less: suppress.
    ///
    /// ## Example
    /// ```contacts
    /// today: 2026-11-21
    /// system,    email,           status,     consent_at, consent_source
    /// mailchimp, ada@example.org, subscribed, 2017-05-03, shop checkout
    /// ```
    /// ```finds
    /// ada@example.org: consent from before 25 May 2018 in mailchimp, graded E2, and none of grade E4 or better since
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// today: 2026-11-21
    /// system,    email,           status,     consent_at, consent_source
    /// mailchimp, ada@example.org, subscribed, 2019-05-03, shop checkout
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "consent-before-gdpr",
        number: "R023",
        title: "Consent older than the GDPR, never refreshed",
        severity: Severity::Risk,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::Eu, Jurisdiction::Uk],
        cites: &[&law::GDPR_REC_171, &law::GDPR_7_1, &law::EDPB_05_2020_OLD],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

/// The first second of the GDPR, 2018-05-25.
const GDPR: i64 = 17_676 * DAY;

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        let by_sale = matches!(cell.grade, Grade::SoPlus | Grade::SoMinus | Grade::B2b);
        let opt_out = dossier.is_opt_out(cell);
        if cell.state != State::Granted || by_sale || opt_out || cell.given().any(renews) {
            continue;
        }
        // The best of the old consents is the one to look at.
        let old = cell.given().filter(|given| given.proof.consent_at.is_some_and(may_be_old));
        let Some(given) = old.fold(None, |best: Option<&Record<'_>>, given| match best {
            Some(best) if best.grade >= given.grade => Some(best),
            _ => Some(given),
        }) else {
            continue;
        };
        // What makes it good enough to look at may be a declaration.
        let declared = given.proof.declared.filter(|_| cell.grade >= Grade::E3);
        findings.push(
            RULE.finding(Confidence::High)
                .on_cell(position)
                .remedy(if cell.grade >= Grade::E4 { Action::Review } else { Action::Suppress })
                .because(format!(
                    "consent from before 25 May 2018 in {}, graded {}{}, and none of grade E4 or better since",
                    given.system.word(),
                    given.grade.word(),
                    policy.declarations.clause(declared)
                ))
                .evidence([Evidence { place: given.contact.place_of(Field::ConsentAt), declared }]),
        );
    }
    findings
}

/// Whether the earliest moment it can mean lies before the GDPR.
fn may_be_old(at: Moment) -> bool {
    at.span().earliest < GDPR
}

/// Whether a record is evidence of a consent as the GDPR asks for it, given since.
fn renews(given: &Record<'_>) -> bool {
    let acts = [given.proof.consent_at, given.proof.confirmed_at];
    given.grade >= Grade::E4 && acts.into_iter().flatten().any(|at| !may_be_old(at))
}
