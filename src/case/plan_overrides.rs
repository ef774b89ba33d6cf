//! What people decided otherwise, as the plan lists it: also what does not hold any more, with its reason.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use specta::Type;

use crate::plan::{Decision, Verdict, permits};
use crate::store::Ledger;
use crate::texts::text;
use crate::vocabulary::{Action, Channel};

use super::{Case, CaseError};

/// How many are listed. The rest is counted.
const LISTED: usize = 200;

/// The decisions that were made and not taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Overrides {
    /// How many there are.
    pub all: u32,
    /// The latest of them, latest first.
    pub latest: Vec<Override>,
}

/// A decision of a person about another.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Override {
    /// Its number, by which it is taken back.
    pub id: u32,
    /// Whom it is about: an address or a number. Personal data.
    pub who: String,
    /// Their number in the case; `None` when no list has them any more.
    pub person: Option<u32>,
    /// The channel.
    pub channel: Channel,
    /// What the rules asked for.
    pub from: Action,
    /// What is done instead.
    pub to: Action,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// The day, as `YYYY-MM-DD`.
    pub on: String,
    /// Why it does not hold, where it does not. Finished sentence.
    pub refused: Option<String>,
}

impl Case {
    /// The decisions of people, the latest first.
    ///
    /// # Errors
    /// When the casefile cannot be read.
    pub fn overrides(&self, ledger: &Ledger) -> Result<Overrides, CaseError> {
        let mut standing = self.store.decisions()?;
        standing.retain(|decision| decision.withdrawn_on.is_none());
        standing.reverse();
        // Of several about one cell the last is what is decided.
        let mut seen = HashSet::new();
        standing.retain(|one| seen.insert((one.key.clone(), one.channel, one.purpose.clone())));
        let all = u32::try_from(standing.len()).unwrap_or(u32::MAX);
        standing.truncate(LISTED);
        let people = reached(ledger, &standing);
        let mut latest = Vec::with_capacity(standing.len());
        for decision in standing {
            let person = people.get(&decision.key).copied().flatten();
            let verdict = person.map(|person| self.store.verdict(person)).transpose()?.flatten();
            latest.push(Override {
                refused: why_not(&decision, verdict.as_ref()),
                id: decision.id,
                who: decision.key,
                person,
                channel: decision.channel,
                from: decision.from,
                to: decision.to,
                reason: decision.reason,
                by: decision.by,
                on: decision.on,
            });
        }
        Ok(Overrides { all, latest })
    }
}

/// The first person reached at each address or number that decisions are about.
fn reached(ledger: &Ledger, decisions: &[Decision]) -> HashMap<String, Option<u32>> {
    let mut people: HashMap<String, Option<u32>> = decisions.iter().map(|one| (one.key.clone(), None)).collect();
    if people.is_empty() {
        return people;
    }
    for person in ledger.people() {
        for key in [person.email(), person.phone()].into_iter().flatten() {
            if let Some(found) = people.get_mut(key).filter(|found| found.is_none()) {
                *found = Some(person.number());
            }
        }
    }
    people
}

/// Why a decision does not hold, if it does not.
fn why_not(decision: &Decision, verdict: Option<&Verdict>) -> Option<String> {
    let Some(verdict) = verdict else { return Some(text("decision-idle-nobody", &[])) };
    let is_about =
        |cell: &crate::plan::CellVerdict| cell.channel == decision.channel && cell.purpose == decision.purpose;
    let Some(cell) = verdict.cells.iter().position(is_about) else { return Some(text("decision-idle-nothing", &[])) };
    permits(verdict, cell, decision.to).err().map(|refused| text(refused.key(), &[]))
}

impl std::fmt::Debug for Override {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Override({}, {:?} to {:?}, refused: {})", self.id, self.from, self.to, self.refused.is_some())
    }
}
