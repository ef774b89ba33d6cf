//! Refusals in other words than yes and no, in other columns, and with dates that may be two.

use super::*;

#[test]
fn whatever_is_written_into_a_column_of_refusals_refuses() {
    let table = with(&[("Do not email", Field::DoNotEmail)]);
    for text in [
        "ja, telefonisch",
        "per Telefon abgemeldet",
        "März 2024",
        "2024",
        "yes (14.03.2024)",
        "x 14.3.",
        "1 (manual)",
        "Ja?",
    ] {
        let refusals: Vec<_> = claims(&table, &[text]).into_iter().map(|claim| claim.1).collect();
        assert_eq!(refusals, [Withdrawn], "{text}");
    }
    for text in
        ["no", "0", "nein, noch nicht", "No (asked in May)", "not asked", "unknown", "ok", "subscribed", "Allow"]
    {
        assert_eq!(claims(&table, &[text]), [], "{text}");
    }
    for text in ["https://news.example.org/unsubscribe", "unsubscribe@example.org", "a81bc81b-dead-4e5d-abff"] {
        assert_eq!(claims(&table, &[text]), [], "{text}");
    }
    assert_eq!(claims(&table, &["2024-03-14"]), [(Channel::Email, Withdrawn, 1, true)], "a date says since when");
    assert_eq!(claims(&table, &["05/03/2024"]), [(Channel::Email, Withdrawn, 1, false)], "if it is one day only");
    let complaints = with(&[("Complained", Field::Complained)]);
    assert_eq!(claims(&complaints, &["reported us on 3 May"])[0].1, Complained);
    assert_eq!(claims(&complaints, &["no complaint"]), []);
}

#[test]
fn a_no_is_read_out_of_a_longer_text_and_a_yes_is_not() {
    let table = with(&[("Newsletter", Field::OptinEmail)]);
    for no in ["Nein, danke", "kein Interesse mehr", "No (15/03/2024)", "No - phoned", "Nej tack", "STOP"] {
        assert_eq!(claims(&table, &[no]), [(Channel::Email, Withdrawn, 1, false)], "{no}");
    }
    for unknown in ["Ja, gerne", "Yes (phone)", "Ja?", "~yes", "!yes", "-1", "1%", "Yes - maybe later"] {
        assert_eq!(claims(&table, &[unknown]), [], "{unknown}");
    }
    let states = with(&[("Status", Field::Status)]);
    for no in ["Unsubscribed (by phone)", "Hat widersprochen", "A refusé", "Odmówił", "Unsubscribed 2024-03-01"] {
        assert_eq!(claims(&states, &[no])[0].1, Withdrawn, "{no}");
    }
    assert_eq!(claims(&states, &["Subscribed (double opt-in)"]), []);
}

#[test]
fn a_reason_for_leaving_says_that_somebody_left_unless_the_row_says_so_better() {
    let table = with(&[("Newsletter", Field::OptinEmail), ("Unsubscribe reason", Field::UnsubscribeReason)]);
    assert_eq!(claims(&table, &["yes", "too many mails"]).last().unwrap(), &(Channel::Email, Withdrawn, 2, false));
    assert_eq!(claims(&table, &["no", "too many mails"]), [(Channel::Email, Withdrawn, 1, false)]);
    assert_eq!(claims(&table, &["yes", "none given"]).len(), 2, "words that deny nothing are a reason");
    assert_eq!(claims(&table, &["yes", "not unsubscribed"]), [(Channel::Email, Given, 1, false)]);
}

#[test]
fn a_tag_or_list_named_for_a_refusal_refuses() {
    for field in [Field::Tags, Field::Lists] {
        let table = with(&[("Tags", field)]);
        assert_eq!(claims(&table, &["customer, unsubscribed; VIP"])[0].1, Withdrawn);
        assert_eq!(claims(&table, &["Suppression list"])[0].1, Suppressed);
        assert_eq!(claims(&table, &["customer, subscribed, inactive"]), []);
    }
}

