//! Headers that seem to speak of consent and may as well speak of something else.

use super::{column, read, read_with};
use crate::import::{ColumnMeaning, Corrections, Polarity};
use crate::vocabulary::{ConsentStatus, Field};

fn answered(header: &str, yes: &str, no: &str) -> ColumnMeaning {
    let found = read(&format!(
        "Name;Email;{header}\nA B;a@example.org;{yes}\nC D;b@example.org;{no}\nE F;c@example.org;{yes}\n"
    ));
    column(&found, header).clone()
}

#[test]
fn who_made_no_objection_gave_no_consent_and_who_denies_it_refuses() {
    for (header, yes, no) in [
        ("Kein Widerspruch", "ja", "nein"),
        ("Nicht abgemeldet", "ja", "nein"),
        ("Nicht gesperrt", "ja", "nein"),
        ("No objection", "yes", "no"),
        ("Not opted out", "true", "false"),
        ("Has not unsubscribed", "yes", "no"),
        ("Not blacklisted", "1", "0"),
        ("Pas d’opposition", "oui", "non"),
        ("Non désinscrit", "oui", "non"),
        ("Sin oposición", "sí", "no"),
        ("No dado de baja", "sí", "no"),
        ("Nessuna opposizione", "sì", "no"),
        ("Non disiscritto", "sì", "no"),
        ("Geen bezwaar", "ja", "nee"),
        ("Niet uitgeschreven", "ja", "nee"),
        ("Sem oposição", "sim", "não"),
        ("Ingen invändning", "ja", "nej"),
        ("Ej avregistrerad", "ja", "nej"),
        ("Ikke frameldt", "ja", "nej"),
        ("Ikke avmeldt", "ja", "nei"),
        ("Ei peruutettu", "kyllä", "ei"),
        ("Brak sprzeciwu", "tak", "nie"),
        ("Nie wypisany", "tak", "nie"),
    ] {
        let column = answered(header, yes, no);
        let asked = column.is_unsure() && column.field == Some(Field::OptinEmail);
        assert!(asked && column.polarity == Polarity::YesOrRefused, "{header}: {:?}, {}", column.field, column.why);
        assert!(!column.values.iter().any(|value| value.status == ConsentStatus::Given), "{header}");
    }
    for (header, yes, no) in [
        ("Kein Newsletter", "ja", "nein"),
        ("Do not contact, unsubscribed", "yes", "no"),
        ("Nein, abgemeldet", "ja", "nein"),
        ("No / opted out", "yes", "no"),
        ("Do not email", "yes", "no"),
        ("Widerspruch", "ja", "nein"),
        ("No longer subscribed", "yes", "no"),
        ("Inga utskick", "ja", "nej"),
        ("Nie wysyłać", "tak", "nie"),
    ] {
        let column = answered(header, yes, no);
        assert!(column.field == Some(Field::DoNotEmail), "{header}: {:?}, {}", column.field, column.why);
    }
}

#[test]
fn a_yes_to_a_club_or_to_what_nobody_can_place_is_asked_about() {
    for header in [
        "Loyalty opt-in",
        "Customer Loyalty Opt In",
        "Directory opt-in",
        "Membership opt-in",
        "Treueprogramm Einwilligung",
        "Julkaisulupa",
        "Verzeichniseinwilligung",
        "Zgoda RODO",
        "Samtycke medlemskap",
    ] {
        let column = answered(header, "ja", "nej");
        assert!(column.field.is_none() || column.is_unsure(), "{header}: {:?}, {}", column.field, column.why);
    }
    for header in [
        "Newsletter opt-in",
        "Werbeeinwilligung",
        "Markkinointilupa",
        "Sähköpostilupa",
        "Email opt-in",
        "Loyalty newsletter opt-in",
        "Kundeneinwilligung Newsletter",
        "Zgoda marketingowa",
        "Marknadsföringssamtycke",
    ] {
        let column = answered(header, "ja", "nej");
        assert!(column.field == Some(Field::OptinEmail) && !column.is_unsure(), "{header}: {}", column.why);
    }
}

