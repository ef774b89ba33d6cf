//! Only the person can take back a no. An import, a sync or a colleague cannot.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, Record, Refusal, consent_rule, law};
use crate::normalise::Actor;
use crate::vocabulary::{Action, Confidence, Field, Severity};

consent_rule! {
    /// A person who had said no was set to subscribed again by an import, a sync, an API or staff.
    ///
    /// ## Why it matters
    /// Nobody but the person can renew a consent they withdrew: a risk under Art. 7(3). And the cause, a sync in
    /// the wrong direction or an import that overwrites, goes on to the next person (Art. 25).
    ///
    /// ## What to do
    /// Suppress, then mend the connection: a no must never be overwritten. A yes typed by staff counts only
    /// with its own record, a recording or a signature dated after the withdrawal.
    ///
    /// ## Example
    /// ```contacts
    /// system,  email,           status,     consent_source, unsubscribed_at
    /// hubspot, ada@example.org, subscribed, api,            2022-01-01
    /// ```
    /// ```finds
    /// ada@example.org: set to subscribed by an API in hubspot, unsubscribed in hubspot before
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status,       consent_source, consent_at, unsubscribed_at
    /// mailchimp, ada@example.org, unsubscribed, signup form,    2019-01-01, 2022-01-01
    /// hubspot,   ada@example.org, subscribed,   import,         2019-01-01,
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "reactivated-by-machine",
        number: "R035",
        title: "Re-activated by import, sync, API or staff",
        severity: Severity::Breach,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_1, &law::GDPR_7_3, &law::GDPR_25],
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
            let Some(who) = given.proof.actor.and_then(machine) else { continue };
            let overridden = cell.standing().filter(|no| !no.of_neighbour).find(|no| overrides(given, no));
            if let Some(no) = overridden {
                let (refused, given_in) = policy.sides(std::iter::once(no.place.table), std::iter::once(given.table));
                findings.push(
                    RULE.finding(Confidence::High)
                        .on_cell(position)
                        .because(format!(
                            "set to subscribed by {who} in {given_in}, {} in {refused} before",
                            no.status.word()
                        ))
                        .evidence([
                            Evidence::at(no.place),
                            Evidence::of(given),
                            Evidence::at(given.contact.place_of(Field::ConsentSource)),
                        ]),
                );
            }
        }
    }
    findings
}

/// The actors whose yes is never enough after a no (rule book 1.6), in words.
fn machine(actor: Actor) -> Option<&'static str> {
    match actor {
        Actor::Import => Some("an import"),
        Actor::Api => Some("an API"),
        Actor::Integration => Some("a sync"),
        Actor::Merge => Some("a merge"),
        Actor::Staff | Actor::Admin | Actor::Agent => Some("staff"),
        Actor::Subject | Actor::StaffRecorded | Actor::Unknown => None,
    }
}

/// Whether the yes came after the no: a row that still holds the withdrawal was switched back, and a row that
/// was made, imported or changed to yes later did not ask.
fn overrides(given: &Record<'_>, no: &Refusal) -> bool {
    if no.place.table == given.table && no.place.row == given.contact.row {
        return true;
    }
    let Some(refused) = no.at else { return false };
    let stated = given.contact.claims().iter().filter(|claim| claim.column == given.status_place.column);
    stated
        .filter_map(|claim| claim.at)
        .chain(given.proof.consent_at)
        .chain(given.contact.moment(Field::ImportedAt))
        .chain(given.contact.moment(Field::CreatedAt))
        .any(|at| at.is_surely_after(refused, given.table == no.place.table))
}