#[test]
fn a_date_that_may_be_either_way_round_never_puts_a_consent_after_a_refusal() {
    let columns = [("Consent", Field::ConsentAt), ("Left", Field::UnsubscribedAt)];
    let mut table = with(&columns);
    table.columns.iter_mut().for_each(|column| column.dates = Some(DateOrder::Ambiguous));
    let at = |cells: &[&str]| {
        let cells: Vec<&str> = std::iter::once("ada@example.org").chain(cells.iter().copied()).collect();
        let contact = read(&table, &cells).unwrap();
        contact.claims().iter().map(|claim| (claim.status, claim.at.map(|at| at.seconds / 86_400))).collect::<Vec<_>>()
    };
    // 5 March or 3 May 2024; 2 January or 1 February 2024.
    assert_eq!(at(&["02/01/2024", "05/03/2024"]), [(Given, Some(19_724)), (Withdrawn, None)]);
    assert_eq!(at(&["20/03/2024", "25/03/2024"]), [(Given, Some(19_802)), (Withdrawn, Some(19_807))]);
}

#[test]
fn a_firm_no_in_a_note_refuses_beside_a_yes_and_a_doubtful_one_does_not() {
    let table = with(&[("Newsletter", Field::OptinEmail), ("Notes", Field::Notes)]);
    let refused = |note: &str| {
        let said = claims(&table, &["yes", note]);
        assert_eq!(said[0], (Channel::Email, Given, 1, false), "{note}");
        said[1..].iter().map(|claim| (claim.0, claim.1, claim.2)).collect::<Vec<_>>()
    };
    for note in ["hat sich abgemeldet", "wants no more newsletters", "vill inte ha nyhetsbrev", "cofnęła zgodę"] {
        assert_eq!(refused(note), [(Channel::Email, Withdrawn, 2)], "{note}");
    }
    assert_eq!(
        refused("does not want calls"),
        [(Channel::PhoneLive, Withdrawn, 2), (Channel::PhoneAuto, Withdrawn, 2)]
    );
    for note in ["No", "nicht abgemeldet", "abgemeldet?", "nice customer", "see https://example.org/unsubscribed"] {
        assert_eq!(refused(note), [], "{note}");
    }
    let contact = read(&table, &["ada@example.org", "yes", "bitte nicht mehr kontaktieren"]).unwrap();
    assert!(contact.claims()[1].all_channels);
}

#[test]
fn a_firm_no_beside_the_table_or_in_brackets_behind_a_name_or_address_refuses() {
    let mut table = with(&[("Name", Field::FullName), ("", Field::Notes)]);
    table.columns[2].field = None;
    assert_eq!(claims(&table, &["Ada Berg", "abgemeldet"]), [(Channel::Email, Withdrawn, 2, false)]);
    assert_eq!(claims(&table, &["Ada Berg (désabonnée)", ""]), [(Channel::Email, Withdrawn, 1, false)]);
    for cells in [["Ada Berg", "likes cake"], ["Ada Stop (Bonn)", "no"], ["Ada Berg (nicht abgemeldet)", ""]] {
        assert_eq!(claims(&table, &cells), [], "{cells:?}");
    }
    table.columns[2].header = "Shoe size".into();
    assert_eq!(claims(&table, &["Ada Berg", "abgemeldet"]), [(Channel::Email, Withdrawn, 2, false)]);
    assert_eq!(claims(&table, &["Ada Berg", "no"]), [], "a bare no under another name says nothing");
    for cell in ["bo@example.org (wypisany)", "NO MORE EMAILS bo@example.org", "Bo (unsubscribed) <bo@example.org>"] {
        let contact = read(&table, &[cell, "Bo"]).unwrap();
        assert_eq!(contact.text(Field::Email), Some("bo@example.org"), "{cell}");
        assert_eq!(contact.claims().len(), 1, "{cell}");
        assert_eq!((contact.claims()[0].status, contact.claims()[0].column.0), (Withdrawn, 0), "{cell}");
    }
    let contact = read(&table, &["bo @example.org (privat)", "Bo"]).unwrap();
    assert_eq!((contact.text(Field::Email), contact.claims().len()), (Some("bo@example.org"), 0));
}

