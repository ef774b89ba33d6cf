//! The gate before every message that asks for consent. Such a message is itself marketing (rule book 4.1),
//! so there is one way to become an invitee, and it checks everything again.

use crate::audit::country;
use crate::vocabulary::{Action, Class, Grade};

use super::verdict::{CellVerdict, Verdict};

/// Somebody who may be asked once whether they want to stay. Made only by [`invitees`].
#[derive(Clone, Copy)]
pub struct Invitee<'v> {
    verdict: &'v Verdict,
    cell: &'v CellVerdict,
}

impl<'v> Invitee<'v> {
    /// The person.
    pub fn verdict(&self) -> &'v Verdict {
        self.verdict
    }

    /// The cell they may be asked about.
    pub fn cell(&self) -> &'v CellVerdict {
        self.cell
    }
}

/// The cells of a person that may be asked about: the plan says so, the class allows it, the country allows
/// the class, and no system holds a no.
pub fn invitees(verdict: &Verdict) -> impl Iterator<Item = Invitee<'_>> {
    verdict.cells.iter().filter(|cell| may_join(verdict, cell)).map(move |cell| Invitee { verdict, cell })
}

fn may_join(verdict: &Verdict, cell: &CellVerdict) -> bool {
    cell.action == Action::ReConsent
        && matches!(cell.class, Class::A | Class::B | Class::C)
        && !matches!(cell.grade, Grade::Neg | Grade::Dead)
        && country(verdict.country).allows_asking(cell.class)
        && cell.states.iter().all(|state| !state.status.is_refusal() || cell.grade >= Grade::E4)
}
