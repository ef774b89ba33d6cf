//! Lists no system's columns give away, in six languages and without a header.

use super::{column, fields, read, read_with};
use crate::import::{Corrections, DateOrder, Polarity, Recognition, also_refused};
use crate::vocabulary::{Channel, ConsentStatus, Field, System};

fn list(text: &str, expected: &str) -> Recognition {
    let found = read(text);
    assert_eq!(found.system, System::List);
    assert_eq!(fields(&found), expected, "{}", text.lines().next().unwrap());
    found
}

#[test]
fn lists_in_six_languages_are_read_by_their_words() {
    list(
        "Email;First name;Surname;Country;Newsletter;Opt-in date;Opt-in source;Unsubscribed at;Created;Customer number\n\
         ada@example.org;Ada;Lovelace;SE;yes;14/03/2024;Trade fair;;01/02/2024;K-100\n",
        "email first_name last_name country optin_email consent_at consent_source unsubscribed_at created_at customer_id",
    );
    list(
        "Indirizzo e-mail;Nome;Cognome;Cellulare;Consenso marketing;Data del consenso;Fonte;Disiscritto il;Data creazione;Codice cliente\n\
         ada@example.org;Ada;Rossi;;sì;14/03/2024;fiera;;01/02/2024;C100\n",
        "email first_name last_name phone optin_email consent_at consent_source unsubscribed_at created_at customer_id",
    );
    list(
        "E-postadress;Förnamn;Efternamn;Mobilnummer;Samtycke;Samtyckesdatum;Källa;Avregistrerad;Skapad;Kundnummer;Senaste köp\n\
         ada@example.org;Ada;Ek;070-174 06 05;ja;2024-03-14;mässa;;2024-02-01;100;2024-01-01\n",
        "email first_name last_name phone optin_email consent_at consent_source unsubscribed_at created_at customer_id purchase_at",
    );
    list(
        "E-Mail-Adresse;Vorname;Name;Telefon;Einwilligung;Einwilligung am;Quelle;Abgemeldet am;Erstellt am;Kundennummer;Land\n\
         ada@example.org;Ada;Klein;030 23125 001;ja;14.03.2024;Messe;;01.02.2024;100;Deutschland\n",
        "email first_name last_name phone optin_email consent_at consent_source unsubscribed_at created_at customer_id country",
    );
    list(
        "Courriel;Prénom;Nom;Téléphone;Consentement;Date de consentement;Origine;Désinscrit le;Créé le;Numéro client;Pays\n\
         ada@example.org;Ada;Petit;01 99 00 12 34;oui;14/03/2024;salon;;01/02/2024;100;France\n",
        "email first_name last_name phone optin_email consent_at consent_source unsubscribed_at created_at customer_id country",
    );
    list(
        "Correo electrónico;Nombre;Apellidos;Teléfono;Acepta marketing;Fecha de consentimiento;Origen;Fecha de baja;Fecha de creación;Número de cliente;País\n\
         ada@example.org;Ada;Gil;;sí;14/03/2024;feria;;01/02/2024;100;España\n",
        "email first_name last_name phone optin_email consent_at consent_source unsubscribed_at created_at customer_id country",
    );
}

