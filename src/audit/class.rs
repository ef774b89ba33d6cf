//! Who may be asked again (rule book 4.2). A message that asks for consent is itself marketing.

use crate::vocabulary::{Class, Grade};

use super::country::{Country, CountryCode};
use super::dossier::{Cell, Dossier};
use super::finding::Finding;
use super::merge::State;
use super::policy::Policy;
use super::rules;
use super::silence::stale_stop;

/// The class of a cell: the worst that applies.
pub fn class(dossier: &Dossier<'_>, cell: &Cell<'_>, findings: &[Finding], policy: &Policy) -> Class {
    let found = |rule: &super::Rule| findings.iter().any(|finding| finding.rule == rule.position());
    let refused = matches!(cell.state, State::Refused | State::Undeliverable);
    let bought = found(&rules::bought_list::RULE) && cell.grade < Grade::E4;
    if refused || bought || found(&rules::child_below_digital_age::RULE) {
        return Class::N;
    }
    if dossier.country == CountryCode::UNKNOWN {
        return Class::X;
    }
    match cell.state {
        State::Pending => Class::P,
        _ if dossier.is_opt_out(cell) => Class::C,
        _ => match cell.grade {
            Grade::E4 | Grade::E5 if is_past_stop(dossier, cell, policy) => Class::D,
            Grade::E4 | Grade::E5 => Class::A,
            Grade::SoPlus => soft_opt_in(dossier, cell, policy),
            Grade::B2b => Class::C,
            Grade::E3 => Class::AMinus,
            _ if dossier.country == CountryCode(*b"ZA") && cell.grade == Grade::E0 => Class::Za,
            _ => Class::D,
        },
    }
}

fn soft_opt_in(dossier: &Dossier<'_>, cell: &Cell<'_>, policy: &Policy) -> Class {
    // A country where mail needs no consent knows no exception from it either.
    let strict = || dossier.laws().filter(|law| !law.email_is_opt_out());
    let limit = strict().filter_map(|law| law.soft_opt_in_limit_months).min();
    let months = limit.unwrap_or(policy.parameters.soft_opt_in_policy_months);
    let running = cell
        .records
        .iter()
        .filter_map(|record| record.contact.moment(crate::vocabulary::Field::PurchaseAt))
        .any(|bought| policy.months_since(bought) < i64::from(months));
    if running && strict().all(Country::knows_soft_opt_in) { Class::B } else { Class::D }
}

/// Whether nothing was heard of the person for longer than the country's stop, or the consent lapsed by law.
pub fn is_past_stop(dossier: &Dossier<'_>, cell: &Cell<'_>, policy: &Policy) -> bool {
    cell.last_act(policy).is_some_and(|act| policy.months_since(act) >= i64::from(stale_stop(dossier, policy)))
        || has_lapsed(dossier, cell, policy)
}

/// Whether a consent to calls has run out by law (France: twelve months).
pub fn has_lapsed(dossier: &Dossier<'_>, cell: &Cell<'_>, policy: &Policy) -> bool {
    use crate::vocabulary::Channel;
    let calls = matches!(cell.channel, Channel::PhoneLive | Channel::PhoneAuto);
    let consent = cell.given().filter_map(|record| record.proof.consent_at).max_by_key(|at| at.seconds);
    let limit = dossier.laws().filter_map(|law| law.phone_consent_max_months).min();
    match (limit, consent) {
        (Some(months), Some(given)) if calls => policy.months_since(given) >= i64::from(months),
        _ => false,
    }
}
