//! What a named person decided, and how it lies over what the rules ask for.

use std::collections::HashMap;

use crate::vocabulary::{Action, Channel};

use super::permit::permits;
use super::verdict::Verdict;

/// A decision of a person about one cell. It is kept with the case, also once it is withdrawn.
#[derive(Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its number within the case, in the order in which decisions were made.
    pub id: u32,
    /// Whom it is about, see [`person_key`]. Personal data.
    pub key: String,
    /// The channel.
    pub channel: Channel,
    /// The purpose as exports name it; empty if none does.
    pub purpose: String,
    /// What the rules asked for.
    pub from: Action,
    /// What is done instead.
    pub to: Action,
    /// Who decided. Never empty.
    pub by: String,
    /// Why. Never empty.
    pub reason: String,
    /// The day, as `YYYY-MM-DD`.
    pub on: String,
    /// The day it was taken back, if it was.
    pub withdrawn_on: Option<String>,
}

/// What a person is known by across audits: the address they are written to, else the number they are called on.
/// Numbers of people change when files are added. Who shares an address shares what is decided about it.
pub fn person_key<'v>(email: Option<&'v str>, phone: Option<&'v str>) -> Option<&'v str> {
    email.or(phone)
}

/// The decisions that stand, by whom they are about.
#[derive(Default)]
pub struct Decisions {
    by_key: HashMap<String, Vec<Decision>>,
}

impl Decisions {
    /// Those of a history that were not withdrawn.
    pub fn of(history: Vec<Decision>) -> Self {
        let mut by_key: HashMap<String, Vec<Decision>> = HashMap::new();
        for decision in history.into_iter().filter(|decision| decision.withdrawn_on.is_none()) {
            by_key.entry(decision.key.clone()).or_default().push(decision);
        }
        Self { by_key }
    }

    /// Whether nobody decided anything.
    pub fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }

    /// Whom decisions are about, in no order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_key.keys().map(String::as_str)
    }

    /// The decision that stands on a cell: the last one made that is still permitted. A decision about a number
    /// follows the person when an address turns up, as long as it stops something: who shares a telephone shares no
    /// permission.
    pub fn on(&self, verdict: &Verdict, cell: usize) -> Option<&Decision> {
        let about = verdict.cells.get(cell)?;
        let key = person_key(verdict.email.as_deref(), verdict.phone.as_deref())?;
        [verdict.email.as_deref(), verdict.phone.as_deref()]
            .into_iter()
            .flatten()
            .flat_map(|known| self.by_key.get(known).into_iter().flatten())
            .filter(|decision| decision.key == key || !decision.to.permits_sending())
            .filter(|decision| decision.channel == about.channel && decision.purpose == about.purpose)
            .filter(|decision| permits(verdict, cell, decision.to).is_ok())
            .max_by_key(|decision| decision.id)
    }

    /// Lays the decisions over a verdict as the rules made it.
    pub fn lay_over(&self, verdict: &mut Verdict) {
        if self.is_empty() {
            return;
        }
        for cell in 0..verdict.cells.len() {
            let Some(to) = self.on(verdict, cell).map(|decision| decision.to) else { continue };
            let cell = &mut verdict.cells[cell];
            cell.by_rules = Some(cell.asked_for());
            cell.action = to;
        }
    }
}

impl std::fmt::Debug for Decision {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Decision({}, {:?} to {:?})", self.id, self.from, self.to)
    }
}

impl std::fmt::Debug for Decisions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Decisions({} people)", self.by_key.len())
    }
}

#[cfg(test)]
mod tests;
