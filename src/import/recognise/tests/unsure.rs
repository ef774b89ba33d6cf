//! States of anything, codes, headers of a channel, and what a person says of them.

use super::{column, fields, read, read_with};
use crate::import::{ColumnMeaning, Corrections};
use crate::vocabulary::{Channel, ConsentStatus, Field, System};

fn said(column: &ColumnMeaning, word: &str) -> Option<ConsentStatus> {
    column.values.iter().find(|value| value.value == word).map(|value| value.status)
}

#[test]
fn states_that_anything_has_make_no_yes_before_they_are_asked_about() {
    for (header, yes, no) in
        [("Status", "active", "unsubscribed"), ("Status", "confirmed", "active"), ("Stato", "attivo", "iscritto")]
    {
        // A word of lists among them, or none.
        let sure = yes == "active" && no == "unsubscribed" || no == "iscritto";
        let found = read(&format!("Email;{header}\nada@example.org;{yes}\nbo@example.org;{no}\n"));
        let column = column(&found, header);
        assert_eq!((column.field, column.is_unsure()), (Some(Field::Status), !sure), "{yes} {no}: {}", column.why);
        assert_eq!(said(column, yes) == Some(ConsentStatus::Given), sure, "{yes} {no}");
    }
    let found =
        read("Gast;E-Mail;Anreise;Status\nAda;ada@example.org;2024-03-14;confirmed\nBo;bo@example.org;;active\n");
    assert!(column(&found, "Status").is_unsure());
    let found = read("Email;Newsletter status\nada@example.org;active\nbo@example.org;active\n");
    assert_eq!(said(&found.columns[1], "active"), Some(ConsentStatus::Given));
    let found = read("Email;Order id;Confirmed\nada@example.org;7;yes\nbo@example.org;8;no\n");
    assert_eq!(said(column(&found, "Confirmed"), "yes"), Some(ConsentStatus::Unknown));
}

#[test]
fn codes_are_no_answers() {
    for (header, cells) in [
        ("Status", ["1", "2", "3", "1"]),
        ("Status", ["A", "S", "N", "T"]),
        ("Newsletter", ["1", "2", "0", "1"]),
        ("Newsletter", ["A", "S", "N", "T"]),
        ("Newsletter status", ["yes", "confirmed", "yes", "pending"]),
    ] {
        let rows: String = cells.iter().enumerate().map(|(at, cell)| format!("p{at}@example.org;{cell}\n")).collect();
        let found = read(&format!("Email;{header}\n{rows}"));
        for word in ["1", "S", "T", "yes"] {
            assert_ne!(said(&found.columns[1], word), Some(ConsentStatus::Given), "{header} {word}");
        }
    }
    let found = read("Email;Newsletter\nada@example.org;1\nbo@example.org;0\neva@example.org;\n");
    assert_eq!(said(&found.columns[1], "1"), Some(ConsentStatus::Given));
}

#[test]
fn a_lone_o_is_a_yes_beside_its_no_only() {
    for (cells, yes) in
        [(["O", "O"], false), (["o", "O"], false), (["O", "N"], true), (["oui", "o"], true), (["I", "O"], false)]
    {
        for header in ["Newsletter", "Opt-in", "Email permission status"] {
            let found = read(&format!("Email;{header}\nada@example.org;{}\nbo@example.org;{}\n", cells[0], cells[1]));
            for cell in cells.iter().filter(|cell| cell.eq_ignore_ascii_case("o")) {
                let said = said(&found.columns[1], cell) == Some(ConsentStatus::Given);
                assert!(!said || yes, "{header} {cells:?}");
                assert!(said || !yes || header != "Newsletter", "{header} {cells:?}");
            }
        }
    }
}

#[test]
fn answers_under_a_channel_and_another_word_are_asked_about() {
    for (header, yes, no) in [
        ("Email preference", "optin", "optout"),
        ("E-Mail Wunsch xyzzy", "ja", "optout"),
        ("SMS preference", "optin", "optout"),
    ] {
        let found = read(&format!("Name;{header}\nAda;{yes}\nBo;{no}\nEva;nein\n"));
        let column = &found.columns[1];
        assert!(matches!(column.field, Some(Field::OptinEmail | Field::OptinSms)), "{header}: {:?}", column.field);
        assert!(column.is_unsure(), "{header}");
        assert_ne!(said(column, yes), Some(ConsentStatus::Given), "{header}");
        assert_ne!(said(column, "nein"), Some(ConsentStatus::Given), "{header}");
    }
    // Words of leaving are taken whatever the header says.
    let found = read("Email;Xyzzy\nada@example.org;unsubscribed\nbo@example.org;optout\neva@example.org;optin\n");
    assert_eq!(found.columns[1].field, Some(Field::Status));
    assert_eq!(said(&found.columns[1], "unsubscribed"), Some(ConsentStatus::Withdrawn));
    assert_ne!(said(&found.columns[1], "optin"), Some(ConsentStatus::Given));
}

