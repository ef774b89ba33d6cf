//! Second station: a row becomes a contact.
//!
//! In: a [`SourceRow`](crate::import::SourceRow) and what was recognised of its table. Out: a [`Contact`] in
//! which every value knows its cell. Never here: a guess. What a cell does not say stays unknown.

mod contact;

pub use contact::{Claim, Contact, Fact, Text, Value};
mod stub;
pub use stub::*;