#[test]
fn a_firm_no_under_a_header_nobody_placed_refuses_what_it_names() {
    let mut table = with(&[("Communication Restrictions", Field::Notes), ("Newsletter", Field::OptinEmail)]);
    table.columns[1].field = None;
    let refused = |cell: &str| {
        let said = claims(&table, &[cell, "yes"]);
        said.iter().filter(|claim| claim.2 == 1).map(|claim| (claim.0, claim.1)).collect::<Vec<_>>()
    };
    for (cell, expected) in [
        ("Do Not Mail|VIP", &[(Channel::Email, Withdrawn)][..]),
        ("gold;keine Mails", &[(Channel::Email, Withdrawn)]),
        ("List Unsubscribe", &[(Channel::Email, Withdrawn)]),
        ("Spam Complaint", &[(Channel::Email, Complained)]),
        ("Hard Bounce", &[(Channel::Email, Bounced)]),
        ("member, deceased", &[(Channel::Email, Suppressed)]),
        ("no / none", &[]),
        ("inactive", &[]),
        ("Soft Bounce", &[]),
        ("Robinson", &[]),
    ] {
        assert_eq!(refused(cell), expected, "{cell}");
    }
    let contact = read(&table, &["ada@example.org", "Do Not Solicit", "yes"]).unwrap();
    assert!(contact.claims().iter().any(|claim| claim.status.is_refusal() && claim.all_channels));
    // The header limits what is refused.
    for (header, cell, expected) in [
        ("SMS remarks", "unsubscribed", Some(Channel::Sms)),
        ("Fax list", "unsubscribed", None),
        ("Order state", "unsubscribed", None),
        ("Father status", "deceased", None),
        ("Account Status", "Deceased", Some(Channel::Email)),
        ("PatStatus", "Verstorben", Some(Channel::Email)),
    ] {
        let mut table = with(&[(header, Field::Notes)]);
        table.columns[1].field = None;
        let channels: Vec<_> = claims(&table, &[cell]).into_iter().map(|claim| claim.0).collect();
        assert_eq!(channels.first().copied(), expected, "{header}");
    }
    table.columns[1].why = "set by hand".into();
    assert_eq!(claims(&table, &["unsubscribed", ""]), [], "a person said that it means nothing");
}

#[test]
fn why_somebody_left_is_no_source_of_a_consent() {
    for field in [Field::ConsentSource, Field::ConsentMethod, Field::ConsentForm] {
        let table = with(&[("Origin", field), ("Newsletter", Field::OptinEmail)]);
        for (cell, status) in [
            ("List Unsubscribe", Withdrawn),
            ("unsubscribe page", Withdrawn),
            ("Spambeschwerde", Complained),
            ("Complaint", Complained),
            ("rebote duro", Bounced),
        ] {
            let contact = read(&table, &["ada@example.org", cell, "yes"]).unwrap();
            assert_eq!(contact.text(field), None, "{cell}");
            assert!(contact.claims().iter().any(|claim| claim.status == status && claim.column.0 == 1), "{cell}");
        }
        for cell in ["Sign-up page", "Hosted form", "trade fair", "import", "not unsubscribed"] {
            let contact = read(&table, &["ada@example.org", cell, "yes"]).unwrap();
            assert_eq!((contact.text(field), contact.claims().len()), (Some(cell), 1), "{cell}");
        }
    }
    let table = with(&[("Consent method", Field::ConsentMethod)]);
    assert_eq!(claims(&table, &["opt-out"]), [], "a method by which consent is presumed");
}

