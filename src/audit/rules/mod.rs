//! The catalogue: one file per rule, sorted by id.
//!
//! This file is generated from the folder by `UPDATE=1 cargo test --workspace --test catalogue`.

pub mod ambiguous_dates;
pub mod bought_list;
pub mod bounced_but_subscribed;
pub mod child_below_digital_age;
pub mod complaint_still_active;
pub mod conflicting_states_without_dates;
pub mod consent_at_import;
pub mod consent_before_gdpr;
pub mod country_unknown;
pub mod duplicates_with_different_states;
pub mod everyone_opted_in;
pub mod expired_consent;
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
pub mod possible_refusal_unanswered;
pub mod reactivated_by_machine;
pub mod resubscribed_without_evidence;
pub mod role_address;
pub mod shared_ip;
pub mod special_category_column;
pub mod stale_consent;
pub mod suppressed_but_active;
pub mod unconfirmed_but_mailed;
pub mod withdrawal_not_propagated;
pub mod withdrawn_but_subscribed;

use super::Rule;

/// Every rule, sorted by id.
pub static ALL: &[&Rule] = &[
    &ambiguous_dates::RULE,
    &bought_list::RULE,
    &bounced_but_subscribed::RULE,
    &child_below_digital_age::RULE,
    &complaint_still_active::RULE,
    &conflicting_states_without_dates::RULE,
    &consent_at_import::RULE,
    &consent_before_gdpr::RULE,
    &country_unknown::RULE,
    &duplicates_with_different_states::RULE,
    &everyone_opted_in::RULE,
    &expired_consent::RULE,
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
    &possible_refusal_unanswered::RULE,
    &reactivated_by_machine::RULE,
    &resubscribed_without_evidence::RULE,
    &role_address::RULE,
    &shared_ip::RULE,
    &special_category_column::RULE,
    &stale_consent::RULE,
    &suppressed_but_active::RULE,
    &unconfirmed_but_mailed::RULE,
    &withdrawal_not_propagated::RULE,
    &withdrawn_but_subscribed::RULE,
];
