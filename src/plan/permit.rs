//! What a person may decide. One function says so, whoever asks: the drawer, the plan, the lists.

use crate::vocabulary::{Action, Class, Grade};

use super::verdict::{CellVerdict, Verdict};

/// Why a decision cannot be made. Nobody's name and reason lift one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refused {
    /// The person said no. Only they can take it back.
    SaidNo,
    /// Deleting the person would lose a no.
    LosesNo,
    /// Messages come back.
    Undeliverable,
    /// The request was never confirmed, and only the person can.
    Unconfirmed,
    /// Nothing shows that the person may be written to; what shows it has to be brought into the case.
    NothingShown,
    /// The record is under the protection of a law.
    Protected,
    /// It is no decision of a person: the rules ask for it, or nobody does.
    NotToDecide,
}

impl Refused {
    /// The key of the sentence that says so.
    pub fn key(self) -> &'static str {
        match self {
            Self::SaidNo => "decision-refused-said-no",
            Self::LosesNo => "decision-refused-loses-no",
            Self::Undeliverable => "decision-refused-undeliverable",
            Self::Unconfirmed => "decision-refused-unconfirmed",
            Self::NothingShown => "decision-refused-nothing-shown",
            Self::Protected => "decision-refused-protected",
            Self::NotToDecide => "decision-refused-not-to-decide",
        }
    }
}

/// Whether a named person may decide so on a cell, whatever their reason.
///
/// A hold may be lifted (rule book 1.9), for what the rules merely doubt a person may know. A no may not: nothing that
/// permits sending, nothing weaker than a stop, and no deletion that would lose it. What rests on nothing stays
/// stopped until its proof is part of the case, because unknown is never yes.
///
/// # Errors
/// Why not.
pub fn permits(verdict: &Verdict, cell: usize, to: Action) -> Result<(), Refused> {
    let Some(about) = verdict.cells.get(cell) else { return Err(Refused::NotToDecide) };
    if !matches!(to, Action::Keep | Action::Hold | Action::Suppress | Action::Delete) {
        return Err(Refused::NotToDecide);
    }
    if about.asked_for() == Action::Restrict {
        return Err(Refused::Protected);
    }
    match to {
        Action::Suppress => Ok(()),
        Action::Delete if verdict.cells.iter().any(holds_a_no) => Err(Refused::LosesNo),
        Action::Delete => Ok(()),
        _ => match about.grade {
            Grade::Neg => Err(Refused::SaidNo),
            Grade::Dead => Err(Refused::Undeliverable),
            _ if about.class == Class::P => Err(Refused::Unconfirmed),
            _ if about.class == Class::N => Err(Refused::NothingShown),
            _ if to == Action::Hold => Ok(()),
            _ if about.asked_for() == Action::Hold || about.asked_for().permits_sending() => Ok(()),
            _ => Err(Refused::NothingShown),
        },
    }
}

/// Whether something of the cell has to outlive the person's data: a no, or a bounce that keeps messages from going out.
fn holds_a_no(cell: &CellVerdict) -> bool {
    matches!(cell.grade, Grade::Neg | Grade::Dead) || cell.states.iter().any(|state| state.status.is_refusal())
}
