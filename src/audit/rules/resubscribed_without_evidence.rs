//! A withdrawal ends a consent; only a new, proven act of the person begins another.

use crate::audit::{
    Check, Dossier, Evidence, Finding, Jurisdiction, Policy, Record, Refusal, consent_rule, law, regrants,
};
use crate::normalise::Actor;
use crate::vocabulary::{Action, Confidence, ConsentStatus, Grade, Severity};

consent_rule! {
    /// A system has a withdrawal of the person and says subscribed again, without a later proven consent.
    ///
    /// ## Why it matters
    /// The consent ended with the withdrawal. What is sent now is a risk under Art. 7(1) and 7(3): nothing
    /// shows that the person came back.
    ///
    /// ## What to do
    /// Suppress. If the person really signed up again, attach that consent: dated after the withdrawal, by their
    /// own act, with source and wording.
    ///
    /// ## Example
    /// ```contacts
    /// system, email,           status,     consent_at, unsubscribed_at
    /// mautic, ada@example.org, subscribed, 2019-04-02, 2022-01-01
    /// ```
    /// ```finds
    /// ada@example.org: subscribed in mautic beside a withdrawal, and no consent is surely later
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system, email,           status,       consent_at, unsubscribed_at
    /// mautic, ada@example.org, unsubscribed, 2019-04-02, 2022-01-01
    /// mautic, bob@example.org, subscribed,   2019-04-02,
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "resubscribed-without-evidence",
        number: "R034",
        title: "Re-subscribed after withdrawal with no new evidence",
        severity: Severity::Breach,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_1, &law::GDPR_7_3, &law::EDPB_05_2020_104_108],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        if cell.refusals.is_empty() {
            continue;
        }
        for given in cell.given() {
            let against = cell
                .standing()
                .filter(|no| no.status == ConsentStatus::Withdrawn && !no.of_neighbour)
                .filter(|no| policy.is_one_system(no.place.table, given.table) || may_be_later(given, no))
                // The withdrawal in the row itself says it best.
                .min_by_key(|no| !is_in_row_of(given, no));
            if let Some(no) = against {
                findings.push(
                    RULE.finding(Confidence::High)
                        .on_cell(position)
                        .because(format!(
                            "subscribed in {} beside a withdrawal, and {}",
                            given.system.word(),
                            missing(given, no)
                        ))
                        .evidence([Evidence::at(no.place), Evidence::of(given)]),
                );
            }
        }
    }
    findings
}

/// Whether the yes may have come after a no of another system. One that is surely earlier, or has no date, is
/// no new subscription; that the two disagree is another rule's finding.
fn may_be_later(given: &Record<'_>, no: &Refusal) -> bool {
    match (no.at, given.proof.confirmed_at.or(given.proof.consent_at)) {
        (Some(refused), Some(consent)) => !refused.is_surely_after(consent, false),
        _ => false,
    }
}

fn is_in_row_of(given: &Record<'_>, no: &Refusal) -> bool {
    no.place.table == given.table && no.place.row == given.contact.row
}

/// What a renewed consent would need and the row lacks.
fn missing(given: &Record<'_>, no: &Refusal) -> String {
    debug_assert!(!regrants(given, no), "a no that is lifted stands against nothing");
    let machine = !matches!(given.proof.actor, None | Some(Actor::Subject | Actor::StaffRecorded | Actor::Unknown));
    match (no.at, given.proof.confirmed_at.or(given.proof.consent_at)) {
        (None, _) => "the withdrawal has no date".to_owned(),
        (_, None) => "no later consent is dated".to_owned(),
        (Some(refused), Some(consent)) if !consent.is_surely_after(refused, true) => {
            "no consent is surely later".to_owned()
        }
        _ if machine => "the later yes is not the person's own act".to_owned(),
        _ if given.proof.declared.is_some() => "the later consent rests on a declaration".to_owned(),
        _ if given.grade < Grade::E4 => format!("the later consent is graded {} only", given.grade.word()),
        _ => "the later consent does not show the person's act".to_owned(),
    }
}
