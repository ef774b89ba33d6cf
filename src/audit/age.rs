//! The age from which a child consents alone (GDPR Art. 8).

use crate::normalise::Contact;
use crate::vocabulary::Field;

use super::country::{Country, country};
use super::policy::{Policy, months_between};
use super::record::Proof;

/// The age at a consent and the age needed, in years, where the first is below the second and no parent is named.
/// `birth` counts days from 1970-01-01. Without a date of consent, the age of today is the highest it can have been.
pub fn below_digital_age(
    contact: &Contact,
    proof: &Proof<'_>,
    birth: i64,
    law: &Country,
    policy: &Policy,
) -> Option<(i64, i64)> {
    let day = proof.consent_at.map_or(policy.today, |at| at.days());
    let months = months_between(birth, day);
    // Whoever is said to consent before the third birthday has a wrong date of birth, not a child's (R018).
    if months < 36 || proof.marks.impossible == Some(Field::ConsentAt) || names_a_parent(contact) {
        return None;
    }
    // The stricter of the child's country and the controller's.
    let home = policy.home.map_or(0, |home| country(home).digital_age_on(day));
    let (years, needed) = (months / 12, i64::from(law.digital_age_on(day).max(home)));
    (years < needed).then_some((years, needed))
}

/// Whether the row says that a parent consented.
fn names_a_parent(contact: &Contact) -> bool {
    const PARENTS: [&str; 13] = [
        "parent",
        "guardian",
        "genitor",
        "eltern",
        "erziehungsberecht",
        "vårdnadshavare",
        "målsman",
        "forælder",
        "foresatt",
        "padres",
        "tutor",
        "ouders",
        "rodzic",
    ];
    [Field::ConsentMethod, Field::ConsentSource, Field::ConsentForm].into_iter().any(|field| {
        contact.text(field).is_some_and(|text| {
            let text = text.to_lowercase();
            let mut words = text.split(|c: char| !c.is_alphanumeric());
            words.any(|word| PARENTS.iter().any(|parent| word.starts_with(parent)))
        })
    })
}
