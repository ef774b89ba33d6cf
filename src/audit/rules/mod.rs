//! The catalogue: one file per rule, sorted by id.
//!
//! This file is generated from the folder by `UPDATE=1 cargo test catalogue`.

pub mod bought_list;
pub mod child_below_digital_age;
pub mod withdrawn_but_subscribed;

use super::Rule;

/// Every rule, sorted by id.
pub static ALL: &[&Rule] =
    &[&bought_list::RULE, &child_below_digital_age::RULE, &withdrawn_but_subscribed::RULE];