#[test]
fn opt_outs_point_the_other_way_in_every_language() {
    for header in [
        "Do not email",
        "Email opt-out",
        "No bulk emails (User Opt Out)",
        "Do not allow Emails",
        "Newsletter abbestellt",
        "Newsletter beendet",
        "Iscrizione annullata a tutte le email",
        "Consentement retiré",
        "Reklamspärr",
        "Ohne Einwilligung",
        "Nyhetsbrev avbeställt",
        "GDPR deletion requested",
        "Disiscritto",
        "Non inviare email",
        "Ej e-post",
        "Inga utskick",
        "Spärrad för e-post",
        "Keine E-Mails",
        "E-Mail-Sperre",
        "Ne pas envoyer d'e-mail",
        "Désabonné",
        "No enviar correo",
        "Dado de baja",
        "is_unsubscribed",
        "HasOptedOutOfEmail",
        "Unsubscribed from Emails",
        "blocklisted",
        "Von allen E-Mails abgemeldet",
        "Vill inte ha nyhetsbrev",
        "Refuse la newsletter",
        "Non desidera ricevere email",
        "Keine Werbung per E-Mail",
        "Tackat nej till utskick",
        "Refus de prospection",
        "Ne souhaite pas être contacté",
        "Geen nieuwsbrief",
        "Ikke send nyhetsbrev",
        "Nie wysyłać e-maili",
        "Ei uutiskirjettä",
    ] {
        let found = read(&format!("Email;{header}\nada@example.org;true\nbo@example.org;false\n"));
        let column = &found.columns[1];
        assert_eq!(column.field, Some(Field::DoNotEmail), "{header}");
        assert_eq!((column.polarity, &column.purpose), (Polarity::RefusedOrUnknown, &None), "{header}");
        assert!(column.values.iter().all(|value| value.status != ConsentStatus::Given), "{header}");
    }
    for (header, field) in [
        ("Ring ej", Field::DoNotCall),
        ("Nicht anrufen", Field::DoNotCall),
        ("Non chiamare", Field::DoNotCall),
        ("No SMS please", Field::DoNotSms),
        ("Inga sms", Field::DoNotSms),
        ("Keine Post", Field::DoNotPost),
        ("Pas de courrier", Field::DoNotPost),
        ("do_not_call", Field::DoNotCall),
    ] {
        assert_eq!(read(&format!("Email;{header}\nada@example.org;1\n")).columns[1].field, Some(field), "{header}");
    }
}

#[test]
fn a_kind_of_consent_whose_cells_tell_an_act_names_no_purpose() {
    for (header, acts, purposes) in [
        ("Art der Einwilligung", ["Häkchen", "Unterschrift"], ["Newsletter", "Fotos"]),
        ("Tipo di consenso", ["spunta sul modulo", "firma"], ["newsletter", "profilazione"]),
        ("Samtyckestyp", ["kryssruta", "telefon"], ["nyhetsbrev", "statistik"]),
    ] {
        let of = |cells: [&str; 2]| {
            let [one, other] = cells;
            let found = read(&format!("email,{header}\nada@example.org,{one}\nbob@example.org,{other}\n"));
            found.columns[1].field
        };
        assert_ne!(of(acts), Some(Field::Purpose), "{header}");
        assert_eq!(of(purposes), Some(Field::Purpose), "{header}");
    }
}

#[test]
fn consent_is_told_by_channel_and_purpose() {
    for (header, field, channel, purpose) in [
        ("Consent email", Field::OptinEmail, Some(Channel::Email), None),
        ("Samtycke SMS", Field::OptinSms, Some(Channel::Sms), None),
        ("Consenso telefonico", Field::OptinPhone, Some(Channel::PhoneLive), None),
        ("Einwilligung Post", Field::OptinPost, Some(Channel::Post), None),
        ("Consent: Product offers", Field::OptinEmail, None, Some("Product offers")),
        ("May we email you?", Field::OptinEmail, Some(Channel::Email), None),
        ("Får kontaktas via e-post", Field::OptinEmail, Some(Channel::Email), None),
        ("Consenso all'invio della newsletter", Field::OptinEmail, None, None),
        ("Accepte de recevoir des offres", Field::OptinEmail, None, Some("offres")),
        ("Consenso comunicazioni di primavera", Field::OptinEmail, None, Some("primavera")),
        ("WhatsApp opt-in", Field::Status, Some(Channel::Messenger), None),
        ("Marketing emails", Field::OptinEmail, Some(Channel::Email), None),
        ("sms_marketing_consent", Field::OptinSms, Some(Channel::Sms), None),
        ("Werbung per E-Mail erlaubt", Field::OptinEmail, Some(Channel::Email), None),
    ] {
        let found = read(&format!("Email;{header}\nada@example.org;ja\nbo@example.org;nej\n"));
        let column = &found.columns[1];
        assert_eq!(
            (column.field, column.channel, column.purpose.as_deref()),
            (Some(field), channel, purpose),
            "{header}"
        );
        assert_eq!(column.polarity, Polarity::YesOrRefused, "{header}");
    }
}

