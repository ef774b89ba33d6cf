//! Last station: what is handed over.
//!
//! In: a casefile with its verdicts. Out: lists and tables, byte-identical for the same case and day. Never
//! here: a judgement, a clock, a cell that a spreadsheet would run as a formula.

mod columns;
mod export;
mod faces;
mod fixes;
mod lists;
mod rejected;
mod table;

pub use columns::{column_name, spreadsheet_letters};
pub use export::{ExportWhat, Exported, ExportedFile, export};
pub use faces::Faces;
pub use lists::{list_name, question_text, write_lists};
pub use rejected::write_rejected;
pub use table::guarded;
