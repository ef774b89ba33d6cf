//! A verdict as the ledger keeps it.

use crate::audit::{Cell, Dossier, Policy, question};
use crate::plan::{CellVerdict, Verdict};
use crate::store::{CellLine, PersonLine, StateLine};
use crate::vocabulary::{ConsentStatus, Field};

/// The ledger's line of a person.
pub fn line(dossier: &Dossier<'_>, verdict: &Verdict, policy: &Policy) -> PersonLine {
    let contacts = &dossier.subject.contacts;
    let first = |field: Field| contacts.iter().find_map(|contact| contact.text(field)).map(str::to_owned);
    let joined = || {
        contacts.iter().find_map(|contact| match (contact.text(Field::FirstName), contact.text(Field::LastName)) {
            (Some(first), Some(last)) => Some(format!("{first} {last}")),
            (one, other) => one.or(other).map(str::to_owned),
        })
    };
    PersonLine {
        person: verdict.person,
        email: verdict.email.clone(),
        phone: verdict.phone.clone(),
        name: first(Field::FullName).or_else(joined),
        company: first(Field::Company),
        country: verdict.country,
        rows: u16::try_from(verdict.rows.len()).unwrap_or(u16::MAX),
        cells: (0..)
            .zip(dossier.cells.iter().zip(&verdict.cells))
            .map(|(position, (cell, decided))| cell_line(position, cell, decided, verdict, policy))
            .collect(),
    }
}

fn cell_line(position: usize, cell: &Cell<'_>, decided: &CellVerdict, verdict: &Verdict, policy: &Policy) -> CellLine {
    let proof = cell.best().map(|record| record.proof);
    CellLine {
        channel: decided.channel,
        grade: decided.grade,
        class: decided.class,
        action: decided.action,
        rules: verdict.rules_on(position).fold(0, |bits, rule| bits | 1 << rule),
        states: states(cell, policy),
        consent_at: proof.and_then(|proof| proof.consent_at).map(|at| at.seconds),
        in_batch: proof.is_some_and(|proof| proof.marks.batch > 0),
        declared: proof.is_some_and(|proof| proof.declared.is_some()),
        question: question(cell, policy).map(|question| question.key()),
    }
}

/// What each voice says of a cell. Verdicts, and the lists that are written of them, tell systems apart and no more.
fn states(cell: &Cell<'_>, policy: &Policy) -> Vec<StateLine> {
    let mut states: Vec<StateLine> = Vec::with_capacity(2);
    for record in &cell.records {
        let (voice, status) = (policy.table(record.table).voice, record.status);
        let says_yes = status == ConsentStatus::Given;
        match states.iter_mut().find(|state| state.voice == voice) {
            Some(state) => {
                state.says_yes |= says_yes;
                if status.strictness() < state.status.strictness() {
                    state.status = status;
                }
            }
            None => states.push(StateLine { voice, status, says_yes }),
        }
    }
    states.sort_by_key(|state| state.voice);
    states
}
