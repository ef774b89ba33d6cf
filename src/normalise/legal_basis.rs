//! The lawful basis as recorded in an export.

use std::cell::RefCell;

use super::fold::fold;
use super::memo::Memo;
use super::words::holds_phrase;
use crate::vocabulary::ConsentStatus;

/// A lawful basis (GDPR Art. 6(1), ePrivacy Art. 13(2)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LegalBasis {
    /// Art. 6(1)(a).
    Consent,
    /// Art. 6(1)(b).
    Contract,
    /// Art. 6(1)(f).
    LegitimateInterest,
    /// Art. 6(1)(c).
    LegalObligation,
    /// ePrivacy Art. 13(2).
    SoftOptIn,
    /// The export says that none is needed.
    NotApplicable,
    /// Not told, or several that differ.
    Unknown,
}

/// Words of each basis, folded. The first that is found decides: a soft opt-in is also an opt-in.
const BASES: &[(LegalBasis, &str)] = &[
    (
        LegalBasis::NotApplicable,
        "not applicable|non applicabile|ej tillampligt|ej tillamplig|nicht anwendbar|entfallt|non applicable|\
        sans objet|no aplicable|no aplica",
    ),
    (LegalBasis::SoftOptIn, "soft opt in|soft spam|bestandskundenwerbung|7 abs 3 uwg|7 3 uwg|13 2"),
    (
        LegalBasis::LegitimateInterest,
        "legitimate interest|legitimate interests|interesse legittimo|legittimo interesse|interessi legittimi|\
        berattigat intresse|berattigade intressen|intresseavvagning|berechtigtes interesse|\
        berechtigte interessen|interet legitime|interets legitimes|interes legitimo|intereses legitimos|\
        gerechtvaardigd belang|interesse legitimo|legitim interesse|oikeutettu etu|uzasadniony interes|6 1 f|\
        61f|li",
    ),
    (
        LegalBasis::Contract,
        "contract|performance of a contract|contratto|avtal|vertrag|vertragserfullung|contrat|contrato|\
        overeenkomst|kontrakt|sopimus|umowa|6 1 b|61b",
    ),
    (
        LegalBasis::LegalObligation,
        "legal obligation|obbligo legale|obbligo di legge|rattslig forpliktelse|rechtliche verpflichtung|\
        gesetzliche verpflichtung|obligation legale|obligacion legal|wettelijke verplichting|obrigacao legal|\
        retlig forpligtelse|6 1 c|61c",
    ),
    (
        LegalBasis::Consent,
        "consent|freely given consent|opt in|consenso|samtycke|einwilligung|zustimmung|consentement|\
        consentimiento|toestemming|consentimento|samtykke|suostumus|zgoda|6 1 a|61a",
    ),
];

/// Words that turn a basis into its opposite.
const DENIALS: &str = "no|not|without|withdrawn|non|senza|revocato|ingen|inget|ej|utan|aterkallat|kein|keine|ohne|widerrufen|\
    nicht|sans|pas|retire|sin|geen|sem|none|missing";

thread_local! {
    static SEEN: RefCell<Memo<LegalBasis>> = RefCell::new(Memo::new());
    static WITHDRAWN: RefCell<Memo<bool>> = RefCell::new(Memo::new());
}

/// The basis a cell names. Several that differ, separated by `;`, are [`LegalBasis::Unknown`], and so is a denial
/// (“no consent”).
pub fn legal_basis(cell: &str) -> LegalBasis {
    Memo::recall(&SEEN, cell, several)
}

/// Whether a cell says, in place of a basis or beside one, that there is none any more: `Consent,Withdrawn`.
pub fn is_withdrawn(cell: &str) -> bool {
    Memo::recall(&WITHDRAWN, cell, |cell| {
        cell.split([',', ';']).any(|part| super::words::status(part) == Some(ConsentStatus::Withdrawn))
    })
}

fn several(cell: &str) -> LegalBasis {
    let mut bases = cell.split(';').filter(|part| !part.trim().is_empty()).map(one);
    let Some(first) = bases.next() else { return LegalBasis::Unknown };
    if bases.all(|basis| basis == first) { first } else { LegalBasis::Unknown }
}

fn one(part: &str) -> LegalBasis {
    let folded = fold(&part.replace(['(', ')'], " "));
    let found = BASES.iter().find(|(_, words)| holds_phrase(&folded, words.split('|'))).map(|(basis, _)| *basis);
    match found {
        Some(LegalBasis::NotApplicable) => LegalBasis::NotApplicable,
        Some(basis) if !holds_phrase(&folded, DENIALS.split('|')) => basis,
        _ => LegalBasis::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_basis_is_read_in_six_languages_and_hubspots_words() {
        for (cell, expected) in [
            ("Freely given consent from contact", LegalBasis::Consent),
            ("Legitimate interest – prospect/lead", LegalBasis::LegitimateInterest),
            ("Legitimate interest – existing customer", LegalBasis::LegitimateInterest),
            ("Performance of a contract", LegalBasis::Contract),
            ("Not applicable", LegalBasis::NotApplicable),
            ("consenso", LegalBasis::Consent),
            ("Samtycke", LegalBasis::Consent),
            ("berechtigtes Interesse", LegalBasis::LegitimateInterest),
            ("Einwilligung (Art. 6 Abs. 1 a)", LegalBasis::Consent),
            ("GDPR Art. 6(1)(f)", LegalBasis::LegitimateInterest),
            ("obligation légale", LegalBasis::LegalObligation),
            ("interés legítimo", LegalBasis::LegitimateInterest),
            ("soft opt-in", LegalBasis::SoftOptIn),
            ("avtal", LegalBasis::Contract),
            ("Freely given consent from contact;Freely given consent from contact", LegalBasis::Consent),
        ] {
            assert_eq!(legal_basis(cell), expected, "{cell}");
        }
    }

    #[test]
    fn a_denied_or_doubtful_basis_is_unknown() {
        for cell in [
            "",
            "no consent",
            "ohne Einwilligung",
            "consent withdrawn",
            "whatever",
            "Performance of a contract;Not applicable",
        ] {
            assert_eq!(legal_basis(cell), LegalBasis::Unknown, "{cell}");
        }
    }
}
