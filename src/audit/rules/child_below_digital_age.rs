//! Below the digital age a parent decides, not the child and not we.

use crate::audit::{
    Check, Dossier, Evidence, Finding, Jurisdiction, Policy, Record, below_digital_age, consent_rule, law,
};
use crate::vocabulary::{Action, Confidence, ConsentStatus, Field, Grade, Place, Severity};

consent_rule! {
    /// The person was below the digital age of their country when they consented, and no parent is on record.
    ///
    /// ## Why it matters
    /// Below that age consent to online services needs the authorisation of a parent. Without it every message
    /// is a risk under Art. 8, and children deserve special protection in marketing (Recital 38).
    ///
    /// ## What to do
    /// Suppress at once and delete, unless a parent's authorisation is produced. Do not write to the child to
    /// ask. A person now old enough may come back by an own act.
    ///
    /// ## Example
    /// ```contacts
    /// today: 2026-11-21
    /// system, email,           status,     country, birth_date, consent_at
    /// list,   ada@example.org, subscribed, DK,      2012-06-01, 2026-01-15
    /// ```
    /// ```finds
    /// ada@example.org: 13 years old at the consent; 15 was the age to consent alone
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// today: 2026-11-21
    /// system, email,           status,     country, birth_date, consent_at
    /// list,   ada@example.org, subscribed, DK,      2010-06-01, 2023-12-15
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "child-below-digital-age",
        number: "R059",
        title: "Child below the digital age",
        severity: Severity::Breach,
        remedy: Action::Delete,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_8, &law::GDPR_REC_38, &law::UKGDPR_8, &law::IE_DPA_31],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

/// A consent of a child.
struct TooYoung {
    years: i64,
    needed: i64,
    dated: bool,
    consent: Place,
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let Some((birth, birth_place)) = birth(dossier) else { return Vec::new() };
    let mut found: Option<TooYoung> = None;
    for record in dossier.cells.iter().flat_map(|cell| &cell.records) {
        if !matches!(record.status, ConsentStatus::Given | ConsentStatus::Pending) {
            continue;
        }
        match too_young(record, birth, dossier, policy) {
            Some(child) => {
                found.get_or_insert(child);
            }
            // Grown up, they said so themselves.
            None if record.grade >= Grade::E4 => return Vec::new(),
            None => {}
        }
    }
    let Some(TooYoung { years, needed, dated, consent }) = found else { return Vec::new() };
    let when = if dated { "at the consent; " } else { "today, and the consent has no date; " };
    // About the person as a whole: no channel is open to a child.
    vec![
        RULE.finding(Confidence::High)
            .because(format!("{years} years old {when}{needed} was the age to consent alone"))
            .evidence([Evidence::at(birth_place), Evidence::at(consent)]),
    ]
}

/// The day of birth, from 1970-01-01, and the cell that says so. Of several, the latest: the doubt is the child's.
fn birth(dossier: &Dossier<'_>) -> Option<(i64, Place)> {
    let days = dossier.subject.contacts.iter().filter_map(|contact| {
        let birth = contact.moment(Field::BirthDate)?;
        Some((birth.days(), contact.place_of(Field::BirthDate)))
    });
    days.fold(None, |latest: Option<(i64, Place)>, day| match latest {
        Some(latest) if latest.0 >= day.0 => Some(latest),
        _ => Some(day),
    })
}

/// A consent below the age that held on its day.
fn too_young(record: &Record<'_>, birth: i64, dossier: &Dossier<'_>, policy: &Policy) -> Option<TooYoung> {
    let consent = record.proof.consent_at;
    let (years, needed) = below_digital_age(record.contact, &record.proof, birth, dossier.law(), policy)?;
    let place = match consent {
        Some(_) => record.contact.place_of(Field::ConsentAt),
        None => record.status_place,
    };
    Some(TooYoung { years, needed, dated: consent.is_some(), consent: place })
}
