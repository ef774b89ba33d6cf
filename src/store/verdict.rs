//! What was found: verdicts in blocks of people, each block beside its lines of the ledger.

use rusqlite::{Transaction, params};

use crate::plan::{Decisions, Verdict};
use crate::vocabulary::Voices;

use super::{Casefile, FORGET_VERDICTS, NOT_TAKEN_BACK, StoreError, note, pack, unpack};

/// The name under which the voices of the ledger are kept.
const VOICES: &str = "voices";

/// Replaces the verdicts of a case, in one transaction.
pub struct VerdictWriter<'c> {
    transaction: Transaction<'c>,
}

impl VerdictWriter<'_> {
    /// Compresses the verdicts of a block of people. Runs beside the writer.
    pub fn pack(verdicts: &[Verdict]) -> Vec<u8> {
        pack(&postcard::to_stdvec(verdicts).expect("verdicts are plain data and always encode"))
    }

    /// Writes a packed block. Blocks are written in the order of people.
    pub fn block(&mut self, first_person: u32, verdicts: &[u8], ledger: &[u8]) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("INSERT INTO verdict_block (first_person, data, ledger) VALUES (?1, ?2, ?3)")?
            .execute(params![first_person, verdicts, ledger])
            .map_err(StoreError::from_write)?;
        Ok(())
    }

    /// Makes the verdicts part of the case.
    pub fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit().map_err(StoreError::from_write)
    }
}

impl Casefile {
    /// Starts replacing the verdicts, in whose ledger these voices speak.
    pub fn begin_verdicts(&mut self, voices: &Voices) -> Result<VerdictWriter<'_>, StoreError> {
        let transaction = self
            .vault
            .connection_mut()
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(StoreError::from_write)?;
        transaction.execute_batch(FORGET_VERDICTS).map_err(StoreError::from_write)?;
        transaction.execute_batch(NOT_TAKEN_BACK).map_err(StoreError::from_write)?;
        let encoded = serde_json::to_string(voices).expect("plain data always encodes");
        note(&transaction, VOICES, &encoded)?;
        Ok(VerdictWriter { transaction })
    }

    /// Who speaks in the ledger, as it was when people were judged.
    pub(super) fn voices(&self) -> Result<Voices, StoreError> {
        match self.noted(VOICES)? {
            Some(kept) => serde_json::from_str(&kept).map_err(|_| StoreError::Damaged),
            None => Ok(Voices::default()),
        }
    }

    /// The verdict on one person, by their number, with what people decided laid over it.
    pub fn verdict(&self, person: u32) -> Result<Option<Verdict>, StoreError> {
        use rusqlite::OptionalExtension;
        let block = self
            .vault
            .connection()
            .query_row(
                "SELECT data FROM verdict_block WHERE first_person <= ?1 ORDER BY first_person DESC LIMIT 1",
                [person],
                |row| row.get::<_, Vec<u8>>(0),
            )
            .optional()?;
        let Some(block) = block else { return Ok(None) };
        let verdicts: Vec<Verdict> = postcard::from_bytes(&unpack(&block)?).map_err(|_| StoreError::Damaged)?;
        let Some(mut verdict) = verdicts.into_iter().find(|verdict| verdict.person == person) else { return Ok(None) };
        Decisions::of(self.decisions()?).lay_over(&mut verdict);
        Ok(Some(verdict))
    }

    /// Every verdict in the order of people, with what people decided laid over it; a block at a time in memory.
    pub fn each_verdict<E: From<StoreError>>(&self, mut sink: impl FnMut(&Verdict) -> Result<(), E>) -> Result<(), E> {
        let lost = |error: rusqlite::Error| E::from(StoreError::from(error));
        let decisions = Decisions::of(self.decisions()?);
        let mut query =
            self.vault.connection().prepare("SELECT data FROM verdict_block ORDER BY first_person").map_err(lost)?;
        let mut rows = query.query([]).map_err(lost)?;
        while let Some(row) = rows.next().map_err(lost)? {
            let data: Vec<u8> = row.get(0).map_err(lost)?;
            let mut verdicts: Vec<Verdict> =
                postcard::from_bytes(&unpack(&data)?).map_err(|_| E::from(StoreError::Damaged))?;
            verdicts.iter_mut().for_each(|verdict| decisions.lay_over(verdict));
            verdicts.iter().try_for_each(&mut sink)?;
        }
        Ok(())
    }
}
