//! How well a record documents a consent (rule book 1.5).

use crate::vocabulary::{Channel, ConsentStatus, DAY, Field, Grade};

use super::policy::Policy;
use super::record::{Proof, Told};
use crate::normalise::Contact;

/// Grades one record for one cell and applies the caps.
pub fn grade(
    contact: &Contact,
    status: ConsentStatus,
    proof: &Proof<'_>,
    channel: Channel,
    purpose: &str,
    policy: &Policy,
) -> Grade {
    if status != ConsentStatus::Given {
        return Grade::E0;
    }
    if proof.method.is_some_and(|method| method.is_negative()) {
        return Grade::E0;
    }
    let cap = cap(proof);
    documented(contact, proof, channel, purpose, policy).min(cap)
}

/// The grade the record would have if nothing spoke against it.
fn documented(contact: &Contact, proof: &Proof<'_>, channel: Channel, purpose: &str, policy: &Policy) -> Grade {
    let who = names_who(contact, channel);
    let when = proof.consent_at.is_some();
    let how = proof.source.is_some();
    let act = proof.method.is_some_and(|method| method.is_affirmative());
    let covered = proof.wording_covers(channel, purpose, policy);

    if who && when && how {
        if act && covered {
            let derived = matches!(proof.told, Told::Declared(_));
            return if confirmed(proof, policy) && !derived { Grade::E5 } else { Grade::E4 };
        }
        // A wording that is recorded but not registered counts as partial (R009).
        if covered || matches!(proof.told, Told::Unregistered) {
            return Grade::E3;
        }
    }
    if proof.is_bare(contact) { Grade::E1 } else { Grade::E2 }
}

/// The best grade the fingerprint rules leave (rule book 1.5, caps).
fn cap(proof: &Proof<'_>) -> Grade {
    if proof.marks.batch > 0 || proof.marks.import_time {
        Grade::E1
    } else if proof.marks.ip_is_shared(proof.source) {
        Grade::E2
    } else {
        Grade::E5
    }
}

/// Whether the row names the identifier the channel uses.
fn names_who(contact: &Contact, channel: Channel) -> bool {
    match channel {
        Channel::Email => contact.text(Field::Email).is_some(),
        Channel::Sms | Channel::PhoneLive | Channel::PhoneAuto | Channel::Messenger => {
            contact.text(Field::Phone).is_some()
        }
        Channel::Post => contact.text(Field::Address).is_some(),
        Channel::Push => true,
    }
}

/// Whether a double opt-in was confirmed in time.
pub fn confirmed(proof: &Proof<'_>, policy: &Policy) -> bool {
    match (proof.consent_at, proof.confirmed_at) {
        (Some(given), Some(confirmed)) => {
            confirmed.span().latest >= given.span().earliest
                && confirmed.seconds - given.seconds <= (policy.parameters.doi_window_days + 1) * DAY
        }
        _ => false,
    }
}