#[test]
fn the_parts_of_a_header_say_what_the_whole_does_not() {
    for (header, cell, field) in [
        ("Newsletter signup date", "2024-03-14", Field::ConsentAt),
        ("Date of newsletter consent", "2024-03-14", Field::ConsentAt),
        ("Datum för ditt samtycke", "2024-03-14", Field::ConsentAt),
        ("Einwilligungszeitpunkt", "14.03.2024", Field::ConsentAt),
        ("Email Marketing Consent Timestamp", "2024-03-14", Field::ConsentAt),
        ("Newsletter-Formular", "Fusszeile", Field::ConsentForm),
        ("Consent IP address", "192.0.2.1", Field::ConsentIp),
        ("activated_ip", "192.0.2.1", Field::ConfirmedIp),
        ("Date de la désinscription", "2024-03-14", Field::UnsubscribedAt),
        ("Motivo della disiscrizione", "troppe email", Field::UnsubscribeReason),
        ("Optin-Text", "Ja, ich möchte den Newsletter", Field::WordingText),
        ("consent_version", "v2", Field::WordingVersion),
        ("Date last opened", "2024-03-14", Field::LastOpenAt),
        ("Datum senaste beställning", "2024-03-14", Field::PurchaseAt),
        ("Loyalty member no", "4711", Field::CustomerId),
        ("Hard bounce date", "2024-03-14", Field::BouncedAt),
        ("GDPR lawful basis", "consent", Field::LegalBasis),
        ("created_ip", "192.0.2.1", Field::ConsentIp),
        ("email_opted_in_at", "2024-03-14", Field::ConsentAt),
        ("Work e-mail (main)", "bo@example.org", Field::Email),
    ] {
        let found = read(&format!("Kontakt;{header}\nx;{cell}\n"));
        assert_eq!(found.columns[1].field, Some(field), "{header}");
    }
}

#[test]
fn a_date_where_a_yes_was_expected_is_the_date_of_that_yes() {
    let found = read(
        "Email;Samtycke;Unsubscribed;Bounced;Confirmed\nada@example.org;2024-03-14;2024-04-01;2024-05-01;2024-03-15\n",
    );
    assert_eq!(fields(&found), "email consent_at unsubscribed_at bounced_at confirmed_at");
    let found = read("Email;Avregistrerad;Opt-in confirmed\nada@example.org;ja;1\nbo@example.org;nej;0\n");
    assert_eq!(fields(&found), "email do_not_email status");
    let said: Vec<_> = found.columns[2].values.iter().map(|value| value.status).collect();
    assert_eq!(said, [ConsentStatus::Pending, ConsentStatus::Given]);
}

#[test]
fn a_table_without_headers_is_read_by_its_cells_alone() {
    let found = read(
        ";;;;;;\n\
         Ada Lovelace;ada@example.org;+46 70 174 06 05;Sverige;20240314;ja;192.0.2.1\n\
         Bo Ek;bo@example.org;+46 70 174 06 06;Italia;20240315;nej;192.0.2.2\n",
    );
    assert_eq!(found.system, System::List);
    assert_eq!(fields(&found), "full_name email phone country - - consent_ip");
    assert_eq!(found.columns[4].dates, Some(DateOrder::Plain));
    assert!(found.columns[5].why.contains("nothing says"));
}

#[test]
fn the_name_of_a_list_can_only_refuse() {
    let text = "Email;Namn\nada@example.org;Ada\n";
    let state = |file: &str, sheet: &str| read_with(file, sheet, text, &Corrections::none()).table_status;
    assert_eq!(state("export.xlsx", "Avregistrerade"), Some(ConsentStatus::Withdrawn));
    assert_eq!(state("blocklist.csv", ""), Some(ConsentStatus::Suppressed));
    assert_eq!(state("subscribers.csv", ""), None);
    assert_eq!(state("subscribed.csv", "Aktiva"), None);
}

#[test]
fn a_list_of_those_who_never_confirmed_has_no_yes_unless_a_column_tells_their_state() {
    let state = |file: &str, text: &str| read_with(file, "", text, &Corrections::none()).table_status;
    let bare = "Subscriber,Sent,Opens,Clicks,Subscribed,Location,Name,Last name\na@example.org,1,0,0,2024-03-14,,A,B\n";
    for name in ["unconfirmed.csv", "unconfirmed subscribers 2024-03-01.csv", "pending.csv", "in attesa.csv"] {
        assert_eq!(state(name, bare), Some(ConsentStatus::Pending), "{name}");
        assert_eq!(state(name, "Email;Newsletter\na@example.org;yes\n"), Some(ConsentStatus::Pending), "{name}");
        assert_eq!(state(name, "Email;Status\na@example.org;subscribed\n"), None, "{name}");
    }
    assert_eq!(state("pending orders.csv", bare), None);
}

