//! What named people decided: kept by address or number, also once it is withdrawn.

use rusqlite::params;

use crate::plan::{Decision, Decisions};
use crate::vocabulary::{Action, Channel};

use super::{Casefile, Ledger, StoreError};

impl Casefile {
    /// Every decision, withdrawn ones too, in the order in which they were made.
    pub fn decisions(&self) -> Result<Vec<Decision>, StoreError> {
        let mut query = self.vault.connection().prepare_cached(
            "SELECT id, person_key, channel, purpose, asked_for, action, decided_by, reason, decided_on, withdrawn_on
             FROM decision ORDER BY id",
        )?;
        let mut rows = query.query([])?;
        let mut decisions = Vec::new();
        while let Some(row) = rows.next()? {
            let word = |column: usize| row.get::<_, String>(column);
            let action =
                |word: String| Action::ALL.into_iter().find(|action| action.word() == word).ok_or(StoreError::Damaged);
            decisions.push(Decision {
                id: row.get(0)?,
                key: word(1)?,
                channel: Channel::from_word(&word(2)?).ok_or(StoreError::Damaged)?,
                purpose: word(3)?,
                from: action(word(4)?)?,
                to: action(word(5)?)?,
                by: word(6)?,
                reason: word(7)?,
                on: word(8)?,
                withdrawn_on: row.get(9)?,
            });
        }
        Ok(decisions)
    }

    /// Keeps a decision and gives it its number; the one it has is left aside.
    pub fn keep_decision(&self, decision: &Decision) -> Result<u32, StoreError> {
        let connection = self.vault.connection();
        connection
            .prepare_cached(
                "INSERT INTO decision
                     (person_key, channel, purpose, asked_for, action, decided_by, reason, decided_on, withdrawn_on)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL)",
            )?
            .execute(params![
                decision.key,
                decision.channel.word(),
                decision.purpose,
                decision.from.word(),
                decision.to.word(),
                decision.by,
                decision.reason,
                decision.on,
            ])
            .map_err(StoreError::from_write)?;
        u32::try_from(connection.last_insert_rowid()).map_err(|_| StoreError::Damaged)
    }

    /// Takes a decision back on a day. It stays in the history. False if there is none that stands.
    pub fn withdraw_decision(&self, id: u32, on: &str) -> Result<bool, StoreError> {
        let changed = self
            .vault
            .connection()
            .execute("UPDATE decision SET withdrawn_on = ?2 WHERE id = ?1 AND withdrawn_on IS NULL", params![id, on])
            .map_err(StoreError::from_write)?;
        Ok(changed == 1)
    }

    /// Does several things to the case, or none of them.
    pub fn atomically<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let begun = self.vault.connection().unchecked_transaction();
        let transaction = begun.map_err(|error| E::from(StoreError::from_write(error)))?;
        let done = work()?;
        transaction.commit().map_err(|error| E::from(StoreError::from_write(error)))?;
        Ok(done)
    }

    /// Lays every decision that stands over the ledger.
    pub(super) fn lay_decisions_over(&self, ledger: &mut Ledger) -> Result<(), StoreError> {
        let decisions = Decisions::of(self.decisions()?);
        if decisions.is_empty() {
            return Ok(());
        }
        let keys: std::collections::HashSet<&str> = decisions.keys().collect();
        let concerned = |text: Option<&str>| text.is_some_and(|text| keys.contains(text));
        let people: Vec<u32> = ledger
            .people()
            .filter(|person| concerned(person.email()) || concerned(person.phone()))
            .map(|person| person.number())
            .collect();
        people.into_iter().try_for_each(|person| self.lay_over_person(ledger, person))
    }

    /// Lays what is decided about whoever is reached at an address or number over the ledger, and takes off what no
    /// longer stands.
    pub fn lay_over_reached_at(&self, ledger: &mut Ledger, key: &str) -> Result<(), StoreError> {
        let people: Vec<u32> = ledger.reached_at(key).map(|person| person.number()).collect();
        people.into_iter().try_for_each(|person| self.lay_over_person(ledger, person))
    }

    fn lay_over_person(&self, ledger: &mut Ledger, person: u32) -> Result<(), StoreError> {
        let Some(verdict) = self.verdict(person)? else { return Ok(()) };
        for (position, cell) in verdict.cells.iter().enumerate() {
            ledger.decide(person, position, cell.by_rules.map(|_| cell.action));
        }
        Ok(())
    }
}
