//! Third station: contacts become people.
//!
//! In: all contacts. Out: [`Subject`]s, each with the reason that joins its rows, and ambiguities for a
//! person to review. Never here: a silent merge of people who share a mailbox or a telephone, or an answer
//! that depends on the order of files.

mod cluster;
mod keys;
mod placeholder;
mod subject;
mod union_find;

pub use cluster::{Ambiguity, Clusters, NOBODY, cluster};
pub use keys::{Keys, LooseKey, TableKeys};
pub use subject::{Link, MatchKey, Subject};
