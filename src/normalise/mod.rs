//! Second station: a row becomes a contact.
//!
//! In: a [`SourceRow`](crate::import::SourceRow) and what was recognised of its table. Out: a [`Contact`] in
//! which every value knows its cell. Never here: a guess. What a cell does not say stays unknown.

pub mod cell;
mod contact;
pub mod country;
pub mod date;
pub mod email;
mod event;
pub mod fold;
pub mod legal_basis;
mod memo;
pub mod method;
mod numbering;
pub mod phone;
mod remarks;
mod row;
mod state;
pub mod words;

pub use contact::{Claim, Contact, Fact, Text, Value};
pub use email::is_role;
pub use event::is_event_source;
pub use method::{Actor, Method, actor, is_generic_source, is_live_form, method};
pub use remarks::REST;
pub use row::{Normaliser, Options};
pub use state::{is_placed, is_unread, state_of_word};
