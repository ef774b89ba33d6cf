//! First station: a file becomes rows.
//!
//! In: a file of any kind a marketing system exports. Out: for every row of it a [`SourceRow`] or a
//! [`RejectedRow`], and a [`Recognition`] that says what system wrote it and what each column means.
//! Never here: a change to the file, a judgement about a person, a lost row.

mod correction;
mod header_words;
mod recognise;
mod recognition;
mod row;
mod systems;

pub use correction::{Correction, CorrectionError, Corrections};
pub use header_words::bare_answer;
pub use recognise::{TableSample, ValueWords, layout_key, recognise, status_of_cell};
pub use systems::what_is_missing;
pub use recognition::{ColumnMeaning, DateOrder, Polarity, Recognition, ValueMeaning};
pub use row::{RejectedRow, RowBatch, SourceRow};
