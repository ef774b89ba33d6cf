//! A double opt-in that nobody confirmed is no consent. It allows one message: the one that asks.

use crate::audit::{
    Cell, Check, Dossier, Evidence, Finding, Jurisdiction, Policy, Record, State, consent_rule, each_once, law,
};
use crate::vocabulary::{Action, Confidence, ConsentStatus, DAY, Field, Grade, Moment, Severity};

consent_rule! {
    /// A request that was never confirmed is being mailed, or the person sits on an active list.
    ///
    /// ## Why it matters
    /// Anybody can type in a stranger's address. Until it is confirmed there is nothing to show under Art. 7(1),
    /// and mailing is a risk under ePrivacy Art. 13(1). The one message that asks for the confirmation is
    /// accepted practice, if it carries no advertising.
    ///
    /// ## What to do
    /// Stop at once. Delete requests that were not confirmed within the time you set (14 days unless changed),
    /// and never remind.
    ///
    /// ## Example
    /// ```contacts
    /// today: 2026-11-21
    /// system,  email,           status,     consent_at, last_sent_at
    /// mautic,  ada@example.org, pending,    2026-09-01, 2026-09-22
    /// mautic,  bob@example.org, pending,    2026-11-15,
    /// hubspot, bob@example.org, subscribed, ,
    /// ```
    /// ```finds
    /// ada@example.org: pending in mautic, and mail went out 21 days after the request
    /// bob@example.org: pending in mautic, on an active list in hubspot
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// today: 2026-11-21
    /// system, email,           status,  consent_at,           last_sent_at
    /// mautic, ada@example.org, pending, 2026-11-15T09:00:00Z, 2026-11-15T09:01:00Z
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "unconfirmed-but-mailed",
        number: "R022",
        title: "Unconfirmed double opt-in being mailed",
        severity: Severity::Breach,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_1, &law::EPD_13_1],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

/// A confirmation that is owed.
#[derive(Clone, Copy)]
enum Owed {
    /// The system itself calls the request pending.
    Pending,
    /// The row or a declaration says that the form asks for a confirmation, and none is there.
    Required(Option<u16>),
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        if cell.state == State::Refused {
            continue;
        }
        for record in &cell.records {
            let Some(owed) = owed(record, policy) else { continue };
            if stands_without(cell, policy) {
                break;
            }
            let Some((reason, others)) = mailed(record, owed, cell) else { continue };
            let declared = match owed {
                Owed::Required(declared) => declared,
                Owed::Pending => None,
            };
            let (word, system) = match owed {
                Owed::Pending => ("pending", record.system.word()),
                Owed::Required(_) => ("double opt-in not confirmed", record.system.word()),
            };
            let finding = RULE
                .finding(Confidence::High)
                .on_cell(position)
                .remedy(if has_expired(record, policy) { Action::Delete } else { Action::Suppress })
                .because(format!("{word} in {system}, {reason}{}", policy.declarations.clause(declared)))
                .evidence_and(Evidence { place: record.status_place, declared }, others);
            findings.push(finding);
        }
    }
    findings
}

/// Whether and why a row owes a confirmation.
fn owed(record: &Record<'_>, policy: &Policy) -> Option<Owed> {
    match record.status {
        ConsentStatus::Pending => return Some(Owed::Pending),
        ConsentStatus::Given if record.contact.fact(Field::ConfirmedAt).is_none() => {}
        _ => return None,
    }
    // A system that does not export confirmations says nothing by their absence.
    if !policy.table(record.table).has(Field::ConfirmedAt) {
        return None;
    }
    if record.contact.text(Field::ConsentMethod).is_some_and(asks_for_confirmation) {
        return Some(Owed::Required(None));
    }
    let position = record.proof.declared?;
    let declaration = policy.declarations.declarations.get(usize::from(position))?;
    declaration.supplies.double_opt_in.then_some(Owed::Required(Some(position)))
}

/// Whether the method is a double opt-in in general, not the click that completes one.
fn asks_for_confirmation(method: &str) -> bool {
    const TWICE: [&str; 7] = ["double", "doppel", "doppeltes", "doppio", "dubbel", "dubbele", "doble"];
    const COMPLETED: [&str; 5] = ["click", "clicked", "confirmed", "confirmation", "link"];
    let words = || method.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is = |word: &str, list: &[&str]| list.iter().any(|known| word.eq_ignore_ascii_case(known));
    let named = words().any(|word| is(word, &["doi", "doubleoptin", "doppeloptin"]))
        || words().zip(words().skip(1)).any(|(word, next)| is(word, &TWICE) && is(next, &["opt", "optin", "in"]));
    named && !words().any(|word| is(word, &COMPLETED))
}

/// Whether a consent of its own carries the mails.
fn stands_without(cell: &Cell<'_>, policy: &Policy) -> bool {
    cell.given().any(|given| given.grade >= Grade::E4 && owed(given, policy).is_none())
}

/// How the mails are seen, and the cells that show them.
fn mailed(record: &Record<'_>, owed: Owed, cell: &Cell<'_>) -> Option<(String, Vec<Evidence>)> {
    if let (Some(asked), Some(sent)) = (record.proof.consent_at, record.contact.moment(Field::LastSentAt)) {
        // The first day belongs to the message that asks for the confirmation.
        let a_day_later = Moment { seconds: asked.seconds + DAY, ..asked };
        if sent.is_surely_after(a_day_later, true) {
            let days = (sent.seconds - asked.seconds) / DAY;
            let places =
                [Field::ConsentAt, Field::LastSentAt].map(|field| Evidence::at(record.contact.place_of(field)));
            return Some((format!("and mail went out {days} days after the request"), places.to_vec()));
        }
    }
    if matches!(owed, Owed::Required(_)) {
        return None;
    }
    let active: Vec<_> = cell.yeses().filter(|yes| yes.record.proof.confirmed_at.is_none()).collect();
    if active.is_empty() {
        return None;
    }
    let systems = each_once(active.iter().map(|yes| yes.record.system));
    Some((format!("on an active list in {systems}"), active.iter().map(|yes| Evidence::at(yes.place)).collect()))
}

/// Whether a request has waited longer than its confirmation may take.
fn has_expired(record: &Record<'_>, policy: &Policy) -> bool {
    record.proof.consent_at.is_some_and(|asked| policy.today - asked.days() > policy.parameters.pending_ttl_days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_double_opt_in_is_not_the_click_that_completes_it() {
        for method in ["double opt-in", "Double_OptIn", "DOI", "Doppel-Opt-In", "doppio opt-in", "dubbel opt-in"] {
            assert!(asks_for_confirmation(method), "{method}");
        }
        for method in ["doi_click", "double opt-in confirmed", "single opt-in", "tick", "double click"] {
            assert!(!asks_for_confirmation(method), "{method}");
        }
    }
}
