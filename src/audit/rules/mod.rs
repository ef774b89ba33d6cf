//! The catalogue: one file per rule, sorted by id.
//!
//! This file is generated from the folder by `UPDATE=1 cargo test --workspace --test catalogue`.

pub mod ambiguous_dates;
pub mod bought_list;
pub mod child_below_digital_age;
pub mod consent_at_import;
pub mod country_unknown;
pub mod future_date;
pub mod identical_timestamps;
pub mod impossible_order;
pub mod legal_basis_not_recorded;
pub mod no_basis;
pub mod opt_in_without_act;
pub mod opt_in_without_date;
pub mod opt_in_without_proof;
pub mod opt_in_without_source;
pub mod opt_in_without_wording;
pub mod placeholder_date;
pub mod role_address;
pub mod shared_ip;
pub mod special_category_column;
pub mod withdrawn_but_subscribed;

use super::Rule;

/// Every rule, sorted by id.
pub static ALL: &[&Rule] = &[
    &ambiguous_dates::RULE,
    &bought_list::RULE,
    &child_below_digital_age::RULE,
    &consent_at_import::RULE,
    &country_unknown::RULE,
    &future_date::RULE,
    &identical_timestamps::RULE,
    &impossible_order::RULE,
    &legal_basis_not_recorded::RULE,
    &no_basis::RULE,
    &opt_in_without_act::RULE,
    &opt_in_without_date::RULE,
    &opt_in_without_proof::RULE,
    &opt_in_without_source::RULE,
    &opt_in_without_wording::RULE,
    &placeholder_date::RULE,
    &role_address::RULE,
    &shared_ip::RULE,
    &special_category_column::RULE,
    &withdrawn_but_subscribed::RULE,
];
