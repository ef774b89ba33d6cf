//! The words of one column and what each stands for, counted over every contact.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use serde::Serialize;
use specta::Type;

use crate::import::speaks_of_state;
use crate::normalise::{cell, state_of_word};
use crate::store::StoreError;
use crate::vocabulary::{ConsentStatus, TableId};

use super::super::{Case, CaseError};
use super::correct::layout_of;
use super::{count, shortened};

/// The words of a column.
#[derive(Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ValuesView {
    /// The column, from 1.
    pub position: u32,
    /// Its header.
    pub header: String,
    /// Contacts of the table.
    pub cells: u32,
    /// Contacts for which the column holds nothing.
    pub empty: u32,
    /// Different words.
    pub distinct: u32,
    /// The most frequent words, most frequent first.
    pub values: Vec<ValueView>,
}

/// One word.
#[derive(Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ValueView {
    /// As written.
    pub word: String,
    /// How often.
    pub count: u32,
    /// What it stands for. Unknown is never a yes.
    pub status: ConsentStatus,
    /// Whether a person said so.
    pub by_hand: bool,
}

/// The most words shown.
const SHOWN: usize = 200;
/// The most words counted: a column with more holds free text.
const COUNTED: usize = 20_000;
/// The longest word that can be set: a longer cell is no word of a state.
const LONGEST: usize = 200;

impl Case {
    /// The words of a column (its position from 1).
    ///
    /// # Errors
    /// When table or column are not in the case.
    pub fn column_values(&self, table: TableId, position: u32) -> Result<ValuesView, CaseError> {
        let record = self.table_record(table)?;
        let column =
            record.recognition.columns.iter().find(|column| column.position == position).ok_or(CaseError::Gone)?;
        let at = (position as usize).checked_sub(1).ok_or(CaseError::Gone)?;
        let rejected = self.store.rejected_numbers(table)?;
        let said = self.store.remembered(&layout_of(&record))?.remove(&position).unwrap_or_default();
        let mut words: BTreeMap<String, u32> = BTreeMap::new();
        let (mut cells, mut empty) = (0_u32, 0_u32);
        self.store.each_batch_of(table, |batch| -> Result<_, StoreError> {
            for row in batch.rows().filter(|row| !rejected.contains(&row.number())) {
                cells += 1;
                let Some(text) = row.cell(at).and_then(cell::text) else {
                    empty += 1;
                    continue;
                };
                if let Some(times) = words.get_mut(text) {
                    *times += 1;
                } else if words.len() < COUNTED {
                    words.insert(text.to_owned(), 1);
                }
            }
            Ok(ControlFlow::Continue(()))
        })?;
        let distinct = count(words.len() as u64);
        let mut words: Vec<(String, u32)> = words.into_iter().collect();
        words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        words.truncate(SHOWN);
        let states = column.field.is_some_and(speaks_of_state);
        let values = words
            .into_iter()
            .map(|(word, count)| ValueView {
                status: states.then(|| state_of_word(column, &word)).flatten().unwrap_or(ConsentStatus::Unknown),
                by_hand: said.words.contains_key(&word),
                word: shortened(&word, LONGEST),
                count,
            })
            .collect();
        Ok(ValuesView { position, header: column.header.clone(), cells, empty, distinct, values })
    }
}

/// Words are cells: no log shows them.
impl std::fmt::Debug for ValuesView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ValuesView({}, {} cells, {} words)", self.position, self.cells, self.distinct)
    }
}
