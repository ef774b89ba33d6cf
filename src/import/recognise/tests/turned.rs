//! Headers that speak of a consent and mean a refusal, its end or its absence: none of them makes a yes.

use super::read;
use crate::import::ColumnMeaning;
use crate::vocabulary::{ConsentStatus, Field};

/// Whether a yes, or a date, under the header makes somebody a subscriber before anybody is asked.
fn makes_a_yes(column: &ColumnMeaning) -> bool {
    let dates = matches!(column.field, Some(Field::ConsentAt | Field::ConfirmedAt)) && !column.is_unsure();
    dates || column.values.iter().any(|value| value.status == ConsentStatus::Given)
}

fn column(header: &str, cells: [&str; 2]) -> ColumnMeaning {
    let quoted = header.replace('"', "\"\"");
    let text = format!("Email;\"{quoted}\"\nada@example.org;{}\nbo@example.org;{}\n", cells[0], cells[1]);
    read(&text).columns.remove(1)
}

/// Headers that a yes under them turns into no yes, with answers and with dates; those that do.
fn turned(headers: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    for header in headers {
        for cells in [["ja", "nej"], ["yes", "no"], ["1", "0"], ["2024-03-14", ""]] {
            let column = column(header, cells);
            if makes_a_yes(&column) {
                wrong.push(format!("{header} / {}: {:?} at {}", cells[0], column.field, column.confidence));
            }
        }
    }
    wrong
}

