//! First station: a file becomes rows.
//!
//! In: a file of any kind a marketing system exports. Out: for every row of it a [`SourceRow`] or a
//! [`RejectedRow`], and a [`Recognition`] that says what system wrote it and what each column means.
//! Never here: a change to the file, a judgement about a person, a lost row.

mod bundle;
mod carry;
mod correction;
mod encoding;
mod endings;
mod error;
mod file;
mod header_groups;
mod header_words;
mod layout;
mod limits;
mod mapping;
mod passes;
mod recognise;
mod recognition;
mod repair;
mod row;
mod side_by_side;
mod sieve;
mod signature;
mod stacked;
mod survey;
mod systems;
mod text;
mod total;
mod workbook;

pub use correction::{ColumnCorrection, Correction, CorrectionError, Corrections, Meaning};
pub use endings::{LISTS, LISTS_AT_TIMES, is_list};
pub use error::ImportError;
pub use file::{Batch, Count, SourceFile, Table, glance, open};
pub use header_words::bare_answer;
pub use limits::Limits;
pub use mapping::{Mapping, MappingError};
pub use recognise::{
    DateShape, TableSample, ValueWords, date_shape, is_date_field, layout_key, recognise, speaks_of_state,
    status_of_cell,
};
pub(crate) use recognise::{
    HeaderChannel, Purpose, agreed_channels, also_refused, channel_of_cell, channel_of_header, date_of_state,
    header_key, is_of_addresses, permits_email, purpose_of_cell,
};
pub use recognition::{ColumnMeaning, DateOrder, Polarity, Recognition, ValueMeaning};
pub use repair::{Repair, Repaired, RepairedRows, Repairs, cell_repairs, is_rounded_number, unwrapped};
pub use row::{RejectedRow, RowBatch, SourceRow};
pub(crate) use sieve::stands_below_a_refusal;
pub use systems::{KnownExport, known_exports, what_is_missing};
pub(crate) use systems::{column_of_deletion, column_of_state_date};
pub(crate) use text::part;
#[cfg(any(test, fuzzing))]
pub use workbook::child::rows_here;
pub use workbook::{CHILD_ARGUMENT, WorkbookParser, child as workbook_child};