#[test]
fn a_country_may_share_its_column_with_the_region() {
    for header in ["Land / Region", "Pays / Région", "País / Región", "Paese / Regione", "Land/regio", "Maa / alue"]
    {
        assert_eq!(fields(&read(&format!("E-Mail;{header}\na@example.org;SE\n"))), "email country", "{header}");
    }
}

#[test]
fn addresses_that_are_not_the_first_are_no_refusal() {
    for header in ["Nicht primäre E-Mails für Import", "Non primary e-mails", "E-mail non principale"] {
        let found =
            read(&format!("E-Mail-Adresse;{header}\na@example.org;\nb@example.org;b2@example.org;b3@example.org\n"));
        assert_eq!(fields(&found), "email email", "{header}");
    }
    for header in ["Keine E-Mails", "No e-mails"] {
        assert_eq!(
            fields(&read(&format!("E-Mail-Adresse;{header}\na@example.org;x\n"))),
            "email do_not_email",
            "{header}"
        );
    }
}

#[test]
fn a_firm_no_in_a_name_stands_beside_what_the_rows_say_and_a_doubt_does_not() {
    for text in [
        "E-Mail;Newsletter\na@example.org;ja\nb@example.org;nein\n",
        "Email;Status\na@example.org;subscribed\nb@example.org;unsubscribed\n",
        "Email;Opt-in;Consent date\na@example.org;yes;2024-03-14\nb@example.org;no;\n",
        "Email;Unsubscribed at\na@example.org;2024-03-14\nb@example.org;\n",
    ] {
        let state = |file: &str, sheet: &str| read_with(file, sheet, text, &Corrections::none()).table_status;
        for name in
            ["Abgemeldet", "Nicht anschreiben", "Désinscrits", "Bajas", "Disiscritti", "Uitgeschreven", "Wypisani"]
        {
            assert!(state("kontakte.xlsx", name).is_some_and(ConsentStatus::is_refusal), "{name}");
            assert!(state(&format!("{name}.csv"), "").is_some_and(ConsentStatus::is_refusal), "{name}");
            assert!(state("kontakte.xlsx", &format!("Aktiv!{name}")).is_some_and(ConsentStatus::is_refusal), "{name}");
            assert_eq!(state(&format!("{name}.xlsx"), "Aktive Abonnenten"), None, "a name with two states: {name}");
        }
        for name in ["subscribed and unsubscribed", "Kunden und Abmeldungen", "customers", "Aktiv"] {
            assert_eq!(state("kontakte.xlsx", name), None, "{name}");
        }
    }
}

#[test]
fn the_state_of_a_table_speaks_of_the_channel_its_name_says() {
    let spoken = |file: &str, text: &str| {
        let found = read_with(file, "", text, &Corrections::none());
        (found.channel, found.refuses_all)
    };
    let number = "Mobile\n+46701740605\n+46701740606\n";
    let both = "Email;Phone\na@example.org;+46701740605\nb@example.org;+46701740606\n";
    for (file, text, expected) in [
        ("sms_unsubscribed.csv", number, (Channel::Sms, false)),
        ("SMS-Abmeldungen.csv", both, (Channel::Sms, false)),
        ("whatsapp opt-out.csv", both, (Channel::Messenger, false)),
        ("do_not_call.csv", both, (Channel::PhoneLive, false)),
        ("newsletter_unsubscribed.csv", both, (Channel::Email, false)),
        ("unsubscribed.csv", number, (Channel::PhoneLive, true)),
        ("unsubscribed.csv", both, (Channel::Email, true)),
        ("numbers.csv", number, (Channel::PhoneLive, true)),
        ("contacts.csv", both, (Channel::Email, false)),
        ("unsubscribed.csv", "Email\na@example.org\n", (Channel::Email, false)),
        ("do_not_contact.csv", "Email\na@example.org\n", (Channel::Email, true)),
    ] {
        assert_eq!(spoken(file, text), expected, "{file}: {text}");
    }
    let rows = "Mobile,Channel,Status\n+46701740605,SMS,Unsubscribed\n+46701740606,Call,Unsubscribed\n";
    assert_eq!(read_with("suppression.csv", "", rows, &Corrections::none()).channel_column, Some(2));
}

