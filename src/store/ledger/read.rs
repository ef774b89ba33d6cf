//! Reading the ledger of a case into memory.

use super::Ledger;
use super::line::{PersonLine, lines};
use crate::store::{Casefile, StoreError};

impl Casefile {
    /// Reads the ledger, with what people decided laid over it. Blocks are decompressed on all cores and put together
    /// in order.
    pub fn ledger(&self) -> Result<Ledger, StoreError> {
        let mut query = self.vault.connection().prepare("SELECT ledger FROM verdict_block ORDER BY first_person")?;
        let blocks: Vec<Vec<u8>> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let mut ledger = Ledger::default();
        for some in blocks.chunks(cores * 4) {
            let opened: Vec<Result<Vec<PersonLine>, StoreError>> = std::thread::scope(|scope| {
                let working: Vec<_> = some
                    .chunks(some.len().div_ceil(cores))
                    .map(|mine| scope.spawn(move || mine.iter().map(|block| lines(block)).collect::<Vec<_>>()))
                    .collect();
                working
                    .into_iter()
                    .flat_map(|thread| thread.join().expect("reading a block ends in a result, never in a panic"))
                    .collect()
            });
            for lines in opened {
                lines?.iter().for_each(|line| ledger.push(line));
            }
        }
        ledger.settle();
        self.lay_decisions_over(&mut ledger)?;
        Ok(ledger)
    }
}
