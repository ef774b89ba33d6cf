use super::*;

fn all_say(expected: Option<ConsentStatus>, names: &str) {
    for name in names.split('|').map(str::trim) {
        for name in [name.to_owned(), format!("{name}.csv"), format!("{name} 2024-05-01.xlsx")] {
            assert_eq!(refusal_in_name(&name), expected, "{name}");
        }
    }
}

#[test]
fn the_name_of_a_list_of_those_who_left_refuses_in_twelve_languages() {
    all_say(
        Some(Withdrawn),
        "unsubscribed | Unsubscribers | all unsubscribed | Unsubscribes after campaign 12 | opt-out | Opt-Outs | opted out \
         | optedout | OptedOut | removed | Removed contacts | withdrawn consent | consent withdrawn | former subscribers \
         | no longer subscribed | Abgemeldet | abgemeldete_kunden | Abmelder | Abmeldeliste | Abmeldungen Newsletter \
         | Austragungen | Widerrufe | Widersprüche | Werbewiderspruch | Werbewidersprüche | keine Werbung | kein Newsletter \
         | nicht mehr angemeldet | Ehemalige Abonnenten | Avregistreringar | Avregistrerade | Avanmälningar | Avanmälda \
         | Désabonnés | Désabonnements | Désinscription | Désinscrits newsletter | Liste d'opposition | Anciens abonnés \
         | Disiscritti | Disiscrizioni | Revocati | Ex iscritti | dados de baja | Bajas | Desuscritos | Uitschrijvers \
         | Uitschrijvingen | Uitgeschreven | Afmeldingen | Descadastrados | Cancelamentos | Frameldinger | Framelding \
         | Afmeldinger | Avmeldinger | Avmeldte | Peruutukset | Peruneet | Rezygnacje | Wypisani | Withdrawn \
         | unsubscribed and removed | deleted | Gelöschte Kontakte",
    );
    all_say(
        Some(Suppressed),
        "Sperrliste | Gesperrte | Gesperrte Kunden | do-not-contact | DoNotContact | Nicht mehr kontaktieren | Spärrade \
         | Spärrlista | spærret | Lista nera | liste noire | Lista negra | Robinsonliste | Robinson | Lista Robinson \
         | suppressed | suppression list | blocklist | black list | Ne pas contacter | Kontakta ej | estolista \
         | Zablokowani | Werbesperre | bounced and blocklisted",
    );
    all_say(
        Some(Bounced),
        "bounced | Bounces | hard bounces | Unzustellbar | Unzustellbare | Rebotes | Rimbalzati | Studsade | NPAI \
         | Returnert | undeliverable | invalid emails | Onbestelbaar | cleaned_email_audience_export",
    );
    all_say(
        Some(Complained),
        "Complaints | spam complaints | Spam complaints from May campaign | Beschwerden | abuse reports",
    );
}

#[test]
fn the_name_of_a_list_of_complaints_refuses_in_the_words_of_senders() {
    all_say(
        Some(Complained),
        "Marked as spam | marked_as_spam | plaignants | sarbacane plaignants | sendy spam | Unerwünscht | Unerwuenscht \
         | Segnalati come spam | Signalés comme spam | Als Spam markiert | Marcados como spam",
    );
}

#[test]
fn the_name_of_a_list_of_those_who_never_confirmed_is_no_yes_and_no_no() {
    for name in [
        "unconfirmed",
        "unconfirmed subscribers 2024-03-01",
        "unconfirmed_acme",
        "pending",
        "sendy-pending",
        "not activated",
        "in attesa",
        "Non confermati",
        "da confermare",
        "obekräftade",
        "väntande",
        "Unbestätigt",
        "unbestaetigte Empfänger",
        "ausstehend",
        "non confirmés",
        "en attente",
        "no confirmados",
        "pendientes",
        "onbevestigd",
        "in afwachting",
        "não confirmados",
        "pendentes",
        "ubekræftede",
        "afventer",
        "ubekreftet",
        "venter",
        "vahvistamattomat",
        "odottaa",
        "niepotwierdzone",
        "oczekujący",
    ] {
        for name in [name.to_owned(), format!("{name}.csv"), format!("{name} 2024-05-01.xlsx")] {
            assert!(is_unconfirmed(&name), "{name}");
            assert_eq!(refusal_in_name(&name), None, "{name}");
        }
    }
    for name in [
        "confirmed",
        "pending orders",
        "Commandes en attente",
        "confirmed and unconfirmed",
        "without unconfirmed",
        "ohne Unbestätigte",
        "unconfirmed removed",
        "Venteli Hotel",
        "validated",
    ] {
        assert!(!is_unconfirmed(name), "{name}");
    }
}

#[test]
fn a_sheet_of_those_who_were_thrown_out_or_want_nothing_refuses() {
    all_say(
        Some(Withdrawn),
        "Raus | Perutut | Peruttu | Papierkorb | Trash | Corbeille | Cestino | Papelera | Papperskorg | Prullenbak \
         | Roskakori | Kosz | Ne veulent plus rien recevoir | wollen keine Werbung | vill inte ha nyhetsbrev \
         | Non vogliono più email | no quieren recibir correos | willen geen nieuwsbrief | ønsker ikke nyhedsbrev",
    );
    all_say(Some(Suppressed), "Keine Mails | Keine Mails mehr | No more mails | Geen mails | Pas de mails | Inga mejl");
    all_say(None, "Trash collection fans | Kosz Marek | Rausch");
}

