//! One table: what each column was taken for, and three of its cells.

use std::ops::ControlFlow;

use serde::Serialize;
use specta::Type;

use crate::import::{ColumnMeaning, DateOrder, Polarity, speaks_of_state};
use crate::normalise::cell;
use crate::store::{StoreError, TableRecord};
use crate::vocabulary::{Category, Field, TableId};

use super::super::{Case, CaseError};
use super::card::table_card;
use super::correct::layout_of;
use super::{Question, TableCard, count, percent, shortened};

/// One table.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TableView {
    /// The file it is of.
    pub file: u32,
    /// The file's name.
    pub name: String,
    /// What the strip of files shows of it.
    pub card: TableCard,
    /// One per column, in order.
    pub columns: Vec<ColumnView>,
    /// What is asked about it.
    pub questions: Vec<Question>,
}

/// One column.
#[derive(Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ColumnView {
    /// Position from 1.
    pub position: u32,
    /// The header as written; empty if there is none.
    pub header: String,
    /// Up to three different cells, the first that are not empty, as written.
    pub samples: Vec<String>,
    /// Whether its cells are personal data, to be masked.
    pub personal: bool,
    /// The meaning; `None` if it keeps its own name.
    pub field: Option<Field>,
    /// How sure that is, in percent.
    pub sure: u32,
    /// Why.
    pub why: String,
    /// Whether a person said something of it.
    pub by_hand: bool,
    /// Rows in which it holds something.
    pub filled: u32,
    /// Whether it holds states, whose words can be set.
    pub states: bool,
    /// Which way yes and no point, in a column of states.
    pub polarity: Option<Polarity>,
    /// How its dates are ordered, in a column of dates.
    pub dates: Option<DateOrder>,
    /// The purpose its header names.
    pub purpose: Option<String>,
    /// The kind of personal data.
    pub category: Category,
}

/// Rows looked through for three different cells of each column.
const ROWS: usize = 4096;
/// The longest sample.
const LONGEST: usize = 80;

impl Case {
    /// One table, to look at and to correct.
    ///
    /// # Errors
    /// When the table is not in the case.
    pub fn table(&self, table: TableId) -> Result<TableView, CaseError> {
        let record = self.table_record(table)?;
        let file = self.file_record(record.file)?;
        let questions = self.questions_of(&record)?;
        let said = self.store.remembered(&layout_of(&record))?;
        let samples = self.samples(&record)?;
        let columns = record.recognition.columns.iter().zip(samples).enumerate();
        Ok(TableView {
            file: u32::try_from(file.id).unwrap_or_default(),
            name: file.name,
            card: table_card(&record, &self.store.tables()?, &questions, &self.store.repairs_of(table)?),
            columns: columns
                .map(|(at, (column, samples))| ColumnView {
                    position: column.position,
                    header: column.header.clone(),
                    personal: is_personal(column),
                    samples,
                    field: column.field,
                    sure: percent(column.confidence),
                    why: column.why.clone(),
                    by_hand: said.get(&column.position).is_some_and(|said| !said.is_empty()),
                    filled: count(record.filled.get(at).copied().unwrap_or_default()),
                    states: column.field.is_some_and(speaks_of_state),
                    polarity: column.field.is_some_and(speaks_of_state).then_some(column.polarity),
                    dates: column.dates,
                    purpose: column.purpose.clone(),
                    category: column.category,
                })
                .collect(),
            questions,
        })
    }

    fn samples(&self, record: &TableRecord) -> Result<Vec<Vec<String>>, CaseError> {
        let mut samples: Vec<Vec<String>> = vec![Vec::new(); record.header.len()];
        let mut looked = 0;
        self.store.each_batch_of(record.id, |batch| -> Result<_, StoreError> {
            for row in batch.rows() {
                for (at, samples) in samples.iter_mut().enumerate().filter(|(_, samples)| samples.len() < 3) {
                    let Some(text) = row.cell(at).and_then(cell::text) else { continue };
                    let text = shortened(text, LONGEST);
                    if !samples.contains(&text) {
                        samples.push(text);
                    }
                }
            }
            looked += batch.len();
            let done = looked >= ROWS || samples.iter().all(|samples| samples.len() == 3);
            Ok(if done { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        })?;
        Ok(samples)
    }
}

/// Whether cells of the column tell of a person. What is not known to be harmless does.
fn is_personal(column: &ColumnMeaning) -> bool {
    match (column.field, column.category) {
        (Some(Field::Country | Field::Language | Field::Company), _) => false,
        (Some(Field::ConsentIp | Field::ConfirmedIp | Field::Notes | Field::UnsubscribeReason), _) => true,
        (_, Category::Identity | Category::Special | Category::Other) => true,
        (_, Category::Consent | Category::Behaviour | Category::Technical) => false,
    }
}

/// Samples are cells: no log shows them.
impl std::fmt::Debug for ColumnView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ColumnView({}, {:?}, {} samples)", self.position, self.field, self.samples.len())
    }
}