#[test]
fn an_imitated_address_shares_the_no_and_never_the_yes() {
    let table = with(&[("Newsletter", Field::OptinEmail)]);
    let addresses = |answer: &str| {
        let contact = read(&table, &["a\u{200b}da@example.org", answer]).unwrap();
        contact.texts(Field::Email).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(addresses("no"), ["a\u{200b}da@example.org", "ada@example.org"]);
    assert_eq!(addresses("yes"), ["a\u{200b}da@example.org"]);
}

#[test]
fn a_refusal_in_place_of_a_date_of_consent_refuses() {
    let table = with(&[("Einwilligung", Field::ConsentAt)]);
    for (cell, dated) in [
        ("widerrufen am 04.05.2024", true),
        ("abgemeldet 25.06.2024", true),
        ("retirado el 4 de mayo de 2024", false),
        ("unsubscribed", false),
        ("nein (seit 25.6.2024)", true),
        ("no", false),
        ("cofnięta 2024-06-05", true),
    ] {
        let said = claims(&table, &[cell]);
        assert_eq!(said.iter().map(|claim| claim.1).collect::<Vec<_>>(), [Withdrawn], "{cell}");
        assert!(!dated || said[0].3, "{cell}");
    }
    for cell in ["soon", "nicht widerrufen", "pending", "2024", "n/a", "kein Widerspruch"] {
        assert_eq!(claims(&table, &[cell]), [], "{cell}");
    }
    let mut unsure = table;
    unsure.columns[1].confidence = 0.5;
    assert_eq!(claims(&unsure, &["widerrufen am 04.05.2024"])[0].1, Withdrawn);
    assert_eq!(claims(&unsure, &["no"]), []);
}

#[test]
fn a_failed_look_up_in_a_column_of_refusals_leaves_no_yes() {
    let table = with(&[
        ("Newsletter", Field::OptinEmail),
        ("SMS", Field::OptinSms),
        ("Unsubscribed", Field::DoNotEmail),
        ("Notes", Field::Notes),
    ]);
    for doubt in ["#N/A", " ? ", "??"] {
        assert_eq!(claims(&table, &["yes", "yes", doubt]), [(Channel::Sms, Given, 2, false)], "{doubt}");
        assert_eq!(claims(&table, &["no", "", doubt]), [(Channel::Email, Withdrawn, 1, false)], "{doubt}");
        assert_eq!(claims(&table, &["yes", "", "", doubt]).len(), 1, "{doubt}");
    }
    assert_eq!(claims(&table, &["yes", "", "n/a"]).len(), 1, "a system's way of writing nothing is no doubt");
    let mut named = with(&[("Unsubscribed", Field::DoNotEmail)]);
    named.table_status = Some(Given);
    assert_eq!(claims(&named, &["#N/A"]), []);
    assert_eq!(claims(&named, &[""]).len(), 1);
}

#[test]
fn a_consent_that_is_denied_in_words_is_a_no_in_twelve_languages() {
    let consent = with(&[("Consent", Field::OptinEmail)]);
    for no in [
        "not given",
        "withheld",
        "liegt nicht vor",
        "verweigert",
        "will nicht",
        "non accordé",
        "ne veut pas",
        "no otorgado",
        "retirado",
        "denegada",
        "non prestato",
        "ritirato",
        "niet gegeven",
        "teruggetrokken",
        "não concedido",
        "inte givet",
        "återtagen",
        "ikke givet",
        "tilbagetrukket",
        "ikke gitt",
        "nektet",
        "ei annettu",
        "evätty",
        "nie udzielono",
        "cofnięta",
    ] {
        assert_eq!(claims(&consent, &[no]), [(Channel::Email, Withdrawn, 1, false)], "{no}");
    }
    let states = with(&[("Status", Field::Status)]);
    for (word, status) in [
        ("HardBounced", Bounced),
        ("AccountSuspended", Suppressed),
        ("MarkedSpam", Complained),
        ("OptedOutByAdmin", Withdrawn),
        ("Not mailable", Suppressed),
        ("Active, blocked", Suppressed),
    ] {
        assert_eq!(claims(&states, &[word])[0].1, status, "{word}");
    }
    for word in ["SoftBounced", "NonSubscribed", "NeverSubscribed", "not blocked", "SubscribedTwice"] {
        assert_eq!(claims(&states, &[word]), [], "{word}");
    }
}

#[test]
fn a_word_that_ends_text_messages_refuses_them_beside_a_number() {
    let mut table = with(&[("Mobile", Field::Phone), ("Answer code", Field::Notes)]);
    table.columns[2].field = None;
    let refused = |table: &Recognition, cells: &[&str]| {
        let mut said: Vec<_> = claims(table, cells).into_iter().map(|claim| (claim.0, claim.1)).collect();
        said.dedup();
        said
    };
    let number = "+447700900101";
    for word in ["STOP", "Stop", "STOPP", "ARRÊT", "BAJA", "SLUTT", "QUIT", "END", "CANCEL", "POISTA"] {
        assert_eq!(refused(&table, &[number, word]), [(Channel::Sms, Withdrawn)], "{word}");
        assert_eq!(refused(&table, &["", word]), [], "{word}: without a number nobody knows");
    }
    for word in ["end", "Cancel", "Baja California", "stopover", "ok thanks", "END 2024"] {
        assert_eq!(refused(&table, &[number, word]), [], "{word}");
    }
    // In a message any writing of it counts, and for whatever the list is used for.
    table.columns[2].header = "Last message".into();
    assert_eq!(refused(&table, &[number, "quit"]), [(Channel::Email, Withdrawn), (Channel::Sms, Withdrawn)]);
    assert_eq!(refused(&table, &["", "Baja"]), [(Channel::Email, Withdrawn)]);
    assert_eq!(refused(&table, &["", "ta bort mig"]), [(Channel::Email, Withdrawn)]);
    assert_eq!(refused(&table, &[number, "ok thanks, see you"]), []);
    table.columns[2].header = "Order text".into();
    assert_eq!(refused(&table, &[number, "CANCEL"]), [], "an order that was cancelled");
}

#[test]
fn a_death_and_returned_mail_in_a_note_stop() {
    let table = with(&[("Newsletter", Field::OptinEmail), ("Notes", Field::Notes)]);
    for (note, status) in [
        ("† 3/2025", Suppressed),
        ("died in May 2024", Suppressed),
        ("verzogen, Mail kommt zurück", Bounced),
        ("mail revient", Bounced),
        ("zły adres", Bounced),
    ] {
        let said = claims(&table, &["yes", note]);
        assert!(said.iter().any(|claim| claim.1 == status && claim.2 == 2), "{note}: {said:?}");
    }
    for note in ["mail returned call", "gestern angerufen", "total 3", "his father died", "Brief kam zurück"] {
        assert_eq!(claims(&table, &["yes", note]).len(), 1, "{note}");
    }
}

#[test]
fn what_the_header_calls_a_no_or_a_death_holds_for_whatever_does_not_deny_it() {
    let said = |header: &str, cell: &str| {
        let mut table = with(&[(header, Field::Notes)]);
        table.columns[1].field = None;
        table.columns[1].confidence = 0.3;
        claims(&table, &[cell]).first().map(|claim| claim.1)
    };
    for (header, cell, status) in [
        ("†", "x", Suppressed),
        ("date of death", "2024-01-02", Suppressed),
        ("décès", "2024", Suppressed),
        ("Sterbedatum", "im Mai", Suppressed),
        ("banned", "1", Withdrawn),
        ("OUT", "x", Withdrawn),
        ("Left", "14 May 25", Withdrawn),
        ("Left", "2025", Withdrawn),
        ("gesperrt seit", "05.2025", Withdrawn),
        ("löschen", "ja", Withdrawn),
        ("ta bort", "✓", Withdrawn),
        ("Newsletter unerwünscht", "x", Withdrawn),
    ] {
        assert_eq!(said(header, cell), Some(status), "{header}: {cell}");
    }
    for (header, cell) in [
        ("†", "no"),
        ("date of death", "-"),
        ("banned", "0"),
        ("banned", "nein"),
        ("Left", "3"),
        ("OUT", "not yet"),
        ("Days left", "1"),
        ("Father died", "x"),
        ("Order stopped", "x"),
        ("Non-smoker", "x"),
    ] {
        assert_eq!(said(header, cell), None, "{header}: {cell}");
    }
    // An opt-in nobody is sure of is none where its header says no.
    let mut table = with(&[("Mailing gestoppt", Field::OptinEmail)]);
    table.columns[1].confidence = 0.5;
    assert_eq!(claims(&table, &["x"]).first().map(|claim| claim.1), Some(Withdrawn));
    assert_eq!(claims(&table, &[""]), []);
}

#[test]
fn a_number_of_bounces_for_good_is_a_bounce() {
    for (header, cell, status) in
        [("Hard bounces", "3", Some(Bounced)), ("Hard bounces", "0", None), ("Bounces", "3", None)]
    {
        let table = with(&[(header, Field::Bounced)]);
        assert_eq!(claims(&table, &[cell]).first().map(|claim| claim.1), status, "{header}: {cell}");
    }
}