#[test]
fn a_sign_that_a_legend_calls_a_no_is_one() {
    let text = "E-Mail;Newsletter\na@example.org;x\nb@example.org;\nc@example.org;ja\n";
    let found = read_with("liste.csv", "Legende: x = abgemeldet", text, &Corrections::none());
    let said = |word: &str| found.columns[1].values.iter().find(|value| value.value == word).map(|value| value.status);
    assert_eq!((said("x"), said("ja")), (Some(ConsentStatus::Withdrawn), Some(ConsentStatus::Given)));
}

#[test]
fn a_correction_outranks_every_header_and_is_named() {
    let text = "Kontakt;Nyhetsbrev\nada@example.org;ja\n";
    let corrections = Corrections::parse(["Nyhetsbrev=do_not_email", "#1=ignored"]).unwrap();
    let found = read_with("list.csv", "", text, &corrections);
    assert_eq!(fields(&found), "ignored do_not_email");
    let column = column(&found, "Nyhetsbrev");
    assert_eq!((column.confidence, column.why.as_str()), (1.0, "set by hand"));
    assert_eq!(column.polarity, Polarity::RefusedOrUnknown);
    assert_eq!(column.values[0].status, ConsentStatus::Withdrawn);
}

#[test]
fn other_systems_are_read_without_a_false_yes() {
    let klaviyo = read(
        "Email,Klaviyo ID,First Name,Last Name,Organization,Phone Number,City,Country,Zip Code,Source,IP Address,Email Marketing Consent,Email Marketing Consent Timestamp,Profile Created On,Date Added,Last Open,Last Click\n\
         ada@example.com,01HZX,Ada,Lovelace,,,Stockholm,Sweden,111 22,Footer form,192.0.2.7,SUBSCRIBED,2024-01-01T00:00:00Z,2023-12-31 10:00:00,2024-01-01 00:00:00,2024-05-30,2024-05-12\n",
    );
    assert_eq!(
        fields(&klaviyo),
        "email external_id first_name last_name company phone city country postcode consent_source consent_ip status \
         consent_at created_at - last_open_at last_click_at"
    );
    assert_eq!(klaviyo.system, System::Klaviyo);
    let dynamics = read(
        "(Do Not Modify) Contact,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Full Name,Email,Do not allow Emails,Do not allow Bulk Emails,Do not allow Phone Calls,Do not allow Mails,Status,Created On\n\
         1f2e,rZ8x==,6/22/2026 10:00 AM,Ada Lovelace,ada@example.com,Allow,Do Not Allow,Allow,Allow,Active,6/22/2026 10:00 AM\n",
    );
    assert_eq!(
        fields(&dynamics).split(' ').skip(2).collect::<Vec<_>>().join(" "),
        "updated_at full_name email do_not_email do_not_email do_not_call do_not_post - created_at"
    );
    assert_eq!(column(&dynamics, "Do not allow Emails").values[0].status, ConsentStatus::Unknown);
    assert_eq!(column(&dynamics, "Do not allow Bulk Emails").values[1].status, ConsentStatus::Withdrawn);
    let rapidmail = read(
        "id;email;firstname;lastname;zip;birthdate;status;created;created_ip;activated;activated_ip\n\
         12;ada@example.com;Ada;Lovelace;;;active;2024-03-14 09:12:31;192.0.2.1;2024-03-14 09:14:00;192.0.2.1\n",
    );
    assert_eq!(
        fields(&rapidmail),
        "external_id email first_name last_name postcode birth_date status consent_at consent_ip confirmed_at confirmed_ip"
    );
    let cleverreach =
        read("email;registered;activated;deactivated;bounced;source\nada@example.com;2024-03-14;2024-03-14;;;web\n");
    assert_eq!(fields(&cleverreach), "email created_at confirmed_at unsubscribed_at bounced consent_source");
}

