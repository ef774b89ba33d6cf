//! Reading the ledger of a case into memory.

use super::Ledger;
use super::line::lines;
use crate::store::{Casefile, StoreError, unpack};

impl Casefile {
    /// Reads the ledger, with what people decided laid over it. Blocks are opened and laid out on all cores, and put
    /// together in order.
    pub fn ledger(&self) -> Result<Ledger, StoreError> {
        let mut query = self.vault.connection().prepare("SELECT ledger FROM verdict_block ORDER BY first_person")?;
        let blocks: Vec<Vec<u8>> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let mut ledger = Ledger::with(self.voices()?);
        for some in blocks.chunks(cores * 16) {
            let parts: Vec<Result<Ledger, StoreError>> = std::thread::scope(|scope| {
                let working: Vec<_> =
                    some.chunks(some.len().div_ceil(cores)).map(|mine| scope.spawn(move || laid_out(mine))).collect();
                working
                    .into_iter()
                    .map(|thread| thread.join().expect("reading a block ends in a result, never in a panic"))
                    .collect()
            });
            for part in parts {
                ledger.append(&part?);
            }
        }
        ledger.settle();
        self.lay_decisions_over(&mut ledger)?;
        Ok(ledger)
    }
}

/// The people of some blocks, as a ledger of their own.
fn laid_out(blocks: &[Vec<u8>]) -> Result<Ledger, StoreError> {
    let mut part = Ledger::default();
    for block in blocks {
        lines(&unpack(block)?)?.iter().for_each(|line| part.push(line));
    }
    Ok(part)
}