#[test]
fn a_legend_says_what_a_sign_means_and_of_nobody_which_sign_he_has() {
    for line in
        ["Legende: x = abgemeldet", "x = unsubscribed", "1 = will Newsletter, 2 = abgemeldet", "o = kein Newsletter"]
    {
        assert_eq!(refusal_in_name(line), Some(Unknown), "{line}");
    }
    assert_eq!(refusal_in_name("x = Mitglied"), None);
    let signs = |line| legend(line).map(|(sign, _)| sign.to_owned()).collect::<Vec<_>>();
    assert_eq!(signs("Legende: 1 = will Newsletter, 2 = abgemeldet"), ["1", "2"]);
    assert!(signs("Status = unsubscribed").is_empty());
}

#[test]
fn a_name_of_several_refusals_is_a_refusal() {
    all_say(
        Some(Withdrawn),
        "unsubscribed and bounced | Abgemeldet und gesperrt | unsubscribed_and_cleaned | Désabonnés et plaintes \
         | bounced & unsubscribed | Avregistrerade och studsade | Disiscritti e rimbalzati",
    );
}

#[test]
fn a_no_beside_a_yes_or_beside_a_word_for_taking_out_proves_nothing() {
    all_say(
        Some(Unknown),
        "subscribed and unsubscribed | subscribers & unsubscribed | Kunden und Abmeldungen | An- und Abmeldungen \
         | In- en uitschrijvingen | not subscribed | non-subscribed | nicht angemeldet | Non iscritti \
         | unsubscribed removed | Kundenliste (bereinigt, Bounces raus) | Bounces eliminados | Désabonnés nettoyés \
         | Kunden ohne Einwilligung | ohne Newsletter",
    );
}

#[test]
fn the_name_of_a_list_for_anybody_else_says_nothing() {
    all_say(
        None,
        "subscribed | subscribers | newsletter | customers | email_list_cleaned | Cleaned list | clean list \
         | list without unsubscribed | Newsletter ohne Abmeldungen und Bounces | contacts excl. bounces | sans désabonnés \
         | sin bajas | utan avregistrerade | senza disiscritti | complaints about coffee | do not forget \
         | Hotel Robinson Kunden | Robinson customers | Klagenfurt Newsletter | Odbiorcy newslettera | Baja California \
         | Bouncy castles | Sperrholz Händler | Sparring partners | noch nicht kontaktiert | not yet contacted \
         | soft bounces | duplicates removed | Kunden ohne E-Mail bitte anrufen | Stopover guests | Retired teachers \
         | resubscribed | Non-profit contacts | Non primary e-mails | No. 5 members | Nordic contacts | Invalidenverein",
    );
}

#[test]
fn lists_of_requests_of_the_dead_and_of_returned_mail_stop() {
    all_say(
        Some(Withdrawn),
        "remove | remover | pedidos remover | Removal requests | revoche | Cofnięte zgody | STOP PUB | ta bort | slettes \
         | reserverte | markkinointikiellot | Suoramarkkinointikiellot | Löschanträge | GDPR erasure requests | Löschgesuche \
         | Austritte | AUSGETRETEN | NEIN | Nej | Nein danke | demandes de retrait | richieste di cancellazione \
         | wnioski o usunięcie | Ne souhaitent plus recevoir | Non vogliono più ricevere | willen niets meer ontvangen \
         | nie chcą już | fjernes | borrar | poistettavat",
    );
    all_say(
        Some(Suppressed),
        "Verstorbene | verstorben | Deceased | Décédés | Fallecidos | Deceduti | Overleden | Falecidos | Avlidna | Afdøde \
         | Avdøde | Kuolleet | Zmarli | Todesfälle",
    );
    all_say(Some(Bounced), "Rückläufer | Rueckläufer Newsletter");
    all_say(Some(Unknown), "Ehemalige | Former | Anciens | Antiguos");
    all_say(
        None,
        "remove duplicates | ta bort dubbletter | Former students of Ms Low | Mikael Neinhaus | Stop Over Hotel | Pedidos | Requests \
         | Nordea | Zmarlak | Retouren | fjernvarme | Slettestrand | Poistola",
    );
    for name in ["Verstorbene", "Fallecidos 2024", "erasure requests", "Löschanträge"] {
        assert!(is_of_all_channels(name), "{name}");
    }
    assert!(!is_of_all_channels("Abgemeldet") && !is_of_all_channels("Rückläufer"));
}

#[test]
fn a_word_for_being_gone_refuses_alone_and_nowhere_else() {
    all_say(
        Some(Withdrawn),
        "raus | weg | tolti | partis | sluttet | slutade | lopettaneet | gone | taken off the list | Leavers | Ausgetreten | utmeldte",
    );
    all_say(Some(Suppressed), "Do not use | nicht verwenden | ne pas utiliser | nie używać");
    all_say(None, "gone fishing | partis politiques | Weg der Mitte");
}

#[test]
fn what_people_want_no_more_heads_those_who_refuse() {
    for name in [
        "Ska inte ha mejl",
        "Skal ikke ha mer post",
        "Vil ikke længere have noget",
        "Wollen nicht mehr",
        "No quieren más",
        "Han pedido que no les escribamos",
        "Non vogliono più niente",
        "Ne veulent plus rien",
        "Willen niet meer",
        "Não querem mais",
        "Nie chcą",
        "Eivät halua postia",
        "Zrezygnowali",
    ] {
        assert!(refusal_in_name(name).is_some_and(ConsentStatus::is_refusal), "{name}");
    }
    for name in ["Wollen mehr", "Quieren más", "Will noch überlegen", "Skal ha post"] {
        assert_eq!(refusal_in_name(name), None, "{name}");
    }
}