#[test]
fn every_piece_of_evidence_decides_the_order_of_day_and_month_and_a_conflict_asks() {
    use DateOrder::{Ambiguous, DayFirst, MonthFirst, Plain};
    for (text, order) in [
        // A part above twelve in the column itself, whatever else speaks.
        ("Email;Samtyckesdatum;Land\na@example.org;03/04/2024;US\nb@example.org;14/04/2024;US\n", DayFirst),
        ("Email;Consent date;Country\na@example.org;03/04/2024;SE\nb@example.org;03/14/2024;SE\n", MonthFirst),
        ("Email;Consent date\na@example.org;14/04/2024\nb@example.org;03/14/2024\n", Ambiguous),
        // Another column.
        ("Email;Consent date;Created\na@example.org;03/04/2024;13/02/2024\n", DayFirst),
        ("Email;Consent date;Created;Updated\na@example.org;03/04/2024;13/02/2024;02/13/2024\n", Ambiguous),
        // The country.
        ("Email;Consent date;Country\na@example.org;03/04/2024;Italia\nb@example.org;05/04/2024;Italia\n", DayFirst),
        ("Email;Consent date;Country\na@example.org;03/04/2024;US\nb@example.org;05/04/2024;US\n", MonthFirst),
        ("Email;Consent date;Country\na@example.org;03/04/2024;US\nb@example.org;05/04/2024;SE\n", Ambiguous),
        ("Email;Consent date;Country\na@example.org;03/04/2024;Norge\nb@example.org;05/04/2024;Sverige\n", Ambiguous),
        // The clock goes with month first, and decides nothing by itself.
        ("Email;Consent date\na@example.org;03/04/2024 5:01 PM\n", Ambiguous),
        (
            "Email;Consent date;Country\na@example.org;03/04/2024 5:01 PM;SE\nb@example.org;05/04/2024 5:01 PM;SE\n",
            Ambiguous,
        ),
        // Nothing.
        ("Email;Consent date\na@example.org;03/04/2024\n", Ambiguous),
        // Nothing to decide: numbers, names of months, ISO.
        ("Email;Consent date\na@example.org;45365\nb@example.org;45366,5\n", Plain),
        ("Email;Consent date\na@example.org;1710407551\n", Plain),
        ("Email;Consent date\na@example.org;20240314091231\n", Plain),
        ("Email;Consent date\na@example.org;14. maaliskuuta 2024\n", Plain),
        (
            "Email;Consent date\na@example.org;Thu Mar 14 2024 09:12:31 GMT+0100 (Central European Standard Time)\n",
            Plain,
        ),
    ] {
        let found = read(text);
        assert_eq!((found.columns[1].field, found.columns[1].dates), (Some(Field::ConsentAt), Some(order)), "{text}");
        assert!(found.columns[1].confidence >= 0.6, "{text}: {}", found.columns[1].why);
    }
}

#[test]
fn a_header_that_refuses_over_addresses_refuses_for_all_of_them() {
    use crate::vocabulary::ConsentStatus::{Bounced, Suppressed, Withdrawn};
    for (headers, expected) in [
        ("Unsubscribed|Opt-outs|Abgemeldet|Disiscritti|Désabonnés|Avanmälda|Bajas|Uitgeschreven", Withdrawn),
        ("Blacklist|Robinson|Sperrliste|Do not contact|Spärrlista", Suppressed),
        ("Bounces|NPAI|Unzustellbar|Hard bounces", Bounced),
    ] {
        for header in headers.split('|') {
            let read = read(&format!("{header}\np4@example.org\np5@example.org\n"));
            assert_eq!((fields(&read).as_str(), read.table_status), ("email", Some(expected)), "{header}");
        }
    }
    assert_eq!(read("Subscribed\np4@example.org\np5@example.org\n").table_status, None);
}

#[test]
fn dnc_refuses_calls_and_is_asked_about() {
    let found = read("Email,Phone,DNC\nada@example.org,+46701740605,1\nbo@example.org,+46701740606,0\n");
    let column = column(&found, "DNC");
    assert_eq!((column.field, column.is_unsure()), (Some(Field::DoNotCall), true));
    assert_eq!(also_refused(column, &found.columns), Some(Channel::Email));
}