#[test]
fn no_header_that_negates_a_consent_makes_a_yes_in_any_language() {
    let headers = [
        // Dutch
        "Toestemming ingetrokken",
        "Toestemming ingetrokken op",
        "Datum intrekking toestemming",
        "Toestemming geweigerd op",
        "Zonder toestemming",
        "Nieuwsbrief opgezegd",
        "Nieuwsbrief stopgezet",
        "Geen nieuwsbrief",
        "Bezwaar marketing",
        "Niet benaderen",
        // German
        "Einwilligung zurückgezogen",
        "Einwilligung entzogen am",
        "Einwilligung erloschen",
        "Anmeldung storniert am",
        "Newsletter gekündigt",
        "Keine Einwilligung",
        "Newsletter (abgemeldet)",
        "Einwilligung (widerrufen am)",
        "Newsletter: nein danke",
        // French
        "Consentement révoqué",
        "Abonnement résilié le",
        "Newsletter annulée",
        "Sans consentement",
        "Consentement refusé",
        "Aucun consentement",
        "N'accepte pas la newsletter",
        // Italian
        "Consenso assente",
        "Consenso ritirato",
        "Data ritiro consenso",
        "Nessuna newsletter",
        "Niente newsletter",
        "Newsletter disdetta",
        "Newsletter disattivata",
        "Consenso negato",
        "Revoca del consenso",
        // Spanish
        "Consentimiento retirado",
        "Consentimiento denegado el",
        "Falta consentimiento",
        "Rechaza publicidad",
        "Sin consentimiento",
        "Baja del boletín",
        // Portuguese
        "Sem consentimento",
        "Consentimento revogado em",
        "Data de retirada do consentimento",
        "Sem newsletter",
        "Recusa newsletter",
        // Swedish
        "Samtycke nekat",
        "Samtycke upphörde",
        "Samtycke återtaget",
        "Utan samtycke",
        "Nyhetsbrev uppsagt",
        "Tackat nej",
        // Danish and Norwegian
        "Samtykke trukket tilbage",
        "Samtykke tilbagekaldt",
        "Samtykke tilbakekalt",
        "Samtykke afvist",
        "Samtykke nektet",
        "Uden samtykke",
        "Uten samtykke",
        "Intet nyhedsbrev",
        "Nyhedsbrev nej tak",
        "Reklamer nej tak",
        "Nei til nyhetsbrev",
        "Nyhedsbrev afmeldt",
        "Må ikke kontaktes",
        // Finnish
        "Suostumus evätty",
        "Ilman suostumusta",
        "Newsletter kielletty",
        "Uutiskirje hylätty",
        "Suostumus peruutettu",
        "Ei saa soittaa",
        // Polish
        "Brak zgody",
        "Zgoda cofnięta",
        "Cofnięcie zgody",
        "Zgoda wygasła",
        "Bez zgody",
        "Data odmowy zgody",
        "Sprzeciw",
        // English
        "Newsletter off",
        "Ex-subscriber",
        "Without consent",
        "Lacks consent",
        "Needs consent",
        "Consent lost",
        "Consent disputed",
        "Consent end date",
        "Doesn't want newsletter",
        "Don't send the newsletter",
        "Marketing emails off",
        "Objects to marketing",
        "Newsletter cancelled",
        "Consent no longer valid",
    ];
    let wrong = turned(&headers);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_compound_that_ends_in_a_refusal_makes_a_yes() {
    let headers = [
        "Newsletterabmeldung",
        "Newsletterkündigung",
        "Newsletterwiderruf",
        "Newsletterstopp",
        "Newsletter-Stopp",
        "Einwilligungswiderruf",
        "Werbestopp",
        "Werbeverweigerer",
        "Werbeverbot",
        "Samtyckesåterkallelse",
        "Nyhetsbrevsstopp",
        "Reklamspärr",
        "Nieuwsbriefafmelding",
        "Uutiskirjeenesto",
        "Uutiskirjekielto",
        "Markkinointikielto",
        "Mailingstop",
        "Markedsføringsforbud",
        "Reklamereservasjon",
        "Reklamebeskyttet",
    ];
    let wrong = turned(&headers);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for header in &headers {
        let refused = column(header, ["ja", "nej"]);
        assert!(refused.values.iter().any(|value| value.status == ConsentStatus::Withdrawn), "{header}");
    }
}

#[test]
fn a_word_nobody_can_place_beside_a_consent_is_asked_about_whatever_the_cells_are() {
    for header in [
        "Consent xyzzy",
        "Newsletter xyzzy",
        "Newsletterxyzzy",
        "Samtycke xyzzy",
        "Zgoda xyzzy",
        "Consent xyzzy date",
        "Consent: xyzzy",
        "Marketing xyzzy e-mail",
    ] {
        for cells in [["ja", "nej"], ["2024-03-14", ""]] {
            let column = column(header, cells);
            assert!(!makes_a_yes(&column), "{header}: {:?} at {}", column.field, column.confidence);
            assert!(column.field.is_none() || column.is_unsure(), "{header} is read and not asked about");
        }
        let no = column(header, ["nej", "nej"]);
        assert!(
            no.field.is_none() || no.values.iter().all(|value| value.status == ConsentStatus::Withdrawn),
            "{header}"
        );
    }
}

#[test]
fn consent_to_something_else_than_messages_makes_no_yes() {
    let wrong = turned(&[
        "Consenso cessione a terzi",
        "Consenso profilazione",
        "Consent profiling",
        "SEPA consent",
        "Consent to treatment",
        "Zgoda na wizerunek",
        "Zgoda regulamin",
        "Zgoda na przetwarzanie danych",
        "Samtycke bilder",
        "Einwilligung Bildrechte",
        "Data sharing consent",
        "18+ confirmed",
        "Email confirmed",
        "Photo consent date",
        "Toestemming verwerking persoonsgegevens",
        "Samtykke til billeder",
        "Suostumus kuvaus",
        "Consentimento imagem",
    ]);
    // A date of a confirmed address dates no consent, and is kept as the date of a confirmation.
    let wrong: Vec<String> = wrong.into_iter().filter(|one| !one.starts_with("Email confirmed / 2024")).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dates_of_other_things_make_nobody_a_subscriber() {
    for header in [
        "Photo consent date",
        "Last newsletter",
        "Newsletter issue date",
        "Data iscrizione corso",
        "Anmeldedatum Kurs",
        "Date d'inscription au salon",
        "Fecha alta cliente",
        "Offer accepted on",
    ] {
        let column = column(header, ["2024-03-14", "2024-03-15"]);
        assert!(!makes_a_yes(&column), "{header}: {:?} at {}", column.field, column.confidence);
    }
    assert_eq!(column("Last newsletter", ["2024-03-14", ""]).field, Some(Field::LastSentAt));
}

#[test]
fn a_question_that_mentions_unsubscribing_asks_for_a_consent() {
    for header in [
        "May we send you our newsletter? You can unsubscribe at any time.",
        "Ich möchte den Newsletter (Abmeldung jederzeit möglich)",
        "Ja, ich möchte den Newsletter erhalten, Abmeldung jederzeit möglich",
        "Jag vill ha nyhetsbrevet (du kan avregistrera dig när som helst)",
        "Je souhaite recevoir la newsletter. Désinscription possible à tout moment.",
        "Quiero recibir el boletín (puede darse de baja en cualquier momento)",
        "Desidero ricevere la newsletter. Puoi disiscriverti in qualsiasi momento.",
        "Ik wil de nieuwsbrief ontvangen (op elk moment opzegbaar)",
        "Quero receber a newsletter. Pode cancelar a qualquer momento.",
        "Jeg vil gerne modtage nyhedsbrevet (afmeld når som helst)",
        "Haluan uutiskirjeen (voit peruuttaa milloin tahansa)",
        "Chcę otrzymywać newsletter (rezygnacja w każdej chwili)",
        "I agree to receive the newsletter and can unsubscribe at any time",
    ] {
        let column = column(header, ["ja", "nej"]);
        assert_eq!(column.field, Some(Field::OptinEmail), "{header}");
        assert!(column.values.iter().all(|value| value.value != "ja" || value.status != ConsentStatus::Withdrawn));
    }
    let surely = column("May we send you our newsletter? You can unsubscribe at any time.", ["yes", "no"]);
    assert!(makes_a_yes(&surely), "{}", surely.confidence);
    let both = column("May we send you our newsletter? You can opt out by the link in it.", ["yes", "no"]);
    assert!(both.is_unsure() && !makes_a_yes(&both), "{:?} at {}", both.field, both.confidence);
    let refused = column("Would you rather not receive our newsletter? Please tell us.", ["yes", "no"]);
    assert!(!makes_a_yes(&refused), "{:?}", refused.field);
}

#[test]
fn plain_consents_are_read_without_a_question() {
    for header in [
        "Newsletter",
        "Newsletter (ja/nein)",
        "Newsletter yes/no",
        "Newsletteranmeldung",
        "Newsletter signup",
        "Marketing consent",
        "Email allowed",
        "gdpr_email_allowed",
        "News by email (Y/N)",
        "Subscribed to our newsletter",
        "Werbung erwünscht",
        "Einverstanden mit Werbung",
        "Einwilligung E-Mail",
        "Newsletterempfang",
        "Acepta recibir el boletín",
        "Samtycke till nyhetsbrev",
        "Vill ha nyhetsbrev",
        "Toestemming voor nieuwsbrief",
        "Aceita receber newsletter",
        "Samtykke til nyhedsbrev",
        "Ønsker nyhetsbrev",
        "Må kontaktes på e-mail",
        "Haluaa uutiskirjeen",
        "Saa lähettää sähköpostia",
        "Zgoda na newsletter",
        "Inscrit à la newsletter",
        "Consenso alla newsletter",
    ] {
        let column = column(header, ["ja", "nej"]);
        assert_eq!(column.field, Some(Field::OptinEmail), "{header}");
        assert!(makes_a_yes(&column), "{header} at {}: {}", column.confidence, column.why);
        assert_eq!(column.purpose, None, "{header}");
    }
}
