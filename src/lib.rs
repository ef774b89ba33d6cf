//! Bonafide answers one question: whom on these lists may we still write to, and can we prove it?
//!
//! A row of a contact export travels through the stations, each a folder:
//!
//! ```text
//! import → normalise → matching → audit → plan → campaign → report
//! SourceRow  Contact    Subject   Finding  Action   Batch     Document
//! ```
//!
//! A station uses only what stands to its left, the [`vocabulary`] and the casefile ([`store`]).
//! The core knows no window, no terminal, no clock and no network.

pub mod audit;
pub mod case;
pub mod import;
pub mod matching;
pub mod normalise;
pub mod plan;
pub mod report;
pub mod store;
pub mod texts;
pub mod vocabulary;
