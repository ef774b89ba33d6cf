//! Headers that say no: to calls, to everything, to something nobody can place; and answers to nobody knows what.

use super::{fields, read};
use crate::import::{ColumnMeaning, Polarity};
use crate::vocabulary::{Channel, ConsentStatus, Field};

fn answered(header: &str) -> ColumnMeaning {
    let quoted = header.replace('"', "\"\"");
    read(&format!("Email;\"{quoted}\"\nada@example.org;ja\nbo@example.org;nein\n")).columns.remove(1)
}

fn said(column: &ColumnMeaning, word: &str) -> Option<ConsentStatus> {
    column.values.iter().find(|value| value.value == word).map(|value| value.status)
}

/// The headers that do not hold, all of them at once.
fn all(headers: &[&str], holds: impl Fn(&ColumnMeaning) -> bool) {
    let wrong: Vec<String> = headers
        .iter()
        .map(|header| (header, answered(header)))
        .filter(|(_, column)| !holds(column))
        .map(|(header, column)| format!("{header}: {:?} at {}, {:?}", column.field, column.confidence, column.values))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_refusal_of_calls_is_one_in_whatever_voice_it_is_written() {
    let headers = [
        "Önskar ej bli uppringd",
        "Vill inte bli uppringd",
        "Ich möchte nicht angerufen werden",
        "Ne souhaite pas être appelé",
        "Ne veut pas être appelée",
        "Wil niet gebeld worden",
        "Ønsker ikke at blive ringet op",
        "Må ikke ringes til",
        "Ønsker ikke å bli oppringt",
        "Ei halua soittoja",
        "Ei saa soittaa",
        "Does not wish to be called",
        "Not to be phoned",
        "No quiere que le llamen",
        "Non vuole essere chiamato",
        "Não quer chamadas",
        "Nie dzwonić",
        "Nie chce telefonów",
    ];
    all(&headers, |column| column.field == Some(Field::DoNotCall) && !column.is_unsure() && !column.every_channel);
    let headers = [
        "Texting opted out",
        "Text opt out",
        "No texts",
        "Do not text",
        "Inga textmeddelanden",
        "Keine Kurznachrichten",
    ];
    all(&headers, |column| column.field == Some(Field::DoNotSms) && !column.is_unsure());
}

#[test]
fn a_plain_no_to_something_nobody_can_place_refuses_everything() {
    let headers = [
        "Please do not xyzzy",
        "Does not want xyzzy",
        "Never xyzzy",
        "Exclude from xyzzy",
        "Bitte nicht xyzzy",
        "Möchte kein Xyzzy",
        "Ne pas xyzzer",
        "Ne plus xyzzer",
        "No xyzzear",
        "Non xyzzare",
        "Não xyzzar",
        "Niet meer xyzzy",
        "Vill inte xyzzy",
        "Ønsker ikke xyzzy",
        "Må ikke xyzzy",
        "Ei saa xyzzy",
        "Nie xyzzować",
        "Nie chce xyzzy",
        "Stop (x)",
        "STOP received",
    ];
    all(&headers, |column| {
        column.field == Some(Field::DoNotEmail)
            && column.every_channel
            && said(column, "ja") == Some(ConsentStatus::Withdrawn)
    });
    all(&["Please do not xyzzy", "Never xyzzy", "Ne plus xyzzer", "Nie xyzzować"], ColumnMeaning::is_unsure);
}

#[test]
fn the_no_of_common_systems_is_known() {
    let headers = [
        "Requests no email",
        "Please no email",
        "Do not solicit",
        "No Solicitation",
        "Ne pas solliciter",
        "Ej massutskick",
        "Exclude from campaigns",
        "No DEM",
        "Escludi da invii",
        "DNE",
        "Is DNC",
        "Newsletter No",
        "Mailing (tick if NO)",
        "Verstorben",
        "Deceased",
    ];
    all(&headers, |column| {
        column.field == Some(Field::DoNotEmail) && said(column, "ja") == Some(ConsentStatus::Withdrawn)
    });
    all(&["Email Held", "Email is bad", "Bad email", "email1_is_bad"], |column| {
        column.field == Some(Field::Bounced) && said(column, "ja") == Some(ConsentStatus::Bounced)
    });
    assert_eq!(
        fields(&read("Email;Phone no;Customer no\na@example.org;070-174 06 05;12\n")),
        "email phone customer_id"
    );
}

#[test]
fn a_word_for_blocking_beside_one_nobody_can_place_refuses_until_it_is_answered() {
    let headers = [
        "Custom Suppress",
        "suppressed_by_xyzzy",
        "dnc_listed",
        "Xyzzy gesperrt",
        "Bloqueado xyzzy",
        "Zablokowany xyzzy",
    ];
    all(&headers, |column| said(column, "ja") == Some(ConsentStatus::Withdrawn));
    all(&["Custom Suppress", "dnc_listed", "Xyzzy gesperrt"], ColumnMeaning::is_unsure);
}

#[test]
fn an_adjective_that_denies_something_is_asked_about_and_refuses_nothing() {
    for header in ["Non-xyzzy", "Not xyzzy", "Ohne Xyzzy", "Inactive"] {
        let column = answered(header);
        assert_eq!((column.field, column.perhaps), (None, Some(Field::DoNotEmail)), "{header}");
    }
}

#[test]
fn a_refusal_that_names_no_channel_is_of_every_channel() {
    let headers = [
        "Werbesperre",
        "Werbewiderspruch",
        "Keine Werbung",
        "Marketing opt-out",
        "GDPR objection",
        "Opposition",
        "Opposizione",
        "Sprzeciw",
        "Bezwaar",
        "Kontaktsperre",
        "Kein Interesse",
        "Spärrad",
        "Markkinointikielto",
        "Lista Robinson",
        "Robinsonlisten",
        "Ingen reklam",
        "Sans publicité",
        "Sem publicidade",
    ];
    all(&headers, |column| column.every_channel && column.channel.is_none());
    for header in ["Consent withdrawn on", "Werbewiderspruch am", "Widerruf der Einwilligung am"] {
        let found = read(&format!("Email;{header}\nada@example.org;2024-03-14\nbo@example.org;\n"));
        assert_eq!(found.columns[1].field, Some(Field::UnsubscribedAt), "{header}");
        assert!(found.columns[1].every_channel, "{header}");
    }
    let headers =
        ["Unsubscribed", "Abgemeldet", "Kein Newsletter", "Email opt out", "Keine SMS", "Newsletter abbestellt"];
    all(&headers, |column| !column.every_channel);
}

#[test]
fn a_confirmation_that_has_not_come_is_pending_where_it_says_yes_and_never_a_yes() {
    let headers = [
        "Double Opt-in missing",
        "Double Opt-in fehlt",
        "DOI offen",
        "DOI open",
        "DOI pending",
        "DOI ausstehend",
        "DOI abgelaufen",
        "DOI expired",
        "DOI outstanding",
        "Awaiting double opt-in",
        "Doppio opt-in mancante",
        "Double opt-in manquant",
        "Doble opt-in pendiente",
        "Dubbel opt-in saknas",
        "Dobbelt opt-in mangler",
        "Dubbele opt-in ontbreekt",
        "Not confirmed",
        "Noch nicht bestätigt",
        "Bestätigung ausstehend",
        "Ännu inte bekräftad",
        "Confirmation en attente",
    ];
    all(&headers, |column| {
        column.values.iter().all(|value| value.status != ConsentStatus::Given)
            && said(column, "ja") == Some(ConsentStatus::Pending)
            && said(column, "nein") == Some(ConsentStatus::Unknown)
    });
    let double = answered("Newsletter double");
    assert!(double.is_unsure() && said(&double, "ja") != Some(ConsentStatus::Given));
    assert_eq!(said(&answered("Double opt-in"), "ja"), Some(ConsentStatus::Given));
}

#[test]
fn words_of_advertising_or_of_a_purchase_alone_make_no_yes_and_no_refusal() {
    let headers = [
        "Prospect",
        "Prospects",
        "Prospecting",
        "Promoter",
        "Promo",
        "Promotion",
        "Advertiser",
        "Werbung",
        "Reklam",
        "Publicité",
        "Marketing contact",
        "Mainonta",
        "Subscription",
        "Abo",
        "Abonnement",
        "Abonnent",
        "Prenumerant",
        "Suscripción",
        "Has subscription",
        "Membership subscription",
        "Has email",
        "Primary email",
    ];
    all(&headers, |column| {
        let asked = column.field.is_none() || column.is_unsure();
        asked
            && [Some(ConsentStatus::Given), Some(ConsentStatus::Withdrawn)]
                .iter()
                .all(|no| said(column, "ja") != *no && said(column, "nein") != *no)
    });
    for header in ["Mailing", "Newsletter angeboten", "Newsletter offered", "Newsletter offerta", "Newsletter erhalten"]
    {
        let column = answered(header);
        assert_ne!(said(&column, "ja"), Some(ConsentStatus::Given), "{header}");
    }
    for header in ["Prospect since", "Promo date", "Marketing date", "Newsletter date", "Subscriber since"] {
        let column = read(&format!("Email;{header}\nada@example.org;2024-03-14\n")).columns.remove(1);
        assert!(column.field != Some(Field::ConsentAt) || column.is_unsure(), "{header} at {}", column.confidence);
    }
    for header in ["Newsletter seit", "Newsletter subscribed at", "Newsletter-Anmeldung am"] {
        let column = read(&format!("Email;{header}\nada@example.org;2024-03-14\n")).columns.remove(1);
        assert!(column.field == Some(Field::ConsentAt) && !column.is_unsure(), "{header} at {}", column.confidence);
    }
}

#[test]
fn answers_under_a_header_nobody_understands_are_asked_about_once_and_say_nothing() {
    for header in ["Xyzzy", "Permission", "Contact?", "On list", "NL", "Address ok", "Adresse ok"] {
        let column = answered(header);
        assert_eq!((column.field, column.perhaps), (None, Some(Field::OptinEmail)), "{header}: {}", column.why);
        assert!(column.values.is_empty(), "{header}");
    }
    let found = read("Email;Flag;Name\na@example.org;0;Ada\nb@example.org;0;Bo\n");
    assert!(found.columns.iter().all(|column| column.perhaps.is_none()));
    for header in ["Darf angeschrieben werden", "Peut être contacté", "Vuole essere contattato", "Kontakt erlaubt"] {
        let column = answered(header);
        assert!(column.field == Some(Field::OptinEmail) && column.is_unsure() && column.every_channel, "{header}");
        assert_eq!(said(&column, "nein"), Some(ConsentStatus::Withdrawn), "{header}");
        assert_eq!(said(&column, "ja"), Some(ConsentStatus::Unknown), "{header}");
    }
}

#[test]
fn a_ban_on_changing_a_column_refuses_nobody() {
    for (header, field) in [
        // Dynamics writes its own id under these.
        ("(Nicht ändern) Kontakt", Some(Field::ExternalId)),
        ("(Ne pas modifier) Contact", Some(Field::ExternalId)),
        ("(Ändra inte) Kontakt", None),
        ("(No modificar) Contacto", None),
    ] {
        let found = read(&format!("{header};E-Mail\nguid-1;a@example.org\nguid-2;b@example.org\n"));
        assert_eq!(found.columns[0].field, field, "{header}: {}", found.columns[0].why);
    }
    let keys = read("Email;Do not xyzzy mail\na@example.org;K-17\nb@example.org;K-18\n");
    assert_eq!(keys.columns[1].field, None);
    let reasons = read("Email;Do not contact\na@example.org;moved\nb@example.org;rang twice\n");
    assert_eq!(reasons.columns[1].field, Some(Field::DoNotEmail));
    assert_eq!(answered("Retired").field, None);
    assert!(answered("Consentement retiré").polarity == Polarity::RefusedOrUnknown);
}

#[test]
fn a_short_word_of_another_language_is_no_part_of_an_address() {
    for header in ["Contact by", "Kontakt via", "Via", "Pays monthly", "Mailing (tick if NO)"] {
        let found = read(&format!("Email;{header}\na@example.org;email\nb@example.org;none\n"));
        let field = found.columns[1].field;
        assert!(!matches!(field, Some(Field::City | Field::Address | Field::Country)), "{header}: {field:?}");
    }
    assert_eq!(fields(&read("Navn;By\nAda Ek;Aarhus\n")), "full_name city");
    assert_eq!(fields(&read("Cognome;Via\nRossi;Via Roma 1\n")).split(' ').nth(1), Some("address"));
    let found = read("Email;Do not contact by\na@example.org;email\nb@example.org;phone\n");
    assert_eq!(found.columns[1].field, Some(Field::DoNotEmail));
    assert!(answered("Newsletter (uncheck to opt out)").is_unsure());
}

#[test]
fn leftover_words_are_no_purpose_and_words_of_assent_are_one_in_every_language() {
    for header in [
        "Akzeptiert E-Mail-Marketing",
        "Aksepterer e-postmarkedsføring",
        "Akceptuje newsletter",
        "Hyväksyy uutiskirjeen",
    ] {
        let column = answered(header);
        assert_eq!((column.field, column.purpose.as_deref()), (Some(Field::OptinEmail), None), "{header}");
        assert_eq!(said(&column, "ja"), Some(ConsentStatus::Given), "{header} at {}", column.confidence);
    }
    for header in
        ["Opt-out von E-Mail: Information", "Awaiting opt-in", "Interest in newsletter", "Newsletter eligible"]
    {
        let column = answered(header);
        assert_eq!(column.purpose, None, "{header}");
        assert_ne!(said(&column, "ja"), Some(ConsentStatus::Given), "{header}");
    }
    let dr = answered("Samtycke DR");
    assert_eq!((dr.field, dr.channel), (Some(Field::OptinPost), Some(Channel::Post)));
    let campaign = read("Email;Campaign\na@example.org;news\nb@example.org;news\n");
    assert_eq!(campaign.columns[1].field, None);
}
