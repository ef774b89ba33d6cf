//! Until when a consent was given.

use super::read;
use crate::import::ColumnMeaning;
use crate::vocabulary::Field;

/// The column of a header beside an address, with its cells.
fn column(header: &str, cells: [&str; 2]) -> ColumnMeaning {
    let [one, other] = cells;
    let mut found = read(&format!("email;{header}\nada@example.org;{one}\nbob@example.org;{other}\n"));
    found.columns.remove(1)
}

const DAYS: [&str; 2] = ["2025-03-31", "2027-12-31"];

#[test]
fn the_end_of_a_consent_is_known_in_twelve_languages() {
    for header in [
        "Consent valid until",
        "consent_expires_at",
        "Opt-in expiry date",
        "Newsletter consent expires",
        "Marketing consent end date",
        "Einwilligung gültig bis",
        "Newsletter-Einwilligung bis",
        "Ablauf der Einwilligung",
        "Scadenza consenso",
        "Consenso newsletter scadenza",
        "Samtycke giltigt till",
        "Samtycke nyhetsbrev giltigt till",
        "Consentement valable jusqu'au",
        "Consentement e-mail : expiration",
        "Consentimiento válido hasta",
        "Caducidad del consentimiento",
        "Toestemming geldig tot",
        "Consentimento válido até",
        "Samtykke gyldigt til",
        "Samtykke utløper",
        "Suostumus voimassa asti",
        "Zgoda ważna do",
        "Zgoda marketingowa ważna do",
    ] {
        let column = column(header, DAYS);
        assert_eq!(column.field, Some(Field::ConsentUntil), "{header}: {}", column.why);
    }
}

#[test]
fn the_end_of_something_else_is_none_of_a_consent() {
    for header in [
        "Valid until",
        "Gültig bis",
        "Membership expires",
        "Subscription end date",
        "Abo gültig bis",
        "Card expiry",
        "Photo consent valid until",
        "DOI link valid until",
        "Consent request expires",
        "Password expires",
        "Vertrag bis",
        "Scadenza contratto",
    ] {
        assert_ne!(column(header, DAYS).field, Some(Field::ConsentUntil), "{header}");
    }
}

#[test]
fn a_yes_to_the_end_of_a_consent_is_asked_about_and_is_no_day() {
    for header in ["Consent expired", "Einwilligung abgelaufen", "Consenso scaduto"] {
        let column = column(header, ["yes", "no"]);
        assert_eq!(column.field, None, "{header}: {}", column.why);
        assert_eq!(column.perhaps, Some(Field::DoNotEmail), "{header}: {}", column.why);
    }
}

#[test]
fn consent_to_something_in_languages_that_say_till_for_to_is_no_end() {
    for header in ["Samtycke till nyhetsbrev", "Samtykke til nyhedsbrev", "Zgoda do newslettera"] {
        let column = column(header, ["ja", "nej"]);
        assert_eq!(column.field, Some(Field::OptinEmail), "{header}: {}", column.why);
    }
}

#[test]
fn a_bare_end_beside_a_consent_is_asked_about_and_elsewhere_is_none() {
    for header in [
        "gültig bis",
        "valid until",
        "expires",
        "Scade il",
        "Valable jusqu'au",
        "caduca",
        "geldig t/m",
        "Válido até",
        "Gäller till",
        "udløber",
        "utløper",
        "Voimassa asti",
        "Ważna do",
        "läuft ab",
        "échéance",
        "fino al",
    ] {
        let with = |beside: &str| {
            let [one, other] = DAYS;
            let text = format!(
                "email;{beside};{header}\nada@example.org;ja;{one}\nbob@example.org;nein;{other}\neve@example.org;ja;{one}\n"
            );
            read(&text).columns.remove(2)
        };
        let column = with("Newsletter");
        assert_eq!(column.field, Some(Field::ConsentUntil), "{header}: {}", column.why);
        assert!(column.is_unsure(), "{header}");
        assert_ne!(with("Parkplatz").field, Some(Field::ConsentUntil), "{header}");
    }
}
