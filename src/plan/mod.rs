//! Fifth station: what to do about it.
//!
//! In: findings and the decisions of people. Out: one [`Action`](crate::vocabulary::Action) per cell, the
//! strictest that applies; a person may decide otherwise, by name and with a reason. Never here: a person who said no, or whose consent nobody can show, on a list of
//! people to be asked.

mod decide;
mod decision;
mod invitee;
mod permit;
mod reach;
mod verdict;

pub use decide::may_be_asked;
pub use decision::{Decision, Decisions, person_key};
pub use invitee::{Invitee, invitees, may_join};
pub use permit::{Refused, permits};
pub use reach::{Reach, Tie};
pub use verdict::{CellVerdict, FindingRecord, OwnId, SystemState, Verdict, person_name};
