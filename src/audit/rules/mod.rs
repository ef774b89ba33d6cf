//! The catalogue: one file per rule, sorted by id.
//!
//! This file is generated from the folder by `UPDATE=1 cargo test catalogue`.

pub mod bought_list;
pub mod bounced_but_subscribed;
pub mod child_below_digital_age;
pub mod complaint_still_active;
pub mod conflicting_states_without_dates;
pub mod consent_before_gdpr;
pub mod duplicates_with_different_states;
pub mod everyone_opted_in;
pub mod reactivated_by_machine;
pub mod resubscribed_without_evidence;
pub mod stale_consent;
pub mod suppressed_but_active;
pub mod unconfirmed_but_mailed;
pub mod withdrawal_not_propagated;
pub mod withdrawn_but_subscribed;

use super::Rule;

/// Every rule, sorted by id.
pub static ALL: &[&Rule] = &[
    &bought_list::RULE,
    &bounced_but_subscribed::RULE,
    &child_below_digital_age::RULE,
    &complaint_still_active::RULE,
    &conflicting_states_without_dates::RULE,
    &consent_before_gdpr::RULE,
    &duplicates_with_different_states::RULE,
    &everyone_opted_in::RULE,
    &reactivated_by_machine::RULE,
    &resubscribed_without_evidence::RULE,
    &stale_consent::RULE,
    &suppressed_but_active::RULE,
    &unconfirmed_but_mailed::RULE,
    &withdrawal_not_propagated::RULE,
    &withdrawn_but_subscribed::RULE,
];
