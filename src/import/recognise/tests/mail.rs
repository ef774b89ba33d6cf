//! “Mail”: e-mail in every language, in English letters beside its e-mail twin.

use super::{column, read};
use crate::import::also_refused;
use crate::vocabulary::{Channel, Field};

/// The table with two columns of consent behind an address.
fn table(address: &str, first: (&str, &str), second: (&str, &str)) -> crate::import::Recognition {
    read(&format!(
        "Name;{address};{};{}\nA B;a@example.org;{};{}\nC D;b@example.org;;{}\n",
        first.0, second.0, first.1, second.1, second.1
    ))
}

#[test]
fn mail_is_e_mail_in_every_language_whatever_stands_beside_it() {
    use Field::{DoNotEmail, OptinEmail};
    for (address, beside, header, no, field) in [
        ("E-Mail", "Newsletter", "Werbung per Mail", "nein", OptinEmail),
        ("E-Mail", "Einwilligung E-Mail", "Keine Mail", "x", DoNotEmail),
        ("E-Mail", "Newsletter", "Bitte keine Mails", "x", DoNotEmail),
        ("E-mail", "Newsletter", "Publicité par mail", "non", OptinEmail),
        ("Courriel", "Consentement e-mail", "Accord mail", "non", OptinEmail),
        ("Courriel", "Newsletter", "Pas de mail", "x", DoNotEmail),
        ("Indirizzo e-mail", "Newsletter", "Consenso mail", "no", OptinEmail),
        ("Correo", "Boletín", "Publicidad por mail", "no", OptinEmail),
        ("E-mailadres", "Nieuwsbrief", "Geen mail", "x", DoNotEmail),
        ("E-mailadres", "Nieuwsbrief", "Reclame per mail", "nee", OptinEmail),
        ("E-mail", "Newsletter", "Publicidade por mail", "não", OptinEmail),
        ("E-post", "Nyhetsbrev", "Reklam via mail", "nej", OptinEmail),
        ("E-mail", "Nyhedsbrev", "Reklame på mail", "nej", OptinEmail),
        ("E-post", "Nyhetsbrev", "Ikke mail", "x", DoNotEmail),
        ("E-mail", "Newsletter", "Zgoda mail", "nie", OptinEmail),
        // Alone, nobody can tell in English either: the safer reading.
        ("Email", "Newsletter", "Do Not Mail", "x", DoNotEmail),
        ("Email", "Newsletter", "No mail", "x", DoNotEmail),
    ] {
        let found = table(address, (header, no), (beside, "ja"));
        let read = column(&found, header);
        assert_eq!(read.field, Some(field), "{header} beside {beside}: {}", read.why);
    }
}

#[test]
fn mail_is_letters_in_english_beside_its_e_mail_twin() {
    for (twin, header, field) in [
        ("Email Opt Out", "Mail Opt Out", Field::DoNotPost),
        ("Do Not Email", "Do Not Mail", Field::DoNotPost),
        ("Do not allow emails", "Do not allow mails", Field::DoNotPost),
    ] {
        let found = table("Email", (header, "x"), (twin, "x"));
        assert_eq!(column(&found, header).field, Some(field), "{header} beside {twin}");
        assert_eq!(column(&found, twin).field, Some(Field::DoNotEmail), "{twin}");
        assert_eq!(also_refused(column(&found, header), &found.columns), None, "{header} beside {twin}");
    }
    let dated =
        read("Email,Email Opt Out,Mail Opt Out,Mail Opt Out Date\na@example.org,0,1,2024-03-14\nb@example.org,1,0,\n");
    assert_eq!(column(&dated, "Mail Opt Out Date").channel, Some(Channel::Post));
}

#[test]
fn an_english_no_to_mail_without_its_twin_refuses_both() {
    for header in ["Do Not Mail", "No mail", "Mail Opt Out"] {
        let found = read(&format!("Email,Phone,{header}\na@example.org,+1 775 555 0154,x\nb@example.org,,\n"));
        let read = column(&found, header);
        let mut refused = vec![
            read.field,
            also_refused(read, &found.columns).map(|channel| super::super::refusals::refusal_field(Some(channel))),
        ];
        refused.sort();
        assert_eq!(refused, [Some(Field::DoNotEmail), Some(Field::DoNotPost)], "{header}");
    }
    for header in ["Keine Mail", "Pas de mail", "Geen mail", "Do Not Email", "No letters"] {
        let found = read(&format!("Email;{header}\na@example.org;x\nb@example.org;\n"));
        assert_eq!(also_refused(column(&found, header), &found.columns), None, "{header}");
    }
}
