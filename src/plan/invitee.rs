//! The gate before every message that asks for consent. Such a message is itself marketing (rule book 4.1),
//! so there is one way to become an invitee, and it checks everything again.

use crate::audit::{CountryCode, country};
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
    let may_join = |cell: &&CellVerdict| {
        let says_no = cell.states.iter().any(|state| state.status.is_refusal());
        may_join(cell.action, cell.class, cell.grade, verdict.country, says_no)
    };
    verdict.cells.iter().filter(may_join).map(move |cell| Invitee { verdict, cell })
}

/// The gate itself, for whoever counts those behind it. `says_no`: some system holds a no.
pub fn may_join(action: Action, class: Class, grade: Grade, of: CountryCode, says_no: bool) -> bool {
    action == Action::ReConsent
        && matches!(class, Class::A | Class::B | Class::C)
        && !matches!(grade, Grade::Neg | Grade::Dead)
        && country(of).allows_asking(class)
        && (!says_no || grade >= Grade::E4)
}
