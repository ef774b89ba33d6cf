//! What was found: verdicts in blocks of people, and one narrow row per cell to count and filter by.

use rusqlite::{Transaction, params};

use crate::audit::CountryCode;
use crate::plan::Verdict;
use crate::vocabulary::{Action, Channel, Class, Grade};

use super::{Casefile, StoreError, pack, unpack};

/// The narrow row of a cell.
#[derive(Debug, Clone, Copy)]
pub struct CellRow {
    /// The person's number.
    pub person: u32,
    /// The channel.
    pub channel: Channel,
    /// The person's country.
    pub country: CountryCode,
    /// The grade.
    pub grade: Grade,
    /// The class.
    pub class: Class,
    /// The action.
    pub action: Action,
    /// The systems that know the person: bit n stands for the nth of [`System::ALL`](crate::vocabulary::System::ALL).
    pub systems: u32,
    /// The rules that fired: bit n stands for the nth of the catalogue.
    pub rules: u64,
}

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
    pub fn block(&mut self, first_person: u32, packed: &[u8], cells: &[CellRow]) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("INSERT INTO verdict_block VALUES (?1, ?2)")?
            .execute(params![first_person, packed])
            .map_err(StoreError::from_write)?;
        let mut insert = self.transaction.prepare_cached("INSERT INTO cell VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
        for cell in cells {
            insert
                .execute(params![
                    cell.person,
                    cell.channel as u8,
                    cell.country.word(),
                    cell.grade as u8,
                    cell.class as u8,
                    cell.action as u8,
                    cell.systems,
                    cell.rules.cast_signed(),
                ])
                .map_err(StoreError::from_write)?;
        }
        Ok(())
    }

    /// Makes the verdicts part of the case.
    pub fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit().map_err(StoreError::from_write)
    }
}

impl Casefile {
    /// Starts replacing the verdicts.
    pub fn begin_verdicts(&mut self) -> Result<VerdictWriter<'_>, StoreError> {
        let transaction = self
            .vault
            .connection_mut()
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(StoreError::from_write)?;
        transaction.execute_batch("DELETE FROM verdict_block; DELETE FROM cell;").map_err(StoreError::from_write)?;
        Ok(VerdictWriter { transaction })
    }

    /// Every verdict in the order of people, a block at a time in memory.
    pub fn each_verdict<E: From<StoreError>>(&self, mut sink: impl FnMut(&Verdict) -> Result<(), E>) -> Result<(), E> {
        let lost = |error: rusqlite::Error| E::from(StoreError::from(error));
        let mut query =
            self.vault.connection().prepare("SELECT data FROM verdict_block ORDER BY first_person").map_err(lost)?;
        let mut rows = query.query([]).map_err(lost)?;
        while let Some(row) = rows.next().map_err(lost)? {
            let data: Vec<u8> = row.get(0).map_err(lost)?;
            let verdicts: Vec<Verdict> =
                postcard::from_bytes(&unpack(&data)?).map_err(|_| E::from(StoreError::Damaged))?;
            verdicts.iter().try_for_each(&mut sink)?;
        }
        Ok(())
    }
}