#[test]
fn refusals_of_every_language_are_found_under_headers_of_their_own() {
    for (header, field) in [
        ("Ei saa soittaa", Field::DoNotCall),
        ("Må ikke kontaktes", Field::DoNotEmail),
        ("Tackat nej", Field::DoNotEmail),
        ("Sprzeciw", Field::DoNotEmail),
        ("Rechaza publicidad", Field::DoNotEmail),
        ("Niet benaderen", Field::DoNotEmail),
        ("Bezwaar marketing", Field::DoNotEmail),
        ("Niente email", Field::DoNotEmail),
        ("Objects to marketing", Field::DoNotEmail),
    ] {
        let found = read(&format!("Kontakt;{header}\nx;1\ny;0\n"));
        assert_eq!(found.columns[1].field, Some(field), "{header}");
        assert_eq!(said(&found.columns[1], "1"), Some(ConsentStatus::Withdrawn), "{header}");
    }
}

#[test]
fn a_person_who_confirms_an_unsure_column_makes_its_yes_count() {
    let text = "Email;Newsletter Frühling\nada@example.org;ja\nbo@example.org;nein\n";
    let before = read(text);
    assert!(before.columns[1].is_unsure());
    assert_eq!(said(&before.columns[1], "ja"), Some(ConsentStatus::Unknown));
    assert_eq!(said(&before.columns[1], "nein"), Some(ConsentStatus::Withdrawn));
    let corrections = Corrections::parse(["#2=optin_email"]).unwrap();
    let after = read_with("list.csv", "", text, &corrections);
    assert_eq!(said(&after.columns[1], "ja"), Some(ConsentStatus::Given));
    assert_eq!(after.columns[1].purpose.as_deref(), Some("Frühling"));

    let text = "Name;Email preference\nAda;ja\nBo;nein\n";
    assert_eq!(said(&read(text).columns[1], "nein"), Some(ConsentStatus::Unknown));
    let after = read_with("list.csv", "", text, &corrections);
    assert_eq!(said(&after.columns[1], "nein"), Some(ConsentStatus::Withdrawn));
}

#[test]
fn a_meaning_set_by_hand_brings_its_own_channel() {
    let text = "Email;sms ok\nada@example.org;1\n";
    for (field, channel) in [("do_not_email", None), ("optin_phone", None), ("status", Some(Channel::Sms))] {
        let corrections = Corrections::parse([format!("sms ok={field}").as_str()]).unwrap();
        let found = read_with("list.csv", "", text, &corrections);
        assert_eq!(found.columns[1].channel, channel, "{field}");
    }
}

#[test]
fn a_users_column_is_not_the_systems_that_begins_with_a_mark() {
    let found = read(
        "Email,Klaviyo ID,Profile Created On,Email Marketing Consent,Consent\n\
         ada@example.com,01HZX,2023-12-31 10:00:00,SUBSCRIBED,yes\n\
         bo@example.com,01HZY,2023-12-31 10:00:00,SUBSCRIBED,no\n",
    );
    assert_eq!(found.system, System::Klaviyo);
    assert_eq!(fields(&found), "email external_id created_at status optin_email");
    assert_eq!(said(column(&found, "Consent"), "no"), Some(ConsentStatus::Withdrawn));
    let found = read("Email,Klaviyo ID,Consent\nada@example.com,01HZX,form of email\nbo@example.com,01HZY,by sms\n");
    assert_eq!((found.system, found.agreed_column), (System::Klaviyo, None));
}

#[test]
fn answers_without_a_header_are_asked_about_and_digits_are_not() {
    let perhaps = |text: &str| read(text).columns[2].perhaps;
    assert_eq!(perhaps("Ada Vogt;ada@example.org;ja\nBo Lind;bo@example.org;nein\n"), Some(Field::OptinEmail));
    assert_eq!(perhaps("Ada Vogt;ada@example.org;1\nBo Lind;bo@example.org;0\n"), None);
}