#[test]
fn a_yes_and_a_no_are_the_names_of_no_lists() {
    for (header, yes, no) in [
        ("Verteiler", "ja", "nein"),
        ("List", "yes", "no"),
        ("Gruppe", "1", "0"),
        ("Listas", "sí", "no"),
        ("Tags", "x", ""),
    ] {
        let column = answered(header, yes, no);
        assert_eq!((column.field, column.perhaps), (None, Some(Field::OptinEmail)), "{header}: {}", column.why);
    }
    for (header, one, other) in [("Verteiler", "Kunden", "Presse"), ("List", "VIP", "no"), ("Gruppe", "A", "B")] {
        assert_eq!(answered(header, one, other).field, Some(Field::Lists), "{header}");
    }
}

#[test]
fn a_channel_may_be_shortened() {
    for (header, field) in [
        ("Må kontaktes pr. tlf.", Field::OptinPhone),
        ("Samtykke tlf.", Field::OptinPhone),
        ("Ikke tlf.", Field::DoNotCall),
        ("Einwilligung Tel.", Field::OptinPhone),
        ("Samtycke tfn.", Field::OptinPhone),
    ] {
        assert_eq!(answered(header, "Ja", "Nej").field, Some(field), "{header}");
    }
}

/// The table of those who signed up, in a file of this name and with one more column.
fn signed_up(file: &str, header: &str, more: (&str, &str)) -> ColumnMeaning {
    let text = format!(
        "Name;Email;{};{header}\nA B;a@example.org;{};2026-01-02\nC D;b@example.org;;2026-01-09\n",
        more.0, more.1
    );
    let found = read_with(file, "", &text, &Corrections::none());
    column(&found, header).clone()
}

#[test]
fn the_day_somebody_signed_up_is_a_yes_only_where_the_table_is_of_letters() {
    for header in [
        "Anmeldedatum",
        "Angemeldet am",
        "Anmeldung vom",
        "Data iscrizione",
        "Iscritto il",
        "Data adesione",
        "Date d’inscription",
        "Inscrit le",
        "Fecha de inscripción",
        "Fecha de alta",
        "Inschrijfdatum",
        "Aangemeld op",
        "Data de inscrição",
        "Anmäld",
        "Anmälningsdatum",
        "Tilmeldt",
        "Tilmeldingsdato",
        "Påmeldt",
        "Liittymispäivä",
        "Data zapisu",
        "Signed up",
    ] {
        let of_a_course = signed_up("Teilnehmer.csv", header, ("Kurs", "Yoga"));
        assert!(
            of_a_course.field != Some(Field::ConsentAt) || of_a_course.is_unsure(),
            "{header}: {}",
            of_a_course.why
        );
        let paid = signed_up("sommerfest.csv", header, ("Gruppe", "Rot"));
        assert!(paid.field != Some(Field::ConsentAt) || paid.is_unsure(), "{header}: {}", paid.why);
    }
    for (file, header, more) in [
        ("Newsletter-Empfänger.csv", "Anmeldedatum", ("Ort", "Kiel")),
        ("nieuwsbrief.csv", "Inschrijfdatum", ("Plaats", "Ede")),
        ("list.csv", "Anmeldedatum", ("Abgemeldet am", "2026-02-01")),
        ("list.csv", "Data iscrizione", ("Data disiscrizione", "2026-02-01")),
        ("list.csv", "Tilmeldt", ("Nyhedsbrev", "ja")),
        ("list.csv", "Date d’inscription", ("Statut", "désabonné")),
        ("list.csv", "Abonniert am", ("Ort", "Kiel")),
        ("list.csv", "Samtyckesdatum", ("Ort", "Kiruna")),
    ] {
        let column = signed_up(file, header, more);
        assert!(column.field == Some(Field::ConsentAt) && !column.is_unsure(), "{header} in {file}: {}", column.why);
    }
}
