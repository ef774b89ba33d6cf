//! One action per cell: the strictest that anything asks for (rule book 1.9).

use crate::audit::{Dossier, Finding, Policy, is_past_stop};
use crate::vocabulary::{Action, Class, DAY, Grade};

/// The one label of a cell.
///
/// The grade asks for something of its own, each finding on the cell or the person asks for more, and the
/// first in the order of display wins. A deletion of our own accord waits while a hold on the same cell is
/// open, and a refused cell is suppressed: deleting it would lose the no.
pub fn decide(dossier: &Dossier<'_>, cell: usize, findings: &[Finding], class: Class, policy: &Policy) -> Action {
    let by_grade = by_grade(dossier, cell, class, policy);
    let strictest = findings
        .iter()
        .filter(|finding| finding.cell.is_none_or(|about| usize::from(about) == cell))
        .map(|finding| finding.remedy)
        .fold(by_grade, Action::min);
    let held = by_grade == Action::Hold
        || findings.iter().any(|finding| {
            finding.remedy == Action::Hold && finding.cell.is_none_or(|about| usize::from(about) == cell)
        });
    let refused = matches!(dossier.cells[cell].grade, Grade::Neg | Grade::Dead);
    match strictest {
        Action::Delete if refused || held => Action::Suppress,
        Action::ReConsent if !may_be_asked(dossier, class) => Action::Keep,
        action => action,
    }
}

/// What the grade alone asks for (rule book 1.5, default use).
fn by_grade(dossier: &Dossier<'_>, cell: usize, class: Class, policy: &Policy) -> Action {
    let cell = &dossier.cells[cell];
    match cell.grade {
        Grade::Neg | Grade::Dead => Action::Suppress,
        _ if class == Class::P => pending(cell, policy),
        // Where e-mail is allowed until the person objects, silence stops nothing.
        _ if class == Class::C => Action::Keep,
        Grade::E5 | Grade::E4 if is_past_stop(dossier, cell, policy) => Action::Suppress,
        Grade::SoPlus if class == Class::B => Action::Keep,
        Grade::E5 | Grade::E4 | Grade::B2b => Action::Keep,
        Grade::E3 | Grade::E2 | Grade::E1 | Grade::SoMinus => Action::Hold,
        Grade::SoPlus => Action::Suppress,
        Grade::E0 if dossier.is_customer() => Action::Suppress,
        Grade::E0 => Action::Delete,
    }
}

/// A request that was never confirmed expires; until then nothing but its one confirmation is sent.
fn pending(cell: &crate::audit::Cell<'_>, policy: &Policy) -> Action {
    let asked = cell.records.iter().filter_map(|record| record.proof.consent_at).map(|at| at.seconds).max();
    match asked {
        Some(at) if at < (policy.today - policy.parameters.pending_ttl_days) * DAY => Action::Delete,
        // Without a date nobody can show that it has expired.
        _ => Action::Suppress,
    }
}

/// The one gate to every message that asks for consent: the class allows it, and so do the laws of both countries.
pub fn may_be_asked(dossier: &Dossier<'_>, class: Class) -> bool {
    matches!(class, Class::A | Class::B | Class::C) && dossier.laws().all(|law| law.allows_asking(class))
}
