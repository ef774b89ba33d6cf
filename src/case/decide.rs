//! Deciding by hand, and taking it back.

use serde::{Deserialize, Serialize};

use crate::plan::{Decision, Refused, permits, person_key};
use crate::store::Ledger;

use super::{Bucket, Case, CaseError};

/// What somebody decides about one cell of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    /// The person's number.
    pub person: u32,
    /// The cell, by its place in the verdict.
    pub cell: u32,
    /// What to do with it.
    pub to: Bucket,
    /// Who decides.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// Why a decision cannot be made. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DecisionError {
    /// The law of the case rules it out.
    #[error("{}", crate::texts::text(.0.key(), &[]))]
    Refused(Refused),
    /// Nobody put their name to it.
    #[error("a decision needs the name of whoever makes it. Write it and decide again")]
    NoName,
    /// Nobody says why.
    #[error("a decision needs its reason. Write it and decide again")]
    NoReason,
    /// The verdicts are those of another audit.
    #[error("this person is not part of the audit. Audit again, then decide")]
    NoSuchPerson,
    /// Nothing tells the person from others across audits.
    #[error("this person has neither an e-mail address nor a telephone number, so that no decision could be kept")]
    NoAddress,
    /// It was taken back before, or never made.
    #[error("this decision does not stand any more, so that there is nothing to take back")]
    NothingToUndo,
}

impl Case {
    /// Keeps what somebody decides, on a day written `YYYY-MM-DD`, and lays it over the ledger. The decision gets a
    /// number by which it can be taken back.
    ///
    /// # Errors
    /// When the decision is not [permitted](crate::plan::permits), or lacks a name or a reason.
    pub fn decide(&self, ledger: &mut Ledger, order: &Order, on: &str) -> Result<u32, CaseError> {
        let (by, reason) = (order.by.trim(), order.reason.trim());
        if by.is_empty() {
            return Err(DecisionError::NoName.into());
        }
        if reason.is_empty() {
            return Err(DecisionError::NoReason.into());
        }
        let verdict = self.store.verdict(order.person)?.ok_or(DecisionError::NoSuchPerson)?;
        let position = order.cell as usize;
        let cell = verdict.cells.get(position).ok_or(DecisionError::NoSuchPerson)?;
        permits(&verdict, position, order.to.action()).map_err(DecisionError::Refused)?;
        let key = person_key(verdict.email.as_deref(), verdict.phone.as_deref()).ok_or(DecisionError::NoAddress)?;
        let decision = Decision {
            id: 0,
            key: key.to_owned(),
            channel: cell.channel,
            purpose: cell.purpose.clone(),
            from: cell.asked_for(),
            to: order.to.action(),
            by: by.to_owned(),
            reason: reason.to_owned(),
            on: on.to_owned(),
            withdrawn_on: None,
        };
        self.changing(ledger, key, || Ok(self.store.keep_decision(&decision)?))
    }

    /// Takes a decision back on a day written `YYYY-MM-DD`. What the rules ask for holds again, or the decision made
    /// before.
    ///
    /// # Errors
    /// When there is none that stands.
    pub fn undo_decision(&self, ledger: &mut Ledger, id: u32, on: &str) -> Result<(), CaseError> {
        let decision = self.store.decisions()?.into_iter().find(|decision| decision.id == id);
        let key = decision.ok_or(DecisionError::NothingToUndo)?.key;
        self.changing(ledger, &key, || match self.store.withdraw_decision(id, on)? {
            true => Ok(()),
            false => Err(DecisionError::NothingToUndo.into()),
        })
    }

    /// Changes the decisions about whoever is reached at `key`, with all that follows, or nothing at all.
    fn changing<T>(
        &self,
        ledger: &mut Ledger,
        key: &str,
        change: impl FnOnce() -> Result<T, CaseError>,
    ) -> Result<T, CaseError> {
        let changed = self.store.atomically(|| {
            let changed = change()?;
            self.store.lay_over_reached_at(ledger, key)?;
            if let Some(mut summary) = self.summary()? {
                summary.recount(ledger);
                self.keep_counts(&summary, None)?;
            }
            Ok(changed)
        });
        if changed.is_err() {
            self.store.lay_over_reached_at(ledger, key)?;
        }
        changed
    }
}
