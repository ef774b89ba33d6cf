//! Subscriptions to a channel, refusals that name what is refused, codes of a preference, and flags of the row.

use super::{fields, read};
use crate::import::{ColumnMeaning, Polarity};
use crate::vocabulary::{ConsentStatus, Field};

fn said(column: &ColumnMeaning, word: &str) -> Option<ConsentStatus> {
    column.values.iter().find(|value| value.value == word).map(|value| value.status)
}

fn with_cells(header: &str, cells: &[&str]) -> ColumnMeaning {
    let rows: String = cells.iter().enumerate().map(|(at, cell)| format!("p{at}@example.org;{cell}\n")).collect();
    read(&format!("Email;{header}\n{rows}")).columns.remove(1)
}

#[test]
fn a_subscription_to_a_channel_is_an_opt_in_with_both_poles() {
    let mut wrong = Vec::new();
    for header in [
        "emailSubscription",
        "email_subscription",
        "Email subscription",
        "mail_subscription",
        "marketing_subscription",
        "SMS subscription",
        "E-Mail-Abo",
        "E-Mail Abonnement",
        "Abonnement e-mail",
        "Suscripción correo",
        "Abbonamento email",
        "E-mail abonnement",
        "Assinatura de e-mail",
        "E-post prenumeration",
        "E-mail abonnent",
        "Sähköposti tilaus",
        "Subskrypcja e-mail",
    ] {
        for (yes, no) in [("yes", "no"), ("1", "0"), ("true", "false"), ("Y", "N")] {
            let column = with_cells(header, &[yes, no]);
            let no_is_believed = said(&column, no) == Some(ConsentStatus::Withdrawn);
            if !no_is_believed {
                wrong.push(format!(
                    "{header} {yes}/{no}: {:?} at {}, {:?}",
                    column.field, column.confidence, column.values
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn where_a_no_is_not_believed_a_yes_is_not_either() {
    for header in
        ["Phone subscription", "Subscription", "Abo", "Mobile subscription", "Paper subscription", "Abonnement"]
    {
        let column = with_cells(header, &["yes", "no"]);
        let (yes, no) = (said(&column, "yes"), said(&column, "no"));
        assert!(yes != Some(ConsentStatus::Given) || no == Some(ConsentStatus::Withdrawn), "{header}: {yes:?} {no:?}");
    }
}

#[test]
fn a_header_that_refuses_names_what_is_refused_in_its_cells() {
    let mut wrong = Vec::new();
    for header in [
        "Gruppen-Blacklist",
        "Group blacklist",
        "Abgemeldet von",
        "Blocked by",
        "Unsubscribed by",
        "Désinscrit par",
        "Bloqueado por",
        "Blokkert av",
        "Excluded groups",
        "Ausgeschlossen von Gruppe",
        "Rifiutato gruppo",
        "Uteslutna grupper",
        "Please do not xyzzy",
    ] {
        let column = with_cells(header, &["Kunden", "", "Kunden", "Partner"]);
        if !(column.is_unsure()
            && column.polarity == Polarity::RefusedOrUnknown
            && column.field == Some(Field::DoNotEmail))
        {
            wrong.push(format!("{header}: {:?} at {}: {}", column.field, column.confidence, column.why));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for header in
        ["Non-xyzzy", "Former xyzzy", "Exclusive xyzzy", "Apartment block", "Block number xyzzy", "Left xyzzy"]
    {
        let column = with_cells(header, &["Kunden", "", "Kunden", "Partner"]);
        assert_eq!((column.field, column.perhaps), (None, None), "{header}");
    }
}

#[test]
fn codes_under_a_preference_of_a_channel_are_asked_about() {
    for (header, field) in [
        ("Email Preference", Field::OptinEmail),
        ("E-Mail-Wunsch", Field::OptinEmail),
        ("Email permission", Field::OptinEmail),
        ("Préférence e-mail", Field::OptinEmail),
        ("Preferencia correo", Field::OptinEmail),
        ("Preferenza email", Field::OptinEmail),
        ("E-mail voorkeur", Field::OptinEmail),
        ("SMS preference", Field::OptinSms),
        ("Phone Preference", Field::OptinPhone),
        ("Telefon Wunsch", Field::OptinPhone),
    ] {
        for cells in [&["1", "2", "0"][..], &["2", "2", "1", "0", "1"], &["A", "B", "C", "A"]] {
            let column = with_cells(header, cells);
            assert!(
                column.field == Some(field) && column.is_unsure(),
                "{header} {cells:?}: {:?} {}",
                column.field,
                column.why
            );
            assert!(column.values.iter().all(|value| value.status != ConsentStatus::Given), "{header} {cells:?}");
        }
    }
    for header in ["Email score", "Email count", "Email type"] {
        let column = with_cells(header, &["1", "2", "0"]);
        assert!(!column.is_unsure(), "{header}: {:?}", column.field);
    }
}

#[test]
fn an_odd_cell_silences_no_question_and_one_digit_is_no_telephone_number() {
    for cells in [&["Yes", "No", "??"][..], &["Yes", "No", "n/k", "Yes", "No", "Yes"], &["Yes", "No", "?"]] {
        assert_eq!(with_cells("TxtMsgOk", cells).perhaps, Some(Field::OptinEmail), "{cells:?}");
    }
    assert_ne!(with_cells("Phone Code", &["1", "2", "0"]).field, Some(Field::Phone));
    assert_eq!(fields(&read("Name;Telefon\nAda;70123\nBo;70124\n")), "full_name phone");
}

#[test]
fn flags_of_the_row_are_neither_asked_about_as_a_yes_nor_as_a_no() {
    for header in
        ["vip", "_deleted", "_fivetran_deleted", "is_reviewed", "moderator", "Öffentlich", "Login erlauben", "delad"]
    {
        for cells in [["true", "false"], ["ja", "nein"], ["1", "0"]] {
            let column = with_cells(header, &cells);
            assert_eq!((column.field, column.perhaps), (None, None), "{header}");
        }
    }
    for (header, asked) in [("Contact deleted", Field::DoNotEmail), ("Xyzzy", Field::OptinEmail)] {
        let column = with_cells(header, &["yes", "no"]);
        assert_eq!(column.perhaps.or(column.field), Some(asked), "{header}");
    }
}
